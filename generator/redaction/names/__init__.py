"""Names of persons: by honorific, by part, by label and column, in lists, by dictionary; each a small detector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.redaction.names.acts import ACT
from generator.redaction.names.bare import BARE
from generator.redaction.names.beside import BESIDE
from generator.redaction.names.called import CALLED
from generator.redaction.names.cells import COLUMN
from generator.redaction.names.diary import DIARY
from generator.redaction.names.files import FILE
from generator.redaction.names.foreign import FOREIGN
from generator.redaction.names.frames import FRAME
from generator.redaction.names.full import FULL
from generator.redaction.names.honorific import HONORIFIC
from generator.redaction.names.labelled import LABEL
from generator.redaction.names.linked import LINKED
from generator.redaction.names.marked import MARKED
from generator.redaction.names.pairs import PAIR
from generator.redaction.names.parts import ROLE
from generator.redaction.names.rows import ROW
from generator.redaction.names.said import SAID
from generator.redaction.names.seam import SEAM
from generator.redaction.names.single import SINGLE
from generator.redaction.names.sole import SOLE
from generator.redaction.names.spaced import SPACED
from generator.redaction.names.spread import SPREAD
from generator.redaction.names.told import TOLD

if TYPE_CHECKING:
    from generator.redaction.span import Detector

NAMES: tuple[Detector, ...] = (
    HONORIFIC,
    ROLE,
    LABEL,
    COLUMN,
    FULL,
    PAIR,
    SPACED,
    FOREIGN,
    SAID,
    FRAME,
    ACT,
    FILE,
    MARKED,
    LINKED,
    CALLED,
    TOLD,
    SPREAD,
    SINGLE,
    BARE,
    ROW,
    BESIDE,
    SEAM,
    DIARY,
    SOLE,
)
