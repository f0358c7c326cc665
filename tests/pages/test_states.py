"""状態 of an announcement."""

from __future__ import annotations

import pytest

from generator.pages.states import State, open_sections, state_of

OPEN = "\n  状態: {}\n  説明: 確かめています。"
DOING = "\n  - 内容: 研修を行う。\n    状況: {}"


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        pytest.param({}, State.CLOSED, id="single-nothing-open"),
        pytest.param({"原因": OPEN.format("調査中")}, State.INVESTIGATING, id="single-cause-unknown"),
        pytest.param({"影響": "\n  人数:\n    値: 3\n    性質: 調査中"}, State.INVESTIGATING, id="count-open"),
        pytest.param({"影響": "\n  人数: 1人\n  児童生徒: 調査中"}, State.INVESTIGATING, id="presence-unknown"),
        pytest.param({"原因": "\n  - 設定の誤り。\n  - 状態: 調査中"}, State.INVESTIGATING, id="cause-known-in-part"),
        pytest.param({"処分": OPEN.format("検討中")}, State.RESPONDING, id="single-dispositions-considered"),
        pytest.param({"処分": OPEN.format("不明")}, State.CLOSED, id="not-known-is-not-open"),
        pytest.param({"再発防止策": DOING.format("予定")}, State.RESPONDING, id="single-promise-open"),
        pytest.param({"再発防止策": DOING.format("実施済")}, State.CLOSED, id="single-promise-kept"),
        pytest.param({"再発防止策": DOING.format("中止")}, State.CLOSED, id="single-promise-stopped"),
        pytest.param({"発表区分": "第一報", "事案番号": "c"}, State.RESPONDING, id="first-report"),
        pytest.param({"発表区分": "続報", "事案番号": "c"}, State.RESPONDING, id="follow-up"),
        pytest.param(
            {"発表区分": "最終報", "事案番号": "c", "再発防止策": DOING.format("実施中")},
            State.CLOSED,
            id="final-report",
        ),
    ],
)
def test_state(incident, changed, state):
    """The state follows from the stage, what is open and the unfinished measures."""
    assert state_of(incident(**changed)) is state


def test_open_sections(chain):
    """What is open is listed in the order of the page."""
    assert [name for name, _ in open_sections(chain[0])] == ["causes", "dispositions", "prevention"]
