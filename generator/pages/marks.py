"""Each mark with all that a page says of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Article, Basis, Codebook, Entry, Framing, Stake, Statement, Voice
from generator.pages.english import cut, listed
from generator.pages.label import calling, label
from generator.pages.tree import Node, rich_tree


@dataclass(frozen=True, slots=True)
class VoiceName:
    """A voice as notes name it."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    short: str
    """Its shortest fair name."""
    role: str
    """Its role, or empty."""
    stake: Stake
    """Its stake."""
    stake_words: str
    """Its stake as it follows a name: `a party`, `stake unknown`."""
    unnamed: bool
    """Whether the article leaves it without a name."""


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
    who: str
    """Who says it, in a word or a name."""
    aria: str
    """What its number says to a screen reader."""
    note: tuple[tuple[Node, ...], ...]
    """Why, a paragraph each."""
    framing: tuple[tuple[str, str], ...]
    """Framing marks in it: id and words."""
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
    whose: str
    """Whose words they are, in a word or two."""
    statement: Reference | None
    """The statement that it stands in."""
    aria: str
    """What it says to a screen reader."""
    note: tuple[tuple[Node, ...], ...]
    """Why, a paragraph each."""


_STAKES: dict[Stake, str] = {
    "party": "a party",
    "interested": "interested",
    "independent": "independent",
    "unknown": "stake unknown",
}
_WHOSE = {"quotation": "quotation", "paraphrase": "paraphrase", "writer": "writer’s words"}


def name_of(entries: tuple[Entry, ...], key: str) -> str:
    """Give an entry's name, or its id where the codebook does not have it."""
    return next((entry.name for entry in entries if entry.id == key), key)


def voice_name(voice: Voice) -> VoiceName:
    """Give a voice as notes name it."""
    return VoiceName(
        id=voice.id,
        name=voice.name,
        short=calling(voice),
        role=voice.role,
        stake=voice.stake,
        stake_words=_STAKES[voice.stake],
        unnamed=voice.kind == "unnamed",
    )


def reference(statement: Statement) -> Reference:
    """Give a statement as others refer to it."""
    return Reference(statement.id, statement.number, statement.basis, label(statement))


def statement_views(analysed: Analysed, codebook: Codebook) -> dict[str, StatementView]:
    """Give each statement's view by its id, in the order of reading."""
    article = analysed.article
    order = [statement.id for statement in article.statements]
    return {
        statement.id: _statement(article, codebook, statement, order)
        for statement in article.statements
    }


def _statement(
    article: Article, codebook: Codebook, statement: Statement, order: list[str]
) -> StatementView:
    voices = tuple(voice_name(v) for v in article.voices if v.id in statement.voices)
    by_id = {other.id: other for other in article.statements}
    titles = {record.id: record.title for record in article.records}
    basis_name = name_of(codebook.bases, statement.basis)
    who = {"unsourced": "nobody named", "inferred": "the writer"}.get(
        statement.basis, listed([voice.name for voice in voices])
    )
    at = order.index(statement.id)
    return StatementView(
        id=statement.id,
        number=statement.number,
        basis=statement.basis,
        basis_name=basis_name,
        voices=voices,
        kind=name_of(codebook.kinds, statement.kind).lower() if statement.kind else "",
        rests_on=tuple(reference(by_id[r]) for r in statement.rests_on if r in by_id),
        records=tuple((r, titles.get(r, r)) for r in statement.records),
        also=name_of(codebook.bases, statement.also).lower() if statement.also else "",
        also_basis=statement.also,
        label=label(statement),
        who=who,
        aria=_aria(statement, basis_name, who, len(order)),
        note=tuple(rich_tree(p) for p in statement.note.paragraphs) if statement.note else (),
        framing=tuple(
            (f.id, cut(f.text, 40)) for f in article.framing if f.statement == statement.id
        ),
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )


def _aria(statement: Statement, basis_name: str, who: str, total: int) -> str:
    by = f": {who}" if statement.basis == "sourced" else ""
    also = f", or {statement.also}" if statement.also else ""
    return f"{statement.number} of {total}, {basis_name.lower()}{also}{by}. Go to its note"


def framing_views(analysed: Analysed, codebook: Codebook) -> dict[str, FramingView]:
    """Give each framing mark's view by its id, in the order of reading."""
    article = analysed.article
    by_id = {statement.id: statement for statement in article.statements}
    return {framing.id: _framing(framing, codebook, by_id) for framing in article.framing}


def _framing(framing: Framing, codebook: Codebook, by_id: dict[str, Statement]) -> FramingView:
    technique = name_of(codebook.techniques, framing.technique)
    within = by_id.get(framing.statement)
    also = framing.also
    return FramingView(
        id=framing.id,
        number=framing.number,
        text=" ".join(framing.text.split()),
        plain=framing.plain,
        technique=framing.technique,
        technique_name=technique,
        also=also if also in ("", "none") else name_of(codebook.techniques, also).lower(),
        whose=_WHOSE[framing.wording],
        statement=reference(within) if within else None,
        aria=f"{framing.text}: framing, {technique.lower()}. Go to its note",
        note=tuple(rich_tree(p) for p in framing.note.paragraphs) if framing.note else (),
    )
