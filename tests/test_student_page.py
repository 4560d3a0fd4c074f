"""The student page tells nothing of what the annotators saw; and how it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import unescape

import pytest

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.model import Article, Framing, Statement, Voice
from generator.pages.read import read_pages, read_view
from generator.pages.squares import squares
from generator.pages.version import text_version
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, analysed, codebook, library, of_size

SITE = "https://example.org/who-says/"


def page_of(article: Analysed, site: str = "") -> str:
    """The text of an article's student page."""
    (page,) = read_pages(article, library(address=site).around)
    return render(page, environment(ROOT / "templates"))


def unlike(article: Article) -> Article:
    """The same text, with every answer another one."""
    turned = {"sourced": "inferred", "unsourced": "sourced", "inferred": "unsourced"}

    def other(statement: Statement) -> Statement:
        return replace(
            statement,
            id=f"the-culprit-{statement.number}",
            basis=turned[statement.basis],  # type: ignore[arg-type]
            voices=("nobody",),
            kind="motive",
            rests_on=(),
            records=(),
            also="sourced",
            short="Guilty",
            note=None,
        )

    nobody = Voice("nobody", "Nobody", "the accused", "person", "party", "They did it.")
    return replace(
        article,
        summary="Do not believe a word of it.",
        statements=tuple(other(statement) for statement in article.statements),
        framing=(),
        cues=(),
        voices=(nobody,),
        records=(),
        missing=(),
        frames=(),
        annotators=(),
        changes=(),
        codebook="9.9",
        questions=tuple(replace(q, answer="It was the goat.") for q in article.questions),
    )


@pytest.mark.parametrize("text", [BRIDGE, HOSTILE], ids=["bridge", "hostile"])
def test_whatever_the_answers_the_page_is_the_same(text: str) -> None:
    """Byte for byte: so nothing in it can depend on an answer, not even its order or its length."""
    article = analysed(text)
    assert page_of(article, SITE) == page_of(analyse(unlike(article.article)), SITE)


def test_the_same_text_gives_another_explainer() -> None:
    """The comparison above can fail: the turned article does differ in all that matters."""
    article = analysed(BRIDGE).article
    other = unlike(article)
    assert all(
        a.basis != b.basis for a, b in zip(article.statements, other.statements, strict=True)
    )
    assert text_version(article) == text_version(other)


def answers(article: Article) -> Iterator[str]:
    """Each text that the annotators wrote, and each id that they chose."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        yield mark.id
        yield from (paragraph.text for paragraph in (mark.note.paragraphs if mark.note else ()))
    for framing in article.framing:
        yield from (framing.plain, framing.technique)
    for statement in article.statements:
        yield from (statement.kind, statement.short)
    for voice in article.voices:
        yield from (voice.id, voice.role, voice.note)
    for missing in article.missing:
        yield from (missing.what, missing.why)
    for record in article.records:
        yield from (record.id, record.title, record.says)
    yield from (question.answer for question in article.questions)
    yield article.summary
    yield from (entry.id for entry in codebook().techniques)
    yield from (entry.name for entry in codebook().techniques)


def test_no_answer_stands_on_the_page() -> None:
    """Neither a note nor an id, a plain wording, a technique, a role, a stake, a record or an answer."""
    article = analysed(BRIDGE)
    page = unescape(page_of(article))
    of_every_page = unescape(page_of(of_size(3, 1)))
    text = " ".join([of_every_page, *(block.text.text for block in article.article.blocks)])
    wanted = {answer for answer in answers(article.article) if answer and answer not in text}
    assert len(wanted) > 60
    found = {
        answer for answer in wanted if re.search(rf"(?<![\w-]){re.escape(answer)}(?![\w-])", page)
    }
    assert not found


def test_the_page_has_every_sentence_number_and_question() -> None:
    """Without a script, and in the order of the text."""
    article = analysed(BRIDGE).article
    page = unescape(re.sub(r"<[^>]+>", "", page_of(analysed(BRIDGE))))
    at = 0
    for statement in article.statements:
        at = page.index(f"{statement.number}{statement.text}", at)
    for question in article.questions:
        assert question.ask in page
        assert question.standard in page


def test_statements_are_named_by_number_alone() -> None:
    """A label can give something away, so no mark keeps its own."""
    page = page_of(analysed(BRIDGE))
    numbers = re.findall(r'\bdata-n="(\d+)"', page)
    assert numbers == [str(number) for number in range(1, 16)]


def test_the_version_follows_the_words_and_nothing_else() -> None:
    """The first eight digits of the SHA-256 of the statements, a line each."""
    article = analysed(BRIDGE).article
    lines = "\n".join(statement.text for statement in article.statements).encode()
    assert text_version(article) == sha256(lines).hexdigest()[:8]
    first = replace(article.statements[0], text="Another.")
    assert text_version(replace(article, statements=(first, *article.statements[1:]))) != (
        text_version(article)
    )


def test_paper_carries_the_address_where_it_is_known() -> None:
    """As a text and as squares for a camera; without an address neither is there."""
    article = analysed(BRIDGE, "bridge")
    view = read_view(article, SITE)
    assert view.address == f"{SITE}articles/bridge/read/"
    assert view.shown == "example.org/who-says/articles/bridge/read/"
    assert view.squares == squares(view.address)
    page = page_of(article, SITE)
    assert "<span>example.org/who-says/articles/bridge/read/</span>" in page
    assert "for a camera" in page
    assert "for a camera" not in page_of(article)
    assert read_view(article, "").squares is None


def test_squares_have_a_light_border_and_three_corners() -> None:
    """As cameras need it: four squares of light, and the eye in the first corner."""
    drawn = squares(f"{SITE}articles/bridge/read/")
    rows = [int(y) for y in re.findall(r"M\d+ (\d+)h", drawn.path)]
    columns = [int(x) for x in re.findall(r"M(\d+) ", drawn.path)]
    assert min(rows) == min(columns) == 4
    assert max(rows) == drawn.size - 5
    assert drawn.path.startswith("M4 4h7m")


def test_a_long_article_is_no_trouble() -> None:
    """Every statement is there once."""
    page = page_of(of_size(60, 12))
    assert len(re.findall(r'class="s"', page)) == 60
