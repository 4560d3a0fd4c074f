"""What an article answers to where a list is narrowed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed, Counts


@dataclass(frozen=True, slots=True)
class Answers:
    """What one article answers to: for each filter the values that fit, with spaces between."""

    level: str
    """Its ages, as `12-14`, or empty."""
    minutes: int
    """Its reading time; it fits every limit from there on."""
    topic: str
    """Its topics, as they stand in an address."""
    mix: str
    """The basis of more than half of its statements, or `mixed`."""
    technique: str
    """Ids of its techniques."""
    genre: str
    """Its kind of article, as it stands in an address, or empty."""
    pair: str
    """`yes` where it is one of a pair, or empty."""


def mix(counts: Counts) -> str:
    """Give the basis that more than half of the statements have, or `mixed`."""
    shares = {
        "sourced": counts.sourced,
        "unsourced": counts.unsourced,
        "inferred": counts.inferred,
    }
    return next((basis for basis, some in shares.items() if 2 * some > counts.total), "mixed")


def in_address(words: str) -> str:
    """Give a topic or genre as it stands in an address: `Local government` as `local-government`."""
    letters = [c if c.isalnum() else " " for c in words.lower()]
    return "-".join("".join(letters).split())


def answers(analysed: Analysed, paired: bool) -> Answers:
    """Give what an article answers to; `paired` says whether it is one of a pair."""
    article = analysed.article
    return Answers(
        level=article.level,
        minutes=analysed.figures.minutes,
        topic=" ".join(in_address(topic) for topic in article.topics),
        mix=mix(analysed.figures.statements),
        technique=" ".join(sorted({framing.technique for framing in article.framing})),
        genre=in_address(article.genre),
        pair="yes" if paired else "",
    )
