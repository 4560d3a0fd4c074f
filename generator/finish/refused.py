"""What no page of ours may hold, though its policy would stop most of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.finish.addresses import Fault
from generator.finish.markup import BRINGS_IN, UNCLEAR, Tag, place
from generator.finish.policy import has_place
from generator.model import Problem
from generator.reading.problem import error

NO_CHARSET = Fault(
    "no-charset",
    'The page does not begin with `<meta charset="utf-8">` as the first thing in its head.',
    "Begin its template so: what stands before the security policy is not held by it.",
)


def refused(path: str, page: str, tags: Sequence[Tag]) -> Iterator[Problem]:
    """Each thing in a page that must not be there, with what to do about it."""
    if not has_place(page):
        yield error(NO_CHARSET.code, place(path, page, 0), NO_CHARSET.message, NO_CHARSET.hint)
    ids: set[str] = set()
    for tag in tags:
        for fault in (*_of_element(tag), *_of_attributes(tag), *_of_id(tag, ids)):
            where = place(path, page, tag.start, tag.length)
            yield error(fault.code, where, fault.message, fault.hint)


def _of_element(tag: Tag) -> Iterator[Fault]:
    if tag.name == UNCLEAR:
        yield Fault(
            "unclear-markup",
            "Browsers might read this markup in more than one way.",
            "Write `&lt;` for a `<` that is text, put values in double quotation marks, and close "
            "comments and scripts.",
        )
    elif tag.name in BRINGS_IN:
        yield Fault(
            "refused-element",
            f"A `<{tag.name}>` has no place in this site.",
            "Leave it out; link to what it shows.",
        )
    elif tag.name == "meta" and "http-equiv" in tag.attributes:
        yield Fault(
            "refused-meta",
            f'A page may not carry `<meta http-equiv="{tag.attributes["http-equiv"]}">`.',
            "Take it out: the security policy is put in for you, and no page moves its reader on.",
        )


def _of_attributes(tag: Tag) -> Iterator[Fault]:
    for name in tag.attributes:
        if name == "style":
            yield Fault(
                "inline-style",
                "A `style=` attribute is blocked by the security policy.",
                "Give the element a class and style that under docs/assets/; SVG has attributes of its own.",
            )
        elif name.startswith("on"):
            yield Fault(
                "inline-handler",
                f"An `{name}=` attribute is blocked by the security policy.",
                "Listen for the event in a script under docs/assets/.",
            )


def _of_id(tag: Tag, ids: set[str]) -> Iterator[Fault]:
    """What is wrong with an id, given those before it on the page, which it then joins."""
    if (own := tag.attributes.get("id")) is None:
        return
    if not own.strip():
        yield Fault("empty-id", "An id is empty.", "Name the place, or take the id away.")
    elif own in ids:
        yield Fault(
            "duplicate-id",
            f"The id `{own}` stands on this page a second time.",
            "Give each element of a page an id of its own, or none.",
        )
    ids.add(own)
