"""What is public although a detector finds it: field and kind, the settings' own numbers, office holders, facilities.

Decides one hit at a time and says why; never frees a string everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.members import is_one_of, is_private
from generator.redaction.view import fold, view_of

if TYPE_CHECKING:
    from generator.records.walk import FieldPath
    from generator.redaction.hit import Hit
    from generator.settings import Settings

PUBLIC_FIELDS: tuple[tuple[str, str, Kind], ...] = (
    ("contacts", "name", Kind.NAME),
    ("contacts", "phone", Kind.PHONE),
    ("contacts", "fax", Kind.PHONE),
    ("contacts", "mail", Kind.MAIL),
    ("asking", "name", Kind.NAME),
    ("asking", "phone", Kind.PHONE),
    ("asking", "fax", Kind.PHONE),
    ("asking", "mail", Kind.MAIL),
    ("present", "name", Kind.NAME),
    ("absent", "name", Kind.NAME),
    ("speaker", "name", Kind.NAME),
    ("explainers", "name", Kind.NAME),
)
"""(list, attribute, kind): 担当 and 問い合わせ先 name the office and the person to call, minutes who met and spoke."""

MOBILE_PREFIXES = ("070", "080", "090")
"""総務省 電気通信番号規則: these are given to persons; in a contact a person must say that one is meant."""

_NO_OFFICER = regex(
    "様|さま|さん|(?<![0-9])氏(?![名家原江平木川田井])|殿(?![村岡山木川井内塚])"
    "|(?:申請|申込|相談|請求|対象|保護|被害|該当|契約|利用|傍聴|請願|陳情)者|(?:届出|申立|請求|傍聴|代理)人|遺族|本人"
    "|[町市区村県都府道]民(?!課|部|係|局)|住民(?!課|部|係|局)"
)
"""Beside a name in a contact's 氏名: then it is not only the officer's, who never writes a title to the own name."""

REACH = 24
"""How many characters beside a name the post of an office holder may stand."""

SHORTEST_PHONE = 6
"""総務省 電気通信番号規則: an area's and an exchange's digits are six; a shorter own number is everybody's."""

_ABROAD = regex("(?:[+]|00)81-?[(]?0?[)]?")
_TO_LAST_FIGURE = regex(".*[0-9]")


@dataclass(frozen=True, slots=True)
class Stays:
    """A hit that stays readable; `reason` is a key of ja.toml, table `kept`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Asks:
    """A hit that a person must decide on; `code` is the suspicion's."""

    code: str


class Goes:
    """A hit that is replaced."""


GOES = Goes()
Decision = Stays | Asks | Goes


def public_field(path: FieldPath) -> Kind | None:
    """The kind that the policy makes public in this field."""
    names = [step for step in path if isinstance(step, str)]
    return next((kind for where, last, kind in PUBLIC_FIELDS if names[-1] == last and where in names), None)


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings, folded once for comparing."""

    phones: tuple[str, ...]
    domains: tuple[str, ...]
    address: str
    house: str
    """What the address says below the municipality, down to its last figure."""
    facilities: tuple[str, ...]
    officials: tuple[tuple[str, str], ...]
    members: tuple[str, ...] = ()
    """Names that the minutes of the case list: public in a sentence too, where the title stands behind them."""

    def decide(self, hit: Hit, text: str, path: FieldPath, *, protected: bool, post: str = "") -> Decision:
        """What becomes of a hit in the bare text of a field.

        `protected`: 支援措置, nothing of a place is kept.  `post`: the 職 of the person whose name the field holds.
        """
        folded = fold(text[hit.start : hit.end])
        if public_field(path) is hit.kind:
            return self._in_public_field(hit, text, post)
        reason = self._reason(hit, text, folded, protected=protected)
        if reason:
            return Stays(reason)
        return GOES if hit.sure else Asks("S401")

    def _in_public_field(self, hit: Hit, text: str, post: str) -> Decision:
        found = text[hit.start : hit.end]
        if hit.kind is Kind.PHONE and _digits(found).startswith(MOBILE_PREFIXES):
            return Asks("S403")
        if hit.kind is Kind.MAIL and not fold(found).endswith(self.domains):
            return Asks("S404")
        if hit.kind is Kind.NAME and (_NO_OFFICER.search(fold(text)) or is_private(fold(post))):
            return Asks("S405")
        return Stays("field")

    def _reason(self, hit: Hit, text: str, folded: str, *, protected: bool) -> str | None:
        if hit.kind is Kind.PHONE and self.phones and _digits(text[hit.start : hit.end]).startswith(self.phones):
            return "own-phone"
        if hit.kind is Kind.MAIL and self.domains and folded.endswith(self.domains):
            return "own-mail"
        if hit.kind is Kind.ADDRESS and not protected and self._is_own_address(folded):
            return "own-address"
        if hit.kind in (Kind.NAME, Kind.ADDRESS) and not protected and self._in_facility(hit, text):
            return "facility"
        return self._public_person(hit, text, folded) if hit.kind is Kind.NAME else None

    def _is_own_address(self, folded: str) -> bool:
        """Whether it goes down to the number of the house: the street alone is the neighbours' as well."""
        return bool(self.house) and folded in self.address and self.house in folded

    def _in_facility(self, hit: Hit, text: str) -> bool:
        """Whether the hit is part of a facility's name where it stands; beside 山田小学校 stands a resident 山田."""
        before = fold(text[max(0, hit.start - REACH) : hit.start])
        around = before + fold(text[hit.start : hit.end + REACH])
        first, last = len(before), len(before) + len(fold(text[hit.start : hit.end]))
        return any(around.find(name, max(0, last - len(name)), first + len(name)) >= 0 for name in self.facilities)

    def _public_person(self, hit: Hit, text: str, folded: str) -> str | None:
        before = fold(text[max(0, hit.start - REACH) : hit.start])
        after = fold(text[hit.end : hit.end + REACH])
        if self._holds_office(folded, before, after):
            return "official"
        return "present" if is_one_of(self.members, folded, before, after) else None

    def _holds_office(self, folded: str, before: str, after: str) -> bool:
        return any(
            name.startswith(folded)
            and (before.endswith((post, f"{post}の", f"{post}:", f"{post}、")) or after.startswith(post))
            for post, name in self.officials
        )


def policy_of(settings: Settings) -> Policy:
    """The policy that the settings give."""
    town = settings.municipality
    phones = (_digits(phone) for phone in town.phones)
    domains = [fold(domain) for domain in town.mail_domains if "." in domain.strip(".")]
    address, city = fold(town.address), fold(town.city)
    below = address.partition(city)[2] if city in address else address
    to_figure = _TO_LAST_FIGURE.match(below)
    return Policy(
        tuple(phone for phone in phones if len(phone) >= SHORTEST_PHONE),
        tuple(f"@{domain}" for domain in domains) + tuple(f".{domain}" for domain in domains),
        address,
        to_figure.group() if to_figure else below,
        tuple(fold(facility) for facility in settings.facilities),
        tuple((fold(official.post), fold(official.name)) for official in settings.officials),
    )


def _digits(text: str) -> str:
    """The digits as one dials them here, also those written with kanji or for a call from abroad."""
    dialled = _ABROAD.sub("0", view_of(text).digits.replace(" ", ""), count=1)
    return "".join(ch for ch in dialled if ch.isdigit())
