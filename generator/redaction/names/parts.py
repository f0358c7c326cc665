"""Names after the word for a person's part in the affair: 世帯主, 主査の, 長男の, 差出人「…」."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.slots import after
from generator.redaction.names.together import is_given, is_surname, splits
from generator.redaction.names.triggers import Trigger, leading
from generator.redaction.names.vocabulary import BODIES_AFTER, FAMOUS
from generator.redaction.words import (
    GIVEN,
    NOUN,
    PERSON,
    SURNAME,
    Reading,
    classes_of,
    is_place,
    is_plain,
    reading_of,
)

_SEPARATOR = regex(
    "(?P<no>の(?:方の)?|である|であった|だった|にあたる)"
    '|(?P<mark>[ ]*[:：=][ \n]*|[ ]*[「『"“][ ]*|[ ]*[(][ ]*|[ ]{1,20}|[ ]*\n[ ]*|\t|[ ]*\\|[ ]*|[】\\]][ ]*|/[ ]*|・)'
    "|(?P<glue>)"
)
_HAN_RUN = regex(f"[{HAN}]+")
_KATAKANA = regex(f"[{KATAKANA}]{{3,}}")
_HIRAGANA = regex(f"[{HIRAGANA}]")
_NOTE = regex("[(]|[ ]?(?:さん|様|氏)")
_KIN_GIVEN = regex(
    f"(?:^|[、。()「\n ・:])(?:父|母|夫|妻|子|兄|姉|弟|妹|孫|甥|姪)(?P<name>[{HAN}]{{2,3}}"
    f"|(?<=[(、].)(?![子母父兄姉弟妹親方])[{HAN}](?=[、)]))"
    "(?=[、。・)」(]|さん|が|は|の)"
)
_NEXT_BODY = regex("|".join(map(re.escape, BODIES_AFTER)))
_WITH = frozenset(("代理", "代筆", "付添", "同席", "立会", "同行"))
"""Acts rather than persons: 代理 権 is a right."""
_NAME_CHAR = regex(f"[{HAN}{HIRAGANA}{KATAKANA}{LATIN}]")
_CLOSERS = regex(
    '[ \n\t)」』】\\]、。,.:;|/→<>(\\-=~…・"”㊞【「]|$|(?:さん|様|氏|殿|さま|くん|ちゃん|印|ほか'
    "|外[0-9]|ら|他|及び|並びに|と|は|が|を|に"
    "|も|へ|の|から|より|で|宛|名義|本人|所有|所|分|\\()"
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name after a word for a person's part."""
    r = reading_of(text)
    glued = (m for m in _KIN_GIVEN.finditer(text) if is_given(m["name"]))
    return (
        *(found for trigger in leading(text) if (found := _judged(r, trigger)) is not None),
        *(Found(*match.span("name")) for match in glued),
    )


def _judged(r: Reading, trigger: Trigger) -> Found | None:
    if r.edges[trigger.start] == "0" or (r.edges[trigger.end] == "0" and not _surname_run(r.text, trigger.end)):
        return None
    gap = _SEPARATOR.match(r.text, trigger.end)
    if not gap:
        return None
    start = gap.end()
    end = after(r, start)
    if end is None or not _closed(r, end):
        return None
    sure = _accepts(r, trigger, gap.lastgroup or "", start, end)
    return None if sure is None else Found(start, end, sure)


def _surname_run(text: str, start: int) -> bool:
    """Whether exactly a surname stands from here to the next sign: the dictionary may have cut 班長濵邊 wrongly."""
    run = _HAN_RUN.match(text, start)
    return bool(run and len(run.group()) < 5 and is_surname(run.group()))


def _closed(r: Reading, end: int) -> bool:
    """Whether the name ends where a word ends, and no firm or facility goes on from it."""
    if end >= len(r.text):
        return True
    return bool(_CLOSERS.match(r.text, end)) and (not _NEXT_BODY.match(r.text, end) or r.text[end] in " \n(")


def _accepts(r: Reading, trigger: Trigger, gap: str, start: int, end: int) -> bool | None:
    name = r.text[start:end]
    verdict = judge(name)
    if verdict is Verdict.NO or name in FAMOUS:
        return None
    full = (
        " " in name
        or "・" in name
        or (verdict is Verdict.KNOWN and splits(name) > 0 and not is_surname(name) and not is_given(name))
    )
    if gap == "glue":
        return _glued(r, trigger, start, name, full=full)
    if gap == "no":
        chosen = r.kinds[start] == SURNAME and len(name) > 1
        return _with_no(trigger, name, verdict, full=full, chosen=chosen)
    return _marked(r, trigger, start, name, full=full)


def _glued(r: Reading, trigger: Trigger, start: int, name: str, *, full: bool) -> bool | None:
    """世帯主江口 健一: only a name the dictionary knows, for 患者情報 is built the same way."""
    verdict = judge(name)
    if (len(trigger.word) < 2 and not full) or (trigger.word in _WITH and len(name) == 1):
        return None
    if (
        len(name) == 1
        and trigger.role == "party"
        and r.kinds[start] == SURNAME
        and r.text[start + 1 : start + 2] in "。、"
    ):
        return True
    if len(name) == 1 and not _NOTE.match(r.text, start + 1):
        return None
    if verdict is Verdict.POSSIBLE and trigger.word.endswith(("氏名", "名義", "姓名")) and _KATAKANA.fullmatch(name):
        return True
    if trigger.word == "こと" and r.kinds[start] != SURNAME:
        return None
    if verdict is Verdict.KNOWN and r.edges[start] == "0":
        return True
    if verdict is Verdict.KNOWN and r.kinds[start] in (SURNAME, GIVEN, PERSON) and (full or not is_plain(name)):
        return True
    if full and (is_surname(name.split(" ", maxsplit=1)[0]) or verdict is Verdict.KNOWN):
        return True
    if verdict is Verdict.KNOWN and len(name) > 1 and not _HIRAGANA.match(name) and not is_plain(name):
        return True
    return False if trigger.role == "kin" and is_given(name) and len(name) > 1 else None


def _with_no(trigger: Trigger, name: str, verdict: Verdict, *, full: bool, chosen: bool) -> bool | None:
    """`chosen`: the dictionary read a surname there, for all that it may be a place too."""
    if trigger.word == "こと":
        return None
    classes = classes_of(name)
    if full and verdict is Verdict.KNOWN:
        return True
    if verdict is Verdict.KNOWN and not is_plain(name) and (chosen or not is_place(name)):
        return True
    if verdict is Verdict.KNOWN and len(name) == 1 and trigger.role != "kin":
        return None
    if verdict is Verdict.KNOWN and _HIRAGANA.match(name) and NOUN in classes and trigger.role != "kin":
        return None
    if verdict is Verdict.KNOWN:
        sure = (trigger.role == "kin" and is_given(name)) or (trigger.role == "post" and _place_named(trigger, name))
        return True if sure else (False if trigger.role == "kin" or _place_named(trigger, name) else None)
    if "・" in name or (" " in name and verdict is Verdict.POSSIBLE):
        return True
    return None


def _place_named(trigger: Trigger, name: str) -> bool:
    """職員の赤坂: a surname that is a place too, and no common word."""
    return trigger.role != "kin" and len(name) > 1 and is_surname(name) and not is_plain(name)


def _marked(r: Reading, trigger: Trigger, start: int, name: str, *, full: bool) -> bool | None:
    verdict = judge(name)
    if len(name) == 1 and trigger.role == "party" and (not is_surname(name) or trigger.word in _WITH):
        return None
    told = ":" in r.text[max(0, start - 3) : start] and is_surname(name)
    if verdict is Verdict.KNOWN and (full or told or not is_plain(name) or (trigger.role == "kin" and is_given(name))):
        return True
    if verdict is not Verdict.NO and trigger.role == "kin" and _line_start(r.text, trigger.start) and len(name) < 5:
        return verdict is not Verdict.WORD or len(name) == 1
    if verdict is Verdict.KNOWN:
        return len(name) > 1 and r.text[start - 1] == "(" and r.text[start + len(name)] == ")"
    if verdict is Verdict.POSSIBLE and (" " in name or "・" in name or trigger.role in ("kin", "party")):
        return " " in name or "・" in name
    return None


def _line_start(text: str, place: int) -> bool:
    """Whether only spaces and bullets stand before it on its line: a row of a form."""
    return not text[text.rfind("\n", 0, place) + 1 : place].strip(" ・○●□■※①②③④⑤⑥⑦⑧⑨(0123456789)")


ROLE = NameRule("role", lambda view: search(view.text))
