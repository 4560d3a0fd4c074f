"""What was measured, as values and as the file `bench/results.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median

FILE = Path(__file__).with_name("results.json")
"""Where the figures are kept; the report has no others."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table at one size."""

    row: str
    """Which row, by its id in `bench.rows`."""
    articles: int
    """How many articles there were."""
    seconds: tuple[float, ...] = ()
    """Each run; empty where there was none."""
    work: tuple[float, ...] = ()
    """The seconds of processor time of each run; empty where it was not counted."""
    memory: int = 0
    """The most bytes of memory in any of the runs, or 0."""
    size: int = 0
    """The bytes that came out, or 0."""
    why: str = ""
    """Why there are no figures, where there are none."""

    @property
    def time(self) -> float:
        """The median of the runs, or 0."""
        return median(self.seconds or (0,))

    @property
    def busy(self) -> float:
        """The median of the processor time, or 0."""
        return median(self.work or (0,))


@dataclass(frozen=True, slots=True)
class Kind:
    """The bytes of one kind of file in the finished site."""

    articles: int
    """How many articles the site has."""
    name: str
    """What kind of file."""
    files: int
    """How many there are."""
    size: int
    """The bytes of all of them."""
    largest: int
    """The bytes of the largest."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured."""

    date: str
    """The day of the last run."""
    machine: dict[str, str] = field(default_factory=dict)
    """What it ran on."""
    versions: dict[str, str] = field(default_factory=dict)
    """Of all programs."""
    measured: tuple[Measured, ...] = ()
    """The rows."""
    kinds: tuple[Kind, ...] = ()
    """What the finished sites consist of."""

    def get(self, row: str, articles: int) -> Measured | None:
        """A row at one size, or None where it was not measured."""
        found = (one for one in self.measured if (one.row, one.articles) == (row, articles))
        return next(found, None)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes that anything was measured at."""
        return tuple(sorted({one.articles for one in self.measured}))

    def joined(self, newer: Results) -> Results:
        """Both, with the newer one’s figures where both have them."""
        rows = {(one.row, one.articles): one for one in (*self.measured, *newer.measured)}
        fresh = {kind.articles for kind in newer.kinds}
        kinds = [kind for kind in self.kinds if kind.articles not in fresh]
        return replace(newer, measured=tuple(rows.values()), kinds=(*kinds, *newer.kinds))


def load(file: Path = FILE) -> Results:
    """Read the file; nothing measured yet where there is none."""
    if not file.exists():
        return Results("")
    data = json.loads(file.read_text(encoding="utf-8"))
    measured = (
        Measured(**{**one, "seconds": tuple(one["seconds"]), "work": tuple(one["work"])})
        for one in data["measured"]
    )
    kinds = tuple(Kind(**one) for one in data["kinds"])
    return Results(data["date"], data["machine"], data["versions"], tuple(measured), kinds)


def save(results: Results, file: Path = FILE) -> None:
    """Write the file, in an order that does not depend on that of the runs."""
    data = asdict(results)
    data["measured"] = sorted(data["measured"], key=lambda one: (one["articles"], one["row"]))
    data["kinds"] = sorted(data["kinds"], key=lambda one: (one["articles"], one["name"]))
    text = json.dumps(data, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
