"""Agreement for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.agreed.lines import NOTHING, answers, cut_otherwise, drawn, short
from generator.agreement.figures import Agreement, ArticleAgreement, Difference, Scores
from generator.agreement.shown import amount, between, figure, lines, table


def as_text(agreement: Agreement) -> str:
    """Each article with its figures and its differences, then the library."""
    if not agreement.articles:
        return NOTHING
    parts = ["\n".join(_article(article)) for article in agreement.articles]
    if len(parts) > 1:
        head = f"All {len(agreement.articles)} articles"
        parts.append("\n".join((head, "", *_scores(agreement.library))))
    return "\n\n\n".join((*parts, drawn(agreement)))


def differences_as_text(differences: Sequence[Difference]) -> Iterator[str]:
    """A line a difference, worst first."""
    rows = [(d.at, d.what, answers(d), short(d.text)) for d in differences]
    yield from _columns(rows)
    yield from cut_otherwise(differences)


def _article(article: ArticleAgreement) -> Iterator[str]:
    yield f"{article.slug}: {', '.join(article.scores.readers)}"
    if article.adjudicated:
        yield (
            "The published marks were decided from the readings: "
            "they count in the pairs, and not in the other figures."
        )
    yield ""
    yield from _scores(article.scores)
    yield ""
    yield f"Differences, worst first: {len(article.differences) or 'none'}"
    yield from differences_as_text(article.differences)


def _scores(scores: Scores) -> Iterator[str]:
    rows = [("", "", "", "95 %", "of")]
    for line in lines(scores):
        m = line.measure
        of = m.why if m.value is None else f"{amount(m.count)} {line.of}"
        rows.append((line.name, line.sign, figure(m), between(m), of))
    yield from _columns(rows)
    if scores.pairs:
        yield ""
        head = ("two readers", "κ", "95 %", "framing F1", "statements")
        pairs = [
            (
                ", ".join(p.readers),
                figure(p.kappa),
                between(p.kappa),
                figure(p.framing),
                amount(p.kappa.count),
            )
            for p in scores.pairs
        ]
        yield from _columns([head, *pairs])
    if scores.confusion:
        labels, counts = table(scores.confusion)
        yield ""
        yield "Which two bases met (each pair of readers counts both ways)"
        rows_of = [(label, *row) for label, row in zip(labels, counts, strict=True)]
        yield from _columns([("", *labels), *rows_of])


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their cells under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'   '.join(cells)}".rstrip()
