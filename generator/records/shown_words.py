"""How much of a person 公表基準 shows: enumerations of the settings (see vocabulary.py)."""

from __future__ import annotations

from generator.records.vocabulary import Word


class SectionShown(Word):
    """公表基準.所属: down to which level."""

    DIVISION = ("部", "division")
    SECTION = ("課", "section")
    NOTHING = ("示さない", "nothing")


class AgeShown(Word):
    """公表基準.年齢."""

    YEARS = ("年齢", "years")
    DECADE = ("年代", "decade")
    NOTHING = ("示さない", "nothing")
