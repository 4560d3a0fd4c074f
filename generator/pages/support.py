"""What rests on what: each voice taken away in turn, and the same as a nested list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.figures import Analysed, Removal, VoiceFigures
from generator.model import Stake, Statement, Voice
from generator.pages import english
from generator.pages.draw import draw
from generator.pages.drawing import BIG, SMALL, Drawing, Layer, Little
from generator.pages.english import counted, listed, percent, plural, within
from generator.pages.little import little, standing
from generator.pages.marks import Reference, References, VoiceName, voice_name


@dataclass(frozen=True, slots=True)
class Fate:
    """The statements that fall, lean or stand."""

    kind: str
    """`falls`, `leans` or `stands`."""
    word: str
    """The verb that goes with the count."""
    why: str
    """What they have in common."""
    count: int
    """How many they are."""
    statements: tuple[Reference, ...]
    """The statements; none of those that stand, for they are all the others."""


@dataclass(frozen=True, slots=True)
class Without:
    """The article without one voice."""

    voice: VoiceName
    """The voice."""
    load: str
    """The share that falls, in percent."""
    tied: str
    """Other voices with which as much falls, as they stand within a sentence; or empty."""
    falls: str
    """How many of how many fall: `14 of 20`."""
    statements: str
    """`statements fall`, or `statements falls` after one."""
    rest: str
    """The end of the sentence: whose own they are, and how many are built on them."""
    caption: str
    """The same in short, for the small drawing."""
    fates: tuple[Fate, ...]
    """What falls, what leans, what stands; without those that are empty."""
    small: Little | None
    """The small drawing; None where there are too many statements for one."""
    bar: tuple[tuple[str, float, float], ...]
    """What falls, leans and stands, from where and how much, in percent; in place of a drawing."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement in the nested list, with the conclusions that rest on it."""

    statement: Reference
    """The statement."""
    besides: tuple[Reference, ...]
    """What else it rests on."""
    children: tuple[Branch, ...]
    """Conclusions that rest on it and were not listed above."""


@dataclass(frozen=True, slots=True)
class Root:
    """A voice, or those places where there is none, with what stands on it."""

    name: str
    """Its name."""
    role: str
    """Its role, or empty."""
    stake: Stake | str
    """Its stake, or empty."""
    branches: tuple[Branch, ...]
    """The statements."""


@dataclass(frozen=True, slots=True)
class Support:
    """The section on what rests on what."""

    drawing: Drawing | None
    """Everything standing; None where there are too many statements for a drawing."""
    worded: bool
    """Whether its blocks have room for words."""
    everyone: str
    """What is said while everyone stays."""
    without: tuple[Without, ...]
    """Each voice taken away, heaviest load first."""
    roots: tuple[Root, ...]
    """The drawing in words."""


_MOST = 60
"""How many statements a drawing can hold."""


def support(analysed: Analysed, refer: References) -> Support:
    """Take each voice away in turn."""
    voices = {voice.id: voice for voice in analysed.article.voices}
    total = len(analysed.article.statements)
    drawing = draw(analysed, BIG) if total <= _MOST else None
    plain = draw(analysed, SMALL) if total <= _MOST else None
    small = (plain, standing(plain)) if plain else None
    return Support(
        drawing=drawing,
        worded=any(block.lines for block in drawing.blocks) if drawing else False,
        everyone=f"Everyone stays, and {_all(total)}.",
        without=tuple(
            _without(analysed, figures, voices[figures.id], refer, small)
            for figures in analysed.figures.voices
            if figures.statements
        ),
        roots=_roots(analysed, refer),
    )


def _without(
    analysed: Analysed,
    figures: VoiceFigures,
    voice: Voice,
    refer: References,
    small: tuple[Drawing, tuple[Layer, ...]] | None,
) -> Without:
    removal = figures.removal
    total = len(analysed.article.statements)
    falls = len(removal.falls)
    return Without(
        voice=voice_name(voice),
        load=percent(removal.load),
        tied=listed(
            [
                within(other.name)
                for other in analysed.figures.voices
                if other.id != figures.id and len(other.removal.falls) == falls > 0
            ]
        ),
        falls=f"{falls} of {total}",
        statements=f"{plural(total, 'statement', 'statements')} {plural(falls, 'falls', 'fall')}",
        rest=_rest(removal, voice),
        caption=_caption(removal, total),
        fates=_fates(removal, voice, refer),
        small=little(*small, removal) if small else None,
        bar=() if small else _bar(removal, total),
    )


def _bar(removal: Removal, total: int) -> tuple[tuple[str, float, float], ...]:
    parts = []
    at = 0.0
    for kind, ids in (
        ("falls", removal.falls),
        ("leans", removal.leans),
        ("stands", removal.stands),
    ):
        width = round(100 * len(ids) / max(1, total), 1)
        parts.append((kind, round(at, 1), width))
        at += width
    return tuple(parts)


def _all(total: int) -> str:
    if total == 1:
        return "the one statement stands"
    return f"{'both' if total == 2 else f'all {total}'} statements stand"


def _rest(removal: Removal, voice: Voice) -> str:
    own, built = len(removal.own), len(removal.built)
    whose = english.own(voice.name)
    its = {"person": whose, "unnamed": "their own"}.get(voice.kind, "its own")
    if not removal.falls:
        lean = len(removal.leans)
        if lean:
            return f": others stand there too. {counted(lean, 'statement')} {plural(lean, 'leans', 'lean')}."
        return ": each has another voice as well."
    if not built:
        return f", {'both' if own == 2 else 'all'} of them {its}." if own > 1 else f", {its}."
    if not own:
        return f": {built} that the writer built."
    them = plural(own, "it", "them")
    return f": {own} of {whose}, and {built} that the writer built on {them}."


def _caption(removal: Removal, total: int) -> str:
    falls, own, built = len(removal.falls), len(removal.own), len(removal.built)
    text = f"{falls} of {total} {plural(falls, 'falls', 'fall')}"
    if built:
        text += f": {own} directly, {built} by inference"
    if removal.leans:
        text += f"; {len(removal.leans)} {plural(len(removal.leans), 'leans', 'lean')}"
    return text


def _fates(removal: Removal, voice: Voice, refer: References) -> tuple[Fate, ...]:
    kinds = (
        ("falls", removal.falls, "falls", "fall", "Nothing else in the text bears them."),
        ("leans", removal.leans, "leans", "lean", "Part of what bears them is gone."),
        ("stands", removal.stands, "stands", "stand", f"They do not need {within(voice.name)}."),
    )
    return tuple(
        Fate(
            kind,
            plural(len(ids), one, many),
            why.replace(" them", " it").replace("They do", "It does") if len(ids) == 1 else why,
            len(ids),
            () if kind == "stands" else tuple(refer[i] for i in ids if i in refer),
        )
        for kind, ids, one, many, why in kinds
        if ids
    )


def _roots(analysed: Analysed, refer: References) -> tuple[Root, ...]:
    """List each statement once: under its heaviest voice, or under what it rests on."""
    statements = analysed.article.statements
    voices = {voice.id: voice for voice in analysed.article.voices}
    forest = _Forest(refer, {s.id: s for s in statements}, {}, set())
    for statement in statements:
        for key in statement.rests_on if statement.basis == "inferred" else ():
            forest.above.setdefault(key, []).append(statement.id)
    roots = []
    for figures in analysed.figures.voices:
        voice = voices[figures.id]
        branches = _branches([s.id for s in statements if voice.id in s.voices], "", forest)
        if branches:
            roots.append(Root(voice.name, voice.role, voice.stake, branches))
    nobody = _branches([s.id for s in statements if s.basis == "unsourced"], "", forest)
    if nobody:
        roots.append(Root("Nobody named", "", "", nobody))
    alone = _branches([s.id for s in statements], "", forest)
    if alone:
        roots.append(Root("The writer alone", "", "", alone))
    return tuple(roots)


@dataclass(frozen=True, slots=True)
class _Forest:
    """What the nested list is made from."""

    refer: References
    """The statements as others refer to them."""
    statements: dict[str, Statement]
    """The statements by id."""
    above: dict[str, list[str]]
    """The conclusions that rest on each statement."""
    listed: set[str]
    """The statements that are in the list already."""


def _branches(chosen: Sequence[str], under: str, forest: _Forest) -> tuple[Branch, ...]:
    return tuple(_branch(key, under, forest) for key in chosen if key not in forest.listed)


def _branch(key: str, under: str, forest: _Forest) -> Branch:
    forest.listed.add(key)
    rests_on = forest.statements[key].rests_on
    return Branch(
        statement=forest.refer[key],
        besides=tuple(forest.refer[k] for k in rests_on if k != under and k in forest.refer),
        children=_branches(forest.above.get(key, ()), key, forest),
    )
