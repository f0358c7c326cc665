"""Names whose parts other signs link or part: みみ&ルカ, 磯-貝 晶, "桐谷, 晶", 磯貝 晶・蓮, 桐(きり)みさ.

What parts them is an error of typing, of a machine's reading or of a table; or a family that shares one surname.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import katakana, reads_given, reads_surname, written_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_given, is_inflected, is_surname, splits
from generator.redaction.names.vocabulary import LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.near import near
from generator.redaction.words import GIVEN, NOUN, PLACE, SURNAME, classes_of, readings_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_GIVEN = f"(?:[{HAN}]{{1,3}}|[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,6}})"
_NONE = frozenset((*NO_PERSON, *PEOPLE, *LABELS, *ROLES))
_COUPLE = near(
    regex(f"[{_N}] ?[&♡♥❤] ?[{_N}]"),
    f"(?<![{_N}])(?P<one>{_GIVEN}) ?[&♡♥❤] ?(?P<other>{_GIVEN})(?![{_N}])",
    reach=16,
)
_CUT = near(
    regex(f"[{HAN}]-[{HAN}]"),
    f"(?<![{_N}0-9-])(?P<family>[{HAN}]{{1,3}}-[{HAN}]{{1,2}})(?: {{1,2}}(?P<given>{_GIVEN})(?![{_N}]))?(?!-)",
    reach=16,
)
_COMMA = near(
    regex(f"[{_N}], ?[{_N}]"),
    f"(?<=[\"'「])(?P<family>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,6}}), ?(?P<given>{_GIVEN})(?=[\"'」])",
    reach=16,
)
_MIDDLE = near(
    regex(f"[・=][{KATAKANA}]{{2,12}}[・=][{HAN}]"),
    f"(?<![{HAN}{KATAKANA}])(?P<family>[{HAN}]{{1,4}})[・=][{KATAKANA}]{{2,12}}[・=](?P<given>[{HAN}]{{1,3}}?)(?=様|さん|氏|[^{_N}]|$)",
    reach=32,
)
_SHARED = near(
    regex(f"[{_N}] {{1,2}}[{_N}]{{1,4}} ?[・/] ?[{_N}]"),
    f"(?<![{_N}])(?P<family>[{HAN}]{{1,4}}) {{1,2}}(?P<given>{_GIVEN}(?: ?[・/] ?{_GIVEN}){{1,5}})(?![{_N}])",
    reach=40,
)
_OPEN = regex("[ \t:「|,/、]\\Z")
KATAKANA_ONLY = regex(f"[{KATAKANA}]+")
_LINK = regex(" ?[・/] ?")
_SPELT = near(
    regex(f"[{HIRAGANA}{KATAKANA}][)》】]"),
    f"(?<![{HAN}])(?P<family>[{HAN}ノケヶ]{{1,4}})[(《【](?P<kana>[{HIRAGANA}{KATAKANA}]{{1,8}})[)》】]"
    f"(?: ?(?P<given>[{KATAKANA}]{{2,6}}|[{HIRAGANA}]{{2,4}}(?=[ \t\n、。|,(]|$)))?",
    reach=24,
)
_PAIR = near(
    regex(f"[{HAN}] {{1,2}}[{_N}]"),
    f"(?:(?<=[\t\n|,/、:;(「=・ ])|^)(?P<family>[{HAN}]{{1,4}}) {{1,2}}(?P<given>{_GIVEN})(?=[\t\n|,/、;)」=・ ]|$)",
    reach=16,
)
_PAGE = "(?:[-~*]{0,3} ?[0-9]{1,3} ?(?:/ ?[0-9]{1,3} ?)?[-~*]{0,3}|[(][次前]頁[^\n()]{0,8}[)]|P[.]? ?[0-9]{1,3})"
"""The number of a page, in a line of its own."""
_PAGED = near(
    regex(f"\n[ ]*{_PAGE} *\n"),
    f"(?<![{HAN}])(?P<head>[{HAN}]{{1,4}}(?: ?[{HIRAGANA}{KATAKANA}]{{1,3}})?) *\n[ ]*{_PAGE} *\n[ ]*"
    f"(?P<rest>[{_N}]{{1,4}})(?![{_N}])",
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name of which the parts are linked so."""
    return (
        *(one for match in _COUPLE.finditer(text) if (one := _couple(match))),
        *(one for match in _CUT.finditer(text) if (one := _mended(match))),
        *(Found(*match.span()) for pattern in (_COMMA, _MIDDLE) for match in pattern.finditer(text) if _both(match)),
        *(Found(*match.span()) for match in _SHARED.finditer(text) if _family(match)),
        *(one for match in _SPELT.finditer(text) if (one := _spelt(match))),
        *_related(text),
        *(one for match in _PAGED.finditer(text) for one in _paged(match)),
    )


def _couple(match: re.Match[str]) -> Found | None:
    """みみ&ルカ: two given names; asked about where one may be a word."""
    words = (match["one"], match["other"])
    plain = [NOUN in classes_of(word) for word in words]
    if all(plain) or any(word in _NONE or not (is_given(word) or reads_given(word)) for word in words):
        return None
    return Found(*match.span(), sure=is_given(match["one"]) or is_given(match["other"]) or not any(plain))


def _mended(match: re.Match[str]) -> Found | None:
    """佐-久間: a surname, and nothing of it is one without the rest."""
    whole = match["family"].replace("-", "")
    if len(whole) < 3 and not match["given"]:
        return None
    if set(classes_of(whole)) != {SURNAME} and not (is_surname(whole) and match["given"]):
        return None
    return Found(match.start(), match.end())


def _both(match: re.Match[str]) -> bool:
    family, given = match["family"], match["given"]
    named = is_given(given) or reads_given(given) or written_given(given)
    return named and given not in _NONE and family not in _NONE and not (NOUN in classes_of(family) and len(family) > 2)


def _family(match: re.Match[str]) -> bool:
    """磯貝 晶・蓮: one surname for all."""
    names = _LINK.split(match["given"])
    given = [is_given(name) for name in names]
    plain = any(
        name in _NONE or name in "月火水木金土日" or not (named or len(name) == 1)
        for name, named in zip(names, given, strict=True)
    )
    return is_surname(match["family"]) and any(given) and not plain


def _spelt(match: re.Match[str]) -> Found | None:
    """十(つなし)タカ, 孫(そん): a surname with its reading, and the given name in kana."""
    family, kana, given = match["family"], match["kana"], match["given"]
    if not given:
        doubted = len(family) == 1 and katakana(kana) in readings_of(family, SURNAME)
        return (
            Found(*match.span("family"), sure=False)
            if doubted and _OPEN.search(match.string, max(0, match.start() - 1), match.start())
            else None
        )
    if not reads_given(given) or is_inflected(given) or given in _NONE:
        return None
    known = katakana(kana) in readings_of(family, SURNAME) or reads_surname(kana)
    return Found(*match.span(), known) if known or KATAKANA_ONLY.fullmatch(given) else None


def _related(text: str) -> Iterator[Found]:
    """磯貝 晶 and 磯貝 とら: the same surname twice, once with what is a given name beyond doubt."""
    pairs = [match for match in _PAIR.finditer(text) if match["family"] not in _NONE and match["given"] not in _NONE]
    sure = {match["family"] for match in pairs if _certain(match)}
    for match in pairs:
        if match["family"] in sure and not _certain(match) and not {PLACE} & set(classes_of(match["given"])):
            yield Found(*match.span(), sure=is_surname(match["family"]))


def _certain(match: re.Match[str]) -> bool:
    given = match["given"]
    return set(classes_of(given)) == {GIVEN} or (
        not classes_of(given) and (reads_given(given) or written_given(given)) and is_surname(match["family"])
    )


def _paged(match: re.Match[str]) -> Iterator[Found]:
    """磯貝ミ⏎- 12 -⏎サ: a page ends inside the name."""
    head, rest = match["head"].replace(" ", ""), match["rest"]
    size = splits(head + rest)
    mixed = next((n for n in (3, 2, 1) if is_surname(head[:n]) and len(head) > n), 0)
    if size or (mixed and (reads_given(head[mixed:] + rest) or is_given(head[mixed:] + rest))):
        yield Found(*match.span("head"))
        yield Found(*match.span("rest"))


LINKED = NameRule("pair", lambda view: search(view.text))
