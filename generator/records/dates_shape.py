"""The shape of a date that may also be text, in the one form that all kinds use."""

from __future__ import annotations

from generator.records.shapes import DateShape

WHEN = DateShape()
