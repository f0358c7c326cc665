"""The line, from files to a released site; the only room that knows the order of the stages.

source → validate → rules → redact → pages → publish → verify → release.  Prints nothing, reads no clock.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from generator.cache import NO_STORE
from generator.disk import read_site
from generator.outputs import Form
from generator.pages.page import Site
from generator.pages.terms import readings_of
from generator.problems import Place, Problem, Severity, in_order
from generator.records import is_sound, read_record
from generator.records.dates import fiscal_year
from generator.records.incident import Incident
from generator.records.minutes import Minutes
from generator.records.names import homes, known_keys
from generator.records.vocabulary import PublicationState, Publicity
from generator.records.walk import texts
from generator.redaction.bare import bare
from generator.redaction.coarse import coarsened
from generator.redaction.letters import letters_agree
from generator.redaction.redact import make_public, readings_kept, settings_kept, settle_records
from generator.redaction.refuse import in_comments, in_settings
from generator.rules import judge
from generator.rules.world import World, has_page
from generator.settings import read_settings
from generator.telltale import telltales
from generator.unprintable import unprintable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from generator.cache import Store
    from generator.disk import Sources
    from generator.records import Draft, PublicRecord
    from generator.redaction.redact import Redaction, SettledRecord
    from generator.redaction.scan import Scanner
    from generator.settings import Settings
    from generator.verify import Unpublished

    Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """A site read, judged and settled, with everything to tell its authors."""

    problems: tuple[Problem, ...]
    settings: Settings | None
    settled: tuple[SettledRecord, ...]

    @property
    def stops(self) -> bool:
        """Whether nothing may be released."""
        return any(problem.severity.stops for problem in self.problems)


def check(root: Path, now: datetime, scanner: Scanner, step: Step, only: Sequence[Path] | None = None) -> Checked:
    """Everything that can be said without building; `only` some files, and those of their cases."""
    step("read")
    sources = read_site(root, known_keys(), only)
    problems = list(sources.problems)
    settings = None
    if sources.settings is not None:
        settings, found = read_settings(sources.settings)
        problems += found
    drafts, unsound = _drafts(sources, problems)
    if settings is None:
        return Checked(tuple(in_order(problems)), None, ())
    step("rules")
    problems += judge(World(settings, now, drafts, sources.ids, whole=only is None, unsound=unsound))
    step("redact")
    settled = settle_records(drafts, settings, scanner)
    problems += [problem for record in settled for problem in record.problems]
    problems += letters_agree(settled)
    problems += telltales((record for record in settled if record.draft.id not in unsound), settings, now)
    problems += [problem for source in sources.records for problem in in_comments(source, scanner)]
    problems += in_settings(settings, scanner)
    return Checked(tuple(in_order(problems)), settings, settled)


def _drafts(sources: Sources, problems: list[Problem]) -> tuple[tuple[Draft, ...], frozenset[str]]:
    """What could be read, and the ids of what could be read in part only."""
    drafts, unsound = [], set()
    for source in sources.records:
        draft, found = read_record(source, homes())
        problems += found
        if draft is not None:
            drafts.append(draft)
            unsound |= set() if is_sound(found) else {draft.id}
    return tuple(sorted(drafts, key=lambda d: (d.released_on.earliest, d.id))), frozenset(unsound)


def build(
    root: Path,
    out: Path,
    now: datetime,
    scanner: Scanner,
    step: Step,
    *,
    form: Form = Form.SITE,
    strict: bool = False,
    seen: Callable[[Checked], None] = lambda _: None,
    store: Store = NO_STORE,
) -> tuple[Problem, ...]:
    """Check, and put a verified site in place of the old one; with any stopping problem the old one stays.

    `out`: the folder of the site, or the zip file of a copy.
    `strict`: a warning stops the build too.  `seen` is told what the check found before anything is built.
    `store`: what earlier builds found out; only what changed is worked out again.
    """
    from generator import release
    from generator.bundle import write_bundle

    checked = check(root, now, scanner, step)
    seen(checked)
    warned = strict and any(problem.severity is Severity.WARNING for problem in checked.problems)
    if checked.stops or checked.settings is None or warned:
        return checked.problems
    if not checked.settings.site_url:
        return (*checked.problems, Problem("E331", Place("settings.yml", 1, 1), "公開先"))
    with release.staging(out) as staging:
        found = stage(root, checked, staging, now, scanner, step, form=form, store=store)
        if not any(problem.severity.stops for problem in found):
            step("release")
            put = (
                release.release if form is Form.SITE else partial(write_bundle, url=checked.settings.site_url, now=now)
            )
            put(staging / "site", out)
    return tuple(in_order([*checked.problems, *found]))


def stage(
    root: Path,
    checked: Checked,
    staging: Path,
    now: datetime,
    scanner: Scanner,
    step: Step,
    *,
    drafts: bool = False,
    form: Form = Form.SITE,
    store: Store = NO_STORE,
) -> list[Problem]:
    """Pages published into the staging folder and verified there; the problems found on the way."""
    from generator.pages.all import build_files, build_pages
    from generator.publish import publish, shell_digests
    from generator.verify import verify

    if checked.settings is None:
        raise ValueError("a site without sound settings is never staged")
    settings = checked.settings
    redaction = make_public(checked.settled)
    site = replace(public_site(checked.settled, redaction, settings, now, drafts=drafts), form=form)
    if problems := list(unprintable(checked.settled, site.records, settings)):
        return problems
    step("pages")
    own = root / "mkdocs.yml"
    outputs, problems = publish(
        build_pages(site),
        build_files(site),
        staging / "site",
        staging / "work",
        settings,
        own if own.is_file() else None,
        now,
        form,
        store.shelf("pdf"),
    )
    if problems:
        return problems
    step("verify")
    return verify(
        staging / "site",
        outputs,
        withheld=redaction.withheld,
        kept=(*redaction.kept, *settings_kept(settings), *readings_kept(readings_of(settings))),
        unpublished=unpublished(checked.settled, site),
        scanner=scanner.fresh,
        shell_digests=shell_digests(),
        base_url=settings.site_url,
        form=form,
        store=store,
    )


def public_site(
    settled: Sequence[SettledRecord], redaction: Redaction, settings: Settings, now: datetime, *, drafts: bool = False
) -> Site:
    """The records that have a page now, and how many have none."""
    shown, draft_ids, told_in_batches = [], set(), []
    batched: Counter[int] = Counter()
    hidden: Counter[int] = Counter()
    for record, full in zip((one.draft for one in settled), redaction.records, strict=True):
        public = coarsened(full, settings)
        year = fiscal_year(record.released_on.earliest)
        if has_page(record, now):
            shown.append(public)
        elif drafts and record.publicity is Publicity.INDIVIDUAL:
            shown.append(public)
            draft_ids.add(record.id)
        if record.publication.state is PublicationState.PUBLIC and _embargo_over(record, now):
            batched[year] += record.publicity is Publicity.BATCHED
            told_in_batches += [public] if record.publicity is Publicity.BATCHED else []
            hidden[year] += record.publicity is Publicity.NOT_PUBLISHED
    return Site(
        settings,
        tuple(shown),
        now,
        frozenset(draft_ids),
        dict(batched),
        tuple(record for record in told_in_batches if isinstance(record, Incident)),
        dict(hidden),
    )


def unpublished(settled: Sequence[SettledRecord], site: Site) -> list[Unpublished]:
    """What would tell that a record without a page exists, but for values that a public record holds itself.

    An id is held by ids and titles only; a 件名 by any text: minutes name their papers before those are published.
    """
    from generator.verify import Unpublished

    ids = {record.id for record in site.records}
    public = "\n".join({record.title.plain for record in site.records} | ids | {r.case_id or "" for r in site.records})
    hidden = [record.draft for record in settled if record.draft.id not in ids]
    titles = {draft.id: _own_title(draft) for draft in hidden}
    told = _told(set(titles.values()) - {""}, (*site.records, *site.batched_incidents))
    return [
        Unpublished(
            tuple(
                text
                for text in (d.id, titles[d.id], d.case_id or "")
                if text and text not in public and text not in told
            )
        )
        for d in hidden
    ]


def _own_title(draft: Draft) -> str:
    """件名 without its marks; empty for minutes that have none and are called by their body, which is no secret."""
    body = draft.body if isinstance(draft, Minutes) else None
    return "" if draft.title is body else bare(draft.title.reveal().strip()).text


def _told(titles: Collection[str], records: Iterable[PublicRecord]) -> set[str]:
    """The titles that stand in any text of the records."""
    if not titles:
        return set()
    ordered = tuple(titles)
    found = AhoCorasick(ordered)
    plain = (text.plain for record in records for _, text in texts(record))
    return {ordered[which] for text in plain for which, *_ in found.find_matches_as_indexes(text, overlapping=True)}


def _embargo_over(draft: Draft, now: datetime) -> bool:
    return has_page(replace(draft, publicity=Publicity.INDIVIDUAL), now)
