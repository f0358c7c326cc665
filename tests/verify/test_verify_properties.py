"""What holds for every text: nothing is lost in reading, nothing hides in writing."""

from __future__ import annotations

import string
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from generator.redaction.kinds import Kind
from generator.redaction.view import fold
from generator.redaction.withheld import Kept, Withheld
from generator.verify.excuses import NEIGHBOURS, Excuses
from generator.verify.flow import Flow, bare
from generator.verify.html import read_html
from generator.verify.markup import cut
from generator.verify.needles import Needles
from generator.verify.unit import Unit, Where

NAME = "砂越八重香"
OWNERS = frozenset({"2031-05-07-madoguchi"})

fragments = st.sampled_from([*"<>/!-=\"'&; abスt\n", "<!--", "-->", "<script>", "</script>", "<p ", "<![CDATA["])
markup = st.lists(fragments, max_size=40).map("".join)
written = st.text(st.sampled_from("砂越あがヵ゙ﾞｶ0０-ー２３　 \n\u200b\u0301㈱①ＡaZ…"), max_size=30)
word = st.text(string.ascii_lowercase + "砂越八重香漏えい。", min_size=1, max_size=8)


@given(markup)
def test_cutting_loses_nothing(text: str) -> None:
    """The pieces of a page, joined, are the page."""
    assert "".join(cut(text)) == text


@given(
    st.lists(st.tuples(word, st.sampled_from(["p", "span", "td", "em", "rt", "li", "script", "a", "svg"])), max_size=8)
)
def test_reading_loses_no_text(parts: list[tuple[str, str]]) -> None:
    """Every character between tags is in some unit, in order, but for scripts, which the tags keep."""
    source = "".join(f"<{tag}>{escape(text)}</{tag}>{escape(text)}" for text, tag in parts)
    expected = "".join(text * (1 if tag in ("script", "rt") else 2) for text, tag in parts)
    reading = read_html(source)
    assert reading.broken is None
    assert "".join(unit.text for unit in reading.units if unit.where is Where.SHOWN) == expected
    asides = "".join(unit.text for unit in reading.units if unit.where is Where.ASIDE)
    assert asides == "".join(text for text, tag in parts if tag == "rt")


@given(st.lists(written, max_size=4))
def test_every_position_leads_back(texts: list[str]) -> None:
    """For every character of a flow there are characters of a unit that fold to it."""
    flow = Flow([Unit(text, Where.SHOWN, 0) for text in texts])
    assert flow.text == "".join(map(bare, texts))
    for position, char in enumerate(flow.text):
        assert char in fold(flow.written(position, position + 1))


@given(st.lists(written, max_size=4), st.data())
def test_stretches_lead_back(texts: list[str], data: st.DataObject) -> None:
    """The stretch of a whole unit is what it folds to."""
    flow = Flow([Unit(text, Where.SHOWN, 0) for text in texts])
    for index, text in enumerate(texts):
        start, end = flow.stretch(index, 0, len(text))
        assert flow.text[start:end] == bare(text)
        cut_at = data.draw(st.integers(0, len(text)))
        assert flow.stretch(index, 0, cut_at)[1] == flow.stretch(index, cut_at, len(text))[0]


HIDING = (
    "",
    " ",
    "\u3000",
    "\n",
    "\u200b",
    "&shy;",
    "<wbr>",
    "<b></b>",
    "<!-- 係 -->",
    "<i>",
    "</i>",
    "<rt>係</rt>",
    "&#8203;",
)
writing = st.sampled_from((str, lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):X};", lambda c: f"<span>{c}</span>"))


@given(st.lists(st.tuples(st.sampled_from(HIDING), writing), min_size=len(NAME), max_size=len(NAME)), word, word)
def test_nothing_hides_a_name(how: list, before: str, after: str) -> None:
    """Whatever stands between its characters and however each is written, a withheld name is found."""
    name = "".join(hiding + write(char) for char, (hiding, write) in zip(NAME, how, strict=True))
    flow = Flow([u for u in read_html(f"<p>{before}{name}{after}</p>").units if u.where is Where.SHOWN])
    needles = Needles([Withheld(fold(NAME), Kind.NAME, OWNERS, everywhere=True)], [])
    assert any(needle.stands(flow, start, end, frozenset()) for needle, start, end in needles.find(flow.text))


@given(word, word, st.integers(1, NEIGHBOURS), st.booleans())
def test_excused_by_neighbours_only(before: str, after: str, far: int, left: bool) -> None:  # noqa: FBT001 -- drawn
    """A kept name is excused in its own text and outputs, and not once a near neighbour differs."""
    before, after = before.rjust(NEIGHBOURS, "右"), after.ljust(NEIGHBOURS, "左")
    kept = Kept(fold(before + NAME + after), len(before), len(before) + len(NAME), Kind.NAME, "official", OWNERS)
    excuses = Excuses([kept])
    span = len(before), len(before) + len(NAME)
    itself = Flow([Unit(before + NAME + after, Where.SHOWN, 0)])
    assert excuses.covers(itself, *span, OWNERS)
    assert not excuses.covers(itself, *span, frozenset({"another-record"}))
    if left:
        before = before[: len(before) - far] + "別" + before[len(before) - far + 1 :]
    else:
        after = after[: far - 1] + "別" + after[far:]
    other = Flow([Unit(f"あ{before}{NAME}{after}あ", Where.SHOWN, 0)])
    assert not excuses.covers(other, span[0] + 1, span[1] + 1, OWNERS)
