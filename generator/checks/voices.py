"""Sourced statements name voices that the front matter has, and it has no others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context, key_place, value_place
from generator.checks.ids import slug
from generator.model import Article, Problem, Statement
from generator.reading.problem import error, nearest, one_of, warning


def check_voices(article: Article, _context: Context) -> Iterator[Problem]:
    """`sourced-without-voice`, `unknown-voice`, `unused-voice`."""
    known = [voice.id for voice in article.voices]
    used: set[str] = set()
    for statement in article.statements:
        if statement.basis != "sourced":
            continue
        if not statement.voices and "by" not in dict(statement.at):
            yield error(
                "sourced-without-voice",
                statement.place,
                "A sourced statement names its voice, and this one does not.",
                "Write {.sourced by=id}. If the text names nobody, it is {.unsourced}.",
            )
        if unknown := [voice for voice in statement.voices if voice not in known]:
            yield from _unknown(article, statement, unknown)
            used.update(nearest(voice, known) for voice in unknown)
        used.update(statement.voices)
    for voice in known:
        if voice not in used:
            yield warning(
                "unused-voice",
                key_place(article, "voices", voice),
                f"No statement is from the voice `{voice}`.",
                f"Give it a statement with by={voice}, or take it out.",
            )


def _unknown(article: Article, statement: Statement, unknown: list[str]) -> Iterator[Problem]:
    where = value_place(statement.at, "by", statement.place)
    written = " ".join(statement.voices)
    for voice in article.voices:
        if voice.name.casefold() == written.casefold():
            yield error(
                "unknown-voice",
                where,
                f"`{written}` is the name of a voice, and `by` takes its id.",
                f"Write by={voice.id}.",
            )
            return
    known = [voice.id for voice in article.voices]
    for name in unknown:
        named = [v for v in article.voices if name.casefold() in v.name.casefold().split()]
        meant = (
            f"Did you mean `{named[0].id}`, {named[0].name}?"
            if named and not nearest(name, known)
            else one_of(name, known)
        )
        yield error(
            "unknown-voice",
            where,
            f"The front matter has no voice `{name}`.",
            f"{meant} To add one: voices: {{{slug(name)}: {{name: …, stake: …}}}}.",
        )


def check_records(article: Article, _context: Context) -> Iterator[Problem]:
    """`unknown-record`, `unused-record`."""
    known = [record.id for record in article.records]
    used = {record for statement in article.statements for record in statement.records}
    used |= {nearest(record, known) for record in used}
    for statement in article.statements:
        for record in statement.records:
            if record not in known:
                yield error(
                    "unknown-record",
                    value_place(statement.at, "see", statement.place),
                    f"The front matter has no record `{record}`.",
                    one_of(record, known),
                )
    for record in known:
        if record not in used:
            yield warning(
                "unused-record",
                key_place(article, "records", record),
                f"No statement was checked against the record `{record}`.",
                f"Give a statement see={record}, or take it out.",
            )
