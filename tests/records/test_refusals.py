"""Whatever is typed where: a value is read, or somebody is told why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typed_records import shaped

from generator.records.common_shape import HEAD_KEYS
from generator.records.incident_shape import EVENT, EVENT_GROUP, INCIDENT, PROMISE
from generator.records.shapes import Fields
from generator.settings import SETTINGS

if TYPE_CHECKING:
    from generator.records.shapes import Key

VALUES = {
    "nothing": "",
    "an empty text": '""',
    "a space": '" "',
    "a word": "確認",
    "a number": "12",
    "a sentence": "5月12日に、2通を送った。",
    "two lines": "|\n  一行目\n  二行目\n",
    "an empty list": "[]",
    "a list": "- 一\n- 二\n",
    "a list in a list": "- - 一\n",
    "a list of nothing": "-\n",
    "an empty mapping": "{}",
    "a strange mapping": "左: 右\n",
    "a list of strange mappings": "- 左: 右\n  上: 下\n",
    "a status": "状態: 調査中\n",
    "a status of nothing": "状態:\n",
    "a heading": "見出し: 一\n内容: 二\n",
    "a heading in a heading": "見出し: 一\n内容:\n  見出し: 二\n  内容: 三\n",
    "half a heading": "見出し: 一\n",
    "rows": "一覧:\n  - 内容: 一\n",
    "rows of nothing": "一覧: []\n",
    "a count": "値: 一\n単位: 匹\n",
    "a table": "表:\n  列: [一]\n  行:\n    - [二, 三]\n",
    "a day that never was": "令和8年2月30日",
    "a range turned round": "令和8年5月2日～5月1日",
}
KEYS: list[Key] = [*INCIDENT.keys, *HEAD_KEYS, *EVENT.keys, *EVENT_GROUP.keys, *PROMISE.keys, *SETTINGS.keys]
INNER: list[Key] = [inner for key in KEYS if isinstance(key.shape, Fields) for inner in key.shape.keys]


@pytest.mark.parametrize("name", VALUES)
def test_nothing_is_refused_in_silence(name: str) -> None:
    """For every key, a value that can't be read raises a problem that is an error: nothing typed disappears unsaid."""
    silent = []
    for key in (*KEYS, *INNER):
        found, codes = shaped(key.shape, VALUES[name])
        if found is None and not [code for code in codes if code.startswith("E")]:
            silent.append(key.name)
    assert silent == []
