"""Canaries: invented identifiers of every 区分, planted in every free-text field of a record, in seven forms."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.redaction.kinds import Kind

HERE = Path(__file__).parent
FORMS = ("plain", "full-width", "spaced", "broken", "markdown", "entity", "link")
MARK = re.compile("@[1s]?(?![0-9A-Za-z])")
"""Stands in carrier.yml for a field: `@1` takes one line, `@s` a short text."""
LONG_FORMS = ("entity", "link")

SURNAMES = [
    "黒瀬",
    "真壁",
    "汐見",
    "灘波",
    "葛巻",
    "鳥飼",
    "早乙女",
    "小比類巻",
    "蓮沼",
    "阿久津",
    "神代",
    "諏訪部",
    "鬼頭",
    "宇佐美",
    "日比野",
    "稲垣",
]
GIVEN = [
    "千鶴子",
    "俊太郎",
    "美沙紀",
    "雄一郎",
    "佳代子",
    "健太郎",
    "由紀恵",
    "浩之介",
    "真理子",
    "誠一郎",
    "奈津美",
    "光太郎",
    "恵美子",
    "竜之介",
    "沙也加",
    "慎之介",
]
TOWNS = ["港見", "潮見台", "浜風", "松ケ崎", "岬台", "白砂"]
KANA = "さすせそたちつてとなにぬねのはひふほまみむめもやゆよらりる"
WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})


@dataclass(frozen=True)
class Canary:
    """One planted identifier."""

    record: str
    field: int
    kind: Kind
    form: str
    secret: str
    """What has to disappear, as typed plainly."""
    text: str
    """The field's whole text."""


def identifier(kind: Kind, n: int) -> tuple[str, str, str]:  # noqa: C901, PLR0911, PLR0912  # one line a kind
    """A carrier sentence around an identifier that no other `n` gives: before, the secret, after."""
    rng = random.Random(f"{kind.name}-{n}")
    digits = "".join(rng.choice("123456789") for _ in range(20))
    name = SURNAMES[n % len(SURNAMES)] + GIVEN[n // len(SURNAMES) % len(GIVEN)]
    match kind:
        case Kind.NAME:
            return "申請者の", name, "さんから電話がありました。"
        case Kind.ADDRESS:
            town = TOWNS[n % len(TOWNS)]
            home = f"{town}{n % 7 + 1}丁目{digits[:2]}番{digits[2]}号コーポ浜風{digits[3:6]}号室"
            return "届出人の住所は、汐名町", home, "です。"
        case Kind.PHONE:
            return "本人の携帯電話は", f"090-{digits[:4]}-{digits[4:8]}", "です。"
        case Kind.MAIL:
            return "本人のメールアドレスは", f"hama{digits[:5]}@example.net", "です。"
        case Kind.BIRTH:
            return "本人の生年月日は", f"昭和{30 + n % 30}年{n % 12 + 1}月{n % 27 + 1}日", "です。"
        case Kind.MY_NUMBER:
            return "個人番号は", digits[:12], "です。"
        case Kind.RESIDENT_CODE:
            return "住民票コードは", digits[:11], "です。"
        case Kind.PENSION:
            return "基礎年金番号は", f"{digits[:4]}-{digits[4:10]}", "です。"
        case Kind.INSURED:
            return "被保険者番号は", digits[:8], "です。"
        case Kind.LICENCE:
            return "運転免許証番号は", digits[:12], "です。"
        case Kind.PASSPORT:
            return "旅券番号は", f"TK{digits[:7]}", "です。"
        case Kind.RESIDENCE_CARD:
            return "在留カード番号は", f"AB{digits[:8]}CD", "です。"
        case Kind.ACCOUNT_NUMBER:
            return "振込先は汐名銀行本店の普通預金、口座番号", digits[:7], "です。"
        case Kind.CARD:
            return "クレジットカード番号は", f"4{digits[:15]}", "です。"
        case Kind.PLATE:
            return "車両番号は", f"湘南300{KANA[n % len(KANA)]}{digits[:2]}-{digits[2:4]}", "です。"
        case Kind.REFERENCE:
            return "宛名番号は", digits[:8], "です。"
        case Kind.ACCOUNT:
            return "本人のLINE IDは", f"hamakaze{digits[:5]}", "です。"


def disguised(before: str, secret: str, after: str, form: str) -> str:
    """The sentence with its secret in one form."""
    middle = len(secret) // 2
    match form:
        case "full-width":
            secret = secret.translate(WIDE)
        case "spaced":
            secret = " ".join(secret)
        case "broken":
            secret = f"{secret[:middle]}\n{secret[middle:]}"
        case "markdown":
            secret = f"{secret[:middle]}**{secret[middle:]}**"
        case "entity":
            secret = "".join(f"&#x{ord(ch):x};" for ch in secret)
        case "link":
            label = re.sub("[はの、]", "", before)
            return f"[申請の画面](https://form.example.jp/?{quote(label)}={quote(secret + after[:2])})を確認しました。"
    return f"{before}{secret}{after}"


def record(record_id: str, kind: Kind, form: str, first: int, carrier: str = "carrier.yml") -> tuple[str, list[Canary]]:
    """The YAML of a record that carries one canary in each field, numbered from `first`."""
    canaries: list[Canary] = []

    def planted(match: re.Match[str]) -> str:
        number = first + len(canaries)
        before, secret, after = identifier(kind, number)
        here = "plain" if form in {"@1": ("broken",), "@s": LONG_FORMS}.get(match.group(), ()) else form
        text = disguised(before, secret, after, here)
        canaries.append(Canary(record_id, len(canaries), kind, here, secret, text))
        return json.dumps(text, ensure_ascii=False)

    template = (HERE / carrier).read_text(encoding="utf-8").replace("CASE", f"c-{record_id}")
    return MARK.sub(planted, template), canaries
