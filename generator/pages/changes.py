"""What a report changed against the one before it, fact by fact, with the reason where a 改訂 gives one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.pages.facts import KEYS, Fact, Facts, facts
from generator.pages.inline import plain
from generator.words import word

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.records import PublicIncident
    from generator.text import PublicText


class Way(Enum):
    """How a fact changed; the value is its key in ja.toml, table `change`."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    """Not stated before, or a list that only grew."""
    REMOVED = "removed"
    """Stated before and not now."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact in two reports."""

    key: str
    old: Fact | None
    new: Fact | None
    way: Way
    reason: PublicText | None = None
    added: tuple[Markup, ...] = ()
    """Items of a list that the earlier report did not name."""
    removed: tuple[Markup, ...] = ()

    @classmethod
    def absent(cls, key: str) -> Change:
        """A fact that neither report states."""
        return cls(key, None, None, Way.SAME)

    @property
    def label(self) -> str:
        """What the fact is called."""
        return word(f"fact.label.{self.key}")

    @property
    def is_change(self) -> bool:
        """Whether anything is different."""
        return self.way is not Way.SAME

    @property
    def difference(self) -> str:
        """＋26人 or －2人, where both are numbers of one unit."""
        if self.old is None or self.new is None or self.old.number is None or self.new.number is None:
            return ""
        step = self.new.number - self.old.number
        if not step or self.old.unit != self.new.unit:
            return ""
        return f"{'＋' if step > 0 else '－'}{abs(step):,}{self.new.unit}"


def changes(before: PublicIncident, now: PublicIncident, stated: Facts | None = None) -> dict[str, Change]:
    """Every fact that either report states, in the order of `KEYS`; `stated` are those of `now`, where known."""
    old, new = facts(before), stated or facts(now)
    return {key: _change(key, old, new, now) for key in KEYS if key in old or key in new}


def _change(key: str, old: Facts, new: Facts, now: PublicIncident) -> Change:
    was, is_now = old.get(key), new.get(key)
    before = was.entries if was else ()
    after = is_now.entries if is_now else ()
    added = tuple(entry for entry in after if entry not in before) if before else ()
    removed = tuple(entry for entry in before if entry not in after) if after else ()
    way = _way(was, is_now, grew=bool(added) and not removed)
    reason = None if way is Way.SAME else _reason(key, now)
    return Change(key, was, is_now, way, reason, added, removed)


def _way(was: Fact | None, is_now: Fact | None, *, grew: bool) -> Way:
    if is_now is None:
        return Way.REMOVED
    if was is None or grew:
        return Way.ADDED
    return Way.SAME if was.written == is_now.written else Way.CHANGED


def _reason(key: str, now: PublicIncident) -> PublicText | None:
    """The newest 改訂 whose 箇所 names the fact, as the YAML or as the page calls it."""
    names = (word(f"fact.label.{key}"), *word(f"fact.also.{key}").split())
    for revision in reversed(now.revisions):
        if revision.part is not None and any(name in plain(revision.part) for name in names):
            return revision.reason
    return None
