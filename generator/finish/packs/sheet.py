"""What a pack takes from a built page: its sheet, without what works on the site alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.finish.addresses import Target, follow
from generator.finish.packs.tree import Element, Unclear, elements, parsed, rebuilt, text
from generator.model import Place, Problem
from generator.reading.problem import error

ON_SCREEN = frozenset(
    {"button", "form", "input", "noscript", "script", "select", "style", "template", "textarea"}
)
"""The elements that paper has no use for."""

ON_SITE = frozenset(
    {"done", "link-field", "mend", "no-js", "on-site", "scripted", "setting", "sheet-only"}
    | {"to-classroom", "yourself"}
)
"""The classes of what works on the site alone: marking, setting, sharing, mending."""

SET = "set"
"""The id of the heading, on an article's page, over how to set it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page of the site, ready for a pack but for its links."""

    path: str
    """The page's path in the site."""
    title: str
    """Its main heading."""
    kind: str
    """The class of its body, which style sheets go by."""
    body: Element
    """The sheet itself."""
    styles: tuple[str, ...]
    """The style sheets that it loads, by their path in the site, in order."""
    address: str
    """The page's address on the web, or empty where nobody knows it."""
    places: frozenset[str]
    """The ids in it."""


class Unreadable(Exception):
    """A page of the site that no pack can be made from."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_sheet(site: Path, path: str) -> Sheet:
    """Read a page of the site, or say why that cannot be done: `Unreadable`."""
    page = (site / path).read_bytes().decode("utf-8", errors="replace")
    try:
        return _sheet(path, tuple(elements(parsed(page))))
    except Unclear as fault:
        lines = page.splitlines()
        line = lines[fault.line - 1] if fault.line <= len(lines) else ""
        where = Place(path, fault.line, fault.column, 1, line)
        hint = "Close each element of the template where it was opened; a pack is cut out of it."
        raise Unreadable(error("not-nested", where, str(fault), hint)) from None


def _sheet(path: str, page: tuple[Element, ...]) -> Sheet:
    links = [e for e in page if e.name == "link"]
    canonical = (e.attributes.get("href") for e in links if _is(e, "canonical"))
    styles = (e.attributes.get("href") for e in links if _is(e, "stylesheet"))
    targets = (follow(path, address or "", loads=True) for address in styles)
    whole = _first(page, lambda e: "sheet" in e.classes, "An element of class `sheet`")
    body = rebuilt(whole, _for_paper) or replace(whole, children=())
    places = (element.attributes.get("id") for element in elements(body))
    return Sheet(
        path=path,
        title=" ".join(text(_first(page, lambda e: e.name == "h1", "A heading")).split()),
        kind=_first(page, lambda e: e.name == "body", "A `<body>`").attributes.get("class") or "",
        body=body,
        styles=tuple(target.file for target in targets if isinstance(target, Target)),
        address=next(canonical, "") or "",
        places=frozenset(place for place in places if place),
    )


def _for_paper(element: Element) -> Element | None:
    """The element if a pack needs it, with all that is folded in it open."""
    if _is_for_the_site(element):
        return None
    if element.name == "li" and all(
        _is_for_the_site(child) if isinstance(child, Element) else not child.strip()
        for child in element.children
    ):
        return None
    if element.name == "details":
        return replace(element, attributes={**element.attributes, "open": None})
    return element


def _is_for_the_site(element: Element) -> bool:
    attributes = element.attributes
    if element.name in ON_SCREEN or "hidden" in attributes or attributes.get("id") == SET:
        return True
    if element.name == "a" and (
        "download" in attributes or (attributes.get("href") or "").endswith(f"#{SET}")
    ):
        return True
    return not ON_SITE.isdisjoint((attributes.get("class") or "").split())


def _is(link: Element, relation: str) -> bool:
    return relation in (link.attributes.get("rel") or "").lower().split()


def _first(page: Iterable[Element], test: Callable[[Element], bool], what: str) -> Element:
    found = next(filter(test, page), None)
    if found is None:
        raise Unclear(f"{what} is not there, and a pack needs it.", 1, 1)
    return found
