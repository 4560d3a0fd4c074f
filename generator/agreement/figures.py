"""What agreement gives: figures for an article and for the library, and where readers differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure."""

    value: float | None
    """The figure; None where it is not defined."""
    interval: tuple[float, float] | None
    """Its 95 % interval; None where there is none."""
    count: float
    """What it is computed over: statements, or framing marks."""
    why: str
    """Why there is no figure, or no interval; empty where there are both."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readers."""

    readers: tuple[str, str]
    """Their ids."""
    kappa: Measure
    """Cohen's kappa for the basis of statements."""
    framing: Measure
    """Span F1 of framing marks with the same words and the same technique."""
    confusion: tuple[tuple[str, str, float], ...]
    """The basis of the first, that of the second, and how many statements have both."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How far readers agree."""

    readers: tuple[str, ...]
    """Ids of all readers, the published marks first."""
    basis: Measure
    """Krippendorff's alpha for the basis of statements."""
    kinds: Measure
    """The same for the inference kind, where at least two readers see an inference."""
    exact: Measure
    """Span F1: framing marks with the same words and the same technique."""
    overlap: Measure
    """Span F1: framing marks that share a word and have the same technique."""
    place: Measure
    """Span F1: framing marks that share a word, whatever their techniques."""
    unitising: Measure
    """Krippendorff's unitising alpha for framing marks by technique."""
    pairs: tuple[Pair, ...]
    """Every two readers who marked the same text."""
    confusion: tuple[tuple[str, str, float], ...]
    """How often two readers gave these two bases; each pair counts in both directions."""
    kind_confusion: tuple[tuple[str, str, float], ...]
    """The same for inference kinds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reader says of a stretch."""

    reader: str
    """The reader's id."""
    name: str
    """The name that the reader chose."""
    label: str
    """The basis or the technique; `none` where the reader has no mark there."""
    kind: str
    """The inference kind, or empty."""
    id: str
    """The reader's own id of the mark, or empty."""
    note: str
    """The reader's reason, or empty."""
    also: str
    """A second fair reading that the reader names, or empty."""
    cut: bool
    """Whether the reader's mark covers other words than the stretch."""

    @property
    def said(self) -> str:
        """The label with its kind."""
        return f"{self.label}: {self.kind}" if self.kind else self.label


@dataclass(frozen=True, slots=True)
class Difference:
    """A mark on which readers differ."""

    what: Literal["basis", "kind", "technique", "mark"]
    """What they differ in; `mark` where some see framing and others none."""
    at: str
    """Id of the published mark; of one that only a reader has, `reader:id`."""
    number: int
    """The number of the published statement; 0 for framing, and where there is none."""
    text: str
    """The words."""
    start: int
    """Its first word in the text."""
    apart: float
    """The share of pairs of readers who differ, 0 to 1."""
    answers: tuple[Answer, ...]
    """What each reader says, in the order of the readers."""


@dataclass(frozen=True, slots=True)
class ArticleAgreement:
    """How far the readers of one article agree, and where they do not."""

    slug: str
    """The article's name."""
    title: str
    """Its title."""
    adjudicated: bool
    """Whether the published marks were decided from the readings."""
    scores: Scores
    """The figures."""
    differences: tuple[Difference, ...]
    """Where readers differ, worst first."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the readers of a library agree."""

    library: Scores
    """The figures over all articles that somebody else has read."""
    drawn: Literal["articles", "statements"]
    """What the library's intervals draw from; a framing mark is drawn with its paragraph."""
    articles: tuple[ArticleAgreement, ...]
    """Each of them, in the order of the library."""
