"""The rows of the table, in order, and what each stands for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured."""

    id: str
    """Its name in the data and for `--rows`."""
    group: str
    """The heading that it stands under."""
    label: str
    """Its name in the table."""


COLD = "From annotated source to finished site"
ENGINE = "The engine’s part alone: from finished bodies to site"
EDIT = "One edit: from saved file to finished page"
SEARCH = "The full-text index alone"
PACKS = "What the packs for rooms without a network add"
READING = "One article in memory"

ROWS = (
    Row("cold-1", COLD, "Who Says?, one process"),
    Row("cold-2", COLD, "Who Says?, two processes"),
    Row("cold-eleventy", COLD, "Eleventy"),
    Row("cold-index-1", COLD, "Who Says? with the full-text index, one process"),
    Row("cold-index-2", COLD, "Who Says? with the full-text index, two processes"),
    Row("engine-ours", ENGINE, "Who Says?"),
    Row("engine-hugo", ENGINE, "Hugo"),
    Row("edit-ours", EDIT, "`whosays site` again, the whole site"),
    Row("edit-eleventy", EDIT, "Eleventy’s `--watch --incremental`, running"),
    Row("edit-eleventy-fresh", EDIT, "Eleventy’s `--incremental=FILE`, a fresh process"),
    Row("edit-serve", EDIT, "`make serve`, running"),
    Row("edit-preview", EDIT, "`whosays preview`, a fresh process"),
    Row("index-pagefind", SEARCH, "Pagefind, as here"),
    Row("index-material", SEARCH, "Material’s search plugin"),
    Row("packs", PACKS, "`--packs`"),
    Row("reading", READING, "Read, parse and check"),
)
