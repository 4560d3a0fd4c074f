"""The text of an article, without marks, from its student page: a plain text for any program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finish.packs.sheet import Sheet
from generator.finish.packs.tree import Element, elements, text

_SPACE = re.compile(r"[ \t\r\n\f]+")  # not the spaces that hold two words together

BEFORE = {"blockquote": "> ", "li": "- "}
"""What a plain text puts before a quotation and an item."""


def plain_text(worksheet: Sheet) -> str:
    """Title, origin, rights, and the article's paragraphs, an empty line between any two."""
    parts = [worksheet.title, origin(worksheet), rights(worksheet), *_paragraphs(worksheet)]
    return "\n\n".join(filter(None, parts)) + "\n"


def origin(worksheet: Sheet) -> str:
    """Publisher and date, or an empty string: the first list of facts."""
    facts = (e for e in elements(worksheet.body) if "facts" in e.classes)
    first = next(child for one in facts for child in one.children if not isinstance(child, str))
    return " · ".join(_flat(e) for e in elements(first) if e.name == "li")


def rights(worksheet: Sheet) -> str:
    """By what right the text is here, in a sentence."""
    return next(_flat(e) for e in elements(worksheet.body) if "rights" in e.classes)


def _paragraphs(worksheet: Sheet) -> Iterator[str]:
    for words in elements(worksheet.body):
        if "words" in words.classes:
            kind = next((e.name for e in elements(words) if e.name in BEFORE), "")
            yield BEFORE.get(kind, "") + _flat(words)


def _flat(element: Element) -> str:
    """The text in one line, without the numbers of statements."""
    return _SPACE.sub(" ", text(element, lambda e: "n" in e.classes)).strip()
