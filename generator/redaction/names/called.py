"""What people call themselves and one another: pen names, signatures, nicknames, given names of children, spelt names.

Asks where the word may be another; the frame says that a person is meant, seldom who.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname, written_given
from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import (
    NO_GIVEN_KANA,
    TOO_PLAIN,
    is_given,
    is_inflected,
    is_surname,
    splits,
    unknown_given,
)
from generator.redaction.names.vocabulary import ENGLISH, KIN, LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.near import near
from generator.redaction.words import NOUN, OTHER, classes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_ONE = f"(?:[{HAN}]{{1,4}}|[{HIRAGANA}]{{2,6}}|[{KATAKANA}]{{2,8}})"
_NONE = frozenset((*NO_PERSON, *PEOPLE, *LABELS, *ROLES))
_KIN_WORDS = "|".join(sorted((re.escape(w) for w in KIN if len(w) > 1), key=len, reverse=True))
_NOT_LONG = ("かー", "とー", "ばー", "じー", "にー", "ねー", "えー", "あー", "うー", "おー", "すー")


def _sure(name: str) -> bool | None:
    """Whatever stands there and is no common word of forms; asked about where the dictionary has it as one."""
    return None if name in _NONE or judge(name) is Verdict.NO else judge(name) is not Verdict.WORD


def _readable(name: str) -> bool | None:
    """A word that may be read as a name, asked about."""
    named = is_given(name) or is_surname(name) or reads_given(name) or reads_surname(name)
    plain = name in _NONE or name in NO_GIVEN_KANA or is_inflected(name)
    return False if named and not plain else None


def _unknown(name: str) -> bool | None:
    """Kanji that no dictionary has as a word, such as given names are written with."""
    return True if unknown_given(name) and not splits(name) and name not in _NONE else None


def _long(name: str) -> bool | None:
    """ひーた, みー: but not おかー, ばー."""
    return None if name.endswith(_NOT_LONG) or name.startswith(("お", "ご")) else True


def _latin(name: str) -> bool | None:
    return True if is_romaji_name(name) and name not in ENGLISH and len(name) > 4 else None


def _clipped(name: str) -> bool | None:
    """森Ｐ, Ｋ山: but not Ａ町, 第Ｂ."""
    return None if any(char in "市町村区県社班組棟号室案欄第型種年級階列字項" for char in name) else True


def _pair(name: str) -> bool | None:
    first, second = name.split(" ", 1)
    return True if is_surname(first) and second not in _NONE and judge(second) is not Verdict.NO else None


def _full(name: str) -> bool:
    """A surname, and kanji such as given names are written with."""
    return splits(name) > 0 or any(is_surname(name[:n]) and written_given(name[n:]) for n in (2, 3, 1))


def _alone_given(name: str) -> bool | None:
    """そうすけ: read as a given name, and no word of any other kind."""
    return False if not classes_of(name) and reads_given(name) and not TOO_PLAIN.search(name) else None


Frame = tuple["re.Pattern[str]", "Callable[[str], bool | None]"]
_FRAMES: tuple[Frame, ...] = (
    (
        near(
            regex("匿名希望|ペンネーム|ハンドル|ニックネーム|投稿名|雅号|俳号|P[.]?N[.]?"),
            "(?:匿名希望|ペンネーム|ハンドルネーム|ハンドル名|ニックネーム|投稿名|雅号|俳号|(?<![A-Z])P[.]?N[.]?)"
            f"(?:の|は|が|:|「| ){{1,2}}「?(?P<name>{_ONE})(?=[」)、。\n\t |]|$|さん|で|と|より)",
            reach=24,
        ),
        _sure,
    ),
    (
        near(
            regex("[町目区市村番地県0-9] "),
            f"[町目区市村番地県0-9] {{1,3}}(?P<name>{_ONE})(?=[」』]|(?:より|拝|記)[」』。\n])",
            reach=12,
        ),
        _readable,
    ),
    (
        near(regex("[」』]"), f"^[「『][^「」『』\n]{{2,16}}[」』] ?(?P<name>{_ONE})$", re.MULTILINE, reach=32),
        _readable,
    ),
    (
        near(
            regex("名義|宛|様|さん"),
            "(?<![A-Za-z0-9@._/-])(?P<name>[a-z]{5,16})(?= ?(?:名義|宛て?|あて|様|さん|氏)(?![一-龥])|と名乗)",
            reach=24,
        ),
        _latin,
    ),
    (
        near(
            regex("くん|ちゃん"),
            f"(?<![{HAN}])(?P<name>[{HAN}]{{2,3}})(?=くん|ちゃん)",
            reach=8,
        ),
        lambda name: True if written_given(name) and name not in _NONE else None,
    ),
    (
        near(regex("[のは、 (]"), f"(?:{_KIN_WORDS})の(?P<name>[{HAN}]{{2,3}})(?=[はがをにもと、。(])", reach=12),
        _unknown,
    ),
    (
        near(
            regex(f"の[{HAN}]{{1,4}} [{_N}]"),
            f"(?:{_KIN_WORDS}|本人|相手|別人)の(?P<name>[{HAN}]{{1,4}} [{_N}]{{1,4}}?)(?=[はがをにも、。]|と|さん)",
            reach=20,
        ),
        _pair,
    ),
    (
        near(
            regex(f"[{HIRAGANA}]ー"),
            f"(?:(?<=[のはがにをとも、。「( \n])|^)(?P<name>[{HIRAGANA}]{{1,3}}ー[{HIRAGANA}]{{0,3}}?)"
            "(?=くん|ちゃん|たん|さん)",
            reach=12,
        ),
        _long,
    ),
    (
        near(
            regex("ともだち|おとうと|いもうと|むすめ|むすこ|おさななじみ|せんぱい|こうはい"),
            "(?:ともだち|おとうと|いもうと|むすめ|むすこ|おさななじみ|せんぱい|こうはい)(?:の| |「|は)?"
            f"(?P<name>[{HIRAGANA}]{{2,4}}?|[{KATAKANA}]{{2,6}})(?=[」、。 \n(]|と|が|は|の|も|を|$)",
            reach=16,
        ),
        _readable,
    ),
    (
        near(
            regex("(?:って|て|とは|というのは)[^。、\n]{2,8}のこと"),
            f"(?:(?<=[、。「 ])|^)(?P<name>[{KATAKANA}]{{2,4}}|[{HIRAGANA}]{{2,4}}?)"
            "(?=(?:って|て|とは|というのは)[^。、\n]{2,8}のこと)",
            re.MULTILINE,
            reach=16,
        ),
        _readable,
    ),
    (
        near(
            regex(f"[{HAN}][A-Z](?![A-Za-z])|[A-Z][{HAN}]"),
            f"(?<![{_N}A-Za-z0-9])(?P<name>[F-Z][{HAN}])(?=さん|氏|様|くん)"
            f"|(?:号室?|[0-9])の(?P<flat>[{HAN}][F-Z])(?=[はがをにも、。])",
            reach=12,
        ),
        _clipped,
    ),
    (
        near(
            regex(f"[{HIRAGANA}]{{4}}[はがもをに]"),
            f"(?:(?<=[はがも、。「\n ])|^)(?P<name>[{HIRAGANA}]{{4,6}}?)(?=[がはもをに](?![{HIRAGANA}]{{0,1}}[、。]))",
            re.MULTILINE,
            reach=16,
        ),
        _alone_given,
    ),
    (
        near(
            regex("「[^「」]{2,24}」"),
            f"「(?P<name>{_ONE}?)[がは][^「」]{{2,16}}」(?=[^。\n]{{0,12}}(?:仮名|実名|固有名詞|置き換え|個人名))",
            reach=40,
        ),
        _readable,
    ),
    (
        near(
            regex("「[^「」]{2,24}」"),
            f"「{_ONE}?[がは](?P<name>{_ONE}?)[にをと][^「」]{{1,16}}」(?=[^。\n]{{0,12}}(?:仮名|実名|固有名詞|置き換え|個人名))",
            reach=40,
        ),
        _readable,
    ),
    (
        near(
            regex("の[父母祖家保兄姉弟妹]"),
            f"(?<=[0-9])(?P<name>[{HAN}]{{3,6}})(?=の(?:父|母|祖父|祖母|家族|保護者|兄|姉|弟|妹))",
            reach=16,
        ),
        lambda name: True if _full(name) else None,
    ),
    (
        near(
            regex(f"[子孫男女娘児妻夫][(][{HIRAGANA}{KATAKANA}]"),
            f"(?:子|孫|[長次二三四]男|[長次二三四]女|娘|児|妻|夫)[(](?P<name>[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,6}})(?=[、,)])",
            reach=16,
        ),
        _readable,
    ),
    (
        near(regex("分[)」]"), f"[(「](?P<name>[{HAN}]{{2,4}})(?=分[)」])", reach=8),
        lambda name: False if is_surname(name) else None,
    ),
    (
        near(
            regex("[1-6]年(?:生|[0-9]組)? "),
            f"(?<![0-9])[1-6]年(?:生|[0-9]組)? {{1,2}}(?P<name>[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,6}}|[{HAN}]{{1,3}})"
            "(?=[/、,\n (|\t]|$)",
            reach=16,
        ),
        _readable,
    ),
    (
        near(
            regex("」(?:とすべき|を「|が正|の誤|ではなく|でなく)"),
            f"」(?:とすべきところ、?|を|の誤り。?正しくは|ではなく、?|でなく、?)「(?P<name>{_ONE})(?=」)"
            f"|「(?P<wrong>{_ONE})(?=」(?:とすべきところ|を「[^「」]{{1,4}}」と(?:誤|記|印)|の誤り))",
            reach=32,
        ),
        _readable,
    ),
    (
        near(
            regex("家(?:への|の(?:長|妻|夫|祖|犬)|宛|あて)"),
            f"(?<![{HAN}])(?P<name>[{HAN}]{{2,3}})(?=家(?:への|の(?:長|妻|夫|祖|犬)|宛|あて))",
            reach=12,
        ),
        lambda name: False if is_surname(name) else None,
    ),
    (
        near(
            regex("「[0-9]{4}"),
            f"「[0-9/.-]{{4,10}}[、,/ ](?P<name>{_ONE})」",
            reach=24,
        ),
        _readable,
    ),
)
_EXPLAINED = near(
    regex("と書いて|と書く"),
    f"(?:^|[、。「『(\nの])(?P<name>[{HAN}]{{1,4}})、[^、。「」\n]{{2,20}}と書いて、?(?P<kana>[{HIRAGANA}]{{2,6}}?)(?=です|と[読い申]|で[、す])",
    reach=48,
)
_BY_WORDS = near(
    regex(f"の[{HAN}](?:に|と|、)"),
    f"(?P<name>[{_N}]{{1,6}}の[{HAN}](?:に|と|、){{1,2}}[{_N}]{{1,6}}の[{HAN}])(?=です|でございます|と書|でして)",
    reach=32,
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name in such a frame."""
    return (
        *(one for pattern, test in _FRAMES for match in pattern.finditer(text) if (one := _tested(match, test))),
        *(one for match in _EXPLAINED.finditer(text) for one in _explained(match)),
        *(Found(*match.span("name")) for match in _BY_WORDS.finditer(text)),
    )


def _tested(match: re.Match[str], test: Callable[[str], bool | None]) -> Found | None:
    group = match.lastgroup or "name"
    sure = test(match[group])
    return None if sure is None else Found(*match.span(group), sure)


def _explained(match: re.Match[str]) -> Iterator[Found]:
    """石動、石が動くと書いていするぎです: the kanji, how they are told, and the reading."""
    known = reads_surname(match["kana"]) or reads_given(match["kana"]) or is_surname(match["name"])
    yield Found(*match.span("name"), known)
    yield Found(*match.span("kana"), known and not {NOUN, OTHER} & set(classes_of(match["kana"])))


CALLED = NameRule("said", lambda view: search(view.text))
