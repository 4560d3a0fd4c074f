"""Rights: a licensed text names its licence; a quoted one keeps within quotation's limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.context import Context, key_place
from generator.model import Article, Block, Framing, Problem, Statement
from generator.reading import words
from generator.reading.problem import error
from generator.reading.quotes import unpaired, verbatim

MAX_RUN = 12
"""Words in one verbatim run; the limits are the project's own, see docs/decisions/0003."""
MAX_SHARE = 0.25
"""Verbatim words as a share of all words."""


def check_rights(article: Article, _context: Context) -> Iterator[Problem]:
    """`missing-licence`, `quotation-share`, and for each block the problems of its quotations."""
    if article.rights == "licensed" and not article.licence:
        yield error(
            "missing-licence",
            key_place(article, "rights"),
            "A licensed text names its licence.",
            "Add `licence: CC BY 4.0`, or whichever it is.",
        )
    if article.rights != "quotation":
        return
    total = sum(words.count(block.text.text) for block in article.blocks)
    quoted = 0
    statements: dict[int, list[Statement]] = defaultdict(list)
    framing: dict[int, list[Framing]] = defaultdict(list)
    for statement in article.statements:
        statements[statement.span.block].append(statement)
    for mark in article.framing:
        framing[mark.span.block].append(mark)
    for number, block in enumerate(article.blocks):
        yield from _quotation_marks(block, statements[number])
        yield from _runs(block, statements[number])
        yield from _framing(block, framing[number])
        quoted += sum(words.count(block.text.text[a:b]) for a, b in verbatim(block.text.text))
    if total and quoted / total > MAX_SHARE:
        yield error(
            "quotation-share",
            key_place(article, "rights"),
            f"{quoted} of {total} words are verbatim: {quoted / total:.0%}.",
            f"Keep it to {MAX_SHARE:.0%}: shorten what stands in “double quotation marks”.",
        )


def _runs(block: Block, statements: list[Statement]) -> Iterator[Problem]:
    for start, end in verbatim(block.text.text):
        run = block.text.text[start:end]
        length = words.count(run)
        if length > MAX_RUN:
            place = next((s.place for s in statements if s.span.start <= start < s.span.end), None)
            yield error(
                "quotation-run",
                place or block.place,
                f"{length} words stand in one quotation: “{' '.join(run.split()[:5])} …”.",
                f"Quote at most {MAX_RUN} words at a time; say the rest in your own.",
            )


def _quotation_marks(block: Block, statements: list[Statement]) -> Iterator[Problem]:
    text = block.text.text
    for at, sign in ((text.find('"'), '"'), (unpaired(text), "")):
        if at < 0:
            continue
        around = f"… {text[max(0, at - 20) : at + 20].strip()} …"
        place = next((s.place for s in statements if s.span.start <= at < s.span.end), block.place)
        yield error(
            "quotation-marks",
            place,
            f"A straight quotation mark does not show which words are verbatim: {around}"
            if sign
            else f"This {text[at]} has no partner: {around}",
            "Put verbatim words between “ and ”.",
        )


def _framing(block: Block, framing: list[Framing]) -> Iterator[Problem]:
    runs = verbatim(block.text.text)
    for mark in framing:
        outside = [
            block.text.text[mark.span.start + a : mark.span.start + b]
            for a, b in words.spans(mark.text)
            if not any(s <= mark.span.start + a and mark.span.start + b <= e for s, e in runs)
        ]
        if outside:
            yield error(
                "framing-not-verbatim",
                mark.place,
                f"“{outside[0]}” is our word, not the original's, and framing is the original's.",
                "Mark only words between “ and ”.",
            )
