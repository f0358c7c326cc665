"""One text as the dictionary cuts it: a class for every character, and what a single word can be.

Owns SudachiPy (ADR 0007) and nothing else: which words mean a person or a place is decided in `names` and `places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import mul, sub
from typing import TYPE_CHECKING

from sudachipy import Dictionary

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sudachipy import Tokenizer

VARIANTS = str.maketrans(
    "髙﨑邊邉濵濱𠮷國德廣瀨澤齋齊斎櫻嶋嶌黑眞惠髮龜龍瀧圓榮假壽實來竜會學將淺與祐桒桑嵜碕崎冨曻昻彥顏槇飮鷗冴凜廉靜淸晴彌禮禎穰藏鄕都隆濟藪籠萬葛蔣增塚德敎",
    "高崎辺辺浜浜吉国徳広瀬沢斉斉斉桜島島黒真恵髪亀龍滝円栄仮寿実来竜会学将浅与祐桑桑崎崎崎富昇昂彦顔槙飲鴎冴凛廉静清晴弥礼禎穣蔵郷都隆済薮篭万葛蒋増塚徳教",
)
"""Old and personal forms of kanji, kept by registers and unknown to dictionaries; one for one, so no offset moves."""

_COMMON = {chr(code): chr(common) for code, common in VARIANTS.items()}
_FAR_VARIANT = "𠮷"
_VARIANT = regex(f"[{''.join(char for char in _COMMON if char != _FAR_VARIANT)}]")

SURNAME, GIVEN, PERSON, PLACE, PROPER, NOUN, SUFFIX, PREFIX, NUMBER, PARTICLE, OTHER, SIGN = "SGNPOnupdjvs"
"""Classes of words: surname, given name, other personal name, place, other proper noun, …"""

_LONGEST = 8_000
"""Characters given to the analyser at once, in a text without a sentence's end; its limit is about 16,000 kanji."""
_EDGES = tuple("1" + "0" * (size - 1) if size else "" for size in range(32))
_LONGEST_WORD = 40
"""Characters of a word worth asking for; the dictionary fails on very long ones."""
_CUT = regex("\n[ \t\n]*|。")
"""What ends a word in any case.  The analyser is slow on long texts, and the same line comes again: in other texts, and
in this one once what broke it is joined.
"""
_KINDS = {
    "姓": SURNAME,
    "名": GIVEN,
    "人名": PERSON,
    "地名": PLACE,
    "固有名詞": PROPER,
    "数詞": NUMBER,
    "名詞": NOUN,
    "代名詞": NOUN,
    "形状詞": NOUN,
    "接尾辞": SUFFIX,
    "接頭辞": PREFIX,
    "助詞": PARTICLE,
    "補助記号": SIGN,
    "記号": SIGN,
    "空白": SIGN,
}


_WELL_KNOWN = frozenset(
    (
        *("山口", "石川", "福島", "宮崎", "長野", "福井", "松本", "藤沢", "三浦"),
        *("足立", "板橋", "中野", "豊島", "葛飾", "江東", "太田", "福山"),
    )
)
"""Prefectures, wards and cities that a paper means by the bare word as often as a person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with the class of every character's word, offset for offset."""

    text: str
    kinds: str
    edges: str
    """`1` where a word begins, `0` inside one; one longer than the text."""

    def begin(self, place: int) -> int:
        """Where the word begins that holds the character at `place`."""
        return self.edges.rindex("1", 0, place + 1)

    def end(self, place: int) -> int:
        """Where the word ends that holds the character at `place`."""
        return self.edges.index("1", place + 1)

    def words(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Begin, end and class of each word that begins within the stretch."""
        while start < end:
            stop = self.end(start)
            yield start, stop, self.kinds[start]
            start = stop


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary:
    return Dictionary(dict="core")


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return _dictionary().tokenizer(mode="C", fields={"pos"})


def common_forms(text: str) -> str:
    """`text.translate(VARIANTS)`, faster where there are few."""
    return _VARIANT.sub(lambda match: _COMMON[match.group()], text).replace(_FAR_VARIANT, _COMMON[_FAR_VARIANT])


class _Classes(dict[int, str]):
    """The class of each part of speech by the dictionary's number for it."""

    def __missing__(self, part: int) -> str:
        self[part] = found = _kind(_dictionary().pos_of(part) or ())
        return found


@lru_cache(maxsize=1)
def _classes() -> _Classes:
    return _Classes()


def _kind(pos: tuple[str, ...]) -> str:
    if pos[0] == "名詞" and pos[1] == "固有名詞":
        return _KINDS.get(pos[3], "") or _KINDS.get(pos[2], "") or PROPER
    if pos[1] == "数詞":
        return NUMBER
    return _KINDS.get(pos[0], OTHER)


@lru_cache(maxsize=64)
def reading_of(text: str) -> Reading:
    """The text cut into words; asked again for the same text, it answers at once."""
    read = [_read(*piece) for piece in _pieces(common_forms(text))]
    return Reading(text, "".join([kinds for kinds, _ in read]), "".join([edges for _, edges in read]) + "1")


@lru_cache(maxsize=20_000)
def _read(piece: str, following: str) -> tuple[str, str]:
    """The kinds and edges of a piece; what follows it bears on its last word."""
    words = _tokenizer().tokenize(piece + following)
    ends = [word.end() for word in words]
    sizes = list(map(sub, ends, chain((0,), ends)))
    kinds = map(mul, map(_classes().__getitem__, [word.part_of_speech_id() for word in words]), sizes)
    edges = map(_edge, sizes) if max(sizes, default=0) >= len(_EDGES) else map(_EDGES.__getitem__, sizes)
    return "".join(kinds)[: len(piece)], "".join(edges)[: len(piece)]


def _edge(size: int) -> str:
    return "1".ljust(size, "0") if size else ""


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What stands between two cuts, with the mark before it; and the mark after it."""
    start = 0
    for cut in (*[match.start() for match in _CUT.finditer(text)], len(text)):
        stop = cut
        while stop > start and text[cut : cut + 1] == "\n" and text[stop - 1] in " \t":
            stop -= 1
        while stop - start > _LONGEST:
            yield text[start : start + _LONGEST], ""
            start += _LONGEST
        if stop > start:
            yield text[start:stop], text[stop : stop + 1]
            start = stop


@lru_cache(maxsize=20_000)
def classes_of(word: str) -> str:
    """Every class the dictionary knows for exactly this word; empty for an unknown one."""
    if len(word) > _LONGEST_WORD:
        return ""
    found = _dictionary().lookup(word.translate(VARIANTS))
    return "".join(dict.fromkeys(_kind(tuple(entry.part_of_speech())) for entry in found))


@lru_cache(maxsize=4_000)
def readings_of(word: str, kind: str) -> tuple[str, ...]:
    """How a surname or a given name is read, in katakana; several are possible."""
    if len(word) > _LONGEST_WORD:
        return ()
    found = _dictionary().lookup(word.translate(VARIANTS))
    return tuple(dict.fromkeys(w.reading_form() for w in found if _kind(tuple(w.part_of_speech())) == kind))


@lru_cache(maxsize=8_000)
def is_plain(word: str) -> bool:
    """Whether a word is a common one before it is a name: 神社, but not 山田, a rice field on a hill as well."""
    return NOUN in classes_of(word) and not _names_first(word)


@lru_cache(maxsize=8_000)
def is_place(word: str) -> bool:
    """Whether a word is a place before it is a name: 秋田, but not 芦田, which is a village as well."""
    return PLACE in classes_of(word) and (word in _WELL_KNOWN or not _names_first(word))


def _names_first(word: str) -> bool:
    """Whether the dictionary, asked for the word alone, takes it for a name."""
    r = reading_of(word)
    return len(word) > 1 and r.edges.count("1") == 2 and r.kinds[0] in (SURNAME, GIVEN)  # noqa: PLR2004 -- one word
