"""What a number is called: the words that name one, and the stretch of text where its value may stand.

The one list of these words; each detector of a labelled number asks for the stretches of its own kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.redaction.kinds import Kind
from generator.redaction.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.redaction.view import View

REACH = 48
"""How many characters after its name a number may begin."""

_NAMES: dict[Kind | None, str] = {
    Kind.MY_NUMBER: (
        "マイナ|個番|マイナンバ|まいなんばー|まいなんば|マイナカード|コジンバンゴウ|個人No|個人ナンバー"
        "|番号法の番号|my_number|mynumber|MN:|MN=|個人番号|マイナンバー|MyNumber|通知カード|共通番号"
        "|IndividualNumber"
    ),
    Kind.RESIDENT_CODE: (
        "住基ネットの番号|住基ネット番号|住民コード番号|ジュウミンヒョウコード|住民票CD|住民票のコード"
        "|住コード|住コ|住民票コード|住民票番号|住基コード|住基番号"
    ),
    Kind.PENSION: (
        "基年番|ネンキンバンゴウ|キソネンキンバンゴウ|基年番号|基礎年番|年金No|基礎年金番号|年金番号"
        "|年金手帳番号|年金手帳|年金証書番号|年金証書|年金コード|基礎年金"
    ),
    Kind.INSURED: (
        "ヒホ番|保番|ヒホケンシャバンゴウ|ホケンショウバンゴウ|保険者証の番号|被保険番号|被保険者No"
        "|被保番|介護被保番|国保番号"
        "|国保証|国民健康保険証|介護保険証|健保番号|健保証|資格情報のお知らせ|高齢受給者証|後期番号|insurance_no"
        "|被保険者証記号番号|被保険者記号番号|被保険者証番号|被保険者番号|被保険者証"
        "|被保険者記号|保険者証|保険証番号|保険証|記号番号|証記号番号"
        "|組合員証|加入者証|加入者番号|資格確認書|健康保険|介護保険|後期高齢者医療"
        "|後期高齢|国保|被保番号|被保険者|負担割合証|限度額認定証"
    ),
    Kind.LICENCE: (
        "免番|メンキョバンゴウ|メンキョショウバンゴウ|免許証No|免許No|免許証の番号|license_no|licence_no"
        "|driver_license"
        "|運転免許証番号|運転免許証|運転免許番号|運転免許|免許証番号|免許番号|免許証"
        "|免許の番号|運転経歴証明書番号|運転経歴証明書|運転経歴証明|免許"
    ),
    Kind.PASSPORT: (
        "P/P|旅番|passport_no|リョケンバンゴウ|旅券No|パスポートNo|旅券番号|旅券|パスポート番号|パスポート"
        "|PassportNumber|PassportNo|Passport"
    ),
    Kind.RESIDENCE_CARD: (
        "在留カードNo|在カ番号|在カ|在留番|residence_card|ザイリュウカード"
        "|在留カード等番号|在留カード番号|在留カード|特別永住者証明書等番号|特別永住者証明書番号"
        "|特別永住者証明書|特別永住者証|ResidenceCard|外国人登録証明書番号"
        "|外国人登録番号|在留番号"
    ),
    Kind.ACCOUNT_NUMBER: (
        "口振|コウザバンゴウ|口座No|口番|account_no|振替先|還付先|引落口座|引き落とし口座"
        "|口座番号|普通預金口座|普通預金|当座預金|貯蓄預金|普通口座|総合口座|通帳記号"
        "|通帳番号|通帳|振込口座|振替口座|振込先|銀行|信用金庫|信用組合|信金|労働金庫"
        "|農協"
        "|支店|出張所|普通|当座|貯蓄|口座|貯金|預金|店番|店名|普|ゆうちょ銀行|ゆうちょ|名義"
    ),
    Kind.CARD: (
        "デビット|プリペイド|電マネ|creditcard|credit_card|card_no|card|クレジットNo|カードNo|カード末尾"
        "|カードバンゴウ|VISA|JCB|AMEX"
        "|nanaco|waon|suica|pasmo|電子マネー|ポイントカード|クレジットカード番号"
        "|クレジットカード|クレジット|クレカ|デビットカード"
        "|カード番号|カードの番号|CardNumber|CardNo|ETCカード|カード会社|私物カード"
        "|カード"
    ),
    Kind.REFERENCE: (
        "学籍|医療証|共済No|組合員No|加入者No|カルテ|鑑札|アテナバンゴウ|アテナコード|アテナNo|宛名No"
        "|宛名CD|宛番|住民コード|住民CD|住民ID"
        "|個人CD|世帯No|世帯CD|世帯ID"
        "|ジュキュウシャバンゴウ|受給者No|受給者証No|受給者ID|受給No|認定No|被認定者番号"
        "|ニンテイバンゴウ|セイリバンゴウ|整理No"
        "|カンジャバンゴウ|カンジャID|カルテNo|カルテID|診察券No|診察券ID|診察No|診察番号|ID番|学籍No"
        "|学生番号|学生ID|学生証番号"
        "|生徒No|生徒ID|園児No|児童No|職員No|職員CD|教員番号|社員No|社員コード|従業員番号|従業員No"
        "|従業員ID|スタッフID|会員コード"
        "|カイインバンゴウ|リヨウシャバンゴウ|利用者コード|利用者CD|利用カードNo|図書館利用番号"
        "|お客さまNo|お客様No|お客様ID|顧客No|顧客ID"
        "|契約者No|納税者No|納税義務者番号|義務者No|通知書No|納付書No|納通番号|納通No|納付No|収納No"
        "|債務者No|手帳No|母子手帳番号"
        "|接種券No|券面番号|被災者番号|避難者番号|り災証明番号|罹災証明番号|罹災証明書番号|申立人番号"
        "|照会対象者番号|個人識別コード"
        "|member_id|memberid|patient_id|student_id|employee_id|staff_id|customer_id|client_id|person_id|resident_id"
        "|宛名番号|宛名コード|受給者番号|受給者証番号|受給番号|職員番号|職員コード"
        "|社員番号|患者番号|患者ID|患者No|診察券番号|診察券|診療番号|カルテ番号"
        "|学籍番号|生徒番号"
        "|児童番号|園児番号|出席番号|受験番号|利用者番号|利用者ID|利用者No|会員番号"
        "|会員ID|会員No|登録者番号|ケース番号|ケースNo|お客様番号|お客さま番号|顧客番号"
        "|水栓番号"
        "|使用者番号|検針番号|需要家番号|世帯番号|世帯コード|防犯登録番号|鑑札番号|券番号|接種券番号|接種番号"
        "|通知書番号|納付書番号|納税通知書番号|納税者番号|納税者ID|義務者番号|納付番号"
        "|収納番号"
        "|証書番号|証番号|手帳番号|母子健康手帳番号|受給者証|認定番号|台帳番号|住民番号"
        "|個人コード|個人ID|識別番号|相談者番号|対象者番号|調査対象番号|貸出カード番号"
        "|図書カード番号"
        "|利用カード番号|利用者カード番号|利用券番号|証明書番号|申請者番号|申込者番号"
        "|応募者番号|受講番号|被験者番号|整理番号|登録番号|滞納者番号|調査員証|従事者証"
        "|職員証|社員証|登録証|会員証|利用証|受講証|学生証|母子健康手帳|母子手帳"
        "|健康手帳|交付番号|図書館カード番号|図書館カード|診察カード|生徒手帳|許可証"
        "|滞納整理番号|債務者番号|債権者番号|債権者コード|共済番号|組合員番号|職員ID"
        "|社員ID|教職員番号|人事番号|給与番号|身体障害者手帳|療育手帳|精神障害者保健福祉手帳"
        "|障害者手帳"
        "|印鑑登録番号|印鑑番号|ID番号|IDNo|固有番号|契約者番号|加入番号|団員番号|隊員番号|児童ID|番号カード"
    ),
    Kind.PLATE: "ナンバー|車両番号|自動車登録番号|ナンバープレート|車のナンバー|登録ナンバー",
    Kind.ACCOUNT: (
        "YouTubeチャンネル|操作者|旧ツイッター|ツイッター|インスタ|Insta|X(旧Twitter)|ラインID|ライン名"
        "|端末ID|端末名|接続元IP|IP:"
        "|login_id|user_name|user_id|ゲームID|フレンドコード|垢|GitHub|ユーザー|ユーザ|アカウント名"
        "|アカウントID|アカウント|ユーザーネーム"
        "|ユーザー名|ユーザーID|ユーザID|ユーザ名|ログイン名|ログインID|ログインユーザー"
        "|LINEID|LINE名|LINE|操作者ID"
        "|ハンドルネーム|ハンドル名|表示名|ニックネーム|username|userid|user|login"
        "|ID名|IPアドレス|接続元|Instagram|インスタグラム|Twitter|旧Twitter|スクリーンネーム"
        "|Facebook|TikTok|YouTube|チャンネル名|Skype|カカオトーク|WeChat|Telegram|Discord|Threads|mixi"
    ),
    None: (
        "資料ID|業務登録番号|事業者登録番号|業者登録番号|参加登録番号|商標登録番号|暗証番号"
        "|管理番号|受付番号|申請番号|申込番号|法人番号|契約番号|伝票番号"
        "|物品番号|備品番号|事務番号|文書番号|発表番号|議案番号|案件番号|事案番号"
        "|資料番号|施設番号|路線番号|家屋番号|工事番号|製造番号|型番|JANコード"
        "|バーコード|商品番号|図書番号|資料コード|郵便番号|車台番号|発送番号"
        "|地番|端末番号|機器番号|調定番号|起案番号|決裁番号|収受番号"
        "|受付番号札"
        "|課コード|所属コード|科目コード|事業番号|事業コード|予算コード|電話番号"
        "|電話|携帯|FAX|TEL|短縮番号|内線|ゼッケン番号|ロッカー番号|問題番号|発言番号"
        "|保険者番号|店番号"
        "|支店番号|金融機関コード|銀行コード|製品番号|シリアル番号|生年月日"
    ),
}


_SLIPS = (
    ("番号", "番合"),
    ("番号", "番後"),
    ("番号", "蕃号"),
    ("番号", "ばんごう"),
    ("番号", "番"),
    ("保険", "保健"),
    ("保険", "保検"),
    ("保険者", "保者"),
    ("票", "表"),
    ("旅券", "旅件"),
    ("口座", "口坐"),
    ("宛名", "充名"),
    ("基礎", "基楚"),
    ("免許", "免計"),
    ("コード", "コ-ド"),
    ("コード", "こーど"),
    ("カード", "カ-ド"),
)
"""What a slip at the keyboard, a scanner or haste makes of a name."""
_WHOLE = ("番号", "通帳番号", "店番号", "支店番号", "郵便番号", "ケース番号", "券番号", "型番号")
"""Names that mean something else without their last character."""


def _spellings(words: str) -> Iterator[str]:
    """Each name as it should be written, and as it is."""
    for word in words.split("|"):
        yield word
        for right, wrong in _SLIPS:
            if right in word and not (wrong == "番" and (word in _WHOLE or not word.endswith(right))):
                yield word.replace(right, wrong)


def _trie(words: Iterable[str]) -> str:
    """The words as one pattern that prefers the longest; there may be room between two characters (`番 号`)."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(root, "")


def _branches(node: dict[str, Any], room: str) -> str:
    branches = [room + re.escape(char) + _branches(rest, " ?") for char, rest in node.items() if char]
    if not branches:
        return ""
    one = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return one + "?" if "" in node else one


_KINDS: dict[str, Kind | None] = {}
for _kind, _words in _NAMES.items():
    for _word in _spellings(_words):
        _KINDS.setdefault(_word.lower(), _kind)
_LABEL = re.compile(
    f"(?:{_trie(list(_KINDS))})(?P<number> ?(?:等|の)? ?(?:番 ?[号合後]|ナンバー|number|no|コード)[.]?)?"
)
_STOP = re.compile("(?<!とおり)(?<!通り)(?<!とおりです)(?<!とおりである)。|\n[ \t]*\n")
_ALONE = re.compile("[ \t:■】」』)]*\n[ \t\n]*")
"""A name that has its line to itself speaks of the next line, be there an empty one between."""
_STRONG = ("番号", "番合", "番後", "蕃号", "ばんごう", "番", "コード", "id", "no", "no.", "number", "番号.")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the view's text: the value of a number of this kind begins there, if anywhere."""

    kind: Kind | None
    word: str
    start: int
    end: int
    strong: bool
    """The name says that a number follows (…番号), not only whose thing it is on (免許証)."""
    doubtful: bool = False
    """The name is also used for things (整理番号), and nothing near speaks of a person."""
    behind: int = -1
    """Where the value ends if the name stands behind it, in brackets of its own; -1 if it does not."""
    head: bool = False
    """Named by a column head or by the field, so that the whole stretch is the value."""


@lru_cache(maxsize=4)
def _stretches(text: str, label: str) -> tuple[Stretch, ...]:
    return tuple(_in_text(text)) + tuple(_by_head(text, label))


def stretches(view: View) -> tuple[Stretch, ...]:
    """Every stretch that a name points to."""
    return _stretches(view.text, view.label)


def kind_of(words: str) -> tuple[Kind | None, str, bool] | None:
    """The kind that a column head or a field's name speaks of, the word that says so, and whether it is strong."""
    found = list(_LABEL.finditer(lowered(words)))
    return _named(found[-1]) if found else None


def lowered(text: str) -> str:
    """In small letters, offset for offset."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _named(match: re.Match[str]) -> tuple[Kind | None, str, bool]:
    words = match.group().replace(" ", "")
    kind = next(_KINDS[words[:n]] for n in range(len(words), 0, -1) if words[:n] in _KINDS)
    return kind, words, words.endswith(_STRONG) or words.endswith(("証", "手帳"))


_THINGS_TOO = frozenset(
    (
        "整理番号",
        "登録番号",
        "証番号",
        "証明書番号",
        "登録証",
        "許可証",
        "台帳番号",
        "識別番号",
        "id番号",
        "交付番号",
        "許可証",
    )
)
PERSON = re.compile(
    "様|さん|(?<!団)氏|ちゃん|[くク]ん|氏名|名前|名義|(?<![業記託])(?<!担当)(?<!第三)者"
    "|本人|世帯|住民|滞納|納税|児童|生徒|学生|園児"
    "|[職教]員|の方|会員|交付|印鑑|相談|受診|健診|検診|検体|在留|入居|飼い主|防犯|[(]カナ"
)
"""What speaks of a person near a number."""


def _inside_word(match: re.Match[str]) -> bool:
    """Whether the name is part of a Latin word: `line` in `online`."""
    before = match.string[match.start() - 1 : match.start()]
    return before.isascii() and before.isalpha() and match.group()[0].isascii()


def _in_text(text: str) -> Iterator[Stretch]:
    found = [match for match in _LABEL.finditer(lowered(text)) if not _inside_word(match)]
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        end = min(end, match.end() + REACH)
        alone = _ALONE.match(text, match.end(), end)
        stop = _STOP.search(text, alone.end() if alone else match.end(), end)
        kind, word, strong = _named(match)
        near = text[max(0, match.start() - 40) : match.end() + 40]
        yield Stretch(
            kind,
            word,
            match.end(),
            stop.start() if stop else end,
            strong,
            word in _THINGS_TOO and not PERSON.search(near),
            match.start() - 1
            if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
            else -1,
        )


def _by_head(text: str, label: str) -> Iterator[Stretch]:
    named = kind_of(label) if label else None
    if named:
        kind, word, _ = named
        yield Stretch(kind, word, 0, len(text), strong=True, head=True)
    for row in rows(text):
        for cell in row.cells:
            named = kind_of(cell.head)
            if named:
                kind, word, _ = named
                doubtful = word in _THINGS_TOO and not PERSON.search(" ".join(row.heads))
                yield Stretch(kind, word, cell.start, cell.end, strong=True, doubtful=doubtful, head=True)
