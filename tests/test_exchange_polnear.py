"""Attribution as PolNeAR's files have it, made by hand in their shape."""

from __future__ import annotations

from generator.exchange import polnear
from generator.exchange.document import Document
from generator.exchange.from_document import from_document
from generator.exchange.results import Read
from generator.exchange.to_document import to_document
from tests.exchange_documents import article_of

TEXT = (
    "The Harbour Post\n\nCouncil members believe the bridge is safe. “It holds,” said Ada Renn, "
    "adding it was tested. The ferry, also known as the Patience, sank.\n"
)


def lines() -> tuple[str, ...]:
    """The annotations of the text: one attribution a line, its words as they stand."""
    rows: list[str] = []
    events: list[str] = []

    def bound(kind: str, *words: str) -> str:
        name = f"T{len(rows) + 1}"
        places = [(TEXT.index(each), TEXT.index(each) + len(each)) for each in words]
        where = ";".join(f"{start} {end}" for start, end in places)
        rows.append(f"{name}\t{kind} {where}\t{' '.join(words)}")
        return name

    def attribution(source: str, cue: str, content: str, kind: str = "Attribution") -> str:
        roles = [f"Content:{bound('Content', content)}", f"Cue:{bound('Cue', cue)}"]
        who = source if source in {f"T{n}" for n in range(99)} else ""
        who = who or (bound("Source", source) if source else "")
        roles += [f"Source:{who}"] if who else []
        events.append(f"E{len(events) + 1}\t{kind}:{bound(kind, cue)} {' '.join(roles)}")
        return who

    attribution("Council members", "believe", "the bridge is safe")
    renn = attribution("Ada Renn", "said", "“It holds,”")
    attribution(renn, "adding", "it was tested")
    attribution("", "also known as", "the Patience", "Attribution-no-source")
    bound("Discuss", "sank")
    return (*rows, *events)


def read() -> Read:
    """The text with its annotations."""
    return polnear.read({"p.ann": "\n".join(lines()).encode(), "p.txt": TEXT.encode()}, None)


def document() -> Document:
    """What they give."""
    (found,) = read().documents
    return found


def test_an_attribution_is_a_sourced_statement_over_all_its_words() -> None:
    """With the sign that closes it, and how its words are given."""
    assert read().problems == ()
    statements = [span for span in document().spans if span.label == "sourced"]
    assert [(document().covered(s), s.attribute("how")) for s in statements] == [
        ("Council members believe the bridge is safe.", "paraphrase"),
        ("“It holds,” said Ada Renn,", "quote"),
        ("adding it was tested.", "paraphrase"),
        ("also known as the Patience,", "paraphrase"),
    ]


def test_sources_become_voices_and_none_is_one_without_a_name() -> None:
    """The same words are the same voice; what their stake is nobody knows yet."""
    voices = [(v.id, v.name, v.kind, v.stake) for v in document().about.voices]
    assert voices == [
        ("council-members", "Council members", "person", "unknown"),
        ("ada-renn", "Ada Renn", "person", "unknown"),
        ("not-named", "Not named", "unnamed", "unknown"),
    ]


def test_words_of_no_attribution_keep_their_own_label() -> None:
    """PolNeAR's `Discuss` is for a person to map."""
    assert [s.label for s in document().spans if s.layer == "other"] == ["Discuss"]


def test_the_article_has_its_cues_inside_its_statements() -> None:
    """Of two attributions that share their source, it stands in the first."""
    composed = from_document(document())
    assert "[Council members [believe]{.cue} the bridge is safe.]{.sourced by=council-members" in (
        composed.text
    )
    assert "[[adding]{.cue} it was tested.]{.sourced by=ada-renn" in composed.text
    assert composed.lost == ()


def test_format_to_article_to_format_gives_the_same_cues_and_contents() -> None:
    """And the sources that stand in their own statement."""
    article = to_document(article_of(from_document(document()).text))
    written = polnear.write(article).files["sample.ann"].decode()
    words = {tuple(line.split("\t")[::2]) for line in written.splitlines() if line[0] == "T"}
    found = {text for _, text in words}
    assert {"believe", "said", "adding", "also known as"} <= found
    assert {"the bridge is safe", "“It holds,”", "it was tested", "the Patience"} <= found
    assert {"Council members", "Ada Renn"} <= found


def test_the_event_stands_over_its_cue() -> None:
    """As in the corpus: a `T` of the event's own type, with the cue's offsets."""
    article = to_document(article_of(from_document(document()).text))
    written = polnear.write(article).files["sample.ann"].decode()
    rows = [line.split("\t") for line in written.splitlines()]
    bounds = {row[0]: row[1].split(" ", 1) for row in rows if row[0][0] == "T"}
    events = [row[1] for row in rows if row[0][0] == "E"]
    assert len(events) == 4
    for event in events:
        kind, trigger = event.split(" ")[0].split(":")
        roles = dict(role.split(":") for role in event.split(" ")[1:])
        assert bounds[trigger][0] == kind
        assert bounds[trigger][1] == bounds[roles["Cue"]][1]
