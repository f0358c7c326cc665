"""The 17 kinds (区分) of personal identifiers, and what each is called in machine values."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A 区分; the value is the Japanese word of marks and of the page."""

    NAME = "氏名"
    ADDRESS = "住所"
    PHONE = "電話"
    MAIL = "メール"
    BIRTH = "生年月日"
    MY_NUMBER = "個人番号"
    RESIDENT_CODE = "住民票コード"
    PENSION = "基礎年金番号"
    INSURED = "被保険者番号"
    LICENCE = "免許証番号"
    PASSPORT = "旅券番号"
    RESIDENCE_CARD = "在留カード番号"
    ACCOUNT_NUMBER = "口座番号"
    CARD = "カード番号"
    PLATE = "車両番号"
    REFERENCE = "整理番号"
    ACCOUNT = "アカウント"
