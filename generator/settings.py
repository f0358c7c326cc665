"""settings.yml: the municipality, its own numbers and officials, its sections, its thresholds.

Settings are public by intention, so their values are plain strings; they are the only place where a
policy is changed.  Shape only; `rules` and `redaction` give the meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from generator.patterns import regex
from generator.records.common_shape import DayShape
from generator.records.content_shape import LINE
from generator.records.counts import NUMBER, YES
from generator.records.ids import SLUG
from generator.records.reading import Cursor, Report
from generator.records.shapes import By, Fields, Items, Key, OneOf, Then
from generator.records.shown_words import AgeShown, SectionShown
from generator.records.vocabulary import Sanction, Word
from generator.settings_words import (
    ACCESSIBILITY,
    APPROVED_READING,
    OWN_TERM,
    PRINTING,
    WORDING,
    FontPackage,
    Printing,
    SmallNumbers,
    Wording,
    words_are_sound,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.problems import Place, Problem
    from generator.records.dates import Day
    from generator.settings_words import Accessibility, ApprovedReading, OwnTerm
    from generator.source.nodes import SourceFile
    from generator.text import RawText


OTHERS = "other"
"""The address of the list of departments that the settings don't know."""

_WHOLE_NUMBER = regex("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}")


class MunicipalityKind(Word):
    """団体.種別 (地方自治法1条の3)."""

    METROPOLIS = ("都", "metropolis")
    CIRCUIT = ("道", "circuit")
    PREFECTURE = ("府", "urban-prefecture")
    KEN = ("県", "prefecture")
    CITY = ("市", "city")
    WARD = ("区", "ward")
    TOWN = ("町", "town")
    VILLAGE = ("村", "village")
    UNION = ("組合", "union")

    @property
    def residents(self) -> str:
        """町民, 市民 …: what its people are called."""
        return {"組合": "住民", "府": "府民"}.get(self.japanese, f"{self.japanese}民")


@dataclass(frozen=True, slots=True)
class Municipality:
    """団体."""

    name: str
    kind: MunicipalityKind
    prefecture: str = ""
    city: str = ""
    """市区町村: what an address keeps; empty for a prefecture or a union."""
    phones: tuple[str, ...] = ()
    """Own numbers, or prefixes of them such as 0400-00-."""
    mail_domains: tuple[str, ...] = ()
    address: str = ""
    website: str = ""
    reading: str = ""
    hours: str = ""

    @property
    def main_phone(self) -> str:
        """The first of 電話 that somebody can call, and not a prefix such as 0400-00-; empty where there is none."""
        return next((phone for phone in self.phones if _WHOLE_NUMBER.fullmatch(phone)), "")


@dataclass(frozen=True, slots=True)
class Official:
    """One of 公職者: whose name is public wherever it stands beside the post."""

    post: str
    name: str


@dataclass(frozen=True, slots=True)
class Department:
    """One of 所管."""

    name: str
    slug: str
    former: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Body(Department):
    """One of 会議体: an assembly, a committee, a council of advisers."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One of 分野; only one with a 英字 has a list of its own."""

    name: str
    slug: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NamedSanction:
    """One line of 公表基準: what is shown of a person for this disposition."""

    sanction: Sanction
    name_allowed: bool = False
    section: SectionShown = SectionShown.SECTION
    post_shown: bool = True
    age: AgeShown = AgeShown.DECADE
    sex_shown: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All of settings.yml."""

    municipality: Municipality
    site_url: str = ""
    """公開先, without a closing slash; needed to build."""
    officials: tuple[Official, ...] = ()
    departments: tuple[Department, ...] = ()
    criteria: tuple[NamedSanction, ...] = ()
    days_to_publication: int = 30
    small_numbers: SmallNumbers = field(default_factory=SmallNumbers)
    bodies: tuple[Body, ...] = ()
    topics: tuple[Topic, ...] = ()
    facilities: tuple[str, ...] = ()
    measures_basis: str = ""
    measures_days: int = 0
    fonts: FontPackage = FontPackage.SANS
    printing: Printing = field(default_factory=Printing)
    wording: Wording = field(default_factory=Wording)
    criteria_from: Day | None = None
    """施行日 of 公表基準, shown on the page about the site."""
    terms: tuple[OwnTerm, ...] = ()
    readings: tuple[ApprovedReading, ...] = ()
    accessibility: Accessibility | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def department(self, typed_name: str) -> Department | None:
        """The department a typed section belongs to: the longest name or former name in it."""
        return _named(self.departments, typed_name)

    def body(self, typed_name: str) -> Body | None:
        """The body a typed 会議名 means, likewise."""
        return _named(self.bodies, typed_name)

    def name_allowed(self, sanction: Sanction) -> bool:
        """Whether 公表基準 lets a name stand beside this disposition."""
        return self.criterion(sanction).name_allowed

    def criterion(self, sanction: Sanction) -> NamedSanction:
        """What 公表基準 shows for this disposition; for one it doesn't list, what an empty line of it would."""
        return next((c for c in self.criteria if c.sanction is sanction), NamedSanction(sanction))


D = TypeVar("D", bound=Department)


def _named(known: tuple[D, ...], typed_name: str) -> D | None:
    folded = "".join(typed_name.split())
    named = [(name, one) for one in known for name in (one.name, *one.former) if "".join(name.split()) in folded]
    return max(named, key=lambda pair: len(pair[0]), default=(None, None))[1]


def _plain(text: RawText) -> str:
    """Settings are public: the one place where a typed text becomes a plain string."""
    return text.reveal().strip()


_ADDRESS = regex(r"https?://[^/?#\[\]\"'<>\\ ]+(?:/[^?#\[\]\"'<>\\ ]*)?")
"""An absolute address to which paths can be added (RFC 3986); no literal IPv6 host."""

WORD = Then(LINE, _plain)
WORDS = Items(WORD, or_one=True)

MUNICIPALITY: Fields[Any] = Fields(
    Municipality,
    (
        Key("名称", "name", WORD, required=True),
        Key("種別", "kind", OneOf(MunicipalityKind), required=True),
        Key("都道府県", "prefecture", WORD),
        Key("市区町村", "city", WORD),
        Key("電話", "phones", WORDS),
        Key("メールドメイン", "mail_domains", WORDS),
        Key("住所", "address", WORD),
        Key("公式サイト", "website", WORD),
        Key("よみ", "reading", WORD),
        Key("受付時間", "hours", WORD),
    ),
)
OFFICIAL: Fields[Any] = Fields(
    Official, (Key("職", "post", WORD, required=True), Key("氏名", "name", WORD, required=True))
)
_NAMED = (
    Key("名称", "name", WORD, required=True),
    Key("英字", "slug", SLUG, required=True),
    Key("旧名称", "former", WORDS),
)
DEPARTMENT: Fields[Any] = Fields(Department, _NAMED)
BODY: Fields[Any] = Fields(Body, _NAMED)
TOPIC: Fields[Any] = Fields(Topic, (Key("名称", "name", WORD, required=True), Key("英字", "slug", SLUG)))
NAMED_SANCTION: Fields[Any] = Fields(
    NamedSanction,
    (
        Key("処分", "sanction", OneOf(Sanction), required=True),
        Key("氏名", "name_allowed", YES),
        Key("所属", "section", OneOf(SectionShown)),
        Key("職位", "post_shown", YES),
        Key("年齢", "age", OneOf(AgeShown)),
        Key("性別", "sex_shown", YES),
    ),
)
SETTINGS: Fields[Any] = Fields(
    Settings,
    (
        Key("団体", "municipality", MUNICIPALITY, required=True),
        Key("公開先", "site_url", Then(WORD, lambda url: url.rstrip("/"))),
        Key("公職者", "officials", Items(OFFICIAL)),
        Key("所管", "departments", Items(DEPARTMENT)),
        Key("会議体", "bodies", Items(BODY)),
        Key("公表基準", "criteria", Items(NAMED_SANCTION)),
        Key("公表基準の施行日", "criteria_from", DayShape()),
        Key("公表までの日数上限", "days_to_publication", NUMBER),
        Key("少数の扱い", "small_numbers", Then(NUMBER, SmallNumbers)),
        Key("措置の根拠", "measures_basis", WORD),
        Key("措置の期限日数", "measures_days", NUMBER),
        Key("書体", "fonts", OneOf(FontPackage)),
        Key("印刷", "printing", PRINTING),
        Key("分野", "topics", Items(By(text=Then(WORD, Topic), map=TOPIC), or_one=True)),
        Key("施設", "facilities", WORDS),
        Key("表示", "wording", WORDING),
        Key("用語", "terms", Items(OWN_TERM)),
        Key("読み", "readings", Items(APPROVED_READING)),
        Key("アクセシビリティ", "accessibility", ACCESSIBILITY),
    ),
)


def read_settings(source: SourceFile) -> tuple[Settings | None, list[Problem]]:
    """The settings, and every problem of their shape and of what must be unique in them."""
    report = Report()
    at = Cursor(report)
    settings = SETTINGS.read(source.root, at)
    if settings is not None:
        for key, named in (("所管", settings.departments), ("会議体", settings.bodies), ("分野", settings.topics)):
            _unique_slugs(named, at.into(key), key)
        if settings.site_url and not _ADDRESS.fullmatch(settings.site_url):
            at.into("公開先").problem("E227", settings.places["公開先"])
        words_are_sound(settings.terms, settings.readings, settings.accessibility, at)
    return settings, [_in_settings(problem) for problem in report.problems]


def _in_settings(problem: Problem) -> Problem:
    """No status stands in place of a setting."""
    return replace(problem, params={**problem.params, "case": "settings"}) if problem.code == "E201" else problem


def _unique_slugs(named: Sequence[Department | Topic], at: Cursor, key: str) -> None:
    seen: dict[str, int] = {}
    for index, one in enumerate(named):
        if not one.slug:
            continue
        slug, place = one.slug, one.places["英字"]
        spot = at.item(index)
        if slug == OTHERS:
            spot.problem("E226", place, case="reserved", slug=slug, key=key)
        elif slug in seen:
            spot.problem("E226", place, slug=slug, first=seen[slug], key=key)
        seen.setdefault(slug, place.line)
