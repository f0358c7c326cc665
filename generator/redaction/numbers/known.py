"""Numbers of a fixed shape that a law or a register defines, found after their name.

Individual number: 番号法施行令8条, 12 digits.  Resident record code: 住民基本台帳法施行規則1条, 11 digits.  Basic
pension number: 4-6 digits.  Driving licence: 12 digits.  Each may be typed with a digit too many or too few.
"""

from __future__ import annotations

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.labelled import COUNTED, JOIN, Labelled, digits

_LOOSE = "(?<![0-9])[0-9](?:[- ]?[0-9]){%d,%d}(?![0-9])"

_BOXED = regex("(?<![0-9])[0-9](?: ?[|] ?[0-9](?![0-9])){8,15}")
"""One digit to a box, as forms have it."""
_SHORT_BOXED = regex("(?<![0-9])[0-9](?: ?[|\t] ?[0-9](?![0-9])){5,15}")
_SAID = "[- \n/.・の、]{0,3}"
"""What parts the digits of a number that was read aloud, too."""

MY_NUMBER = Labelled(Kind.MY_NUMBER, (regex(digits(12)), _BOXED, regex(_LOOSE % (9, 13))))
RESIDENT_CODE = Labelled(Kind.RESIDENT_CODE, (regex(digits(11)), _BOXED, regex(_LOOSE % (8, 12))))
PENSION = Labelled(
    Kind.PENSION,
    (
        regex(f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{3}}[- \n.の・…/]{{0,3}}[0-9](?:{JOIN}[0-9]){{5}}(?!{JOIN}[0-9])"),
        regex("(?<![0-9])[0-9]{4}-[0-9]{6}"),
        _BOXED,
        regex(_LOOSE % (7, 10)),
    ),
)
LICENCE = Labelled(Kind.LICENCE, (regex(digits(12)), _BOXED, regex(_LOOSE % (9, 12))))
OTHER_LICENCE = Labelled(Kind.LICENCE, (regex("(?<![0-9A-Za-z-])[0-9]{6,11}(?![0-9-])" + COUNTED),), shy=True)
"""A foreign or international licence, or a number cut short."""
PASSPORT = Labelled(
    Kind.PASSPORT,
    (
        regex("(?<![A-Za-z0-9])[A-Za-z][ \n]?[A-Za-z]?[- \n]?[0-9](?:[- \n]?[0-9]){4,7}[A-Za-z]?(?![A-Za-z0-9])"),
        regex("(?<![A-Za-z0-9-])[0-9]{7,9}(?![A-Za-z0-9-])" + COUNTED),
    ),
)
RESIDENCE_CARD = Labelled(
    Kind.RESIDENCE_CARD,
    (
        regex(
            f"(?<![A-Za-z0-9])[A-Za-z] ?[A-Za-z]{_SAID}[0-9](?:{_SAID}[0-9]){{6,8}}"
            f"(?:{_SAID}[A-Za-z](?: ?[A-Za-z])?)?(?![A-Za-z0-9])"
        ),
        regex("(?<![A-Za-z0-9])[0-9]{8}[A-Za-z]{2}(?![A-Za-z0-9])"),
    ),
)
CARD = Labelled(
    Kind.CARD,
    (
        regex(digits(16)),
        regex("(?<![A-Za-z0-9])[A-Z]{1,2}[0-9]{2}(?:[- ]?[0-9]{4}){3}(?![0-9])"),
        regex(f"(?<![0-9])[0-9]{{4}}{JOIN}[0-9]{{6}}{JOIN}[0-9]{{4,5}}(?![0-9])"),
        regex(digits(15)),
        regex(digits(14)),
        regex(_LOOSE % (11, 18)),
    ),
)
OTHER_CARD = Labelled(
    Kind.CARD,
    (regex("(?<![0-9A-Za-z-])(?:[0-9]{7,13}|[0-9]{2,6}(?:-[0-9]{1,6}){1,3})(?![0-9A-Za-z])" + COUNTED),),
    shy=True,
)
"""カード番号 of a library, a shop: any length."""
_MONTH = "(?:19|20)[0-9]{2}-[01][0-9](?![0-9])"
INSURED = Labelled(
    Kind.INSURED,
    (
        _SHORT_BOXED,
        regex(
            (
                "(?<![0-9A-Za-z])(?:[一-龥]{1,2}-?)?[0-9]{1,4}[-・ ]{1,2}[0-9](?:\n?[0-9]){3,7}"
                "(?:-[0-9]{1,2}| [0-9]{2})?(?![0-9]|/[0-9]{1,2}(?![0-9]))"
            )
            + COUNTED
        ),
        regex(f"(?<![0-9A-Za-z])(?!{_MONTH})[A-Za-z]?[0-9](?:{JOIN}[0-9]){{5,9}}(?!{JOIN}[0-9]|/[0-9])" + COUNTED),
        regex(
            f"(?<![0-9A-Za-z])(?:[A-Za-z]{{0,2}}|[一-龥]{{1,2}}-)(?!{_MONTH})"
            "[0-9]{3,8}(?:-[0-9]{1,8})?(?![0-9]|/[0-9])" + COUNTED
        ),
    ),
    shy=True,
)
_CODE = (
    "(?:[A-Za-z]{1,4}[-.]?){0,2}[0-9][0-9A-Za-z]*(?:\n?-[ \n]?[0-9A-Za-z]+| {1,2}[0-9]{3,}| [0-9]{2}(?![0-9 .,/-])"
    "|\n[0-9]{3,}|\n[A-Za-z][0-9]{3,}){0,4}"
)
REFERENCE = Labelled(
    Kind.REFERENCE,
    (
        regex("(?<![0-9A-Za-z])(?:[A-Z] )?[0-9](?:(?: | - )[0-9](?![0-9])){4,16}(?![0-9A-Za-z])" + COUNTED),
        regex(f"(?<![0-9A-Za-z-])(?!T[0-9]{{13}})(?=[0-9A-Za-z-]{{2}}|[0-9] [0-9]){_CODE}(?![0-9A-Za-z])" + COUNTED),
        regex("(?<=第)(?<!様式第)(?<!条第)[0-9]{1,8}(?:-[0-9]{1,6})?(?=号)"),
    ),
    shy=True,
)
ACCOUNT_NUMBER = Labelled(
    Kind.ACCOUNT_NUMBER,
    (
        _SHORT_BOXED,
        regex(
            ("(?<![0-9])(?:[0-9]{5}-\n?[0-9](?:\n?[0-9]){5,7}|[0-9]{3}-\n?[0-9](?:\n?[0-9]){5,6}|[0-9]{7})(?![0-9])")
            + COUNTED
        ),
        regex(f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{4,7}}(?!{JOIN}[0-9])" + COUNTED),
    ),
    shy=True,
)
