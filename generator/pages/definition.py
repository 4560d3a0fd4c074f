"""An entry of the codebook as pages show it: its examples in pieces, and the ways to its like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.checks.entries import entries
from generator.model import Codebook, Entry, Example

Sign = Literal["sourced", "unsourced", "inferred", "framing", "cue", "tempt", ""]
"""How marked words look: as in an article, as words that tempt, or like any others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence."""

    text: str
    """Its words."""
    marked: bool
    """Whether they are the ones that matter."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Another entry, and how to tell it apart."""

    name: str
    """Its name."""
    href: str
    """The way to it."""
    tell: str
    """How to tell."""


@dataclass(frozen=True, slots=True)
class Definition:
    """An entry with all that a page shows of it."""

    entry: Entry
    """The entry itself."""
    basis: Sign
    """The basis whose line its examples have, or empty."""
    sign: Sign
    """How the words that matter look in its examples."""
    href: str
    """The way to its page, or to its place on the method page."""
    examples: tuple[tuple[Piece, ...], ...]
    """Its examples."""
    near: tuple[Piece, ...]
    """Its near miss; empty where it has none."""
    why: str
    """Why that is none."""
    alike: tuple[Tell, ...]
    """What it is mistaken for."""


def pieces(example: Example) -> tuple[Piece, ...]:
    """Cut a sentence at the words that matter."""
    cuts: list[Piece] = []
    at = 0
    for start, end in example.spans:
        cuts += [Piece(example.text[at:start], False), Piece(example.text[start:end], True)]
        at = end
    cuts.append(Piece(example.text[at:], False))
    return tuple(piece for piece in cuts if piece.text)


def define(entry: Entry, codebook: Codebook, root: str) -> Definition:
    """Give an entry as a page shows it; `root` is the way from that page to the top of the site."""
    named = {other.id: other for other in entries(codebook)}
    return Definition(
        entry=entry,
        basis=_basis(entry),
        sign="framing" if entry.section == "techniques" else "cue",
        href=root + address(entry),
        examples=tuple(pieces(example) for example in entry.examples),
        near=pieces(entry.near.example) if entry.near else (),
        why=entry.near.why if entry.near else "",
        alike=tuple(
            Tell(named[alike.id].name, root + address(named[alike.id]), alike.tell)
            for alike in entry.alike
            if alike.id in named
        ),
    )


def address(entry: Entry) -> str:
    """Give an entry's address below the top of the site."""
    if entry.section in ("techniques", "kinds", "frames"):
        return f"{entry.section}/{entry.id}/"
    return f"method/#{anchor(entry)}"


def anchor(entry: Entry) -> str:
    """Give an entry's id on the method page; links to it stay good as long as the entry's does."""
    before = {"stakes": "stake-", "frames": "frame-", "cues": "cue-"}.get(entry.section, "")
    return before + entry.id


def _basis(entry: Entry) -> Sign:
    if entry.section == "kinds":
        return "inferred"
    if entry.section == "bases" and entry.id in ("sourced", "unsourced", "inferred"):
        return entry.id  # type: ignore[return-value]
    return ""
