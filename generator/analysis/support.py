"""What falls, leans and stands when a voice is taken away."""

from __future__ import annotations

from typing import Literal

from generator.analysis.figures import Removal
from generator.model import Article, Statement

Fate = Literal["falls", "leans", "stands"]


def remove_voice(article: Article, voice: str) -> Removal:
    """Take `voice` away, and say what happens to each statement.

    A statement falls if it is sourced by that voice alone, or inferred and everything it rests
    on falls. It leans if it is sourced by that voice and others, or inferred and part of what it
    rests on falls or leans. Everything else stands: another voice's statements, unsourced ones
    (nobody carried them), and inferences that name nothing they rest on.

    The idea is that of removing a premise in an argument map or of a node in a justification
    network (Doyle 1979, truth maintenance), without its step to belief: falling is not being
    false.
    """
    fates = _fates(article, voice)
    falls = _with_fate(article, fates, "falls")
    sourced = {s.id for s in article.statements if s.basis == "sourced"}
    return Removal(
        voice=voice,
        falls=falls,
        own=tuple(fallen for fallen in falls if fallen in sourced),
        built=tuple(fallen for fallen in falls if fallen not in sourced),
        leans=_with_fate(article, fates, "leans"),
        stands=_with_fate(article, fates, "stands"),
        load=len(falls) / len(article.statements) if article.statements else 0.0,
    )


def _with_fate(article: Article, fates: dict[str, Fate], fate: Fate) -> tuple[str, ...]:
    return tuple(s.id for s in article.statements if fates[s.id] == fate)


def _fates(article: Article, voice: str) -> dict[str, Fate]:
    """Each statement's fate, reached step by step until nothing changes.

    Statements start as standing and can only get worse, so the steps end, for circles of
    `from` as well; supports that do not exist are left out.
    """
    fates = {statement.id: _own_fate(statement, voice) for statement in article.statements}
    resting = [
        (statement.id, supports)
        for statement in article.statements
        if statement.basis == "inferred"
        and (supports := [support for support in statement.rests_on if support in fates])
    ]
    changed = True
    while changed:
        changed = False
        for inference, supports in resting:
            fate = _fate({fates[support] for support in supports})
            if fate != fates[inference]:
                fates[inference] = fate
                changed = True
    return fates


def _own_fate(statement: Statement, voice: str) -> Fate:
    """What happens to a statement for the voices that it names."""
    if statement.basis != "sourced" or voice not in statement.voices:
        return "stands"
    return "falls" if set(statement.voices) == {voice} else "leans"


def _fate(supports: set[Fate]) -> Fate:
    """What happens to an inference for what it rests on."""
    return next(iter(supports)) if len(supports) == 1 else "leans"
