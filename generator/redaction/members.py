"""Who the minutes name as having met or spoken: public in its sentences too, where a title of office says who is meant.

With 様 or さん, or alone, a name is anybody's: a resident may have a member's surname.  Texts come in folded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.view import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTS = frozenset(("present", "absent", "speaker", "explainers"))
"""Attributes of minutes that name who met and spoke."""

_OFFICE = (
    "(?:副?(?:委員長|会長|議長|[町市村区]長|知事|部長|課長|係長|室長|局長|所長|館長|次長)"
    "|教育長|監査委員|委員|議員|参事|主幹|主査|主任)"
)
_OF_A_SECTION = "[一-龠ァ-ヶー]{1,10}(?:[部課係室局所館]長|次長)(?:補佐)?"
_BEHIND = regex(f"[ ]?(?:[(][^()]{{1,4}}[)])?(?:{_OFFICE}|{_OF_A_SECTION})")
"""The title behind a name, behind the letter that tells two of one surname apart."""
_BEFORE = regex(f"(?:^|[^一-龠々ァ-ヶーA-Za-z])(?:{_OFFICE}|{_OF_A_SECTION}|事務局|[課部係室局])の?[ :]?$")
_HONOURED = regex("[ ]?(?:さん|様|さま|氏|殿|くん|君|ちゃん|の[妻夫母父])")
_ELSEWHERE = regex(
    "(?:自治会|町内会|保護者会|PTA|老人クラブ|育成会|後援会|組合|会社|[(]株[)]|法人|協会|工務店|商店|病院|銀行)"
    "[一-龠ァ-ヶー]{0,8}(?:の[一-龠ァ-ヶー]{1,8})?の?$"
)
"""Before a name: the chairperson of a neighbourhood is not the one of the meeting."""
_BRACKETS = regex("[(][^()]*[)]")
_TITLE_END = regex(f"{_OFFICE}$")
_TITLE = regex(f"^{_OFFICE}:?(?=.)|{_OFFICE}$")
_NAME = regex("[一-龠々ヶノァ-ヺーぁ-ゖ]{1,10}")
_POST = regex("[課部係室局会員長者名人]$|事務局|委員|職員")
_PRIVATE = regex(
    "(?:申請|申込|相談|請求|被害|利用|傍聴|請願|陳情|届出|申立|代理)[者人](?![一-龠ァ-ヶ])|遺族|住民(?![一-龠])|本人(?![一-龠])"
)


def member_name(typed: str) -> str:
    """The name in what 出席者 or 発言者 holds: 磯貝 of 磯貝委員; empty where only a post or a number stands there."""
    name = _TITLE.sub("", _BRACKETS.sub("", fold(typed).replace(" ", "")))
    return name if _NAME.fullmatch(name) and not _POST.search(name) else ""


def is_one_of(members: Iterable[str], name: str, before: str, after: str) -> bool:
    """Whether a name in a sentence is a member's: theirs as far as it goes, with a title of office at it."""
    said = name.replace(" ", "")
    alone = _TITLE_END.sub("", said)  # 森会長 may be found as a whole
    if not alone or _ELSEWHERE.search(before) or not any(member.startswith(alone) for member in members):
        return False
    if alone != said or _BEHIND.match(after):
        return True
    return bool(_BEFORE.search(before)) and not _HONOURED.match(after)


def is_private(post: str) -> bool:
    """Whether a 職 says that somebody spoke for themselves: nobody has made that name public."""
    return bool(_PRIVATE.search(post))
