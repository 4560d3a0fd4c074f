"""Each mark with all that a page says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import (
    Basis,
    Codebook,
    Entry,
    Framing,
    Note,
    Stake,
    Statement,
    Voice,
    Wording,
)
from generator.pages.english import listed, within
from generator.pages.label import calling, label
from generator.pages.pieces import Piece, rich_pieces


@dataclass(frozen=True, slots=True)
class VoiceName:
    """A voice as notes name it."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    within: str
    """The same within a sentence: `the Russian government`."""
    role: str
    """Its role, or empty."""
    stake: Stake
    """Its stake."""
    stake_words: str
    """Its stake as it follows a name: `a party to it`, `stake unknown`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement as others refer to it."""

    id: str
    """Its id."""
    number: int
    """Its number."""
    basis: Basis
    """Its basis."""
    label: str
    """A few words of it."""


References = Mapping[str, Reference]
"""An article's statements as others refer to them, by id, in the order of reading."""

Paragraphs = tuple[tuple[Piece, ...], ...]
"""A note, a paragraph each."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its note."""

    id: str
    """Its id, which is also its anchor."""
    number: int
    """Its number."""
    basis: Basis
    """What it rests on."""
    basis_name: str
    """The basis by its name in the codebook."""
    voices: tuple[VoiceName, ...]
    """Who it is from."""
    kind: str
    """The inference kind by name, or empty."""
    kind_id: str
    """The same as an id."""
    rests_on: tuple[Reference, ...]
    """What an inference rests on."""
    records: tuple[tuple[str, str], ...]
    """Records it was checked against: id and title."""
    also: str
    """The second basis that a fair reader could give it, by name, or empty."""
    also_basis: str
    """The same as an id; that of the statement itself where only the kind is contested."""
    also_kind: str
    """The second inference kind that a fair reader could give it, by name, or empty."""
    note: Paragraphs
    """Why."""


@dataclass(frozen=True, slots=True)
class FramingView:
    """A framing mark with its note."""

    id: str
    """Its id, which is also its anchor."""
    text: str
    """The words."""
    plain: str
    """A wording without the steer, or empty."""
    technique: str
    """Id of its technique."""
    technique_name: str
    """The technique by name."""
    also: str
    """A second technique by name, `none`, or empty."""
    wording: Wording
    """Where they stand: in a quotation, in a paraphrase, or in the writer's own words."""
    whose: str
    """The same in words: `In a quotation of Ada Renn`, `The writer’s words`."""
    statement: Reference | None
    """The statement that it stands in."""
    note: Paragraphs
    """Why."""


_STAKES: dict[Stake, str] = {
    "party": "a party to it",
    "interested": "interested",
    "independent": "independent",
    "unknown": "stake unknown",
}


def name_of(entries: tuple[Entry, ...], key: str) -> str:
    """Give an entry's name, or its id where the codebook does not have it."""
    return next((entry.name for entry in entries if entry.id == key), key)


def voice_name(voice: Voice) -> VoiceName:
    """Give a voice as notes name it."""
    return VoiceName(
        id=voice.id,
        name=voice.name,
        within=within(voice.name),
        role=voice.role,
        stake=voice.stake,
        stake_words=_STAKES[voice.stake],
    )


def reference(statement: Statement) -> Reference:
    """Give a statement as others refer to it."""
    return Reference(statement.id, statement.number, statement.basis, label(statement))


def references(analysed: Analysed) -> References:
    """Give all statements of an article as others refer to them."""
    return {s.id: reference(s) for s in analysed.article.statements}


def statement_views(
    analysed: Analysed, codebook: Codebook, refer: References
) -> dict[str, StatementView]:
    """Give each statement's view by its id, in the order of reading."""
    article = analysed.article
    voices = [(voice.id, voice_name(voice)) for voice in article.voices]
    titles = {record.id: record.title for record in article.records}
    names = {entry.id: entry.name for entry in (*codebook.kinds, *codebook.bases)}
    return {
        s.id: StatementView(
            id=s.id,
            number=s.number,
            basis=s.basis,
            basis_name=names.get(s.basis, s.basis),
            voices=tuple(name for key, name in voices if key in s.voices) if s.voices else (),
            kind=names.get(s.kind, s.kind).lower(),
            kind_id=s.kind,
            rests_on=tuple(refer[key] for key in s.rests_on if key in refer),
            records=tuple((key, titles.get(key, key)) for key in s.records),
            also=names.get(s.also, s.also).lower(),
            also_basis=second_basis(s),
            also_kind=names.get(s.also_kind, s.also_kind).lower(),
            note=_note(s.note),
        )
        for s in article.statements
    }


def framing_views(
    analysed: Analysed, codebook: Codebook, refer: References
) -> dict[str, FramingView]:
    """Give each framing mark's view by its id, in the order of reading."""
    article = analysed.article
    techniques = {entry.id: entry.name for entry in codebook.techniques}
    called = {voice.id: within(calling(voice)) for voice in article.voices}
    speaking = {s.id: [called[voice] for voice in s.voices] for s in article.statements}
    return {
        f.id: FramingView(
            id=f.id,
            text=" ".join(f.text.split()),
            plain=f.plain,
            technique=f.technique,
            technique_name=techniques.get(f.technique, f.technique),
            also=_also(f, techniques),
            wording=f.wording,
            whose=_whose(f.wording, speaking.get(f.statement, [])),
            statement=refer.get(f.statement),
            note=_note(f.note),
        )
        for f in article.framing
    }


def second_basis(statement: Statement) -> str:
    """Give the basis of the second fair reading: its own, where only the inference kind is another."""
    return statement.also or (statement.basis if statement.also_kind else "")


def _note(note: Note | None) -> Paragraphs:
    return tuple(rich_pieces(paragraph) for paragraph in note.paragraphs) if note else ()


def _also(framing: Framing, techniques: Mapping[str, str]) -> str:
    if framing.also == "none":
        return "none"
    return techniques.get(framing.also, framing.also).lower()


def _whose(wording: Wording, names: list[str]) -> str:
    if wording == "writer":
        return "The writer’s words"
    if not names:
        return f"In a {wording}"
    return f"In a {wording} of {listed(names)}"
