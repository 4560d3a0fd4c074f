"""The modules of a script as one file without comments: one request for a reader, not one a module.

It knows the few forms in which our own modules import and export, and refuses any other; so what
it gives does what the modules did. Sites that an engine builds by itself have the modules as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]  # it ships no types

FOLDER = "assets/workbench"
"""Where the modules stand in a site."""

ENTRIES = ("main.js", "worker.js")
"""The modules that a page or a worker loads; all others only stand in them."""

_IMPORT = re.compile(
    r'^import (?:\* as (\w+)|\{(?!.* as )([\w, ]*)\}) from "\./([\w-]+\.js)";$', re.MULTILINE
)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
_LIST = re.compile(r'^export \{([\w, ]*)\}(?: from "\./([\w-]+\.js)")?;$', re.MULTILINE)
_OWN = re.compile(r"^(?:export )?(?:(?:async )?function\*?|const|let) .*", re.MULTILINE)
_NAME = re.compile(r"function\*? (\w+)|(\w+) = ")
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


@dataclass(frozen=True, slots=True)
class _Module:
    """What the linker sees of a module."""

    name: str
    """Its file's name."""
    text: str
    """Its text without imports, and without the word that exports."""
    own: frozenset[str]
    """The names that it declares at its top, and maybe some that it declares further in."""
    exports: tuple[str, ...]
    """Those of them that others may use."""
    gives: tuple[str, ...]
    """What is had of it as a whole: its exports, and those that it passes on."""
    wholes: frozenset[tuple[str, str]]
    """The modules that it has as a whole, by the names that it has for them."""


def linked(texts: Mapping[str, str], entry: str) -> str:
    """Give the module `entry` with all that it imports, from the modules' texts by name.

    The modules stand one after the other, in the order of their imports. What a module exports is a
    name for all of them, and so no two may export the same; what is its own is in a function of
    its own where another has the same name.
    """
    modules = [_module(name, texts[name]) for name in in_order(texts, entry)]
    exported = Counter(name for module in modules for name in module.exports)
    if twice := [name for name, times in exported.items() if times > 1]:
        raise Unlinked(f"{', '.join(twice)}: two modules export the same name")
    known = Counter(name for module in modules for name in module.own)
    wholes = {whole for module in modules for whole in module.wholes}
    parts = (_part(module, known, wholes) for module in modules)
    return str(jsmin("".join(parts))) + "\n"


def names(texts: Mapping[str, str], entry: str) -> frozenset[str]:
    """Give the names that `entry` and its modules have at the top of the file that they become."""
    return frozenset(
        name for module in in_order(texts, entry) for name in _module(module, texts[module]).own
    )


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


def _module(name: str, text: str) -> _Module:
    own = frozenset(
        found[1] or found[2] for line in _OWN.findall(text) for found in _NAME.finditer(line)
    )
    exports = tuple(found[2] for found in _EXPORT.finditer(text))
    passed = tuple(each for found in _LIST.finditer(text) for each in _several(found[1]))
    wholes = frozenset((found[3], found[1]) for found in _IMPORT.finditer(text) if found[1])
    text = _LIST.sub("", _EXPORT.sub(r"\1 \2", _IMPORT.sub("", text)))
    if nested := _NESTED.search(text):
        raise Unlinked(f"{name}: “{nested[0]}” begins a template within a template; make it apart")
    if left := _LEFT.search(text):
        raise Unlinked(f"{name}: “{left[0]}” is no form of import or export that is linked")
    listed = tuple(each for each in passed if each in own and each not in exports)
    return _Module(name, text, own, (*exports, *listed), (*exports, *passed), wholes)


def _several(words: str) -> Iterable[str]:
    return filter(None, words.replace(" ", "").split(","))


def _part(module: _Module, known: Counter[str], wholes: Iterable[tuple[str, str]]) -> str:
    text, exports = module.text, ", ".join(module.exports)
    if any(known[name] > 1 for name in module.own):
        text = f"const {{ {exports} }} = (() => {{\n{text}\nreturn {{ {exports} }};\n}})();\n"
    for name, called in sorted(wholes):
        if name == module.name:
            text += f"const {called} = {{ {', '.join(module.gives)} }};\n"
    return text
