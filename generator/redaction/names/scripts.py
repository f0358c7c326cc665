"""The scripts that names are written in, as insides of classes, and what a name of other languages looks like."""

from __future__ import annotations

HAN = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺーヽヾ゛゜"
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌ"
    "ỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
LATIN = "A-Za-zÀ-ÖØ-öø-ɏẀ-ỿ"

KANA_NAME = (
    f"(?:[{KATAKANA}]{{2,}}|[{KATAKANA}](?=・))(?:(?:[・=\\-]| {{1,2}}|, ?)(?:[{KATAKANA}]+|[A-Z]\\.?(?![A-Za-z])"
    f"|[{HAN}]{{1,2}}(?![{HAN}{HIRAGANA}])))*"
)
LATIN_WORD = f"(?:[{UPPER}][{LATIN}]*(?:['’\\-][{LATIN}]+)*\\.?)"
LATIN_NAME = (
    f"{LATIN_WORD}(?:(?: (?:de|da|do|dos|das|del|di|van|von|der|bin|binti|bint|al|el|la|le) |, ?"
    f"| {{1,2}}|・|-){LATIN_WORD}|\\.{LATIN_WORD})*"
)

ABROAD_HAN = frozenset(
    "王李張劉陳楊黄趙呉周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蒋余于杜葉程魏蘇呂"
    "丁任盧姚沈姜崔鍾譚陸范汪廖石金朴尹申安禹柳白全文孟秦咸池卞閔権洪裵慎具奉千方房邢龔熊賀頼顧侯万"
    "段雷湯武莫施庄顔"
)
"""Surnames of one kanji that people of Chinese and Korean names bear."""
