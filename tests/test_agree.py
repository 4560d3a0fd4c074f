"""`whosays agree`: readings of the project, and folders of several annotators."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.exchange import brat, doccano
from generator.exchange.document import Document
from generator.exchange.to_document import to_document
from generator.reading.article import read_article
from tests.agreement import made_up
from tests.sample import BRIDGE


def run(*words: str) -> Result:
    """`whosays` with these words."""
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def found(*words: str) -> dict[str, Any]:
    """What `whosays agree --format json` gives."""
    outcome = run("agree", *words, "--format", "json")
    assert outcome.exit_code == 0, outcome.output
    value: dict[str, Any] = json.loads(outcome.stdout, parse_constant=pytest.fail)
    return value


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article and two made-up readings, and the working folder in it."""
    root = made_up.project(
        tmp_path / "project",
        late_bus=made_up.reading_text(*made_up.ALL),
        blue_bike=made_up.reading_text(made_up.S3, reader="the blue bike"),
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("project")
def test_json_has_the_keys_that_are_promised() -> None:
    """The library's figures, and each article's with its differences."""
    value = found()
    assert set(value) == {"library", "articles"}
    library = value["library"]
    low, high = library["basis_interval"]
    assert low <= library["basis_alpha"] <= high
    assert 0 < library["framing_f1"] < 1
    assert library["readers"] == ["published", "blue-bike", "late-bus"]
    (article,) = value["articles"]
    assert article["slug"] == "bridge"
    assert article["basis_alpha"] == library["basis_alpha"]
    assert article["pairs"][0]["readers"] == ["published", "blue-bike"]
    assert article["pairs"][0]["confusion"]["inferred"] == {"inferred": 4, "unsourced": 1}
    assert article["differences"][0]["at"] == "s3"
    assert [a["label"] for a in article["differences"][0]["answers"]] == [
        "inferred",
        "unsourced",
        "unsourced",
    ]


@pytest.mark.usefixtures("project")
def test_text_and_markdown_name_readers_figures_and_differences() -> None:
    """For a terminal, and for a pull request."""
    text = run("agree").output
    assert text.startswith("bridge: published, blue-bike, late-bus\n")
    assert "Differences, worst first: 6" in text
    assert "late-bus: unsourced and sourced*" in text
    table = run("agree", "--format", "markdown").output
    assert "| published, blue\\-bike | " in table


@pytest.mark.usefixtures("project")
def test_a_reading_that_is_named_is_laid_beside_the_article_alone() -> None:
    """Of an article all readings count."""
    readings = "content/readings/bridge"
    assert found(f"{readings}/late-bus.md")["library"]["readers"] == ["published", "late-bus"]
    assert len(found("content/articles/bridge.md")["library"]["readers"]) == 3
    assert len(found(readings)["library"]["readers"]) == 3
    assert found("content/articles/bridge.md", f"{readings}/late-bus.md") == found()


def test_without_a_reading_there_is_nothing_to_compare(project: Path) -> None:
    """It says how one begins, and the figures are null."""
    for path in (project / "content" / "readings" / "bridge").iterdir():
        path.unlink()
    assert "whosays blind" in run("agree").output
    value = found()
    assert value["articles"] == []
    assert value["library"]["basis_alpha"] is None
    assert found("content/articles/bridge.md") == value


def test_an_error_in_a_reading_ends_the_command_and_the_check(project: Path) -> None:
    """Marks of another text are not compared."""
    path = project / "content" / "readings" / "bridge" / "late-bus.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Monday’s", "Sunday’s"), "utf-8")
    for command in (["agree"], ["check"], ["check", str(path)], ["build"]):
        outcome = run(*command)
        assert outcome.exit_code == 1
        assert "error[text-differs]" in outcome.output
        assert "“Sunday’s opening was" in outcome.output


def test_a_reading_of_no_article_is_told_its_folder(project: Path) -> None:
    """With the name that was probably meant."""
    readings = project / "content" / "readings"
    (readings / "bridge").rename(readings / "bridg")
    outcome = run("check")
    assert outcome.exit_code == 1
    assert "Did you mean `bridge`?" in outcome.output


def test_a_reading_cannot_take_the_name_of_the_published_marks(project: Path) -> None:
    """Figures could not tell the two apart."""
    readings = project / "content" / "readings" / "bridge"
    (readings / "late-bus.md").rename(readings / "published.md")
    assert "error[reserved-id]" in run("check").output


def documents() -> dict[str, Document]:
    """The bridge article as two made-up annotators marked it."""
    texts = {"ada": BRIDGE, "late-bus": BRIDGE.replace(*made_up.S3)}
    found: dict[str, Document] = {}
    for name, text in texts.items():
        article = read_article("bridge.md", text).article
        assert article
        found[name] = to_document(article)
    return found


def of_brat(folder: Path, *, flat: bool) -> None:
    """Their files as brat has them: a folder each, or all in one."""
    for name, document in documents().items():
        files = brat.write(document).files
        inside = folder if flat else folder / name
        inside.mkdir(parents=True, exist_ok=True)
        (inside / "bridge.txt").write_bytes(files["bridge.txt"])
        ann = f"bridge.{name}.ann" if flat else "bridge.ann"
        (inside / ann).write_bytes(files["bridge.ann"])


def of_doccano(folder: Path, way: str) -> None:
    """Their lines as doccano has them: a file each, a folder each, or names in the lines or spans."""
    folder.mkdir()
    lines: dict[str, dict[str, Any]] = {
        name: json.loads(doccano.write(document).files["bridge.jsonl"])
        for name, document in documents().items()
    }
    if way == "users":
        both = {"text": lines["ada"]["text"], "annotations": []}
        both["annotations"] = [
            {**span, "user": name} for name, line in lines.items() for span in line["entities"]
        ]
        (folder / "all.jsonl").write_text(json.dumps(both), encoding="utf-8")
    elif way == "lines":
        given = (json.dumps({**line, "annotator": name}) for name, line in lines.items())
        (folder / "all.jsonl").write_text("\n".join(given), encoding="utf-8")
    for name, line in lines.items() if way in ("files", "folders") else ():
        path = folder / f"{name}.jsonl" if way == "files" else folder / name / "export.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(line), encoding="utf-8")


@pytest.mark.parametrize("way", ["brat flat", "brat folders", "files", "folders", "lines", "users"])
def test_a_folder_of_several_annotators_gives_the_same_figures(tmp_path: Path, way: str) -> None:
    """In brat's format and in doccano's, a folder each, a file each, or all in one."""
    folder = tmp_path / "annotators"
    if way.startswith("brat"):
        of_brat(folder, flat=way.endswith("flat"))
    else:
        of_doccano(folder, way)
    (article,) = found(str(folder))["articles"]
    assert article["readers"] == ["ada", "late-bus"]
    assert article["basis_alpha"] == pytest.approx(1 - 29 * 2 / 574, abs=0.0001)
    assert article["framing_f1"] == 1
    (difference,) = article["differences"]
    assert difference["at"] == "ada:s3" or way == "users"
    assert difference["text"] == "The city has at last turned a corner."


def test_foreign_labels_are_named_and_mapped(tmp_path: Path) -> None:
    """What nobody has mapped is left out, and said."""
    folder = tmp_path / "annotators"
    for name, end in (("ada", 9), ("late-bus", 4)):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text("It is. We saw. They left.", encoding="utf-8")
        spans = f"T1\tClaim 0 6\tIt is.\nT2\tView 7 14\tWe saw.\nT3\t{'Claim' if end == 9 else 'View'} 15 25\tThey left.\n"
        (folder / name / "a.ann").write_text(spans, encoding="utf-8")
    outcome = run("agree", str(folder), "--format", "json")
    assert "warning[unknown-label]" in outcome.stderr
    assert json.loads(outcome.stdout)["library"]["basis_alpha"] is None
    mapped = ("--map", "Claim=unsourced", "--map", "View=inferred:evaluation")
    assert found(str(folder), *mapped)["library"]["pairs"][0]["units"] == 3


def test_annotators_of_two_texts_are_told(tmp_path: Path) -> None:
    """Agreement is about marks of one text."""
    for name, text in (("ada", "It is."), ("late-bus", "It was.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
        (tmp_path / name / "a.ann").write_text(f"T1\tunsourced 0 5\t{text[:5]}\n", "utf-8")
    outcome = run("agree", str(tmp_path))
    assert outcome.exit_code == 1
    assert "error[text-differs]" in outcome.output


@pytest.mark.parametrize(
    "line", ["not json", "[1, 2]", '{"text": 5}', '{"annotations": [{"user": {}}]}', ""]
)
def test_a_broken_file_is_a_problem_and_no_traceback(tmp_path: Path, line: str) -> None:
    """Whatever stands in it."""
    (tmp_path / "ada.jsonl").write_text(line, encoding="utf-8")
    outcome = run("agree", str(tmp_path))
    assert outcome.exit_code in (0, 1)
    assert "Traceback" not in outcome.output


@pytest.mark.usefixtures("project")
def test_labels_are_mapped_for_folders_only() -> None:
    """In the project marks have our names."""
    assert run("agree", "--map", "a=unsourced").exit_code == 2


@pytest.mark.usefixtures("project")
def test_the_summary_of_a_pull_request_shows_a_new_reading(
    tmp_path: Path,
) -> None:
    """How far it agrees with the published marks, and where not; nothing where none is new."""
    before = made_up.project(tmp_path / "before")
    words = ("stats", "--format", "markdown", "--against")
    outcome = run(*words, str(before))
    assert "No article changed." in outcome.output
    assert "## Readings by others" in outcome.output
    assert "published, late\\-bus" in outcome.output
    assert "| late\\-bus:band | mark |" in outcome.output
    again = made_up.project(
        tmp_path / "same",
        late_bus=made_up.reading_text(*made_up.ALL),
        blue_bike=made_up.reading_text(made_up.S3, reader="the blue bike"),
    )
    assert "Readings by others" not in run(*words, str(again)).output
