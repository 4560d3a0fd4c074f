"""The command line: the door that prints."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from generator import report
from generator.build import build as build_pages
from generator.build import check as check_content
from generator.commands.draft import draft
from generator.commands.exchange import export_, import_
from generator.commands.fix import offer
from generator.commands.init import init
from generator.commands.shared import (
    ARTICLE,
    PATHS,
    ROOT,
    against_option,
    articles_at,
    count,
    echo,
    one_article,
    project_of,
    show,
    shown,
    to_summary,
)
from generator.commands.stats import stats
from generator.mend import mends
from generator.reading.files import read_text
from generator.schemas import SCHEMAS
from generator.schemas import schema as schema_of
from generator.site import build_site
from generator.skeleton import skeleton
from generator.verify import verify as verify_article


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="who-says", prog_name="whosays")
def main() -> None:
    """Explain news articles: what each statement rests on, and where framing comes in."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a sign for it, and the command goes on.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@main.command()
@ROOT
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where the finished site goes; otherwise site/ in the project.",
)
@click.option(
    "--packs/--no-packs",
    default=True,
    show_default=True,
    help="Beside each article and lesson a zip for a room without a network, of about 120 kB.",
)
def site(root: Path | None, out: Path | None, packs: bool) -> None:
    """Content to a finished site, whole or not at all."""
    root = project_of(root)
    target = out or root / "site"
    with Console(stderr=True).status("Building the site …"):
        outcome = build_site(root, target, today=date.today(), packs=packs)
    show(outcome.pages.problems)
    if not outcome.ok:
        if outcome.problems:
            show(outcome.problems)
        elif outcome.fault:
            click.echo(outcome.engine.rstrip(), err=True)
        if outcome.fault:
            click.echo(f"No new site: {outcome.fault}.", err=True)
        sys.exit(1)
    pages = count(outcome.page_count, "page")
    click.echo(f"The site is ready: {pages}. Open {shown(target / 'index.html')}")


@main.command()
@ROOT
def build(root: Path | None) -> None:
    """Content to docs pages only, for any engine."""
    outcome = build_pages(project_of(root), today=date.today())
    show(outcome.problems)
    if outcome.written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    written = outcome.written
    click.echo(
        f"{len(written.written)} pages written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged."
    )


@main.command()
@PATHS
@ROOT
@click.option("--format", "shape", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--fix", "mend", is_flag=True, help="Mend what is certain, after showing it.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@against_option("a published mark that is another one now needs an entry in `changes`.")
def check(
    paths: tuple[Path, ...],
    root: Path | None,
    shape: str,
    mend: bool,
    yes: bool,
    against: Path | None,
) -> None:
    """All problems, with place, the line, the fault underlined, and the mend."""
    root = project_of(root)
    chosen = articles_at(root, paths)
    if yes and not mend:
        raise click.UsageError("--yes goes with --fix")
    if mend:
        offer(mends(root, today=date.today(), paths=chosen), yes=yes, aside=shape != "text")
    checked = check_content(root, today=date.today(), paths=chosen, against=against)
    if shape != "text":
        echo(report.FORMATS[shape](checked.problems))
        if shape == "github":
            to_summary(report.github_summary(checked.problems))
    elif checked.problems:
        echo(report.text(checked.problems) + "\n")
    if shape == "text":
        errors = sum(problem.severity == "error" for problem in checked.problems)
        click.echo(
            f"{count(len(checked.content.articles), 'article')} read: {count(errors, 'error')}, "
            f"{count(len(checked.problems) - errors, 'warning')}."
        )
    sys.exit(0 if checked.ok else 1)


@main.command()
@ARTICLE
@click.option(
    "--original",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The text that was annotated, as plain text. It is read and stored nowhere.",
)
@ROOT
def verify(article: Path, original: Path, root: Path | None) -> None:
    """Confirm that each verbatim phrase stands in the original, and that nothing is left out."""
    read = one_article(project_of(root), article)
    text, unreadable = read_text(original, original.as_posix())
    if text is None:
        show(unreadable)
        sys.exit(1)
    outcome = verify_article(read, original.as_posix(), text)
    show(outcome.problems)
    what = "verbatim phrases" if read.rights == "quotation" else "statements"
    click.echo(
        f"{outcome.found} of {outcome.phrases} {what} stand in the original, in order.\n"
        f"{outcome.covered} of {outcome.sentences} sentences of the original are covered."
    )
    sys.exit(1 if outcome.problems else 0)


@main.command()
@click.argument("slug")
@ROOT
def new(slug: str, root: Path | None) -> None:
    """A commented skeleton that passes `check` once it is filled in."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise click.BadParameter(
            "small letters, digits and hyphens, beginning with a letter: changing-sides",
            param_hint="SLUG",
        )
    path = project_of(root) / "content" / "articles" / f"{slug}.md"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton(date.today()))
    except FileExistsError:
        raise click.BadParameter(f"{shown(path)} exists already", param_hint="SLUG") from None
    click.echo(f"Fill in {shown(path)}, then run: whosays check {shown(path)}")


@main.command()
@click.argument("name", type=click.Choice(SCHEMAS), default=SCHEMAS[0])
def schema(name: str) -> None:
    """The JSON Schema of the front matter of articles or lessons, of the codebook or of pairs."""
    echo(schema_of(name))


main.add_command(stats)
main.add_command(init)
main.add_command(draft)
main.add_command(export_)
main.add_command(import_)
