"""How many articles a free host carries, worked out from what was measured."""

from __future__ import annotations

from dataclasses import dataclass

from bench.figures import amount, seconds
from bench.results import Results

PAGES_BYTES = 1_000_000_000
"""What GitHub Pages publishes of one site at most."""
PAGES_TRAFFIC = 100_000_000_000
"""What GitHub Pages sends in a month before it asks a site to move."""
MARGIN = 0.8
"""Who fills more than this share of a limit should have moved already."""
_ROWS = ("cold-index-2", "cold-index-1", "cold-2", "cold-1")
"""What is published, if it was measured, before what is nearest to it."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """How far GitHub Pages carries."""

    each: str
    """What one more article adds."""
    fixed: str
    """What a site has before its first article."""
    limit: str
    """What the host publishes at most."""
    fits: str
    """How many articles that is."""
    move: str
    """From how many articles on it is time to move."""
    with_packs: str
    """The same as `fits`, with a pack beside each article; empty where packs were not measured."""
    visit: str
    """What a first visit to an article loads: its page, and what all pages share."""
    visits: str
    """How many such visits a month the host carries."""
    build: str
    """How long the largest site that was measured took."""
    built: str
    """How many articles that one had."""


def hosting(results: Results) -> Hosting | None:
    """Work it out from the two largest sizes; None where there are not two."""
    for row in _ROWS:
        found = [
            done for size in results.sizes if (done := results.get(row, size)) and done.seconds
        ]
        if len(found) > 1:
            few, many = found[-2:]
            break
    else:
        return None
    each = (many.size - few.size) / (many.articles - few.articles)
    fixed = max(0.0, many.size - each * many.articles)
    kinds = [kind for kind in results.kinds if kind.articles == many.articles]
    visit = sum(
        kind.size / (kind.files if kind.name == "explainer page" else 1)
        for kind in kinds
        if kind.name in ("explainer page", "styles, scripts, fonts")
    )
    return Hosting(
        each=amount(each),
        fixed=amount(fixed),
        limit=amount(PAGES_BYTES),
        fits=_about((PAGES_BYTES - fixed) / each),
        move=_about((MARGIN * PAGES_BYTES - fixed) / each),
        with_packs=_with_packs(results, each, fixed),
        visit=amount(visit),
        visits=_about(PAGES_TRAFFIC / visit) if visit else "",
        build=seconds(many.time),
        built=f"{many.articles:,}",
    )


def _with_packs(results: Results, each: float, fixed: float) -> str:
    for size in reversed(results.sizes):
        packs = results.get("packs", size)
        if packs and packs.seconds:
            return _about((PAGES_BYTES - fixed) / (each + packs.size / size))
    return ""


def _about(number: float) -> str:
    """Two digits of it: `12,000`."""
    return f"{int(float(f'{number:.2g}')):,}"
