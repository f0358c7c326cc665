"""The one Jinja environment: escapes everything, knows no undefined name, takes public text and nothing rawer.

A template gets one declared context (`page`) and the words of ja.toml; it holds layout, not decisions.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.pages.blocks import block_name, deeper, grid, items
from generator.pages.formats import bare_html, count_text, mail_html, phone_html, time_html, version_html
from generator.pages.inline import html_of, inline_html, paragraphs_html, plain
from generator.pages.links import relative
from generator.pages.phrases import phrases_html
from generator.pages.states import GLYPHS
from generator.records.content import Standing
from generator.records.vocabulary import Unit
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

FILTERS: dict[str, Callable[..., Any]] = {
    "phrases": phrases_html,
    "words": html_of,
    "paragraphs": paragraphs_html,
    "block_name": block_name,
    "items": items,
    "grid": grid,
    "deeper": deeper,
    "sign": lambda word: GLYPHS.get(word, ""),
    "time": time_html,
    "people": partial(count_text, unit=Unit.PERSON),
    "version": version_html,
    "phone": phone_html,
    "bare": bare_html,
    "mail": mail_html,
    "plain": plain,
    "relative": relative,
}


def render(template: str, page: object) -> Markup:
    """A template of generator/templates with its context, as HTML."""
    return Markup(_template(template).render(page=page))  # noqa: S704 -- the environment escapes


@cache
def environment() -> Environment:
    """Made once; it caches the compiled templates."""
    made = Environment(
        loader=PackageLoader("generator"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.globals["word"] = word
    made.filters.update(FILTERS)
    made.tests["has_status"] = lambda value: isinstance(value, Standing)
    return made


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)


def _shown(value: Any) -> Any:
    """Public text becomes HTML here; None shows that a template forgot to ask (raw text refuses by itself)."""
    if isinstance(value, PublicText):
        return inline_html(value)
    if value is None:
        raise TypeError("a template printed None")
    return value
