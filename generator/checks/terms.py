"""Kinds, techniques, bases and frames are the codebook's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context, key_place, value_place
from generator.model import Article, Framing, Problem, Statement
from generator.reading.problem import error, one_of, warning


def check_terms(article: Article, context: Context) -> Iterator[Problem]:
    """`missing-inference-kind`, `unknown-kind`, `unknown-technique`, `unknown-basis`, `same-again`,
    `kind-without-inference`.
    """
    codebook = context.codebook
    kinds = [kind.id for kind in codebook.kinds]
    bases = [basis.id for basis in codebook.bases]
    techniques = [technique.id for technique in codebook.techniques]
    for statement in article.statements:
        yield from _statement(statement, kinds, bases)
    for framing in article.framing:
        yield from _framing(framing, techniques)


def _statement(statement: Statement, kinds: list[str], bases: list[str]) -> Iterator[Problem]:
    if statement.basis == "inferred" and "kind" not in dict(statement.at):
        yield error(
            "missing-inference-kind",
            statement.place,
            "An inferred statement says what kind of conclusion it is.",
            f"Write {{.inferred kind=…}}. {one_of('', kinds)}",
        )
    if statement.kind and statement.kind not in kinds:
        yield error(
            "unknown-kind",
            value_place(statement.at, "kind", statement.place),
            f"The codebook has no inference kind `{statement.kind}`.",
            one_of(statement.kind, kinds),
        )
    where = value_place(statement.at, "also", statement.place)
    if statement.also and statement.also not in bases:
        yield error(
            "unknown-basis",
            where,
            f"`{statement.also}` is not a basis.",
            one_of(statement.also, bases),
        )
    elif statement.also == statement.basis:
        yield error(
            "same-again",
            where,
            f"The second reading is the same as the first: {statement.basis}.",
            "Name another basis, or take `also` out.",
        )
    if statement.also_kind:
        yield from _second_kind(statement, kinds)


def _second_kind(statement: Statement, kinds: list[str]) -> Iterator[Problem]:
    where = value_place(statement.at, "also-kind", statement.place)
    if statement.also_kind not in kinds:
        yield error(
            "unknown-kind",
            where,
            f"The codebook has no inference kind `{statement.also_kind}`.",
            one_of(statement.also_kind, kinds),
        )
    elif "inferred" not in (statement.basis, statement.also):
        yield error(
            "kind-without-inference",
            where,
            "A second kind needs an inference, and neither reading is one.",
            "Write also=inferred beside it, or take `also-kind` out.",
        )
    elif statement.also_kind == statement.kind:
        yield error(
            "same-again",
            where,
            f"The second reading is the same as the first: {statement.kind}.",
            "Name another kind, or take `also-kind` out.",
        )


def _framing(framing: Framing, techniques: list[str]) -> Iterator[Problem]:
    where = value_place(framing.at, "technique", framing.place)
    if "technique" not in dict(framing.at):
        yield error(
            "missing-technique",
            framing.place,
            "A framing mark names its technique.",
            "Write {.framing technique=loaded-language}; the method page lists all.",
        )
    elif framing.technique and framing.technique not in techniques:
        yield error(
            "unknown-technique",
            where,
            f"The codebook has no technique `{framing.technique}`.",
            one_of(framing.technique, techniques),
        )
    also = value_place(framing.at, "also", framing.place)
    if framing.also and framing.also not in (*techniques, "none"):
        yield error(
            "unknown-technique",
            also,
            f"The codebook has no technique `{framing.also}`.",
            one_of(framing.also, techniques),
        )
    elif framing.also and framing.also == framing.technique:
        yield error(
            "same-again",
            also,
            f"The second reading is the same as the first: {framing.technique}.",
            "Name another technique or `none`, or take `also` out.",
        )


def check_frames(article: Article, context: Context) -> Iterator[Problem]:
    """`unknown-frame`; `codebook-version`, `unknown-version` where another one was used."""
    frames = [frame.id for frame in context.codebook.frames]
    for number, frame in enumerate(article.frames):
        if frame not in frames:
            yield error(
                "unknown-frame",
                key_place(article, "frames", str(number)),
                f"The codebook has no frame `{frame}`.",
                one_of(frame, frames),
            )
    versions = [change.version for change in context.codebook.changes]
    if article.codebook and article.codebook not in (*versions, context.codebook.version):
        yield warning(
            "unknown-version",
            key_place(article, "codebook"),
            f"The codebook has never had a version {article.codebook}.",
            one_of(article.codebook, versions),
        )
    elif article.codebook and article.codebook != context.codebook.version:
        yield warning(
            "codebook-version",
            key_place(article, "codebook"),
            f"Marked with codebook {article.codebook}; the codebook is now {context.codebook.version}.",
            "Read its changes, look the marks over, and set the new version.",
        )
