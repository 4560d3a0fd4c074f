"""Questions about words that steer: the technique among those that are mistaken for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Codebook, Entry, Framing
from generator.quiz.answers import choices, explained
from generator.quiz.values import Question

FEWEST, MOST = 4, 5
"""How many techniques a question offers."""


def words_questions(article: Article, codebook: Codebook) -> Iterator[Question]:
    """Ask of each framing mark what its words do."""
    entries = {entry.id: entry for entry in codebook.techniques}
    texts = {statement.id: statement.text for statement in article.statements}
    for mark in article.framing:
        entry = entries[mark.technique]
        offered = {entry.id, *_rivals(entry, codebook, _fair(mark, article))}
        one = len(mark.text.split()) == 1
        yield Question(
            id=f"words-{mark.id}",
            kind="words",
            title=f"Words {mark.number}: what do they do?",
            prompt=f"What {'does the word' if one else 'do the words'} “{mark.text}” do here?",
            quoted=texts.get(mark.statement, mark.text),
            choices=choices((t for t in codebook.techniques if t.id in offered), entry),
            feedback=(*_second(mark, entries), *explained(mark.note)),
        )


def _fair(mark: Framing, article: Article) -> set[str]:
    """The other techniques that these words could fairly be called: none of them is offered."""
    return {mark.also} | {
        other.technique
        for other in article.framing
        if other.span.block == mark.span.block
        and other.span.start < mark.span.end
        and mark.span.start < other.span.end
    }


def _rivals(entry: Entry, codebook: Codebook, fair: set[str]) -> list[str]:
    """Its look-alikes; where they are few, those that come next in its group, then in the codebook."""
    at = codebook.techniques.index(entry)
    following = codebook.techniques[at + 1 :] + codebook.techniques[:at]
    known = {technique.id for technique in following} - fair
    alike = [alike.id for alike in entry.alike if alike.id in known]
    group = [technique.id for technique in following if technique.group == entry.group]
    ranked = dict.fromkeys([*alike, *group, *(technique.id for technique in following)])
    count = max(FEWEST - 1, min(len(alike), MOST - 1))
    return [technique for technique in ranked if technique in known][:count]


def _second(mark: Framing, entries: dict[str, Entry]) -> tuple[str, ...]:
    """Say what else a fair reader could say of these words."""
    if mark.also in entries:
        return (f"A fair reader could also call it “{entries[mark.also].name}”.",)
    if mark.also:
        return ("A fair reader could also find that these words do not steer.",)
    return ()
