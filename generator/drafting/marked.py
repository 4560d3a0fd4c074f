"""The text of a draft with its marks, in the content format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.drafting.escape import begun, escaped, value
from generator.drafting.values import (
    HANDED_ON,
    Draft,
    FoundCue,
    Passage,
    Sentence,
    Steer,
    Stretch,
    Suggestion,
)
from generator.model import Style

_LABEL = 4
"""Words from which on a heading says something, and is no mere label."""


@dataclass(frozen=True, slots=True)
class Marking:
    """One mark to be written."""

    span: Stretch
    """What it covers."""
    braces: str
    """What stands behind its `]`."""
    inside: tuple[Marking, ...] = ()
    """The marks in it, in the order of reading."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The text of a draft with its marks, and the ids of their notes."""

    passages: tuple[str, ...]
    """The passages as Markdown."""
    statements: tuple[tuple[str, int], ...]
    """Each statement's id and its sentence."""
    steers: tuple[tuple[str, Steer], ...]
    """Each framing mark's id."""


def marked(draft: Draft) -> Marked:
    """Write `draft` with its marks."""
    marker = _Marker(draft)
    for cue in draft.cues:
        if cue.of in HANDED_ON:
            marker.cues.setdefault(cue.sentence, []).append(cue)
    for steer in draft.steers:
        marker.wordings.setdefault(steer.sentence, []).append(steer)
    of_block: dict[int, list[int]] = {}
    for number, sentence in enumerate(draft.sentences):
        if says_something(draft, sentence):
            of_block.setdefault(sentence.block, []).append(number)
    passages = tuple(
        _written(passage, [marker.statement(number) for number in of_block.get(block, [])])
        for block, passage in enumerate(draft.passages)
    )
    return Marked(passages, tuple(marker.statements), tuple(marker.steers))


def says_something(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is a statement; a short heading is a label, if it is not all there is."""
    words = sum(token.low[0].isalnum() for token in sentence.tokens)
    if not draft.passages[sentence.block].level or words >= _LABEL:
        return True
    return all(draft.passages[other.block].level for other in draft.sentences)


@dataclass(slots=True)
class _Marker:
    draft: Draft
    cues: dict[int, list[FoundCue]] = field(default_factory=dict)
    wordings: dict[int, list[Steer]] = field(default_factory=dict)
    statements: list[tuple[str, int]] = field(default_factory=list)
    steers: list[tuple[str, Steer]] = field(default_factory=list)

    def statement(self, number: int) -> Marking:
        sentence, suggestion = self.draft.sentences[number], self.draft.suggestions[number]
        label = f"s{len(self.statements) + 1}"
        self.statements.append((label, number))
        cues = self.cues.get(number, []) if suggestion.basis == "sourced" else []
        inside = [Marking(cue.span, "{.cue}") for cue in cues]
        inside += [self.framing(steer) for steer in self.wordings.get(number, [])]
        span = Stretch(sentence.start, sentence.end)
        return Marking(span, f"{attributes(suggestion)}[^{label}]", _nested(inside))

    def framing(self, steer: Steer) -> Marking:
        label = f"f{len(self.steers) + 1}"
        self.steers.append((label, steer))
        plain = f" plain={value(steer.plain)}" if steer.plain else ""
        braces = f"{{.framing technique={steer.technique}{plain} draft=yes}}[^{label}]"
        return Marking(steer.span, braces)


def attributes(suggestion: Suggestion) -> str:
    """What stands in the braces of a suggested statement."""
    parts = [f".{suggestion.basis}"]
    if suggestion.basis == "sourced":
        parts += [f"by={value(' '.join(suggestion.voices))}"] if suggestion.voices else []
        parts += [f"how={suggestion.how}"] if suggestion.how else []
    if suggestion.kind:
        parts += [f"kind={suggestion.kind}"]
    return "{" + " ".join((*parts, "draft=yes")) + "}"


def _nested(markings: list[Marking]) -> tuple[Marking, ...]:
    """Each mark in the smallest one that holds it; of two over the same words the cue is outside."""
    outer: list[Marking] = []
    for marking in sorted(
        markings, key=lambda m: (m.span.start, -m.span.end, m.braces != "{.cue}")
    ):
        last = outer[-1] if outer else None
        if last and marking.span.end <= last.span.end:
            outer[-1] = Marking(last.span, last.braces, _nested([*last.inside, marking]))
        else:
            outer.append(marking)
    return tuple(outer)


def _written(passage: Passage, markings: Sequence[Marking]) -> str:
    """A passage: a statement a line, with the signs of a heading, a list or a quotation before it."""
    first = {"item": "- ", "quote": "> ", "heading": "#" * passage.level + " "}.get(
        passage.kind, ""
    )
    later = {"item": "  ", "quote": "> "}.get(passage.kind, "")
    between = " " if passage.level else f"\n{later}"
    parts: list[str] = []
    at = 0
    for marking in markings:
        gap = passage.text[at : marking.span.start]
        if gap.strip():
            parts.append(between if parts and gap[0].isspace() else "")
            lead = escaped(gap.strip())
            parts.append(begun(lead) if parts[-1] in ("", between) else lead)
            parts.append(between if gap[-1].isspace() else "")
        elif gap and parts:
            parts.append(between)
        parts.append(_mark(passage, marking))
        at = marking.span.end
    rest = passage.text[at:]
    parts.append(escaped(rest) if parts else begun(escaped(rest)))
    return first + _apart("".join(parts).rstrip())


def _apart(text: str) -> str:
    """Keep `!` before a mark from making it an image."""
    return text.replace("![", "\\![")


def _mark(passage: Passage, marking: Marking) -> str:
    parts: list[str] = []
    at = marking.span.start
    for inner in marking.inside:
        parts += [_styled(passage, at, inner.span.start), _mark(passage, inner)]
        at = inner.span.end
    parts.append(_styled(passage, at, marking.span.end))
    return f"[{''.join(parts)}]{marking.braces}"


def _styled(passage: Passage, start: int, end: int) -> str:
    """Text between two marks, with the emphasis and the links that lie wholly in it."""
    parts: list[str] = []
    at = start
    for style in passage.styles:
        if at <= style.start and style.end <= end and _keeps(passage, style):
            words = escaped(passage.text[style.start : style.end])
            parts.append(escaped(passage.text[at : style.start]))
            sign = {"emphasis": "*", "strong": "**"}.get(style.kind, "")
            parts.append(
                f"[{words}]({style.href})" if style.kind == "link" else sign + words + sign
            )
            at = style.end
    return "".join((*parts, escaped(passage.text[at:end])))


def _keeps(passage: Passage, style: Style) -> bool:
    """Whether a style can be written again and be read the same."""
    text = passage.text
    words = text[style.start : style.end]
    if style.kind == "link":
        return not any(sign in style.href for sign in "()<>\\ ")
    around = text[max(0, style.start - 1) : style.start] + text[style.end : style.end + 1]
    return (
        style.kind != "code"
        and words[:1].isalnum()
        and words[-1:].isalnum()
        and not any(c.isalnum() for c in around)
    )
