"""What a number is called: the words that name one, and the stretch of text where its value may stand.

The one list of these words; each detector of a labelled number asks for the stretches of its own kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.label_walk import Names
from generator.redaction.numbers.label_words import HEADS, NAMES
from generator.redaction.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.numbers.label_walk import Name
    from generator.redaction.view import View

REACH = 48
"""How many characters after its name a number may begin."""

_SLIPS = (
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
_NUMBER = (
    "番 ?[号合後]|蕃 ?号|ばん ?ごう|バンゴウ|no(?![a-z]{2})[.]?|number|ナンバ[-ー]?"
    "|id(?![a-z]{2})|cd(?![a-z]{2})|コ[-ー]ド|こーど"
)
"""What is written in the place of 番号 at the end of a name."""
_SHORT = "番(?![地線組目])"
_ENDING = regex(f"(?:{_NUMBER}|番)$")
_WHOLE = ("番号", "通帳番号", "店番号", "支店番号", "郵便番号", "ケース番号", "券番号", "型番号")
"""Names that mean something else without their last character."""


def _spellings(words: str) -> Iterator[str]:
    """Each name as it should be written, and as it is."""
    for word in words.split("|"):
        yield word
        yield from (word.replace(right, wrong) for right, wrong in _SLIPS if right in word)


_KINDS: dict[str, Kind | None] = {}
for _kind, _words in NAMES.items():
    for _word in _spellings(_words):
        _KINDS.setdefault(_word.lower(), _kind)
_LABEL = Names(_KINDS, _WHOLE, _NUMBER, _SHORT)
_WHOLE_HEADS: dict[str, Kind | None] = {word: kind for kind, words in HEADS.items() for word in words.split("|")}
_KEY = regex(
    "(?<![A-Za-z0-9_])(?P<key>[A-Za-z_]{2,16})(?:=[\"']?|[\"'] ?[:=] ?[\"']?)(?P<value>[^\"'&;,\n ][^\"'&;,\n]{2,39})"
)
_PEOPLES = "宛名|受給者|診察券|学籍|職員|患者|会員|園児|生徒|利用者|納税者|義務者|契約者|国保|社保|後期"
_TIED = near(
    regex("[0-9]{2}[0-9-]{2}"),
    f"(?P<word>(?:{_PEOPLES})|(?<![一-龥ァ-ヴーA-Za-z])(?:{'|'.join(w for w in _WHOLE_HEADS if not w.isascii())}))"
    "(?=[ :#=|/]{0,2}(?!(?:19|20)[0-9]{2}(?:[-/.]|[01][0-9][0-3][0-9])|[RHS][0-9]{1,2}[-.]"
    "|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|0[789]0)"
    "[A-Za-z]{0,3}-?(?:0[0-9]{4,11}|[0-9]{6,12}|[0-9]{2,8}-[0-9][0-9-]{2,12})(?![0-9,])"
    "|[ :]{0,2}[一-龥]{0,3}第[0-9]{4,8}号)",
)
_KEYS_OF_ANYTHING = ("id", "key", "code", "card", "user")
_SOUGHT = near(
    regex("=[\"']?[0-9]{6}"),
    "(?<![A-Za-z0-9_])(?P<key>key|q|query|kw|keyword|search|target|subject|cond)=[\"']?"
    "(?P<value>(?!(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])[0-9]{10,12})(?![0-9A-Za-z.])",
    re.IGNORECASE,
)
"""What somebody looked up, in a log: as long as the numbers of residents are."""
_WIDTH = regex("[( ]*(?:[0-9]{1,2} ?桁|西暦|和暦|任意|必須|半角|全角|数字|ハイフン[な無]し)[) ]*")
_STOP = regex("(?<!とおり)(?<!通り)(?<!とおりです)(?<!とおりである)。|\n[ \t]*\n")
_ALONE = regex("[ \t:■】」』)]*\n[ \t\n]*")
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
    return (*_in_text(text), *_by_short_name(text), *_by_head(text, label), *_by_key(text), *_by_search(text))


def stretches(view: View) -> tuple[Stretch, ...]:
    """Every stretch that a name points to."""
    return _stretches(view.text, view.label)


@lru_cache(maxsize=4_096)
def kind_of(words: str) -> tuple[Kind | None, str, bool] | None:
    """The kind that a column head or a field's name speaks of, the word that says so, and whether it is strong."""
    plain = lowered(_WIDTH.sub("", words)).strip(" :()[].")
    if plain in _WHOLE_HEADS:
        return _WHOLE_HEADS[plain], plain, True
    found = list(_LABEL.finditer(plain))
    return _named(found[-1]) if found else None


def lowered(text: str) -> str:
    """In small letters, offset for offset."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _named(name: Name) -> tuple[Kind | None, str, bool]:
    words = name.group().replace(" ", "")
    known, kind = _known(words)
    return kind, known, words.endswith(_STRONG) or words.endswith(("証", "手帳"))


@lru_cache(maxsize=2_048)
def _known(words: str) -> tuple[str, Kind | None]:
    """The longest name that the words begin with, as it is listed, with what is left of them, and its kind."""
    for size in range(len(words), 0, -1):
        for name in (words[:size], _ENDING.sub("番号", words[:size])):
            if name in _KINDS:
                return name + words[size:], _KINDS[name]
    raise KeyError(len(words))


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
PERSON = regex(
    "様|さん|(?<!団)氏|ちゃん|[くク]ん|氏名|名前|名義|(?<![業記託])(?<!担当)(?<!第三)者"
    "|本人|世帯|住民|滞納|納税|児童|生徒|学生|園児"
    "|[職教]員|の方|会員|交付|印鑑|相談|受診|健診|検診|検体|在留|入居|飼い主|防犯|[(]カナ"
)
"""What speaks of a person near a number."""


def _inside_word(name: Name) -> bool:
    """Whether the name is part of a Latin word: `line` in `online`."""
    before = name.string[name.first - 1 : name.first]
    return before.isascii() and before.isalpha() and name.group()[0].isascii()


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


def _by_key(text: str) -> Iterator[Stretch]:
    """Values behind their key in a log, an address of a page or JSON: dl=…, "insured": "…"."""
    if "=" in text or '":' in text:
        for match in _KEY.finditer(text):
            kind = _WHOLE_HEADS.get(match["key"].lower())
            if kind is not None and match["key"].lower() not in _KEYS_OF_ANYTHING:
                yield Stretch(kind, match["key"].lower(), *match.span("value"), strong=True, head=True)


def _by_search(text: str) -> Iterator[Stretch]:
    for match in _SOUGHT.finditer(text):
        yield Stretch(Kind.REFERENCE, match["key"].lower(), *match.span("value"), strong=True, head=True)


def _by_short_name(text: str) -> Iterator[Stretch]:
    """A head without its 番号 that a code follows at once, as in notes: 宛名3301-07-4."""
    for match in _TIED.finditer(text):
        word = match["word"]
        yield Stretch(_WHOLE_HEADS[word], word, match.end(), min(len(text), match.end() + REACH), strong=True)


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
                if word == "id":
                    yield Stretch(Kind.ACCOUNT, word, cell.start, cell.end, strong=True, head=True)
