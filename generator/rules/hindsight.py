"""What a paper tells as past must not be later than the paper: an error in date fields, a warning in sentences.

A sentence is judged only where its words say that it speaks of the past; plans, periods and days on which laws take
effect are left alone, and so is what ［原文：…］ quotes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from generator.patterns import regex
from generator.problems import Problem
from generator.records.audit import Audit
from generator.records.batch import Batch
from generator.records.council_words import SpeechKind
from generator.records.dates import Day, When, parse_when
from generator.records.incident import Incident
from generator.records.minutes import Minutes
from generator.records.names import japanese
from generator.records.paper import Paper
from generator.records.walk import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Place
    from generator.records import Draft
    from generator.records.walk import FieldPath
    from generator.rules.world import World
    from generator.text import RawText

    Dated = tuple[str, Any, Place]

SPOKEN = frozenset(("agenda", "items", "replies"))
"""What minutes tell as of the day of the meeting; the rest of them as of their 発表日."""

SINCE = frozenset(("timeline", "response", "later_response"))
"""Of 事案一覧: what has happened, in notes that often leave the verb out (…を徹底。)."""

CLAUSE = 100
"""How many characters behind a date its verb may stand."""

_N = "[0-9０-９]"
_DATE = regex(
    f"(?:(?:令和|平成|昭和)[ 　]?(?:元|{_N}{{1,2}})|(?:19|20|１９|２０){_N}{{2}})[ 　]?年[ 　]?{_N}{{1,2}}[ 　]?月"
    f"(?:[ 　]?{_N}{{1,2}}[ 　]?日)?"
)
_BLANKS = regex("[ 　]")
_END_OF_PERIOD = regex(r"(?:[～〜~－—―-]|から|より)[ 　]?\Z")
_CLOCK = f"(?:午前|午後)?{_N}{{1,2}}[時:：](?:{_N}{{1,2}}分?|半)?"
_ON = "に(?!延期|延長|変更|設定|指定|予約|決定|決め|定め|改め|直し)"
_JOINT = regex(
    "(?:[(（][月火水木金土日](?:曜日?)?[)）])?(?:頃|ごろ|初旬|上旬|中旬|下旬|末|付け?で|の?[朝夜夕]方?|早朝|深夜|未明)*"
    f"[、 　]?(?:{_CLOCK}(?:頃|ごろ)?)?"
    f"(?:\n?[ 　]*{_ON}|は|から|より|[、， 　]|の[^。、\n]{{1,16}}?(?:で|において))"
)
"""What ties a day to what happened on it; a period, a limit, a name (4月1日施行) has none of these behind its date."""
_MONTH_JOINT = regex(f"(?:頃|ごろ|初旬|上旬|中旬|下旬|末|中)*(?:{_ON}|、)")
"""The same of a month: 3月の議会, 3月号 and 3月分 are names."""
_PAST = regex(
    "(?:[っしれせけめきいえてりじびみげね]た|んだ)"
    "(?=[。、」』)）\n]|$|[一-龠]|の|と|が|こと|ため|ところ|もの|ほか|とき|から|よう)(?!場合|際は|ときは)"
)
_PLAN = regex(
    "予定|期限|締切|締め切|施行|見込|目途|目処|めど|くださ|べき|たい(?=[。、と])|こと(?:と|に)[しなすい]|とし(?=[たま、])|"
    "た(?:場合|際は|ときは|ら[、 　])|(?:開催|実施|開始|施行|終了|公表|発送)する|行う|行われる|開かれる|始まる|"
    "(?:(?<!関す)(?<!対す)(?<!よ)(?<!係)(?<!おけ)(?<!あ)(?<!い)る|(?<!い)う|[開行だ]く|(?<!で)す|む)"
    "(?=と|こと(?!が)|よう|旨|予|。|$)|あると"
)
_PLAN_IN_NOTES = regex("予定|期限|見込|目途|目処|めど|施行|まで|たい|よう$|ます$|[るうくすむ]$")
_STOP = regex("[。」』)）]|\n[ 　]*\n|\n[ 　]*[・○●◆■※①-⑳(（]")
_BEING = regex("(?:です|である|のことです|のことである)(?=。|$)")
_WAS = regex("[ただ](?:の|日|時期|時|とき)は、?$")
_QUOTE = regex("[［\\[][ 　]*原[ 　]*文[ 　]*[:：]")
_BRACKET = regex(r"[［\[\]］]")


def no_later_field(draft: Draft, _world: World) -> Iterator[Problem]:
    """A date field that tells of the past is not after the record; each kind's own rules judge its other fields."""
    told = _told(draft)
    for name, when, place in _fields(draft):
        if isinstance(when, When) and when.earliest > told:
            yield Problem("E304", when.place or place, name, {"release": draft.released_on.shown})


def _fields(draft: Draft) -> Iterator[Dated]:
    if isinstance(draft, (Paper, Incident)):
        yield from ((f"事案一覧[{n}].時期", row.period, draft.place) for n, row in enumerate(draft.cases, 1))
    if isinstance(draft, Batch):
        for n, row in enumerate(draft.rows, 1):
            yield f"明細[{n}].発生日", row.occurred, row.place
            yield f"明細[{n}].判明日", row.discovered, row.place
    if isinstance(draft, Audit):
        yield "実施期間", draft.period, draft.place_of("実施期間")
        yield from ((f"参考資料[{n}].日付", row.when, draft.place) for n, row in enumerate(draft.references, 1))


def no_later_sentence(draft: Draft, _world: World) -> Iterator[Problem]:
    """No sentence tells as past what is dated after the record."""
    released, answers = _told(draft), _answered(draft)
    met = draft.held.day.latest if isinstance(draft, Minutes) and draft.held.day else None
    for path, raw in texts(draft):
        told = met if met and path[0] in SPOKEN else answers.get(path[:2], released)
        if told is met and _is_added(draft, path):
            told = released if "発表日" in draft.places else date.max
        notes = path[0] == "cases" and not SINCE.isdisjoint(path)
        for offset, shown in _later(raw, told, notes=notes):
            params = {"date": shown, "case": "met" if told == met else ""}
            yield Problem("W514", raw.origin.place(offset), japanese(path, draft.kind), params)


def _is_added(draft: Draft, path: FieldPath) -> bool:
    """Whether a text stands in a 説明補足, which is written after the meeting."""
    if "utterances" not in path:
        return False
    said: Any = draft
    for step in path[: path.index("utterances") + 2]:
        said = said[step] if isinstance(step, int) else getattr(said, step)
    return said.kind is SpeechKind.EXPLANATION


def _answered(draft: Draft) -> dict[FieldPath, date]:
    """Until when each measure of an audit knows: it was told later than the audit it stands in."""
    if not isinstance(draft, Audit):
        return {}
    told = [[when.latest for when in (m.notified, m.published) if isinstance(when, When)] for m in draft.measures]
    return {("measures", index): max([_told(draft), *days]) for index, days in enumerate(told)}


def _told(draft: Draft) -> date:
    """The last day a record can know of: its 発表日, or that of its last 改訂."""
    revised = [revision.at.latest for revision in draft.revisions if isinstance(revision.at, When)]
    return max([draft.released_on.latest, *revised])


def _later(raw: RawText, told: date, *, notes: bool) -> Iterator[tuple[int, str]]:
    """Where a later date stands that is told as past, and how it reads."""
    text = raw.reveal()
    if "年" not in text:
        return
    for match in _DATE.finditer(text):
        when = parse_when(_BLANKS.sub("", match.group()), plans_allowed=True).when
        if not isinstance(when, Day) or when.earliest <= told or _quoted(text, match.start()):
            continue
        if _is_past(text, match.start(), match.end(), to_the_day=when.day is not None, notes=notes):
            yield match.start(), when.shown


def _is_past(text: str, start: int, end: int, *, to_the_day: bool, notes: bool) -> bool:
    if _END_OF_PERIOD.search(text, max(0, start - 4), start):
        return False
    begin = max(text.rfind(mark, 0, start) for mark in "。\n") + 1
    if _BEING.match(text, end):
        return bool(_WAS.search(text[begin:start]))
    joint = (_JOINT if to_the_day else _MONTH_JOINT).match(text, end)
    if joint is None:
        return False
    stop = _STOP.search(text, joint.end(), end + CLAUSE)
    clause = text[joint.end() : stop.start() if stop else end + CLAUSE]
    if notes and clause and not _PLAN_IN_NOTES.search(clause):
        return True
    past, plan = _PAST.search(clause), _PLAN.search(clause)
    return past is not None and (plan is None or past.start() < plan.start())


def _quoted(text: str, at: int) -> bool:
    """Whether a character stands in ［原文：…］."""
    return any(_closes(text, quote.end()) > at for quote in _QUOTE.finditer(text, 0, at))


def _closes(text: str, at: int) -> int:
    depth = 1
    for bracket in _BRACKET.finditer(text, at):
        depth += 1 if bracket.group() in "［[" else -1
        if not depth:
            return bracket.start()
    return len(text)
