"""住民の皆様へ: am I affected, what am I asked to do, what must I beware of, whom do I call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.pages.formats import phone_parts
from generator.records.content import Content, Standing
from generator.records.incident import ForResidents
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.page import Site
    from generator.records import PublicIncident
    from generator.records.common import Contact
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call, large; who answers and when."""

    number: str
    """Digits, for `tel:`."""
    shown: str
    after: str
    contact: Contact[PublicText]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the fixed parts."""

    id: str
    heading: str
    content: Content[PublicText]


@dataclass(frozen=True, slots=True)
class Residents:
    """The blue frame."""

    heading: PublicText | str
    parts: tuple[Part, ...]
    content: Content[PublicText] | None
    standing: Standing[PublicText] | None
    asking: Content[PublicText] | None
    """問い合わせ先 where it is text."""
    calls: tuple[Call, ...]
    others: tuple[Contact[PublicText], ...]
    """Those to ask who have no number to call."""


def residents(record: PublicIncident, site: Site) -> Residents:
    """What the record tells residents; the telephone is that of 問い合わせ先, else of the first 担当 that has one."""
    section = record.for_residents
    body: Any = section.body
    asked = body.contacts if isinstance(body, ForResidents) else None
    contacts: tuple[Contact[PublicText], ...] = asked if isinstance(asked, tuple) else ()
    calls = tuple(call for contact in contacts if (call := _call(contact)))
    if not calls:
        calls = tuple(call for contact in record.contacts if (call := _call(contact)))[:1]
    return Residents(
        section.heading or site.settings.wording.residents or word("residents.heading"),
        _parts(body) if isinstance(body, ForResidents) else (),
        body if isinstance(body, Content) else None,
        section.standing,
        asked if isinstance(asked, Content) else None,
        calls,
        tuple(contact for contact in contacts if _call(contact) is None),
    )


def _parts(body: ForResidents[PublicText]) -> tuple[Part, ...]:
    names = ("affected", "requests", "cautions")
    return tuple(
        Part(name, word(f"residents.{name}"), content) for name in names if (content := getattr(body, name)) is not None
    )


def _call(contact: Contact[PublicText]) -> Call | None:
    found = phone_parts(contact.phone) if contact.phone else None
    return Call(*found, contact) if found else None
