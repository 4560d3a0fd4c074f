"""What a format gives: files or documents, what could not be carried, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.exchange.document import Document
from generator.model import Problem

SHOWN = 3
"""So many examples of a loss are named."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be carried, on the way out or in."""

    kind: str
    """A short name that stays the same: `relation`, `note`, `attribute`, `crossing`, …"""
    what: str
    """What is lost, in a sentence."""
    count: int
    """How many times."""
    examples: tuple[str, ...]
    """The first few: ids, labels or words."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document in another tool's format."""

    files: dict[str, bytes]
    """File names and what they hold; names are plain, without folders."""
    lost: tuple[Loss, ...]
    """What the format could not carry."""


@dataclass(frozen=True, slots=True)
class Read:
    """What another tool's files gave."""

    documents: tuple[Document, ...]
    """In the order of the files; those that could not be used left out, with a problem."""
    lost: tuple[Loss, ...]
    """What the files hold and a document cannot."""
    problems: tuple[Problem, ...]
    """What is wrong in the files: an error where something could not be used, else a warning."""


class Tally:
    """Counts losses by kind and sentence."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[str]] = {}

    def add(self, kind: str, what: str, example: str) -> None:
        """Count one loss."""
        self._found.setdefault((kind, what), []).append(example)

    def losses(self) -> tuple[Loss, ...]:
        """All of them, in the order in which their kinds first occurred."""
        return tuple(
            Loss(kind, what, len(examples), tuple(dict.fromkeys(examples))[:SHOWN])
            for (kind, what), examples in self._found.items()
        )


def merged(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """The losses with those of one kind and sentence counted together."""
    found: dict[tuple[str, str], Loss] = {}
    for loss in losses:
        key = (loss.kind, loss.what)
        if key in found:
            before = found[key]
            examples = tuple(dict.fromkeys((*before.examples, *loss.examples)))[:SHOWN]
            loss = Loss(*key, before.count + loss.count, examples)
        found[key] = loss
    return tuple(found.values())
