"""Two words with a space between them, that are surname and given name by the dictionary or by their shape."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import ABROAD_HAN, HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.slots import surname_before
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import (
    BODIES_AFTER,
    BODIES_BEFORE,
    HONORIFICS,
    LABELS,
    NO_PERSON,
    PEOPLE,
    ROLES,
)
from generator.redaction.near import near
from generator.redaction.words import (
    GIVEN,
    NOUN,
    OTHER,
    PARTICLE,
    PERSON,
    PLACE,
    SUFFIX,
    Reading,
    classes_of,
    reading_of,
)

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_GAP = regex(f"(?<=[{_N}])(?: {{1,2}}| ?\n {{0,8}})(?=[{_N}])")
_RUN = regex(f"[{_N}]{{1,9}}")
_LEFT_RUN = regex(f"(?<![{_N}0-9])[{_N}]{{1,6}}\\Z")
_MIDDLE = near(
    regex(f"[・ =][{KATAKANA}]{{2}}"),
    f"(?<![{HAN}{KATAKANA}])(?P<first>[{HAN}]{{1,4}})[・ =][{KATAKANA}]{{2,12}}(?:[・ =](?:[{HAN}]{{1,3}}"
    f"|[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,8}}))(?![{_N}])",
)
_KANA = near(
    regex(f"[{KATAKANA}] {{1,2}}[{KATAKANA}]"),
    f"(?<![{KATAKANA}・A-Za-z])[{KATAKANA}]{{2,}}(?: {{1,2}}[{KATAKANA}]{{2,}})+(?: {{1,2}}[{KATAKANA}])?"
    f"(?![{KATAKANA}・])",
)
_BOUND = regex(f"[{HAN}]")
_HONOUR = regex(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})\\Z")
_KANA_HAN = regex(f"[{HIRAGANA}{KATAKANA}]{{1,3}}[子江代美枝乃恵]")
_HAN_RUN = regex(f"[{HAN}]+")
_HAN_KANA = regex(f"[{HAN}]{{1,2}}[{HIRAGANA}]{{1,2}}[子江代美枝乃恵](?![{_N}])")
_HAN = regex(f"[{HAN}ケヶノツ]+")
_HIRA = regex(f"[{HIRAGANA}]+")
_HIRA_LAST = regex(f"(?<![{HIRAGANA}])[はがのをにとも](?P<name>[{HIRAGANA}]{{2,6}})\\Z")
_HAN_LAST = regex(f"[{HIRAGANA}](?P<name>[{HAN}]{{1,4}})\\Z")
_KATA = regex(f"[{KATAKANA}]+")
_BODY = regex(f"(?:{'|'.join(map(re.escape, BODIES_AFTER))}|[課係局署庁所会員者])\\Z")
_BODY_BEFORE = regex(f"(?:{'|'.join(map(re.escape, BODIES_BEFORE))})\\Z")
_HEADINGS = frozenset((*LABELS, "メール", "アドレス", "コード", "カード", "データ", "ファイル"))
_ERA = regex("令和|平成|昭和|大正|明治")
_SPACED = regex(f"(?<![{_N}])[{_N}] {{1,3}}[{_N}] {{1,3}}[{_N}](?![{_N}])")
_BULLET = regex("(?:^|\n)[ ]*[・●○■□①-⑳(0-9.)]{1,4}[ ]*\\Z")
_AFTER_GIVEN = tuple("のはがをにとも")
_NO_GIVEN = frozenset("月火水木金土日年時分秒件名人円回歳個本枚台号番大中小上下左右前後内外有無可否要不済未計約他")
_DIRECTIONS = frozenset("東西南北上下中前後左右本新旧大小")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every pair, and every row of katakana words, that is a name."""
    found = [one for gap in _GAP.finditer(text) if (one := _pair(text, gap))]
    for match in _MIDDLE.finditer(text):
        last = re.split("[・ =]", match.group())[-1]
        if (
            is_surname(match["first"])
            and (is_given(last) or "・" in match.group() or not _HAN.fullmatch(last))
            and judge(match.group()) is not Verdict.NO
        ):
            found.append(Found(match.start(), match.end()))
    found += [one for match in _KANA.finditer(text) if (one := _katakana(text, match))]
    return tuple(found)


def _pair(text: str, gap: re.Match[str]) -> Found | None:
    if _KATA.fullmatch(text[gap.start() - 1]) and _KATA.fullmatch(text[gap.end()]):
        return None
    r = reading_of(text)
    right = _RUN.match(text, gap.end())
    second = _cut(r, gap.end(), right.group() if right else "")
    left = _LEFT_RUN.search(text, max(0, gap.start() - 8), gap.start())
    if left:
        start: int | None = left.start() + role_before(left.group())
    else:
        start = (
            _kana_start(text, gap.start())
            or surname_before(r, gap.start(), spaced=False)
            or _han_start(text, gap.start())
        )
    if start is None or not second:
        return None
    if r.kinds[start] == SUFFIX and start and _HAN.match(text, start - 1):
        return None  # 総務部長 議案
    first = text[start : gap.start()]
    sure = _judged(r, start, first, gap.end(), second)
    if sure is None and left and (begin := surname_before(r, gap.start(), spaced=False)) is not None and begin != start:
        if r.kinds[begin] == SUFFIX and begin and _HAN.match(text, begin - 1):
            return None
        start, first = begin, text[begin : gap.start()]
        sure = _judged(r, start, first, gap.end(), second)
    if sure is None or ("\n" in gap.group() and not _broken(first, second)):
        return None
    return Found(start, gap.end() + len(second), sure)


def _broken(first: str, second: str) -> bool:
    """Whether a line end parts a surname and a given name, and not two signs of a table."""
    return is_surname(first) and is_given(second) and len(first + second) > 2


def _kana_start(text: str, end: int) -> int | None:
    """Where a surname in hiragana begins behind a particle: 口座はうえくさ."""
    run = _HIRA_LAST.search(text, max(0, end - 8), end)
    return run.start("name") if run and len(run["name"]) > 2 and reads_surname(run["name"]) else None


def _han_start(text: str, end: int) -> int | None:
    """Where kanji begin behind a particle: 別人である多々羅."""
    run = _HAN_LAST.search(text, max(0, end - 6), end)
    return run.start("name") if run else None


def role_before(word: str) -> int:
    """The length of a word for a person's part that the surname is glued to: 世帯主桐谷."""
    if is_surname(word):
        return 0
    for size in range(1, len(word) - 1):
        if is_surname(word[size:]) and NOUN in classes_of(word[:size]) and word[size - 1] in "者人員医師士生主官役手児":
            return size
    return next((size for size in range(len(word) - 1, 1, -1) if word[:size] in ROLES), 0)


def _cut(r: Reading, start: int, run: str) -> str:
    """The second word up to the first particle or honorific: 千景の, 源太から."""
    bare = _HONOUR.sub("", run)
    if len(bare) == 1 and run == bare + "君" and r.text[start + 2 : start + 3] in ("(", " ", "\n", ""):
        return run  # 林 文君
    if (
        is_given(bare)
        or len(bare) < 2
        or _KANA_HAN.fullmatch(bare)
        or (len(bare) < 6 and _HIRA.fullmatch(bare) and reads_given(bare))
    ):
        return bare
    han = _HAN_RUN.match(bare)
    if han and r.edges[start + len(han.group())] == "0" and han.group() != bare:
        return bare  # 定め
    if han and len(han.group()) < 4 and (len(han.group()) == len(bare) or not _HAN_KANA.match(bare)):
        return _given_in(han.group())
    kana = _HIRA.match(run)
    if kana and len(kana.group()) > 1:
        sizes = (
            n
            for n in range(min(5, len(kana.group())), 1, -1)
            if reads_given(run[:n]) and run[n : n + 1] in _AFTER_GIVEN
        )
        if size := next(sizes, 0):
            return run[:size]
    whole, kinds = run, list[str]()
    for begin, end, kind in r.words(start, start + len(run)):
        word = r.text[begin:end]
        if (
            begin > start
            and (kind in (PARTICLE, SUFFIX, OTHER) or (kinds == [GIVEN] and word not in "子江代美枝乃"))
            and word not in "子江代美枝乃恵"
        ):
            whole = r.text[start:begin]
            break
        kinds.append(kind)
    return _HONOUR.sub("", whole)


def _given_in(run: str) -> str:
    """The given name with which a run of kanji begins, where a common word follows it."""
    sizes = (n for n in (3, 2, 1) if n < len(run) and is_given(run[:n]) and classes_of(run[n:]))
    known = next(sizes, 0)
    tail = run[known:]
    return run[:known] if known and len(tail) > 1 and NOUN in classes_of(tail) else _HONOUR.sub("", run)


def _judged(r: Reading, start: int, first: str, place: int, second: str) -> bool | None:
    if any(
        w in NO_PERSON or (w in PEOPLE and not is_surname(w)) or w in ROLES for w in (first, second)
    ) or _BODY_BEFORE.search(first):
        return None
    if re.search("[市町村区県郡]$", second) and not is_given(second):
        return None
    if _HAN.fullmatch(first):
        return _han(r, first, place, second)
    if _HIRA.fullmatch(first) and len(first) > 1:
        return _hiragana(r, start, first, second)
    return None


def _han(r: Reading, first: str, place: int, second: str) -> bool | None:
    if _ERA.fullmatch(first + second):
        return None
    if len(first) == 1 == len(second) and (
        NOUN in classes_of(first + second) or _SPACED.search(r.text, max(0, place - 5), place + 4)
    ):
        return None  # 内　容, a label written wide
    surname, given = is_surname(first) or (first in ABROAD_HAN and len(second) < 3), is_given(second)
    if surname and given:
        return not (first in _DIRECTIONS and second in _DIRECTIONS)
    if surname:
        return _known_surname(r, first, place, second)
    if given and len(first) <= 5 and not _BODY.search(first):
        classes = classes_of(first)
        if not classes:
            return None if _compound(r, place - len(first) - 1, first) else True
        if (PLACE in classes or PERSON in classes) and NOUN not in classes:
            return True
        celled = r.text[max(0, place - len(first) - 2) : place - len(first) - 1] in ("\t", "|", "\n")
        return False if len(first) < 4 and (celled or (NOUN not in classes_of(second) and len(second) > 1)) else None
    return None


def _compound(r: Reading, start: int, first: str) -> bool:
    """保存期間: common words of two kanji in a row."""
    start = max(start, 0)
    words = [(b, e, k) for b, e, k in r.words(r.begin(start), start + len(first))]
    return len(words) > 1 and all(kind == NOUN and end - begin > 1 for begin, end, kind in words)


def _known_surname(r: Reading, first: str, place: int, second: str) -> bool | None:
    classes = classes_of(second)
    if _HIRA.fullmatch(second):
        if r.kinds[place] in (PARTICLE, OTHER) and not reads_given(second):
            return None
        if len(first) == 1 and NOUN in classes and not reads_given(second):
            return None  # 机 いす
        return True if 2 <= len(second) <= 5 else None
    if _KATA.fullmatch(second):
        return True if len(second) <= 3 or not classes or PERSON in classes else None
    if len(second) > 3 and not is_given(second[:2]):
        return None
    if NOUN in classes and not {PLACE, NOUN} & set(classes_of(first)) and len(second) == 2:  # 桐谷 白虎
        return False
    if not classes:
        return True if not _BODY.search(second) and judge(second) is not Verdict.NO else None
    if (NOUN not in classes and PLACE in classes) or (len(second) == 1 < len(first) and second not in _NO_GIVEN):
        return False
    listed = _BULLET.search(r.text, max(0, place - len(first) - 8), place - len(first) - 1)
    return False if listed and len(second) < 3 else None


def _hiragana(r: Reading, start: int, first: str, second: str) -> bool | None:
    if not (_HIRA.fullmatch(second) or _HAN.fullmatch(second)) or len(first) > 6 or len(second) > 6:
        return None
    words = set(r.kinds[start : start + len(first)])
    if reads_surname(first) and reads_given(second) and (len(first) > 2 or not words & {PARTICLE, OTHER}):
        return True
    if is_surname(first) and (is_given(second) or r.kinds[start] in "SGN"):
        return True
    if is_given(second) or is_surname(first):
        return start == 0 or r.text[start - 1] in '「『"(\t|'
    return None


def _katakana(text: str, match: re.Match[str]) -> Found | None:
    start, words = match.start(), re.split(" +", match.group())
    while words and words[0] in _HEADINGS:
        words = words[1:]
        start = match.start() + match.group().index(words[0], start - match.start() + 1) if words else match.end()
    if len(words) < 2 or re.search(f"[{KATAKANA}]・\\Z", text[max(0, match.start() - 2) : match.start()]):
        return None
    if reads_surname(words[0]) and reads_given(words[-1]) and match.end() - start > 4:
        return Found(start, match.end())
    if _BOUND.match(text[start - 1 : start]) or _HAN.match(text, match.end()):
        return None
    persons = [is_surname(w) or is_given(w) or PERSON in classes_of(w) for w in words]
    nouns = sum(NOUN in classes_of(w) and not person for w, person in zip(words, persons, strict=True))
    if not any(persons) and nouns:
        return None
    return Found(start, match.end(), (any(persons) and nouns < 2) or (len(words) > 2 and not nouns))


PAIR = NameRule("pair", lambda view: search(view.text))
