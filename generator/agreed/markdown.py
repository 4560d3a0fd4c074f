"""Agreement in Markdown, for a pull request or a paper's appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.agreed.lines import NOTHING, answers, cut_otherwise, drawn, short
from generator.agreement.figures import Agreement, ArticleAgreement, Scores
from generator.agreement.shown import amount, between, figure, lines, table
from generator.render import in_markdown


def as_markdown(agreement: Agreement) -> str:
    """A section an article, and one for the library where there are several."""
    if not agreement.articles:
        return plain(NOTHING)
    parts = [part for article in agreement.articles for part in section(article)]
    if len(agreement.articles) > 1:
        head = f"### All {len(agreement.articles)} articles"
        parts += [head, *_scores(agreement.library)]
    return "\n\n".join((*parts, plain(drawn(agreement))))


def section(article: ArticleAgreement) -> Iterator[str]:
    """One article: its figures, and where its readers differ."""
    yield f"### {plain(article.title)}: {plain(', '.join(article.scores.readers))}"
    if article.adjudicated:
        yield "The published marks were decided from the readings, and count in the pairs only."
    yield from _scores(article.scores)
    if article.differences:
        rows = [(d.at, d.what, answers(d), short(d.text)) for d in article.differences]
        yield markdown_table(("mark", "what differs", "readings", "words"), rows)
        yield from map(plain, cut_otherwise(article.differences))
    elif len(article.scores.readers) > 1:
        yield "No reader differs from another."


def _scores(scores: Scores) -> Iterator[str]:
    rows = [
        (
            line.name,
            f"{line.sign} {figure(line.measure)}",
            between(line.measure),
            line.measure.why
            if line.measure.value is None
            else f"{amount(line.measure.count)} {line.of}",
        )
        for line in lines(scores)
    ]
    yield markdown_table(("agreement on", "figure", "95 %", "of"), rows)
    if scores.pairs:
        pairs = [
            (", ".join(p.readers), figure(p.kappa), between(p.kappa), figure(p.framing))
            for p in scores.pairs
        ]
        yield markdown_table(("two readers", "κ", "95 %", "framing F1"), pairs)
    if scores.confusion:
        labels, counts = table(scores.confusion)
        body = [(label, *row) for label, row in zip(labels, counts, strict=True)]
        yield markdown_table(("both ways", *labels), body)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are shown as they are written, whatever signs are in them."""
    lines_of = [head, ["---"] * len(head), *([plain(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines_of)


def plain(text: str) -> str:
    """A text that stays one, in a cell as well and where GitHub knows more signs than others."""
    return str(in_markdown(text)).replace("|", "&#124;").replace("~", "&#126;")
