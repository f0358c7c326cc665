"""Numbers behind a name cut short, as clerks write it in a row of a list: 宛名0012345, 水栓204-11873, 職21-0448.

The word alone is also a word of sentences, so the code must follow at once and be long enough to be no count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.presence import has_digit
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_STEMS: dict[Kind, str] = {
    Kind.REFERENCE: (
        "宛名|公費|台帳|水栓|検針|受給者?証?|受給権者|学籍|学生|生徒|児童|園児|患者|診察券?|カルテ|職員|社員|会員|組合員|利用者|利用カード|貸出"
        "|世帯|世帯主|納税者?|納入者|納付者|義務者|納義|納通|滞納者?|徴収|特徴|契約者|使用者|需要者|お客様|お客さま|顧客|登録者|認定者?"
        "|対象者|対象児|申請者|届出者|相談者?|来庁者|避難者|被災者|要支援者|要援護者|接種者?|予診票?|検体|受診者?|健診|手帳|母子手帳|療育"
        "|障害者手帳|鑑札|防犯登録|印鑑登録?|医療証|医療券|介護券|ケース|保護者|本人|個人|所有者|名寄|寄附者|寄付者|奨学生|受験|受講|参加者"
        "|入居者?|入所者?|共済|整理|調査対象|人事|給与|隊員|団員|選手|読者|図書カード|ポイントカード"
    ),
    Kind.INSURED: "被保険?者?|被保|保険証|国保|介保|介護|後期|社保|健保|記号|枝番",
    Kind.LICENCE: "免許証?|運免|運転免許",
    Kind.ACCOUNT_NUMBER: "口座|普通|当座|貯蓄|普|当|通帳|ゆうちょ",
}
_NUMBER = "(?:No|NO|no|番 ?号|番|号|CD|ID|コード)?[.]?[ :=#(「/|→・\t】]{0,2}第?"
_CODES: dict[Kind, str] = {
    Kind.REFERENCE: (
        "(?:(?!号)[一-龥]{1,3}(?=[A-Z]))?(?!(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9]))(?:[A-Za-z]{1,3}-?[0-9]{3,10}(?:-[0-9]{1,6})?|[0-9]{5,14}(?:-[0-9]{1,4})?"
        "|(?!(?:19|20)[0-9]{2}-)[0-9]{1,6}-[0-9]{3,8}(?:-[0-9]{1,4})?)"
    ),
    Kind.INSURED: "(?:[0-9]{6,12}|[0-9]{2,6}-[0-9]{3,8})",
    Kind.LICENCE: "[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}",
    Kind.ACCOUNT_NUMBER: "[0-9]{7}",
}
_OTHERS = "(?![0-9A-Za-z]|[,.][0-9]|-[0-9])" + COUNTED


@dataclass(frozen=True, slots=True)
class Clipped:
    """Finds codes right behind a shortened name of one kind."""

    kind: Kind
    why: str = "label"

    def find(self, view: View) -> Iterator[Span]:
        """Every such code."""
        if has_digit(view.digits):
            for pattern in _SHAPES[self.kind]:
                for match in pattern.finditer(view.digits):
                    yield Span(*match.span("code"), self.kind, sure=True, why=self.why)


def _shape(kind: Kind) -> str:
    return f"(?:{_STEMS[kind]}){_NUMBER}(?P<code>{_CODES[kind]}){_OTHERS}"


_SIGN = regex(
    "[一-龥々ァ-ヴーー](?:No|NO|no|番|号|CD|ID|コード)?[.]?[ :=#(「/|→・\t】]{0,2}第?[0-9A-Za-z一-龥][0-9A-Z-]{2}"
)
_KEYED = near(
    regex("[=:]"),
    "(?<![A-Za-z])(?:member|mem|user|uid|mid|pid|cid|customer|cust|client|patient|person|resident|student|staff|employee|emp|child"
    "|parent|owner|applicant|atena|setai|case|kojin|shokuin|jukyu|account|target)(?:_?(?:id|no|num|number|code|cd))?"
    "[\"']?[=:][\"' ]{0,2}(?P<code>[A-Za-z]{0,3}-?[0-9]{4,14}(?:-[0-9]{1,6})?)(?![0-9A-Za-z]|[.,][0-9])",
    re.IGNORECASE,
)
"""member=00298371 in the line of a log or the address of a page."""
_WRITTEN_ON = near(
    regex("証|券|札|手帳"),
    "(?<![0-9A-Za-z-])[「『]?(?P<code>[A-Z]{0,2}-?[0-9]{4,12}(?:-[0-9]{1,6})?)[」』]?と?(?:の)?(?:記された|書かれた|印字された|記載された|ある"
    "|記載のある|入りの|の番号が入った)[^。、\n]{0,6}(?:学生証|職員証|社員証|会員証|診察券|利用証|名札|手帳|受給者証|鑑札|登録証)",
)
"""22104と記された学生証: the thing is named behind its number."""
_SHAPES: dict[Kind, tuple[re.Pattern[str], ...]] = {
    kind: (near(_SIGN, _shape(kind)), *((_KEYED, _WRITTEN_ON) if kind is Kind.REFERENCE else ())) for kind in _STEMS
}
CLIPPED = tuple(Clipped(kind) for kind in _STEMS)
