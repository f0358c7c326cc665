"""What a template may print."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from generator.pages.environment import environment
from generator.problems import Place
from generator.text import PublicText, RawText


class Origin:
    """Where an invented text came from."""

    def place(self, offset):
        """One line only."""
        return Place("disclosures/a.yml", 1, offset + 1)

    def span(self, start, end):
        """As in the text."""
        return start, end


def show(source, value):
    """One expression of a template."""
    return environment().from_string(source).render(page=value)


@pytest.mark.parametrize("source", ["{{ page }}", "{{ page | phrases }}", "{{ page | plain }}", "{{ page | safe }}"])
def test_raw_text_never_renders(source):
    """A template that is handed a raw text fails instead of printing it."""
    with pytest.raises((TypeError, AttributeError)) as raised:
        show(source, RawText("架空花子", Origin()))
    assert "架空" not in str(raised.value)


def test_public_text_renders():
    """A public text is rendered as inline HTML, a plain string is escaped."""
    assert show("{{ page }}", PublicText(("**<太字>**",))) == "<strong>&lt;太字&gt;</strong>"
    assert show("{{ page }}", "**<太字>**") == "**&lt;太字&gt;**"


def test_none_and_undefined_fail():
    """A hole in a page is our mistake and stops the build."""
    with pytest.raises(TypeError):
        show("{{ page }}", None)
    with pytest.raises(UndefinedError):
        show("{{ page.nothing }}", "x")
