"""What lists, feeds and data say of a record in one sentence: its 要約, else the first sentence of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.sheet import abstract, abstract_from
from generator.records.audit import Audit
from generator.records.batch import Batch
from generator.records.discipline import Discipline
from generator.records.incident import Incident
from generator.records.paper import Paper
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.inline import Parts
    from generator.records import PublicRecord
    from generator.text import PublicText


def said_of(record: PublicRecord) -> Parts:
    """One sentence for a list; empty where there is none."""
    if isinstance(record, (Incident, Discipline)):
        return abstract(record)
    if isinstance(record, Paper):
        return of_paper(record)
    if isinstance(record, Audit):
        return of_audit(record)
    if isinstance(record, Batch) and not record.abstract:
        return (word("batch.until", start=record.period.start.shown, end=record.period.end.shown),)
    return record.abstract.parts if record.abstract else ()


def of_paper(paper: Paper[PublicText]) -> Parts:
    """要約, else the first of 要旨, else of 本文."""
    return abstract_from(paper, paper.gist, paper.body_text)


def of_audit(audit: Audit[PublicText]) -> Parts:
    """要約, else the first of 目的, else of 選定理由; an audit may have none."""
    return abstract_from(audit, audit.purpose, audit.rationale)
