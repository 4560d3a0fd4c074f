"""The modules of a script as one file without comments: one request for a reader, not one a module.

It knows the few forms in which our own modules import and export, and refuses any other; so what
it gives does what the modules did. Sites that an engine builds by itself have the modules as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]  # it ships no types

FOLDER = "assets/workbench"
"""Where the modules stand in a site."""

ENTRIES = ("main.js", "worker.js")
"""The modules that a page or a worker loads; all others only stand in them."""

_IMPORT = re.compile(r'^import (?:\* as (\w+)|\{([^}]*)\}) from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
_LIST = re.compile(r'^export \{([^}]*)\}(?: from "\./([\w-]+\.js)")?;$', re.MULTILINE)
_LEFT = re.compile(r'^(?:import\b[^;]*\bfrom\b|import "|export\b).*', re.MULTILINE)

_NESTED = re.compile(r"`[^`]*\$\{[^}`]*`")
"""A template within a template: the minifier takes the inner one for code, and its spaces away."""


class Unlinked(Exception):
    """Modules that cannot be put together; says why."""


def link_modules(site: Path) -> None:
    """Put each entry's modules into it, in the site in this folder, and take the others away."""
    folder = site / FOLDER
    if not all((folder / entry).is_file() for entry in ENTRIES):
        return
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    for name in texts:
        (folder / name).unlink()  # it may be a link to a file of the site that stands
    for entry in ENTRIES:
        (folder / entry).write_text(linked(texts, entry), encoding="utf-8", newline="\n")


def linked(texts: Mapping[str, str], entry: str) -> str:
    """Give the module `entry` with all that it imports, from the modules' texts by name.

    Each module becomes a function that runs once, in the order of its imports, and gives what it
    exports.
    """
    parts = [_as_function(name, texts[name]) for name in in_order(texts, entry)]
    return str(jsmin("".join(parts))) + "\n"


def in_order(texts: Mapping[str, str], entry: str) -> tuple[str, ...]:
    """Give the names of the modules that `entry` needs, each after those that it imports."""
    done: dict[str, None] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise Unlinked(f"{' imports '.join((*above, name))}: modules must not go in a circle")
        if name not in texts:
            raise Unlinked(f"{above[-1]} imports {name}, which is not there")
        if name not in done:
            for other in _imported(texts[name]):
                visit(other, (*above, name))
            done[name] = None

    visit(entry, ())
    return tuple(done)


def _imported(text: str) -> Iterator[str]:
    yield from (found[3] for found in _IMPORT.finditer(text))
    yield from (found[2] for found in _LIST.finditer(text) if found[2])


def _as_function(name: str, text: str) -> str:
    given = [f"{found[2]}" for found in _EXPORT.finditer(text)]
    for found in _LIST.finditer(text):
        each = [part.strip() for part in found[1].split(",") if part.strip()]
        given += [f"{n}: {_called(found[2])}.{n}" if found[2] else n for n in each]
    text = _LIST.sub("", _EXPORT.sub(r"\1 \2", _IMPORT.sub(_as_constants, text)))
    if nested := _NESTED.search(text):
        raise Unlinked(f"{name}: “{nested[0]}” begins a template within a template; make it apart")
    if left := _LEFT.search(text):
        raise Unlinked(f"{name}: “{left[0]}” is no form of import or export that is linked")
    return f"const {_called(name)} = (() => {{\n{text}\nreturn {{ {', '.join(given)} }};\n}})();\n"


def _as_constants(found: re.Match[str]) -> str:
    whole, some, name = found.groups()
    if whole:
        return f"const {whole} = {_called(name)};"
    parts = [part.strip().replace(" as ", ": ") for part in some.split(",") if part.strip()]
    return f"const {{ {', '.join(parts)} }} = {_called(name)};"


def _called(name: str) -> str:
    """The constant that a module becomes."""
    return "module_" + name.removesuffix(".js").replace("-", "_")
