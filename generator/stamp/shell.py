"""The shell of a kind of page: the engine's page of a specimen, cut where pages differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from generator.stamp.source import Heading, Source

_CONTENT = '<h2 id="zz-toc-id">zz-toc-title</h2>\n<p>zz-content</p>'
_CONTENT_ALONE = "<p>zz-content</p>"
_ITEM = re.compile(r"^.*zz-toc-id.*zz-toc-title.*\n", re.MULTILINE)
_SIGN = re.compile(r"zz-(?:&lt;|<)([a-z]+)-zz|zz-step-(\d)-zz(?:-again)*")


@dataclass(frozen=True, slots=True)
class ShellKey:
    """What decides a shell: pages of one key differ in nothing but their own words."""

    folder: str
    """The first part of the address (`articles`), or empty for the top: links to it are shorter."""
    depth: int
    """How many folders deep the page stands."""
    kind: str
    """The kind of page, as its front matter says."""
    names: tuple[str, ...]
    """The words of its front matter that the theme may print, sorted."""
    flags: tuple[str, ...]
    """Its front matter's switches that are on, sorted."""
    listed: bool
    """Whether it has headings for a table of contents."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The shell, ready to be filled."""

    pieces: tuple[str, ...]
    """The text between the slots: one more than there are slots."""
    slots: tuple[str, ...]
    """What goes between: `content`, `toc`, `<title` (escaped), `title` (as it is), `/1` (a step)."""
    item: str
    """A line of the table of contents, with signs for its anchor and its words."""

    def fill(self, path: str, source: Source) -> str:
        """Give the page at a path under `docs/` as the engine would."""
        steps = path.split("/")
        made = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            made.append(self._filled(slot, source, steps))
            made.append(piece)
        return "".join(made)

    def _filled(self, slot: str, source: Source, steps: list[str]) -> str:
        if slot == "content":
            return source.body
        if slot == "toc":
            return "".join(map(self._line, source.headings))
        if slot[0] == "/":
            return steps[int(slot[1:])]
        if slot[0] == "<":
            return str(escape(source.front[slot[1:]]))
        return str(source.front[slot])

    def _line(self, heading: Heading) -> str:
        return self.item.replace("zz-toc-id", heading.id).replace("zz-toc-title", heading.title)


def key_of(path: str, front: Mapping[str, str | bool], listed: bool) -> ShellKey:
    """Give the key of the page at a path under `docs/`."""
    folder, _, rest = path.rpartition("/")[0].partition("/")
    depth = 0 if not folder else 1 + (rest.count("/") + 1 if rest else 0)
    return ShellKey(
        folder,
        depth,
        str(front["kind"]),
        tuple(sorted(n for n, v in front.items() if isinstance(v, str) and n != "kind")),
        tuple(sorted(name for name, value in front.items() if value is True)),
        listed,
    )


def shell_of(page: str) -> Shell:
    """Cut the engine's page of a specimen at the signs in it."""
    item = _ITEM.search(page.replace(_CONTENT, ""))
    line = item[0] if item else ""
    page = page.replace(_CONTENT, "zz-<content-zz").replace(_CONTENT_ALONE, "zz-<content-zz")
    if line:
        page = page.replace(line, "zz-<toc-zz")
    pieces: list[str] = []
    slots: list[str] = []
    end = 0
    for sign in _SIGN.finditer(page):
        pieces.append(page[end : sign.start()])
        end = sign.end()
        name, step = sign.groups()
        if step:
            slots.append(f"/{step}")
        elif name in ("content", "toc"):
            slots.append(name)
        else:
            slots.append(name if sign[0].startswith("zz-<") else f"<{name}")
    return Shell((*pieces, page[end:]), tuple(slots), line)
