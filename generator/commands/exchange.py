"""`whosays export` and `whosays import`: articles in other tools' formats, and back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.checks.ids import slug
from generator.commands.carried import FORMAT_OF_LIST, STRICT, show_carried
from generator.commands.dataset import library_of
from generator.commands.given import given_files
from generator.commands.labels import MAP, mapping_of
from generator.commands.new_files import write_new
from generator.commands.shared import ROOT, one_article, project_of, show
from generator.exchange.document import Document
from generator.exchange.formats import FORMATS
from generator.exchange.from_document import from_document
from generator.exchange.mapping import relabelled, unknown_labels
from generator.exchange.results import merged
from generator.exchange.to_document import to_document
from generator.model import Problem

_BY_NAME = {each.NAME: each for each in FORMATS}
_DATASET = "dataset"
_FORMAT = click.argument("form", type=click.Choice(list(_BY_NAME)), metavar="FORMAT")
_OUT = click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Where it goes: a new file, a .zip, or a folder where there are several files.",
)


@click.command("export")
@click.argument("form", type=click.Choice([*_BY_NAME, _DATASET]), metavar="FORMAT")
@click.argument(
    "article",
    required=False,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="ARTICLE",
)
@_OUT
@STRICT
@FORMAT_OF_LIST
@ROOT
def export_(
    form: str, article: Path | None, output: Path, strict: bool, shape: str, root: Path | None
) -> None:
    """An article in another tool's format, and what that format could not carry.

    `whosays export dataset -o DIR` takes the whole library, and no ARTICLE.
    """
    if (article is None) != (form == _DATASET):
        raise click.UsageError("name an ARTICLE, or none for `dataset`")
    project = project_of(root)
    if article is None:
        written = library_of(project)
    else:
        written = _BY_NAME[form].write(to_document(one_article(project, article)))
    refused = strict and bool(written.lost)
    paths = () if refused else write_new(output, written.files)
    show_carried(shape, paths, written.lost)
    sys.exit(1 if refused else 0)


@click.command("import")
@_FORMAT
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@_OUT
@click.option(
    "--text",
    "text_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The annotated text, for formats that do not hold it.",
)
@MAP
@STRICT
@FORMAT_OF_LIST
def import_(
    form: str,
    file: Path,
    output: Path,
    text_file: Path | None,
    pairs: tuple[str, ...],
    strict: bool,
    shape: str,
) -> None:
    """Another tool's annotations as articles, to be looked at, and what an article cannot hold."""
    mapping = mapping_of(pairs)
    files, problems = given_files(file, _BY_NAME[form])
    text = _text(text_file) if text_file else None
    read = _BY_NAME[form].read(files, text)
    documents = [relabelled(document, mapping) for document in read.documents]
    problems += read.problems
    problems += tuple(p for each in documents for p in unknown_labels(each, file.as_posix()))
    composed = [from_document(document) for document in documents]
    lost = merged((*read.lost, *(loss for each in composed for loss in each.lost)))
    refused = strict and bool(lost or problems)
    texts = {
        name: each.text.encode("utf-8")
        for name, each in zip(_names(documents), composed, strict=True)
    }
    paths = write_new(output, texts) if texts and not refused else ()
    if shape == "text":
        show(problems)
    show_carried(shape, paths, lost, problems)
    sys.exit(1 if refused or _wrong(problems) else 0)


def _wrong(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _names(documents: list[Document]) -> list[str]:
    """A file name for each document, no two the same."""
    names: dict[str, None] = {}
    for document in documents:
        name, number = slug(document.id), 1
        while f"{name}.md" in names:
            number += 1
            name = f"{slug(document.id)}-{number}"
        names[f"{name}.md"] = None
    return list(names)


def _text(path: Path) -> str:
    try:
        # Letter by letter: offsets count carriage returns too.
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        reason = f"{path.as_posix()} is not UTF-8 text"
        raise click.BadParameter(reason, param_hint="--text") from None
