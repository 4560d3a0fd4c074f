"""Each mark with all that a page says of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import (
    Article,
    Basis,
    Codebook,
    Entry,
    Framing,
    Stake,
    Statement,
    Voice,
    Wording,
)
from generator.pages.burden import burden
from generator.pages.english import capital, listed, within
from generator.pages.label import calling, label
from generator.pages.tree import Node, rich_tree


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
    """The same as an id."""
    label: str
    """A few words of it."""
    answer: str
    """Who says it, as a sentence: `The writer.`, `Ada Renn, a party to it.`"""
    aria: str
    """What its number says to a screen reader."""
    note: tuple[tuple[Node, ...], ...]
    """Why, a paragraph each."""
    framing: tuple[FramingView, ...]
    """Framing marks in it."""
    falls: tuple[Reference, ...]
    """What falls with it."""
    leans: tuple[Reference, ...]
    """What leans without it."""
    before: str
    """Id of the statement before, or empty."""
    after: str
    """Id of the statement after, or empty."""


@dataclass(frozen=True, slots=True)
class FramingView:
    """A framing mark with its note."""

    id: str
    """Its id, which is also its anchor."""
    number: int
    """Its number among the framing marks."""
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
    aria: str
    """What it says to a screen reader."""
    note: tuple[tuple[Node, ...], ...]
    """Why, a paragraph each."""


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


def statement_views(
    analysed: Analysed, codebook: Codebook, framing: dict[str, FramingView]
) -> dict[str, StatementView]:
    """Give each statement's view by its id, in the order of reading."""
    article = analysed.article
    order = [statement.id for statement in article.statements]
    return {
        statement.id: _statement(article, codebook, statement, order, framing)
        for statement in article.statements
    }


def _statement(
    article: Article,
    codebook: Codebook,
    statement: Statement,
    order: list[str],
    framing: dict[str, FramingView],
) -> StatementView:
    voices = tuple(voice_name(v) for v in article.voices if v.id in statement.voices)
    by_id = {other.id: other for other in article.statements}
    titles = {record.id: record.title for record in article.records}
    basis_name = name_of(codebook.bases, statement.basis)
    falls, leans = burden(article, statement.id)
    at = order.index(statement.id)
    return StatementView(
        id=statement.id,
        number=statement.number,
        basis=statement.basis,
        basis_name=basis_name,
        voices=voices,
        kind=name_of(codebook.kinds, statement.kind).lower() if statement.kind else "",
        kind_id=statement.kind,
        rests_on=tuple(reference(by_id[r]) for r in statement.rests_on if r in by_id),
        records=tuple((r, titles.get(r, r)) for r in statement.records),
        also=name_of(codebook.bases, statement.also).lower() if statement.also else "",
        also_basis=statement.also,
        label=label(statement),
        answer=_answer(statement, voices),
        aria=_aria(statement, basis_name, voices, len(order)),
        note=tuple(rich_tree(p) for p in statement.note.paragraphs) if statement.note else (),
        framing=tuple(framing[f.id] for f in article.framing if f.statement == statement.id),
        falls=tuple(reference(by_id[key]) for key in falls),
        leans=tuple(reference(by_id[key]) for key in leans),
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )


def _answer(statement: Statement, voices: tuple[VoiceName, ...]) -> str:
    if statement.basis == "inferred":
        return "The writer."
    if not voices:
        return "Nobody named."
    return capital(listed([f"{voice.within}, {voice.stake_words}" for voice in voices])) + "."


def _aria(statement: Statement, basis_name: str, voices: tuple[VoiceName, ...], total: int) -> str:
    by = f": {listed([voice.name for voice in voices])}" if voices else ""
    also = f", or {statement.also}" if statement.also else ""
    return f"{statement.number} of {total}, {basis_name.lower()}{also}{by}. Go to its note"


def framing_views(analysed: Analysed, codebook: Codebook) -> dict[str, FramingView]:
    """Give each framing mark's view by its id, in the order of reading."""
    article = analysed.article
    by_id = {statement.id: statement for statement in article.statements}
    names = {voice.id: within(calling(voice)) for voice in article.voices}
    return {f.id: _framing(f, codebook, by_id.get(f.statement), names) for f in article.framing}


def _framing(
    framing: Framing, codebook: Codebook, statement: Statement | None, names: dict[str, str]
) -> FramingView:
    technique = name_of(codebook.techniques, framing.technique)
    also = framing.also
    whose = _whose(framing.wording, [names[v] for v in statement.voices] if statement else [])
    return FramingView(
        id=framing.id,
        number=framing.number,
        text=" ".join(framing.text.split()),
        plain=framing.plain,
        technique=framing.technique,
        technique_name=technique,
        also=also if also in ("", "none") else name_of(codebook.techniques, also).lower(),
        wording=framing.wording,
        whose=whose,
        statement=reference(statement) if statement else None,
        aria=f"{framing.text}: framing, {technique.lower()}. {whose}. Go to its note",
        note=tuple(rich_tree(p) for p in framing.note.paragraphs) if framing.note else (),
    )


def _whose(wording: Wording, names: list[str]) -> str:
    if wording == "writer":
        return "The writer’s words"
    if not names:
        return f"In a {wording}"
    return f"In a {wording} of {listed(names)}"
