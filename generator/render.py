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
    )
    made.filters["in_markdown"] = in_markdown
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made


def render(page: Page, environment: Environment) -> str:
    """Give a page's file: front matter, then headings in Markdown between blocks of HTML."""
    return environment.get_template(page.template).render(view=page.view)


def in_markdown(text: str) -> Markup:
    """Escape a text for a line of Markdown, such as a heading; elsewhere autoescape is enough."""
    flat = " ".join(text.split())
    return escape(_PUNCTUATION.sub(r"\\\1", flat))
