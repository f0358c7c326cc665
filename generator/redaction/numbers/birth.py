"""Dates of birth, told from every other date by what stands around them.

Dates: era or western, kanji or figures, to the day.  What makes one a birth: its label or column, 生 after it, an age
after it, a person right before it.  The traps: laws, cohorts (…生まれの方から…まで), days of events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.dates import (
    CHOSEN,
    DATE,
    ENGLISH_DATE,
    LABEL_DATE,
    MONTH_ONLY,
    SOLID,
    SOLID_BORN,
    START,
)
from generator.redaction.numbers.labelled import AS_FOLLOWS
from generator.redaction.numbers.presence import has_digit, has_latin
from generator.redaction.span import Span
from generator.redaction.tables import head_at, row_at, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

LABEL = regex(
    "生 {0,2}年 {0,2}月 {0,2}[日曰]"
    "|(?<![一-龥])生 {0,2}日(?=[ :\t|)]|$)|生年(?=[ :\t|)]|$)"
    "|(?<![一-龥])生(?=[ :\t|]{1,3}(?:[MTSHRmtshr明大昭平令][治正和成0-9. ]|[12][0-9]{3}))|^生$"
    "|生 ?年 ?日 ?月|生月日|出生年月日|出生日|誕生年月日|セイネンガッピ|せいねんがっぴ|たんじょう(?:び|日)"
    "|うまれた(?:ひ|日)|生年月|誕生日|生まれた日|お生まれ(?=[ :\n\tはが])|生まれ(?=[ :\n\t]|[はが]、?[明大昭平令])"
    "|DOB|dob|D\\.O\\.B|Date of Birth|Date of birth|date of birth|Birth|birth|BIRTH|DATE OF BIRTH|バースデー"
)
_FILLER = regex(
    "(?:日付|明治|大正|昭和|平成|令和|[明大昭平令MTSHR](?![ .]?[0-9])|西暦|和暦"
    "|年齢|フリガナ|[男女]|[ \n\t:;()\\[\\]〔〕【】「」『』\"'・,、|/=はがもの→□☑■☐✓✔○◯レ☆★♪♡-])*"
    "|(?:が|は|も|を)、?[^。\n、]{0,18}|と?[^。\n]{0,6}(?:数字|同じ|不一致|相違|相異|エラー|誤り)[^。\n]{0,8}"
    "|(?:欄[にはがの]|欄|(?:の|等の|などの)?(?:記載|情報|データ|写し)|写し|として|…|[「():]"
    "|と?(?:誤|正)|等|など){1,4}"
    "|(?:[、・]|及び|と|氏名|住所|性別|年齢|電話番号|連絡先|本籍|続柄|等|など|の情報|のデータ|の記載|欄)+[(「]"
)
_MAY_HOLD = regex(
    "氏 *名|名 *前|者|年齢|備考|内容|概要|摘要|情報|対象|本人|家族|世帯|子|児|生徒|カナ|ふりがな|[誤正新旧]|値"
)
"""Column heads under which a day may be a birth although they do not say so."""
_BORN = regex(
    "[ \n\t]{0,3}(?:\\([^()\n]{1,12}\\))?[ \n\t、,]{0,3}(?:に|の|[(])?お?(?:生まれ|誕生|出生"
    "|生れ|(?:生|うまれ)(?![年活産存計命涯徒物業体保協糸]))"
)
_COHORT = regex("[^。\n 、,/」|\t]{0,14}(?:から|まで|以降|以前|以後|~|間に)")
_AGE = regex(
    "[ (、,)/]{0,3}(?:生|満|当時|年齢)? ?(?P<age>[0-9]{1,3}) ?(?:歳|才|サイ|さい)"
    "|[ ]?[(](?P<bare>[1-9][0-9]?|10[0-9])[)]"
)
_ERA_BEGINS = {
    "明": 1867,
    "m": 1867,
    "大": 1911,
    "t": 1911,
    "昭": 1925,
    "s": 1925,
    "平": 1988,
    "h": 1988,
    "令": 2018,
    "r": 2018,
}
_YEARS_TOLD = range(1990, 2040)
"""When the papers of this kind were written: a date and an age that meet outside are a day and somebody else's age."""
_SEX = regex("(?<![一-龥])[男女](?:性)?[ (、,|\t/]{1,3}$")
_LONGEST = 40
_ISSUED = regex(
    "(?:交付|発行|期限|有効|取得|届出|受付|受理|満了|更新|異動|登録|認定|適用|開始|終了|施行|転入"
    "|転出|死亡|入所|退所|採用|発生|判明|起案|検査)(?:年月日|日)?[ :は|\t(]{0,3}$"
    "|(?:[^生0-9 ]年月|[一-龥](?<![誕出]生)(?<!年月))日[ :は|\t(]{1,3}$"
)
_CLOSED = regex("[ ]?(?:[)、」】\\]>,|\t\n/]|$|  |[男女](?:性)?(?![一-龥]))")
_NAME = regex(
    "(?:[一-龥々ヶ]{1,4}(?<![会課局室校院係庁])[ ]{1,2}[一-龥々ぁ-んァ-ヴー]{1,6}(?<![録書簿票紙料"
    "表案件会報告問第項日年番号所期容分額等])"
    "|[ァ-ヴー・]{2,12}[ ・]{1,2}[ァ-ヴー]{2,12}|[A-Z][A-Za-z'-]+ [A-Z][A-Za-z' -]+|様|さん|氏"
    "|ちゃん|くん|君|男|女|男性|女性)"
    "[ ]?[(、,|\t ]{1,4}$"
)
_OF_TRAVEL = regex("旅券|パスポート|passport|在留|nationality|surname", re.IGNORECASE)
_AFTER_NAME = regex(
    "(?:様|さん|氏|くん|ちゃん)?[ ]?[ ]?[(,|\t/【「\\[<=・、:][ ]?|[ ]?\n[ ]{0,4}|[ ]{1,2}(?:[男女][ ]{1,2})?"
)
_CELL_BEFORE = regex('[\t|,][ "]?$')
_CELL_AFTER = regex('[ "]?(?:[\t|,\n]|$)')
_LONG_AGO = regex("(?:19|200)[0-9]|201[0-5]$|[MTSmts明大昭]|(?:平成?|[Hh])[ .]?(?:元|[0-9](?![0-9])|1[0-9])")
"""A day before 2010 after a name: papers that a municipality writes about today bear later ones."""
_OLD = regex("[MTSmts明大昭]")
_LAW = regex(
    "[ ]?(?:[(（][日月火水木金土祝・]+[)）])?(?:付|法律|政令|条例|規則|告示|訓令|省令"
    "|公布|施行|制定|以前|以降|以後|から|より|まで|現在|改正|竣工|建築|設立|開設|発行"
    "|着工|締結|に|頃|ごろ|~|-|の(?!お?生))"
)


@dataclass(frozen=True, slots=True)
class Birth:
    """Finds dates of birth."""

    kind: Kind = Kind.BIRTH
    why: str = "birth"

    def find(self, view: View) -> Iterator[Span]:
        """Every date that its surroundings call a birth; an old bare date is a suspicion."""
        if not has_digit(view.digits):
            return
        found = {(span.start, span.end): span for span in self._labelled(view)}
        dates = list(_dates(view.digits))
        for match in chain(CHOSEN.finditer(view.digits), SOLID_BORN.finditer(view.digits)):
            place = match.span(match.lastgroup or 0)
            found[place] = Span(*place, self.kind, sure=True, why=self.why)
        for match in MONTH_ONLY.finditer(view.digits) if "生" in view.text else ():
            if not _COHORT.match(view.text, match.end()):
                found[match.span("date")] = Span(*match.span("date"), self.kind, sure=False, why=self.why)
        for match in SOLID.finditer(view.text) if has_latin(view.text) else ():
            beside = "_" in view.text[max(0, match.start() - 1) : match.end() + 1]
            found.setdefault(match.span(), Span(*match.span(), self.kind, sure=beside, why=self.why))
        for match in dates:
            sure = None if match.span() in found else self._is_birth(view, match)
            if sure is not None:
                found[match.span()] = Span(*match.span(), self.kind, sure=sure, why=self.why)
        sure_ones = [span for span in found.values() if span.sure]
        for match in dates:
            doubtful = match.span() not in found or not found[match.span()].sure
            if doubtful and any(_alike(view, match, other) for other in sure_ones):
                found[match.span()] = Span(*match.span(), self.kind, sure=True, why=self.why)
        yield from found.values()

    def _labelled(self, view: View) -> Iterator[Span]:
        """The date right after its label, in whatever form."""
        for label in LABEL.finditer(view.text):
            match = LABEL_DATE.search(view.digits, label.end(), label.end() + 60)
            if match and _FILLER.fullmatch(AS_FOLLOWS.sub("", view.text[label.end() : match.start()])):
                yield Span(match.start(), match.end(), self.kind, sure=True, why="label")
            if view.text[label.start() - 1 : label.start()] == "(":
                for before in LABEL_DATE.finditer(view.digits, max(0, label.start() - 30), label.start() - 1):
                    if not view.text[before.end() : label.start() - 1].strip(" 」』"):
                        yield Span(before.start(), before.end(), self.kind, sure=True, why="label")
        for start, end in self._birth_cells(view):
            for match in LABEL_DATE.finditer(view.digits, start, end):
                yield Span(match.start(), match.end(), self.kind, sure=True, why="label")
        yield from self._in_rows(view)

    def _in_rows(self, view: View) -> Iterator[Span]:
        """Every day in a row of which one column, nobody can tell which, is of births."""
        for row in rows(view.text):
            if any(LABEL.search(head) for head in row.heads) and not any(map(OTHER_DAY.search, row.heads)):
                aligned = any(LABEL.search(cell.head) for cell in row.cells) and len(row.cells) == len(row.heads)
                for match in LABEL_DATE.finditer(view.digits, row.start, row.end) if not aligned else ():
                    yield Span(match.start(), match.end(), self.kind, sure=True, why="label")

    @staticmethod
    def _birth_cells(view: View) -> Iterator[tuple[int, int]]:
        if LABEL.search(view.label):
            yield 0, len(view.text)
        for row in rows(view.text):
            for cell in row.cells:
                if LABEL.search(cell.head):
                    yield cell.start, cell.end

    @staticmethod
    def _is_birth(view: View, match: re.Match[str]) -> bool | None:
        """True or False: a finding or a suspicion; None: some other date."""
        text, (start, end) = view.text, match.span()
        row = row_at(text, start)
        head = head_at(text, start) or view.label
        born = _BORN.match(text, end)
        if born:
            return None if _COHORT.match(text, born.end()) or _RANGE.search(text, max(0, start - 14), start) else True
        other = OTHER_DAY.search(head) or (row and any(map(OTHER_DAY.search, row.heads)))
        elsewhere = other or (head and not _MAY_HOLD.search(head))
        if (
            _LAW.match(text, end)
            or _ISSUED.search(text, max(0, start - 10), start)
            or (elsewhere and not LABEL.search(head))
        ):
            return None
        closed = _CLOSED.match(text, end)
        if match.group()[-4:].isdigit() and _OF_TRAVEL.search(text, max(0, start - 80), end + 80) and closed:
            return _LONG_AGO.match(match.group()[-4:]) is not None or None
        if (
            _fits_age(view.digits, match)
            or _SEX.search(text[max(0, start - 8) : start])
            or (closed and _NAME.search(text[max(0, start - 24) : start]))
        ):
            return True
        if _OLD.match(match.group()):
            return bool(closed and re.search("[(|\t,] ?$|  $", text[max(0, start - 2) : start]))
        return None


def born_after(view: View, place: int) -> tuple[int, int] | None:
    """The date that stands in brackets or in the next cell after a person's name, which ends at `place`."""
    gap = _AFTER_NAME.match(view.digits, place)
    ahead = view.digits[gap.end() : gap.end() + _LONGEST] if gap else ""  # apart from a / before it
    match = DATE.match(ahead)
    if not gap or not match:
        return None
    start, end = gap.end() + match.start(), gap.end() + match.end()
    old = _LONG_AGO.match(match.group())
    if (
        _LAW.match(view.text, end)
        or _ISSUED.search(view.text, max(0, start - 10), start)
        or not (
            (_CLOSED.match(view.text, end) and (old or gap.group().strip(" \n・、:")))
            or (old and view.text[end : end + 1] == " ")
        )
    ):
        return None
    head = head_at(view.text, start)
    return None if OTHER_DAY.search(head) or (head and not LABEL.search(head)) else (start, end)


def born_in_row(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The days long ago that have a cell of their own in a row; the caller knows that a person is in it."""
    for match in DATE.finditer(view.digits, start, end):
        alone = _CELL_BEFORE.search(view.text, max(start, match.start() - 2), match.start())
        if alone and _CELL_AFTER.match(view.text, match.end()) and _LONG_AGO.match(match.group()):
            head = head_at(view.text, match.start())
            if LABEL.search(head) or not head:
                yield match.span()


def _dates(digits: str) -> Iterator[re.Match[str]]:
    """Every date to the day, in any writing; a cheap look for its first character comes first."""
    end = 0
    for start in START.finditer(digits):
        match = DATE.match(digits, start.start()) if start.start() >= end else None
        if match:
            end = match.end()
            yield match
    if has_latin(digits):
        yield from ENGLISH_DATE.finditer(digits)


def _fits_age(digits: str, match: re.Match[str]) -> bool:
    """Whether an age follows that somebody born on this day can have."""
    age = _AGE.match(digits, match.end())
    year = re.match("(?:1[89]|20)[0-9]{2}|([明大昭平令MTSHRmtshr])[治正和成]?[ .]*([0-9]{1,2}|元)", match.group())
    if not (age and year):
        return age is not None and "、" not in age.group() and age["bare"] is None
    born = int(year.group()) if year[1] is None else _ERA_BEGINS[year[1].lower()] + int(year[2].replace("元", "1"))
    return born + int(age["age"] or age["bare"]) in _YEARS_TOLD


def _alike(view: View, match: re.Match[str], other: Span) -> bool:
    """Whether a date is a birth because another one is: put right, in the same column, or in the same sentence."""
    text, start = view.text, match.start()
    between = text[other.end : start]
    if len(between) < _SENTENCE and _CORRECTED.search(between):
        return True
    if _KEYED.search(text, max(0, start - 16), start):
        return False
    if _form(match.group()) != _form(view.digits[other.start : other.end]) or _LAW.match(text, match.end()):
        return False
    if row_at(text, start):
        return False
    if start > other.end and not _CELL.search(between) and not re.search("[。\n]", between):
        return len(between) < _SENTENCE
    return _column(text, start) == _column(text, other.start) != (0, "")


def _column(text: str, place: int) -> tuple[int, str]:
    """How many separators stand before this place on its line, and which."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    separator = next((s for s in "\t|," if s in line), "")
    return (line.count(separator), separator) if separator else (0, "")


def _form(date: str) -> str:
    """How a date is written, figures aside: those of one column look alike."""
    return re.sub("[A-Z]", "A", re.sub("[0-9]+", "9", date))


OTHER_DAY = regex("(?<!生年月)日(?![本曜])|期限|期間|時期")
_KEYED = regex("[A-Za-z]{2}[\"']? ?[:=] ?[\"']?$")
_CORRECTED = regex("^[^。\n]{0,6}(?:では?なく|でなく|正しくは|正[:(は]|→|を誤)[^。\n]{0,12}$")
_CELL = regex("[\t|]|  ")
_RANGE = regex("(?:から|~|-)[、 ]?$")
_SENTENCE = 60
BIRTH = Birth()
