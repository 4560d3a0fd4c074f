"""`whosays draft`: a first draft of an article from a text."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.shared import count, echo, show, shown
from generator.drafting import drafted
from generator.drafting.words import languages
from generator.reading.files import read_text


@click.command()
@click.argument(
    "file",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
)
@click.option("--title", default="", help="The article's title; otherwise the text's headline.")
@click.option("--quotation", is_flag=True, help="A placeholder a sentence, for your own words.")
@click.option("--markdown/--plain", default=None, help="What FILE is; otherwise its name tells.")
@click.option("--language", type=click.Choice(languages()), default="en", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A new file; otherwise the draft is printed.",
)
def draft(
    file: Path,
    title: str,
    quotation: bool,
    markdown: bool | None,
    language: str,
    output: Path | None,
) -> None:
    """A first draft from a text, with every mark a suggestion; - reads what is piped in."""
    text = _text(file)
    if output and output.exists():
        raise click.BadParameter(f"{shown(output)} exists already", param_hint="--output")
    outcome = drafted(
        text,
        date.today(),
        title=title,
        language=language,
        marked_up=file.suffix.lower() in (".md", ".markdown") if markdown is None else markdown,
        quotation=quotation,
    )
    if not outcome.draft.sentences:
        click.echo(f"Nothing to draft: {file.as_posix()} has no words.", err=True)
        sys.exit(1)
    if output is None:
        echo(outcome.text)
    else:
        _write(output, outcome.text)
    click.echo(
        f"{count(len(outcome.draft.sentences), 'sentence')}, "
        f"{count(len(outcome.draft.voices), 'voice')}. Every mark is a suggestion: decide it, "
        "write its note in your own words, and take draft=yes out.",
        err=True,
    )
    if outcome.dropped:
        unseen = count(outcome.dropped, "character")
        click.echo(f"Left out, because nobody can see it: {unseen}.", err=True)


def _text(file: Path) -> str:
    if file.as_posix() != "-":
        text, unreadable = read_text(file, file.as_posix())
        if text is None:
            show(unreadable)
            sys.exit(1)
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        click.echo("What was piped in is not UTF-8 text. Save it again as UTF-8.", err=True)
        sys.exit(1)


def _write(output: Path, text: str) -> None:
    """Write a new file, and never over one that is there."""
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as fault:
        reason = f"{shown(output)} cannot be written: {fault.strerror}"
        raise click.BadParameter(reason, param_hint="--output") from None
