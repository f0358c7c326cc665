"""The MkDocs project of one build: its mkdocs.yml, made of the shipped one, the site's own and what kohyo decides.

A site's own mkdocs.yml is for its looks (a folder of templates, more style sheets).  What would run
code, send readers elsewhere or publish another folder is refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from generator.problems import Place, Problem
from generator.publish.shell_words import shell_words, site_name
from generator.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.settings import Settings

REFUSED = ("hooks", "INHERIT", "edit_uri", "edit_uri_template", "nav", "exclude_docs", "draft_docs", "site_dir")
"""Keys of MkDocs that run code (hooks), read another file, link to the sources, or choose what is published."""

WITHOUT_PLUGINS: tuple[object, ...] = (None, [], {})


@dataclass(frozen=True, slots=True)
class Own:
    """What a site's own mkdocs.yml says, and the folder its paths begin in."""

    values: Mapping[str, Any]
    folder: Path | None = None

    @property
    def templates(self) -> Path | None:
        """The folder of `theme.custom_dir`, laid over the shipped one."""
        theme = self.values.get("theme")
        named = theme.get("custom_dir") if isinstance(theme, dict) else None
        return (self.folder / str(named)).resolve() if self.folder and named else None


@dataclass(frozen=True, slots=True)
class Project:
    """A project as MkDocs reads it, and the folders of templates in the order they are searched."""

    config_file: Path
    templates: tuple[Path, ...]


def read_own(mkdocs_yml: Path | None) -> tuple[Own, list[Problem]]:
    """The site's own mkdocs.yml, and every reason not to use it."""
    if mkdocs_yml is None:
        return Own({}), []
    start = Place(mkdocs_yml.name, 1, 1)
    try:
        # A tag such as !ENV or !!python/name is an error here: it reads the machine's environment or runs code.
        # Not libyaml, which crashes on deep nesting.
        values = yaml.load(mkdocs_yml.read_bytes(), yaml.SafeLoader)
        json.dumps(values)
    except (yaml.YAMLError, RecursionError, TypeError, ValueError):
        return Own({}), [Problem("E901", start)]
    if not isinstance(values, dict):
        return Own({}), [Problem("E901", start)]
    own = Own(values, mkdocs_yml.parent)
    return own, [Problem(code, start, key) for code, key in _refusals(own)]


def _refusals(own: Own) -> Iterator[tuple[str, str]]:
    values = own.values
    theme = values.get("theme", "material")
    of_theme = theme if isinstance(theme, dict) else {"name": theme}
    for key in REFUSED:
        if key in values and values[key] != _shipped_values().get(key):
            yield "E902", key
    if values.get("plugins") not in WITHOUT_PLUGINS:
        yield "E903", "plugins"
    if "docs_dir" in values and values["docs_dir"] != _shipped_values()["docs_dir"]:
        yield "E904", "docs_dir"
    if of_theme.get("font", False) is not False:
        yield "E905", "theme.font"
    if of_theme.get("name", "material") != "material":
        yield "E906", "theme.name"
    if own.templates is not None and not own.templates.is_dir():
        yield "E907", "theme.custom_dir"
    if own.folder is not None and own.templates is not None and _holds_sources(own.templates, own.folder.resolve()):
        yield "E909", "theme.custom_dir"


def _holds_sources(templates: Path, folder: Path) -> bool:
    """MkDocs copies whatever lies in a folder of templates into the site, even raw YAML."""
    return folder.is_relative_to(templates) or templates.is_relative_to(folder / "disclosures")


def write_project(  # noqa: PLR0913, PLR0917 - everything MkDocs is told
    work: Path, staged: Path, settings: Settings, own: Own, made: Collection[str], copied: date | None = None
) -> Project:
    """Write `work/mkdocs.yml`: complete, so that MkDocs and its heirs can build the same page folder from it.

    `made`: the addresses of the pages in that folder; `copied`: the day of a copy that is read from a disk.
    """
    overrides = shipped("theme_overrides")
    templates = (own.templates, overrides) if own.templates and own.templates != overrides else (overrides,)
    merged = {
        **_shipped_values(),
        **own.values,
        **{key: _shipped_values()[key] for key in ("plugins", "nav", "not_in_nav", "exclude_docs")},
        "site_name": site_name(settings),
        "site_url": f"{settings.site_url}/",
        "docs_dir": str(work / "docs"),
        "site_dir": str(staged),
        "use_directory_urls": True,
        "theme": {**_mapping(own.values.get("theme")), **_theme(templates[0])},
        "extra": {**_mapping(own.values.get("extra")), "kohyo": shell_words(settings, made, copied)},
    }
    config_file = work / "mkdocs.yml"
    config_file.write_text(json.dumps(merged, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    return Project(config_file, templates)


def _theme(templates: Path) -> dict[str, Any]:
    return {"name": "material", "custom_dir": str(templates), "font": False}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _shipped_values() -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(shipped("mkdocs.yml").read_bytes(), yaml.CSafeLoader)
    return values
