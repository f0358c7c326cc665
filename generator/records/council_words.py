"""Enumerations of the council's papers, minutes and audits, and of dispositions and batches (see vocabulary.py)."""

from __future__ import annotations

from generator.records.vocabulary import Word


class BodyKind(Word):
    """会議.会議種別 (地方自治法101条, 109条, 138条の4)."""

    PLENARY = ("本会議", "plenary")
    STANDING = ("常任委員会", "standing-committee")
    SPECIAL = ("特別委員会", "special-committee")
    MEMBERS = ("議員協議会", "members-conference")
    ALL_MEMBERS = ("全員協議会", "all-members-conference")
    COUNCIL = ("審議会", "advisory-council")
    OTHER = ("その他", "other")

    @property
    def is_of_all_members(self) -> bool:
        """Whether those who sit there are called 議員 rather than 委員."""
        return self in (BodyKind.PLENARY, BodyKind.MEMBERS, BodyKind.ALL_MEMBERS)


class Purpose(Word):
    """会議資料.区分."""

    BILL = ("議案", "bill")
    REPORT = ("報告", "report")
    CONSULTATION = ("協議", "consultation")
    INQUIRY = ("諮問", "inquiry")
    INFORMATION = ("情報提供", "information")


class Access(Word):
    """会議資料.公開区分."""

    ALL = ("全部", "all")
    PART = ("一部", "part")
    NONE = ("非公開", "none")


class Openness(Word):
    """会議の公開.区分."""

    OPEN = ("公開", "open")
    PARTLY = ("一部非公開", "partly-closed")
    CLOSED = ("非公開", "closed")


class MinutesForm(Word):
    """掲載形式."""

    VERBATIM = ("全文", "verbatim")
    SUMMARY = ("要約", "summary")
    GIST = ("要旨", "gist")


class ItemKind(Word):
    """議事.区分."""

    INQUIRY = ("諮問", "inquiry")
    REPORT = ("報告", "report")
    BILL = ("議案", "bill")
    CONSULTATION = ("協議", "consultation")
    GREETING = ("挨拶", "greeting")
    OTHER = ("その他", "other")

    @property
    def names_items(self) -> bool:
        """Whether an item without a number may be called by it: その他 says nothing."""
        return self is not ItemKind.OTHER


class SpeechKind(Word):
    """質疑.種."""

    QUESTION = ("質問", "question")
    ANSWER = ("回答", "answer")
    OPINION = ("意見", "opinion")
    REQUEST = ("要望", "request")
    EXPLANATION = ("説明補足", "explanation")
    PROCEEDING = ("議事", "proceeding")


class Outcome(Word):
    """議事.結果."""

    APPROVED = ("承認", "approved")
    PASSED = ("可", "passed")
    CONDITIONAL = ("条件付承認", "approved-with-conditions")
    AMENDED = ("修正承認", "approved-as-amended")
    NOT_APPROVED = ("不承認", "not-approved")
    REJECTED = ("否", "rejected")
    CARRIED = ("可決", "carried")
    DEFEATED = ("否決", "defeated")
    ADOPTED = ("採択", "adopted")
    NOT_ADOPTED = ("不採択", "not-adopted")
    CONTINUED = ("継続審議", "continued")
    RECEIVED = ("報告了承", "report-received")

    @property
    def decides(self) -> bool:
        """Whether the matter is settled by it; a report received and a matter carried over are not decided."""
        return self not in (Outcome.CONTINUED, Outcome.RECEIVED)


class VoteMethod(Word):
    """採決.方法."""

    NO_OBJECTION = ("異議なし", "no-objection")
    HANDS = ("挙手", "show-of-hands")
    STANDING = ("起立", "standing")
    BALLOT = ("投票", "ballot")


class VoteWord(Word):
    """採決: a share in place of a number."""

    MAJORITY = ("多数", "majority")
    ALL = ("全員", "all")


class AuditType(Word):
    """監査種別 (地方自治法199条; 個人情報保護監査 by ordinance)."""

    ADMINISTRATIVE = ("行政監査", "administrative")
    REGULAR = ("定期監査", "regular")
    OCCASIONAL = ("随時監査", "occasional")
    AIDED_BODIES = ("財政援助団体等監査", "aided-bodies")
    PRIVACY = ("個人情報保護監査", "privacy")
    OTHER = ("その他", "other")


class OpinionKind(Word):
    """意見.区分."""

    FINDING = ("指摘", "finding")
    OPINION = ("意見", "opinion")
    REQUEST = ("要望", "request")
    GUIDANCE = ("指導", "guidance")


class MeasureState(Word):
    """措置.状況 (地方自治法199条14項)."""

    DONE = ("措置済", "done")
    OTHERWISE = ("他の方法で対応", "done-otherwise")
    DOING = ("措置中", "doing")
    PLANNED = ("措置予定", "planned")
    REFUSED = ("措置しない", "refused")
    NOT_STARTED = ("未着手", "not-started")

    @property
    def is_taken(self) -> bool:
        """Whether it counts as a measure taken (今回 C)."""
        return self in (MeasureState.DONE, MeasureState.OTHERWISE)

    @property
    def is_open(self) -> bool:
        """Whether something still has to be done."""
        return self in (MeasureState.DOING, MeasureState.PLANNED, MeasureState.NOT_STARTED)


class PeriodKind(Word):
    """対象期間.区分."""

    WEEK = ("週", "week")
    MONTH = ("月", "month")
    QUARTER = ("四半期", "quarter")
    HALF = ("半期", "half-year")
    YEAR = ("年", "year")


class CountedBy(Word):
    """集計基準."""

    RELEASED = ("発表日", "released")
    DISCOVERED = ("判明日", "discovered")
    OCCURRED = ("発生日", "occurred")
