"""From a plain text to a page, by the documented steps only: draft, decide, check, build."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.analysis import analyse
from generator.cli import main
from generator.model import Article, Framing, Statement
from generator.publish.options import Options
from generator.publish.site import build_site
from generator.reading.article import read_article
from tests.conftest import ROOT
from tests.sites.project import make_project

SLUG = "the-trombone-case"
FILE = f"content/articles/{SLUG}.md"
SOURCE = (ROOT / FILE).read_text(encoding="utf-8")
STEPS = ("draft", "check", "site")
"""The commands of the way: the person decides between the first and the second."""

SUGGESTED = re.compile(r"\[([^\[\]]*)\]\{\.framing [^{}]*\bdraft=yes\}\[\^f\d+\]")
CUE = re.compile(r"\[([^\[\]]*)\]\{\.cue\}")
SENTENCE = re.compile(r"\[(.*)\]\{[^{}]*\bdraft=yes\}\[\^s\d+\]")


def read(text: str) -> Article:
    """An article's text, read without an error."""
    reading = read_article(FILE, text)
    assert reading.article
    assert not [p for p in reading.problems if p.severity == "error"], reading.problems
    return reading.article


def run(*words: str) -> Result:
    """`whosays` with these words; a fault of ours would be raised here."""
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without the article, with its plain text beside it, and the working folder in it."""
    folder = make_project(tmp_path / "project")
    article = read(SOURCE)
    plain = "\n\n".join(block.text.text for block in article.blocks)
    assert not re.search(r"[{}\[\]^]", plain)
    (folder / "text.txt").write_text(f"{article.title}\n\n{plain}\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def decided(draft: str, ours: Article) -> str:
    """The draft after a person: front matter and notes are written, and each mark is decided.

    A sentence of the draft stays one statement, with the answers that the annotators gave. What is
    suggested as framing goes, and what the annotators found is put in its place.
    """
    front, _, rest = SOURCE.partition("\n---\n")
    notes = rest[re.search(r"^\[\^", rest, re.MULTILINE).start() :]  # type: ignore[union-attr]
    body = draft.partition("\n---\n")[2]
    body = body[: body.index("\n[^")]
    statements = iter(ours.statements)
    lines = [
        _decided(line, next(statements), ours.framing) if line else line
        for line in body.strip("\n").splitlines()
    ]
    assert not list(statements)
    return "\n".join([front, "---", "", *lines, "", notes])


def _decided(line: str, ours: Statement, framing: tuple[Framing, ...]) -> str:
    suggested = SENTENCE.fullmatch(line)
    assert suggested, line
    words = SUGGESTED.sub(r"\1", suggested[1])
    for mark in (mark for mark in framing if mark.statement == ours.id):
        # A cue that ends in the middle of the framing is not quite the right one.
        words = words if flat(mark.text) in words else CUE.sub(r"\1", words)
        answer = attributes(".framing", technique=mark.technique, plain=mark.plain, also=mark.also)
        assert words.count(flat(mark.text)) == 1, (mark.text, words)
        words = words.replace(flat(mark.text), f"[{flat(mark.text)}]{answer}[^{mark.id}]")
    answer = attributes(
        f".{ours.basis}",
        by=" ".join(ours.voices),
        how=ours.how,
        kind=ours.kind,
        **{"from": " ".join(ours.rests_on)},
        see=" ".join(ours.records),
        also=ours.also,
        short=ours.short,
    )
    return f"[{words}]{answer}[^{ours.id}]"


def attributes(mark: str, **values: str) -> str:
    """A mark's attributes, those without a value left out."""
    told = [f'{name}="{value}"' for name, value in values.items() if value]
    return f"{{{' '.join([mark, *told])}}}"


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def answers(article: Article) -> list[tuple[object, ...]]:
    """What an article says, wherever in its file it says so."""
    found: list[tuple[object, ...]] = [
        (flat(s.text), s.basis, s.voices, s.how, s.kind, s.rests_on, s.note and s.note.paragraphs)
        for s in article.statements
    ]
    return found + [
        (flat(f.text), f.technique, f.plain, f.also, f.statement) for f in article.framing
    ]


def test_a_text_becomes_a_page_by_the_documented_steps(project: Path) -> None:
    """Drafted, decided, checked and built, it is the article that we publish ourselves."""
    ours = read(SOURCE)
    assert run("draft", "text.txt", "--output", FILE).exit_code == 0
    draft = (project / FILE).read_text(encoding="utf-8")
    assert ours.title in draft

    told = run("check", FILE)
    assert told.exit_code == 1
    assert "[unfilled]" in told.output
    assert "[draft-left]" in told.output

    (project / FILE).write_text(decided(draft, ours), encoding="utf-8")
    told = run("check", FILE)
    assert told.exit_code == 0, told.output
    assert "draft-left" not in told.output
    assert answers(read((project / FILE).read_text(encoding="utf-8"))) == answers(ours)

    built = build_site(project, project / "site", Options(date(2026, 11, 22), packs=False))
    assert built.ok, (built.content, built.problems, built.engine)
    page = (project / f"site/articles/{SLUG}/index.html").read_text(encoding="utf-8")
    total = analyse(ours).figures.statements.total
    assert page.count('class="n" href="#note-') == total
    ids = [s.id for s in ours.statements] + [f.id for f in ours.framing]
    assert not [name for name in ids if f'id="note-{name}"' not in page]
    assert f'href="../articles/{SLUG}/"' in (project / "site/articles/index.html").read_text(
        encoding="utf-8"
    )


def test_a_draft_that_nobody_has_decided_reaches_no_page(project: Path) -> None:
    """With front matter and notes alone, and without its status, the build stops at each suggestion."""
    run("draft", "text.txt", "--output", FILE)
    draft = (project / FILE).read_text(encoding="utf-8")
    front = SOURCE.partition("\n---\n")[0]
    filled = (
        front + "\n---\n" + re.sub(r' by="?[^"{}]*?(?= how)', "", draft.partition("\n---\n")[2])
    )
    (project / FILE).write_text(filled, encoding="utf-8")
    told = run("check", FILE)
    assert told.exit_code == 1
    assert told.output.count("[draft-left]") >= len(read(SOURCE).statements)
    assert not build_site(project, project / "site", Options(date(2026, 11, 22))).ok
    assert not (project / "site").exists()


def test_each_step_of_the_way_is_documented() -> None:
    """A contributor reads of each command that the way above goes by."""
    text = "\n".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    for step in STEPS:
        assert re.search(rf"`(?:\S*/)?whosays {step}\b", text), step
