"""Every detector, in the order they run.  To add one, write it in its small module and name it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.redaction.names import NAMES
from generator.redaction.numbers import known
from generator.redaction.numbers.account import ACCOUNT
from generator.redaction.numbers.birth import BIRTH
from generator.redaction.numbers.clipped import CLIPPED
from generator.redaction.numbers.insured import INSURED
from generator.redaction.numbers.machine import MACHINE
from generator.redaction.numbers.mail import MAIL
from generator.redaction.numbers.masks import MASKED
from generator.redaction.numbers.named import NAMED
from generator.redaction.numbers.nameless import NAMELESS
from generator.redaction.numbers.phone import PHONE
from generator.redaction.numbers.plate import PLATE
from generator.redaction.numbers.shaped import SHAPED
from generator.redaction.numbers.spoken import SPOKEN
from generator.redaction.places import PLACES

if TYPE_CHECKING:
    from generator.redaction.span import Detector

WITHOUT_FIGURES: tuple[Detector, ...] = (MAIL, ACCOUNT, SPOKEN, *PLACES, *NAMES)
"""Those that may find something in a text without any digit."""

DETECTORS: tuple[Detector, ...] = (
    known.MY_NUMBER,
    known.RESIDENT_CODE,
    known.PENSION,
    known.LICENCE,
    known.OTHER_LICENCE,
    known.PASSPORT,
    known.RESIDENCE_CARD,
    known.CARD,
    known.OTHER_CARD,
    known.INSURED,
    known.REFERENCE,
    known.ACCOUNT_NUMBER,
    *SHAPED,
    *CLIPPED,
    *NAMELESS,
    INSURED,
    MACHINE,
    NAMED,
    MASKED,
    SPOKEN,
    PHONE,
    MAIL,
    BIRTH,
    PLATE,
    ACCOUNT,
    *PLACES,
    *NAMES,
)
