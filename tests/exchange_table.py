"""What each format carries and loses, as docs/formats.md shows it: observed, not claimed.

`python -m tests.exchange_table` writes the page's last two parts anew.
"""

from __future__ import annotations

from generator.exchange.document import Document
from generator.exchange.format import Format
from generator.exchange.formats import FORMATS
from tests.conftest import ROOT
from tests.exchange_documents import everything
from tests.exchange_facets import FACETS

COLUMNS = {
    "marks": ("spans",),
    "their details": ("attributes", "ids"),
    "notes": ("notes", "note styles"),
    "links": ("relations",),
    "voices, records": ("voices", "records"),
    "front matter": ("metadata", "document notes"),
}
"""The columns of the table, each with the things that it stands for."""

NOTHING = Document("", "", "", "")


PAGE = ROOT / "docs" / "formats.md"
CARRIES, LOSES = "## What each carries\n\n", "## What each loses\n\n"


def page(text: str) -> str:
    """The text of the page with the table and the lists as they are now."""
    return f"{text.partition(CARRIES)[0]}{CARRIES}{table()}\n\n{LOSES}{losses()}\n"


def table() -> str:
    """A row for each format: whole, in part, or not at all."""
    rows = [
        f"| format | {' | '.join(COLUMNS)} |",
        "| --- |" + " --- |" * len(COLUMNS),
    ]
    for form in FORMATS:
        again = _again(form)
        cells = (_cell(names, again) for names in COLUMNS.values())
        rows.append(f"| `{form.NAME}` | {' | '.join(cells)} |")
    return "\n".join(rows)


def losses() -> str:
    """For each format the sentences that its list of losses can begin with."""
    parts: list[str] = []
    for form in FORMATS:
        written = form.write(everything())
        read = form.read(written.files, everything().text)
        whats = dict.fromkeys(loss.what for loss in (*written.lost, *read.lost))
        said = [f"- {what}" for what in whats] or ["- Nothing is lost."]
        parts.append(f"### {form.TITLE}\n\n" + "\n".join(said))
    return "\n\n".join(parts)


def _again(form: Format) -> Document:
    return form.read(form.write(everything()).files, everything().text).documents[0]


def _cell(names: tuple[str, ...], again: Document) -> str:
    facets = [FACETS[name][0] for name in names]
    if all(facet(again) == facet(everything()) for facet in facets):
        return "whole"
    empty = all(not any(_flat(facet(again))) for facet in facets)
    return "no" if empty or all(f(again) == f(NOTHING) for f in facets) else "in part"


def _flat(value: object) -> list[object]:
    """What an entry says beside the place of its span."""
    entries = value if isinstance(value, list | tuple) else [value]
    return [e[-1] if isinstance(e, tuple) and len(e) > 1 else e for e in entries]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
