"""`whosays adjudicate`: where readers differ, and the published article from the decisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.adjudication import adjudicate as adjudicated
from generator.adjudication import undecided
from generator.adjudication.file import read_rulings, rulings_to_fill
from generator.adjudication.listing import listed, one
from generator.adjudication.values import DROP, KEEP, OPEN, Ruling
from generator.agreement.differences import differences
from generator.agreement.figures import Difference
from generator.agreement.laying import PUBLISHED, lay
from generator.build import check
from generator.checks import check_article
from generator.checks.context import Context
from generator.commands.blind import path_of
from generator.commands.shared import (
    ROOT,
    count,
    echo,
    project_of,
    show,
    shown,
    stop_on_errors,
)
from generator.model import Codebook, Place
from generator.reading.files import name_of, read_text, reading_paths
from generator.write import replace_files

_SKIP, _STOP = "skip", "stop"


@click.command()
@click.argument("slug")
@ROOT
@click.option(
    "--decisions",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Decisions in a YAML file; --format yaml prints one to be filled in.",
)
@click.option("--by", default="", help="Who decides, for the trail of decisions.")
@click.option(
    "--ask/--list",
    default=None,
    help="Ask for each decision, or only list the differences; a terminal is asked.",
)
@click.option("--format", "shape", type=click.Choice(["text", "yaml"]), default="text")
def adjudicate(
    slug: str, root: Path | None, file: Path | None, by: str, ask: bool | None, shape: str
) -> None:
    """Where readers of the article SLUG differ, worst first; and the article from the decisions."""
    root = project_of(root)
    path = path_of(root, slug)
    own = [p for p in reading_paths(root) if p.parent.name == path.stem]
    checked = check(root, today=date.today(), paths=(path, *own))
    stop_on_errors(checked)
    article, codebook = checked.content.articles[0], checked.content.codebook
    assert codebook is not None  # without one there is an error
    readings = checked.content.readings
    found = undecided(article, differences(lay(article, readings)))
    if shape == "yaml":
        echo(rulings_to_fill(article.slug, found))
        return
    if file is not None:
        rulings = _rulings(file)
    else:
        _say(found, codebook, len(readings), path)
        asked = sys.stdin.isatty() if ask is None else ask
        rulings = _asked(found, codebook, by) if asked and found else ()
        if not rulings:
            return
    # Letter by letter: what is not decided stays as it is, line breaks too.
    text = path.read_bytes().decode("utf-8")
    context = Context(codebook, date.today())
    done = adjudicated(
        name_of(root, path), text, readings, rulings, lambda a: check_article(a, context)
    )
    show(done.problems)
    if done.carried:
        replace_files({path: done.text.encode("utf-8")})
    click.echo(
        f"{count(len(done.carried), 'decision')} written to {shown(path)}; "
        f"{len(found) - len(done.carried)} of {count(len(found), 'difference')} left."
    )
    sys.exit(1 if done.problems else 0)


def _say(found: Sequence[Difference], codebook: Codebook, readings: int, path: Path) -> None:
    if not readings:
        echo(
            f"Nobody else has read it: there is no file in content/readings/{path.stem}/. "
            f"whosays blind {path.stem} gives its bare text, to be marked."
        )
    elif not found:
        echo("Nothing is left to decide: no reader differs where it was not decided yet.")
    else:
        echo(listed(found, codebook))


def _rulings(file: Path) -> tuple[Ruling, ...]:
    text, problems = read_text(file, file.as_posix())
    if text is not None:
        read = read_rulings(file.as_posix(), text, date.today())
        if not read.problems:
            return read.rulings
        problems = read.problems
    show(problems)
    sys.exit(1)


def _asked(found: Sequence[Difference], codebook: Codebook, by: str) -> tuple[Ruling, ...]:
    """A decision for each difference, as long as somebody gives one."""
    rulings: list[Ruling] = []
    click.echo("\nkeep: the published mark stays. open: both readings stand on the page.")
    for number, difference in enumerate(found, start=1):
        click.echo("\n" + "\n".join(one(difference, codebook, f"{number} of {len(found)}")))
        names = [a.reader for a in difference.answers if a.reader != PUBLISHED]
        drop = [DROP] if difference.what in ("technique", "mark") else []
        choice = click.prompt(
            "Decision",
            type=click.Choice([KEEP, OPEN, *drop, *names, _SKIP, _STOP]),
            default=_SKIP,
        )
        if choice == _STOP:
            break
        if choice != _SKIP:
            by = by or click.prompt("Your name or pen name")
            why = click.prompt("Why, in a sentence")
            place = Place("-", number, 1, 1, difference.at)
            rulings.append(Ruling(difference.at, choice, by, date.today(), why, "", place))
    return tuple(rulings)
