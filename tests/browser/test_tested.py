"""What /accessibility/ says of the tests is what they do: versions, widths, kinds of pages, and every line of it."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from generator.pages.tested import what_was_tested

HERE = Path(__file__).parent
PACKAGES = re.findall('"([a-z-]+@[0-9.]+)"', (HERE / "conftest.py").read_text(encoding="utf-8"))
"""What the browser tests fetch from the npm registry."""

TESTS = {
    f"{path.stem}::{node.name}": (node, module)
    for path in HERE.glob("test_*.py")
    for module in [ast.parse(path.read_text(encoding="utf-8"))]
    for node in module.body
    if isinstance(node, ast.FunctionDef)
}
NARROWEST = 300
"""Whole numbers from here on in a test of windows are their widths; heights are 900."""


def widths(name):
    """The widths of the windows that a test opens: in its own lines, in its table, in a table of its file."""
    node, module = TESTS[name]
    named = {found.id for one in node.decorator_list for found in ast.walk(one) if isinstance(found, ast.Name)}
    tables = [one for one in module.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in named]
    nodes = [node, *tables]
    numbers = {n.value for one in nodes for n in ast.walk(one) if isinstance(n, ast.Constant) and type(n.value) is int}
    return {number for number in numbers if NARROWEST <= number < 2000} - {900}


def test_versions():
    """The page names the checkers that are run, and the version of kohyo they were run on."""
    assert {f"{tool.package}@{tool.version}" for tool in what_was_tested().tools} == set(PACKAGES)
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert what_was_tested().version == project["version"]


@pytest.mark.parametrize("check", what_was_tested().checks, ids=lambda check: check.tests[0])
def test_every_line_has_its_tests(check):
    """Each line of the page names tests that exist, at the widths at which they look."""
    assert [name for name in check.tests if name not in TESTS] == []
    found = set().union(*map(widths, check.tests))
    assert found == set(check.widths) or not check.widths


def test_kinds_of_pages(addresses):
    """Every page of the example is of a kind that the page names, and each kind it names is there."""

    def kinds(address):
        return [
            kind.says
            for kind in what_was_tested().kinds
            if re.fullmatch(kind.address, address) and not (kind.unless and re.fullmatch(kind.unless, address))
        ]

    found = {address: kinds(address) for address in addresses}
    assert {address for address, says in found.items() if not says} == set()
    assert {kind.says for kind in what_was_tested().kinds} == {says for all_says in found.values() for says in all_says}
