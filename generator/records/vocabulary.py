"""Enumerations of the records: each member has the Japanese word of the YAML and one ASCII machine value.

Machine values are in addresses, data files and facets: once published they never change.
"""

from __future__ import annotations

from enum import Enum


class Word(Enum):
    """An enumeration whose value is (Japanese word, machine value)."""

    @property
    def japanese(self) -> str:
        """The word in the YAML and on the page."""
        return str(self.value[0])

    @property
    def machine(self) -> str:
        """The value in addresses and data."""
        return str(self.value[1])


class RecordKind(Word):
    """種類."""

    INCIDENT = ("事案", "incident")
    PAPER = ("会議資料", "paper")
    MINUTES = ("会議録", "minutes")
    AUDIT = ("監査報告", "audit")
    DISPOSITION = ("処分公表", "disposition")
    BATCH = ("一括公表", "batch")


class Channel(Word):
    """発表形態."""

    CONFERENCE = ("記者会見", "press-conference")
    HANDOUT = ("資料提供", "press-handout")
    WEB = ("ホームページ", "website")
    COUNCIL = ("議会報告", "council-report")


class Stage(Word):
    """発表区分."""

    SINGLE = ("単独", "single")
    FIRST = ("第一報", "first")
    FOLLOW_UP = ("続報", "follow-up")
    FINAL = ("最終報", "final")


class Publicity(Word):
    """公表区分."""

    INDIVIDUAL = ("個別", "individual")
    BATCHED = ("一括", "batched")
    NOT_PUBLISHED = ("非公表", "not-published")


class PublicationState(Word):
    """公開.状態."""

    DRAFT = ("下書き", "draft")
    PUBLIC = ("公開", "public")
    WITHDRAWN = ("撤回", "withdrawn")


class AfterExpiry(Word):
    """公開.掲載終了.扱い."""

    STAY = ("残す", "stay")
    ABSTRACT_ONLY = ("要約のみ", "abstract-only")
    WITHDRAW = ("撤回", "withdraw")


class Telltale(Word):
    """公開.特定の検討.手がかり: what together tells who is meant (see generator/telltale)."""

    NAMED_CONTACT = ("担当の氏名と処分", "named-contact")
    SINGLE_POST = ("一人しかいない職", "single-post")
    FEW_PEOPLE = ("少ない人数", "few-people")
    SCENE = ("施設と組と時刻", "scene")
    DESCRIPTION = ("年齢と性別と場所", "description")


class RevisionKind(Word):
    """改訂.区分."""

    CORRECTION = ("訂正", "correction")
    ADDITION = ("追記", "addition")
    REPLACEMENT = ("差替", "replacement")
    WITHDRAWAL = ("撤回", "withdrawal")
    MINOR = ("軽微", "minor")


class Relation(Word):
    """関連.関係."""

    EARLIER = ("前報", "earlier-report")
    LATER = ("続報", "later-report")
    DELIBERATION = ("審議", "deliberation")
    REPORT = ("報告", "report")
    AUDIT = ("監査", "audit")
    MEASURE = ("措置", "measure")


class CastKind(Word):
    """登場者.区分."""

    STAFF = ("職員", "staff")
    RESIDENT = ("住民", "resident")
    CHILD = ("児童", "child")
    COMPANY = ("事業者", "company")
    GROUP = ("団体", "group")
    OTHER = ("その他", "other")


class IncidentType(Word):
    """事案種別."""

    LEAK = ("漏えい", "leak")
    LOSS_OF_DATA = ("滅失", "data-loss")
    DAMAGE = ("毀損", "damage")
    MISSING = ("紛失", "lost")
    THEFT = ("盗難", "theft")
    WRONG_POST = ("誤送付", "misdelivered-mail")
    WRONG_HANDOVER = ("誤交付", "wrong-handover")
    WRONG_SEND = ("誤送信", "missent-message")
    WRONG_ENCLOSURE = ("誤封入", "wrong-enclosure")
    WRONG_DISPOSAL = ("誤廃棄", "wrong-disposal")
    WRONG_POSTING = ("誤掲載", "wrong-posting")
    FAILED_REDACTION = ("不十分な黒塗り", "failed-redaction")
    MISCONFIGURATION = ("設定誤り", "misconfiguration")
    MISUSE = ("目的外利用", "misuse")
    SNOOPING = ("不正閲覧", "unauthorised-viewing")
    CARRY_OUT = ("不正持出し", "unauthorised-removal")
    INTRUSION = ("不正アクセス", "unauthorised-access")
    CLERICAL = ("事務処理誤り", "clerical-error")
    OTHER = ("その他", "other")


class Medium(Word):
    """媒体."""

    PAPER = ("紙", "paper")
    MAIL = ("メール", "mail")
    FAX = ("FAX", "fax")
    WEB = ("ウェブ", "web")
    STORAGE = ("外部記憶媒体", "storage")
    DEVICE = ("端末", "device")
    CLOUD = ("クラウド", "cloud")
    PICTURE = ("写真・動画", "picture")
    SPOKEN = ("口頭", "spoken")
    OTHER = ("その他", "other")


class FoundBy(Word):
    """発生・判明.端緒."""

    PERSON = ("本人", "data-subject")
    STAFF = ("職員", "staff")
    CONTRACTOR = ("受託者", "contractor")
    OUTSIDE = ("外部", "outside")
    INSPECTION = ("点検", "inspection")
    AUDIT = ("監査", "audit")
    PRESS = ("報道", "press")


class Presence(Word):
    """あり / なし / 調査中, for the sensitive facts of an incident's impact."""

    YES = ("あり", "yes")
    NO = ("なし", "no")
    UNKNOWN = ("調査中", "under-investigation")


class Status(Word):
    """状態 of a section in which there is nothing to write (yet)."""

    INVESTIGATING = ("調査中", "investigating")
    CONSIDERING = ("検討中", "considering")
    UNDECIDED = ("未定", "undecided")
    UNKNOWN = ("不明", "unknown")
    NOT_STATED = ("記載なし", "not-stated")
    NOT_APPLICABLE = ("該当なし", "not-applicable")
    NOT_PUBLISHED = ("非公表", "not-published")

    @property
    def is_open(self) -> bool:
        """Whether something is promised for later."""
        return self in (Status.INVESTIGATING, Status.CONSIDERING, Status.UNDECIDED)


class EventKind(Word):
    """経過.種."""

    EVENT = ("事象", "event")
    PUBLICATION = ("公表", "publication")
    COUNCIL = ("議会", "council")


class CauseClass(Word):
    """原因.分類."""

    UNCHECKED = ("確認不足", "unchecked")
    NO_PROCEDURE = ("手順未整備", "no-procedure")
    BREACH = ("手順違反", "procedure-breach")
    KNOWLEDGE = ("知識不足", "lack-of-knowledge")
    HANDOVER = ("引継ぎ", "handover")
    SYSTEM = ("システム", "system")
    CONTRACTOR = ("委託先", "contractor")
    INTENT = ("故意", "intent")
    OTHER = ("その他", "other")


class Sanction(Word):
    """処分.処分.  The first four are 懲戒処分 (地方公務員法29条1項); the others are measures that are not."""

    DISMISSAL = ("免職", "dismissal")
    SUSPENSION = ("停職", "suspension")
    PAY_CUT = ("減給", "pay-cut")
    REPRIMAND = ("戒告", "reprimand")
    ADMONITION = ("訓告", "admonition")
    WRITTEN_ADMONITION = ("文書訓告", "written-admonition")
    ORAL_ADMONITION = ("口頭訓告", "oral-admonition")
    WRITTEN_STRICT_WARNING = ("文書厳重注意", "written-strict-warning")
    STRICT_WARNING = ("厳重注意", "strict-warning")
    ORAL_STRICT_WARNING = ("口頭厳重注意", "oral-strict-warning")
    WRITTEN_WARNING = ("文書注意", "written-warning")
    ORAL_WARNING = ("口頭注意", "oral-warning")

    @property
    def is_disciplinary(self) -> bool:
        """Whether this is a 懲戒処分 under 地方公務員法29条1項."""
        return self in (Sanction.DISMISSAL, Sanction.SUSPENSION, Sanction.PAY_CUT, Sanction.REPRIMAND)


class Progress(Word):
    """再発防止策.状況."""

    DONE = ("実施済", "done")
    DOING = ("実施中", "doing")
    PLANNED = ("予定", "planned")
    NOT_STARTED = ("未着手", "not-started")
    STOPPED = ("中止", "stopped")

    @property
    def is_open(self) -> bool:
        """Whether something still has to be done."""
        return self in (Progress.DOING, Progress.PLANNED, Progress.NOT_STARTED)


class ReportClass(Word):
    """報告.区分 (個人情報保護法68条1項の報告)."""

    PRELIMINARY = ("速報", "preliminary")
    CONFIRMED = ("確報", "confirmed")


class ContractMeasure(Word):
    """委託先.措置.種別."""

    SUSPENSION = ("指名停止", "nomination-suspension")
    WARNING = ("文書警告", "written-warning")
    TERMINATION = ("契約解除", "termination")
    DAMAGES = ("損害賠償", "damages")
    OTHER = ("その他", "other")


class Unit(Word):
    """件数・人数.単位."""

    PERSON = ("人", "person")
    CASE = ("件", "case")
    HOUSEHOLD = ("世帯", "household")
    CORPORATION = ("法人", "corporation")
    SHEET = ("枚", "sheet")
    MACHINE = ("台", "machine")
    LETTER = ("通", "letter")
    NAMED = ("名", "named-person")
    COPY = ("部", "copy")
    VOLUME = ("冊", "volume")
    PIECE = ("点", "piece")
    PLACE = ("か所", "place")
    TIMES = ("回", "times")


class CountNature(Word):
    """件数・人数.性質."""

    FIXED = ("確定", "fixed")
    ABOUT = ("約", "about")
    CUMULATIVE = ("延べ", "cumulative")
    MAXIMUM = ("最大", "maximum")
    ESTIMATE = ("推計", "estimate")
    OPEN = ("調査中", "under-investigation")
