"""The links of a page once it stands in a pack: within the pack, to the site on the web, or none."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urljoin

from generator.finish.addresses import Target, follow
from generator.finish.packs.sheet import Sheet
from generator.finish.packs.tree import Element, rebuilt


def with_links(name: str, sheets: Mapping[str, Sheet]) -> Element:
    """The body of one of a pack's pages, by its name in the pack, with links that hold there."""
    here = sheets[name]
    names = {sheet.path: other for other, sheet in sheets.items()}

    def linked(element: Element) -> Element:
        if element.name != "a" or (address := element.attributes.get("href")) is None:
            return element
        others = {key: value for key, value in element.attributes.items() if key != "href"}
        target = follow(here.path, address, loads=False)
        leads = address if target is None else ""
        if isinstance(target, Target):
            leads = _within(name, target, names, sheets) or _on_the_web(here, address)
        if leads:
            return replace(element, attributes={"href": leads, **others})
        # A label says where a link leads; on plain text it would hide the text from a listener.
        plain = {key: value for key, value in others.items() if key in ("class", "id", "title")}
        return Element("span", plain, element.children)

    return rebuilt(here.body, linked) or here.body


def relative(name: str, other: str) -> str:
    """The way from one file of a pack to another."""
    return posixpath.relpath(other, posixpath.dirname(name) or ".")


def _within(
    name: str, target: Target, names: Mapping[str, str], sheets: Mapping[str, Sheet]
) -> str:
    other = names.get(target.file)
    if other is None or (target.fragment and target.fragment not in sheets[other].places):
        return ""
    place = f"#{quote(target.fragment)}" if target.fragment else ""
    return place if other == name and place else relative(name, other) + place


def _on_the_web(here: Sheet, address: str) -> str:
    return urljoin(here.address, address) if here.address else ""
