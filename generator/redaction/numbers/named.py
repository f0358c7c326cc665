"""Numbers whose name nobody listed: 検体番号, 登録ID, 保護者No. and whatever else an office gives its people.

Any …番号, …コード, …ID or …No. with a code right after it, where a person is spoken of; things that offices number too
(契約, 伝票, 議案 …) are listed and left.  A bare 番号 belongs to what was named before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.labels import PERSON, stretches
from generator.redaction.numbers.presence import has_digit
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.redaction.numbers.labels import Stretch
    from generator.redaction.view import View

_NUMBER = regex("番 ?号|コード|ナンバー|ID|No[.]?|NO[.]")
_NAME = regex("[一-龥々ァ-ヴーA-Za-z]{1,14}(?= ?$)")
_VALUE = regex(
    '(?:等|は|が|の|を|も)?[ \n\t:;(「『\\["・、=#]{0,4}第?'
    "(?P<code>(?:[一-龥][一-龥ァ-ヴ]{0,2}-?(?=[A-Za-z]?[0-9]{3}))?(?:[A-Za-z]{1,4}-?){0,2}[0-9][0-9A-Za-z]*(?:-[ \n"
    "]?[0-9A-Za-z]+){0,4})(?![0-9A-Za-z])" + COUNTED
)
THINGS = regex(
    "(?:SS|住宅|住戸|棟|号室|決定|交付決定|指令|物件|返礼品|寄附コース|回線|便名|法人|契約|伝票|物品|備品|事務|文書|発表|議案|案件|事案|資料|施設|路線|家屋"
    "|工事|製造|型|商品|図書|郵便|車台|発送|地|端末|機器|調定|起案|決裁|収受"
    "|告示|所属|課|科目|事業|予算|短縮|ゼッケン|ロッカー|問題|発言|保険者|負担者"
    "|店|支店|機関|銀行|製品|シリアル|エラー|画面|帳票|様式|書式|ページ|便|列車"
    "|部屋|座席|キャビネット|ロッカー?|書庫|書架|金庫|保管庫|倉庫|コンテナ|ラック|段ボール|鍵|キー|トレイ|引き?出し|机|椅子|パソコン|プリンター?|サーバー?"
    "|カメラ|号車|車両|消火器|分電盤|掲示板|看板|標識|街灯|電柱|マンホール|ポンプ|発電機|テント|ナンバリング|ブース|テーブル|コート|スタジオ|ステップ"
    "|券|札|窓口|暗証|認証|内線|電話|携帯|話|ファクス|ファックス|ポート|注|図|表"
    "|学校|学級|請求書|領収書|見積書?|発注|納品書|納入|メータ|メーター|項目|行|問|質問|回答|議事|会議|区画|箱|棚|ファイル|フォルダ|指定|業務|業者"
    "|許可|承認"
    "|通し|連|枝|報告|諮問|請願|陳情|参照|注文|案内|建物|住居|街区|部品|道路|市道"
    "|橋|台帳|標準|記録票|事業所|団体|QR|Q|バー|JAN|URL|ソース|文字|国|言語|郵政"
    "|チェック|プログラム|アクセス|エリア|地域|団地|指標|根拠|収入|支出|請求|領収"
    "|納品|入札|公告|通知|回議|供覧|保存|分類|背|資産|設備|作業|工程|検査"
    "|試験|ロット|バッチ)$"
)
_BOTH = regex("(?:整理|管理|受付|申請|申込|照会|受理|申立|届出|請求|お?問い?合わ?せ)$")
"""Given to people's papers and to things alike: found only close to somebody who is addressed."""
_HONOURED = regex("様|さん|(?<!団)氏|ちゃん|[くク]ん")
_ADJOINING = regex("(?:様|さん|氏)?(?:の|が|は|分)?[ \t(、,:]{0,3}(?:[一-龥]{2,4}番号)?[ \t:はが第]{0,3}")
_CLOSE = 25
_PHONE_LIKE = regex("\\(?0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}")
_COMPANY = regex("T[0-9]{13}")
"""The number that a company puts on its invoices (消費税法57条の4)."""
_NEAR = 40
_SHORT = 2
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Finds codes after a name that no other detector knows."""

    kind: Kind = Kind.REFERENCE
    why: str = "label"

    def find(self, view: View) -> Iterator[Span]:
        """The code right after each such name."""
        if not has_digit(view.digits):
            return
        known: dict[int, Stretch] = {}
        for match in _NUMBER.finditer(view.text):
            value = _VALUE.match(view.text, match.end())
            if value is not None:
                known = known or {s.start: s for s in stretches(view) if not s.head}
            if value is None or _is_known(known, match) or _PHONE_LIKE.match(value["code"]):
                continue
            kind = self._kind_of(view, match, known)
            if kind is not None and len(value["code"]) > 1:
                yield Span(value.start("code"), value.end("code"), kind, sure=True, why=self.why)

    def _kind_of(self, view: View, match: re.Match[str], known: dict[int, Stretch]) -> Kind | None:
        name = _NAME.search(view.text, max(0, match.start() - 14), match.start())
        if name is None:
            return _subject(view.text, match.start(), known)
        reach, evidence = (_CLOSE, _HONOURED) if _BOTH.search(name.group()) else (_NEAR, PERSON)
        near = view.text[max(0, match.start() - reach) : match.end() + reach]
        return self.kind if evidence.search(near) and not THINGS.search(name.group()) else None


def named_near(view: View, people: Sequence[Span]) -> Iterator[Span]:
    """The codes of which only a found person nearby says whose they are."""
    for match in _NUMBER.finditer(view.text):
        value = _VALUE.match(view.text, match.end())
        name = _NAME.search(view.text, max(0, match.start() - 14), match.start())
        if (
            value
            and name
            and len(value["code"]) > _SHORT
            and not _COMPANY.fullmatch(value["code"])
            and not THINGS.search(name.group())
        ):
            both = _BOTH.search(name.group()) is not None
            listed = any(s.kind is None and match.start() < s.start <= match.end() for s in stretches(view))
            near = _adjoin if both else _together
            if (both or not listed) and any(near(view.text, span, match, value) for span in people):
                yield Span(value.start("code"), value.end("code"), Kind.REFERENCE, sure=True, why="beside")


def _together(text: str, person: Span, name: re.Match[str], _value: re.Match[str]) -> bool:
    first, last = min(person.start, name.start()), max(person.start, name.start())
    return last - first < _NEAR and not re.search("[。\n]", text[first:last])


def _adjoin(text: str, person: Span, _name: re.Match[str], value: re.Match[str]) -> bool:
    """Whether nothing but a bracket or an honorific parts the code and a name."""
    gap = text[person.end : value.start()] if person.start < value.start() else text[value.end() : person.start]
    return person.kind is Kind.NAME and _ADJOINING.fullmatch(gap) is not None


def _is_known(known: dict[int, Stretch], match: re.Match[str]) -> bool:
    """Whether the listed names hold this one; `doubtful` ones are settled by `beside`."""
    return any(place in known for place in range(match.start() + 1, match.end() + 1))


def _subject(text: str, place: int, known: dict[int, Stretch]) -> Kind | None:
    """What a bare 番号 is a number of: the thing last named in its sentence."""
    before = [s for s in known.values() if s.start <= place and place - s.start < _BEFORE]
    if not before or "。" in text[before[-1].start : place]:
        return None
    return before[-1].kind


NAMED = Named()
