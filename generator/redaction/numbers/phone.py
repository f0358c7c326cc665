"""Telephone and fax numbers: 電気通信番号規則, ten or eleven digits from 0, or +81; cut or mistyped ones too.

An office's numbers are public, a person's are not: the nearest word before the number decides, and without one it is
taken for a person's.  0120, 0800 and 0570 are always an office's, 070 to 090 never.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.presence import has_digit, has_long_number
from generator.redaction.span import Span
from generator.redaction.tables import heads_at, of_bodies, row_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

"""A letter before a number parts it from nothing, but for the last one of TEL and FAX."""
_PART = r"(?:[ \n]?[-_().の…・/・~、]{1,3} ?\n?| {1,2}|\n)"
_SPACED = r"[0-9](?:[ \n]?[0-9])"
_GROUPED = regex(
    rf"(?<![0-9A-KM-WYZa-km-wyz.])(?<![0-9][-:])(?<![0-9]{{4}} )"
    rf"\(?0(?:[ \n]?[0-9]){{1,4}}{_PART}{_SPACED}{{0,3}}{_PART}"
    r"[0-9](?: ?\n?[0-9]){2,3}(?![0-9])(?![-.][0-9])"
)
_SOLID = regex(r"(?<![0-9A-KM-WYZa-km-wyz.-])0[0-9](?:[ \n]?[0-9]){8,9}(?![0-9-])")
_TWO_PARTS = regex(r"(?<![0-9A-KM-WYZa-km-wyz.-])(?:0[0-9]{2}-?[0-9]{3,4}-?[0-9]{4}|0[0-9]{1,4}-[0-9]{5,8})(?![0-9-])")
_DROPPED = regex(r"(?<![0-9A-Za-z.-])[789]0-[0-9]{4}-[0-9]{4}(?![0-9-])")
"""90-1234-5678: a mobile number whose nought a spreadsheet took."""
_DROPPED_SOLID = regex(r"(?<![0-9A-Za-z.-])[789]0[0-9]{8}(?![0-9-])")
_ABROAD = regex(
    r"(?:\+|(?<![0-9])00(?=81))[0-9]{1,3}(?: ?\(0\))?(?:[-() ]{0,2}(?:\n(?=[0-9]{2}))?[0-9]){7,13}(?!["
    r"0-9])"
)
_EXCHANGE = regex(r"(?<![0-9])[0-9]{1,4} ?局 ?(?:の ?)?[0-9]{4}(?![0-9])")
_LOCAL = regex(
    r"(?<![0-9A-Za-z./-])(?<![0-9]の)(?!20[0-3][0-9]-)[0-9]{2,4} ?[-のー ] ?\n?(?:[0-9]{2,4}[-の"
    r"])?[0-9]{4}(?![0-"
    r"9-]|年度?|[件人名円番])"
)
"""Within one area, where nobody types the area code."""
_CALLED = regex(
    r"(?:電 ?話|デンワ|でんわ|tel|phone|call|[☎☏✆📞📱]|自宅|お?宅|連 ?絡 ?先|携帯|ケータイ|固定"
    r"|実家|勤務先|職場|ファクス|ファックス"
    r"|fax|折り?返し?先?|着信|発信元?|かけ直し先?|呼び?出し先?|本人|祖?[父母]|夫|妻|主人|家内|息子|娘"
    r"|長[男女]|兄|弟|姉|妹|隣|大家|呼出)(?:番 ?号|no)?[.]?(?:は|も|が|の|、"
    r"|[ \t\n:)(「『\[\]\"'=→・｜|…])*$",
    re.IGNORECASE,
)

_OPEN_LINE = regex("\\(?(?:0800[^0-9]|(?:0120|0570|0180|0990|0077|0088))")
"""0800 is told from 080-0… by where the groups part."""
_MOBILE = regex("0[5789]0")
_MOBILE_DIGITS = 11
_IP_OR_MOBILE = regex(r"\(?0[5789]0")
_MOBILE_ALONE = regex(r"\(?0[789]0")
_MOBILE_START = regex(r"(?:\(?0|\+?81[- ]?(?:\(0\))?0?)[789]0|\(?0[789] ?0")
NUMBER_WORD = regex(
    "電 ?話|tel|携帯|連絡先|fax|ケータイ|スマホ|折り?返し|番号は|番号が|着信|発信"
    "|デンワ|ケイタイ|レンラクサキ|[☎☏📞📱]|非通知|ナンバーディスプレイ|架電|かけ|自宅|phone|contact|緊急",
    re.IGNORECASE,
)
_PHONE_LABEL = regex("(?:電話|携帯|連絡先|ファクス|fax|tel)(?:番号)?", re.IGNORECASE)
_PRIVATE = (
    "誤り|誤送信先|誤って|"
    "様|さん|(?<![団委])氏(?!名)|ちゃん|[くク]ん|自宅|御宅|お宅|宅(?![地配])"
    "|携帯|ケータイ|スマホ|本人|保護者|家族|親族|実家|大家|妻|夫|父|母|祖[父母]"
    "|長男|次男"
    "|三男|長女|次女|兄|弟|姉|妹|甥|姪|息子|娘|孫|個人|折り?返し|申出|申立|申請者"
    "|請求者|届出|陳情|代表者|緊急連絡|世帯主|利用者|対象者|相談者|通報者|住所"
    "|氏名|名前"
    "|(?<![一-龥])[朝昼夜夕](?=[ :(])|呼び?出し|寮|下宿|緊急|昼間|夜間"
    "|日中|自署|名義|来庁者|契約者|受給者|加入者|会員|患者|委任者"
    "|代理人|被害者|番地|丁目|私用|方(?=[ ,、)(])|名乗|履歴|直前"
)
_PUBLIC = (
    "タクシー|交通(?= 0)|営業時間|定休日|開館|休館|駐車場"
    "|民宿|旅館|ホテル|薬局|クリニック|診療所|工務店|工業所?|商事|運輸|食堂|事業者名|事業所|施設|守衛室|警備室"
    "|"
    "専用(?:電話|ダイヤル|番号)|相談電話|申し?込みは|申し?込み先|予約は|予約受付|正しい(?:電話|FAX|ファ|番号)"
    "|"
    "[課係](?![一-龥])|[課係](?:長|担当|代表|直通|内|まで|補佐)|[一-龥]{2}[局庁](?![一-龥])"
    "|[一-龥]{2}(?<![住場])所(?![一-龥])"
    "|(?:消防|警察|税務|分)署|(?:病|医|学)院|(?:保育|幼稚|こども)園|園(?=[ ]?[(])"
    "|(?:会|図書|公民|体育|博物|美術|文学|水族)館|(?:小|中|高|大)?学校(?!給食費)|(?:小学"
    "|中学|高)校|(?:相談|推進|対策|企画|指令|秘書|市長|町長|村長|区長|知事|広報"
    "|管理|支援|準備|事務|宿直|日直|政策)室"
    "|役場|役所|事務所|支所|出張所|センター|窓口|事務局|本部|ダイヤル|問い?合わ?せ|お?問合せ"
    "|担当|代表(?!者)|直通|内線|コールセンター|ホットライン|会社|㈱|\\(株\\)|協会"
    "|組合|連盟|公社|財団|法人|銀行|支店|商店|所在地|発信元[: ]|送信元|報道|記者|広報"
    "|町役|連絡所|[一-龥]課"
)
_EVIDENCE = regex(f"(?P<private>{_PRIVATE})|(?P<public>{_PUBLIC})")
_OFFICE_AFTER = regex(
    r"[ \n]{0,3}\(?(?:内線(?!な|無)|直通|代表(?!者)|代\)|大代表|課|係|平日|受付時間|開庁|守衛室|宿直|警備室"
    r"|[一-龥]{2,10}(?:課|係|室|局|部|所|署|センター|窓口)(?=[)まへ \n]|$))"
)
_SPEAKER = regex(r"(?m)^[ ]*(?:\([^()\n]{1,24}\)|[○◯〇][^ \n]{1,20} )")
"""（市民課長）at the head of a line of minutes says who speaks, not whose number it is."""
_OWN_MOBILE = regex("(?:公用|業務用|庁用|公用の)(?:携帯|スマ)[^ 、。\n]{0,8}[ (「:]{0,3}$")
_PERSON_HEAD = regex(
    "氏名|名前|住所|対象者|保護者|相談者|申請者|利用者|患者|会員|世帯主|生徒|児童|カナ|ふりがな|生年月日"
)
_URL = regex("https?://[!-~]*")
_COUNTED = regex(" ?(?:[回円枚%]|件(?!名)|人(?![数物])|名(?![義前称簿])|個(?!人))")
_SERIAL = regex("第 ?号|第 {1,2}号")
"""第 0467-00-1122 号, which is the number of a paper."""
_OTHER_NUMBER = regex(
    "[一-龥ァ-ヴ](?<!電話)(?<!話の)(?<!携帯)(?<!連絡先)(?<!ファクス)(?<!ファックス)(?<!ファクシミリ)("
    "?<!発信者)(?<!発信)(?<!着信)(?<!送信)(?<!送信先)(?<!固定)(?<!自宅)(?<!短縮)(?<!当該)(?<!該当)(?<"
    "!同)(?<!相手方)(?<!相手先)(?<!履歴)番号[ :(「第]{0,2}$"
)
_OF_ANYONE = ("氏名", "名前")
"""Words of a form that an office's box holds as well as a resident's."""
_OFFICE_OWNS = regex("[」』)]{0,2}は、?[^。\n]{0,12}(?:法人|会社|事業所|店舗|医院|病院|薬局|組合)")
_HOME_OWNS = regex(
    "(?:で|は|が)、?[^。\n]{0,12}(?:自宅|お宅|個人)|[」』]?[ (]{0,2}(?:は、?)?(?:一般"
    "|個人|民間)?の?(?:ご家庭|御家庭|家庭|お宅|個人|別の方)"
)
_DIGIT = regex("[0-9]")
_REACH = 90
_LINES = 3


@dataclass(frozen=True, slots=True)
class Phone:
    """Finds the numbers of private telephones."""

    kind: Kind = Kind.PHONE
    why: str = "phone"

    def find(self, view: View) -> Iterator[Span]:
        """Every number whose nearest evidence is not an office."""
        if not has_digit(view.digits):
            return
        office_end = -1
        addresses = [match.span() for match in _URL.finditer(view.text)]
        for start, end in sorted(self._numbers(view)):
            if _is_something_else(view, start, end, addresses):
                continue
            if _is_office(view, start, end, office_end):
                office_end = end
            else:
                yield Span(start, end, self.kind, sure=True, why=self.why)

    @staticmethod
    def _numbers(view: View) -> Iterator[tuple[int, int]]:
        for match in _LOCAL.finditer(view.digits):
            before = view.text[max(0, match.start() - 14) : match.start()]
            if _CALLED.search(before) or _under_phone(view, match.start()):
                yield match.span()
        if "局" in view.text:
            yield from (match.span() for match in _EXCHANGE.finditer(view.digits))
        if has_long_number(view.digits):
            yield from _grouped(view)
            yield from _solid(view)
            yield from (match.span() for match in _ABROAD.finditer(view.digits))
            yield from (match.span() for match in _DROPPED.finditer(view.digits))
            for match in _DROPPED_SOLID.finditer(view.digits):
                if _CALLED.search(view.text[max(0, match.start() - 14) : match.start()]) or _under_phone(
                    view, match.start()
                ):
                    yield match.span()


def _grouped(view: View) -> Iterator[tuple[int, int]]:
    """Three groups of digits: ten or eleven in all, or a mobile number cut short."""
    for match in _GROUPED.finditer(view.digits):
        count = len(_DIGIT.findall(match.group()))
        mobile = _IP_OR_MOBILE.match(match.group())
        if count in (10, 11) or (mobile and count in (9, 12)):
            bracket = match.group().startswith("(") and ")" not in match.group()
            yield match.start() + bracket, match.end()


def _solid(view: View) -> Iterator[tuple[int, int]]:
    """Digits in one or two groups: a mobile number, or any after a word for telephones."""
    for pattern in (_SOLID, _TWO_PARTS):
        for match in pattern.finditer(view.digits):
            before = view.text[max(0, match.start() - 16) : match.start()] + view.label
            solid_mobile = _MOBILE.match(match.group()) and len(_DIGIT.findall(match.group())) == _MOBILE_DIGITS
            if solid_mobile or NUMBER_WORD.search(before) or _under_phone(view, match.start()):
                yield match.span()


def _is_something_else(view: View, start: int, end: int, addresses: list[tuple[int, int]]) -> bool:
    """Whether the digits are a count, part of a web address, or called another sort of number (図面番号 046-…)."""
    if _COUNTED.match(view.text, end) or _SERIAL.search(
        view.text[max(0, start - 3) : start] + view.text[end : end + 3]
    ):
        return True
    if _MOBILE_ALONE.match(view.digits, start):
        return False
    inside = any(first <= start < last for first, last in addresses)
    return inside or _OTHER_NUMBER.search(view.text[max(0, start - 12) : start]) is not None


def _under_phone(view: View, start: int) -> bool:
    if view.label and _PHONE_LABEL.fullmatch(view.label):
        return True
    return any(map(NUMBER_WORD.search, heads_at(view.text, start)))


def _is_office(view: View, start: int, end: int, office_end: int) -> bool:
    """Whether the number is an office's: by its prefix, its table, what follows, else by the words before it."""
    if _OPEN_LINE.match(view.digits, start):
        return True
    if _OWN_MOBILE.search(view.text[max(0, start - 16) : start]):
        return True
    row = row_at(view.text, start)
    if _MOBILE_START.match(view.digits, start):
        return False
    if row and (of_bodies(row.heads) or _PERSON_HEAD.search(" ".join(row.heads))):
        return of_bodies(row.heads)
    if _HOME_OWNS.match(view.text, end):
        return False
    after = _OFFICE_AFTER.match(view.text, end) or _OFFICE_OWNS.match(view.text, end)
    return after is not None or _follows_office(view.text, start, office_end)


def _follows_office(text: str, start: int, office_end: int) -> bool:
    """Whether the nearest word before is an office's, or the number before was one and nobody came between."""
    before = "\n".join(text[max(0, start - _REACH) : start].rsplit("\n", _LINES)[-_LINES:])
    before = _SPEAKER.sub(lambda match: " " * len(match.group()), before)
    found = list(_EVIDENCE.finditer(before))
    if office_end >= 0 and start - office_end < _REACH:
        since = [m for m in found if start - len(before) + m.start() >= office_end]
        if not any(m["private"] for m in since):
            return True
        if "|" in text[office_end:start]:
            return since[-1]["public"] is not None
    if all(m["public"] or m.group() in _OF_ANYONE for m in found):
        return any(m["public"] for m in found)
    return found[-1]["public"] is not None


PHONE = Phone()
