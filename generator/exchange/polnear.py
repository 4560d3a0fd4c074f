"""Attribution as PolNeAR and PARC3 have it: who (Source), by which words (Cue), says what (Content).

Each attribution is an event in brat's standoff format, over the words of its cue, with the three
as its roles; `Attribution-no-source` where the text does not say who.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from generator.exchange.attributions import Attribution, Piece, attributions
from generator.exchange.brat import fragments, line
from generator.exchange.brat_files import read_each
from generator.exchange.brat_reader import named_voice
from generator.exchange.document import MADE_UP, Document, Span, blocks_of
from generator.exchange.polnear_reader import document_of, how_given, whole
from generator.exchange.reduced import one_note, without_metadata, without_notes_on_all
from generator.exchange.results import Read, Tally, Written

NAME = "polnear"
TITLE = "PolNeAR and PARC3"
ENDING = ".ann"
BESIDE: tuple[str, ...] = (".txt",)

_ATTRIBUTES = "What is said of a statement beside its voice is left out."


def write(document: Document) -> Written:
    """The sourced statements as attributions; everything else is counted and left out."""
    tally = Tally()
    lines = list(_lines(document, tally))
    _count(document, tally)
    without_notes_on_all(document, tally)
    without_metadata(document, tally, keep=("voices",))
    files = {
        f"{document.id}.ann": "".join(f"{each}\n" for each in lines),
        f"{document.id}.txt": document.text,
    }
    return Written(
        {name: text.encode("utf-8", errors="replace") for name, text in files.items()},
        tally.losses(),
    )


def read(files: dict[str, bytes], text: str | None) -> Read:
    """Each attribution as a sourced statement over all its words, with its cue in it."""
    return read_each(files, text, document_of)


def _lines(document: Document, tally: Tally) -> Iterator[str]:
    bounds = references = notes = 0
    names = {voice.id: voice.name for voice in document.about.voices}
    for number, each in enumerate(attributions(document), start=1):
        roles: list[str] = []
        kind = "Attribution" if each.sources else "Attribution-no-source"
        trigger = each.cue or each.content or each.sources
        spans = [*((role, pieces) for role, pieces in _roles(each)), (kind, trigger)]
        for role, pieces in spans:
            bounds += 1
            offsets, words = fragments(document, Span("", role, pieces))
            where = ";".join(f"{start} {end}" for start, end in offsets)
            yield f"T{bounds}\t{role.rstrip('0123456789')} {where}\t{words}"
            roles.append(f"{role}:T{bounds}")
        yield f"E{number}\t{roles[-1]} {' '.join(roles[:-1])}"
        for voice in each.voices:
            references += 1
            end = quote(voice, safe="")
            yield f"N{references}\tReference T{bounds} voice:{end}\t{line(names.get(voice, ''))}"
        said = [("Id", each.statement.id)] if not each.statement.id.startswith(MADE_UP) else []
        paragraphs = one_note(each.statement, tally).split("\n\n")
        said += [("AnnotatorNotes", line(text)) for text in paragraphs if text.strip()]
        for what, text in said:
            notes += 1
            yield f"#{notes}\t{what} T{bounds}\t{text}"


def _roles(each: Attribution) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    for number, source in enumerate(each.sources, start=1):
        yield f"Source{number if number > 1 else ''}", (source,)
    if each.cue:
        yield "Cue", each.cue
    if each.content:
        yield "Content", each.content


def _count(document: Document, tally: Tally) -> None:
    found = {each.statement.id: each for each in attributions(document)}
    blocks = blocks_of(document.text)
    inside = {cue for each in found.values() for cue in each.cues}
    cues = {span.id: span for span in document.spans if span.id in inside}
    for span in document.spans:
        if span.id in cues:
            if not span.id.startswith(MADE_UP):
                tally.add("id", "Cues lose their ids.", span.id)
        elif span.id not in found:
            what = "Only sourced statements and the cues in them are attributions."
            tally.add("span", what, span.id if span.layer != "style" else span.label)
        else:
            each = found[span.id]
            how = how_given(document.text, each.content) if each.content else ""
            if not each.voices:
                what = "A sourced statement without a voice comes back with one that is not named."
                tally.add("relation", what, span.id)
            for name, value in span.attributes:
                if (name, value) != ("how", how):
                    tally.add("attribute", _ATTRIBUTES, name)
            if how and not span.attribute("how"):
                tally.add(
                    "attribute", "How the words are given is told by quotation marks.", span.id
                )
            _count_edges(document.text, blocks, each, cues, tally)
            for _ in each.voices[len(each.sources) :]:
                what = "A voice that is not named in its statement has no Source; it is kept as a reference."
                tally.add("source-words", what, span.id)
    used = {voice for each in found.values() for voice in each.voices}
    for voice in document.about.voices:
        if voice.id not in used or voice != named_voice(voice.id, voice.name):
            tally.add(
                "voice", "Of a voice only the name is kept, where a statement is from it.", voice.id
            )
    for relation in document.relations:
        if relation.type != "by" or relation.start not in found:
            tally.add(
                "relation",
                "Only what leads from a sourced statement to its voice is kept.",
                relation.type,
            )


def _count_edges(
    text: str,
    blocks: Sequence[Piece],
    each: Attribution,
    cues: Mapping[str, Span],
    tally: Tally,
) -> None:
    """Count what reading the three back would give otherwise."""
    if whole(text, blocks, [*each.sources, *each.cue, *each.content]) != each.statement.pieces:
        what = "A statement’s edges move to the first and the last word of its attribution."
        tally.add("edge", what, each.statement.id)
    if len(each.cues) > 1 or any(cues[cue].pieces != each.cue for cue in each.cues):
        what = "Cues lose the names that stand in them, and several become one."
        tally.add("cue", what, each.statement.id)
