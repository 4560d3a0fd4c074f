"""What the figures of readings are: units, weights, intervals, and what is not defined."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.agreed.as_json import as_json
from generator.agreed.markdown import as_markdown
from generator.agreed.text import as_text
from generator.agreement import agree, laid
from generator.agreement.alpha import alpha, coincidences, summed
from generator.agreement.bootstrap import interval
from generator.agreement.differences import differences
from generator.agreement.figures import Measure
from generator.agreement.laying import lay
from generator.agreement.scoring import scores
from generator.agreement.spans import exact, f1, overlapping
from generator.agreement.units import units
from generator.agreement.values import Marked
from generator.reading.article import read_article
from generator.reading.readings import read_reading
from tests.agreement import made_up
from tests.agreement.made_up import reader, text_of


def test_where_all_cut_alike_alpha_is_that_of_the_table_of_statements() -> None:
    """Each statement counts as one, however long it is."""
    one = reader("a", (0, 2, "sourced"), (2, 30, "unsourced"), (30, 33, "inferred"))
    other = reader("b", (0, 2, "sourced"), (2, 30, "inferred"), (30, 33, "inferred"))
    assert [unit.weight for unit in units((one, other))] == [1, 1, 1]
    table = [["sourced", "sourced"], ["unsourced", "inferred"], ["inferred", "inferred"]]
    plain = alpha(summed((coincidences(unit), 1) for unit in table))
    assert scores([text_of(33, one, other)]).basis.value == plain


def test_cutting_a_statement_in_two_changes_no_figure_by_itself() -> None:
    """Only another label on the same words does."""
    one = reader("a", (0, 10, "sourced"), (10, 20, "unsourced"))
    other = reader("b", (0, 4, "sourced"), (4, 10, "sourced"), (10, 20, "unsourced"))
    assert scores([text_of(20, one, other)]).basis.value == 1


def test_a_boundary_a_word_further_on_costs_a_word() -> None:
    """A stretch weighs the mean of the shares that it is of its readers' statements."""
    one = reader("a", (0, 10, "sourced"), (10, 20, "unsourced"))
    other = reader("b", (0, 11, "sourced"), (11, 20, "unsourced"))
    found = units((one, other))
    assert [(unit.start, unit.end) for unit in found] == [(0, 10), (10, 11), (11, 20)]
    assert found[1].weight == pytest.approx((1 / 10 + 1 / 11) / 2)
    assert sum(unit.weight for unit in found) == pytest.approx(2)


def test_words_that_a_reader_left_out_are_no_disagreement() -> None:
    """A gap is a missing value."""
    one = reader("a", (0, 5, "sourced"), (5, 9, "unsourced"))
    other = reader("b", (0, 5, "sourced"))
    third = reader("c", (0, 5, "inferred"), (5, 9, "unsourced"))
    found = scores([text_of(9, one, other, third)])
    assert found.basis.count == 2
    assert found.confusion == (
        ("inferred", "sourced", 1),
        ("sourced", "inferred", 1),
        ("sourced", "sourced", 1),
        ("unsourced", "unsourced", 2),
    )


def test_framing_counts_words_and_techniques() -> None:
    """The same words with the same technique; words in common; whatever the technique."""
    one = reader("a", framing="0-2 hedge, 4-8 doubt, 9-10 doubt").framing
    other = reader("b", framing="0-2 hedge, 5-6 doubt, 7-8 hedge").framing
    assert f1([(exact(one, other), 1)]) == pytest.approx(1 / 3)
    same = overlapping(one, other, any_label=False)
    assert (same.first_met, same.second_met) == (2, 2)
    anyhow = overlapping(one, other, any_label=True)
    assert (anyhow.first_met, anyhow.second_met) == (2, 3)
    assert f1([(anyhow, 1)]) == pytest.approx(2 * (2 / 3) * 1 / (2 / 3 + 1))


def test_the_published_marks_are_a_reading_unless_they_were_decided_from_the_others() -> None:
    """Then they stand in the pairs only, and one reading is left alone."""
    decided = made_up.marked(made_up.reading(made_up.S3))
    assert [r.id for r in decided.independent] == ["published", "late-bus"]
    alone = replace(decided, adjudicated=True)
    found = scores([alone])
    assert found.basis.value is None
    assert "nobody to compare" in found.basis.why
    assert [pair.readers for pair in found.pairs] == [("published", "late-bus")]
    assert found.pairs[0].kappa.value == pytest.approx(scores([decided]).pairs[0].kappa.value)


def every_measure(texts: tuple[Marked, ...]) -> list[Measure]:
    """All figures of a library and of its articles."""
    agreement = agree(texts)
    found = [agreement.library, *(article.scores for article in agreement.articles)]
    return [
        measure
        for s in found
        for measure in (s.basis, s.kinds, s.exact, s.overlap, s.place, s.unitising)
    ] + [m for s in found for pair in s.pairs for m in (pair.kappa, pair.framing)]


DEGENERATE = {
    "no text": (),
    "no reader": (text_of(4),),
    "one reader": (text_of(4, reader("a", (0, 4, "sourced"), framing="0-1 hedge")),),
    "no word": (text_of(0, reader("a"), reader("b")),),
    "one word": (text_of(1, *(reader(n, (0, 1, "sourced"), framing="0-1 hedge") for n in "ab")),),
    "no mark": (text_of(4, reader("a"), reader("b")),),
    "nothing in common": (
        text_of(4, reader("a", (0, 2, "sourced")), reader("b", (2, 4, "sourced"))),
    ),
    "no variation": (
        text_of(9, *(reader(n, (0, 4, "sourced"), (4, 9, "sourced")) for n in "abc")),
    ),
    "framing everywhere": (text_of(4, *(reader(n, framing="0-4 hedge") for n in "ab")),),
}
"""Readings from which little or nothing can be computed."""


@pytest.mark.parametrize("name", DEGENERATE)
def test_what_is_not_defined_is_null_with_its_reason(name: str) -> None:
    """Never NaN, never a traceback, in all three shapes."""
    texts = DEGENERATE[name]
    for measure in every_measure(texts):
        assert measure.value is not None or measure.why
        assert measure.interval or measure.why
    agreement = agree(texts)
    value = json.loads(as_json(agreement), parse_constant=pytest.fail)
    assert value["library"]["basis_alpha"] is None
    assert value["library"]["reasons"]["basis_alpha"]
    assert as_text(agreement)
    assert as_markdown(agreement)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_every_shape_works_with_none_one_and_five(count: int) -> None:
    """The site starts with none."""
    changes = [(), (made_up.S3,), (made_up.S9,), (made_up.HEDGE,), made_up.ALL]
    readings = [made_up.reading(*changes[n], name=f"reader-{n}") for n in range(count)]
    agreement = agree(laid([made_up.bridge()], readings))
    value = json.loads(as_json(agreement), parse_constant=pytest.fail)
    assert len(value["articles"]) == min(count, 1)
    assert value["library"]["readers"] == (
        ["published", *(r.name for r in readings)] if count else []
    )
    assert len(value["library"]["pairs"]) == count * (count + 1) // 2
    for shape in (as_text, as_markdown):
        assert ("reader-4" in shape(agreement).replace("\\-", "-")) == (count == 5)


def test_an_interval_holds_its_figure_and_comes_again() -> None:
    """The same readings give the same interval; other parts another."""
    texts = [text_of(40, *(reader(n, *labels) for n, labels in STATEMENTS.items()))]
    one, again = scores(texts).basis, scores(texts).basis
    assert one.value
    assert one.interval
    assert one.interval == again.interval
    assert one.interval[0] <= one.value <= one.interval[1]
    assert one.interval[0] < one.interval[1]


STATEMENTS = {
    name: [(2 * n, 2 * n + 2, "sourced" if (n * k) % 5 else "inferred") for n in range(20)]
    for name, k in (("a", 1), ("b", 3), ("c", 4))
}
STATEMENTS["c"][3] = (6, 8, "unsourced")
STATEMENTS["b"][8] = (16, 18, "unsourced")


def test_few_parts_have_no_interval() -> None:
    """Four statements, drawn again and again, would only seem to say something."""
    assert interval([0.5] * 4, lambda parts: sum(p for p, _ in parts)) is None
    assert interval([0.5] * 5, lambda parts: sum(p * n for p, n in parts)) == (2.5, 2.5)


def test_a_large_library_draws_articles() -> None:
    """From ten on; before that, statements."""
    texts = [text_of(40, *(reader(n, *labels) for n, labels in STATEMENTS.items()))] * 10
    assert agree(texts[:9]).drawn == "statements"
    agreement = agree(texts)
    assert agreement.drawn == "articles"
    value = agreement.library.basis.value
    assert value
    assert agreement.library.basis.interval == pytest.approx((value, value))


def test_differences_are_listed_worst_first() -> None:
    """Basis, kind, technique, then whether a word steers; each with everybody's reason."""
    found = differences(made_up.marked(made_up.reading(*made_up.ALL)))
    assert [(d.what, d.at) for d in found] == [
        ("basis", "s3"),
        ("basis", "s11"),
        ("kind", "s9"),
        ("technique", "evidently"),
        ("mark", "declined"),
        ("mark", "late-bus:band"),
    ]
    assert found[0].number == 3
    assert [a.said for a in found[0].answers] == ["inferred: evaluation", "unsourced"]
    assert [a.said for a in found[1].answers] == ["sourced", "unsourced and sourced"]
    assert found[1].text == "“I could see my kettle,” she said."
    assert found[4].answers[0].note.startswith("A joke")
    assert [a.label for a in found[5].answers] == ["none", "loaded-language"]


def test_of_two_differences_that_with_more_readers_comes_first() -> None:
    """By the share of pairs that differ."""
    texts = (made_up.S9, made_up.S3), (made_up.S3,), (made_up.S3, made_up.S9)
    readings = [made_up.reading(*changes, name=f"r{n}") for n, changes in enumerate(texts)]
    found = differences(made_up.marked(*readings))
    assert [(d.at, round(d.apart, 2)) for d in found] == [("s3", 0.5), ("s9", 0.67)]


def test_a_reading_that_retells_is_laid_beside_the_article_at_its_phrases() -> None:
    """Between two verbatim phrases, words stand beside each other by their share."""
    front = (
        "---\ntitle: T\noriginal: {publisher: P}\nrights: quotation\nannotators: [{name: a}]\n---\n"
    )
    notes = "\n\n[^s1]: Why.\n[^s2]: Why.\n"
    article = read_article(
        "content/articles/bridge.md",
        f"{front}[One two three “four five” six.]{{.unsourced}}[^s1] "
        f"[Seven “eight” nine.]{{.inferred kind=motive}}[^s2]{notes}",
    ).article
    given = read_reading(
        "content/readings/bridge/late-bus.md",
        f"---\nreader: r\ndate: 2026-11-22\n---\n[A b “four five” c d]{{.unsourced}}[^s1] "
        f"[e “eight”.]{{.inferred kind=motive}}[^s2]{notes}",
    ).reading
    assert article
    assert given
    _, theirs = lay(article, [given]).readers
    assert [(p.start, p.end) for p in theirs.statements] == [(0, 6), (6, 8)]
