"""Three lines of pandas that load a table and count a figure of the site again."""

from __future__ import annotations

from collections.abc import Sequence


def again(tables: Sequence[str], where: str) -> tuple[str, str, str]:
    """The lines for the table of statements, which comes as these files; `where` stands before each."""
    read = "pd.read_csv({}, keep_default_na=False)"
    if len(tables) == 1:
        load = read.format(f'"{where}{tables[0]}"')
    else:
        name = tables[0].replace("-1.", "-{n}.")
        each = read.format(f'f"{where}{name}"')
        load = f"pd.concat({each} for n in range(1, {len(tables) + 1}))"
    return (
        "import pandas as pd",
        f"statements = {load}",
        "print(pd.crosstab(statements.article, statements.basis))",
    )
