"""From an article and the codebook to the questions that a class can answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Article, Codebook, Entry, Statement, Voice
from generator.pages.english import day
from generator.pages.opening import direction, rights
from generator.quiz.answers import OTHERWISE, SAME, choices, explained
from generator.quiz.framing import words_questions
from generator.quiz.values import Choice, Question, Quiz

MOST_VOICES = 5
"""More voices than this are not offered in one question."""


def make_quiz(article: Article, codebook: Codebook, site: str) -> Quiz:
    """Ask what each statement rests on, who says so, what kind of inference it is, and what words do."""
    reading = f"{site}articles/{article.slug}/read/" if site else ""
    questions = (
        *(_rests(statement, codebook) for statement in article.statements),
        *(question for s in article.statements for question in _voice(s, article.voices)),
        *(_inference(s, codebook) for s in article.statements if s.basis == "inferred"),
        *words_questions(article, codebook),
    )
    return Quiz(
        id=article.slug,
        title=article.title,
        language=article.language,
        direction=direction(article),
        reading=reading,
        notes=tuple(_notes(article, reading)),
        questions=questions,
    )


def _notes(article: Article, reading: str) -> Iterator[str]:
    original = article.original
    by = f"by {original.author}" if original.author else ""
    origin = ", ".join(x for x in (by, original.publisher, day(original.published)) if x)
    yield f"These questions are about “{article.title}”" + (f" ({origin})." if origin else ".")
    if reading:
        yield f"Read it first: {reading}"
    yield rights(article)
    if article.annotators:
        yield f"Marked by {', '.join(annotator.name for annotator in article.annotators)}."
    yield (
        "The questions ask how the text is built, never whether it is true. "
        "You may disagree with an answer: the feedback says why the annotators gave it."
    )


def _rests(statement: Statement, codebook: Codebook) -> Question:
    bases = {basis.id: basis for basis in codebook.bases}
    return Question(
        id=f"rests-{statement.id}",
        kind="rests",
        title=f"Statement {statement.number}: what does it rest on?",
        prompt="What does this sentence rest on?",
        quoted=statement.text,
        choices=choices(codebook.bases, bases[statement.basis], statement.also),
        feedback=(*_contested(bases, statement.basis, statement.also), *explained(statement.note)),
    )


def _contested(entries: Mapping[str, Entry], given: str, also: str) -> tuple[str, ...]:
    if not also:
        return ()
    first, second = entries[given].name, entries[also].name
    return (f"Two readings are fair here: “{first}” and “{second}”. Either counts in full.",)


def _inference(statement: Statement, codebook: Codebook) -> Question:
    kinds = {kind.id: kind for kind in codebook.kinds}
    return Question(
        id=f"inference-{statement.id}",
        kind="inference",
        title=f"Statement {statement.number}: what kind of inference is it?",
        prompt="The annotators read this as the writer’s own conclusion. What kind is it?",
        quoted=statement.text,
        choices=choices(codebook.kinds, kinds[statement.kind], statement.also_kind),
        feedback=(
            *_contested(kinds, statement.kind, statement.also_kind),
            *explained(statement.note),
        ),
    )


def _voice(statement: Statement, voices: tuple[Voice, ...]) -> Iterator[Question]:
    """Ask whose a sourced statement is, where there are two others to choose from."""
    said_by = [voice for voice in voices if voice.id in statement.voices]
    if not said_by:
        return
    # Those who come next, round to the beginning: so it is not always the same few.
    at = voices.index(said_by[0])
    others = [voice for voice in voices[at:] + voices[:at] if voice not in said_by]
    if len(others) < 2:
        return
    offered = [said_by[0], *others[: MOST_VOICES - 1]]
    yield Question(
        id=f"voice-{statement.id}",
        kind="voice",
        title=f"Statement {statement.number}: who says so?",
        prompt="Who says so?",
        quoted=statement.text,
        choices=tuple(
            _said(number, said_by if voice is said_by[0] else [voice], voice in said_by)
            for number, voice in enumerate(voices, start=1)
            if voice in offered
        ),
        feedback=explained(statement.note),
    )


def _said(number: int, voices: list[Voice], right: bool) -> Choice:
    """Offer one voice, or all those together who say the same."""
    named = (f"{voice.name}, {voice.role}" if voice.role else voice.name for voice in voices)
    return Choice(
        id=f"voice-{number}",
        text="; ".join(named),
        right=right,
        feedback=SAME if right else f"{OTHERWISE} Which words of the text say whose claim this is?",
    )
