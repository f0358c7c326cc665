"""Number plates: 道路運送車両法施行規則, style 1: office, class, kana, up to four digits; and those of motorcycles.

Found with the known office names, or after a word for vehicles.  The trap is an amount or a room: 「足立 500 の 1234」
is a plate only because 足立 registers cars; 「会館 500 の席」 is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.folding import KANJI_DIGITS
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.presence import has_digit
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_OFFICES = (
    "札幌|函館|旭川|室蘭|苫小牧|釧路|知床|帯広|北見|青森|八戸|弘前|岩手|盛岡|平泉"
    "|宮城|仙台|秋田|山形|庄内|福島|会津|郡山|白河|いわき|水戸|土浦|つくば|宇都宮"
    "|那須"
    "|日光|とちぎ|群馬|前橋|高崎|大宮|川口|所沢|川越|熊谷|春日部|越谷|千葉|成田"
    "|習志野|市川|船橋|袖ヶ浦|市原|野田|柏|松戸|品川|世田谷|練馬|杉並|板橋|足立"
    "|江東|葛飾"
    "|江戸川|八王子|多摩|横浜|川崎|湘南|相模|山梨|富士山|新潟|長岡|上越|富山|石川"
    "|金沢|長野|松本|諏訪|南信州|安曇野|福井|岐阜|飛騨|静岡|浜松|沼津|伊豆|名古屋"
    "|豊橋"
    "|三河|岡崎|豊田|尾張小牧|一宮|春日井|三重|鈴鹿|四日市|伊勢志摩|滋賀|京都|大阪"
    "|なにわ|和泉|堺|神戸|姫路|奈良|飛鳥|和歌山|鳥取|島根|出雲|岡山|倉敷|広島|福山"
    "|山口|下関|徳島|香川|高松|愛媛|高知|福岡|北九州|久留米|筑豊|佐賀|長崎|佐世保|熊本|大分|宮崎|鹿児島|奄美|沖縄"
).translate(KANJI_DIGITS)
"""As they read in `View.digits`, where 八王子 is 8王子."""
_SOUND = (
    "ヨコハマ|ショウナン|カワサキ|サガミ|シナガワ|ネリマ|アダチ|タマ|ハチオウジ|ナゴヤ"
    "|オオサカ|ナニワ|キョウト|コウベ|サッポロ|センダイ|フクオカ|ヒロシマ"
)
_KANA = "[ぁ-んァ-ヴ]|[EHKMTY]"
_SERIAL = (
    r"(?:[・.*\- ]{0,3}[0-9][0-9・.]?[- \n]{0,2}[0-9]{2}|[・. ]{1,3}[0-9]{1,3}|[0-9]{4}"
    r"|[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,3})(?![0-9])"
)
_LIKELY = regex(
    "[0-9A-Z][- \n\t・/]{0,2}[ぁ-んァ-ヴEHKMTY][ \n\t・.*/-]{0,5}[0-9・.]|[ぁ-ん][ ・]{0,2}[0-9]{1,2}-[0-9]{"
    "2}|[0-9]{2}[0-9A-Z][A-Z]?[・ ]{1,3}[0-9]|[0-9]、?(?:ひらがな|平仮名)?の?[「『(][ぁ-ん]"
    "|[ぁ-ん][ ]?[0-9]{4}|[・.●○?*×][ ]?[ぁ-ん]|[0-9] ?[●○?*][ -]|[ぁ-ん][ ]?[・.●○?*×]{2}"
)
"""A cheap look before the names of the offices are tried."""
_NOT_COUNTED = "(?![0-9年月日時分件人枚号台円個回番丁条]|か所|カ所|ヶ所|世帯)"
_GAP = "(?:[- \n\t・/]{0,2}|の)"
_KNOWN = near(
    _LIKELY, rf"(?:{_OFFICES}|{_SOUND}){_GAP}[0-9][0-9A-Z]{{0,2}}{_GAP}(?:{_KANA}){_GAP}{_SERIAL}{_NOT_COUNTED}"
)
_WIDE_GAP = "[- \n\t・.‥…/の]{0,5}"
_WIDE = near(
    regex("[ぁ-んァ-ヴ][- \n\t・.‥…/の]{0,5}[0-9]"),
    rf"(?:{_OFFICES}){_WIDE_GAP}(?:[0-9][0-9A-Z]{{1,2}}|なんとか|何とか|ナントカ|不明)[^0-9A-Za-z\n]{{0,1}}{_WIDE_GAP}(?:(?:{_KANA}){_WIDE_GAP})?"
    rf"(?:[0-9]{{1,2}}-[0-9]{{2}}|(?<=[ぁ-んァ-ヴ・.‥\t ])[0-9]{{1,4}})(?![0-9]){_NOT_COUNTED}"
    rf"|(?:{_SOUND})(?:[ァ-ヴー]{{2,10}}|[0-9]{{2,3}})の?[ァ-ヴぁ-ん]の[0-9]{{1,4}}(?![0-9])",
)
"""Set in cells, with more than one sign between its parts, or half remembered."""
_TWO_WHEELS = near(
    _LIKELY,
    rf"(?:(?<![0-9])[0-9])?(?:{_OFFICES}){_GAP}(?:{_KANA}){_GAP}"
    rf"(?:[0-9]{{1,2}}-[0-9]{{2}}|(?<![のはにをがとでもや])[0-9]{{4}}){_NOT_COUNTED}",
)
_LETTERED = near(
    _LIKELY, rf"(?:{_OFFICES})[0-9]{{2}}[0-9A-Z][A-Z]?[・ ]{{1,3}}[0-9]{{1,4}}(?:-[0-9]{{2}})?{_NOT_COUNTED}"
)
_SAID = regex(
    rf"(?:{_OFFICES})(?:ナンバー)?(?:の|、| )?[0-9]{{2,3}}(?:[、ので ]{{0,2}})(?:ひらがなの?|平仮名の?)?"
    rf"[「『(]?(?:{_KANA})[」』)]?[、の ]{{0,2}}[0-9]{{1,4}}(?:[-の][0-9]{{2}})?(?![0-9])"
)
"""札幌ナンバーの五〇三、ひらがなの「り」、四一の二〇: a plate read aloud."""
_UNCLEAR = regex(
    rf"(?:{_OFFICES}){_GAP}[0-9A-Z・.●○?*×]{{1,3}}{_GAP}(?:{_KANA}|[?●○*]){_GAP}"
    r"(?=[0-9・.●○?*×-]*[0-9])[0-9・.●○?*×]{1,2}-?[0-9・.●○?*×]{2}(?![0-9])"
)
"""A plate of which nobody saw all."""
_STRONG = near(
    regex(rf"[1-9][0-9]{{2}}{_GAP}[ぁ-ん]{_GAP}[0-9]{{1,2}}-[0-9]{{2}}"),
    rf"(?:(?<![一-龥ぁ-んァ-ヴー])|(?<=[車番号]))(?:(?:(?![車番号])[一-龥ヶ]){{1,4}}|[ぁ-ん]{{2,6}}|[ァ-ヴー]{{2,6}}){_GAP}"
    rf"[1-9][0-9]{{2}}{_GAP}[ぁ-ん]{_GAP}[0-9]{{1,2}}-[0-9]{{2}}(?![0-9-])",
)
"""An office nobody listed, its class, a kana and the serial with its hyphen: hardly anything else."""
_SERIAL_ALONE = regex(
    "(?:ナンバー|車番|プレート|ナンバ)(?:の?(?:下|末尾)?(?:4桁|四桁)?)?(?:は|が|:|=|「|『| ){1,3}"
    r"(?P<serial>[0-9]{1,2}-[0-9]{2}|[・.]{1,3}[0-9]{1,3}|[0-9]{4})(?![0-9-]|[件台円年人枚月])"
)
_OTHER = near(
    regex(rf"[ぁ-んァ-ヴEHKMTY]{_GAP}[0-9]"),
    rf"[一-龥ヶぁ-んァ-ヴ]{{1,6}}[市町村区]{_GAP}(?:{_KANA}){_GAP}(?:[0-9]{{1,2}}-[0-9]{{2}}"
    r"|[0-9]{1,4})(?![0-9年月日件人枚号台丁番条])"
    rf"|[一-龥ヶ]{{2,4}}{_GAP}[0-9][0-9A-Z]{{1,2}}{_GAP}(?:{_KANA}){_GAP}(?:[0-9]{{1,2}}-[0-9]{{2}}"
    r"|[0-9]{4})(?![0-9年月日件人枚号台])",
)
_PARTIAL = near(
    regex("[0-9]{2}-[0-9]{2}"), "[「『]?[ぁ-んァ-ヴ][」』]?(?:の|[- ・])?[「『]?[0-9]{2}-[0-9]{2}(?![0-9-])"
)
"""What a witness or a note has of a plate, without its office."""
VEHICLE = regex("車|ナンバー|標識|登録番号|プレート|バイク|原付|原動機")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Plate:
    """Finds number plates."""

    kind: Kind = Kind.PLATE
    why: str = "plate"

    def find(self, view: View) -> Iterator[Span]:
        """Plates of known offices anywhere, other shapes after a word for vehicles."""
        if not has_digit(view.digits):
            return
        known = [
            match.span()
            for pattern in (
                (_KNOWN, _STRONG, _LETTERED, _TWO_WHEELS, _SAID, _UNCLEAR) if _LIKELY.search(view.digits) else ()
            )
            for match in pattern.finditer(view.digits)
        ]
        known += [match.span() for match in _WIDE.finditer(view.digits)]
        yield from (Span(start, end, self.kind, sure=True, why=self.why) for start, end in known)
        if VEHICLE.search(view.text) or VEHICLE.search(view.label):
            for match in _SERIAL_ALONE.finditer(view.digits):
                yield Span(*match.span("serial"), self.kind, sure=True, why=self.why)
            for match in (*_OTHER.finditer(view.text), *_PARTIAL.finditer(view.digits)):
                near = view.text[max(0, match.start() - _REACH) : match.end()] + view.label
                if VEHICLE.search(near) and not any(
                    first < match.end() and match.start() < last for first, last in known
                ):
                    yield Span(match.start(), match.end(), self.kind, sure=True, why=self.why)


PLATE = Plate()
