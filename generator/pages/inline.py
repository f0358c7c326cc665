"""Public text to HTML: emphasis and links, withheld words, line breaks; anything else appears as typed.

The only inline Markdown is `**strong**` and `[text](target)`: a lone star is a footnote mark in Japanese papers (*1),
and italics don't suit the script.  Whatever else an author types, tags included, is text.  Knows no record.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from markupsafe import Markup, escape

from generator.patterns import regex
from generator.text import SENTINEL_FIRST, SENTINEL_LAST, Part, PublicText, Redacted, shown_part
from generator.words import word

Parts = tuple[Part, ...]
"""The parts of a public text, or of a stretch of one."""

LONGEST = 2000
"""Characters of a link's text or target; whatever is longer is shown as it was typed."""
_MARKDOWN = regex(r"\*\*|\]\(")
_STRONG = r"(?<!\*)(\*\*)(?![*\n\t \u3000])(.+?)(?<![*\n\t \u3000])\1(?!\*)"
_DIGIT_ZERO = chr(ord(SENTINEL_FIRST) + 1)
_SENTINEL = regex(f"{SENTINEL_FIRST}([{_DIGIT_ZERO}-{chr(ord(_DIGIT_ZERO) + 9)}]+){SENTINEL_LAST}")
_BLANK_LINE = regex("\n[\t \u3000]*\n[\t \u3000\n]*")
_SENTENCE_END = regex("[。．！？](?=[^」』）)]|$)|\n")
_SAFE_TARGET = regex(r"(?:https?://[^/?#\\]|mailto:[^ ]|(?![A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})[^:\\]*\Z)", re.IGNORECASE)
_UNSAFE_CHARACTER = regex('[\x00-\x20\x7f\\\\<>"\ufdd0-\ufdef]')

_N = "[0-9０-９]"
_UNITS = (
    "人分|名分|件分|人|名|件|世帯|法人|枚|台|通|部|冊|点|か所|箇所|回|項目|歳|円|万円|億円|％|%|日間|日後|日|か月|週間|年度|年間|年"
    "|時間|分間|月|条|項|号|報|期|版|ページ|課|校|園|社|団体|種類"
)
UNBROKEN = regex(
    rf"(?:(?:明治|大正|昭和|平成|令和)(?:元|{_N}{{1,2}})年度?|{_N}{{4}}年度?)?{_N}{{1,2}}月{_N}{{1,2}}日(?:[（(][月火水木金土日][)）])?"
    rf"|(?:明治|大正|昭和|平成|令和)(?:元|{_N}{{1,2}})年(?:度|{_N}{{1,2}}月)?"
    rf"|{_N}{{2,5}}[-－‐]{_N}{{1,4}}[-－‐]{_N}{{3,4}}"
    rf"|(?:午前|午後)?{_N}{{1,2}}時(?:{_N}{{1,2}}分|半)?"
    rf"|(?:諮問|議案|請願|陳情|承認|同意|認定|報告)第{_N}+号"
    rf"|(?:第|約|延べ|最大)?{_N}[0-9０-９,，.]*(?:{_UNITS})"
)
_HAS_DIGIT = regex(_N)


def inline_html(text: PublicText) -> Markup:
    """A text of one line or several, as HTML; a line break is `<br>`."""
    return html_of(tuple(_trimmed(list(text.parts))))


def paragraphs_html(text: PublicText) -> tuple[Markup, ...]:
    """A text cut at its blank lines, each paragraph as HTML."""
    return tuple(html_of(parts) for parts in split(text.parts, _BLANK_LINE))


def first_sentence(text: PublicText) -> Parts:
    """Its parts up to the first 。 outside brackets, or the first line break, with it."""
    kept: list[Part] = []
    depth = 0
    for part in text.parts:
        if isinstance(part, str):
            for match in _SENTENCE_END.finditer(part):
                before = part[: match.start()]
                ends = match.group() == "\n" or not _depth(before, depth)
                if ends and (kept or before.strip()):
                    return (*kept, part[: match.end()].rstrip("\n"))
            depth = _depth(part, depth)
        kept.append(part)
    return tuple(kept)


def _depth(text: str, depth: int) -> int:
    """How many brackets are open behind a text, where `depth` were before it."""
    for character in text:
        depth = max(0, depth + (character in "（(「『") - (character in "）)」』"))
    return depth


def plain(text: PublicText | Parts) -> str:
    """The words alone, without Markdown, on one line: for titles, attributes and comparisons."""
    return " ".join(words_of(text).split())


def words_of(text: PublicText | Parts) -> str:
    """The words alone, without Markdown, in the lines of their author: for data."""
    parts = text.parts if isinstance(text, PublicText) else text
    if any(isinstance(part, str) and _MARKDOWN.search(part) for part in parts):
        shown = "".join(_tree(_with_sentinels(parts)).itertext())
        whole = _SENTINEL.sub(lambda match: shown_part(parts[_index(match)]), shown)
    else:
        whole = "".join(map(shown_part, parts))
    return whole.strip("\n")


def html_of(parts: Parts) -> Markup:
    """Parts as HTML."""
    if any(isinstance(part, str) and _MARKDOWN.search(part) for part in parts):
        rendered = _serialised(_tree(_with_sentinels(parts)))
        return Markup(_SENTINEL.sub(lambda match: special_html(parts[_index(match)]), rendered))  # noqa: S704 -- escaped by _serialised
    return Markup("".join(_characters(part) if isinstance(part, str) else special_html(part) for part in parts))  # noqa: S704 -- by _characters


def split(parts: Parts, at: re.Pattern[str]) -> list[Parts]:
    """Stretches between the matches of a pattern in the typed strings; blank stretches are left out."""
    stretches: list[list[Part]] = [[]]
    for part in parts:
        if not isinstance(part, str):
            stretches[-1].append(part)
            continue
        first, *rest = at.split(part)
        stretches[-1].append(first)
        stretches.extend([piece] for piece in rest)
    return [tuple(found) for stretch in stretches if (found := _trimmed(stretch))]


def _trimmed(stretch: list[Part]) -> list[Part]:
    if stretch and isinstance(stretch[0], str):
        stretch = [stretch[0].lstrip("\n"), *stretch[1:]]
    if stretch and isinstance(stretch[-1], str):
        stretch = [*stretch[:-1], stretch[-1].rstrip()]
    return [part for part in stretch if part != ""]


def _characters(text: str) -> str:
    """Typed characters, escaped; dates, counts and numbers that must not break are held together."""
    shown = str(escape(text))
    if _HAS_DIGIT.search(shown):
        shown = UNBROKEN.sub(r'<span class="k-nb">\g<0></span>', shown)
    return shown.replace("\n", "<br>\n")


def special_html(part: Part) -> str:
    """What stands for a withheld word or a kept slip."""
    if isinstance(part, Redacted):
        return _withheld(part)
    if isinstance(part, str):
        return _characters(part)
    return f'<span class="k-verbatim">{_characters(part.text)}</span>{escape(word("inline.verbatim"))}'


@lru_cache(maxsize=512)
def _withheld(part: Redacted) -> str:
    if part.letter:
        return str(escape(part.letter))
    # A label and no hidden text: what is copied from the page, and what verify reads, stays the sentence as it is.
    heard = word("inline.withheld", kind=part.kind.value)
    return f'<span class="k-withheld" role="img" aria-label="{escape(heard)}">{escape(part.shown)}</span>'


def _with_sentinels(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else _sentinel(index) for index, part in enumerate(parts))


def _sentinel(index: int) -> str:
    digits = "".join(chr(ord(_DIGIT_ZERO) + int(digit)) for digit in str(index))
    return f"{SENTINEL_FIRST}{digits}{SENTINEL_LAST}"


def _index(match: re.Match[str]) -> int:
    return int("".join(str(ord(digit) - ord(_DIGIT_ZERO)) for digit in match[1]))


class _Link(LinkInlineProcessor):
    """A link whose text and target end within LONGEST characters: for each open bracket the rest was read again."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 -- Python-Markdown's name
        """What stands between [ and ]."""
        return super().getText(data[: index + LONGEST], index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 -- as above
        """What stands between ( and )."""
        return super().getLink(data[: index + LONGEST], index)


@cache
def _inline() -> InlineProcessor:
    """Markdown with nothing left of it but strong text and links."""
    md = Markdown()
    md.inlinePatterns = Registry()
    md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(SimpleTagInlineProcessor(_STRONG, "strong"), "strong", 60)
    processor = InlineProcessor(md)
    md.treeprocessors.register(processor, "inline", 20)  # where a link's pattern looks for its stash
    return processor


def _tree(text: str) -> Element:
    """One element that holds the text with its strong words and links as children."""
    root, child = Element("div"), Element("p")
    child.text = text
    root.append(child)
    _inline().run(root)
    return child


def _serialised(element: Element) -> str:
    return _characters(element.text or "") + "".join(map(_child, element))


def _child(element: Element) -> str:
    inside, after = _serialised(element), _characters(element.tail or "")
    if element.tag == "strong":
        return f"<strong>{inside}</strong>{after}"
    target = element.get("href", "")
    if element.tag == "a" and target and _SAFE_TARGET.match(target) and not _UNSAFE_CHARACTER.search(target):
        return f'<a href="{escape(target)}">{inside}</a>{after}'
    return inside + after
