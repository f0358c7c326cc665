"""Names known by what is said of them: 「…」と名乗る, …という方, …（夫）, …（34）, うちは…."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.slots import before
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import FAMOUS, HONORIFICS, PEOPLE, ROLES
from generator.redaction.words import GIVEN, NOUN, PARTICLE, PLACE, SURNAME, classes_of, is_place, is_plain, reading_of

_N = f"{HAN}{HIRAGANA}{KATAKANA}{LATIN}"
_PERSON = (
    "(?:お?名前|氏名|お?名字|苗字|姓|氏|実名|本名|通称|方(?![針法式向面策])|人|者|男性|女性|男|女|利用者|患者|住民"
    "|町民|市民|区民|職員|児童|生徒|園児|相談員|一文字の)"
)
_SAID = regex(
    f"(?:と申(?:し|す)|と名[乗の]|って(?:いう|言う)?(?:人|方|者|やつ|男|女|奴)|といいま|と言いま|と称"
    f"|とおっしゃ|と仰|という(?:下の)?{_PERSON}"
    f"|とい(?:う|った)(?:下の)?{_PERSON}"
    f"|と(?:お)?呼[びばん]|と書(?:いて|き)[ 「]?|とお?読[みむ]|と署名|の名で|の名前で|名義(?!変更)"
    f"|の認印|を名乗|を自称|こと[{HAN}{KATAKANA}])"
)
_QUOTED = regex(f"「(?P<name>[{_N}][{_N} ・=.&＆]{{0,19}})」(?:[(][^()\n]{{1,12}}[)])?(?P<said>[^「」\n]{{0,12}})")
_QUOTE_STRONG = regex(
    f"(?:と申|と名|と称|とおっしゃ|という(?:下の)?{_PERSON}|という名(?!称)|と(?:お)?呼|と書いて"
    f"|とお?読|と署名|の署名|の名で|の名義|名義|の認印|の印鑑"
    f"|を名乗|宛て|あて|様|さま|さん|氏|くん|君|ちゃん|等の姓|などの姓|の姓|等の名(?!称)|の名札"
    f"|と書かれた名札|という名札|の表札|と聞き取|の[0-9]文字|の記録|の証明)"
)
_HONOUR = regex(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})$")
_QUOTE_WEAK = regex(
    "(?:と記載|との記載|と記入|と表示|と印字|と印刷|と手書き|と書かれ|と記され|から|まで|より|へ|の"
    "|のフルネーム|と入力|と登録|と誤記|とある|とあっ|が|は|に|を|と"
    "|ではなく|等|など|のほか|、|の行|です)"
)
_ABOUT_NAMES = regex("氏名|名前|名字|苗字|姓|名簿|表札|名札|宛名|署名|実名|と呼|さん|様|読み")
_INTRODUCED = regex(
    "(?:名前|氏名|氏|名字を付記。例|例|例えば|名札|署名|宛名|表札|居住者名|保護者名|児童名|姓|名字"
    "|苗字|記名|表示名|持ち主|名|名義|相手)(?:として|欄に|の欄に|が|は"
    "|も|には|に|を)?[ 、:]*(?=「)"
)
_QUOTES = regex(
    f"「(?:[0-9:]{{1,5}}番? {{1,2}})?(?P<name>[{_N}][{_N} ・=.&＆]{{0,19}})」(?:[(][^()\n]{{1,12}}[)])?[、やと"
    f"及びかの]{{0,2}}"
)
_NOTE = regex(
    "[ ]?[(](?:(?:の)?(?:夫|妻|父|母|祖父|祖母|長男|長女|次男|二男|次女|二女|三男|三女|兄|姉|弟|妹"
    "|孫|甥|姪|息子|娘|双子の[兄弟姉妹]|配偶者|本人|大家"
    "|家主|故人|死亡|友人|知人|代表者の?[長次]?[男女]?|小[1-6]|中[1-3](?:[男女]子)?|高[1-3](?:[男女]子)?"
    "|年[長中少]|[1-6]年生?"
    "|[0-9]歳児|男|女|男性|女性|いとこ|おじ"
    "|おば|義[父母兄弟姉妹]|[^()\n]{1,14}(?:在住|出身|国籍|籍)|姓登録なし|会計年度任用職員|元?職員|嘱託員?"
    "|非常勤|臨時職員|[姓名]のみ[^()\n]{0,6}|下の名前|自署|仮名でない|個人|共有"
    "|brother|sister|father|mother"
    "|wife|husband|son|daughter)[)、, ]"
    "|[0-9]{1,3}(?:歳|才|か月|ヶ月)?(?:[)]|、|・|,)|(?:昭和|平成|令和|大正|明治)[0-9元 ]{1,4}年|[SHRT][0-9]{1,2}[.]"
    "|(?:19|20)[0-9]{2}[年/.-]|旧姓|通称|通名|日本名|本名|戸籍名|旧氏)"
)
_NAMED_THING = regex(
    "(?:屋号|店名|商号|社名|団体名|施設名|システム名|サービス名|件名|題名|建物名|マンション名|犬|猫"
    "|ペット|アプリ|書名|品名|商品名)(?:は|の|で|が|として"
    "|を)?[ :]?「?[^「」、。]{0,8}$"
)
_HIRAGANA = regex(f"[{HIRAGANA}]")
_LOOSE = ("といい", "と言い", "と書", "と読", "とお読", "と呼", "こと", "名義")
_STEM = regex(f"[{HAN}]+(?=[{HIRAGANA}{KATAKANA}])")
_NICKNAME = regex(f"「(?P<name>[{HIRAGANA}{KATAKANA}]{{1,4}}(?:くん|ちゃん|たん|っち))」")
_CHILD = regex("[ ]?[(](?:小[1-6]|中[1-3]|年[長中少]|[1-6]年|[0-9]歳)")
_AFTERWARDS = regex(
    "(?:[ ]{1,3}|、|,)(?:[0-9]{1,3}(?:歳|才)|男[ 、)]|女[ 、)]|[小中高][1-6](?=[ 、)\n]|$)"
    "|[MTSHR][0-9]{1,2}(?:[.][0-9]|年|生|\n|$)|(?:昭和|大正"
    "|明治)[0-9元]{1,2}年|(?:19|20)[0-9]{2}[/.-][0-9]{1,2}[/.-][0-9]|S[0-9]{2}死亡|[0-9]{2}[MF][ ])"
)
_SELF = regex(
    f"(?:私|わたし|わたくし|うち|我が家)(?:は|、|の名前は|の名字は"
    f"|こと)(?P<name>[{_N}]{{1,7}}?(?: [{_N}]{{1,5}}?)?)(?:です|と申"
    f"|でございます|だけど|なんです|じゃな|ではな|、|は、)"
)
_THERE = regex(
    f"(?:^|[「『\n。:：])[ ]?(?P<name>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,8}}|[{HIRAGANA}]{{2,6}})(?:です|でございます"
    f"|だけど)(?:[。」』、]|と|が)"
)
_SPOKEN = regex(
    f"「[ ]?(?P<name>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,8}}|[{HIRAGANA}]{{2,5}}(?![{HIRAGANA}]))(?= {{1,2}}"
    f"|から|が(?!丘|ん)|は(?!い)|に|を|と(?!う)|、|です|だ|様|さん|ではな|じゃな)"
)
_NOW = regex(
    f"(?:今は|現在は|前は|旧姓は|本名は|名前は|名字は|姓は|氏名は|相手は|犯人は|差出人は|持ち主は|本人は"
    f"|うちは|苗字は|つまり|正しくは|正式には"
    f"|実は)(?P<name>[{HAN}]{{1,4}}[{HIRAGANA}]{{0,3}}?|[{KATAKANA}]{{2,8}})(?=[」、。]|です|だ|でし"
    f"|と|で(?!き)|様"
    f"|さん)"
)
_ITS = regex(
    "の(?:証明|申請|届出|通帳|口座|携帯|電話|氏名|名前|生年月日|住所|カルテ|私物|家族|基礎年金番号"
    "|個人番号|マイナンバー|保険証|免許証|印鑑|成績|病名|診断書|住民票|戸籍"
    "|印鑑証明|税|年金|実名|発言のうち|姓|印影|番号|メール|アドレス|顔写真|写真|所見|自署|担当|容体|遺品)"
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name of which one of these things is said."""
    found = [
        _before(text, match.start(), strict=not match.group().startswith(_LOOSE)) for match in _SAID.finditer(text)
    ]
    found += [_quoted(text, match) for match in _QUOTED.finditer(text)]
    found += [Found(*match.span("name")) for match in _NICKNAME.finditer(text)]
    for match in _INTRODUCED.finditer(text):
        if not _NAMED_THING.search(text, max(0, match.end() - 14), match.end()):
            found += _row_of_quotes(text, match.end())
    for pattern in (_NOTE, _AFTERWARDS):
        found += [
            _noted(text, match.start(), child=bool(_CHILD.match(match.group()))) for match in pattern.finditer(text)
        ]
    for match in _SELF.finditer(text):
        found.append(
            _whole(
                text,
                match.start("name"),
                match.end("name"),
                strict=match.group().startswith(("うち", "私、")) or "申" in match.group(),
            )
        )
    for match in _THERE.finditer(text):
        found.append(_whole(text, match.start("name"), match.end("name"), strict=False))
    for pattern in (_SPOKEN, _NOW):
        found += [
            _whole(text, *match.span("name"), strict=_surnamed(match["name"])) for match in pattern.finditer(text)
        ]
    for match in _ITS.finditer(text):
        found.append(_owner(text, match.start()))
    return tuple(one for one in found if one)


def _before(text: str, end: int, *, strict: bool) -> Found | None:
    while end > 0 and text[end - 1] in '」』"':
        end -= 1
    if _NAMED_THING.search(text, max(0, end - 24), end):
        return None
    if end == 0 or text[end - 1] in ")。、\n ":
        return None
    r = reading_of(text)
    start = before(r, end)
    if start is None:
        return None
    name = text[start:end]
    if (
        start
        and _HIRAGANA.match(name)
        and _HIRAGANA.match(text[start - 1])
        and not (is_given(name) or is_surname(name))
    ):
        return None
    if strict and judge(name) is Verdict.KNOWN:
        return Found(start, end)
    return _whole(
        text,
        start,
        end,
        strict=strict and (start == 0 or text[start - 1] in '「『" \n、。(' or r.kinds[start - 1] == PARTICLE),
    )


def _noted(text: str, end: int, *, child: bool) -> Found | None:
    """The name before （夫）, （34）, （小２）."""
    if end == 0 or text[end - 1] in ")。、\n 」":
        return None
    start = before(reading_of(text), end)
    if start is None:
        return None
    name = _HONOUR.sub("", text[start:end]) or text[start:end]
    end = start + len(name)
    verdict = judge(name)
    if verdict is Verdict.KNOWN or (name[0].isascii() and len(name) > 2):
        return Found(start, end)
    open_before = start == 0 or text[start - 1] in " 、。(「\n・|/:=→"
    if verdict is Verdict.NO or not open_before or not (child or " " in name or "・" in name):
        return None
    return Found(start, end, verdict is Verdict.POSSIBLE)


def _surnamed(name: str) -> bool:
    """A surname with kana after it: 桐谷さつき."""
    stem = _STEM.match(name)
    return stem is not None and is_surname(stem.group()) and len(stem.group()) > 1


def _whole(text: str, start: int, end: int, *, strict: bool) -> Found | None:
    name = text[start:end]
    verdict = Verdict.NO if name in FAMOUS else judge(name)
    if verdict is Verdict.KNOWN:
        common = is_plain(name) or is_place(name)
        if common and not strict and len(name) == 1 and text[start - 1 : start] != "「":
            return None
        return Found(start, end, strict or not common)
    if verdict is Verdict.NO or not strict:
        quoted = text[start - 1 : start] == "「" and len(name) > 2 and reads_given(name)
        return Found(start, end, sure=False) if quoted and verdict is Verdict.WORD else None
    return Found(start, end, verdict is Verdict.POSSIBLE)


def _quoted(text: str, match: re.Match[str]) -> Found | None:
    start, end = match.span("name")
    if _NAMED_THING.search(text, max(0, start - 10), start):
        return None
    first = match["name"].split(" ", maxsplit=1)
    if len(first) > 1 and (first[0] in PEOPLE or first[0] in ROLES):
        return _whole(text, end - len(first[1].lstrip()), end, strict=True)
    if _QUOTE_STRONG.match(match["said"]):
        name = _HONOUR.sub("", match["name"])
        return None if judge(name) is Verdict.NO else Found(start, start + len(name))
    verdict = judge(match["name"])
    full = " " in match["name"] or (
        verdict is Verdict.KNOWN and not is_surname(match["name"]) and not is_given(match["name"])
    )
    single = len(match["name"]) == 1 and NOUN in classes_of(match["name"])
    if verdict is Verdict.KNOWN and not single and (full or _QUOTE_WEAK.match(match["said"])):
        classes = classes_of(match["name"])
        return Found(start, end, full or not (NOUN in classes or PLACE in classes))
    if (is_surname(match["name"]) or is_given(match["name"])) and verdict is not Verdict.NO:
        low = max(text.rfind("。", 0, start), text.rfind("\n", 0, start), start - 60)
        if _ABOUT_NAMES.search(text, max(low, 0), min(end + 30, len(text))):
            return Found(start, end, sure=False)
    return None


def _row_of_quotes(text: str, place: int) -> list[Found | None]:
    found: list[Found | None] = []
    while (match := _QUOTES.match(text, place)) is not None:
        verdict = judge(match["name"])
        if verdict is not Verdict.NO:
            found.append(
                Found(match.start("name"), match.end("name"), verdict is not Verdict.WORD or len(match["name"]) < 3)
            )
        place = match.end()
    return found


def _owner(text: str, end: int) -> Found | None:
    r = reading_of(text)
    if end == 0 or r.kinds[end - 1] not in (SURNAME, GIVEN):
        return None
    start = before(r, end)
    if start is None or (start > 0 and r.kinds[start - 1] not in "sjv"):
        return None
    classes = classes_of(text[start:end])
    return Found(start, end, not (is_plain(text[start:end]) or is_place(text[start:end]))) if classes else None


SAID = NameRule("said", lambda view: search(view.text))
