"""The towns, villages and wards of Japan, against which 栄町 in a city and 栄町 itself are told apart.

The lists are data, in municipalities.toml.  Cities need none: 市 ends their names.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

_LISTS: dict[str, str] = tomllib.loads(
    files("generator.redaction.places").joinpath("municipalities.toml").read_text(encoding="utf-8")
)

TOWNS = frozenset(_LISTS["towns"].split())
"""Towns and villages (地方自治法8条), without 町 or 村."""

DESIGNATED = tuple(_LISTS["designated"].split())
"""Cities with wards (地方自治法252条の20), without 市."""

WARDS = frozenset(_LISTS["wards"].split())
"""Wards, without 区."""
