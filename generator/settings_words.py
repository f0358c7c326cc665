"""What settings.yml says to readers: words for the site, own terms, approved readings, its word on accessibility.

Public by intention, as all settings are.  Shape and what must stand together; the pages give the words their place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.patterns import regex
from generator.records.common_shape import DayShape
from generator.records.content_shape import LINE
from generator.records.counts import YES
from generator.records.shapes import Fields, Key, OneOf, Text, Then
from generator.records.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.problems import Place
    from generator.records.dates import Day
    from generator.records.reading import Cursor
    from generator.text import RawText


class Level(Word):
    """アクセシビリティ.目標: the level of JIS X 8341-3 that the municipality aims at."""

    A = ("A", "a")
    AA = ("AA", "aa")
    AAA = ("AAA", "aaa")


class FontPackage(Word):
    """書体: the package whose fonts the PDFs are set in, as `pip install` takes it."""

    SANS = ("noto-cjk[sans-jp]", "sans")
    SERIF = ("noto-cjk[serif-jp]", "serif")


class Conformance(Word):
    """アクセシビリティ.対応度: the three words of WAIC's guideline, or that nobody has tested yet."""

    FULL = ("準拠", "full")
    PARTIAL = ("一部準拠", "partial")
    CONSIDERED = ("配慮", "considered")
    UNTESTED = ("未実施", "untested")

    @property
    def rests_on_a_test(self) -> bool:
        """準拠 and 一部準拠 may be said only with a test whose result is public (WAIC, 3.1 and 3.2)."""
        return self in (Conformance.FULL, Conformance.PARTIAL)


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """One of 用語; it takes the place of the shipped term of the same word."""

    word: str
    explanation: str
    reading: str = ""
    basis: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ApprovedReading:
    """One of 読み: how a place or a term is read, which a person knows and no program guesses."""

    written: str
    kana: str
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Accessibility:
    """アクセシビリティ: what the municipality itself says of its site; kohyo adds no word to it."""

    scope: str = ""
    level: Level | None = None
    conformance: Conformance | None = None
    standard: str = ""
    tested_on: Day | None = None
    tested_by: str = ""
    method: str = ""
    result: str = ""
    """The address of its page of results."""
    left_out: str = ""
    """例外: what doesn't meet the level, and until when."""
    contact: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Wording:
    """表示: the words the site uses for itself."""

    site_name: str = "公表資料"
    residents: str = ""
    """住民の皆様へ by another name, such as 町民の皆様へ; empty for 住民の皆様へ itself."""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """少数の扱い: below this many people a count is warned about."""

    threshold: int = 10


@dataclass(frozen=True, slots=True)
class Printing:
    """印刷: what stands over the sheets of the PDFs besides what their pages say."""

    addressee: str = ""
    """見出し: whom an announcement goes to, such as 報道機関各位."""
    seal: str = ""
    """公印: the words in the place of the seal, such as （公印省略）."""
    crest: bool = False
    """紋章: whether the emblem of the site's head is printed too."""


_KANA = regex("[ぁ-ゖァ-ヺー・゛゜]+")


def _plain(text: RawText) -> str:
    return text.reveal().strip()


_WORD = Then(LINE, _plain)
_PROSE = Then(Text(), _plain)

OWN_TERM: Fields[Any] = Fields(
    OwnTerm,
    (
        Key("言葉", "word", _WORD, required=True),
        Key("説明", "explanation", _PROSE, required=True),
        Key("読み", "reading", _WORD),
        Key("根拠", "basis", _WORD),
    ),
)
APPROVED_READING: Fields[Any] = Fields(
    ApprovedReading, (Key("表記", "written", _WORD, required=True), Key("読み", "kana", _WORD, required=True))
)
PRINTING: Fields[Any] = Fields(
    Printing, (Key("見出し", "addressee", _WORD), Key("公印", "seal", _WORD), Key("紋章", "crest", YES))
)
WORDING: Fields[Any] = Fields(
    Wording,
    (Key("サイト名", "site_name", _WORD), Key("住民の皆様へ", "residents", _WORD), Key("利用条件", "licence", _PROSE)),
)
ACCESSIBILITY: Fields[Any] = Fields(
    Accessibility,
    (
        Key("対象範囲", "scope", _PROSE),
        Key("目標", "level", OneOf(Level)),
        Key("対応度", "conformance", OneOf(Conformance)),
        Key("規格", "standard", _WORD),
        Key("試験日", "tested_on", DayShape()),
        Key("試験実施者", "tested_by", _WORD),
        Key("試験方法", "method", _PROSE),
        Key("試験結果", "result", _WORD),
        Key("例外", "left_out", _PROSE),
        Key("連絡先", "contact", _WORD),
    ),
)


def words_are_sound(
    terms: Sequence[OwnTerm], readings: Sequence[ApprovedReading], stated: Accessibility | None, at: Cursor
) -> None:
    """A problem for each 読み that holds anything but kana, and where 対応度 claims more than the rest shows."""
    read = [("用語", index, one.reading, one.places) for index, one in enumerate(terms)]
    read += [("読み", index, one.kana, one.places) for index, one in enumerate(readings)]
    for key, index, kana, places in read:
        if kana and not _KANA.fullmatch(kana):
            at.into(key).item(index).into("読み").problem("E231", places["読み"])
    missing = tuple(_missing(stated)) if stated else ()
    if stated and stated.conformance and missing:
        place, claimed = stated.places["対応度"], stated.conformance.japanese
        at.into("アクセシビリティ").into("対応度").problem("E230", place, stated=claimed, missing="、".join(missing))


def _missing(stated: Accessibility) -> Iterator[str]:
    """What WAIC's guideline wants beside the word: a public policy, and for a test its day and result."""
    if stated.conformance is None or stated.conformance is Conformance.UNTESTED:
        return
    wanted: dict[str, object] = {"対象範囲": stated.scope, "目標": stated.level, "規格": stated.standard}
    if stated.conformance.rests_on_a_test:
        wanted |= {"試験日": stated.tested_on, "試験実施者": stated.tested_by, "試験結果": stated.result}
    yield from (key for key, value in wanted.items() if not value)
