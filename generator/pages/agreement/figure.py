"""A figure of agreement in words: how high it is, and what that means."""

from __future__ import annotations

from dataclasses import dataclass

from generator.agreement.figures import Measure, Scores
from generator.agreement.shown import Line, amount, between, figure, lines

_SURE, _CAREFUL = 0.8, 0.667
"""Krippendorff's advice: what to rely on, and the least that careful conclusions need."""

_NAMES = {
    "basis_alpha": "What statements rest on",
    "kind_alpha": "The kind of inference",
    "framing_f1": "Framing, the same words and technique",
    "framing_f1_overlap": "Framing, a word in common and the same technique",
    "framing_f1_place": "Framing, a word in common",
    "framing_alpha": "Framing, edge by edge",
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure."""

    key: str
    """Its name in JSON."""
    name: str
    """What it is about."""
    value: str
    """The figure with its sign, `α 0.72`; empty where there is none."""
    interval: str
    """Its 95 % interval, `0.51 to 0.88`, or empty."""
    of: str
    """What it is computed over: `15 statements`."""
    means: str
    """What it says, or why there is none."""


def figures(scores: Scores) -> tuple[FigureView, ...]:
    """Give all figures, in the order of every report."""
    return tuple(_view(line) for line in lines(scores))


def _view(line: Line) -> FigureView:
    measure = line.measure
    known = measure.value is not None
    return FigureView(
        key=line.key,
        name=_NAMES[line.key],
        value=f"{line.sign} {figure(measure)}" if known else "",
        interval=between(measure),
        of=f"{amount(measure.count)} {line.of}" if known else "",
        means=_found(measure) if line.sign == "F1" else above_chance(measure),
    )


def _found(measure: Measure) -> str:
    if measure.value is None:
        return measure.why
    return f"Of 100 marks, {round(100 * measure.value)} have a partner in another reading."


def above_chance(measure: Measure) -> str:
    """Say what an alpha means, or why there is none."""
    value = measure.value
    if value is None:
        return measure.why
    if value >= _SURE:
        return "High: who reads makes little difference."
    if value >= _CAREFUL:
        return "Middling: enough for careful conclusions."
    if value > 0:
        return "Low: much depends on who reads."
    return "No more than chance would give."
