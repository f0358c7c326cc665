"""One name alone, known by the word behind it: 磯貝に確認, さくら本人, 千葉の口座, ルナ母より電話, 林㊞.

Three grades of words meet three grades of places: what is nothing but a name is withheld where only a person can
stand; a place's name, a common word or a single kanji is asked about.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname, written_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.together import BODY_END, is_inflected
from generator.redaction.names.triggers import Trigger, leading
from generator.redaction.names.vocabulary import FAMOUS, LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.near import near
from generator.redaction.words import GIVEN, OTHER, PERSON, PLACE, SURNAME, classes_of, is_place, is_plain, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_KIN = (
    "(?<![祖義実養継伯叔保])(?:母親?|父親?|祖母|祖父|長男|長女|次男|次女|二男|二女|三男|三女|妻|夫|兄|姉|弟|妹"
    "|息子|娘|孫)"
)
_SURE = (
    f"本人(?!確認)|{_KIN}(?:より|から|が|に|へ|と|の(?:件|分|携帯|電話)|、|[ ]|宛|$)|夫婦|夫妻|一家|印(?=$"
    f"|[\n)」、。 ])|名義(?!人|変更)"
    "|の(?:自宅|携帯|口座|通帳|診断書|勤務先|実家|遺族|病名|病状|容体|既往|障害|借金|滞納|離婚|妊娠|連絡帳"
    "|名札|顔写真|遺体|遺品|親族)"
)
_DOES = (
    "(?:は|が|も)(?:[^。、\n「」()]{0,10}?(?:入力|発送|送信|交付|作成|印刷|投函|封入|持ち|置き忘|紛失|失念"
    "|誤|怠|休み|不在|欠席|早退|出勤"
    "|来庁|来所|来館|受診|搬送|入院|退院|転倒|死亡|電話|話し|申し|聞い|言[いうっ]|述べ|怒|泣|謝|帰|退職"
    "|勤務|在籍|同席|同乗|運転|逮捕|受け取|受取"
    "|確認し|対応し|訪問し|説明し|連絡し|報告し|署名|捺印|押印|利用者|職員|本人|世帯主))"
    "|から(?:聞|連絡|電話|苦情|申|相談|問|報告|受|預|提出|返|指摘|要望|依頼|メール|手紙|折|事情|回収|回答|申告)"
    "|[にへ](?:確認|連絡|電話|架電|説明|謝罪|交付|手渡|渡|誤|返還|返却|お?詫|依頼|報告|聞[いき]|伝え|口頭"
    "|訪|面|貸|支給|還付|発送|送付|郵送|通知し|メール)"
    "|と(?:取り?違|面談|面会|話し|同姓|入れ違|間違|混同|同席|電話|氏名が|名前が)"
    "|より(?:電話|連絡|折|聞|相談|申|依頼|TEL|入電|架電|苦情|返)|まで(?:ご?連絡|お?電話|折返)"
    "|の(?:机|席|保護者|家族|世帯|担任|住民票|戸籍|印鑑|署名|保険証|免許証|個人番号|マイナンバー|生年月日"
    "|年齢|電話|住所|氏名|名前|母|父|妻|夫|息子|娘|兄|弟|姉|妹|長男|長女|祖|孫"
    "|件[でをに、。]|申請書|届出|通知書|納付書|封筒|診察|処方|薬|面談|相談|発言|アカウント|パスワード"
    "|メール|ファイル|資料)"
    "|(?<!住)宅(?!地|配)|家(?:に|へ|から|宛)|宛(?!名|先)|あて[にのへ]|(?:ほか|他|外|ら)[0-9]{1,2}(?:名|人"
    "|件|世帯)|分(?:の|、|。|を|$)|姓"
)
_WORD = regex(f"(?P<sure>{_SURE})|(?P<does>{_DOES})", re.MULTILINE)
_ONE = f"(?:[{HAN}]{{1,4}}|[{KATAKANA}]{{2,7}}|[{HIRAGANA}]{{2,5}})"
_END = f"(?![{HAN}{HIRAGANA}{KATAKANA}{LATIN}0-9ー・])"
_AFTER_ROLE = regex(
    f"(?P<gap>の|は|が|に|: ?|/|[ ]{{1,3}}|「|[(]|)(?P<name>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,7}}|[{HIRAGANA}]{{2,5}}?)"
    f"(?=[、。)」\n|\t,/]|$|(?:は|が|に|へ|を|も|から|と|より|で)(?![{HIRAGANA}]{{0,1}}$)|[ ]{{1,3}}[0-9(])"
)
_LABEL = regex(
    "(?:受付|対応|文責|作成|記入|起案|入力|確認|点検|照合|決裁|処理|応対|聞き手|話者|発言|記録|説明|同行|立会|当番"
    "|日直|宿直|運転|連絡|架電|受電|訪問|担当)"
    f"(?:者|員|係)?(?:: ?|/ ?|[ ]{{1,4}}|=)(?P<name>{_ONE}){_END}"
    f"|/(?:users?|home|members?|profile|u)/(?P<path>{_ONE})(?=[/?\n ]|$)"
    "|(?:user|uid|login|name|account|owner|author|sender|ID|id|ユーザー?|アカウント|ログインID)"
    f"(?:: ?|=)(?P<account>{_ONE}){_END}"
)
_LIST = near(
    regex("[→/・、と]|又は|または|及び"),
    f"(?<![{HAN}{HIRAGANA}{KATAKANA}{LATIN}0-9ー]){_ONE}(?:(?:→|/|・|、|又は|または|及び|と){_ONE}){{1,6}}"
    f"(?:{_END}|(?=[がはに](?:対応|担当|訪問|確認|説明|同席|入力|引|変更|訂正|修正|交代)))",
)
_ITEM = regex(_ONE)
_CONFUSED = near(
    regex("を(?:取|間違|混同|入れ)|の(?:取り?違|通知|書類|納付|[0-9]名|両名|間違|混同|入れ違)"),
    f"(?:^|[^{HAN}{HIRAGANA}{KATAKANA}{LATIN}ー]|[はがのをに、])(?P<one>{_ONE})(?:と|又は|または|か)"
    f"(?P<other>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,7}}|[{HIRAGANA}]{{2,5}}?)"
    "(?=を(?:取|間違|混同|入れ)|の(?:取り?違|通知書?を|書類を|納付書を|[0-9]名|両名|間違|混同|入れ違))",
)
_NUMBERED = regex(
    f"(?:^|(?<=[\n 、,]))(?:[0-9]{{1,4}}[.):]?|[①-⑳]|[・●○*-]) ?(?P<name>{_ONE}(?:[・/]{_ONE})?)(?=[\n 、,(①-⑳]|$)"
)
_SPLIT = regex("[・/]")
_HIRA = regex(f"[{HIRAGANA}]+")
_SPEECH = regex("(?:[あいなれでえ]る|した|いた|った|ない)ので?|だけで?|[人方者員友]達|顔|御[一-龠]+")
"""What people say behind such words at meetings: 使用者がいたのに, 職員の人達から, 顔と名前が."""
_NOT_BEHIND = frozenset("間側等用別内外中数名様方達宛印欄上下前後分件他各計")
_NAME = regex(f"{_ONE}\\Z")
_HAN = regex(f"[{HAN}]{{1,4}}\\Z")
_OPEN = regex(
    f"(?:^|[^{HAN}{HIRAGANA}{KATAKANA}{LATIN}ー]|[年月日時分回階号組班課係の]|(?:って|して|また|なお|より"
    f"|から|には|では|とは)"
    "|[はがをにとも])\\Z"
)
_NOT_NAMES = frozenset((*NO_PERSON, *PEOPLE, *LABELS, *ROLES, *FAMOUS))
_REACH = 8


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every single name before such a word."""
    return (
        *(found for match in _WORD.finditer(text) if (found := _before(text, match))),
        *(found for trigger in leading(text) if (found := _behind(text, trigger))),
        *(found for match in _LABEL.finditer(text) if (found := _labelled(match))),
        *(found for match in _LIST.finditer(text) for found in _listed(text, match)),
        *(found for match in _CONFUSED.finditer(text) for found in _confused(match)),
        *_roll(text),
    )


def _confused(match: re.Match[str]) -> Iterator[Found]:
    """林と森を取り違え: one taken for the other."""
    if all(grade(match[group]) and match[group] not in _NOT_NAMES for group in ("one", "other")):
        yield from (Found(*match.span(group), sure=False) for group in ("one", "other"))


def _roll(text: str) -> tuple[Found, ...]:
    """1 武藤, 2 林: numbered items, most of them names."""
    items = [
        (match.span("name"), min(map(grade, _SPLIT.split(match["name"]))))
        for match in _NUMBERED.finditer(text)
        if match["name"] not in _NOT_NAMES
    ]
    named = [(span, tier) for span, tier in items if tier]
    if len(named) < 2 or len(named) * 3 < len(items) * 2 or max(tier for _, tier in named) < 3:
        return ()
    return tuple(Found(*span, sure=False) for span, _ in named)


def _behind(text: str, trigger: Trigger) -> Found | None:
    """園児のはな, 係の林は, 通報者関は: behind a word for a person's part."""
    match = _AFTER_ROLE.match(text, trigger.end)
    if not match or len(trigger.word) < 2 or trigger.word == "こと" or match["name"] in _NOT_NAMES:
        return None
    tier = grade(match["name"])
    glued = not match["gap"]
    if match["name"] in _NOT_BEHIND or (glued and (trigger.role == "kin" or tier < 2)):
        return None
    if glued and _HIRA.fullmatch(match["name"]) and tier < 3:
        return None
    if (
        reading_of(text).edges[trigger.start] == "0"
        or not tier
        or (tier < 2 and match["gap"] in ("は", "が", "に", " "))
    ):
        return None
    return Found(*match.span("name"), tier > 2 and match["gap"] in ("は", "が", "の", ":", ": "))


def _labelled(match: re.Match[str]) -> Found | None:
    """対応：林, user=はな: behind the label of who did it."""
    group = next(key for key, value in match.groupdict().items() if value)
    if match[group] in _NOT_NAMES:
        return None
    tier = grade(match[group])
    return Found(*match.span(group), tier > 2) if tier else None


def _listed(text: str, match: re.Match[str]) -> Iterator[Found]:
    """武藤→林, ルナ／リサ: each item may be a name, and one is nothing else."""
    items = [(item.start(), item.end(), grade(item.group())) for item in _ITEM.finditer(text, *match.span())]
    if min(tier for *_, tier in items) > 0 and max(tier for *_, tier in items) > 2:
        yield from (Found(start, end, sure=False) for start, end, _ in items if text[start:end] not in _NOT_NAMES)


def _before(text: str, match: re.Match[str]) -> Found | None:
    end = match.start()
    end -= text[end - 1 : end] == " "
    run = _NAME.search(text, max(0, end - _REACH), end)
    if not run:
        return None
    start = _cut(text, run.start(), end)
    name = text[start:end]
    told = _told(text, start)
    if not name or name in _NOT_NAMES or not (told or _OPEN.search(text, max(0, start - 2), start)):
        return None
    tier = grade(name)
    if match["sure"]:
        if not tier or (tier < 2 and match["sure"].startswith("印")):
            return None
        return Found(start, end, tier > 2 or (tier > 1 and not match["sure"].startswith("の")))
    if tier > 2 or (told and tier):
        return Found(start, end, tier > 2 and (told or match["does"][0] in "はがにへかよとも"))
    return (
        Found(start, end, sure=False)
        if tier > 1 or (tier and match["does"][0] in "にへかよと" and _alone(text, start))
        else None
    )


def _alone(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\n、。「(・ \t"


def _told(text: str, start: int) -> bool:
    """Whether a word for a person's part stands right before it, perhaps with a particle between them."""
    end = start - (text[start - 1 : start] in tuple("のはがにへ: "))
    end -= text[end - 1 : end] == ":"
    return any(text[end - size : end] in ROLES for size in range(min(8, end), 1, -1))


def _cut(text: str, start: int, end: int) -> int:
    """Behind the role or the particle that the run of signs takes in: 保護者原, のさくら."""
    role = next((size for size in range(end - start - 1, 1, -1) if text[start : start + size] in ROLES), 0)
    if role:
        return start + role
    if _HAN.match(text, start) or text[start] not in "のはがをにとも" or grade(text[start:end]) > 1:
        r = reading_of(text)
        return start if r.edges[start] == "1" or grade(text[start:end]) > 1 else end
    return start + 1


_FIGURE = regex("[一二三四五六七八九十百千両数各全同昭平令明大]")


@lru_cache(maxsize=4_000)
def grade(name: str) -> int:
    """3: nothing but a name; 2: a name and a place, or shaped like one; 1: a common word too, or one kanji; 0: none."""
    classes = set(classes_of(name))
    named = classes & {SURNAME, GIVEN, PERSON}
    common = is_plain(name) or OTHER in classes
    if _SPEECH.fullmatch(name):
        return 0
    if _HAN.fullmatch(name):
        if len(name) == 1:
            return 2 if classes == {GIVEN} else int(SURNAME in classes)
        if named:
            return 1 if common else 2 if is_place(name) else 3
        if _FIGURE.match(name):
            return 0
        return 2 if not classes and len(name) < 4 and written_given(name) and not BODY_END.search(name) else 0
    if is_inflected(name):
        return 0
    if named:
        return 1 if common else 3
    read = reads_given(name) or reads_surname(name)
    if classes or not read:
        return int(read and not classes & {OTHER, PLACE} and reads_given(name))
    return 2 if len(name) > 2 else 1


SINGLE = NameRule("said", lambda view: search(view.text))
