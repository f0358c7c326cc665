"""Names known by what they do or where they are noted: 桐谷は話した, 14:20 桐谷 来庁, 桐谷・済, りす組の凪、そら."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import katakana, reads_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import NO_GIVEN_KANA, is_given, is_surname
from generator.redaction.names.vocabulary import FAMOUS, NO_PERSON
from generator.redaction.near import near
from generator.redaction.words import (
    GIVEN,
    NOUN,
    OTHER,
    PARTICLE,
    PLACE,
    SUFFIX,
    SURNAME,
    classes_of,
    is_place,
    is_plain,
    reading_of,
    readings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_SPEAKS = regex(
    "(?:は|が|も)、?(?:話[しすせ]|述べ|言[いうっ]|返事|答え|怒[りるっ鳴]|電話|来庁|来館|来所|来院|来室|泣|納得"
    "|了承|承諾|訴え|立ち去|受け取[りっ]|持ち帰|申し出|申出|名乗|激[怒昂高]|叫|謝|折り返|帰宅|退席|欠席"
    "|早退|遅刻|転居|転出|死亡|亡くな|窓口で|申し立)"
    "|(?:は|が|も)[^。、\n「」(]{0,8}(?:怒|泣|騒[いぐ]|黙|笑|困惑|冷静|納得|不満|主張|要求|拒否|来た|帰っ|待っ)"
    "|(?:に|へ)(?:電話し|架電|折り返|書類を渡|説明し|謝罪|手渡|詫び|お詫び|再送|返送|返却|発送し|転送|誤送"
    "|郵送し|還付|返金|投函|到達|誤配|改姓|改氏|の名義|の変更)"
    "|と(?:面談|電話で|話した|名乗)|から(?:電話|架電|苦情|返事|申し?出|問い?合|預か|受け取|聞い|連絡|相談)"
    f"|から(?=[{HAN}]{{1,4}}[にへ](?:改姓|改氏|の名義|変更|訂正|交代|引き?継))"
    "|によると|によれば|いわく"
    "|の(?:連絡先|携帯|お?迎え|連絡帳|名札|通知表|担任|分(?:[、。もをは]|$)|件(?:[、。でにはを]|$)|言い分"
    "|証言|妻|夫|長男|長女|次男|次女|弟|妹|兄|姉)|姓[にのでと]|一家[、。はがの]"
    "|家(?=[(、。]|の(?:長男|長女|子|母|父|件))|[(][^()\n]{2,12}[0-9]-[0-9]"
)
"""What only a person does, or what is done to one."""
_NOTED = regex(
    "来庁|来館|来所|来院|退庁|退所|架電|受電|入電|TEL|電話あり|電話済|折返|折り返|再発行|再交付"
    "|不在|留守|欠席|早退"
    "|遅刻|誤送付|誤発送|誤交付|面談|面接|訪問済|対応済|連絡済|説明済|謝罪済|回収済|返送済|送付済|発送済"
    "|返却済|受領済|確認(?:済|ずみ)"
    "|納付済|取下げ|手渡し|迎え|帰宅|入院|死亡|転出|転居|通院|立腹|激怒|了承|了解|納得|クレーム"
    "|より(?:架電|入電|電話|連絡)|宛(?!名|先)|分(?=[、。)を]|$)|名義|案件|あて[にの]|ケース会議|の件(?!数)"
    "|ほか[0-9]{1,2}[名人]|外[0-9]{1,2}[名人]|ら[0-9]{1,2}[名人]"
    "|・(?:済|未|不在|欠|休|可|否|要|[○×△])(?=[、。)/ \n]|$)|[ ](?:済|未|欠|休|○|×|△)(?=[、。)/ \n|]|$)"
)
"""What a note says right after a name."""
_NAME = regex(f"(?:[{HAN}]{{1,4}}|[{KATAKANA}]{{2,8}}|[{HIRAGANA}]{{2,5}})\\Z")
_OPEN = regex(
    "(?:^|[ \n\t、。,.:;()「」『』【】\\[\\]|/→⇒=>・*_~-]|[^様式仕各]と|翌日|前日|先日|昨日|今日|本日|当日"
    "|後日|同日|[0-9][日時分]|その後|[①-⑳]|また|なお|により|[あそこ]の|例の|ところ|件名|[前今次]回)\\Z"
)
_GROUP = regex(
    "(?:欠席者?(?=:)|早退者?(?=:)|遅刻者?(?=:)|出席者?(?=:)|対象者?(?=:)|該当者?(?=:)"
    "|(?:同居(?:者|人|家族)?|世帯員|異動(?:する人|者)|家族|子(?:ども|供)?|構成員|扶養(?:親族|家族)?"
    "|乳幼児|きょうだい|兄弟)(?=[: ])"
    "|組|班|クラス|年年|学年|年[長中少]児?|園児|児童|生徒)"
    "(?P<gap>の|[ ]|:|、)"
    f"(?P<names>[{_N}]{{1,6}}(?:[、・/ ][{_N}]{{1,6}}){{0,9}})"
)
_ITEM = regex(f"[{_N}]+")
_LIST = near(
    regex(f"[、・/→][{_N}]{{1,5}}[、・/→]"),
    f"(?<![{_N}])[{_N}]{{1,5}}(?:[、・/→][{_N}]{{1,5}}){{2,12}}(?![{_N}])",
    reach=96,
)
_KIN = near(
    regex("父|母|夫|妻|兄|姉|弟|妹|孫|長|次|息子|娘"),
    f"(?<![{HAN}お])(?:父|母|夫|妻|兄|姉|弟|妹|孫|長男|長女|次男|次女|祖母|祖父|息子|娘)"
    f"(?P<name>(?!さん|ちゃん|くん)[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,5}})"
    f"(?=[ 、。)」\n(]|$|(?:が|は|の|と|に|も)?[{HAN}])",
    reach=16,
)
_NOT_HERE = frozenset(("より", "まで", "から", "また", "なお", "のみ", "本人", "先方", "相手"))
_HAN_ONLY = regex(f"[{HAN}]+")
_TAIL = regex(f"[{HAN}{KATAKANA}]")
_LONGEST = 8


_RUBY = near(
    regex(f"[ (【《/・][ ]?[{HIRAGANA}{KATAKANA}]{{2}}"),
    f"(?<![{HAN}])(?P<name>[{HAN}]{{1,4}})(?:[ ]?[(【《]| ?[/・] ?| )"
    f"(?P<kana>[{HIRAGANA}]{{2,8}}|[{KATAKANA}]{{2,8}})(?=[)】》 /・、。\n]|$)",
    reach=24,
)
_EITHER = near(
    regex(f"か、?[{HAN}]{{1,4}}か"),
    f"(?<![{HAN}])(?P<one>[{HAN}]{{1,4}})か、?(?P<other>[{HAN}]{{1,4}})(?=か)",
    reach=12,
)
_GLUED = regex(f"(?<![{HAN}])(?P<family>[{HAN}]{{2,3}})(?P<given>[{HIRAGANA}]{{2,4}})(?![{_N}])")
_INSTEAD = regex(
    f"(?:すべきところ|べきところ|[0-9]行目|[0-9]番目)[、の]?(?P<name>[{HAN}]{{1,4}})(?=と(?:し|記|入|印|表"
    f"|誤)|[にへをのが、。])"
    "|(?:丁目|番地?|[0-9]-[0-9]{1,4}|号室?|棟[0-9]{2,4})[0-9]{0,4}[ ]{1,3}"
    f"(?P<last>[{HAN}]{{1,4}})(?=$|[\n、。」)/])"
)
"""A name in another's stead, or behind a house number."""
_NUMBERED = regex(f"(?:(?<=[ \n、,])|^)[0-9]{{1,2}}[.)]?[ ]?(?P<name>[{HAN}ノケヶ]{{1,4}})(?=[ 、,/\n]|$)")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name of which such a thing is said."""
    return (
        *(one for match in _SPEAKS.finditer(text) if (one := _before(text, match.start(), spoken=True))),
        *(one for match in _NOTED.finditer(text) if (one := _before(text, match.start(), spoken=False))),
        *(one for match in _GROUP.finditer(text) for one in _group(text, match)),
        *(one for match in _LIST.finditer(text) for one in _list(text, match)),
        *(one for match in _RUBY.finditer(text) for one in _ruby(match)),
        *(one for match in _EITHER.finditer(text) for one in _either(match)),
        *_numbered(text),
        *(one for match in _INSTEAD.finditer(text) if (one := _instead(match))),
        *(Found(*match.span(), sure=False) for match in _GLUED.finditer(text) if _is_glued(text, match)),
        *(one for match in _KIN.finditer(text) if (one := _child(text, match))),
    )


def _before(text: str, end: int, *, spoken: bool) -> Found | None:
    end -= text[end - 1 : end] == " "
    match = _NAME.search(text, max(0, end - _LONGEST), end)
    if not match:
        return None
    start, name = match.start(), match.group()
    if name[0] in "のはがもにとを" and is_given(name[1:]) and name[1:] not in _NOT_HERE:
        return Found(start + 1, end, sure=False)
    if not _OPEN.search(text, max(0, start - 3), start):
        r = reading_of(text)
        whole = r.edges[start] == r.edges[end] == "1" and is_surname(name) and len(name) > 1
        chosen = whole and set(r.kinds[start:end]) in ({SURNAME}, {PLACE}, {GIVEN})
        start = start if chosen else _word_start(text, start, end)
        name = text[start:end]
        if chosen and _TAIL.search(text, max(0, start - 1), start):
            return None
        if start == end or (not chosen and not _OPEN.search(text, max(0, start - 3), start)):
            return None
    if name in FAMOUS or name in _NOT_HERE or PARTICLE in reading_of(text).kinds[start:end]:
        return None
    verdict, classes = judge(name), classes_of(name)
    if verdict is Verdict.KNOWN:
        common = is_plain(name) or is_place(name) or OTHER in classes
        if common and not spoken and (len(name) == 1 or is_plain(name)):
            return None
        return Found(start, end, not common)
    unknown = verdict is Verdict.POSSIBLE and not classes and text[end] in "はがも" and 1 < len(name) < 4
    return Found(start, end, sure=False) if unknown and _HAN_ONLY.fullmatch(name) else None


def _word_start(text: str, start: int, end: int) -> int:
    """The first word from `start` on that, with what follows, is a surname: 翌日森."""
    r = reading_of(text)
    place = r.end(start)
    while place < end and not is_surname(text[place:end]):
        place = r.end(place)
    return min(place, end)


def _ruby(match: re.Match[str]) -> Iterator[Found]:
    """菅野【かんの】: a name with its reading."""
    name, kana = match["name"], katakana(match["kana"])
    if any(kana in readings_of(name, kind) for kind in (SURNAME, GIVEN)):
        sure = not {NOUN, PLACE} & set(classes_of(name))
        yield Found(*match.span("name"), sure)
        yield Found(*match.span("kana"), sure)


def _either(match: re.Match[str]) -> Iterator[Found]:
    """葛西か笠井か: it was not understood which."""
    if is_surname(match["one"]) and is_surname(match["other"]):
        for group in ("one", "other"):
            yield Found(*match.span(group), len(match[group]) > 1 and NOUN not in classes_of(match[group]))


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """佐伯ひなの: a surname with a given name in hiragana, and no particle between them."""
    if (
        match.group() in FAMOUS
        or not is_surname(match["family"])
        or NOUN in classes_of(match["family"])
        or not reads_given(match["given"])
    ):
        return False
    r = reading_of(text)
    return r.edges[match.start()] == "1" and r.kinds[match.start("given")] not in (PARTICLE, OTHER, SUFFIX)


def _instead(match: re.Match[str]) -> Found | None:
    group = "name" if match["name"] else "last"
    classes = classes_of(match[group])
    if SURNAME not in classes or judge(match[group]) is not Verdict.KNOWN:
        return None
    return Found(*match.span(group), NOUN not in classes and len(match[group]) > 1)


def _numbered(text: str) -> tuple[Found, ...]:
    """1青山 2石毛 3宇野: a roll."""
    found = [match for match in _NUMBERED.finditer(text) if match["name"] not in NO_PERSON]
    named = [match for match in found if is_surname(match["name"])]
    if len(named) < 2 or len(named) * 3 < len(found) * 2:
        return ()
    sure = any(not {NOUN, PLACE} & set(classes_of(match["name"])) for match in named)
    return tuple(Found(*match.span("name"), sure and NOUN not in classes_of(match["name"])) for match in named)


def _group(text: str, match: re.Match[str]) -> Iterator[Found]:
    """りす組の凪、そら: children by their given names; a common word among them is one too."""
    found = ((i.start(), _cut(i.group())) for i in _ITEM.finditer(text, *match.span("names")))
    items = [(start, start + len(name), name) for start, name in found]
    named = [is_given(name) or is_surname(name) or reads_given(name) for *_, name in items]
    if not named[0] and not (len(items) > 1 and all(named[1:])):
        return
    for (start, end, name), is_name in zip(items, named, strict=True):
        if judge(name) is Verdict.NO or len(name) > 4 or (not is_name and start != items[0][0]):
            return
        plain = {NOUN, PLACE, OTHER} & set(classes_of(name))
        if plain and len(items) == 1 and "の" in match["gap"]:
            return
        yield Found(start, end, not plain)


def _cut(item: str) -> str:
    """美結の連絡帳: up to the particle."""
    return item if is_given(item) else re.split("(?<=.)[のをがはにと]", item, maxsplit=1)[0]


def _list(text: str, match: re.Match[str]) -> Iterator[Found]:
    """Three names or more beside one another, of which most are nothing else."""
    items = [(item.start(), item.end(), item.group()) for item in _ITEM.finditer(text, match.start(), match.end())]
    named = [is_surname(n) or is_given(n) or _kana_given(n) for *_, n in items]
    plain = sum(bool({NOUN, PLACE} & set(classes_of(n))) for *_, n in items)
    if sum(named) < len(items) or plain * 2 > len(items):
        return
    for start, end, name in items:
        if judge(name) is not Verdict.NO:
            yield Found(start, end, sure=False)


def _child(text: str, match: re.Match[str]) -> Found | None:
    """母めぐみ, 息子れん発熱, but not 父または母."""
    start, end = match.span("name")
    r, name = reading_of(text), match["name"]
    if name in NO_GIVEN_KANA:
        return None
    glued = end < len(text) and bool(_TAIL.match(text, end))
    word = r.kinds[start] not in (OTHER, PARTICLE)
    if is_given(name) or (word and reads_given(name)):
        return Found(start, end, not glued)
    return Found(start, end, sure=False) if len(name) > 2 and reads_given(name) and not glued else None


def _kana_given(name: str) -> bool:
    return bool(_KANA.fullmatch(name)) and reads_given(name) and not {NOUN, OTHER} & set(classes_of(name))


_KANA = regex(f"[{HIRAGANA}]{{2,5}}|[{KATAKANA}]{{2,6}}")

ACT = NameRule("said", lambda view: search(view.text))
