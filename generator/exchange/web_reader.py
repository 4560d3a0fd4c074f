"""Reads W3C Web Annotations, ours and others', in the shapes that the model allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.exchange.checked import sound
from generator.exchange.document import MADE_UP, UNKNOWN, About, Document, Relation, Span
from generator.exchange.front import from_front
from generator.exchange.labels import from_one_word
from generator.exchange.results import Read, Tally
from generator.exchange.selectors import Finder, as_list, as_text
from generator.exchange.sources import Json, parsed_files
from generator.exchange.trouble import Trouble
from generator.model import Problem, RichText, Style, StyleKind

OURS = "urn:whosays:ns:"
"""What `whosays:` stands for in our context."""
_LOST = {
    "page": "Further pages of the collection, which have to be fetched from elsewhere, are left out.",
    "who": "Who made an annotation, and when, is left out.",
}
Object = dict[str, Json]


def base_of(name: str) -> str:
    """The name under which a document's own text is annotated."""
    return f"urn:whosays:{quote(name or 'text', safe='')}"


def read_annotations(files: dict[str, bytes], text: str | None) -> Read:
    """The annotations of each file as a document."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    for source, value in parsed_files(files, problems):
        trouble = Trouble(source)
        document = _document(PurePosixPath(source.path).stem, value, text, trouble, tally)
        problems += trouble.problems()
        documents += [document] if document else []
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _document(
    name: str, value: Json, text: str | None, trouble: Trouble, tally: Tally
) -> Document | None:
    top = value if isinstance(value, dict) else {}
    own = top.get("whosays:text")
    words = own if isinstance(own, str) else text
    items = list(_items(value, tally))
    if not items and not {"items", "first"} & top.keys():
        trouble.refuse("no-annotation", 1, "There is no annotation here.", "Is it the right file?")
        return None
    if words is None:
        hint = "Name the text that is annotated with --text."
        trouble.refuse("no-text", 1, "The annotated text is not in this file.", hint)
        return None
    place = trouble.source.place(1, 1)
    title, language, about, problems = from_front(top.get("whosays:front"), place)
    trouble.add(problems)
    reader = _Reader(words, trouble, tally, base_of(as_text(top.get("whosays:name"))))
    for number, item in enumerate(items, start=1):
        reader.annotation(item, number)
    if about == About() and reader.sources:
        first = next(iter(reader.sources))
        if first.startswith(("https://", "http://")):
            about = About(original=replace(UNKNOWN, url=first))
    document = Document(
        as_text(top.get("whosays:name")) or name,
        title or ("" if top.get("whosays:front") else as_text(top.get("label"))),
        language,
        words,
        tuple(reader.spans),
        tuple(reader.relations),
        tuple(reader.notes),
        about,
    )
    document, problems = sound(document, place)
    trouble.add(problems)
    return document


def _items(value: Json, tally: Tally) -> Iterator[Object]:
    """The annotations of a collection, a page, a list, or one alone."""
    pages = [value]
    while pages:
        page = pages.pop()
        if isinstance(page, list):
            yield from (item for item in page if isinstance(item, dict))
        elif isinstance(page, dict) and "target" in page:
            yield page
        elif isinstance(page, dict):
            for further in (page.get("first"), page.get("next")):
                if isinstance(further, str):
                    tally.add("page", _LOST["page"], further)
                elif further is not None:
                    pages.append(further)
            pages += [page["items"]] if "items" in page else []


class _Reader:
    """Makes spans of annotations."""

    def __init__(self, text: str, trouble: Trouble, tally: Tally, base: str) -> None:
        self.finder = Finder(text, trouble, tally)
        self.tally = tally
        self.base = base
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self.notes: list[RichText] = []
        self.sources: dict[str, None] = {}

    def annotation(self, item: Object, number: int) -> None:
        name = as_text(item.get("id"))
        targets = [_target(target) for target in as_list(item.get("target"))]
        own = [each for each in targets if each[0] == self.base]
        self.sources |= dict.fromkeys(source for source, _ in own or targets if source)
        if not own and {"creator", "created"} & item.keys():
            self.tally.add("who", _LOST["who"], name)
        selectors = [selector for _, selector in own or targets if selector]
        body = _body_of(item)
        if not selectors:
            self.notes += body.notes
            if not body.notes:
                what = "An annotation of the whole text without a comment is left out."
                self.tally.add("document-note", what, name)
            return
        pieces = self.finder.pieces(selectors, name)
        if not pieces:
            return
        mark = f"{self.base}:mark:"
        identity = unquote(name.removeprefix(mark)) if name.startswith(mark) else ""
        identity = identity or f"{MADE_UP}a{number}"
        label, attributes = body.label(as_text(item.get("motivation")))
        self.spans.append(Span(identity, label, pieces, attributes, tuple(body.notes)))
        self.relations += [Relation("", kind, identity, end) for kind, end in body.relations]


@dataclass(slots=True)
class _Body:
    """What an annotation says."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    relations: list[tuple[str, str]] = field(default_factory=list)
    notes: list[RichText] = field(default_factory=list)

    def label(self, motive: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Its first tag, or else why it was made; further tags are attributes."""
        first, *more = self.tags or [motive.rpartition("/")[2] or "annotation"]
        label, attributes = from_one_word(first)
        # An attribute that the label in one word shows stands among the others as well.
        given = {**dict(attributes), **dict(self.attributes)}
        if more:
            given["tag"] = ", ".join(more)
        return label, tuple(given.items())


def _body_of(item: Object) -> _Body:
    said = _Body()
    if value := as_text(item.get("bodyValue")):
        said.notes.append(RichText(value))
    motive = as_text(item.get("motivation"))
    for body in as_list(item.get("body")):
        if isinstance(body, str):
            said.tags.append(_last(body))
        if not isinstance(body, dict):
            continue
        value, source = (
            as_text(body.get("value")),
            as_text(body.get("source")) or as_text(body.get("id")),
        )
        purpose = as_text(body.get("purpose")) or motive
        if attribute := as_text(body.get("whosays:attribute")):
            said.attributes.append((attribute, value))
        elif relation := as_text(body.get("whosays:relation")):
            said.relations.append((relation, unquote(source.rpartition(":")[2])))
        elif purpose in ("tagging", "classifying", "identifying"):
            said.tags += [tag] if (tag := value or _last(source)) else []
        elif value or source:
            said.notes.append(RichText(value or source, tuple(_styles(body, len(value)))))
    return said


def _styles(body: Object, length: int) -> Iterator[Style]:
    kinds: dict[str, StyleKind] = {
        "emphasis": "emphasis",
        "strong": "strong",
        "code": "code",
        "link": "link",
    }
    for each in as_list(body.get("whosays:styles")):
        match each:
            case [str(kind), int(start), int(end), str(href)] if 0 <= start < end <= length:
                if kind in kinds:
                    yield Style(kinds[kind], start, end, href)


def _target(target: Json) -> tuple[str, Json]:
    """The address of what is annotated, and the selector in it."""
    if isinstance(target, str):
        return target, None
    if not isinstance(target, dict):
        return "", None
    source = target.get("source", target.get("id"))
    address = source.get("id") if isinstance(source, dict) else source
    return as_text(address), target.get("selector")


def _last(address: str) -> str:
    return unquote(address.rstrip("/").replace("#", "/").rpartition("/")[2])
