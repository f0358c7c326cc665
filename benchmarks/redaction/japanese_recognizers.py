r"""What a careful user adds to Presidio for Japan, after its documentation: labels, regions, patterns, check digits.

Each pattern is what one writes from the identifier's own rules, with a label before it where digits alone say little.
They are meant well: no `\b`, which fails beside kanji; `\d`, which takes full-width digits; hyphens of several kinds.
"""

from __future__ import annotations

import unicodedata

import regex
from presidio_analyzer import Pattern, PatternRecognizer
from presidio_analyzer.predefined_recognizers import PhoneRecognizer, SpacyRecognizer

LABELS = {"Person": "PERSON", "Postal_Address": "JP_ADDRESS", "Phone_Number": "PHONE_NUMBER", "Email": "EMAIL_ADDRESS"}
"""GiNZA's labels (the extended entity hierarchy) for what identifies a person."""

THRESHOLD = 0.4
"""Where PhoneRecognizer's own score stands; what needs a context is below it until Presidio adds 0.35 for one."""

DASH = "[-‐‑–—−ー－]"
GAP = "[-‐‑–—−ー－ 　]?"
LABEL = "(?:は|が|の)?[「『(（]?[:： 　]{0,3}"
"""What stands between a label and its value."""


class MyNumberRecognizer(PatternRecognizer):
    """個人番号: twelve digits, the last of which is a check digit (総務省令 平成26年第85号 5条)."""

    def validate_result(self, pattern_text: str) -> bool | None:
        """True for a good check digit, which makes the score 1; else what the pattern says holds."""
        digits = _digits(pattern_text)
        rest = (
            sum(digit * weight for digit, weight in zip(digits, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
        )
        return True if digits[-1] == (0 if rest <= 1 else 11 - rest) else None


class CardRecognizer(PatternRecognizer):
    """Payment cards: 14 to 16 digits with the check digit of ISO/IEC 7812-1 (Luhn)."""

    def validate_result(self, pattern_text: str) -> bool | None:
        """Whether the check digit is good."""
        digits = _digits(pattern_text)[::-1]
        return sum(sum(divmod(digit * (1 + index % 2), 10)) for index, digit in enumerate(digits)) % 10 == 0


def _digits(text: str) -> list[int]:
    return [unicodedata.digit(ch) for ch in text if ch.isdigit()]


def _after(labels: str, value: str) -> str:
    return f"(?<=(?:{labels}){LABEL}){value}(?!\\d)"


def _alone(value: str) -> str:
    return f"(?<![A-Za-z0-9０-９]){value}(?![A-Za-z0-9０-９])"


TWELVE = f"\\d{{4}}{GAP}\\d{{4}}{GAP}\\d{{4}}"
CARD = f"[3-6]\\d{{3}}{GAP}\\d{{4}}{GAP}\\d{{4}}{GAP}\\d{{2,4}}"
ERA = "明治|大正|昭和|平成|令和|西暦|[MTSHR]"
REFERENCES = "宛名番号|受給者番号|職員番号|患者番号|診察券番号|学籍番号|整理番号|受付番号|会員番号|利用者番号"
DATE = f"(?:{ERA})?[\\d元]{{1,4}}[年./-]\\d{{1,2}}[月./-]\\d{{1,2}}日?"
STREET = "(?<=[市区町村])[一-龠々ヶケノぁ-んァ-ヶー]{1,12}"
NUMBER = "[\\d一二三四五六七八九十]+"
LOT = f"{NUMBER}(?:番地?|号|{DASH})(?:の?{NUMBER}(?:番地?|号|{DASH})?)*"
BUILDING = "(?:[ 　]?[一-龠々ァ-ヶーA-Za-z・]{2,16}[ 　]?[A-Z]?\\d{1,4}(?:号室?)?)?"

PATTERNS: dict[str, list[tuple[str, float]]] = {
    "PHONE_NUMBER": [
        (_alone(f"0[5789]0{DASH}?\\d{{4}}{DASH}?\\d{{4}}"), 0.7),
        (_alone(f"[(（]?0\\d{{1,4}}[)）]?{DASH}?\\d{{1,4}}{DASH}\\d{{4}}"), 0.6),
        (_after("電話|携帯|TEL|Tel|FAX|連絡先", f"0\\d{{1,4}}{DASH}?\\d{{1,4}}{DASH}?\\d{{4}}"), 0.7),
    ],
    "EMAIL_ADDRESS": [("[A-Za-z0-9._%+-]+[@＠](?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}", 0.9)],
    "JP_POSTAL_CODE": [(f"(?<=〒 ?)\\d{{3}}{DASH}?\\d{{4}}(?!\\d)", 0.8)],
    "JP_ADDRESS": [
        (f"{STREET}{NUMBER}丁目(?:{LOT}|\\d+)?{BUILDING}", 0.6),
        (f"{STREET}{LOT}{BUILDING}", 0.6),
    ],
    "JP_BIRTH_DATE": [
        (f"{DATE}(?=[ 　]?生)", 0.8),
        (_after("生年月日|誕生日", DATE), 0.8),
    ],
    "JP_RESIDENT_CODE": [(_after("住民票コード", "\\d{11}"), 0.8)],
    "JP_PENSION_NUMBER": [
        (_alone(f"\\d{{4}}{DASH}\\d{{6}}"), 0.6),
        (_after("基礎年金番号", f"\\d{{4}}{DASH}?\\d{{6}}"), 0.8),
    ],
    "JP_INSURED_NUMBER": [
        (_after("被保険者番号|保険証番号|記号番号|記号|番号", f"\\d{{2,10}}(?:{DASH}\\d{{1,8}})?"), 0.5),
    ],
    "JP_LICENCE_NUMBER": [(_after("免許証?番号|免許証の番号", f"第?{TWELVE}"), 0.8)],
    "JP_PASSPORT": [(_alone("[A-Z]{2}\\d{7}"), 0.7)],
    "JP_RESIDENCE_CARD": [(_alone("[A-Z]{2}\\d{8}[A-Z]{2}"), 0.8)],
    "JP_BANK_ACCOUNT": [(_after("普通|当座|貯蓄|口座番号", "\\d{7}"), 0.7)],
    "JP_PLATE": [("[一-龠々ぁ-ん]{1,4}[ 　]?\\d{2,3}[ 　]?[あ-ん][ 　]?[\\d・･]{1,2}[-－]?\\d{2}", 0.6)],
    "JP_REFERENCE": [(_after(REFERENCES, "[A-Z0-9０-９-]{3,14}"), 0.6)],
    "JP_ACCOUNT": [
        (_after("LINE ?ID|アカウント名?|ユーザー名|ユーザーID|ID", "@?[A-Za-z0-9._-]{3,30}"), 0.6),
        ("(?<![A-Za-z0-9._%+-])@[A-Za-z0-9_]{3,15}(?![A-Za-z0-9_.])", 0.6),
    ],
    "IP_ADDRESS": [(_alone("(?:\\d{1,3}\\.){3}\\d{1,3}"), 0.6)],
    "JP_MY_NUMBER": [(_alone(TWELVE), 0.1), (_after("個人番号|マイナンバー", TWELVE), 0.8)],
    "CREDIT_CARD": [(_alone(CARD), 0.5)],
}
CHECKED = {"JP_MY_NUMBER": MyNumberRecognizer, "CREDIT_CARD": CardRecognizer}
CONTEXT = {"JP_MY_NUMBER": ["マイナンバー", "個人番号"]}

ENTITIES = ["PERSON", *PATTERNS]
"""What is asked for: dates, places and organisations as such identify nobody."""


def recognizers() -> list[PatternRecognizer | SpacyRecognizer | PhoneRecognizer]:
    """All of them."""
    return [
        SpacyRecognizer(supported_language="ja", supported_entities=sorted(LABELS.values())),
        PhoneRecognizer(supported_language="ja", supported_regions=("JP",)),
        *(_recognizer(entity, rows) for entity, rows in PATTERNS.items()),
    ]


def _recognizer(entity: str, rows: list[tuple[str, float]]) -> PatternRecognizer:
    return CHECKED.get(entity, PatternRecognizer)(
        supported_entity=entity,
        supported_language="ja",
        patterns=[Pattern(f"{entity} {index}", pattern, score) for index, (pattern, score) in enumerate(rows)],
        context=CONTEXT.get(entity),
        global_regex_flags=regex.DOTALL | regex.MULTILINE,
    )
