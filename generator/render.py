"""From a page to the text of its Markdown file."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.pages.page import Page

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!])")


def environment(templates: Path) -> Environment:
    """Make the one Jinja environment: everything is escaped, and no name may be missing."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=on_one_line,
    )
    made.filters["in_markdown"] = in_markdown
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def render(page: Page, environment: Environment) -> str:
    """Give a page's file: front matter, then headings in Markdown between blocks of HTML."""
    return environment.get_template(page.template).render(view=page.view)


def on_one_line(value: object) -> object:
    """Give an author's text without line ends: a line that begins with `#` would be a heading."""
    if type(value) is str and ("\n" in value or "\r" in value):
        return value.replace("\n", " ").replace("\r", " ")
    return value


def in_markdown(text: str) -> Markup:
    """Escape a text for a line of Markdown, such as a heading; elsewhere autoescape is enough."""
    flat = " ".join(text.split())
    return escape(_PUNCTUATION.sub(r"\\\1", flat))
