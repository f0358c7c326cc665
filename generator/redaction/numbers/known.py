"""Numbers of a fixed shape that a law or a register defines, found after their name.

Individual number: 番号法施行令8条, 12 digits.  Resident record code: 住民基本台帳法施行規則1条, 11 digits.  Basic
pension number: 4-6 digits.  Driving licence: 12 digits.  Each may be typed with a digit too many or too few.
"""

from __future__ import annotations

import re

from generator.redaction.kinds import Kind
from generator.redaction.numbers.labelled import COUNTED, JOIN, Labelled, digits

_LOOSE = "(?<![0-9])[0-9](?:[- ]?[0-9]){%d,%d}(?![0-9])"

_BOXED = re.compile("(?<![0-9])[0-9](?: ?[|] ?[0-9](?![0-9])){8,15}")
"""One digit to a box, as forms have it."""

MY_NUMBER = Labelled(Kind.MY_NUMBER, (re.compile(digits(12)), _BOXED, re.compile(_LOOSE % (9, 13))))
RESIDENT_CODE = Labelled(Kind.RESIDENT_CODE, (re.compile(digits(11)), _BOXED, re.compile(_LOOSE % (8, 12))))
PENSION = Labelled(
    Kind.PENSION,
    (
        re.compile(f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{3}}[- \n.の・…/]{{0,3}}[0-9](?:{JOIN}[0-9]){{5}}(?!{JOIN}[0-9])"),
        re.compile("(?<![0-9])[0-9]{4}-[0-9]{6}"),
        re.compile(_LOOSE % (7, 10)),
    ),
)
LICENCE = Labelled(Kind.LICENCE, (re.compile(digits(12)), re.compile(_LOOSE % (9, 12))))
OTHER_LICENCE = Labelled(Kind.LICENCE, (re.compile("(?<![0-9A-Za-z-])[0-9]{6,11}(?![0-9-])" + COUNTED),), shy=True)
"""A foreign or international licence, or a number cut short."""
PASSPORT = Labelled(
    Kind.PASSPORT,
    (re.compile("(?<![A-Za-z0-9])[A-Za-z][ \n]?[A-Za-z]?[- \n]?[0-9](?:[- \n]?[0-9]){5,7}[A-Za-z]?(?![A-Za-z0-9])"),),
)
RESIDENCE_CARD = Labelled(
    Kind.RESIDENCE_CARD,
    (
        re.compile(
            f"(?<![A-Za-z0-9])[A-Za-z]{{2}}{JOIN}[0-9](?:{JOIN}[0-9]){{6,8}}(?:{JOIN}[A-Za-z]{{2}})?(?![A-Za-z0-9])"
        ),
        re.compile("(?<![A-Za-z0-9])[0-9]{8}[A-Za-z]{2}(?![A-Za-z0-9])"),
    ),
)
CARD = Labelled(
    Kind.CARD,
    (
        re.compile(f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{15}}(?!{JOIN}[0-9])"),
        re.compile(f"(?<![0-9])[0-9]{{4}}{JOIN}[0-9]{{6}}{JOIN}[0-9]{{4,5}}(?![0-9])"),
        re.compile(digits(15)),
        re.compile(digits(14)),
        re.compile(_LOOSE % (11, 18)),
    ),
)
OTHER_CARD = Labelled(
    Kind.CARD,
    (re.compile("(?<![0-9A-Za-z-])(?:[0-9]{7,13}|[0-9]{2,6}(?:-[0-9]{1,6}){1,3})(?![0-9A-Za-z])" + COUNTED),),
    shy=True,
)
"""カード番号 of a library, a shop: any length."""
INSURED = Labelled(
    Kind.INSURED,
    (
        re.compile(
            ("(?<![0-9A-Za-z])[一-龥]{0,2}[0-9]{1,4}[-・ ]{1,2}[0-9](?:\n?[0-9]){3,7}(?:[- ][0-9]{1,2})?(?![0-9])")
            + COUNTED
        ),
        re.compile(f"(?<![0-9A-Za-z])[A-Za-z]?[0-9](?:{JOIN}[0-9]){{5,9}}(?!{JOIN}[0-9])" + COUNTED),
        re.compile("(?<![0-9A-Za-z])[A-Za-z]{0,2}[0-9]{3,8}(?:-[0-9]{1,8})?(?![0-9])" + COUNTED),
    ),
    shy=True,
)
_CODE = (
    "(?:[A-Za-z]{1,4}-?){0,2}[0-9][0-9A-Za-z]*(?:\n?-[ \n]?[0-9A-Za-z]+| {1,2}[0-9]{3,}| [0-9]{2}(?![0-9 .,/-])"
    "|\n[0-9]{3,}|\n[A-Za-z][0-9]{3,}){0,4}"
)
REFERENCE = Labelled(
    Kind.REFERENCE,
    (
        re.compile("(?<![0-9A-Za-z])(?:[A-Z] )?[0-9](?:(?: | - )[0-9](?![0-9])){4,16}(?![0-9A-Za-z])" + COUNTED),
        re.compile(f"(?<![0-9A-Za-z-])(?=[0-9A-Za-z-]{{2}}|[0-9] [0-9]){_CODE}(?![0-9A-Za-z])" + COUNTED),
        re.compile("(?<=第)[0-9]{1,8}(?:-[0-9]{1,6})?(?=号)"),
    ),
    shy=True,
)
ACCOUNT_NUMBER = Labelled(
    Kind.ACCOUNT_NUMBER,
    (
        re.compile(
            ("(?<![0-9])(?:[0-9]{5}-\n?[0-9](?:\n?[0-9]){5,7}|[0-9]{3}-\n?[0-9](?:\n?[0-9]){5,6}|[0-9]{7})(?![0-9])")
            + COUNTED
        ),
        re.compile(f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{4,7}}(?!{JOIN}[0-9])" + COUNTED),
    ),
    shy=True,
)
