"""Every entry of the codebook has what a reader needs to decide, and a place of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import key_place
from generator.model import Codebook, Entry, Problem
from generator.reading.problem import error, nearest, one_of, warning

EXAMPLES = 2
"""How many examples an entry has at least: one alone could be taken for the rule."""


def entries(codebook: Codebook) -> tuple[Entry, ...]:
    """All that can be given as an answer or described, groups left out."""
    return (
        *codebook.bases,
        *codebook.kinds,
        *codebook.cues,
        *codebook.stakes,
        *codebook.techniques,
        *codebook.frames,
    )


def check_entries(codebook: Codebook) -> Iterator[Problem]:
    """`entry-without-test`, `entry-incomplete`."""
    for entry in entries(codebook):
        if not entry.test.endswith("?"):
            yield error(
                "entry-without-test",
                key_place(codebook, entry.section, entry.id, "test"),
                f"`{entry.id}` has no question that decides it.",
                "Add `test: …?`, one question that the text itself can answer.",
            )
        parts = {
            "examples": len(entry.examples) >= EXAMPLES,
            "near": entry.near is not None,
            "alike": bool(entry.alike),
            "matters": bool(entry.matters),
        }
        if lacking := [name for name, there in parts.items() if not there]:
            yield error(
                "entry-incomplete",
                key_place(codebook, entry.section, entry.id),
                f"`{entry.id}` lacks {', '.join(f'`{name}`' for name in lacking)}.",
                f"An entry has {EXAMPLES} examples, a near miss, what it is like, and why it matters.",
            )


def check_entry_ids(codebook: Codebook) -> Iterator[Problem]:
    """`ambiguous-id`: a case or an `alike` could not tell which of two entries it means."""
    first: dict[str, Entry] = {}
    for entry in (*entries(codebook), *codebook.groups):
        if entry.id in first:
            yield error(
                "ambiguous-id",
                key_place(codebook, entry.section, entry.id),
                f"`{entry.id}` is the id of an entry in `{first[entry.id].section}` too.",
                "Give one of the two another id.",
            )
        first.setdefault(entry.id, entry)


def check_seen(codebook: Codebook) -> Iterator[Problem]:
    """`seen-shared`: whoever types these words would be shown two entries for one thing."""
    first: dict[str, Entry] = {}
    for entry in entries(codebook):
        for number, words in enumerate(entry.seen):
            plain = " ".join(words.casefold().split())
            if plain in first:
                yield error(
                    "seen-shared",
                    key_place(codebook, entry.section, entry.id, "seen", str(number)),
                    f"`{first[plain].id}` is found by “{words}” too.",
                    "Put it in other words for one of the two.",
                )
            first.setdefault(plain, entry)


def check_alike(codebook: Codebook) -> Iterator[Problem]:
    """`unknown-alike`, `same-again`, and `one-sided-alike` where the other does not name it back."""
    known = {entry.id: entry for entry in entries(codebook)}
    for entry in known.values():
        for number, alike in enumerate(entry.alike):
            place = key_place(codebook, entry.section, entry.id, "alike", str(number), "id")
            other = known.get(alike.id)
            if alike.id == entry.id:
                message = f"`{entry.id}` is not mistaken for itself."
                yield error("same-again", place, message, "Name another entry.")
            elif other is None:
                near = nearest(alike.id, known)
                hint = one_of(alike.id, [near] if near else [e.id for e in codebook.techniques])
                yield error("unknown-alike", place, f"There is no entry `{alike.id}`.", hint)
            elif entry.id not in {back.id for back in other.alike}:
                yield warning(
                    "one-sided-alike",
                    place,
                    f"`{entry.id}` is mistaken for `{other.id}`, and `{other.id}` does not say so.",
                    f"Add `{entry.id}` to what `{other.id}` is like, with how to tell.",
                )
