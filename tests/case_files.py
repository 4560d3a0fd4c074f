"""Reads `tests/cases/**/*.md`: a title, an input and what is expected, readable without code.

A file holds one case or several. A case is a heading (`# What holds`), one input and one or more
expected blocks, each between `~~~ name` and `~~~`:

- `~~~ text`: an article's text; a short front matter is put before it, and lines count from the
  text's own first line. `~~~ file`: a whole file. `\\u{FEFF}` stands for that character, here and below.
- `~~~ codebook`: a codebook, where sections that a case does not need are left out. `~~~ pairs`: a
  file of pairs. `~~~ lesson`: a whole lesson. `~~~ other`: a second article, a whole file. Each is an
  input alone, or stands before the article that is read and checked with it. `~~~ before`: the
  article as it was published, a whole file too. `~~~ reading`: somebody else's marks of the article,
  a whole file of a made-up reader, in `readings/article/late-bus.md`.
- `~~~ problems`: every problem, as the command line shows it. Where it is left out, none may
  occur. `~~~ marks`: the marks that were read. `~~~ figures`: what was derived. `~~~ fixed`: the
  input after `--fix`; the problems are then those that are left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
INPUTS = ("text", "file")
BESIDE = ("codebook", "pairs", "lesson", "other", "before", "reading")
EXPECTED = ("problems", "marks", "figures", "suggestions", "fixed")

FRONT = """\
---
title: A case
original: {publisher: The Harbour Post, published: 2025-03-04}
rights: own
voices:
  mayor: {name: Ada Renn, role: mayor of Harbour, kind: person, stake: party}
  clerk: {name: Bo Lind, role: town clerk, kind: person, stake: independent}
annotators: [{name: harbour-school}]
---
"""

FIRST = """\
version: "1.0"
changes: [{version: "1.0", date: 2026-11-22, what: First version.}]
"""

SECTIONS = ("bases", "kinds", "stakes", "groups", "techniques", "frames")

_BLOCK = re.compile(r"^~~~ (\w+)\n(.*?)^~~~$", re.MULTILINE | re.DOTALL)
_CHARACTER = re.compile(r"\\u\{([0-9A-Fa-f]+)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """One example of what holds."""

    name: str
    """The folder, the file and the title."""
    kind: str
    """`text` or `file`; empty where the case has no article."""
    given: str
    """The article."""
    beside: dict[str, str]
    """The other inputs, by name."""
    expected: dict[str, str]
    """The expected blocks, by name; `problems` is always there."""


class MalformedCase(ValueError):
    """A case file that would test nothing, or not what it seems to."""


def read_cases(folder: str) -> list[Case]:
    """All cases of `tests/cases/<folder>`."""
    files = sorted((CASES / folder).glob("*.md"))
    if not files:
        raise MalformedCase(f"tests/cases/{folder} holds no case file")
    return [
        case
        for file in files
        for case in parse_cases(f"{folder}/{file.stem}", file.read_text(encoding="utf-8"))
    ]


def parse_cases(name: str, text: str) -> list[Case]:
    """The cases in the text of one file."""
    head, *parts = re.split(r"^# (?=.*\n)", _shielded(text), flags=re.MULTILINE)
    if head.strip() or not parts:
        raise MalformedCase(f"{name}: a case begins with a line `# What holds`")
    cases = [_case(name, part.replace("\0", "# ")) for part in parts]
    titles = [case.name for case in cases]
    if len(set(titles)) < len(titles):
        raise MalformedCase(f"{name}: two cases have the same title")
    return cases


def _shielded(text: str) -> str:
    """Keep `# ` inside blocks from looking like the title of a case."""
    return _BLOCK.sub(lambda found: re.sub(r"(?m)^# ", "\0", found[0]), text)


def _case(name: str, part: str) -> Case:
    title, _, rest = part.partition("\n")
    blocks = _BLOCK.findall(rest)
    names = [block[0] for block in blocks]
    where = f"{name}: {title}"
    if len(names) != rest.count("\n~~~ "):
        raise MalformedCase(f"{where}: a block is not closed, or has no name")
    if len(set(names)) < len(names) or set(names) - {*INPUTS, *BESIDE, *EXPECTED}:
        raise MalformedCase(f"{where}: blocks are {names}")
    given, beside, expected = (
        {name: _characters(text) for name, text in blocks if name in kinds}
        for kinds in (INPUTS, BESIDE, EXPECTED)
    )
    inputs = (*given.values(), *beside.values())
    if len(given) > 1 or not inputs or not expected or not all(map(str.strip, inputs)):
        raise MalformedCase(f"{where}: a case has one input and at least one expected block")
    if "codebook" in beside:
        beside["codebook"] = _whole(beside["codebook"])
    kind, article = next(iter(given.items()), ("", ""))
    expected = {n: t if n == "fixed" else t.rstrip("\n") for n, t in expected.items()}
    return Case(where, kind, article, beside, {"problems": "", **expected})


def _whole(codebook: str) -> str:
    """A codebook with the sections that it leaves out, empty, at its end."""
    lacking = [name for name in SECTIONS if not re.search(rf"(?m)^{name}:", codebook)]
    version = "" if codebook.startswith("version:") else FIRST
    return codebook + version + "".join(f"{name}: {{}}\n" for name in lacking)


def _characters(text: str) -> str:
    return _CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
