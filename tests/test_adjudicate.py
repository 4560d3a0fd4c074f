"""`whosays adjudicate`: the differences of made-up readings, and the article from the decisions."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.adjudication import adjudicate
from generator.adjudication.values import Adjudicated, Ruling
from generator.checks import check_article
from generator.checks.context import Context
from generator.cli import main
from generator.model import Place
from generator.reading.article import read_article
from generator.reading.readings import read_reading
from tests.agreement import made_up
from tests.sample import BRIDGE, codebook

TODAY = date(2026, 11, 22)
PATH = "content/articles/bridge.md"


def run(*words: str, given: str = "") -> Result:
    """`whosays` with these words, and what somebody types."""
    return CliRunner().invoke(main, list(words), input=given, catch_exceptions=False)


def decided(
    at: str, what: str, *changes: made_up.Change, text: str = BRIDGE, note: str = ""
) -> Adjudicated:
    """The bridge article after one decision on a reading with these changes."""
    ruling = Ruling(
        at, what, "Cy", TODAY, "The rule on conclusions.", note, Place("d", 1, 1, 1, "")
    )
    context = Context(codebook(), TODAY)
    readings = [made_up.reading(*(changes or made_up.ALL))]
    return adjudicate(PATH, text, readings, [ruling], lambda a: check_article(a, context))


def lines(outcome: Adjudicated, before: str = BRIDGE) -> tuple[list[str], list[str]]:
    """The lines that went and that came, the trail left out."""
    trail = re.compile(r"(?m)^decisions:\n(?:  .*\n)+")
    old, new = before.split("\n"), trail.sub("", outcome.text).split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_taking_a_readers_basis_takes_its_braces_and_its_note() -> None:
    """Nothing else of the file changes, but for the trail."""
    outcome = decided("s3", "late-bus", made_up.S3)
    went, came = lines(outcome)
    assert [line.replace(*made_up.S3) for line in went] == came
    assert outcome.carried == ("s3",)
    trail = (
        "decisions:\n"
        "  - at: s3\n"
        '    readings: "published: inferred: evaluation; late-bus: unsourced"\n'
        "    decided: unsourced\n"
        "    by: Cy\n"
        "    date: 2026-11-22\n"
        "    why: The rule on conclusions.\n"
    )
    assert f"\n{trail}---\n" in outcome.text


def test_a_readers_inference_rests_on_the_articles_statements() -> None:
    """Whatever the reader calls them; records and the short label stay the article's."""
    outcome = decided(
        "s1",
        "late-bus",
        ("{.unsourced see=log}[^s1]", "{.inferred kind=evaluation from=x}[^s1]"),
        ("[^s2]", "[^x]"),
        ("[^s2]:", "[^x]:"),
        ("from=s2", "from=x"),
        ('from="s2 s10"', 'from="x s10"'),
    )
    assert not outcome.problems
    assert "{.inferred kind=evaluation from=s2 see=log}[^s1]" in outcome.text


def test_a_readers_voice_is_found_by_its_name() -> None:
    """Where the article has it; otherwise it is to be added first."""
    said = (
        "[Monday’s opening was held without a band.]{.unsourced}",
        "[Monday’s opening was held without a band.]{.sourced by=boss}",
    )
    for name, code in (("Ada Renn", ()), ("Nobody Known", ("not-decided",))):
        front = made_up.FRONT.format(reader="r")
        text = front.replace("---\n", f"---\nvoices: {{boss: {{name: {name}}}}}\n", 1)
        given = read_reading(
            "content/readings/bridge/late-bus.md", text + made_up.BODY.replace(*said)
        ).reading
        assert given
        ruling = Ruling("s14", "late-bus", "Cy", TODAY, "Why.", "", Place("d", 1, 1, 1, ""))
        outcome = adjudicate(PATH, BRIDGE, [given], [ruling], lambda _: ())
        assert tuple(p.code for p in outcome.problems) == code
        assert ("{.sourced by=mayor}[^s14]" in outcome.text) == (not code)


def test_a_cue_goes_with_the_source() -> None:
    """A statement that is no longer sourced has no cue."""
    text = BRIDGE.replace(
        "[“I could see my kettle,” she said.]", "[“I could see my kettle,” [she said]{.cue}.]"
    )
    change = (".sourced by=resident how=quote}[^s11]", ".unsourced}[^s11]")
    outcome = decided("s11", "late-bus", change, text=text)
    assert not outcome.problems
    assert "[“I could see my kettle,” she said.]{.unsourced}[^s11]" in outcome.text


@pytest.mark.parametrize(
    ("at", "added", "note"),
    [
        ("s3", " also=unsourced", "[^s3]: "),
        ("s9", " also-kind=interpretation", "[^s9]: "),
        ("s11", " also=unsourced", "[^s11]: "),
        ("evidently", " also=hedge", "[^evidently]: "),
        ("declined", " also=none", "[^declined]: "),
    ],
)
def test_what_is_left_open_stays_contested(at: str, added: str, note: str) -> None:
    """Both readings stand in the mark, and both reasons in its note."""
    outcome = decided(at, "open")
    went, came = lines(outcome)
    assert not outcome.problems
    assert len(went) == len(came) == 2
    assert came[0].replace(added, "") == went[0]
    assert came[1].startswith(f"{went[1]} Read otherwise by the late bus: ")
    assert went[1].startswith(note)
    article = read_article(PATH, outcome.text).article
    assert article
    contested = {s.id for s in article.statements if s.also or s.also_kind}
    assert at in contested | {f.id for f in article.framing if f.also}


def test_keeping_changes_the_trail_alone() -> None:
    """And a second reading that was there stays."""
    outcome = decided("s3", "keep")
    assert lines(outcome) == ([], [])
    assert 'decided: "inferred: evaluation"' in outcome.text
    contested = BRIDGE.replace("from=s2}[^s3]", "from=s2 also=unsourced}[^s3]")
    assert "from=s2 also=unsourced}[^s3]" in decided("s3", "keep", text=contested).text


def test_framing_is_dropped_with_its_note_taken_and_added() -> None:
    """A mark that only a reader has is put into the text, with a name that is free."""
    dropped = decided("declined", "drop")
    assert "[It then declined to swing shut.]{.unsourced}[^s5]" in dropped.text
    assert "[^declined]" not in dropped.text
    assert decided("declined", "late-bus").text == dropped.text
    assert (
        "[evidently]{.framing technique=hedge}[^evidently]" in decided("evidently", "late-bus").text
    )
    added = decided("late-bus:band", "late-bus")
    went, came = lines(added)
    assert len(went) == 1
    assert came == [
        "[Monday’s opening was held [without a band]{.framing technique=loaded-language "
        'plain="in silence"}[^band].]{.unsourced}[^s14]',
        "[^band]: As if one were missed.",
    ]
    open_too = decided("late-bus:band", "open").text
    assert 'plain="in silence" also=none}[^band]' in open_too


def test_a_note_can_be_given_with_the_decision() -> None:
    """In the place of what the readers wrote; its signs are no markup."""
    outcome = decided("s3", "open", note="Both *rules* fit.")
    assert "[^s3]: Both \\*rules\\* fit.\n" in outcome.text


@pytest.mark.parametrize(
    ("at", "what", "why"),
    [
        ("s3", "drop", "cannot be dropped"),
        ("s3", "blue-bike", "is none of: keep, open, late-bus."),
        ("s11", "late-bus", "cut this statement in several"),
        ("s30", "keep", "Readers do not differ there."),
        ("s33", "keep", "Readers do not differ there."),
    ],
)
def test_what_cannot_be_carried_out_is_said_and_changes_nothing(
    at: str, what: str, why: str
) -> None:
    """The file stays as it is, letter by letter."""
    outcome = decided(at, what)
    assert outcome.text == BRIDGE
    assert why in outcome.problems[0].hint


def test_a_decision_that_would_leave_an_error_is_not_carried_out() -> None:
    """An inference that would rest on itself through another one."""
    change = (
        "[Monday’s opening was held without a band.]{.unsourced}",
        "[Monday’s opening was held without a band.]{.inferred kind=motive from=s15}",
    )
    text = BRIDGE.replace('from="s2 s10" also', 'from="s2 s14" also')
    outcome = decided("s14", "late-bus", change, text=text)
    assert outcome.text == text
    assert "circle" in outcome.problems[0].hint


@pytest.mark.parametrize("broken", ["\n", "\r\n"])
def test_line_breaks_and_a_trail_that_is_there_stay(broken: str) -> None:
    """The second decision follows the first, in its indent, and the rest is byte-identical."""
    text = BRIDGE.replace(
        "annotators:",
        "decisions:\n- at: s1\n  readings: a\n  decided: b\n  by: c\n  date: 2026-11-01\n  why: d\n"
        "# a remark\nannotators:",
    ).replace("\n", broken)
    outcome = decided("s3", "keep", text=text)
    assert not outcome.problems
    new = outcome.text.split(broken)
    at = new.index("- at: s3")
    assert new[at - 1] == "  why: d"
    assert new[at + 6] == "# a remark"
    assert new[:at] + new[at + 6 :] == text.split(broken)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article and one made-up reading, and the working folder in it."""
    root = made_up.project(tmp_path, late_bus=made_up.reading_text(*made_up.ALL))
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("project")
def test_the_list_has_both_notes_and_the_codebooks_questions() -> None:
    """Worst first; nothing is asked where nobody sits at a terminal, and nothing is written."""
    text = run("adjudicate", "bridge").output
    parts = text.split("\n\n")
    assert [part.split("\n")[0] for part in parts] == [
        "1 of 6  s3: what it rests on",
        "2 of 6  s11: what it rests on",
        "3 of 6  s9: what kind of conclusion",
        "4 of 6  evidently: which technique",
        "5 of 6  declined: whether it steers",
        "6 of 6  late-bus:band: whether it steers",
    ]
    tests = {entry.id: entry.test for entry in (*codebook().bases, *codebook().kinds)}
    assert tests["inferred"] in parts[0]
    assert tests["unsourced"] in parts[0]
    assert tests["motive"] in parts[2]
    assert "    A joke, and a judgement. Machines stop; people decline." in parts[4]
    assert "late-bus (the late bus): none" in parts[4]


def test_a_file_of_decisions_is_given_filled_in_and_carried_out(project: Path) -> None:
    """What is decided is in the article, which passes the check; what is not is left to decide."""
    path = project / "decisions.yml"
    text = run("adjudicate", "bridge", "--format", "yaml").output
    path.write_text(text, encoding="utf-8")
    outcome = run("adjudicate", "bridge", "--decisions", str(path))
    assert outcome.exit_code == 1
    assert "error[unfilled]" in outcome.output
    text = text.replace("by: …", "by: Cy").replace("why: …", "why: It is.")
    path.write_text(text.replace("decided: open", "decided: late-bus", 1), encoding="utf-8")
    outcome = run("adjudicate", "bridge", "--decisions", str(path))
    assert outcome.exit_code == 0, outcome.output
    assert (
        "6 decisions written to content/articles/bridge.md; 0 of 6 differences left."
        in outcome.output
    )
    assert run("check").exit_code == 0
    found = read_article(PATH, (project / PATH).read_text(encoding="utf-8")).article
    assert found
    assert [d.at for d in found.decisions] == [
        "s3",
        "s11",
        "s9",
        "evidently",
        "declined",
        "late-bus:band",
    ]
    assert "Nothing is left to decide" in run("adjudicate", "bridge").output
    assert "decided from the readings" in run("agree").output


def test_a_published_mark_that_was_decided_needs_no_other_correction(project: Path) -> None:
    """The trail is as public as `changes`."""
    before = made_up.project(project / "before")
    path = project / "decisions.yml"
    path.write_text("by: Cy\ndecisions: [{at: s3, decided: late-bus, why: It is.}]\n", "utf-8")
    assert run("adjudicate", "bridge", "--decisions", str(path)).exit_code == 0
    assert run("check", "--against", str(before)).exit_code == 0
    article = project / PATH
    text = re.sub(r"(?m)^decisions:\n(?:  .*\n)+", "", article.read_text(encoding="utf-8"))
    article.write_text(text, encoding="utf-8")
    assert "change-without-correction" in run("check", "--against", str(before)).output


def test_decisions_are_asked_for_one_after_another(project: Path) -> None:
    """Skip, decide, stop; the name is asked for once."""
    typed = "skip\nopen\nCy\nBoth rules fit.\nlate-bus\nIt is a reading.\nstop\n"
    outcome = run("adjudicate", "bridge", "--ask", given=typed)
    assert outcome.exit_code == 0, outcome.output
    assert "2 decisions written" in outcome.output
    text = (project / PATH).read_text(encoding="utf-8")
    assert "how=quote also=unsourced}[^s11]" in text
    assert "why: Both rules fit." in text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("by: Cy\n", "missing-key"),
        ("decisions: [{at: s3, decided: keep, why: It is.}]\n", "nobody-decided"),
        ("by: Cy\ndecisions: [{at: s3, decision: keep, why: It is.}]\n", "unknown-key"),
        ("by: Cy\ndecisions: [\n", "yaml-syntax"),
        ("- one\n", "wrong-value"),
    ],
)
def test_a_broken_file_of_decisions_is_a_problem(project: Path, text: str, code: str) -> None:
    """With its place; the article is not touched."""
    path = project / "decisions.yml"
    path.write_text(text, encoding="utf-8")
    outcome = run("adjudicate", "bridge", "--decisions", str(path))
    assert outcome.exit_code == 1
    assert f"error[{code}]" in outcome.output
    assert (project / PATH).read_text(encoding="utf-8") == BRIDGE


def test_without_a_reading_it_says_how_one_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing to decide, and no error."""
    monkeypatch.chdir(made_up.project(tmp_path))
    outcome = run("adjudicate", "bridge")
    assert outcome.exit_code == 0
    assert "whosays blind bridge" in outcome.output


def test_what_most_readers_hold_is_the_second_reading() -> None:
    """Two who see another kind outweigh one who sees another basis."""
    motive = ("kind=evaluation from=s2", "kind=motive from=s2")
    readings = [
        made_up.reading(change, name=f"r{n}")
        for n, change in enumerate((made_up.S3, motive, motive))
    ]
    ruling = Ruling("s3", "open", "Cy", TODAY, "Why.", "", Place("d", 1, 1, 1, ""))
    outcome = adjudicate(PATH, BRIDGE, readings, [ruling], lambda _: ())
    assert "{.inferred kind=evaluation from=s2 also-kind=motive}[^s3]" in outcome.text
