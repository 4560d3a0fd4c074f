"""Texts damaged by seeded chance, for tests that two ways of reading them agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

YAML = (
    *" \n:-?,[]{}#'\"|>&*!%@`~.=<_0a1’\t\\",
    *(": ", " #", "- ", "? ", "\n  ", "\n\n", "\n- ", "''", ", ", ">-\n  ", "|\n  ", "|+\n", ":\n"),
    *("---\n", "...\n", "null", "{a: b}", "[a, b]", "'a'", '"a"', "!!str ", "&x ", "*x", "<<: "),
    *("\xa0", "é", "🌉", "\x85", "\u2028", "\ufeff", "\x01", "\ud800"),
)
"""Signs and words that mean something in YAML, or nearly."""

MARKDOWN = (
    *" \n[]{}()^#.=:-+*_`<>&!|~\\\"'“”‘’0a\t",
    *(
        "\n\n",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n## ",
        "\n---\n",
        "\n===\n",
        "\n| a | b |\n|-|-|\n",
    ),
    *("[^s1]", "[^s1]: why\n", "\n[^n]: why\n", "]{.cue}", "{.unsourced}", "[a]: b\n", "![a](b)"),
    *("[a](b)", "[words]{.sourced by=mayor}", "]{.framing technique=x plain='a'}", " {.cue}"),
    *(
        ' short="a b"',
        " also=unsourced",
        " by=mayor by=clerk",
        " #id",
        ".cue",
        "&amp;",
        "<b>",
        "**",
    ),
    *("{{ a }}", "--8<--", "\xa0", "\x0b", "\x85", "\u2028", "\u200b", "🌉", "\0", "\x1c"),
)
"""Signs and words that mean something in an article's text, or nearly."""


def damaged(texts: Sequence[str], signs: Sequence[str], count: int, seed: int = 0) -> Iterator[str]:
    """`count` of the `texts`, each with up to six signs put in, cut out, doubled or moved."""
    chance = Random(seed)
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 6))):
            text = _damaged(text, signs, chance)
        yield text


def _damaged(text: str, signs: Sequence[str], chance: Random) -> str:
    at, other = chance.randint(0, len(text)), chance.randint(0, len(text))
    match chance.randrange(5):
        case 0 | 1:
            return text[:at] + chance.choice(signs) + text[at:]
        case 2:
            return text[:at] + text[at + chance.choice((1, 1, 2, 5)) :]
        case 3:
            return text[:at] + text[other : other + chance.randint(1, 20)] + text[at:]
    lines = text.split("\n")
    number = chance.randrange(len(lines))
    lines[number] = " " * chance.choice((0, 1, 2, 4)) + lines[number].lstrip(" ")
    return "\n".join(lines)
