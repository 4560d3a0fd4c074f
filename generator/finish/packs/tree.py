"""A built page as a tree, to take parts of it: strict, so that nothing is cut in the wrong place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input"}
    | {"link", "meta", "param", "source", "track", "wbr"}
)
"""The elements that have no end tag."""


class Unclear(Exception):
    """The tags of a page do not nest; `line` and `column` say where, both from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Element:
    """An element with all that is in it."""

    name: str
    """Its name, in small letters."""
    attributes: Mapping[str, str | None]
    """Its attributes, names in small letters, values decoded; None for one without a value."""
    children: tuple[Element | str, ...]
    """What is in it; texts are decoded."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes it has."""
        return frozenset((self.attributes.get("class") or "").split())


def parsed(page: str) -> Element:
    """The page as one element without a name, whose children are those of the page."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    return builder.whole()


def elements(tree: Element) -> Iterator[Element]:
    """The element and all in it, in the order of the page."""
    waiting: list[Element | str] = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, str):
            yield node
            waiting += reversed(node.children)


def text(tree: Element, without: Callable[[Element], bool] = lambda _: False) -> str:
    """All text in an element, as it is written, but for what is in elements to leave out."""
    return "".join(
        child if isinstance(child, str) else "" if without(child) else text(child, without)
        for child in tree.children
    )


def rebuilt(tree: Element, change: Callable[[Element], Element | None]) -> Element | None:
    """The tree with each element changed, what holds others first; None takes one out with all in it."""
    changed = change(tree)
    if changed is None:
        return None
    children = tuple(c if isinstance(c, str) else rebuilt(c, change) for c in changed.children)
    kept = tuple(child for child in children if child is not None)
    return Element(changed.name, changed.attributes, kept)


def markup(tree: Element) -> str:
    """The element as HTML."""
    pieces: list[str] = []
    _write(tree, pieces)
    return "".join(pieces)


def _write(node: Element, pieces: list[str]) -> None:
    pieces.append(f"<{node.name}")
    for name, value in node.attributes.items():
        pieces.append(f" {name}" if value is None else f' {name}="{escape(value)}"')
    pieces.append(">")
    for child in node.children:
        if isinstance(child, str):
            pieces.append(escape(child, quote=False))
        else:
            _write(child, pieces)
    if node.name not in VOID:
        pieces.append(f"</{node.name}>")


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    attributes: dict[str, str | None]
    where: tuple[int, int]
    children: list[Element | str] = field(default_factory=list)

    def closed(self) -> Element:
        return Element(self.name, self.attributes, tuple(self.children))


class _Builder(HTMLParser):
    """Builds the tree; where a browser would have to guess at the nesting, it stops."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Open("", {}, (1, 0))]

    def whole(self) -> Element:
        """The page, once all of it was fed."""
        if len(self._open) > 1:
            self._stop(f"`<{self._open[-1].name}>` is never closed.", self._open[-1].where)
        return self._open[0].closed()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = _Open(tag, dict(attrs), self.getpos())
        if tag in VOID:
            self._open[-1].children.append(one.closed())
        else:
            self._open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in VOID:
            return
        if not any(outer.name in ("svg", "math") for outer in self._open):
            self._stop(f"`<{tag}/>` does not close itself outside a drawing.", self.getpos())
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        last = self._open[-1]
        if tag != last.name:
            inside = f"inside `<{last.name}>`" if last.name else "where nothing is open"
            self._stop(f"`</{tag}>` stands {inside}.", self.getpos())
        self._open.pop()
        self._open[-1].children.append(last.closed())

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _stop(self, message: str, where: tuple[int, int]) -> None:
        line, column = where
        raise Unclear(message, line, column + 1)
