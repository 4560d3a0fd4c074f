"""One article of the data set as a value that JSON can hold."""

from __future__ import annotations

from generator.exchange.document import MADE_UP, Document, Span
from generator.exchange.front import as_front
from generator.exchange.sources import Json
from generator.pages.licences import MARKS_LICENCE, text_licence
from generator.reading import words

_LEFT_OUT = f"{MARKS_LICENCE}; the words that were quoted are left out"


def entry(document: Document) -> dict[str, Json]:
    """The front matter with lists for voices and records, the text, and all marks with their places."""
    front = as_front(document)
    for name in ("voices", "records"):
        each = front.get(name)
        if isinstance(each, dict):
            front[name] = [{"id": i, **e} for i, e in each.items() if isinstance(e, dict)]
    ends: dict[tuple[str, str], list[Json]] = {}
    for relation in document.relations:
        ends.setdefault((relation.start, relation.type), []).append(relation.end)
    statements = [span for span in document.spans if span.layer == "statement"]
    return {
        "slug": document.id,
        **front,
        "licences": {"text": licence_of(document), "marks": MARKS_LICENCE},
        "text": document.text,
        "headings": [_mark(span, document) for span in document.spans if span.label == "heading"],
        "statements": [
            {
                "basis": span.label,
                **_mark(span, document),
                **{kind: ends.get((span.id, kind), []) for kind in ("by", "from", "see")},
            }
            for span in statements
        ],
        "framing": [_mark(span, document) for span in document.spans if span.layer == "framing"],
        "cues": [_mark(span, document) for span in document.spans if span.layer == "cue"],
    }


def licence_of(document: Document) -> str:
    """What the text may be used under."""
    about = document.about
    return _LEFT_OUT if about.rights == "quotation" else text_licence(about.rights, about.licence)


def _mark(span: Span, document: Document) -> dict[str, Json]:
    text = document.text[span.start : span.end]
    mark: dict[str, Json] = {} if span.id.startswith(MADE_UP) else {"id": span.id}
    mark |= {"start": span.start, "end": span.end, "text": text, "words": words.count(text)}
    mark |= dict(span.attributes)
    if span.notes:
        mark["note"] = "\n\n".join(note.text for note in span.notes)
    return mark
