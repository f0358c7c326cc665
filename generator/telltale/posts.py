"""Posts that only one person holds, and posts of those who are named beside them: who was disciplined.

人事院の指針 (平成15年11月10日総参-786) asks for what does not identify the person; where 公表基準 allows the name for
a disposition, nothing is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.patterns import regex
from generator.records.counts import Count
from generator.records.discipline import Discipline
from generator.records.incident import Dispositions, Incident
from generator.records.vocabulary import Sanction
from generator.redaction.coarse import shown_of_section
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem, Safe
    from generator.records.walk import FieldPath
    from generator.settings import NamedSanction, Settings
    from generator.telltale.told import Paper, Told

_LEVELS = ("係班", "課室園校館所", "部局")
"""What each head stands over: within a 部 there are several 課長, within a 課 one."""
_HEAD = regex("(?:前|元|当時の)?(?P<own>[一-龠ァ-ヶーぁ-ん]{0,14}?)(?:(?P<unit>[係班課室園校館所部局])|センター)長")
_DEPUTY = regex("教頭|副校長|副園長")
_RANK = regex("(?:担当|専任|特命|副|各|関係|当該|主管)\\Z")
_NO_SECTION = regex("部局\\Z|(?:都|道|府|県|市|区|町|村|役場|役所|庁|組合|委員会)\\Z")
_BRACKETS = regex("[(][^()]*[)]")
_ABOVE = regex(".*[部局](?=.)")
_AND = regex("及び|並びに|又は|・|、|,|/|と|ほか|ら\\Z")
_GRADE = regex("(?:相当)?(?:級|職|の職員|職員)\\Z|[0-9]+(?:人|名)\\Z")
_SANCTION = regex("|".join(sorted((s.japanese for s in Sanction), key=len, reverse=True)) + "|処分")
_IN_PROSE = regex("(?P<post>[一-龠ァ-ヶー]{2,14}[係課室園校館所部局]長)(?![補代級会がも])")


class _Named(NamedTuple):
    """Somebody who is named as a person to call."""

    section: str
    post: str
    name: Told


def disciplined(paper: Paper) -> Iterator[Problem]:
    """Each row of 処分, and each sentence of it, from which a reader learns who was disciplined."""
    draft, named = paper.draft, list(_named(paper))
    if isinstance(draft, Incident):
        body = draft.dispositions.body
        for index, row in enumerate(body.rows if isinstance(body, Dispositions) else ()):
            alone = not isinstance(row.people, Count) or row.people.value == 1
            yield from _row(paper, ("dispositions", "body", "rows", index), row.sanction, named, alone=alone)
        for told in paper.under("dispositions"):
            if told.path[2:3] != ("rows",):
                yield from _prose(paper, told, named)
    if isinstance(draft, Discipline):
        for name in ("rows", "supervisors"):
            for index, person in enumerate(getattr(draft, name)):
                yield from _row(paper, (name, index), person.sanction, named, alone=True)
        for told in paper.under("summary"):
            yield from _prose(paper, told, named)


def _named(paper: Paper) -> Iterator[_Named]:
    for path, told in paper.texts.items():
        post = paper.at(*path[:-1], "post")
        if "contacts" in path and path[-1] == "name" and told.says and post:
            yield _Named(_office(paper, (*path[:-1], "section")), _core(post), told)


def _row(paper: Paper, where: FieldPath, sanction: Sanction, named: list[_Named], *, alone: bool) -> Iterator[Problem]:
    """As 公表基準 shows the row; `alone`: it tells of one person."""
    shown = paper.settings.criterion(sanction)
    told, typed = paper.texts.get((*where, "post")), paper.at(*where, "post")
    posts = [_core(post) for post in _AND.split(_BRACKETS.sub("", typed)) if post]
    if told is None or not posts or shown.name_allowed or not shown.post_shown:
        return
    section = _office(paper, (*where, "section"), shown)
    contact = next((c for c in named if c.post in posts and _one_office(c.section, section)), None)
    post = contact.post if contact else posts[0]
    graded = "級" in typed
    single = not graded and is_single(section, post)
    params = _wider(paper.settings, section, post)
    if contact is not None:
        params |= {"case": "grade" if graded else "single" if single else "", "line": contact.name.place().line}
        yield told.problem("W503", 0, params=params)
    elif single and len(posts) == 1 and alone:
        yield told.problem("W504", 0, params=params)


def _prose(paper: Paper, told: Told, named: list[_Named]) -> Iterator[Problem]:
    """「保険年金課長を戒告とした」: a post with its own section beside a disposition."""
    for at, sentence in told.sentences():
        allowed = any(s.japanese in sentence and paper.settings.name_allowed(s) for s in Sanction)
        if allowed or not _SANCTION.search(sentence):
            continue
        for match in _IN_PROSE.finditer(sentence):
            post = match["post"]
            if not is_single("", post):
                continue
            contact = next((c for c in named if _one_office(f"{c.section}長", post)), None)
            params = _wider(paper.settings, post[:-1], post)
            if contact is not None:
                params |= {"case": "single", "line": contact.name.place().line}
            yield told.problem("W504" if contact is None else "W503", at + match.start(), params=params)


def is_single(section: str, post: str) -> bool:
    """Whether only one person can hold the post there: 課長 of a 課, 部長 of a 課 or a 部, 保険年金課長 anywhere."""
    if _DEPUTY.fullmatch(post):
        return section.endswith(("学校", "園"))
    head = _HEAD.fullmatch(post)
    if head is None or _RANK.search(head["own"]):
        return False
    if head["own"]:
        return True
    return bool(section) and not _NO_SECTION.search(section) and _level(head["unit"] or "所") >= _level(section[-1])


def _level(unit: str) -> int:
    """How high a unit stands by the last character of its name; センター, 病院 and their like stand as a 課 does."""
    return next((level for level, units in enumerate(_LEVELS) if unit in units), 1)


def _office(paper: Paper, path: FieldPath, shown: NamedSanction | None = None) -> str:
    """The 所属 at a path as one says it inside: 総務課 of 波留町総務部総務課（処分に関すること）.

    `shown`: only as far as the public reads it.
    """
    typed = paper.at(*path)
    office = _BRACKETS.sub("", typed[: shown_of_section(typed, shown)] if shown else typed)
    for own in filter(None, paper.own):
        office = office.removeprefix(own)
    return _ABOVE.sub("", office)


def _core(post: str) -> str:
    """A post without 級 and the number of those who hold it."""
    return _GRADE.sub("", _BRACKETS.sub("", post))


def _one_office(one: str, other: str) -> bool:
    """総務部保険年金課 and 保険年金課 are one; a row without 所属 means the office that announces it."""
    return not other or one.endswith(other) or other.endswith(one)


def _wider(settings: Settings, section: str, post: str) -> dict[str, Safe]:
    """所属 and 職 as they would read, in words that tell nobody."""
    kind = settings.municipality.kind
    office = "nursery" if "園" in section or "保育" in section else "school" if "学校" in section else kind.machine
    rank = "chief" if post.endswith(("係長", "班長")) else "manager"
    return {"office": word(f"telltale.office.{office}", kind=kind.japanese), "post": word(f"telltale.rank.{rank}")}
