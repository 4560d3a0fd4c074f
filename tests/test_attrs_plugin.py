"""Our reader of `{…}` beside the published one: whatever that leaves as text is a problem here."""

from __future__ import annotations

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin

from generator.reading.article import read_article

from .case_files import FRONT

PLUGIN = MarkdownIt("commonmark").use(attrs_plugin, spans=True)

GOOD = [
    "{.sourced by=mayor}",
    '{.sourced by="mayor clerk" how=quote}',
    '{.sourced by="mayor"\thow="mixed"}',
    "{ .unsourced }",
    "{\n.unsourced\n}",
    "{by=mayor .sourced}",
    '{.unsourced short="1/2, #3 (4) = 5"}',
    "{.unsourced short=a:b-c_d}",
    '{.unsourced short="it\'s ‘so’ “now”"}',
    '{.unsourced short="Überall 🌉"}',
    '{.inferred kind=question from="s1 s2" also=unsourced}',
    "{.inferred kind=motive also-kind=question}",
    "{.framing technique=loaded-language}",
    "{.cue #said}",
    "{#said .cue}",
]
"""What both read, to the same."""

BAD = [
    "{.sourced by='mayor'}",
    "{.sourced by='mayor clerk'}",
    "{.sourced by=“mayor”}",
    '{.sourced by="mayor}',
    '{.sourced by=mayor"}',
    '{.sourced by="mayor”}',
    "{.sourced by=mayor,clerk}",
    "{.sourced by=mayor/clerk}",
    "{.unsourced short=#1}",
    "{.unsourced short=a.b}",
    "{.unsourced short=é}",
    "{.unsourced short}",
    "{.unsourced short=}",
    "{.unsourced short= a}",
    "{.unsourced short =a}",
    '{.unsourced short="a {b"}',
    '{.unsourced short="a }b"}',
    '{.unsourced short="a\\"}',
    '{.unsourced short="a\\"b"}',
    '{.unsourced short="a\nb"}',
    "{.unsourced, short=a}",
    "{.unsourced; short=a}",
    "{.unsourced.cue}",
    "{.cue#said}",
    "{.unsourced =a}",
    "{.unsourced (a)}",
    "{.unsourced \u00a0short=a}",
    "{.unsourced",
    "{.unsourced [",
    "{{.unsourced}}",
    " {.unsourced}",
    "\n{.unsourced}",
    "(.unsourced)",
    "{.unsourced short=a short=b}",
    "{.cue #a #b}",
    "{.unsourced %a% short=b}",
    "{.unsourced class=red}",
    "{.unsourced id=red}",
    "{.}",
    "{#}",
    "{unsourced}",
    "{.unsourced <b>}",
    "{.unsourced &amp;}",
    "{.unsourced \\}",
]
"""What the plugin does not read, or reads to something that a contributor did not mean."""


def by_plugin(written: str) -> dict[str, str] | None:
    """The attributes of the plugin's span over `words`, or None where it makes none."""
    for block in PLUGIN.parse(f"[words]{written}"):
        tokens = block.children or []
        for opened, inside in pairwise(tokens):
            if opened.type == "span_open" and inside.content == "words":
                closed = tokens[tokens.index(inside) + 1 :]
                rest = "".join(token.content for token in closed if token.type == "text")
                if not rest:
                    return {key: str(value) for key, value in opened.attrs.items()}
    return None


def by_us(written: str) -> tuple[dict[str, str], set[str]]:
    """The attributes that we read, and the codes of all problems with how they are written."""
    reading = read_article("a.md", f"{FRONT}[words]{written}[^n]\n\n[^n]: why\n")
    assert reading.article
    article = reading.article
    got: dict[str, str] = {}
    for s in article.statements:
        voices, supports = " ".join(s.voices), " ".join(s.rests_on)
        got = {"class": s.basis, "by": voices, "how": s.how, "kind": s.kind, "from": supports}
        got |= {"also": s.also, "also-kind": s.also_kind, "short": s.short}
    for f in article.framing:
        got = {"class": "framing", "technique": f.technique, "plain": f.plain, "also": f.also}
    for c in article.cues:
        got = {"class": "cue", "id": c.id}
    problems = {problem.code for problem in reading.problems}
    return {key: value for key, value in got.items() if value}, problems - {"note-on-cue"}


@pytest.mark.parametrize("written", GOOD + BAD)
def test_what_the_plugin_leaves_as_text_is_a_problem(written: str) -> None:
    """No slip that the attrs plugin passes over in silence passes over here."""
    ours, problems = by_us(written)
    plugins = by_plugin(written)
    if plugins is None:
        assert problems
    if not problems:
        assert ours == plugins


@pytest.mark.parametrize("written", GOOD)
def test_what_is_right_is_no_problem(written: str) -> None:
    """The strings that a contributor should write are read, by us and by the plugin."""
    assert by_plugin(written) is not None
    assert not by_us(written)[1]


@pytest.mark.parametrize("written", BAD)
def test_what_is_wrong_is_a_problem(written: str) -> None:
    """Each slip is told, those included that the plugin would read to something else."""
    assert by_us(written)[1]
