"""処分公表 in YAML (docs/reference/records.md)."""

from __future__ import annotations

from typing import Any

from generator.records.common_shape import HEAD_KEYS
from generator.records.content_shape import CONTENT, LINE, SectionShape
from generator.records.counts import COUNT
from generator.records.dates_shape import WHEN
from generator.records.discipline import Discipline, Sanctioned
from generator.records.incident_shape import STATEMENT
from generator.records.shapes import Fields, Items, Key, OneOf
from generator.records.vocabulary import Sanction

SANCTIONED: Fields[Any] = Fields(
    Sanctioned,
    (
        Key("処分", "sanction", OneOf(Sanction), required=True),
        Key("程度", "extent", LINE),
        Key("任命権者", "authority", LINE),
        Key("所属", "section", LINE),
        Key("職位区分", "post", LINE, also=("職",)),
        Key("年齢", "age", LINE),
        Key("年代", "age_group", LINE),
        Key("性別", "sex", LINE),
        Key("氏名", "name", LINE),
        Key("処分日", "when", WHEN),
        Key("理由", "reason", CONTENT),
    ),
)
DISCIPLINE: Fields[Any] = Fields(
    Discipline,
    (
        *HEAD_KEYS,
        Key("概要", "summary", SectionShape(CONTENT), required=True, aliases=("事案の概要", "処分の概要")),
        Key("件数", "count", COUNT),
        Key("一覧", "rows", Items(SANCTIONED)),
        Key("管理監督責任", "supervisors", Items(SANCTIONED), aliases=("管理監督者の処分",)),
        Key("発言", "statements", Items(STATEMENT)),
        Key("公表の例外", "exception", CONTENT),
    ),
)
