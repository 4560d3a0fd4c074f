"""Where an address on a page leads, or why it must not stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

FOR_READERS = frozenset({"https", "http", "mailto"})
"""What a link may begin with that leads out of the site."""

NOT_FOUND = "404.html"
"""The page that a server shows in place of any missing one, so at any depth."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINE_ENDS = str.maketrans("", "", "\t\n\r")
_EDGES = "".join(map(chr, range(33)))


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the site."""

    file: str
    """The file's path in the site."""
    fragment: str
    """The id in it, or an empty string."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an address must not stand where it does."""

    code: str
    """A short name that stays the same."""
    message: str
    """What is wrong."""
    hint: str
    """How to mend it."""


def follow(page: str, address: str, *, loads: bool, home: str = "/") -> Target | Fault | None:
    """What an address on the page (or in the style sheet) at `page` means; None if it leads out.

    `loads` says that the browser fetches it by itself, so that it must be of this site. `home` is
    the path of the site on its server, which only the page for missing addresses may use.
    """
    if address.startswith("#"):  # the most of all by far
        return Target(page, _decoded(address[1:]))
    # A browser drops these too: `java\nscript:` is a script.
    address = address.strip(_EDGES).translate(_LINE_ENDS).replace("\\", "/")
    if (scheme := _SCHEME.match(address)) or address.startswith("//"):
        return _leads_out(address, scheme[1].lower() if scheme else "", loads=loads)
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    fragment = _decoded(fragment)
    if not path:
        return Target(page, fragment)
    if path.startswith("/"):
        if page != NOT_FOUND or not path.startswith(home):
            return Fault(
                "root-address",
                f"`{path}` starts at the root of the server, and the site may stand in a folder.",
                "Write it from this page on, as in `../assets/icon.svg`.",
            )
        parts, path = [], path[len(home) :]
    elif page == NOT_FOUND:
        return Fault(
            "relative-address",
            f"`{path}` is relative, and this page is shown at any depth.",
            "Write the address with the `url` filter of the template.",
        )
    else:
        parts = page.split("/")[:-1]
    return _within(parts, path, fragment)


def _within(parts: list[str], path: str, fragment: str) -> Target | Fault:
    """The file that a path leads to, from the folder of these parts on."""
    steps = path.split("/")
    for step in steps:
        if step == "..":
            if not parts:
                return Fault("leaves-site", f"`{path}` leaves the site.", "Take a `../` away.")
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    if steps[-1] in ("", ".", ".."):
        parts.append("index.html")
    return Target("/".join(parts), fragment)


def _decoded(fragment: str) -> str:
    """The id that a fragment names: what follows `:~:` is for the browser alone.

    One with `=` in it (`#improve=the-pink-pond`) says something to the page's script, and names none.
    """
    said = unquote(fragment.partition(":~:")[0])
    return "" if "=" in said else said


def _leads_out(address: str, scheme: str, *, loads: bool) -> Fault | None:
    if loads:
        return Fault(
            "other-origin",
            f"The page would load `{_short(address)}`, which is no file of this site.",
            "Keep a copy under docs/assets/ and point there: no request may leave the site.",
        )
    if scheme not in FOR_READERS:
        return Fault(
            "odd-address",
            f"`{_short(address)}` is not an address for readers.",
            "Begin it with https:, http: or mailto:.",
        )
    return None


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:59] + "…"
