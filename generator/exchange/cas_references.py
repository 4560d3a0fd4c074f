"""Which features of a UIMA CAS name other annotations; only the type system beside it says so."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from generator.exchange.sources import decoded

TYPES = "<typeSystemDescription"
"""What stands near the beginning of a type system's file."""
_PLAIN = frozenset(
    f"uima.cas.{name}"
    for name in ("String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double")
)
_SLOT = {"name": 0, "supertypeName": 1, "rangeTypeName": 1}


class References:
    """The features of each type whose values are numbers of other elements."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._features: dict[str, set[str]] = {}
        self._above: dict[str, str] = {}
        for name, data in files.items():
            source, _ = decoded(name, data)
            if source and is_type_system(source.lines):
                self._read("\n".join(source.lines))

    def has(self, type_name: str, feature: str) -> bool:
        """Whether a feature, of the type or of one above it, names other elements."""
        seen: set[str] = set()
        while type_name and type_name not in seen:
            if feature in self._features.get(type_name, ()):
                return True
            seen.add(type_name)
            type_name = self._above.get(type_name, "")
        return False

    def _read(self, text: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        said: dict[str, list[str]] = {}
        types: list[list[str]] = []
        open_tags: list[str] = []

        def start(tag: str, _attributes: dict[str, str]) -> None:
            open_tags.append(tag.rpartition(" ")[2])
