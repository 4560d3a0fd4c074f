"""Documents for the tests of the formats: the library's, one with everything, random and hostile ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from generator.exchange.document import (
    LAYERS,
    MADE_UP,
    About,
    Document,
    Relation,
    Span,
    in_order,
    trimmed,
)
from generator.exchange.from_document import from_document
from generator.exchange.to_document import to_document
from generator.model import (
    Annotator,
    Article,
    Change,
    Decision,
    Missing,
    Original,
    Question,
    Record,
    RichText,
    Style,
    Voice,
)
from generator.reading.article import read_article
from tests.conftest import ROOT
from tests.sample import BRIDGE, HOSTILE

WORDS = (
    *(
        "bridge",
        "mayor",
        "said",
        "“never”",
        "Größe",
        "naïve",
        "حبر",
        "橋",
        "😀",
        "👩\u200d🚒",
        "e\u0301",
    ),
    *(
        "it’s",
        "6.2",
        "U.S.",
        "a*b",
        "_x_",
        "[y]",
        "{z}",
        "<b>",
        "&amp;",
        "`c`",
        "#",
        "1.",
        "-",
        "^t",
    ),
    *("|", "~", "\\", "!", "](", "]:", "“", "”", "$1", "http://x.y/?a=b&c=d", "\ufb01", "𝔘𝔫𝔦"),
)
"""Words of many alphabets, and signs that some format gives a meaning."""


def article_of(text: str, name: str = "sample") -> Article:
    """An article's text, read; its errors do not matter here."""
    reading = read_article(f"content/articles/{name}.md", text)
    assert reading.article, reading.problems
    return reading.article


@cache
def library() -> tuple[Document, ...]:
    """Every article of the library and of the samples."""
    files = sorted((ROOT / "content" / "articles").glob("*.md"))
    assert len(files) > 10
    given = [(file.stem, file.read_text(encoding="utf-8")) for file in files]
    given += [("bridge", BRIDGE), ("hostile", HOSTILE)]
    return tuple(to_document(article_of(text, name)) for name, text in given)


def everything() -> Document:
    """A document with each thing that a document can hold."""
    text = (
        "A heading 😀\n\nThe old bridge, the mayor boasted, is very safe. Nobody asked.\n\n"
        "It will last. A quote\n\nAn item"
    )

    def at(words: str) -> tuple[tuple[int, int], ...]:
        start = text.index(words)
        return ((start, start + len(words)),)

    plain = (RichText("Why.\n\nAnd why else."),)
    styled = (RichText("Why, in bold.", (Style("strong", 8, 12),)),)
    spans = (
        Span("~1", "heading", at("A heading 😀"), (("level", "3"),)),
        Span("~2", "quote", at("It will last. A quote")),
        Span("~3", "item", at("An item")),
        Span(
            "s1",
            "sourced",
            at("The old bridge, the mayor boasted, is very safe."),
            (("how", "paraphrase"), ("also", "unsourced"), ("short", "The bridge is safe")),
            plain,
        ),
        Span("s2", "unsourced", at("Nobody asked."), (("draft", "yes"),), styled),
        Span(
            "s3",
            "inferred",
            at("It will last."),
            (("kind", "prediction"), ("also_kind", "evaluation")),
            plain,
        ),
        Span("loaded", "framing", at("boasted"), _FRAMING, plain),
        Span("very", "framing", at("very"), (("technique", "loaded-language"),), plain),
        Span("said", "cue", at("the mayor boasted")),
        Span("~4", "cue", at("asked")),
        Span("~5", "link", at("bridge"), (("href", "https://example.org/?a=1&b=2"),)),
        Span("~6", "emphasis", at("very safe")),
        Span("~7", "strong", at("Nobody")),
        Span("~8", "code", at("quote")),
        Span("~9", "Person.Name", (*at("The old"), *at("safe")), (("gender", "x y"),), plain),
    )
    relations = (
        Relation("", "by", "s1", "mayor"),
        Relation("", "see", "s2", "log"),
        Relation("", "from", "s3", "s1"),
        Relation("", "from", "s3", "s2"),
        Relation("", "Contrasts", "~9", "s3"),
    )
    return in_order(
        Document("everything", "All there is", "en", text, spans, relations, plain, _ABOUT)
    )


_FRAMING = (
    ("technique", "loaded-attribution"),
    ("plain", "said, quietly"),
    ("also", "none"),
    ("draft", "yes"),
)
_ABOUT = About(
    summary="All of it.",
    original=Original(
        "It stands",
        "Bo Lind",
        "The Harbour Post",
        date(2025, 3, 4),
        "https://example.org/bridge",
        "https://archive.example.org/1",
        date(2025, 3, 5),
    ),
    rights="licensed",
    licence="CC BY 4.0",
    genre="news report",
    invented=True,
    level="12-14",
    topics=("bridges", "rivers"),
    frames=("political",),
    event="bridge",
    voices=(
        Voice("mayor", "Ada Renn", "mayor of Harbour", "person", "party", "It is her bridge."),
        Voice("critics", "“Critics”", "", "unnamed", "unknown", ""),
    ),
    records=(Record("log", "Log", "Port", date(2025, 3, 3), "7", "https://e.org/l", "Two."),),
    missing=(Missing("Users", "It is about them.", "s1"),),
    questions=(Question("Who says?", "RI.8.8", "The mayor."),),
    annotators=(Annotator("harbour-school", date(2026, 11, 22)),),
    codebook="2.0",
    changes=(Change(date(2026, 11, 23), "s2 was wrong.", "Cy", "s2"),),
    decisions=(Decision("s1", "a: sourced", "sourced", "Cy", date(2026, 11, 23), "It is."),),
    status="draft",
)


def random_documents(count: int, seed: int) -> Iterator[Document]:
    """Documents with spans anywhere: nested, crossing, in pieces, through paragraphs."""
    chance = random.Random(seed)
    for number in range(count):
        yield _random(chance, f"random-{seed}-{number}")


def random_articles(count: int, seed: int) -> Iterator[Document]:
    """As many documents as reading gives them, of articles whose marks have no errors."""
    chance, made = random.Random(seed), 0
    while made < count:
        text = from_document(_random(chance, "random", plain=True)).text
        reading = read_article(f"random-{seed}-{made}.md", text)
        if reading.article and not {p.code for p in reading.problems} - _HARMLESS:
            yield to_document(reading.article)
            made += 1


_HARMLESS = {"empty-note", "no-statement", "unfilled"}
"""What an unfinished article may have, and a document be made of it all the same."""


def _random(chance: random.Random, name: str, *, plain: bool = False) -> Document:
    text = "".join(
        chance.choice(WORDS) + chance.choice((*" " * 8, "  ", "\n\n", "\n", ", ", ". ", "\u00a0"))
        for _ in range(chance.randint(1, 60))
    ).strip()
    labels = [label for labels in LAYERS.values() for label in labels]
    spans: list[Span] = []
    for number in range(chance.randint(0, 14)):
        label = chance.choice([*labels, "sourced", "framing", "cue", "Person", "T 1/x", "x:y"])
        pieces = tuple(_pieces(chance, text))
        layer = Span("", label, pieces).layer
        if plain and (layer == "other" or (layer == "statement" and _over(pieces, spans))):
            continue
        if pieces:
            name_of = f"m{number}" if chance.random() < 0.6 else f"{MADE_UP}{number}"
            spans.append(_span(chance, name_of, label, pieces))
    return in_order(
        Document(
            name,
            f"Title {chance.choice(WORDS)}",
            "en",
            text,
            tuple(spans),
            tuple(_relations(chance, spans)),
            about=replace(_ABOUT, missing=(), changes=()),
        )
    )


def _over(pieces: tuple[tuple[int, int], ...], spans: list[Span]) -> bool:
    """Whether pieces overlap a statement."""
    return any(
        a < d and c < b
        for a, b in pieces
        for span in spans
        if span.layer == "statement"
        for c, d in span.pieces
    )


def _pieces(chance: random.Random, text: str) -> Iterator[tuple[int, int]]:
    cuts = sorted(
        chance.sample(range(len(text) + 1), min(len(text) + 1, chance.choice((2, 2, 2, 4))))
    )
    last = -1
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        a, b = trimmed(text, start, end)
        # Between two pieces stands more than white space, or they would be one.
        if a < b and (last < 0 or text[last:a].strip()):
            yield a, b
            last = b


def _span(
    chance: random.Random, name: str, label: str, pieces: tuple[tuple[int, int], ...]
) -> Span:
    values = {
        "heading": (("level", str(chance.randint(2, 6))),),
        "sourced": (("how", "quote"), ("short", chance.choice(WORDS).strip('"{}\\') or "x")),
        "inferred": (("kind", "motive"),),
        "framing": (("technique", "doubt"), ("plain", "two words")),
        "link": (("href", "https://example.org/"),),
        "Person": (("age", "old man"),),
    }
    notes = (RichText(f"Why {chance.choice(WORDS)} is.\n\nMore."),) if chance.random() < 0.7 else ()
    if label in ("cue", *LAYERS["block"], *LAYERS["style"]):
        notes = ()
    return Span(name, label, pieces, values.get(label, ()), notes)


def _relations(chance: random.Random, spans: list[Span]) -> Iterator[Relation]:
    statements = [span for span in spans if span.layer == "statement"]
    for span in statements:
        if span.label == "sourced" and chance.random() < 0.8:
            yield Relation("", "by", span.id, chance.choice(("mayor", "critics")))
        if span.label == "inferred":
            for other in chance.sample(statements, min(2, len(statements))):
                yield Relation("", "from", span.id, other.id)


def comparable(document: Document) -> Document:
    """The document with made-up ids in one way, whatever they are called."""
    names: dict[str, str] = {}
    for span in document.spans:
        made = span.id.startswith(MADE_UP)
        names[span.id] = f"{MADE_UP}{len(names)}" if made else span.id
    return replace(
        document,
        spans=tuple(replace(span, id=names[span.id]) for span in document.spans),
        relations=tuple(
            replace(r, start=names[r.start], end=names.get(r.end, r.end))
            for r in document.relations
            if r.start in names
        ),
    )
