"""The sentences of a pasted text, before the generator has arrived."""

from __future__ import annotations

import pytest

from generator.drafting.sentences import by_rule, find_sentences
from generator.drafting.values import Draft, Passage
from generator.reading.files import read_content
from tests.conftest import ROOT
from tests.workbench.conftest import Run

CUT = """async (tools, [texts, language]) => {
  const {sentences} = await import("/sentences.js");
  return texts.map(text => sentences(text, language).map(({start, end}) => text.slice(start, end)));
}"""


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Renn met Dr. J. Smith at 9 a.m.|The mayor spoke.",
        "It rose 3.5 per cent.|U.S. officials agreed.",
        "“Stop!” he said.|“Go on.”|She left.",
        "He said: “It is big. It is old.”|Then he left.",
        "Well…|The end.|And so on ... it went.",
        "We met at 5 p.m. Tuesday in St. Ives.|No. 10 was closed.",
        "In 2020.|5 people came.",
        "Harbour Co. Ltd. was sold.|(It was cheap.)|Who knew?",
        "J. R. R. Tolkien wrote it.|I am I.|Then e.g. Bo came.",
        "She won!|“Really?” asked Bo.|Yes.",
        "A line without an end",
        "“It was never closed. So it goes on.|",
    ],
)
def test_a_text_is_cut_where_a_reader_would(run: Run, text: str) -> None:
    wanted = [piece for piece in text.split("|") if piece]
    if text.endswith("|"):
        wanted = ["“It was never closed.", "So it goes on."]
    assert run(CUT, [[" ".join(text.split("|"))], "en"]) == [wanted]


def test_the_library_is_cut_as_the_generator_cuts_it(run: Run) -> None:
    articles = [article for article in read_content(ROOT).articles if article.language == "en"]
    texts = [block.text.text for article in articles for block in article.blocks if not block.level]
    passages = tuple(Passage("paragraph", 0, text, ()) for text in texts)
    cut = find_sentences(Draft("en", passages), by_rule).sentences
    theirs = [(found.block, texts[found.block][found.start : found.end]) for found in cut]
    ours = [(at, text) for at, made in enumerate(run(CUT, [texts, "en"])) for text in made]
    assert len(theirs) > 300
    assert len(set(ours) & set(theirs)) >= 0.98 * len(theirs)


@pytest.mark.parametrize("language", ["de", "ar", "xx", "not a language", ""])
def test_any_language_has_sentences(run: Run, language: str) -> None:
    assert run(CUT, [["One is here. Two is there."], language]) == [
        ["One is here.", "Two is there."]
    ]


@pytest.mark.parametrize("text", ["", " ", "… …", "* * *", "”", "."])
def test_no_sentence_is_without_a_word(run: Run, text: str) -> None:
    assert run(CUT, [[text], "en"]) == [[]]


@pytest.mark.parametrize("piece", ["a. ", "“A. ", "Mr. ", ". ", "\U0001f600.\u200d", "A… ", "x"])
def test_a_text_that_means_harm_takes_no_longer_than_any(run: Run, piece: str) -> None:
    took = run(
        """async (tools, piece) => {
          const {sentences} = await import("/sentences.js");
          const text = piece.repeat(20000), from = performance.now();
          sentences(text, "en");
          return performance.now() - from;
        }""",
        piece,
    )
    assert took < 4000
