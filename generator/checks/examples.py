"""An example of the codebook shows one thing: its entry, in words that stand out, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import key_place
from generator.checks.entries import entries
from generator.model import Codebook, Entry, Example, Place, Problem
from generator.reading.problem import error

_EDGES = "“”‘’\"'.,;:!?…()[] "


def check_examples(codebook: Codebook) -> Iterator[Problem]:
    """`example-without-words`, `example-shared`."""
    first: dict[str, Entry] = {}
    for entry in entries(codebook):
        for number, example in enumerate(entry.examples):
            place = _place(codebook, entry, number)
            if entry.section == "techniques" and not example.spans:
                yield _without_words(place)
            text = _plain(example.text)
            if text in first:
                yield error(
                    "example-shared",
                    place,
                    f"`{first[text].id}` has this example too.",
                    "Write another sentence for one of the two.",
                )
            first.setdefault(text, entry)
    for number, case in enumerate(codebook.cases):
        if not case.example.spans:
            yield _without_words(key_place(codebook, "cases", str(number), "text"))


def check_one_thing(codebook: Codebook) -> Iterator[Problem]:
    """`example-uses-another`: the words of one technique, or a cue, in the example of another."""
    signs = {
        words: entry
        for entry in (*codebook.techniques, *codebook.cues)
        for example in entry.examples
        for words in _words(example)
    }
    for entry in codebook.techniques:
        for number, example in enumerate(entry.examples):
            text = _plain(example.text)
            for words, other in signs.items():
                if other.id != entry.id and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                    yield error(
                        "example-uses-another",
                        _place(codebook, entry, number),
                        f"“{words}” stands in this example, and is an example of `{other.id}`.",
                        "Say it in other words here or there: an example shows one thing.",
                    )


def _words(example: Example) -> list[str]:
    found = (_plain(example.text[start:end]).strip(_EDGES) for start, end in example.spans)
    return [words for words in found if words]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _place(codebook: Codebook, entry: Entry, number: int) -> Place:
    return key_place(codebook, entry.section, entry.id, "examples", str(number))


def _without_words(place: Place) -> Problem:
    return error(
        "example-without-words",
        place,
        "No words of this example stand in square brackets.",
        "Put [the words that do it] in brackets.",
    )
