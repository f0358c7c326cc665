"""Names of persons: by honorific, by part, by label and column, in lists, by dictionary; each a small detector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.redaction.names.full import FULL
from generator.redaction.names.honorific import HONORIFIC
from generator.redaction.names.parts import ROLE

if TYPE_CHECKING:
    from generator.redaction.span import Detector

NAMES: tuple[Detector, ...] = (HONORIFIC, ROLE, FULL)
