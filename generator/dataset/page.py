"""The page that offers the data set, and its files as the site has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dataset import LINES, Shelf, shelve
from generator.dataset.again import again
from generator.dataset.croissant import LICENCE
from generator.dataset.growing import MOST
from generator.dataset.piece import Piece
from generator.exchange.formats import FORMATS
from generator.exchange.tables_columns import COLUMNS
from generator.pages.data_shape import SCHEMA
from generator.pages.english import counted, listed
from generator.pages.licences import MARKS_LICENCE
from generator.pages.page import Around, Page
from generator.schemas import schema

FOLDER = "data/"
"""Where the files and their page stand: for as long as the site stands."""

SHEET = "datasheet.txt"
"""The datasheet on the site: `.md` would be a page to the engine."""

_HOLDS = {
    LINES: "A line an article: its front matter, its text, and all marks with their places. JSON.",
    "statements.csv": "A row a statement.",
    "framing.csv": "A row a framing mark.",
    "voices.csv": "A row a voice.",
}
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FileView:
    """One file, or one in parts."""

    name: str
    """What it is called, as a whole."""
    parts: tuple[tuple[str, str], ...]
    """The files that it comes as, each with its size."""
    more: int
    """How many further parts there are, numbered on."""
    holds: str
    """What is in it."""
    columns: tuple[tuple[str, str], ...]
    """Its columns, each with what stands in it; without the marks of code."""


@dataclass(frozen=True, slots=True)
class DataView:
    """All that the page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    count: str
    """What there is: `14 articles with 310 statements, …`; empty where the files do not come with the site."""
    files: tuple[FileView, ...]
    """The files with the data."""
    sheet: str
    """The datasheet's file."""
    lines: tuple[str, ...]
    """The three lines of pandas; empty where there is no article."""
    saved: str
    """Where they need the files to be, or empty where they load them from the web."""
    example: tuple[str, str, str]
    """An article's name, its title, and what the lines print of it; empty where there is none."""
    formats: tuple[str, ...]
    """The formats that `whosays export` knows, by title."""
    marks: tuple[str, str]
    """What the marks are under, and where that is explained."""
    cite: str
    """How to cite."""
    citation: str
    """The file that says the same to programs, or empty where the repository is not known."""
    schema: str
    """The schema's address, from the top of the site."""


def site_files(
    pieces: Iterable[Piece], around: Around, *, most: int = MOST
) -> tuple[dict[str, bytes], Page]:
    """The data set's files by their paths under `docs/`, and the page that offers them."""
    shelf = shelve(pieces, around.codebook, around.address, most=most)
    page = Page(f"{FOLDER}index.md", "pages/data.md.j2", data_view(shelf, around))
    if not around.extras:
        return {SCHEMA: schema("data").encode()}, page
    files = {f"{FOLDER}{name}": data for name, data in shelf.files.items()}
    # The mark at its front tells browsers that it is UTF-8: a text file cannot say so.
    files[f"{FOLDER}{SHEET}"] = b"\xef\xbb\xbf" + files.pop(f"{FOLDER}DATASHEET.md")
    files[SCHEMA] = schema("data").encode()
    return files, page


def data_view(shelf: Shelf, around: Around) -> DataView:
    """Compute all that the page shows."""
    found = shelf.figures
    where = f"{around.address}{FOLDER}" if around.address else ""
    tables = shelf.parts["statements.csv"]
    return DataView(
        title="Data",
        description="The marks of all articles as files: what they hold, how to load, cite and reuse them.",
        count=(
            f"{counted(found.articles, 'article')} with {counted(found.statements, 'statement')}, "
            f"{counted(found.framing, 'framing mark')} and {counted(found.voices, 'voice')}"
            if found.articles
            else "no article yet"
        )
        if around.extras
        else "",
        files=tuple(_file(name, shelf) for name in shelf.parts) if around.extras else (),
        sheet=SHEET,
        lines=again(tables, where) if shelf.first else (),
        saved="" if where else listed(tables),
        example=_example(shelf.first),
        formats=tuple(each.TITLE for each in FORMATS),
        marks=(MARKS_LICENCE, LICENCE),
        cite=f"Who Says? contributors: annotated news articles.{f' {where}.' if where else ''}",
        citation=f"{around.repository}/blob/main/CITATION.cff" if around.repository else "",
        schema=SCHEMA,
    )


def _file(name: str, shelf: Shelf) -> FileView:
    parts = shelf.parts[name]
    columns = COLUMNS.get(name.removesuffix(".csv"), {})
    return FileView(
        name=name,
        parts=tuple((part, size(len(shelf.files[part]))) for part in parts[:_SHOWN]),
        more=len(parts[_SHOWN:]),
        holds=_HOLDS[name],
        columns=tuple((column, says.replace("`", "")) for column, says in columns.items()),
    )


def _example(first: Piece | None) -> tuple[str, str, str]:
    if first is None:
        return ("", "", "")
    basis = dict(dict(first.figures.tables)["basis"])
    told = [f"{basis.get(name, 0)} {name}" for name in ("inferred", "sourced", "unsourced")]
    return (first.slug, first.title, listed(told))


def size(count: int) -> str:
    """Bytes as people read them: `340 kB`, `1.2 MB`."""
    if count < 999_500:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB"
