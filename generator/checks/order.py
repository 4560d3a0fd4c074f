"""The decision order: its steps, its rules, and a worked case for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import key_place
from generator.model import Codebook, Problem
from generator.reading.problem import error, nearest, one_of, warning

_GIVES = ("cue", "cut", "alone", "framing", "none")
"""What a rule or a case can come to besides an entry of the codebook."""


def check_rules(codebook: Codebook) -> Iterator[Problem]:
    """`duplicate-id`, `unknown-step`, `rule-order`, `unknown-answer`, `rule-without-case`."""
    steps = [step.id for step in codebook.steps]
    worked = {case.rule for case in codebook.cases}
    seen: set[str] = set()
    latest = 0
    for index, rule in enumerate(codebook.rules):
        at = ("rules", str(index))
        if rule.id in seen:
            place = key_place(codebook, *at, "id")
            message = f"There is a rule `{rule.id}` already."
            yield error("duplicate-id", place, message, "Give this one another id.")
        seen.add(rule.id)
        if rule.step not in steps:
            place = key_place(codebook, *at, "step")
            yield error(
                "unknown-step", place, f"There is no step `{rule.step}`.", one_of(rule.step, steps)
            )
        elif steps.index(rule.step) < latest:
            yield error(
                "rule-order",
                key_place(codebook, *at, "step"),
                f"`{rule.id}` comes after rules of a later step.",
                f"Move it up to the rules of `{rule.step}`, or correct its step.",
            )
        else:
            latest = steps.index(rule.step)
        yield from _answer(codebook, rule.gives, (*at, "gives"))
        if rule.id not in worked:
            yield warning(
                "rule-without-case",
                key_place(codebook, *at, "id"),
                f"No worked case shows how `{rule.id}` decides.",
                f"Add one to `cases`, with `rule: {rule.id}`.",
            )


def check_cases(codebook: Codebook) -> Iterator[Problem]:
    """`unknown-rule`, `unknown-answer`, `case-against-rule`, `case-order`."""
    rules = {rule.id: rule for rule in reversed(codebook.rules)}
    settled = {entry.id for entry in (*codebook.bases, *codebook.kinds)} | {"cue"}
    latest = 0
    for index, case in enumerate(codebook.cases):
        at = ("cases", str(index))
        yield from _answer(codebook, case.answer, (*at, "answer"))
        rule = rules.get(case.rule)
        if rule is None:
            place = key_place(codebook, *at, "rule")
            message = f"There is no rule `{case.rule}`."
            yield error("unknown-rule", place, message, one_of(case.rule, rules))
            continue
        if rule.gives in settled and case.answer != rule.gives:
            yield error(
                "case-against-rule",
                key_place(codebook, *at, "answer"),
                f"`{rule.id}` gives `{rule.gives}`, and this case says `{case.answer}`.",
                "Correct the answer, or name the rule that gives it.",
            )
        if rule.number < latest:
            yield warning(
                "case-order",
                key_place(codebook, *at, "rule"),
                f"This case of rule {rule.number} stands after one of rule {latest}.",
                "Put the cases in the order of the rules.",
            )
        latest = max(latest, rule.number)


def _answer(codebook: Codebook, answer: str, at: tuple[str, ...]) -> Iterator[Problem]:
    entries = (*codebook.bases, *codebook.kinds, *codebook.techniques)
    known = [*(entry.id for entry in entries), *_GIVES]
    if answer not in known:
        near = nearest(answer, known)
        hint = one_of(answer, [near] if near else [e.id for e in codebook.bases] + [*_GIVES])
        yield error("unknown-answer", key_place(codebook, *at), f"`{answer}` is no answer.", hint)


def check_version(codebook: Codebook) -> Iterator[Problem]:
    """`version-without-change`."""
    if codebook.version not in {change.version for change in codebook.changes}:
        yield error(
            "version-without-change",
            key_place(codebook, "version"),
            f"The change log does not say what is new in {codebook.version}.",
            "Add it to `changes`, with its date and what changed.",
        )
