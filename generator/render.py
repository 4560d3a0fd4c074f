"""From a page to the text of its Markdown file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.pages.page import Page

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
_SPECIAL = re.compile("[&<>'\"\n\r]")


class _Lean(CodeGenerator):
    """Writes templates in which `written` escapes each value, and `view.title` is what Python means by it.

    A page says thousands of values, and most of a page's time would go into wrapping each of them,
    and into asking whether a view might be a dictionary.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(finalize.src or "")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Lean

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Say of a name that a view does not have what Jinja says of one that is missing."""
        try:
            super().handle_exception(source)
        except AttributeError as error:
            raise UndefinedError(str(error)) from error


def environment(templates: Path, compiled: BytecodeCache | None = None) -> Environment:
    """Make the one Jinja environment: everything is escaped, and no name may be missing.

    `compiled` may keep templates as they were compiled.
    """
    made = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=written,
        bytecode_cache=compiled,
    )
    made.filters["in_markdown"] = in_markdown
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def render(page: Page, environment: Environment) -> str:
    """Give a page's file: front matter, then headings in Markdown between blocks of HTML."""
    return environment.get_template(page.template).render(view=page.view)


def written(value: object) -> str:
    """Give a value as a page holds it: escaped, but for markup.

    An author's text loses its line ends: a line that begins with `#` would be a heading.
    """
    if type(value) is str:  # most of them by far
        return escape(_flat(value)) if _SPECIAL.search(value) else value
    if type(value) is int:
        return str(value)
    return escape(value) if hasattr(value, "__html__") else written(str(value))


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def in_markdown(text: str) -> Markup:
    """Escape a text for a line of Markdown, such as a heading; elsewhere autoescape is enough."""
    flat = " ".join(text.split())
    return escape(_PUNCTUATION.sub(r"\\\1", flat))
