"""Names told by the few signs around them: 桐谷Ａ, 運転者桐谷主事, 桐谷様方, 押印は桐谷, 桐谷母来所, →②段（090-….

Each frame says how much the word itself must bear out; the words may be common ones or in no dictionary.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import katakana, reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_given, is_surname, splits
from generator.redaction.names.vocabulary import ENGLISH, LABELS, NO_PERSON, PARTIES, PEOPLE, POSTS, ROLES
from generator.redaction.near import near
from generator.redaction.words import GIVEN, PERSON, SURNAME, classes_of, is_plain

if TYPE_CHECKING:
    from collections.abc import Callable

_ONE = f"[{HAN}]{{1,4}}|[{KATAKANA}]{{2,8}}|[{HIRAGANA}]{{2,5}}"
KATAKANA_ONLY = regex(f"[{KATAKANA}]+")
_NONE = frozenset((*NO_PERSON, *PEOPLE, *LABELS, *ROLES))
_PARTY = "|".join(sorted((re.escape(w) for w in PARTIES if len(w) > 1), key=len, reverse=True))
_POST = "|".join(sorted((re.escape(w) for w in POSTS if len(w) > 1), key=len, reverse=True))


def _known(name: str) -> bool | None:
    """A surname or given name; a doubtful one where it is a common word too."""
    if name in _NONE or not {SURNAME, GIVEN, PERSON} & set(classes_of(name)):
        return None
    return not is_plain(name)


def _read(name: str) -> bool | None:
    """A word that may be read as a name."""
    if name in _NONE:
        return None
    if _known(name) is not None:
        return True
    return True if reads_given(name) or reads_surname(name) else None


def _asked(name: str) -> bool | None:
    """Anything that is no common word: only ever asked about."""
    if name in _NONE or judge(name) is Verdict.NO:
        return None
    return False if _known(name) is not None or not classes_of(name) else None


def _may_read(name: str) -> bool | None:
    """A word that may be read as a name, or one of another language that no dictionary has."""
    return _read(name) or (True if KATAKANA_ONLY.fullmatch(name) and not classes_of(name) else None)


def _whoever(name: str) -> bool | None:
    """Whatever stands there, but only asked about."""
    return None if name in _NONE else False


def _any(name: str) -> bool | None:
    """Whatever stands there."""
    return None if name in _NONE else True


Frame = tuple["re.Pattern[str]", "Callable[[str], bool | None]"]
_FRAMES: tuple[Frame, ...] = (
    (
        near(
            regex(f"[{HAN}][A-Z](?![A-Za-z0-9])"),
            f"(?:{_PARTY})(?:の)?(?P<name>[{HAN}]{{1,4}}?)(?=[A-Z](?![A-Za-z0-9]))",
            reach=16,
        ),
        _known,
    ),
    (
        near(
            regex(f"(?:{_POST})"),
            (
                f"(?:{_PARTY}|運転|担当|操作|作成|入力|確認)(?:者|の|は|、"
                f"|:)?(?P<name>[{HAN}]{{1,4}}?)(?=(?:{_POST})(?![{HAN}]))"
            ),
            reach=20,
        ),
        lambda name: _known(name) is not None or not classes_of(name) or None,
    ),
    (
        near(regex("様方"), f"(?<![{HAN}])(?P<name>[{HAN}]{{1,4}}|[{KATAKANA}]{{2,8}})(?= ?様方(?![{HAN}]))", reach=16),
        _any,
    ),
    (
        near(
            regex(f"[{KATAKANA}](?:様|さん|氏)"),
            (
                f"(?:(?<=[はがの:「(/|\\t、])|(?<=^)|(?<=\\n)|(?<= ))(?P<name>[{KATAKANA}]{{2,8}})(?=(?:様|さん"
                f"|氏)(?![{HAN}]))"
            ),
            reach=16,
        ),
        _read,
    ),
    (
        near(
            regex("[印名]"),
            (
                f"(?:押印|捺印|印影|認印|決裁印|確認印|受領印|署名|記名|名札|表札|宛名|名義)(?:欄)?(?:は|が"
                f"|に)「?(?P<name>{_ONE})(?=」|であ|でし|で、|とあ|と記|となっ|のもの|のみ)"
            ),
            reach=24,
        ),
        _known,
    ),
    (
        near(
            regex("[母父]"),
            (
                f"(?:(?<=[ 時分\\n「、。])|^)(?P<name>{_ONE})(?=(?:母|父|祖母|祖父|両親|長男|長女)(?:来|より|から"
                f"|が|へ|に|TEL|電話|迎|宅|同席|面談))"
            ),
            re.MULTILINE,
            reach=16,
        ),
        _read,
    ),
    (near(regex("。 "), f"。[)」]? {{1,3}}(?P<name>{_ONE})(?=[」』)]?$)", re.MULTILINE, reach=16), _asked),
    (near(regex("[①-⑳→・]"), f"[①-⑳→](?P<name>[{HAN}]{{1,3}})(?=[(]0[0-9]{{1,3}}[- (])", reach=16), _asked),
    (
        near(
            regex("[(]0[0-9]{1,3}[- (]"), f"(?<=[→①-⑳・、 ])(?P<name>[{HAN}]{{1,3}})(?=[(]0[0-9]{{1,3}}[- (])", reach=12
        ),
        _asked,
    ),
    (
        near(
            regex("か"),
            f"(?:[(「、]|たぶん|おそらく|多分)(?P<name>[{HAN}]{{1,4}})(?=か[{HAN}]{{1,4}}[)」、。])",
            reach=16,
        ),
        _known,
    ),
    (near(regex("か"), f"(?<=[{HAN}]か)(?P<name>[{HAN}]{{1,4}})(?=[)」])", reach=12), _known),
    (
        near(regex("と(?:だけ|のみ)"), f"[「『](?P<name>{_ONE})(?=[」』]と(?:だけ|のみ)(?:名|言|記|書|あ))", reach=16),
        _read,
    ),
    (
        near(
            regex("固有名詞|実名|個人名"),
            f"[「『](?P<name>{_ONE})(?=[」』][^。「」]{{0,8}}(?:固有名詞|実名|個人名))",
            reach=24,
        ),
        _read,
    ),
    (
        near(
            regex("の(?:両名|[2-9二三四五]名)"),
            (
                f"(?:(?<=[、はがに])|^)(?P<name>[{HAN}]{{1,4}})(?=(?:及び|並びに|と|、)[{HAN}]{{1,4}}の(?:両名"
                f"|[2-9二三四五]名))"
            ),
            reach=24,
        ),
        _whoever,
    ),
    (
        near(
            regex("の(?:両名|[2-9二三四五]名)"),
            f"(?<=及び|びに|[{HAN}]と)(?P<name>[{HAN}]{{1,4}})(?=の(?:両名|[2-9二三四五]名))",
            reach=16,
        ),
        _whoever,
    ),
    (
        near(
            regex("[父母子妹弟兄姉]|本人"),
            (
                f"(?:本人|[父母妹弟兄姉]|息子|むすめ|むすこ|おとうと|いもうと)(?: "
                f"|[(])?(?P<name>[{KATAKANA}]{{3,8}}|[{HIRAGANA}]{{2,4}})(?=[、)。 ・/\n]|$)"
            ),
            reach=16,
        ),
        _may_read,
    ),
)
_SPELT_FAMILY = near(
    regex(f"[)》] ?[{HAN}]"),
    (
        f"(?<![{HAN}])(?P<family>[{HAN}ノケヶ]{{1,4}})[(《](?P<kana>[{HIRAGANA}{KATAKANA}]{{1,8}})[)》] ?"
        f"(?P<given>[{HAN}]{{1,3}})(?![{HAN}{HIRAGANA}])"
    ),
    reach=24,
)
_LATIN_GIVEN = near(
    regex(f"[{HAN}] ?[A-Z][a-z]"),
    f"(?<![{HAN}])(?P<family>[{HAN}]{{2,4}}) (?P<given>[A-Z][a-z]{{2,11}})(?![A-Za-z0-9@.])",
    reach=20,
)
_NUMBERED = near(
    regex(f"[{HAN}][{HIRAGANA}](?:[\n|,\t、)]|$)"),
    f"(?:(?<=[├└│・\t|,、])|(?<= )|^)(?P<name>[{HAN}]{{2,3}}[{HIRAGANA}])(?=[\n|,\t、)]|$)",
    re.MULTILINE,
    reach=12,
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name in such a frame."""
    found = [
        Found(*match.span("name"), sure)
        for pattern, test in _FRAMES
        for match in pattern.finditer(text)
        if (sure := test(match["name"])) is not None
    ]
    found += [Found(*match.span()) for match in _SPELT_FAMILY.finditer(text) if _is_spelt(match)]
    found += [Found(*match.span()) for match in _LATIN_GIVEN.finditer(text) if _is_mixed(match)]
    return (*found, *_told_apart(text))


def _is_spelt(match: re.Match[str]) -> bool:
    """桐(きり) 千景: a surname with its reading, then the given name."""
    known = is_given(match["given"]) or is_surname(match["family"])
    return known and reads_surname(katakana(match["kana"]))


def _is_mixed(match: re.Match[str]) -> bool:
    """桐谷 Misa."""
    family = is_surname(match["family"]) or splits(match["family"]) > 0
    return family and match["given"].lower() not in ENGLISH


def _told_apart(text: str) -> tuple[Found, ...]:
    """磯貝た, 磯貝よ: one surname twice in a list, with the first sound of the given name."""
    items = [match for match in _NUMBERED.finditer(text) if is_surname(match["name"][:-1])]
    families = [match["name"][:-1] for match in items]
    return tuple(Found(*match.span("name"), sure=False) for match in items if families.count(match["name"][:-1]) > 1)


TOLD = NameRule("said", lambda view: search(view.text))
