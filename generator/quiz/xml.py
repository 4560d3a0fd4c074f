"""XML and HTML from elements, never from strings: so that no text of an author is ever markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from generator.quiz.values import Question, Quiz

OURS = "en"
"""The language that the generator itself writes."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IMPOSSIBLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(
    tag: str,
    attributes: Mapping[str, str] | None = None,
    *children: ET.Element,
    text: str | None = None,
) -> ET.Element:
    """Make an element with attributes, and with children or a text."""
    made = ET.Element(tag, dict(attributes or {}))
    made.text = text
    made.extend(children)
    return made


def document(root: ET.Element) -> bytes:
    """Write a whole document; what XML cannot hold, such as a control character, becomes `�`."""
    for part in root.iter():
        part.text = part.text and _IMPOSSIBLE.sub("�", part.text)
        for name, value in part.items():
            part.set(name, _IMPOSSIBLE.sub("�", value))
    ET.indent(root)
    return (_DECLARATION + ET.tostring(root, encoding="unicode") + "\n").encode("utf-8")


def paragraphs(*texts: str) -> list[ET.Element]:
    """Make a paragraph of each text."""
    return [element("p", text=text) for text in texts]


def html(*elements: ET.Element) -> str:
    """Write elements as HTML, to stand as a text in XML; what was text in them stays text."""
    return "".join(ET.tostring(part, encoding="unicode", method="html") for part in elements)


def asked(quiz: Quiz, question: Question) -> str:
    """Write a question, and under it the words that it is about, as HTML."""
    words = {"lang": quiz.language, "dir": quiz.direction}
    quoted = element("blockquote", words, *paragraphs(question.quoted))
    return html(*paragraphs(question.prompt), quoted)
