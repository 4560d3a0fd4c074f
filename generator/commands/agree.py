"""`whosays agree`: how far the readers of an article agree, and where they do not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.agreed.as_json import as_json
from generator.agreed.markdown import as_markdown
from generator.agreed.text import as_text
from generator.agreement import agree as agreement_of
from generator.agreement import laid
from generator.agreement.figures import Agreement
from generator.agreement.values import Marked
from generator.build import check
from generator.commands.annotators import annotators, is_annotators
from generator.commands.labels import MAP, mapping_of
from generator.commands.shared import (
    PATHS,
    ROOT,
    articles_at,
    echo,
    project_of,
    show,
    stop_on_errors,
)
from generator.reading.files import reading_paths

_SHAPES: dict[str, Callable[[Agreement], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


@click.command()
@PATHS
@ROOT
@click.option("--format", "shape", type=click.Choice(list(_SHAPES)), default="text")
@MAP
def agree(paths: tuple[Path, ...], root: Path | None, shape: str, pairs: tuple[str, ...]) -> None:
    """How far readers agree, and where they differ.

    PATHS are articles, readings, or folders of them; without any, all that somebody else has read.
    Or a folder with the brat or doccano files of several annotators, a folder or a file each.
    """
    if len(paths) == 1 and is_annotators(paths[0]):
        texts, problems = annotators(paths[0], mapping_of(pairs))
        show(problems)
        wrong = any(problem.severity == "error" for problem in problems)
    elif pairs:
        raise click.UsageError("--map goes with a folder of brat or doccano files")
    else:
        texts, wrong = texts_at(project_of(root), paths), False
    if not wrong:
        echo(_SHAPES[shape](agreement_of(texts)))
    sys.exit(1 if wrong else 0)


def texts_at(root: Path, paths: tuple[Path, ...]) -> tuple[Marked, ...]:
    """The articles at `paths` that somebody else has read; their errors end the command.

    A reading that is named is laid beside the article alone; of an article all readings count.
    """
    every = reading_paths(root)
    asked = articles_at(root, paths)
    if asked is not None:
        here = {path.resolve() for path in asked}
        slugs = {path.stem for path in asked}
        named = {path.resolve() for path in every} & here
        of_articles = (
            {p.resolve() for p in every if p.parent.name in slugs} if here - named else set()
        )
        every = tuple(p for p in every if p.resolve() in named | of_articles)
    folder = root / "content" / "articles"
    articles = tuple(folder / f"{slug}.md" for slug in sorted({p.parent.name for p in every}))
    checked = check(root, today=date.today(), paths=(*filter(Path.exists, articles), *every))
    stop_on_errors(checked)
    return laid(checked.content.articles, checked.content.readings)
