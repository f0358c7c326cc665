"""Where a name ends that begins here, and where it begins that ends here.

Both walk over the words of a `Reading`; that a name stands here at all is the caller's knowledge.
"""

from __future__ import annotations

import re

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.scripts import HAN, HIRAGANA, KANA_NAME, KATAKANA, LATIN, LATIN_NAME
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import full_kana, full_kana_last, is_given, is_surname
from generator.redaction.names.vocabulary import HONORIFICS, KIN, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import (
    GIVEN,
    NUMBER,
    OTHER,
    PARTICLE,
    PERSON,
    PREFIX,
    SIGN,
    SUFFIX,
    SURNAME,
    Reading,
    classes_of,
)

LONGEST = 8
"""Characters of a Japanese name without its space; longer ones are split names of other languages."""

_STOPS = frozenset((*ROLES, *HONORIFICS))
_LAST_KANA = regex(f"(?:{KANA_NAME})$")
_LAST_LATIN = regex(f"(?:{LATIN_NAME})$")
_FIRST_KANA = regex(KANA_NAME)
_FIRST_LATIN = regex(f"{LATIN_NAME}(?![{LATIN}])")
_HIRAGANA_RUN = regex(f"[{HIRAGANA}]+$")
_ROLE_END = regex(
    "[者員先所社店客主方人校園課係会局院庁署隊団班部室級生婦夫親童師士家屋業官役長達衆組側体区市町"
    "村県内等付在住籍卒年期名中外間]$"
)
_HAN = regex(f"[{HAN}]")
_NAME_CHAR = regex(f"[{HAN}{HIRAGANA}{KATAKANA}]")
_HAN_RUN = regex(f"[{HAN}]+")
_LONG_RUN = regex(f"[{HIRAGANA}]{{5,14}}")
_HIRA_FIRST = regex(f"[{HIRAGANA}]{{2,7}}(?![{HIRAGANA}])")
_NO_NAME_END = regex("[のがはをへとでもや]$|さん")
_LETTERED = regex(f"(?<![{LATIN}])[A-Z][{HAN}]{{1,2}}\\Z")
_NO_PARTICLES = str.maketrans("のはがとも", "、、、、、")
_SPACES = regex("[ ]{1,2}|[ ]?\n[ ]?")
_KANA_HAN = regex(f"[{HIRAGANA}{KATAKANA}]{{1,3}}[子江代美枝乃恵]")
_GIVEN_ENDS = tuple("子江代美枝乃恵")
_KANA_HAN_LAST = regex(
    f"(?:^|[^{HIRAGANA}]"
    f"|[はがのにをも](?![のがをにはとも]))(?P<name>(?![そこあどう][のち]|[のがをには]|お子)[{HIRAGANA}]{{2,3}}[子江代美枝乃恵])\\Z"
)
_GIVEN_CHUNK = regex(
    f"[{HAN}]{{1,4}}(?![{HAN}{HIRAGANA}{KATAKANA}])|[{HIRAGANA}]{{1,5}}(?![{HIRAGANA}])"
    f"|[{KATAKANA}]{{2,8}}(?![{KATAKANA}])|[{HAN}{HIRAGANA}{KATAKANA}]{{2,5}}(?![{HAN}{HIRAGANA}"
    f"{KATAKANA}])"
)


def before(r: Reading, end: int) -> int | None:
    """Where the name begins that ends at `end`; None if what stands there is no name."""
    char = r.text[end - 1]
    if char in _GIVEN_ENDS and (kana := _KANA_HAN_LAST.search(r.text, max(0, end - 5), end)):
        return _with_surname(r, kana.start("name"), end)
    if _HAN.match(char) or char in "ノツケヶ":
        return _han_before(r, end)
    window = max(0, end - 60)
    if re.match(f"[{KATAKANA}]", char):
        match = _LAST_KANA.search(r.text, window, end)
        if not match or match.group() in PEOPLE:
            return None
        start = match.start()
        if (
            len(match.group()) < 4
            and start > 1
            and r.text[start - 1] == "お"
            and not re.match(f"[{HIRAGANA}]", r.text[start - 2].translate(_NO_PARTICLES))
        ):
            return start - 1
        return _with_surname(r, start, end)
    if re.match(f"[{LATIN}.]", char):
        match = _LAST_LATIN.search(r.text, window, end)
        return match.start() if match and len(match.group()) > 1 else None
    return _hiragana_before(r, end)


def _hiragana_before(r: Reading, end: int) -> int | None:
    match = _HIRAGANA_RUN.search(r.text, max(0, end - 12), end)
    if not match:
        return None
    if size := full_kana_last(match.group()):
        return end - size
    first = match.start()
    starts = [
        first,
        *(b for b in range(first + 1, end - 1) if r.kinds[b - 1] in (PARTICLE, OTHER) and r.edges[b] == "1"),
    ]
    known = [b for b in starts if _is_name(r.text[b:end])]
    open_before = first == 0 or not _NAME_CHAR.match(r.text[first - 1]) or r.kinds[first - 1] != r.kinds[first]
    for b in (*known, *starts):
        word = r.text[b:end]
        if not 2 <= len(word) <= 6 or word in PEOPLE or word.startswith(("さん", "様")):
            continue
        if (
            b in known
            or (b == first and open_before and not word.endswith("の"))
            or (OTHER not in r.kinds[b:end] and not _NO_NAME_END.search(word))
        ):
            begin = _with_surname(r, b, end)
            glued = b == first and b == begin and b > 0 and bool(_HAN.match(r.text[b - 1])) and not _after_role(r, b)
            glued = glued and not (r.text[b - 1] in "組班" and reads_given(word))
            if not glued or b in known:
                return begin
    return None


def _after_role(r: Reading, place: int) -> bool:
    """Whether the word before is one for a person's part: 差出人みさきの."""
    return r.text[r.begin(place - 1) : place] in _STOPS


def _is_name(word: str) -> bool:
    classes = classes_of(word)
    return (
        SURNAME in classes
        or GIVEN in classes
        or PERSON in classes
        or (not classes and len(word) > 2 and (reads_given(word) or reads_surname(word)))
    )


def _han_before(r: Reading, end: int) -> int | None:
    """Words leftwards to the first that cannot belong to a name."""
    start, first = end, None
    while start > 0 and end - start < LONGEST:
        begin = r.begin(start - 1)
        word, kind = r.text[begin:start], r.kinds[start - 1]
        if not _fits(word, kind) or _is_role(word) or end - begin > LONGEST:
            break
        start = begin
        if kind == SURNAME or (kind == PERSON and first is None):
            first = begin
    if start == end:
        lettered = _LETTERED.search(r.text, max(0, end - 4), end)
        return lettered.start() if lettered and lettered.group()[1:] not in _STOPS else None
    begin = _surname_start(r, start, end) if first is None else first
    name = r.text[begin:end]
    if name in PEOPLE or (judge(name) is Verdict.NO):
        return None
    return _with_surname(r, begin, end)


def _fits(word: str, kind: str) -> bool:
    if kind in (PARTICLE, SIGN, PREFIX) and not is_given(word):
        return False
    if kind in (NUMBER, OTHER):
        return all(_HAN.match(char) for char in word)
    return all(_NAME_CHAR.match(char) for char in word)


def _is_role(word: str) -> bool:
    if word in _STOPS or word in PEOPLE:
        return not (is_surname(word) and word not in _STOPS)
    return bool(_ROLE_END.search(word)) and not (is_surname(word) or is_given(word))


def _surname_start(r: Reading, start: int, end: int) -> int:
    """The first word boundary from which the whole is a name by the dictionary, else the leftmost."""
    place = start
    while place < end:
        if judge(r.text[place:end]) is Verdict.KNOWN:
            return place
        place = r.end(place)
    return start


def _with_surname(r: Reading, start: int, end: int) -> int:
    """`start` moved left over a surname that stands before it, with a space or without."""
    name = r.text[start:end]
    if (
        not is_given(name)
        and any(is_surname(name[:size]) and end - start > size for size in (2, 3))
        and " " not in name
    ):
        return start
    left = start
    while left > 0 and start - left < 3 and r.text[left - 1] in " \n":
        left -= 1
    if left == 0:
        return start
    begin = surname_before(r, left, spaced=left < start)
    if begin is None or ("\n" in r.text[left:start] and not is_surname(r.text[begin:left])):
        return start
    if judge(r.text[begin:left]) is Verdict.WORD and not (_HAN.match(r.text, start) and is_given(r.text[start:end])):
        return start
    return begin


def surname_before(r: Reading, end: int, *, spaced: bool) -> int | None:
    """Where the surname begins that ends at `end`; with a space after it, an unknown short word will do."""
    best, start = None, end
    while start > 0 and end - start < 5:
        begin = r.begin(start - 1)
        word, kind = r.text[begin:start], r.kinds[start - 1]
        known = is_surname(word) and word not in KIN
        if not _fits(word, kind) or (not known and (word in _STOPS or word in PEOPLE or word in NO_PERSON)):
            break
        start = begin
        whole = r.text[begin:end]
        if end - begin <= 5 and (is_surname(whole) or (spaced and not _HAN.match(whole) and reads_surname(whole))):
            best = begin
    if best is not None or not spaced or start == end:
        return best
    word = r.text[start:end]
    verdict = judge(word)
    if len(word) > 4 or verdict is Verdict.NO or (verdict is Verdict.WORD and len(word) > 2):
        return None
    if start > 0 and (_HAN.match(r.text[start - 1]) if _HAN.match(word) else _NAME_CHAR.match(r.text[start - 1])):
        return None
    return start


def after(r: Reading, start: int) -> int | None:
    """Where the name ends that begins at `start`; None if nothing there is shaped like one."""
    if start >= len(r.text):
        return None
    char = r.text[start]
    if _HAN.match(char):
        return _han_after(r, start)
    if re.match(f"[{LATIN}]", char):
        match = _FIRST_LATIN.match(r.text, start)
        return match.end() if match and len(match.group()) > 1 else None
    if re.match(f"[{KATAKANA}]", char):
        match = _FIRST_KANA.match(r.text, start)
        return match.end() if match else None
    if (run := _LONG_RUN.match(r.text, start)) is not None and (size := full_kana(run.group())):
        return start + size
    match = _HIRA_FIRST.match(r.text, start)
    if not match:
        return None
    whole = match.group()
    if not (is_given(whole) or is_surname(whole)):
        particles = (b for b, _, kind in r.words(start, match.end()) if b > start + 1 and kind == PARTICLE)
        return _given_after(r, next(particles, match.end()))
    return _given_after(r, match.end())


def _han_after(r: Reading, start: int) -> int | None:
    end, surname = start, None
    while end < len(r.text) and end - start < LONGEST:
        stop = r.end(end)
        word, kind = r.text[end:stop], r.kinds[end]
        if not _fits(word, kind) or (end > start and (word in _STOPS or word in NO_PERSON)) or stop - start > LONGEST:
            break
        end = stop
        if is_surname(r.text[start:end]):
            surname = end
        if kind == GIVEN and surname is not None:
            return end
    if end == start:
        return None
    if surname is not None and end == surname:
        return _given_after(r, end)
    return _given_after(r, end) if end - start <= 5 else end


def _given_after(r: Reading, end: int) -> int:
    """`end` moved over a given name that follows after a space."""
    gap = _SPACES.match(r.text, end)
    if not gap:
        return end
    match = _GIVEN_CHUNK.match(r.text, gap.end())
    if not match:
        return end
    if _KANA_HAN.fullmatch(match.group()):
        return match.end()
    stop = gap.end()
    for begin, close, kind in r.words(gap.end(), match.end()):
        if (
            begin > gap.end()
            and kind in (PARTICLE, SUFFIX, OTHER)
            and r.text[begin:close] not in "子江代美枝乃恵男夫雄郎治"
        ):
            break
        stop = min(close, match.end())
    word = r.text[gap.end() : stop]
    if word in NO_PERSON or word in _STOPS or judge(word) is Verdict.NO:
        return end
    return stop
