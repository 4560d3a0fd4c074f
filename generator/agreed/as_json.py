"""Agreement for programs: `{"library": {…}, "articles": [{…}]}`, in which nothing is NaN."""

from __future__ import annotations

import json

from generator.agreement.bootstrap import RESAMPLES, SEED
from generator.agreement.figures import (
    Agreement,
    ArticleAgreement,
    Difference,
    Measure,
    Pair,
    Scores,
)
from generator.agreement.shown import Line, lines


def as_json(agreement: Agreement) -> str:
    """Figures rounded to four decimals; what is not defined is null, with its reason in `reasons`."""
    value = {
        "library": {
            "articles": len(agreement.articles),
            **_scores(agreement.library),
            "intervals": {"of": 0.95, "drawn": agreement.drawn, "draws": RESAMPLES, "seed": SEED},
        },
        "articles": [_article(article) for article in agreement.articles],
    }
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def _article(article: ArticleAgreement) -> dict[str, object]:
    return {
        "slug": article.slug,
        "title": article.title,
        "adjudicated": article.adjudicated,
        **_scores(article.scores),
        "differences": [_difference(d) for d in article.differences],
    }


def _scores(scores: Scores) -> dict[str, object]:
    named = lines(scores)
    figures: dict[str, object] = {}
    for line in named:
        figures[line.key] = _rounded(line.measure.value)
        figures[_interval_of(line)] = _interval(line.measure)
    figures["basis_units"] = round(scores.basis.count, 4)
    figures["kind_units"] = round(scores.kinds.count, 4)
    return {
        "readers": list(scores.readers),
        **figures,
        "pairs": [_pair(pair) for pair in scores.pairs],
        "confusion": _table(scores.confusion),
        "kind_confusion": _table(scores.kind_confusion),
        "reasons": {line.key: line.measure.why for line in named if line.measure.why},
    }


def _interval_of(line: Line) -> str:
    """`basis_interval` for `basis_alpha`; of the other framing figures `framing_f1_interval`."""
    return {"basis_alpha": "basis_interval", "kind_alpha": "kind_interval"}.get(
        line.key, f"{line.key}_interval"
    )


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "readers": list(pair.readers),
        "kappa": _rounded(pair.kappa.value),
        "kappa_interval": _interval(pair.kappa),
        "units": round(pair.kappa.count, 4),
        "framing_f1": _rounded(pair.framing.value),
        "framing_f1_interval": _interval(pair.framing),
        "confusion": _table(pair.confusion),
        "reason": pair.kappa.why,
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "at": difference.at,
        "what": difference.what,
        "number": difference.number or None,
        "text": difference.text,
        "apart": round(difference.apart, 4),
        "answers": [
            {
                "reader": answer.reader,
                "name": answer.name,
                "label": answer.label,
                "kind": answer.kind,
                "also": answer.also,
                "id": answer.id,
                "note": answer.note,
                "other_words": answer.cut,
            }
            for answer in difference.answers
        ],
    }


def _table(cells: tuple[tuple[str, str, float], ...]) -> dict[str, dict[str, float]]:
    """By the first label, then by the second."""
    found: dict[str, dict[str, float]] = {}
    for one, other, value in cells:
        found.setdefault(one, {})[other] = round(value, 4)
    return found


def _interval(measure: Measure) -> list[float] | None:
    return [round(edge, 4) for edge in measure.interval] if measure.interval else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
