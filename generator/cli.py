"""The command line: the door that prints."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from generator import report, tables
from generator.analysis import analyse
from generator.build import Checked
from generator.build import build as build_pages
from generator.build import check as check_content
from generator.model import Article, Problem
from generator.reading.files import article_paths, read_text
from generator.reading.schema import ArticleShape
from generator.site import build_site
from generator.skeleton import skeleton
from generator.verify import verify as verify_article

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The project's folder; otherwise the nearest one above that has content/.",
)
PATHS = click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATHS]..."
)
ARTICLE = click.argument(
    "article", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="ARTICLE"
)


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
def site(root: Path | None, out: Path | None) -> None:
    """Content to a finished site, whole or not at all."""
    root = _root(root)
    target = out or root / "site"
    with Console(stderr=True).status("Building the site …"):
        outcome = build_site(root, target, today=date.today())
    _show(outcome.pages.problems)
    if not outcome.ok:
        if outcome.problems:
            _show(outcome.problems)
        elif outcome.fault:
            click.echo(outcome.engine.rstrip(), err=True)
        if outcome.fault:
            click.echo(f"No new site: {outcome.fault}.", err=True)
        sys.exit(1)
    pages = _count(outcome.page_count, "page")
    click.echo(f"The site is ready: {pages}. Open {_shown(target / 'index.html')}")


@main.command()
@ROOT
def build(root: Path | None) -> None:
    """Content to docs pages only, for any engine."""
    outcome = build_pages(_root(root), today=date.today())
    _show(outcome.problems)
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
def check(paths: tuple[Path, ...], root: Path | None, shape: str) -> None:
    """All problems, with place, the line, the fault underlined, and the mend."""
    root = _root(root)
    checked = check_content(root, today=date.today(), paths=_articles(root, paths))
    if shape != "text":
        _echo(report.FORMATS[shape](checked.problems))
    elif checked.problems:
        _echo(report.text(checked.problems) + "\n")
    if shape == "text":
        errors = sum(problem.severity == "error" for problem in checked.problems)
        click.echo(
            f"{_count(len(checked.content.articles), 'article')} read: {_count(errors, 'error')}, "
            f"{_count(len(checked.problems) - errors, 'warning')}."
        )
    sys.exit(0 if checked.ok else 1)


@main.command()
@PATHS
@ROOT
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table")
def stats(paths: tuple[Path, ...], root: Path | None, shape: str) -> None:
    """The figures of articles: bases, voices, load, framing."""
    root = _root(root)
    checked = check_content(root, today=date.today(), paths=_articles(root, paths))
    _stop_on_errors(checked)
    library = [analyse(article) for article in checked.content.articles]
    if shape == "json":
        _echo(tables.as_json(library))
    else:
        Console().print(tables.as_tables(library))


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
    read = _one_article(_root(root), article)
    text, unreadable = read_text(original, original.as_posix())
    if text is None:
        _show(unreadable)
        sys.exit(1)
    outcome = verify_article(read, original.as_posix(), text)
    _show(outcome.problems)
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
    path = _root(root) / "content" / "articles" / f"{slug}.md"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton(date.today()))
    except FileExistsError:
        raise click.BadParameter(f"{_shown(path)} exists already", param_hint="SLUG") from None
    click.echo(f"Fill in {_shown(path)}, then run: whosays check {_shown(path)}")


@main.command()
def schema() -> None:
    """The JSON Schema of the front matter."""
    _echo(json.dumps(ArticleShape.model_json_schema(), ensure_ascii=False, indent=2))


def _root(given: Path | None) -> Path:
    """The project's folder: the one that was named, or the nearest above with content/."""
    if given:
        return given
    here = Path.cwd()
    found = next((p for p in (here, *here.parents) if (p / "content" / "articles").is_dir()), None)
    if found is None:
        raise click.UsageError("no content/articles/ here or above; name the project with --root")
    return found


def _articles(root: Path, paths: tuple[Path, ...]) -> tuple[Path, ...] | None:
    """The article files that `paths` name, folders opened; None for all there are."""
    if not paths:
        return None
    known = {path.resolve(): path for path in article_paths(root)}
    chosen: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.md")) if path.is_dir() else [path]
        if path.is_dir() and any(p.resolve() in known for p in inside):
            inside = [p for p in inside if p.resolve() in known]
        chosen |= dict.fromkeys(p for p in inside if p.suffix == ".md")
    return tuple(chosen)


def _one_article(root: Path, path: Path) -> Article:
    checked = check_content(root, today=date.today(), paths=(path,))
    _stop_on_errors(checked)
    if not checked.content.articles:
        raise click.UsageError(f"{_shown(path)} is not an article")
    return checked.content.articles[0]


def _stop_on_errors(checked: Checked) -> None:
    if not checked.ok:
        _show(checked.problems)
        sys.exit(1)


def _show(problems: tuple[Problem, ...]) -> None:
    if problems:
        click.echo(report.text(problems) + "\n", err=True)


def _echo(text: str) -> None:
    click.echo(text, nl=not text.endswith("\n") or not text)


def _shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
