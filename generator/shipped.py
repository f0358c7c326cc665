"""Where the files that ship with kohyo lie: the root of a checkout, or `generator/_shipped` of an installed wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_WHEEL = _HERE / "_shipped"


def shipped(name: str) -> Path:
    """The path of `mkdocs.yml` or `theme_overrides`; FileNotFoundError where an installation is incomplete."""
    root = _WHEEL if _WHEEL.is_dir() else _HERE.parent
    return (root / name).resolve(strict=True)
