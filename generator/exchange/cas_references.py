"""Which features of a UIMA CAS name other annotations; only the type system beside it says so."""

from __future__ import annotations

from xml.parsers import expat

from generator.exchange.cas_parser import EntitiesError, parse, parser_of
from generator.exchange.trouble import Trouble
from generator.reading.place import Source

_LISTS = ("uima.cas.FSArray", "uima.cas.TOP")
"""Ranges among UIMA’s own that are no plain value."""


class References:
    """The features of each type whose values are the numbers of other elements."""

    def __init__(self) -> None:
        self._features: dict[str, set[str]] = {}
        self._above: dict[str, str] = {}

    def has(self, type_name: str, feature: str) -> bool:
        """Whether a feature, of the type or of one above it, names other elements."""
        seen: set[str] = set()
        while type_name and type_name not in seen:
            if feature in self._features.get(type_name, ()):
                return True
            seen.add(type_name)
            type_name = self._above.get(type_name, "")
        return False

    def read(self, source: Source, trouble: Trouble) -> None:
        """Add what a type system says; one that cannot be read is said."""
        words: list[str] = []
        names = {"typeDescription": "", "featureDescription": ""}
        inside = "typeDescription"

        def start(tag: str, _attributes: dict[str, str]) -> None:
            nonlocal inside
            local = tag.rpartition(" ")[2]
            inside = local if local in names else inside
            words.clear()

        def end(tag: str) -> None:
            nonlocal inside
            text = "".join(words).strip()
            words.clear()
            type_name = names["typeDescription"]
            match tag.rpartition(" ")[2]:
                case "name":
                    names[inside] = text
                case "supertypeName":
                    self._above[type_name] = text
                case "rangeTypeName" if not text.startswith("uima.cas.") or text in _LISTS:
                    self._features.setdefault(type_name, set()).add(names["featureDescription"])
                case "featureDescription":
                    inside = "typeDescription"

        parser = parser_of(start, end, words.append)
        try:
            parse(parser, source)
        except (expat.ExpatError, EntitiesError):
            message = "This type system cannot be read; links between marks may be missing."
            hint = "Export it again together with the CAS."
            trouble.warn("not-xml", parser.CurrentLineNumber, message, hint)
