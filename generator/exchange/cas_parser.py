"""The XML parser for both files of a UIMA CAS: namespaces apart from names, and no entities."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from generator.reading.place import Source


class EntitiesError(Exception):
    """The file declares entities, which no CAS does: they can make a small file a big one."""


def parser_of(
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> expat.XMLParserType:
    """A parser that says where an element starts, where it ends, and the text between."""

    def declared(*_details: object) -> None:
        raise EntitiesError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = declared
    return parser


def parse(parser: expat.XMLParserType, source: Source) -> None:
    """Read a whole file; expat's own error where it is no XML, `EntitiesError` where it has them."""
    parser.Parse("\n".join(source.lines).encode(), True)
