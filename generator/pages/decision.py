"""The decision order: its steps, their rules, and the worked cases beneath each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks.entries import entries
from generator.model import Case, Codebook, Rule, Stage
from generator.pages.definition import Piece, Sign, address, pieces
from generator.pages.english import counted


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule or a case comes to."""

    name: str
    """In words: `Sourced`, `Inferred: prediction`, `No mark`."""
    href: str
    """The way to its definition, or empty."""
    sign: Sign
    """How words with this answer look."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A worked case."""

    pieces: tuple[Piece, ...]
    """Its sentences, with the words that are asked about."""
    answer: Answer
    """What they are."""
    why: str
    """Why."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with its cases."""

    rule: Rule
    """Its words."""
    gives: Answer
    """What a yes comes to."""
    cases: tuple[CaseView, ...]
    """Its cases."""
    count: str
    """How many: `3 worked cases`; empty where there is none."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A step with its rules."""

    step: Stage
    """Its words."""
    rules: tuple[RuleView, ...]
    """Its rules."""


_OTHER = {
    "cue": Answer("A cue", "#cues", "cue"),
    "cut": Answer("Two statements", "", "tempt"),
    "alone": Answer("Its own words decide", "", ""),
    "framing": Answer("A framing mark", "#framing", "framing"),
    "none": Answer("No mark", "", "tempt"),
}


def decision(codebook: Codebook, root: str) -> tuple[StepView, ...]:
    """Give the steps in order; `root` is the way from the page to the top of the site."""
    answers = _answers(codebook, root)
    return tuple(
        StepView(
            step,
            tuple(
                _rule(rule, codebook.cases, answers)
                for rule in codebook.rules
                if rule.step == step.id
            ),
        )
        for step in codebook.steps
    )


def _rule(rule: Rule, cases: tuple[Case, ...], answers: dict[str, Answer]) -> RuleView:
    worked = tuple(
        CaseView(pieces(case.example), answers[case.answer], case.why)
        for case in cases
        if case.rule == rule.id
    )
    count = counted(len(worked), "worked case") if worked else ""
    return RuleView(rule, answers[rule.gives], worked, count)


def _answers(codebook: Codebook, root: str) -> dict[str, Answer]:
    found = dict(_OTHER)
    for entry in entries(codebook):
        name, href = entry.name, root + address(entry)
        if entry.section == "bases":
            found[entry.id] = Answer(name, f"#{entry.id}", entry.id)  # type: ignore[arg-type]
        elif entry.section == "kinds":
            found[entry.id] = Answer(f"Inferred: {name.lower()}", href, "inferred")
        elif entry.section == "techniques":
            found[entry.id] = Answer(name, href, "framing")
    return found
