"""One record cleared in memory: what the tests of rewriting look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from settled_records import town

from generator.redaction.held import held
from generator.redaction.plan import Plan, plan
from generator.redaction.sheet import read_sheets, settle_sheets

if TYPE_CHECKING:
    from generator.redaction.scan import Scanner

PATH = "disclosures/2026-05-20-hokenryo-gosofu.yml"


def planned(data: bytes, scanner: Scanner) -> Plan:
    """What would be written of one record, and what would be said."""
    return plan({PATH: data}, {PATH}, town(), scanner)


def cleared(data: bytes, scanner: Scanner) -> bytes:
    """The record as it would be written."""
    return planned(data, scanner).files.get(PATH, data)


def still_held(data: bytes, scanner: Scanner) -> list[str]:
    """The codes for which a commit of the record is refused."""
    sheets, problems = read_sheets({PATH: data})
    settled = settle_sheets(sheets, town(), scanner)
    return [problem.code for problem in (*problems, *(p for one in settled.values() for p in held(one)))]
