"""Dates as municipal papers write them: ISO or 和暦, to the day, month, year or 年度.

Pure: text in, a `When` and faults out.  It never invents precision (平成29年12月 stays a month).  Eras begin on days
of the 元号を改める政令: 明治 1868-01-25, 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.records.weekdays import WEEKDAYS, wrong_weekday

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Place

ERAS = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 1, 25)),
)
FISCAL_YEAR_STARTS = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A point in time of some precision; month or day is None where the paper gives none."""

    year: int
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    """年度: from April of `year` to the next March."""
    tail: str = ""
    """頃, 末, 目途, 以降 and the like, as typed."""
    written_era: str = ""
    """Set only where the typed era had ended before this day (a plan made before 2019-05-01): 平成31."""
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def earliest(self) -> date:
        """The first day this may mean."""
        if self.fiscal:
            return date(self.year, FISCAL_YEAR_STARTS, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day this may mean."""
        if self.fiscal:
            return date(self.year + 1, FISCAL_YEAR_STARTS - 1, 31)
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where the paper gives one."""
        return self.earliest if self.day else None

    @property
    def iso(self) -> str:
        """For `<time datetime>`: 2025-05-23, 2025-05 or 2025; empty for a 年度."""
        if self.fiscal:
            return ""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def shown(self) -> str:
        """令和7年5月23日（金）, with as much as is known."""
        return self._shown(with_year=True)

    @property
    def shown_without_year(self) -> str:
        """5月23日（金）, for a second date of one year."""
        return self._shown(with_year=False)

    def _shown(self, *, with_year: bool) -> str:
        if self.month is None:
            known = self.earliest if self.fiscal else self.latest
            return f"{era_year(known)}年{'度' if self.fiscal else ''}{self.tail}"
        words = f"{self.month}月"
        if self.day is not None:
            words += f"{self.day}日（{WEEKDAYS[self.earliest.weekday()]}）"
        if not with_year:
            return words + self.tail
        typed = f"{self.written_era}年{words}{self.tail}"
        modern = f"{era_year(self.earliest)}年{words}"
        return f"{typed}（{modern}）" if self.written_era else modern + self.tail


@dataclass(frozen=True, slots=True)
class Period:
    """A range; without an end it is open (平成30年7月～)."""

    start: Day
    end: Day | None
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def earliest(self) -> date:
        """The first day this may mean."""
        return self.start.earliest

    @property
    def latest(self) -> date:
        """The last day this may mean; of an open range the last day of its start."""
        return (self.end or self.start).latest

    @property
    def exact(self) -> None:
        """A range is never one day."""

    @property
    def iso(self) -> str:
        """HTML has no machine form for a range of days."""
        return ""

    @property
    def shown(self) -> str:
        """令和7年5月12日（月）～5月16日（金）."""
        if self.end is None:
            return f"{self.start.shown}～"
        same_year = self.end.year == self.start.year and self.end.month is not None
        return f"{self.start.shown}～{self.end.shown_without_year if same_year else self.end.shown}"


When = Day | Period


@dataclass(frozen=True, slots=True)
class Fault:
    """A date that reads like one and can't be one; `code` names the problem, `offset` counts in the text."""

    code: str
    offset: int
    params: Mapping[str, str] = field(default_factory=dict)
    """What to say of it: weekdays, days and years, as calendars write them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says; `when` is None where it is not in the grammar."""

    when: When | None
    faults: tuple[Fault, ...] = ()


IMPOSSIBLE, WRONG_WEEKDAY, NO_SUCH_ERA, ENDS_BEFORE_START = "E205", "E301", "E302", "E206"

_ERA = "|".join(f"{name}|{letter}" for name, letter, _ in ERAS)
_POINT = regex(
    rf"""
    (?: (?P<era>{_ERA}) \.? (?P<eyear>元|[0-9]{{1,2}}) | (?P<year>(?:18|19|20)[0-9]{{2}}) )
    (?: (?P<fiscal>年度)
      | 年? (?: (?: (?<=年) | [-/.] ) (?P<month>[0-9]{{1,2}})
          (?: (?: 月 | [-/.] (?=[0-9]) ) (?: (?P<day>[0-9]{{1,2}}) 日? )? )? 月? )? )
    (?: \( (?P<weekday>[月火水木金土日]) (?:曜日?)? \) )?
    (?P<tail>(?:頃|ごろ|末|初旬|上旬|中旬|下旬|目途|目処|めど|以降|まで|中)*)
    """,
    re.VERBOSE,
)
_REST = regex(
    r"""(?: (?P<month>[0-9]{1,2}) 月 )? (?: (?P<day>[0-9]{1,2}) 日 )?
    (?: \( (?P<weekday>[月火水木金土日]) (?:曜日?)? \) )? (?P<tail>(?:頃|ごろ|末|目途|以降|まで|中)*)""",
    re.VERBOSE,
)
_FOLD = {ord("～"): "~", ord("〜"): "~", ord("―"): "-", ord("－"): "-", ord("‐"): "-"}


def parse_when(text: str, *, plans_allowed: bool = False) -> Parsed:
    """Read one date or range.

    `plans_allowed`: the paper was released before 2019-05-01, so 平成32年5月 is a plan and not a fault.
    """
    folded = "".join(unicodedata.normalize("NFKC", ch)[:1] or " " for ch in text.translate(_FOLD)).translate(_FOLD)
    start = len(folded) - len(folded.lstrip())
    folded = folded.rstrip()
    first = _POINT.match(folded, start)
    if not first or not _complete(first):
        return Parsed(None)
    day, faults = _day(first, plans_allowed=plans_allowed)
    rest = folded[first.end() :].lstrip()
    if not rest:
        return Parsed(day, faults)
    mark = next((m for m in ("~", "から", "-") if rest.startswith(m)), None)
    if mark is None or day is None:
        return Parsed(None, faults)
    return _range(day, faults, folded, len(folded) - len(rest) + len(mark), plans_allowed=plans_allowed)


def _range(day: Day, faults: tuple[Fault, ...], folded: str, at: int, *, plans_allowed: bool) -> Parsed:
    at += len(folded[at:]) - len(folded[at:].lstrip(" "))
    if at >= len(folded):
        return Parsed(Period(day, None), faults)
    full = _POINT.fullmatch(folded, at)
    if full and _complete(full):
        end, more = _day(full, plans_allowed=plans_allowed)
    else:
        part = _REST.fullmatch(folded, at)
        if not part or not (part["month"] or part["day"]):
            return Parsed(None, faults)
        end, more = _continued(day, part)
    faults += more
    if end is not None and end.latest < day.earliest:
        faults += (Fault(ENDS_BEFORE_START, at),)
    return Parsed(Period(day, end) if end else None, faults)


def _complete(match: re.Match[str]) -> bool:
    """A bare number such as 2025 is not a date; 2025年 and 令和7年 are."""
    text = match.group()
    return "年" in text or bool(match["month"])


def _day(match: re.Match[str], *, plans_allowed: bool) -> tuple[Day | None, tuple[Fault, ...]]:
    year, month, day = _year(match), _number(match["month"]), _number(match["day"])
    if not _exists(year, month, day):
        return None, (Fault(IMPOSSIBLE, match.start()),)
    found = Day(year, month, day, fiscal=bool(match["fiscal"]), tail=match["tail"] or "")
    faults = _weekday_faults(found, match)
    if match["era"] and not _in_era(match["era"], found):
        if plans_allowed and found.earliest >= ERAS[0][2]:
            return replace(found, written_era=f"{_era_name(match['era'])}{match['eyear']}"), faults
        faults += (Fault(NO_SUCH_ERA, match.start(), {"expected": era_year(found.earliest) + "年"}),)
    return found, faults


def _continued(start: Day, match: re.Match[str]) -> tuple[Day | None, tuple[Fault, ...]]:
    """The short second date of a range: 4月11日, or 15日, of the first one's year and month."""
    month = _number(match["month"]) or start.month
    day = _number(match["day"])
    if not _exists(start.year, month, day):
        return None, (Fault(IMPOSSIBLE, match.start()),)
    found = Day(start.year, month, day, tail=match["tail"] or "")
    return found, _weekday_faults(found, match)


def _weekday_faults(found: Day, match: re.Match[str]) -> tuple[Fault, ...]:
    params = wrong_weekday(found.exact, match["weekday"]) if match["weekday"] and found.exact else {}
    return (Fault(WRONG_WEEKDAY, match.start("weekday"), params),) if params else ()


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    first = next(begin for name, letter, begin in ERAS if match["era"] in (name, letter)).year
    return first - 1 + (1 if match["eyear"] == "元" else int(match["eyear"]))


def _era_name(typed: str) -> str:
    return next(name for name, letter, _ in ERAS if typed in (name, letter))


def _in_era(typed: str, found: Day) -> bool:
    index = next(i for i, (name, letter, _) in enumerate(ERAS) if typed in (name, letter))
    ends = ERAS[index - 1][2] if index else date.max
    return found.latest >= ERAS[index][2] and found.earliest < ends


def _exists(year: int, month: int | None, day: int | None) -> bool:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def era_year(when: date) -> str:
    """令和元, 平成30 …: the era and year of a day."""
    name, _, begin = next(era for era in ERAS if when >= era[2])
    return f"{name}{when.year - begin.year + 1 if when.year > begin.year else '元'}"


def fiscal_year(when: date) -> int:
    """The 年度 a day belongs to (April to March)."""
    return when.year if when.month >= FISCAL_YEAR_STARTS else when.year - 1


def fiscal_year_name(year: int) -> str:
    """令和7年度; the year in which 令和 began is 令和元年度, as the Cabinet Office asks."""
    return f"{era_year(date(year, 12, 31))}年度"


def days_between(start: When, end: When) -> tuple[int, int]:
    """The least and the greatest number of days from `start` to `end`."""
    least = (end.earliest - start.latest) // timedelta(days=1)
    return max(least, 0), (end.latest - start.earliest) // timedelta(days=1)
