"""What a screen reader says of withheld words and letters, taken from Chromium's accessibility tree of a real page."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from conftest import ROOT, Quiet

from generator.redaction.kinds import Kind

SOUND = Path(__file__).parents[1] / "broken/sound"
NAME = "2026-05-20-hokenryo-gosofu"
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
TYPE = "事案種別: 誤送付"
EVERYWHERE = """原因:
  - 見出し: ［氏名］さんの件
    内容: |
      **［氏名］**さんが[［氏名］さんの案内](https://town.haru.example/)を見て、［氏名＝職員Ａ］に話しました。
  - 表:
      見出し: ［氏名］さんの表
      列: [誰, 連絡先]
      行:
        - [［氏名＝職員Ａ］, ［電話］]
  - 項目:
      ［氏名］さん: ［住所］の家
  - 注: ［メール］は返信に使いました。
"""
WHY = "庁内の審査会で広げずに示すと決めたため"
WEIGHED = f"  特定の検討:\n    - 手がかり: 少ない人数\n      理由: {WHY}\n"
KINDS = "概要: |\n" + "".join(f"  ここは［{kind.value}］です。\n" for kind in Kind)


def record() -> str:
    """A sound record with every kind of mark, and marks in every sort of block."""
    text = (SOUND / "disclosures" / f"{NAME}.yml").read_text(encoding="utf-8")
    start, end = text.index("概要: |"), text.index("影響:")
    text = text[:start] + KINDS + text[end:]
    cast = f"{TYPE}\n登場者:\n  - {{仮名: 職員Ａ, 区分: 職員}}\n要約: ［氏名］さん宛ての通知を、別の方に送りました。"
    text = text.replace("  状態: 公開\n", f"  状態: 公開\n{WEIGHED}")
    return text.replace(CAUSE + "\n", EVERYWHERE).replace(TYPE, cast)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site whose only record is that one."""
    town = tmp_path_factory.mktemp("marked")
    (town / "disclosures").mkdir()
    (town / "settings.yml").write_bytes((SOUND.parent / "settings.yml").read_bytes())
    (town / "disclosures" / f"{NAME}.yml").write_text(record(), encoding="utf-8")
    command = [sys.executable, "-m", "generator.cli", "build", "--now", "2026-06-01T12:00"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=town, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return town / "site"


@pytest.fixture(scope="module")
def marked(built):
    """Its address."""
    handler = functools.partial(Quiet, directory=str(built))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def opened(chromium, marked):
    """Opens a page of that site."""
    context = chromium.new_context()

    def page_of(address):
        page = context.new_page()
        page.goto(marked + address)
        return page

    yield page_of
    context.close()


def said(page):
    """(role, name) of everything a screen reader says of a page, in order; an image is said by its name alone."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def of(node):
        role = node.get("role", {}).get("value", "")
        if role == "complementary":  # the legend, which shows what a withheld word looks like
            return
        if not node["ignored"] and role != "InlineTextBox":
            yield role, node.get("name", {}).get("value", "")
        if role != "image":  # its children are presentational (WAI-ARIA 1.2, 5.2.8)
            for child in node.get("childIds", ()):
                yield from of(by_id[child])

    return list(of(nodes[0]))


def test_what_was_weighed_is_on_no_page(built):
    """Why something is published although it tells who is meant stays in the record."""
    pages = [path.read_text(encoding="utf-8") for path in built.rglob("*.html") if path.parent.name != "glossary"]
    assert sum("介護保険料の" in page for page in pages) > 1
    assert [page for page in pages if WHY in page or "審査会" in page] == []


def test_each_kind_is_heard_as_a_sentence(opened):
    """Each of the 17 kinds is heard as «氏名は伏せています» where it stands in its sentence, and seen as 〔氏名〕."""
    page = opened(f"/incidents/{NAME}/")
    leaves = [name for role, name in said(page) if role in {"StaticText", "image"}]
    first = leaves.index("ここは")
    assert leaves[first : first + 3 * len(Kind)] == [
        part for kind in Kind for part in ("ここは", f"{kind.value}は伏せています", "です。")
    ]
    seen = page.locator("main").inner_text()
    assert [kind.value for kind in Kind if f"ここは〔{kind.value}〕です。" not in seen] == []


def test_brackets_are_never_spelt_out(opened):
    """Outside the legend nobody hears 〔 and 〕, on no page that shows the record."""
    for address in ("/", "/incidents/", "/years/2026/", f"/incidents/{NAME}/"):
        told = said(opened(address))
        assert [name for role, name in told if role == "StaticText" and ("〔" in name or "〕" in name)] == []
        assert ("image", "氏名は伏せています") in told, address


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("heading", "氏名は伏せています さんの件"),
        ("link", "氏名は伏せています さんの案内"),
        ("table", "氏名は伏せています さんの表"),
        ("term", "氏名は伏せています さん"),
        ("cell", "電話は伏せています"),
    ],
)
def test_what_is_named_by_a_withheld_word(opened, role, name):
    """A heading, a link, a table, a term and a cell have names that say what is withheld in them."""
    assert (role, name) in said(opened(f"/incidents/{NAME}/"))


def test_a_letter_is_heard_as_it_is_read(opened):
    """A letter is plain text inside its sentence and the name of its cell, and no stop of its own."""
    told = said(opened(f"/incidents/{NAME}/"))
    assert ("StaticText", "を見て、職員Ａに話しました。") in told
    assert [name for role, name in told if role in {"rowheader", "cell"} and "職員" in name] == ["職員Ａ"]
    assert [name for role, name in told if role == "image" and "職員" in name] == []


def test_no_rule_of_accessibility_is_broken_by_withheld_words(opened, axe):
    """axe-core finds nothing on a page with every kind of mark in every sort of block."""
    page = opened(f"/incidents/{NAME}/")
    page.evaluate(axe)
    assert page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"] == []
