"""Two words with a space between them that fill a field: 薬袋 マリセル in a row with a birth date, 五十嵐 与五右エ門.

`pairs` knows surnames and given names in running text; here the place tells that a name stands, and shape is enough.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.lines import in_row
from generator.redaction.names.pairs import role_before
from generator.redaction.names.readings import reads_given, reads_surname, written_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import ABROAD_HAN, HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_given, is_surname, splits, unknown_given
from generator.redaction.names.vocabulary import BODIES_AFTER, HONORIFICS, KIN, LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.near import near
from generator.redaction.words import GIVEN, NOUN, OTHER, PERSON, PLACE, classes_of

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_HONOUR = f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})"
_TWO = near(
    regex(f" (?=[{_N}])"),
    f"(?:(?<![{_N}{LATIN}0-9])(?=(?P<first>[{_N}]{{1,8}})(?P<gap> {{1,2}})(?P<second>[{_N}]{{1,6}}?(?={_HONOUR})"
    f"|[{_N}]{{1,8}}(?![{_N}{LATIN}])))"
    f"|(?<=[{HIRAGANA}])(?=(?P<glued>[{HAN}]{{1,4}}"
    f"|[{KATAKANA}]{{2,8}}) {{1,2}}(?P<honoured>[{_N}]{{1,6}}?)(?={_HONOUR})))",
    reach=32,
)
_TAIL = regex(f"(?:{_HONOUR}|分|宛て?|あて|方|宅|名義|ほか|他|ら|本人)+$")
_KANA = regex(f"[{HIRAGANA}]{{2,6}}|[{KATAKANA}]{{2,10}}")
_HAN_ONLY = regex(f"[{HAN}ノケヶツ]+")
_OLD = regex(
    f"[{HIRAGANA}{KATAKANA}]{{1,3}}[子江代美枝乃恵]|[{HAN}]{{1,3}}[左右]?(?:衛|エ|ヱ|え|ゑ|ヱ)門"
    f"|[{HIRAGANA}{KATAKANA}]*[ゑゐゞヱヰヽ]"
    f"[{HIRAGANA}{KATAKANA}]*|[{HAN}][げゑいえのりみきこよじ]|[{HAN}]{{2}}[のみよこ]|[{HAN}][ノ之][{HAN}]"
)
_LAND = frozenset("橋川山池島町村坂沼浜岬峠岳湾湖場谷沢")
"""What names of land and surnames both end with."""
_BODY = regex(
    f"(?:{'|'.join(re.escape(b) for b in BODIES_AFTER if b not in _LAND)}"
    f"|[課係局署庁所会員者先日年月額円件数無有済印])$"
)
_HONOURED = regex(_HONOUR)
_ERA = regex("令和|平成|昭和|大正|明治")
_STRONG = "[\t|,/「」『』\"'()=:;・\n→]"
_OPENED = regex(f"(?:^| {{2}}|{_STRONG} ?)\\Z")
_SHUT = regex(f" ?{_STRONG}| {{2}}|$")
_NOT_NAMES = frozenset((*NO_PERSON, *(ROLES - {"故"}), *KIN, *LABELS))
_KANA_SURNAME = regex(f"[{KATAKANA}]{{3,8}}(?P<family>[{HAN}]{{1,3}})")
_BANK = regex("銀行|信金|信用金庫|農協|信組|労金|普通|当座|支店|本店|JA")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every pair that fills a field."""
    graded = [(grade, found) for match in _TWO.finditer(text) for grade, found in _judged(text, match)]
    taken: list[Found] = []
    for _, one in sorted(graded, key=lambda pair: (-pair[0], pair[1].start)):
        if not any(one.start < other.end and other.start < one.end for other in taken):
            taken.append(one)
    return tuple(sorted(taken))


def _judged(text: str, match: re.Match[str]) -> list[tuple[int, Found]]:
    groups = ("first", "second") if match["first"] else ("glued", "honoured")
    lead = 0 if len(match[groups[0]]) < 3 else role_before(match[groups[0]])
    first, second = match[groups[0]][lead:], match[groups[1]]
    bare = second if is_given(second) else _TAIL.sub("", second)
    honoured = bare != second or bool(_HONOURED.match(text, match.end(groups[1])))
    grade = pair_grade(first, bare, honoured=honoured) if bare else 0
    if grade < 2 and bare and _after_role(text, match.start(groups[0])) and _shaped(first, bare):
        return [
            (
                1,
                Found(
                    match.start(groups[0]) + lead,
                    match.start(groups[1]) + len(bare),
                    sure=in_row(text, match.start(groups[0])),
                ),
            )
        ]
    if grade < 2:
        return []
    start, end = match.start(groups[0]) + lead, match.start(groups[1]) + len(bare)
    row = in_row(text, start)
    if row and grade < 3 and _BANK.search(text, max(0, start - 12), end + 6):
        return []
    sure = row or honoured or _after_role(text, start)
    alone = bool(_stands(text, start, end))
    return [(grade, Found(start, end, sure or (grade > 2 and alone)))] if sure or alone else []


def _shaped(first: str, second: str) -> bool:
    """Two words of which nobody knows the second, or a single kanji before one that may be a given name."""
    if (
        first in NO_PERSON
        or first in ROLES
        or second in _NOT_NAMES
        or _BODY.search(second)
        or not _HAN_ONLY.fullmatch(first)
    ):
        return False
    if _KANA.fullmatch(second):
        return not classes_of(second)
    return len(first) == 1 and (written_given(second) or len(second) == 1) and bool(_HAN_ONLY.fullmatch(second))


def _stands(text: str, start: int, end: int) -> bool:
    """Whether nothing else is in the field."""
    return bool(_OPENED.search(text, max(0, start - 3), start) and _SHUT.match(text, end))


def _after_role(text: str, start: int) -> bool:
    words = text[max(0, start - 10) : start].replace("\t", " ").rstrip(" :").split(" ")
    return start > 0 and text[start - 1] in " :\t" and words[-1].rsplit("\n", 1)[-1] in ROLES


def pair_grade(first: str, second: str, *, honoured: bool = False) -> int:
    """3: surname and given name; 2: one of them, and the other may be; 0: no name."""
    if first in _NOT_NAMES and not (first in ABROAD_HAN or (len(first) > 1 and is_surname(first))):
        return 0
    if second in _NOT_NAMES or second in PEOPLE:
        return 0
    if first in PEOPLE and not is_surname(first):
        return 2 if len(first) == 1 and _only_given(second) else 0
    if _ERA.match(second) or (len(first) == len(second) == 1 and NOUN in classes_of(first + second)):
        return 0
    kana = _KANA.fullmatch(first)
    mixed = _KANA_SURNAME.fullmatch(first)
    if mixed and is_surname(mixed["family"]):
        return 2 if _is_given(second) or _may_be_given(second) else 0
    surname = (reads_surname(first) and len(first) > 1) if kana else (is_surname(first) or first in ABROAD_HAN)
    given = _is_given(second)
    if surname and given:
        return 2 if kana and {NOUN, OTHER} & set(classes_of(second)) and not is_given(second) else 3
    if _HAN_ONLY.fullmatch(first + second) and len(first) > 1 and splits(first + second) > len(first):
        return 2
    if given and _may_be_surname(first, second, honoured=honoured):
        return 2
    return 2 if surname and not kana and _may_be_given(second) else 0


def _is_given(word: str) -> bool:
    classes = classes_of(word)
    if GIVEN in classes or (_KANA.fullmatch(word) and reads_given(word) and OTHER not in classes):
        return True
    return not classes and (bool(_OLD.fullmatch(word)) or unknown_given(word))


def _only_given(word: str) -> bool:
    classes = set(classes_of(word))
    return len(word) > 1 and classes == {GIVEN}


def _may_be_surname(word: str, second: str, *, honoured: bool) -> bool:
    """A word that no common list knows, or one kanji or two before what is nothing but a given name."""
    classes = classes_of(word)
    if _BODY.search(word) or judge(word) is Verdict.NO:
        return False
    if not classes or PERSON in classes or PLACE in classes:
        return bool(_HAN_ONLY.fullmatch(word)) or (len(word) > 2 and bool(_KANA.fullmatch(word)))
    plain = {NOUN, OTHER} & set(classes_of(second))
    return bool(_HAN_ONLY.fullmatch(word)) and len(word) < 4 and not plain and (honoured or len(second) > 1)


def _may_be_given(word: str) -> bool:
    classes = classes_of(word)
    if _BODY.search(word) or judge(word) is Verdict.NO:
        return False
    if _KANA.fullmatch(word):
        return not classes or PERSON in classes
    if not _HAN_ONLY.fullmatch(word) or len(word) > 3 or PLACE in classes:
        return False
    return not classes or (len(word) == 2 and written_given(word) and len(set(classes)) == 1)


SPACED = NameRule("pair", lambda view: search(view.text))
