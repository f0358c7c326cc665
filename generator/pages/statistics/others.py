"""The tables of what is no 事案 of its own: promises by status and date, corrections, what was not announced singly."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.pages.commitments import HowFar, commitments_of
from generator.pages.corrections import ADDRESS as CORRECTIONS
from generator.pages.links import kind_address, record_address
from generator.pages.news import revisions
from generator.pages.notices import Extent, extent, withdrawal
from generator.pages.promises import ADDRESS as PROMISES
from generator.pages.statistics.incidents import year_head
from generator.pages.statistics.ledger import ADDRESS, Heap, Ledger, Line, Part, line
from generator.pages.statistics.tables import Head, Row, Table, plain
from generator.pages.titles import title_of
from generator.records.batch import Batch
from generator.records.dates import Day, Period, fiscal_year, fiscal_year_name
from generator.records.vocabulary import PublicationState, RecordKind, RevisionKind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.commitments import Commitment
    from generator.pages.page import Site
    from generator.pages.statistics.books import Books
    from generator.pages.statistics.tables import Value
    from generator.records import PublicRecord
    from generator.records.dates import When

_TIMES = ("in_time", "late", "no_date")
"""How something stands to its date."""


def promise_table(books: Books) -> tuple[Table, Ledger] | None:
    """What was promised, by how far it is and by its date; None where nothing was."""
    found = commitments_of(books.site, books.matters)
    if not found:
        return None
    parts = tuple(_promised(how_far, found) for how_far in HowFar)
    lead = word("statistics.promises.how")
    ledger = Ledger(f"{ADDRESS}promises/", word("statistics.promises.title"), lead, parts)
    heads = (*(Head(time, word(f"statistics.promises.{time}")) for time in _TIMES), _total())
    rows = []
    for part in parts:
        amounts = [len(heap.lines) for heap in part.heaps]
        if sum(amounts):
            wheres = [ledger.where(heap.key) for heap in part.heaps]
            values = [_items(amount, where) for amount, where in zip(amounts, wheres, strict=True)]
            first = next(filter(None, wheres))
            head = Head(part.heaps[0].key.removesuffix("-in-time"), part.label)
            rows.append(Row(head, (*values, _items(sum(amounts), first))))
    sums = [sum(int(row.values[place].amount or 0) for row in rows) for place in range(len(heads))]
    rows.append(Row(_total(), (*map(_items, sums[:-1]), _items(sums[-1], PROMISES))))
    notes = (word("statistics.promises.how"), word("statistics.promises.dates"))
    return _table("promises", heads, rows, notes), ledger


def _promised(how_far: HowFar, found: tuple[Commitment, ...]) -> Part:
    """Those that are so far, by their dates."""
    heaps = (
        Heap(
            f"{how_far.name.lower().replace('_', '-')}-{time.replace('_', '-')}",
            _time_label(how_far, time),
            tuple(_promise(one) for one in found if one.how_far is how_far and _time(one) == time),
        )
        for time in _TIMES
    )
    return Part(how_far.value[0], tuple(heaps))


def _items(amount: int, where: str = "") -> Value:
    return plain(amount, where, "statistics.unit_items")


def _total() -> Head:
    return Head("total", word("statistics.total"))


def _table(key: str, heads: tuple[Head, ...], rows: Iterable[Row], notes: tuple[str, ...]) -> Table:
    corner, caption = word(f"statistics.{key}.corner"), word(f"statistics.{key}.caption")
    return Table(key, caption, corner, heads, tuple(rows), has_total=True, notes=notes)


def _promise(one: Commitment) -> Line:
    return line(f"{one.address}#{one.place}", one.due, one.source, one.owners, one.label)


def _time(one: Commitment) -> str:
    """Whether it was done by its date, or still can be; only what can be compared is."""
    if one.due is None or one.how_far is HowFar.STOPPED:
        return "no_date"
    if one.how_far is not HowFar.DONE:
        return "late" if one.days_late else "in_time"
    if not isinstance(one.done_on, (Day, Period)):
        return "no_date"
    if one.done_on.latest <= one.due.latest:
        return "in_time"
    return "late" if one.done_on.earliest > one.due.latest else "no_date"


def _time_label(how_far: HowFar, time: str) -> str:
    state = "done" if how_far is HowFar.DONE else "open"
    return word("statistics.promises.no_date" if time == "no_date" else f"statistics.promises.{state}_{time}")


def correction_table(books: Books) -> tuple[Table, Ledger] | None:
    """What was changed or taken down after its publication, by 年度; None where nothing was."""
    site = books.site
    found = [change for record in site.records for change in _changes(record, site)]
    if not found:
        return None
    found.sort(key=lambda change: (change[0].earliest, change[2].id), reverse=True)
    years = sorted({fiscal_year(when.earliest) for when, _, _ in found})
    kinds = [kind for kind in RevisionKind if any(kind is other for _, other, _ in found)]
    parts = []
    for year in reversed(years):
        heaps = []
        for kind in kinds:
            label = word(f"revision.kind.{kind.machine}")
            lines = (_change(*change) for change in found if _is_of(change, year, kind))
            heaps.append(Heap(f"{year}-{kind.machine}", label, tuple(lines)))
        parts.append(Part(fiscal_year_name(year), tuple(heaps)))
    lead = word("statistics.corrections.how")
    ledger = Ledger(f"{ADDRESS}corrections/", word("statistics.corrections.title"), lead, tuple(parts))
    heads = (*(Head(kind.machine, word(f"revision.kind.{kind.machine}")) for kind in kinds), _total())
    rows = []
    for year in years:
        amounts = [sum(_is_of(change, year, kind) for change in found) for kind in kinds]
        values = [plain(a, ledger.where(f"{year}-{k.machine}")) for a, k in zip(amounts, kinds, strict=True)]
        first = next(ledger.where(f"{year}-{k.machine}") for a, k in zip(amounts, kinds, strict=True) if a)
        rows.append(Row(year_head(year), (*values, plain(sum(amounts), first))))
    sums = [sum(kind is other for _, other, _ in found) for kind in kinds]
    rows.append(Row(_total(), (*map(plain, sums), plain(len(found), CORRECTIONS))))
    return _table("corrections", heads, rows, (lead,)), ledger


def _is_of(change: tuple[When, RevisionKind, PublicRecord], year: int, kind: RevisionKind) -> bool:
    return fiscal_year(change[0].earliest) == year and change[1] is kind


def _change(when: When, _kind: RevisionKind, record: PublicRecord) -> Line:
    return line(record_address(record), when, title_of(record), record.owners, record.kind.japanese)


def _changes(record: PublicRecord, site: Site) -> Iterator[tuple[When, RevisionKind, PublicRecord]]:
    """Its 改訂; what was taken down without one is told by 公開 alone."""
    told = [(when, revision.kind) for when, _, revision in revisions(record)]
    yield from ((when, kind, record) for when, kind in told)
    is_down = record.publication.state is PublicationState.WITHDRAWN and extent(record, site.now) is Extent.WITHDRAWN
    if is_down and all(kind is not RevisionKind.WITHDRAWAL for _, kind in told):
        when = withdrawal(record).when
        yield when if isinstance(when, (Day, Period)) else record.released_on, RevisionKind.WITHDRAWAL, record


def publicity_table(books: Books) -> Table | None:
    """How the 事案 of each 年度 were made known: singly, in a batch, not at all."""
    site = books.site
    batched = Counter(dict(site.batched))
    shown = [record for record in site.records if isinstance(record, Batch)]
    for batch in shown:
        if extent(batch, site.now) is Extent.FULL:
            batched[fiscal_year(batch.released_on.earliest)] += len(batch.rows)
    known = {*books.years, *+batched, *(year for year, count in site.not_published.items() if count)}
    if not known:
        return None
    heads = tuple(Head(name, word(f"statistics.publicity.{name}")) for name in ("single", "batched", "none"))
    to_batches = kind_address(RecordKind.BATCH) if shown else ""
    rows = []
    for year in range(min(known), max(known) + 1):
        found = books.of_year(year)
        single = plain(len(found), books.by_year[year].address if found else "")
        rows.append(
            Row(year_head(year), (single, plain(batched[year], to_batches), plain(site.not_published.get(year, 0))))
        )
    total = (plain(len(books.found)), plain(batched.total(), to_batches), plain(sum(site.not_published.values())))
    rows.append(Row(_total(), total))
    return _table("publicity", heads, rows, (word("statistics.publicity.how"), word("statistics.publicity.why")))
