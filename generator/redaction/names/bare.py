"""Surnames alone: in brackets or cells, in rows counted as 4名, of a section (庶務課の沼田), or simply there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_surname
from generator.redaction.names.vocabulary import FAMOUS
from generator.redaction.words import GIVEN, NOUN, PARTICLE, PLACE, Reading, classes_of, is_place, reading_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_ROW = regex(f"(?P<row>[{_N}]{{1,6}}(?:[、・][{_N}]{{1,6}}){{0,8}}(?:[、・]| ?及び|並びに|と)[{_N}]{{1,6}})\\Z")
_COUNTED = regex(
    "(?:の(?:計|各|両)?[0-9一二三四五六七八九]{1,2}(?:名|人|氏|世帯|家庭)|、ほか[0-9]{1,3}(?:名|人|世帯|家庭)|ほか[0-9]{1,3}(?:名|人|世帯|家庭)"
    "|など[0-9]{1,3}(?:名|人|世帯|家庭)|ら[0-9]{1,3}(?:名|人|世帯|家庭)|等[0-9]{1,3}(?:名|人|世帯"
    "|家庭)|の(?:両|各)(?:名"
    "|氏|人))"
)
_PART = regex(f"[^、と及び並に ]+|[{_N}]+")
_ROW_LEAD = regex(".*(?:には|では|とは|[はにがをでもの])(?=.)")
_SPLIT = regex("[、・]| ?及び ?|並びに|と")
_SECTION = regex("(?:[課係室部局署園校所組班店社隊院館]|事務局|センター|支所|担当|教室)の$")
_KATAKANA = regex(f"[{KATAKANA}]{{2,}}")
_HIRAGANA = regex(f"[{HIRAGANA}]")
_OF_SECTION = regex(
    f"(?<=[課係室部局署])の(?P<name>[{HAN}]{{1,4}})(?=[、。」]|は|が|も|と(?!き)|という|です|でし|いえ|から)"
)
_FREE = ' \n\t、。,.:;()「」『』|/→="㊞・'
_OF = regex("携帯|自宅|宅|宛|分(?![類野析析割])|名義|所有|立会|記入|家(?:の(?:墓|者|親族|葬儀|敷地|方)|に|へ|から)")
_PHONE = regex("[ ]{0,3}[(:]?[ ]?(?:携帯|自宅|TEL|電話)?[ :]?0[0-9]{1,4}[-(]?[0-9]{2,4}[-)]")
_FIRM = regex("[ ]?[(](?:株|有|同|資|名|医|社|福)[)]")
_ROLE_OF = regex("[員者生長係士師官児司輩友]の\\Z")
_ONE = regex("S+|G+")


def _in_section(r: Reading, match: re.Match[str]) -> Found | None:
    """農政課の茅野、: a surname that is a place's name too."""
    start, end = match.span("name")
    if r.edges[start] == "0" or r.edges[end] == "0" or not is_surname(match["name"]) or len(match["name"]) == 1:
        return None
    return Found(start, end, sure=False)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Surnames without a given name, an honorific or a label."""
    r = reading_of(text)
    placed = (found for match in _OF_SECTION.finditer(text) if (found := _in_section(r, match)))
    return (
        *_rows(text),
        *placed,
        *(found for match in _ONE.finditer(r.kinds) if (found := _alone(r, match.start(), match.end()))),
    )


def _rows(text: str) -> Iterator[Found]:
    for counted in _COUNTED.finditer(text):
        match = _ROW.search(text, max(0, counted.start() - 70), counted.start())
        if not match:
            continue
        place, parts = match.start("row"), list[tuple[int, int]]()
        for gap in (*_SPLIT.finditer(match["row"]), None):
            stop = match.end("row") if gap is None else match.start("row") + gap.start()
            parts.append((place, stop))
            place = stop if gap is None else match.start("row") + gap.end()
        lead = _ROW_LEAD.match(text, *parts[0])
        if lead:
            parts[0] = (lead.end(), parts[0][1])
        verdicts = [judge(text[a:b]) for a, b in parts]
        known = sum(is_surname(text[a:b]) for a, b in parts)
        loan = all(_KATAKANA.fullmatch(text, a, b) and NOUN not in classes_of(text[a:b]) for a, b in parts)
        if loan:
            yield from (Found(a, b) for a, b in parts)
        elif known * 2 > len(parts) - 1 and Verdict.NO not in verdicts[1:] and known > 1:
            yield from (
                Found(a, b)
                for (a, b), verdict in zip(parts, verdicts, strict=True)
                if verdict is Verdict.KNOWN or (verdict is not Verdict.NO and not _HIRAGANA.match(text, a))
            )


def _alone(r: Reading, start: int, end: int) -> Found | None:
    name = r.text[start:end]
    cut = r.edges[start] == "0" or r.edges[end] == "0" or " " in name
    if cut or len(name) < 2 or name in FAMOUS or _FIRM.match(r.text, end):
        return None
    before = r.text[start - 1] if start else "\n"
    after = r.text[end] if end < len(r.text) else "\n"
    free_before = before in _FREE or r.kinds[start - 1] == PARTICLE
    free = free_before and (after in _FREE or r.kinds[end] == PARTICLE)
    sure = _certain(r, start, end, before, after)
    if sure is not None:
        return Found(start, end, sure)
    among = before in "、・→" and after in "、・→"
    listed = PLACE in classes_of(name) and (r.kinds[start] == GIVEN or among or _beside_place(r, start, end))
    return Found(start, end, sure=False) if free and not listed else None


def _beside_place(r: Reading, start: int, end: int) -> bool:
    """石川、富山: the next of a list, or the one before, is a place and nothing else."""
    after = r.text[end : end + 1] in ("、", "・", "→") and r.kinds[end + 1 : end + 2] == PLACE
    return after or (start > 1 and r.text[start - 1] in "、・→" and r.kinds[start - 2] == PLACE)


def _certain(r: Reading, start: int, end: int, before: str, after: str) -> bool | None:
    """True or False where its place says more than that it stands free; None elsewhere."""
    classes = classes_of(r.text[start:end])
    boxed = before in "(「『" and after in ")」』"
    if NOUN in classes:
        return False if before in _FREE and _PHONE.match(r.text, end) else None
    if r.kinds[start] == GIVEN:
        return PLACE not in classes if boxed else None
    if _OF.match(r.text, end) and before in _FREE:
        return before in "(「『"
    if _whose(r, start, end, before, after):
        return True
    celled = (before in "\t|" and after in "\t|") or (after in "」』" and before in " は")
    return True if not is_place(r.text[start:end]) and (boxed or celled) else None


def _whose(r: Reading, start: int, end: int, before: str, after: str) -> bool:
    """庶務課の沼田は, 沼田（090-…): a section's clerk, a telephone's owner."""
    free_after = after in _FREE or r.kinds[end] == PARTICLE
    of_section = _SECTION.search(r.text, max(0, start - 6), start) or _ROLE_OF.search(r.text, max(0, start - 3), start)
    if of_section and free_after:
        return True
    return before in _FREE and bool(_PHONE.match(r.text, end))


BARE = NameRule("surname", lambda view: search(view.text))
