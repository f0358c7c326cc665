"""Check digits.  Each answers good, bad or cannot tell; a bad one lowers nothing where a name stands beside."""

from __future__ import annotations

from enum import Enum


class Check(Enum):
    """What a check digit says."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"


_MY_NUMBER_DIGITS = 12
_RESIDENT_CODE_DIGITS = 11
_CARD_DIGITS = range(14, 17)


def no_check(_: str) -> Check:
    """For numbers that have no check digit."""
    return Check.UNKNOWN


def my_number(digits: str) -> Check:
    """番号法施行令8条と同令の省令 (平成26年総務省令85号) 5条: weights 2-7 from the right, modulus 11."""
    if len(digits) != _MY_NUMBER_DIGITS or len(set(digits)) == 1:
        return Check.UNKNOWN
    return _modulus_11(digits, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def resident_code(digits: str) -> Check:
    """住民基本台帳法施行規則1条: ten digits and one, weights 2-7 from the right, modulus 11."""
    if len(digits) != _RESIDENT_CODE_DIGITS or len(set(digits)) == 1:
        return Check.UNKNOWN
    return _modulus_11(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def luhn(digits: str) -> Check:
    """ISO/IEC 7812-1 annex B, for payment cards."""
    if len(digits) not in _CARD_DIGITS or len(set(digits)) == 1:
        return Check.UNKNOWN
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits))]
    return _answer(sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0)  # noqa: PLR2004 -- the digits of 2n


def _modulus_11(digits: str, weights: tuple[int, ...]) -> Check:
    rest = sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11
    return _answer(int(digits[-1]) == (0 if rest <= 1 else 11 - rest))


def _answer(good: bool) -> Check:  # noqa: FBT001 -- a truth, not an option
    return Check.GOOD if good else Check.BAD
