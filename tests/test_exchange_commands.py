"""`whosays export` and `whosays import`, from outside."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from generator.exchange.formats import FORMATS

from .test_cli import library, run

__all__ = ["library"]

ARTICLE = "content/articles/bridge.md"
each_format = pytest.mark.parametrize("name", [form.NAME for form in FORMATS])


@pytest.mark.usefixtures("library")
@each_format
def test_every_format_is_written_and_read_from_a_zip(name: str) -> None:
    """And what comes back is an article file."""
    assert run("export", name, ARTICLE, "-o", "out.zip").exit_code == 0
    Path("bridge.txt").write_text("The grand bridge is safe, she said. It will last.\n", "utf-8")
    outcome = run("import", name, "out.zip", "-o", "back.md", "--text", "bridge.txt")
    assert outcome.exit_code == 0, outcome.output
    assert Path("back.md").read_text("utf-8").startswith("---\n")


@pytest.mark.usefixtures("library")
def test_an_article_comes_back_and_passes_check() -> None:
    """Through a format that carries all of it."""
    outcome = run("export", "web-annotation", ARTICLE, "-o", "bridge.jsonld")
    assert outcome.output == "Written: bridge.jsonld\n\nEverything was carried.\n"
    assert run("import", "web-annotation", "bridge.jsonld", "-o", "back.md").exit_code == 0
    assert run("check", "back.md").output == "1 article read: 0 errors, 0 warnings.\n"


@pytest.mark.usefixtures("library")
def test_several_files_go_to_a_folder_and_are_found_beside_each_other() -> None:
    """The text beside its annotations; naming one of them, or the folder, is enough."""
    assert run("export", "brat", ARTICLE, "-o", "brat").exit_code == 0
    names = {path.name for path in Path("brat").iterdir()}
    assert names == {"bridge.ann", "bridge.txt", "annotation.conf", "visual.conf"}
    assert run("import", "brat", "brat/bridge.ann", "-o", "one.md").exit_code == 0
    assert run("import", "brat", "brat", "-o", "two.md").exit_code == 0
    assert Path("one.md").read_bytes() == Path("two.md").read_bytes()


@pytest.mark.usefixtures("library")
def test_nothing_is_written_over_what_is_there() -> None:
    """Neither a file nor one of several in a folder."""
    Path("brat").mkdir()
    Path("brat/bridge.txt").write_text("mine", "utf-8")
    outcome = run("export", "brat", ARTICLE, "-o", "brat")
    assert outcome.exit_code == 2
    assert "brat/bridge.txt exists already" in outcome.output
    assert [path.name for path in Path("brat").iterdir()] == ["bridge.txt"]
    assert Path("brat/bridge.txt").read_text("utf-8") == "mine"


@pytest.mark.usefixtures("library")
def test_losses_are_listed_and_strict_makes_them_an_error() -> None:
    """As text and as JSON; then nothing is written."""
    outcome = run("export", "brat", ARTICLE, "-o", "a")
    assert "\nNot carried:\n- metadata, " in outcome.output
    outcome = run("export", "brat", ARTICLE, "-o", "b", "--strict", "--format", "json")
    assert outcome.exit_code == 1
    value = json.loads(outcome.output)
    assert value["written"] == []
    assert value["problems"] == []
    assert {"kind", "what", "count", "examples"} == value["lost"][0].keys()
    assert not Path("b").exists()
    assert run("export", "web-annotation", ARTICLE, "-o", "c", "--strict").exit_code == 0


@pytest.mark.usefixtures("library")
def test_labels_of_others_are_named_and_can_be_mapped() -> None:
    """A warning says how."""
    Path("a.ann").write_text("T1\tClaim 0 9\tIt rained.\n", "utf-8")
    Path("a.txt").write_text("It rained.", "utf-8")
    outcome = run("import", "brat", "a.ann", "-o", "a.md")
    assert '--map "Claim=unsourced"' in outcome.output
    assert "[It rained]{.x-Claim}." in Path("a.md").read_text("utf-8")
    outcome = run("import", "brat", "a.ann", "-o", "b.md", "--map", "Claim=inferred:motive")
    assert "unknown-label" not in outcome.output
    assert "[It rained]{.inferred kind=motive}[^s1]." in Path("b.md").read_text("utf-8")
    assert run("import", "brat", "a.ann", "-o", "c.md", "--map", "Claim=nonsense").exit_code == 2
    assert run("import", "brat", "a.ann", "-o", "c.md", "--strict").exit_code == 1
    assert not Path("c.md").exists()


@pytest.mark.usefixtures("library")
@each_format
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"{", b"[" * 100_000, b"T1\t", b"PK\x03\x04"]
)
def test_a_broken_file_ends_in_problems(name: str, data: bytes) -> None:
    """Nobody sees a traceback."""
    for path in ("broken.zip", "broken.bin"):
        Path(path).write_bytes(data)
        outcome = run("import", name, path, "-o", "out.md")
        assert outcome.exit_code in (0, 1)
        assert outcome.output
        Path("out.md").unlink(missing_ok=True)


@pytest.mark.usefixtures("library")
def test_a_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is unpacked."""
    monkeypatch.setattr("generator.commands.given.MOST", 10)
    with zipfile.ZipFile("big.zip", "w") as archive:
        archive.writestr("a.ann", "T1\tX 0 1\ta\n")
    outcome = run("import", "brat", "big.zip", "-o", "out.md")
    assert outcome.exit_code == 1
    assert "it holds more than an import takes" in outcome.output


@pytest.mark.usefixtures("library")
def test_an_article_with_an_error_is_not_exported() -> None:
    """Its problems are shown instead."""
    path = Path(ARTICLE)
    path.write_text(path.read_text("utf-8").replace("by=mayor", "by=mayer"), "utf-8")
    outcome = run("export", "brat", ARTICLE, "-o", "out")
    assert outcome.exit_code == 1
    assert "unknown-voice" in outcome.output
    assert not Path("out").exists()


@pytest.mark.usefixtures("library")
def test_a_text_that_is_not_utf_8_is_refused() -> None:
    """Offsets in it would mean nothing."""
    Path("a.ann").write_text("T1\tClaim 0 2\tIt\n", "utf-8")
    Path("t").write_bytes(b"\xff")
    assert run("import", "brat", "a.ann", "-o", "a.md", "--text", "t").exit_code == 2
