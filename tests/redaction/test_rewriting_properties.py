"""Properties of rewriting: whatever is planted wherever and typed however, it leaves, and nothing else moves."""

from __future__ import annotations

import os
import re

import yaml
from clearing import PATH, planned, still_held
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from settled_records import CAUSE
from typed_records import sound

from generator.redaction.scan import Scanner

SCANNER = Scanner()
EXAMPLES = int(os.environ.get("KOHYO_EXAMPLES", "60"))
PLANTED = (
    "担当の榎並 涼介さん",
    "［氏名：長谷部 弓彦］",
    "［氏名＝職員Ａ：長谷部 弓彦］",
    "携帯 090-5555-0142",
    "携帯０９０５５５５０１４３",
    "個人番号 1234 5678 9018",
    "enami@example.net",
    "汐名町浜通3丁目14番5号",
    "生年月日：昭和48年2月3日",
    "湘南 300 さ 12-34",
    "［原文：榎並 涼介さんえ］",
)
ORIGINALS = re.compile("榎並|涼介|長谷部|弓彦|0142|０１４３|9018|enami|浜通|48年|12-34")
WORDS = (
    "通知書を送った。",
    "窓口で確かめた。",
    "（2件）",
    "、",
    "「控え」",
    "［氏名］",
    "［氏名＝職員Ａ］",
    "（𠮷の字）。",
)
BLANKS = st.sampled_from(["。", "、", " ", "\u3000", "\n", "\n\n"])
TEXTS = st.lists(st.tuples(st.sampled_from(PLANTED + WORDS * 2), BLANKS), min_size=1, max_size=8).map(
    lambda parts: "".join(part + blank for part, blank in parts).strip()
)
STYLES = ("plain", "'", '"', "|", ">")


FORMS = st.tuples(st.sampled_from(STYLES), st.integers(8, 60), st.integers(0, 4))
"""A style, how wide its lines are, and which of its characters are escapes."""


def typed(text: str, form: tuple[str, int, int]) -> str:
    """The text as a value, as PyYAML writes it, or with escapes and broken lines of our own."""
    style, width, escape = form
    if style == '"' and escape:
        signs = (f"\\u{ord(c):04X}" if n % escape == 0 and ord(c) < 1 << 16 else c for n, c in enumerate(text))
        joined = "".join("\\n" if c == "\n" else "\\\\" if c == "\\" else c for c in signs)
        here = f"(.{{{width}}}[^\\\\0-9A-Fu])(?=[^ \u3000])"
        return re.sub(here, "\\1\\\\\n    ", f'原因: "{joined}"', count=3)
    shown = yaml.dump(
        {"原因": text}, allow_unicode=True, default_style=None if style == "plain" else style, width=width
    )
    return re.sub(r"""^['"]原因['"]""", "原因", shown.rstrip("\n") if style not in "|>" else shown)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS, FORMS, st.sampled_from(["\n", "\r\n"]))
def test_planted_identifiers_leave_and_nothing_else_moves(text, remark, form, ending) -> None:
    """Outside the marks every byte is kept in order; a second run changes nothing; nothing is found in the result."""
    value = typed(text, form)
    comment = "\n".join(f"# {line}" for line in remark.split("\n"))
    cast = "登場者:\n  - 仮名: 職員Ａ\n    区分: 職員"
    old = sound((CAUSE, f"{comment}\n{value}\n{cast}")).replace("\n", ending).encode()
    told = planned(old, SCANNER)
    codes = {problem.code for problem in told.problems}
    assert codes <= {"S401", "E413", "E404"}
    new = told.files.get(PATH, old)
    pieces = re.split("［[^］：]*］", new.decode())
    assert re.fullmatch(".*?".join(map(re.escape, pieces)), old.decode(), re.DOTALL)
    if not codes:
        assert not ORIGINALS.search(str(yaml.load(new, yaml.CBaseLoader)["原因"]))  # noqa: S506  # nothing but text
        assert still_held(new, SCANNER) == []
    if "E413" not in codes:
        again = planned(new, SCANNER)
        assert again.files == {}
        assert again.replaced == ()
