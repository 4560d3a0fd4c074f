"""The codebook: complete, with the published names, and its slips told."""

from __future__ import annotations

import re

import pytest

from generator.checks import check_codebook
from generator.checks.entries import entries
from generator.model import Codebook
from generator.reading.codebook import read_codebook

from .conftest import ROOT

TECHNIQUES = [
    *(
        "Name_Calling-Labeling",
        "Guilt_by_Association",
        "Doubt",
        "Appeal_to_Hypocrisy",
        "Questioning_the_Reputation",
    ),
    *(
        "Flag_Waving",
        "Appeal_to_Authority",
        "Appeal_to_Popularity",
        "Appeal_to_Fear-Prejudice",
        "Appeal_to_Values",
    ),
    *(
        "Straw_Man",
        "Red_Herring",
        "Whataboutism",
    ),
    *(
        "Causal_Oversimplification",
        "False_Dilemma-No_Choice",
        "Consequential_Oversimplification",
    ),
    *(
        "Slogans",
        "Conversation_Killer",
        "Appeal_to_Time",
    ),
    *(
        "Loaded_Language",
        "Obfuscation-Vagueness-Confusion",
        "Exaggeration-Minimisation",
        "Repetition",
    ),
]
"""The 23 persuasion techniques of SemEval-2023 task 3, in its order."""

OURS = [
    "loaded-attribution",
    "distancing-quotes",
    "unnamed-source",
    "agentless-passive",
    "presupposition",
    "hedge",
]
"""The wordings that matter for attribution."""

FRAMES = [
    *(
        "Economic",
        "Capacity_and_resources",
        "Morality",
        "Fairness_and_equality",
    ),
    *(
        "Legality_Constitutionality_and_jurisprudence",
        "Policy_prescription_and_evaluation",
    ),
    *(
        "Crime_and_punishment",
        "Security_and_defense",
        "Health_and_safety",
        "Quality_of_life",
        "Cultural_identity",
    ),
    *(
        "Public_opinion",
        "Political",
        "External_regulation_and_reputation",
    ),
]
"""The 14 frames of the same task."""


def as_id(published: str) -> str:
    """A published name in lower case with hyphens."""
    return published.lower().replace("_", "-")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The project's own."""
    text = (ROOT / "content" / "codebook.yml").read_text(encoding="utf-8")
    reading = read_codebook("content/codebook.yml", text)
    assert reading.problems == ()
    assert reading.codebook
    return reading.codebook


def test_the_bases_kinds_and_stakes_are_those_of_the_format(codebook: Codebook) -> None:
    """Three bases, six kinds of inference, four stakes."""
    assert [e.id for e in codebook.bases] == ["sourced", "unsourced", "inferred"]
    assert [e.id for e in codebook.kinds] == [
        *("interpretation", "motive", "prediction", "generalisation", "evaluation", "question")
    ]
    assert [e.id for e in codebook.stakes] == ["party", "interested", "independent", "unknown"]


def test_the_techniques_are_the_23_published_ones_and_six_of_ours(codebook: Codebook) -> None:
    """Each under its published name, in lower case with hyphens, and ours without one."""
    published = [e for e in codebook.techniques if e.published]
    assert [e.published for e in published] == TECHNIQUES
    assert [e.id for e in published] == [as_id(name) for name in TECHNIQUES]
    assert [e.id for e in codebook.techniques if not e.published] == OURS


def test_the_frames_are_the_14_published_ones(codebook: Codebook) -> None:
    """Each under its published name."""
    assert sorted(e.published for e in codebook.frames) == sorted(FRAMES)
    assert [e.id for e in codebook.frames] == [as_id(e.published) for e in codebook.frames]


def test_every_technique_belongs_to_a_group_and_stands_beside_its_fellows(
    codebook: Codebook,
) -> None:
    """Six published groups and one of ours; the techniques come group by group."""
    groups = [e.id for e in codebook.groups]
    assert len(groups) == 7
    order = [groups.index(e.group) for e in codebook.techniques]
    assert order == sorted(order)
    assert set(order) == set(range(7))


def test_the_codebook_has_none_of_the_faults_that_it_is_checked_for(codebook: Codebook) -> None:
    """Each entry has its question, examples of its own, a near miss, and look-alikes both ways."""
    assert check_codebook(codebook) == ()
    for entry in entries(codebook):
        assert len(entry.examples) == 2, entry.id
        assert entry.definition.endswith("."), entry.id
    assert re.fullmatch(r"\d+\.\d+", codebook.version)


def test_the_decision_order_has_a_worked_case_for_every_rule(codebook: Codebook) -> None:
    """Twenty cases or more, and each names the one rule that settles it."""
    assert len(codebook.cases) >= 20
    assert {case.rule for case in codebook.cases} == {rule.id for rule in codebook.rules}
    assert [rule.number for rule in codebook.rules] == list(range(1, len(codebook.rules) + 1))


MINIMAL = """\
version: "1.0"
bases: {}
kinds: {}
stakes: {}
groups:
  wording: {name: Wording, definition: Words that steer.}
techniques:
  loaded-language: {name: Loaded language, group: wordings, definition: A loaded word.}
frames: {}
"""


def test_a_technique_of_an_unknown_group_is_a_problem_at_its_group() -> None:
    """The place is the key, and the hint is the nearest group."""
    (problem,) = read_codebook("codebook.yml", MINIMAL).problems
    assert problem.code == "unknown-group"
    assert (problem.place.line, problem.place.column) == (8, 44)
    assert problem.hint == "Did you mean `wording`?"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kinds: {}", "kind: {}", "unknown-key"),
        ("name: Wording", "name: [Wording]", "wrong-value"),
        ("version:", "version: '1'\nversion:", "duplicate-key"),
        ("frames: {}", "frames: {", "yaml-syntax"),
        ("frames: {}", "frames: {}\x07", "unseen-character"),
        ("wording:", "Wording Words:", "wrong-value"),
    ],
)
def test_a_slip_in_the_codebook_is_told_like_one_in_an_article(
    old: str, new: str, code: str
) -> None:
    """The same codes, with the same kind of place."""
    text = MINIMAL.replace("wordings", "wording").replace(old, new, 1)
    reading = read_codebook("codebook.yml", text)
    assert code in {problem.code for problem in reading.problems}


@pytest.mark.parametrize("text", ["", "- a\n", "a", "\x00", "%YAML 1.3\n--- a\n"])
def test_a_codebook_that_is_none_gives_problems_and_no_traceback(text: str) -> None:
    """An empty file, a list, a word."""
    reading = read_codebook("codebook.yml", text)
    assert reading.codebook is None
    assert reading.problems
