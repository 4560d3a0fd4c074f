"""Other tools' labels as our marks: the option `--map`."""

from __future__ import annotations

import click

from generator.exchange.labels import KNOWN, from_one_word

MAP = click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="LABEL=MARK",
    help="Their label as our mark: Claim=unsourced, Motive=inferred:motive. May be repeated.",
)


def mapping_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """Our mark for each label that was named."""
    return dict(map(_pair, pairs))


def _pair(given: str) -> tuple[str, str]:
    label, equals, mark = given.rpartition("=")
    if not equals or not label or from_one_word(mark)[0] not in KNOWN:
        known = ", ".join(sorted(KNOWN))
        reason = f"`{given}` is not LABEL=MARK; marks are {known}, inferred:motive, framing:doubt"
        raise click.BadParameter(reason, param_hint="--map")
    return label, mark
