"""`docs/performance.md` from `bench/results.json`: `python -m bench.report`. No figure is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.chart import Bar, Panel, chart
from bench.figures import amount, exponent, seconds, times
from bench.hosting import Hosting, hosting
from bench.results import Kind, Measured, Results, load
from bench.rows import COLD, ENGINE, ROWS, Row

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_RIVALS = ("eleventy", "hugo", "material")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of rows."""

    label: str
    """What was measured."""
    articles: str
    """How many articles there were."""
    time: str
    """The median, or why there is none."""
    runs: str
    """How many runs it is the median of."""
    work: str
    """The processor time."""
    memory: str
    """The peak."""
    size: str
    """What came out."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How the figures of one row grow between two sizes, as exponents."""

    label: str
    """Which row."""
    sizes: str
    """From how many articles to how many."""
    time: str
    """Of the time."""
    memory: str
    """Of the memory."""
    size: str
    """Of the bytes that come out."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind of file in the finished site."""

    name: str
    """The kind."""
    files: str
    """How many."""
    size: str
    """All of them together."""
    per_article: str
    """The bytes of all of them, for each article."""
    largest: str
    """The largest of them."""


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows."""

    measured: bool
    """Whether there is anything to show."""
    date: str
    """The day of the run."""
    machine: str
    """What it ran on."""
    versions: tuple[tuple[str, str], ...]
    """Programs and their versions."""
    short: tuple[str, ...]
    """The ratios, in sentences."""
    chart: str
    """The chart."""
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    """The tables."""
    growth: tuple[Growth, ...]
    """The exponents."""
    kinds_at: str
    """At how many articles the kinds were counted."""
    kinds: tuple[KindLine, ...]
    """What the site consists of."""
    hosting: Hosting | None
    """How far a free host carries; None where too little was measured."""


def write_report(results: Results, page: Path = PAGE) -> None:
    """Write the page anew."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # Markdown of figures and of our own words
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    text = environment.get_template("performance.md.j2").render(view=view(results))
    page.write_text(text, encoding="utf-8", newline="\n")


def view(results: Results) -> View:
    """Compute all that the page shows."""
    machine = results.machine
    at = max((kind.articles for kind in results.kinds), default=0)
    return View(
        measured=bool(results.measured),
        date=results.date,
        machine=", ".join(
            part
            for part in (
                f"{machine.get('cores', '?')} cores",
                machine.get("processor", ""),
                machine.get("memory", ""),
                machine.get("system", ""),
            )
            if part
        ),
        versions=tuple(results.versions.items()),
        short=tuple(_short(results)),
        chart=_chart(results),
        groups=tuple(_groups(results)),
        growth=tuple(_growth(results)),
        kinds_at=f"{at:,}",
        kinds=tuple(_kind(kind) for kind in results.kinds if kind.articles == at),
        hosting=hosting(results),
    )


def _short(results: Results) -> Iterator[str]:
    """The ratios at the largest size that has both sides."""
    for size in reversed(results.sizes):
        ours, theirs = _best(results, size), _there(results, "cold-eleventy", size)
        if ours and theirs:
            yield (
                f"**Cold**, with {size:,} articles, the whole site takes {seconds(ours.time)}: "
                f"{times(ours.time, theirs.time)} Eleventy."
            )
            break
    for size in reversed(results.sizes):
        ours, theirs = _there(results, "engine-ours", size), _there(results, "engine-hugo", size)
        if ours and theirs:
            yield (
                f"**The engine’s part alone**, with {size:,} articles, takes "
                f"{seconds(ours.time)}: {times(ours.time, theirs.time)} Hugo."
            )
            break
    for size in reversed(results.sizes):
        ours, cold = _there(results, "edit-ours", size), _best(results, size)
        if ours and cold:
            theirs = _there(results, "edit-eleventy", size)
            beside = f", and {times(ours.time, theirs.time)} Eleventy’s watcher" if theirs else ""
            yield (
                f"**One edit**, with {size:,} articles, takes {seconds(ours.time)}: "
                f"{ours.time / cold.time:.0%} of the cold build{beside}."
            )
            break
    for size in reversed(results.sizes):
        if cold := _best(results, size):
            yield (
                f"**Memory and bytes**: {size:,} articles need {amount(cold.memory)} of memory, "
                f"and their site has {amount(cold.size)}, {amount(cold.size / size)} an article."
            )
            break
    for size in reversed(results.sizes):
        if reading := _there(results, "reading", size):
            yield f"**Reading, parsing and checking** one article takes {reading.time * 1000:.1f} ms."
            break


def _chart(results: Results) -> str:
    panels = [
        Panel(f"{size:,} articles: {group[0].lower()}{group[1:]}", bars)
        for group in (COLD, ENGINE)
        for size in results.sizes
        if (bars := tuple(_bars(results, group, size)))
    ]
    return chart("Seconds of builds as bars; the tables below have the same figures", panels)


def _bars(results: Results, group: str, size: int) -> Iterator[Bar]:
    for row in ROWS:
        done = _there(results, row.id, size)
        if row.group == group and done:
            yield Bar(row.label, done.time, seconds(done.time), not row.id.endswith(_RIVALS))


def _groups(results: Results) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for group in dict.fromkeys(row.group for row in ROWS):
        lines = [
            _line(row, done)
            for row in ROWS
            if row.group == group
            for size in results.sizes
            if (done := results.get(row.id, size))
        ]
        if lines:
            yield group, tuple(lines)


def _line(row: Row, done: Measured) -> Line:
    return Line(
        row.label,
        f"{done.articles:,}",
        done.why or seconds(done.time),
        str(len(done.seconds)) if done.seconds else "",
        seconds(done.busy) if done.work else "",
        amount(done.memory) if done.memory else "",
        amount(done.size) if done.size else "",
    )


def _growth(results: Results) -> Iterator[Growth]:
    for row in ROWS:
        if row.group != COLD:
            continue
        there = [done for size in results.sizes if (done := _there(results, row.id, size))]
        for few, many in pairwise(there):
            yield Growth(
                row.label,
                f"{few.articles:,} to {many.articles:,}",
                _power(few.articles, few.time, many.articles, many.time),
                _power(few.articles, few.memory, many.articles, many.memory),
                _power(few.articles, few.size, many.articles, many.size),
            )


def _power(few: int, little: float, many: int, much: float) -> str:
    found = exponent((few, little), (many, much))
    return "" if found is None else f"{found:.2f}"


def _kind(kind: Kind) -> KindLine:
    return KindLine(
        kind.name,
        f"{kind.files:,}",
        amount(kind.size),
        amount(kind.size / kind.articles),
        amount(kind.largest),
    )


def _best(results: Results, size: int) -> Measured | None:
    """Our cold build, full-text index apart, with as many processes as were measured."""
    return _there(results, "cold-2", size) or _there(results, "cold-1", size)


def _there(results: Results, row: str, size: int) -> Measured | None:
    done = results.get(row, size)
    return done if done and done.seconds else None


if __name__ == "__main__":
    write_report(load())
