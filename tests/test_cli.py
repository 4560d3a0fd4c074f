"""The commands, from outside: what they print, how they end, and that nobody sees a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

from .conftest import ROOT

GOOD = """\
---
title: The bridge
rights: own
original: {publisher: The Harbour Post}
voices:
  mayor: {name: Ada Renn, stake: party}
annotators: [{name: harbour-school}]
---
[The [grand]{.framing technique=loaded-language}[^f1] bridge is safe, [she said]{.cue}.]{.sourced by=mayor}[^s1]
[It will last.]{.inferred kind=prediction from=s1}[^s2]

[^s1]: One voice.
[^s2]: The writer's.
[^f1]: A word.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the codebook and one article, and the working folder in it."""
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "codebook.yml", tmp_path / "content")
    (articles / "bridge.md").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """`whosays` with these words; a fault of ours would be raised here."""
    return CliRunner().invoke(main, words, catch_exceptions=False)


def write(library: Path, name: str, text: str) -> None:
    """Put an article into the library."""
    (library / "content" / "articles" / name).write_text(text, encoding="utf-8")


def test_check_ends_with_0_where_all_is_well(library: Path) -> None:
    """And says how much was read."""
    outcome = run("check")
    assert outcome.exit_code == 0
    assert outcome.output == "1 article read: 0 errors, 0 warnings.\n"
    assert run("check", "--root", str(library)).exit_code == 0


def test_check_ends_with_1_where_there_is_an_error(library: Path) -> None:
    """With the place, the line, the fault underlined and the mend."""
    write(library, "bridge.md", GOOD.replace("by=mayor", "by=mayer"))
    outcome = run("check")
    assert outcome.exit_code == 1
    assert "content/articles/bridge.md:9:102: error[unknown-voice]" in outcome.output
    assert "Did you mean `mayor`?" in outcome.output
    assert "1 article read: 1 error, 0 warnings." in outcome.output


def test_a_warning_alone_stops_nothing(library: Path) -> None:
    """Exit code 0, and the warning is shown."""
    voices = "voices:\n  clerk: {name: Bo Lind, stake: unknown}"
    write(library, "bridge.md", GOOD.replace("voices:", voices))
    outcome = run("check")
    assert outcome.exit_code == 0
    assert "warning[unused-voice]" in outcome.output


def test_problems_of_all_files_come_in_one_run(library: Path) -> None:
    """One broken file does not hide another."""
    write(library, "a.md", "nothing")
    write(library, "b.md", GOOD.replace("from=s1", "from=s9"))
    outcome = run("check", "--format", "json")
    assert outcome.exit_code == 1
    rows = json.loads(outcome.output)
    assert {row["path"] for row in rows} == {"content/articles/a.md", "content/articles/b.md"}


def test_check_reads_only_what_it_is_asked_for(library: Path) -> None:
    """A file or a folder; a file outside the library as well."""
    write(library, "a.md", "nothing")
    assert run("check", "content/articles/bridge.md").exit_code == 0
    assert run("check", "content/articles/a.md").exit_code == 1
    assert run("check", "content/articles").exit_code == 1
    (library / "draft.md").write_text(GOOD, encoding="utf-8")
    assert "1 article read" in run("check", "draft.md").output


@pytest.mark.parametrize("shape", ["text", "json", "github", "sarif"])
def test_each_format_ends_the_same(library: Path, shape: str) -> None:
    """The exit code does not hang on how it is shown."""
    assert run("check", "--format", shape).exit_code == 0
    write(library, "bridge.md", "---\n")
    assert run("check", "--format", shape).exit_code == 1


def test_in_a_workflow_more_than_ten_errors_go_on_in_the_summary(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stood in it stays; without a workflow, and in other formats, nothing is written."""
    broken = GOOD + "".join(f"\n[Text {n}.]{{.unsourced}}[^t{n}]\n" for n in range(13))
    write(library, "bridge.md", broken)
    summary = library / "summary.md"
    assert run("check", "--format", "github").exit_code == 1
    assert not summary.exists()
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("check", "--format", "json")
    assert summary.read_text(encoding="utf-8") == "before\n"
    outcome = run("check", "--format", "github")
    assert outcome.output.count("::error ") == 13
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n### 13 problems\n")
    assert text.count("error[") == 3
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(library))
    assert "No summary: " in run("check", "--format", "github").output


@pytest.mark.parametrize(
    "raw",
    [
        *(
            b"",
            b"\n",
            b"---",
            b"---\n---\n",
            b"\xff\xfe\x00",
            b"---\ntitle: [\n---\n",
            b"\x00" * 99,
        ),
        *(b"---\n- a\n---\n", b"---\nvoices: {a: b}\n---\n[", b"---\n%YAML 1.9\n---\n"),
        b"---\ntitle: &a [*a]\n---\n" + b"[" * 500,
        GOOD.replace("party", "!!python/name:os.system").encode(),
        GOOD.replace("}", "").encode(),
        GOOD.replace("\n", "").encode(),
        GOOD.encode("utf-16"),
    ],
)
def test_a_broken_file_gives_problems_and_no_traceback(library: Path, raw: bytes) -> None:
    """Whatever a file holds, `check` and `stats` end with 1 and say why."""
    (library / "content" / "articles" / "broken.md").write_bytes(raw)
    for command in ("check", "stats"):
        outcome = run(command)
        assert outcome.exit_code == 1
        assert "broken.md:" in outcome.output
        assert "Traceback" not in outcome.output


def test_a_file_name_that_makes_no_address_is_a_problem(library: Path) -> None:
    """The name is the address on the site, so it is an id too."""
    write(library, "The Bridge_2.md", GOOD)
    outcome = run("check")
    assert outcome.exit_code == 1
    assert "Rename the file: `the-bridge-2.md`." in outcome.output


def test_a_missing_codebook_is_a_problem(library: Path) -> None:
    """Nothing can be checked without it, and that is said."""
    (library / "content" / "codebook.yml").unlink()
    outcome = run("check")
    assert outcome.exit_code == 1
    assert "content/codebook.yml" in outcome.output


@pytest.mark.usefixtures("library")
def test_stats_in_json_have_the_keys_that_are_promised() -> None:
    """Slug, statements, words, voices with their load, and framing."""
    outcome = run("stats", "--format", "json")
    assert outcome.exit_code == 0
    assert json.loads(outcome.output) == [
        {
            "slug": "bridge",
            "statements": {"total": 2, "sourced": 1, "unsourced": 0, "inferred": 1},
            "words": {"total": 10, "sourced": 7, "unsourced": 0, "inferred": 3},
            "voices": [
                {
                    "id": "mayor",
                    "name": "Ada Renn",
                    "stake": "party",
                    "statements": 1,
                    "words": 7,
                    "load": 1.0,
                }
            ],
            "framing": {"marks": 1, "per_100_words": 10.0, "by_technique": {"loaded-language": 1}},
            "contested": {
                "statements": {"total": 0, "sourced": 0, "unsourced": 0, "inferred": 0},
                "framing": 0,
                "marks": [],
            },
        }
    ]


def test_stats_as_a_table_name_the_article_and_its_voices(library: Path) -> None:
    """The same figures for people."""
    outcome = run("stats", str(library / "content" / "articles" / "bridge.md"))
    assert outcome.exit_code == 0
    for word in ("bridge", "Ada Renn", "100%", "loaded-language"):
        assert word in outcome.output


def test_a_new_article_is_told_what_to_fill_in_and_is_in_order_once_it_is(library: Path) -> None:
    """`new` writes a skeleton that says what it wants; filled in, it passes `check`."""
    assert run("new", "the-tunnel").exit_code == 0
    path = library / "content" / "articles" / "the-tunnel.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("…", "Words"), encoding="utf-8")
    outcome = run("check", str(path))
    assert outcome.exit_code == 0, outcome.output
    assert "0 warnings" in outcome.output


def test_new_writes_over_nothing(library: Path) -> None:
    """An article that is there stays as it is."""
    outcome = run("new", "bridge")
    assert outcome.exit_code == 2
    assert "exists already" in outcome.output
    assert (library / "content" / "articles" / "bridge.md").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(
    "words",
    [
        *(["sing"], ["check", "none.md"], ["check", "--format", "xml"], ["new"], ["new", "A B"]),
        *(["new", "../bridge"], ["new", "a/b"], ["verify", "content/articles/bridge.md"]),
        ["verify", "content/articles/bridge.md", "--original", "none.txt"],
        ["check", "--root", "none"],
    ],
)
@pytest.mark.usefixtures("library")
def test_wrong_usage_ends_with_2_and_says_what_is_right(words: list[str]) -> None:
    """A slip in the command is no problem of the content."""
    outcome = run(*words)
    assert outcome.exit_code == 2
    assert "Usage:" in outcome.output
    assert "Error:" in outcome.output


def test_outside_a_project_the_commands_say_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With exit code 2, since it is the command that lacks something."""
    monkeypatch.chdir(tmp_path)
    outcome = run("check")
    assert outcome.exit_code == 2
    assert "--root" in outcome.output


def test_verify_ends_with_0_where_all_stands_and_with_1_where_not(library: Path) -> None:
    """And counts what it found."""
    original = library / "original.txt"
    original.write_text("The grand bridge is safe, she said. It will last.", encoding="utf-8")
    words = ("verify", "content/articles/bridge.md", "--original", str(original))
    outcome = run(*words)
    assert outcome.exit_code == 0
    assert "2 of 2 statements stand in the original, in order." in outcome.output
    original.write_bytes(b"\xff")
    assert run(*words).exit_code == 1
    original.write_text("Something else.", encoding="utf-8")
    outcome = run(*words)
    assert outcome.exit_code == 1
    assert "0 of 2 statements" in outcome.output


def test_the_schema_is_json_and_names_every_key() -> None:
    """For editors that help while one writes."""
    outcome = run("schema")
    assert outcome.exit_code == 0
    schema = json.loads(outcome.output)
    assert {"title", "rights", "voices", "missing"} <= schema["properties"].keys()
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["-h"], ["--version"]])
def test_help_ends_with_0(words: list[str]) -> None:
    """Asking is no fault."""
    assert run(*words).exit_code == 0


def test_a_published_mark_does_not_change_in_silence(
    library: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With a copy of what is published, `check` asks for a correction, and takes the one it names."""
    copy = tmp_path_factory.mktemp("published")
    shutil.copytree(library / "content", copy / "content")
    changed = GOOD.replace("kind=prediction", "kind=evaluation")
    write(library, "bridge.md", changed)
    write(library, "new.md", changed)
    assert run("check").exit_code == 0
    outcome = run("check", "--against", str(copy))
    assert outcome.exit_code == 1
    assert outcome.output.count("error[change-without-correction]") == 1
    assert "bridge.md:10:32: error[change-without-correction]: Statement 2 was" in outcome.output
    entry = outcome.output.split("Add to the front matter: `")[1].split("`")[0]
    write(library, "bridge.md", changed.replace("annotators:", f"{entry}\nannotators:"))
    assert run("check", "--against", str(copy)).exit_code == 0


def test_what_to_check_against_is_a_copy_of_the_project(library: Path) -> None:
    """A folder without articles is wrong usage, and not a library in which all is new."""
    (library / "empty").mkdir()
    outcome = run("check", "--against", "empty")
    assert outcome.exit_code == 2
    assert "empty has no content/articles/" in outcome.output
