"""Where readers of an article differ: each mark with what everybody says of it, worst first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.agreement import agree_on
from generator.agreement.differences import BOTH, NONE
from generator.agreement.figures import Answer, Difference
from generator.agreement.laying import PUBLISHED, lay
from generator.model import Article, Codebook, Reading
from generator.pages.agreement.figure import FigureView, figures
from generator.pages.data import BASES
from generator.pages.english import capital, number, plural

_SHOWN = 12
"""So many differences stand open; a longer list is folded after them."""
_TOLD = ("basis_alpha", "framing_f1", "framing_f1_place")
"""The figures that an article's page tells; the page on agreement has all."""

_OF = ": "
"""Between a basis and its inference kind."""

_WHAT = {
    "basis": "what it rests on",
    "kind": "the kind of inference",
    "technique": "the technique",
    "mark": "whether it steers",
}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one reader says."""

    name: str
    """The reader's name; empty for the published marks."""
    also: str
    """A second fair reading that the reader names, in words, or empty."""
    note: str
    """The reader's reason, or empty."""
    cut: bool
    """Whether the reader's mark covers other words."""


@dataclass(frozen=True, slots=True)
class Side:
    """Readers who say the same."""

    label: str
    """What they call it, in words."""
    basis: str
    """The basis as an id, where it is one; else empty."""
    answers: tuple[AnswerView, ...]
    """What each of them says besides."""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A mark on which readers differ."""

    at: str
    """Id of the published mark, or empty where only a reader has it."""
    number: int
    """The number of the statement; 0 for framing."""
    text: str
    """The words."""
    what: str
    """What they differ in, in words."""
    sides: tuple[Side, ...]
    """What readers say, those with one label together, the published marks' first."""
    reasons: int
    """How many of them give a reason."""


@dataclass(frozen=True, slots=True)
class Differing:
    """The section on an article's page."""

    deck: str
    """Who read it, in a sentence."""
    figures: tuple[FigureView, ...]
    """How far they agree, as far as there is a figure."""
    first: tuple[DifferenceView, ...]
    """Where they differ, worst first."""
    rest: tuple[DifferenceView, ...]
    """What is folded after them."""


def differing(
    article: Article, readings: tuple[Reading, ...], codebook: Codebook
) -> Differing | None:
    """Lay an article's readings beside its published marks; None without a reading."""
    if not readings:
        return None
    found = agree_on(lay(article, readings))
    views = tuple(_view(difference, codebook) for difference in found.differences)
    told = [one for one in figures(found.scores) if one.key in _TOLD and one.value]
    return Differing(
        _deck(len(readings), found.adjudicated), tuple(told), views[:_SHOWN], views[_SHOWN:]
    )


def _deck(readers: int, adjudicated: bool) -> str:
    people = f"{capital(number(readers))} other {plural(readers, 'reader', 'readers')}"
    how = (
        "The published marks were decided from what they marked."
        if adjudicated
        else ("The published marks are one reading more.")
    )
    return f"{people} marked this text. {how}"


def _view(difference: Difference, codebook: Codebook) -> DifferenceView:
    sides: dict[str, list[Answer]] = {}
    for answer in difference.answers:
        sides.setdefault(answer.said, []).append(answer)
    names = _names(difference, codebook)
    return DifferenceView(
        at="" if ":" in difference.at else difference.at,
        number=difference.number,
        text=difference.text,
        what=_WHAT[difference.what],
        sides=tuple(_side(label, answers, names) for label, answers in sides.items()),
        reasons=sum(bool(answer.note) for answer in difference.answers),
    )


def _names(difference: Difference, codebook: Codebook) -> dict[str, str]:
    """What labels of such a mark are called, by id."""
    if difference.what in ("basis", "kind"):
        entries = (*codebook.bases, *codebook.kinds)
        return {NONE: "no statement", **{entry.id: entry.name.lower() for entry in entries}}
    return {NONE: "no framing", **{one.id: one.name.lower() for one in codebook.techniques}}


def _said(label: str, names: Mapping[str, str]) -> str:
    parts = (part.split(_OF) for part in label.split(BOTH))
    return BOTH.join(_OF.join(names.get(one, one) for one in part) for part in parts)


def _side(label: str, answers: list[Answer], names: Mapping[str, str]) -> Side:
    return Side(
        label=_said(label, names),
        basis=next((basis for basis in BASES if basis == answers[0].label), ""),
        answers=tuple(
            AnswerView(
                name="" if answer.reader == PUBLISHED else answer.name,
                also=_said(answer.also, names),
                note=answer.note,
                cut=answer.cut,
            )
            for answer in answers
        ),
    )
