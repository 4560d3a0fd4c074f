"""Readings by others: the article's own text, with another person's marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.checks.context import Context, key_place
from generator.checks.ids import check_file_name
from generator.model import Article, Block, Place, Problem, Reading
from generator.reading.problem import error, one_of
from generator.reading.quotes import verbatim
from generator.reading.words import count

PUBLISHED = "published"
"""What figures and decisions call the marks of the article itself."""
_SHOWN = 8
"""So many words of each text show where they part."""


@dataclass(frozen=True, slots=True)
class _Token:
    """What stands between two spaces of a text."""

    text: str
    """It."""
    block: int
    """The block that holds it."""
    word: int
    """How many words of the block stand before it."""


def check_name(reading: Reading, known: Sequence[str]) -> Iterator[Problem]:
    """`unknown-article`, `unstable-id`, `reserved-id`, for the folder and the file."""
    top = Place(reading.path, 1, 1, 1, "---")
    if reading.slug not in known:
        yield error(
            "unknown-article",
            top,
            f"A reading stands in a folder with the article's name, and there is no article "
            f"`{reading.slug}`.",
            one_of(reading.slug, known),
        )
    yield from check_file_name(reading.path, reading.name)
    if reading.name == PUBLISHED:
        yield error(
            "reserved-id",
            top,
            f"`{PUBLISHED}` is what the marks of the article itself are called.",
            "Name the file after its reader.",
        )


def check_date(reading: Reading, context: Context) -> Iterator[Problem]:
    """`future-date`."""
    if reading.date > context.today:
        yield error(
            "future-date",
            key_place(reading, "date"),
            f"{reading.date.isoformat()} lies in the future.",
            f"Today is {context.today.isoformat()}. Check year, month and day.",
        )


def check_text(reading: Reading, article: Article) -> Iterator[Problem]:
    """`text-differs`, `phrases-differ`: once, at the first difference.

    Where the annotators retold the article in their own words, a reader who has the original may
    retell it otherwise; then the verbatim phrases are the same, in the same order.
    """
    ours, theirs = list(_tokens(reading.blocks)), list(_tokens(article.blocks))
    if [token.text for token in ours] == [token.text for token in theirs]:
        return
    if article.rights != "quotation":
        yield error(
            "text-differs",
            *_parted(reading, ours, theirs, "The text is not the article's."),
            f"A reading changes nothing but marks. For the bare text: `whosays blind {reading.slug}`.",
        )
        return
    ours, theirs = list(_phrases(reading.blocks)), list(_phrases(article.blocks))
    if [token.text for token in ours] != [token.text for token in theirs]:
        yield error(
            "phrases-differ",
            *_parted(reading, ours, theirs, "The verbatim phrases are not the article's."),
            "Say the rest in your own words if you like, and keep what stands in “double "
            f"quotation marks”, in its order. For the bare text: `whosays blind {reading.slug}`.",
        )


def _tokens(blocks: Iterable[Block]) -> Iterator[_Token]:
    """What stands between spaces, and a sign for the end of each paragraph."""
    for number, block in enumerate(blocks):
        before = 0
        for part in block.text.text.split():
            yield _Token(part, number, before)
            before += count(part)
        yield _Token("¶", number, max(0, before - 1))


def _phrases(blocks: Iterable[Block]) -> Iterator[_Token]:
    for number, block in enumerate(blocks):
        text = block.text.text
        for start, end in verbatim(text):
            yield _Token(" ".join(text[start:end].split()), number, count(text[:start]))


def _parted(
    reading: Reading, ours: list[_Token], theirs: list[_Token], what: str
) -> tuple[Place, str]:
    """Where two texts part, and what each has there."""
    pairs = enumerate(zip_longest(ours, theirs))
    at = next(n for n, (a, b) in pairs if a is None or b is None or a.text != b.text)
    here, there = (_shown(tokens[at : at + _SHOWN]) for tokens in (ours, theirs))
    place = _place(reading, ours[min(at, len(ours) - 1)]) if ours else None
    top = Place(reading.path, 1, 1, 1, "---")
    return place or top, f"{what} Here it goes on {here}, and there {there}."


def _shown(tokens: list[_Token]) -> str:
    return f"“{' '.join(token.text for token in tokens)}”" if tokens else "with nothing"


def _place(reading: Reading, token: _Token) -> Place:
    """Where a token stands; at the beginning of its block where its words have no places."""
    words = reading.words[token.block]
    return words[token.word] if token.word < len(words) else reading.blocks[token.block].place
