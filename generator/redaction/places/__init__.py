"""Home addresses: shape by `grammar`, whose it is by `address`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.redaction.places.cued import ANNOUNCED
from generator.redaction.places.home import FIELD, HOME
from generator.redaction.places.inrow import IN_ROW

if TYPE_CHECKING:
    from generator.redaction.span import Detector

PLACES: tuple[Detector, ...] = (HOME, FIELD, ANNOUNCED, IN_ROW)
