"""A quiz asks what the annotators answered, and sets no trap for a fair reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

from generator.model import Article
from generator.quiz.questions import make_quiz
from generator.quiz.values import Question, Quiz
from tests import sample

SITE = "https://example.org/"
CODEBOOK = sample.codebook()


@cache
def article(text: str = sample.BRIDGE) -> Article:
    """An article of the samples."""
    return sample.analysed(text).article


@cache
def quiz(text: str = sample.BRIDGE, site: str = SITE) -> Quiz:
    """The quiz of an article of the samples."""
    return make_quiz(article(text), CODEBOOK, site)


def asked(about: Quiz, name: str) -> Question:
    """One question of a quiz, by its id."""
    return next(question for question in about.questions if question.id == name)


def right(question: Question) -> list[str]:
    """The ids of a question’s right answers."""
    return [choice.id for choice in question.choices if choice.right]


def test_every_statement_is_asked_about_with_its_basis() -> None:
    """There is one question for each, its right answer is the basis, and its feedback the note."""
    about = quiz()
    for statement in article().statements:
        question = asked(about, f"rests-{statement.id}")
        assert question.quoted == statement.text
        assert set(right(question)) == {statement.basis, statement.also} - {""}
        assert statement.note
        assert question.feedback[-1] == statement.note.paragraphs[-1].text


def test_a_contested_statement_accepts_both_readings_and_says_so() -> None:
    """Either answer gets full marks and no reproach."""
    question = asked(quiz(), "rests-s15")
    assert right(question) == ["unsourced", "inferred"]
    assert "“Inferred” and “Unsourced”" in question.feedback[0]
    assert "Either counts in full" in question.feedback[0]
    assert {choice.feedback for choice in question.choices if choice.right} == {
        "The annotators read it so too."
    }


def test_a_second_kind_of_inference_counts_as_well() -> None:
    """As a second basis does."""
    one = article()
    second = [replace(s, also_kind="motive") if s.id == "s8" else s for s in one.statements]
    about = make_quiz(replace(one, statements=tuple(second)), CODEBOOK, SITE)
    question = asked(about, "inference-s8")
    assert right(question) == ["interpretation", "motive"]
    assert "“Interpretation” and “Motive”" in question.feedback[0]


def test_another_answer_is_met_with_what_tells_the_two_apart() -> None:
    """Nobody is told that they are wrong; they are given the codebook’s help to decide."""
    helps = {entry.test for entry in CODEBOOK.bases}
    helps |= {alike.tell for entry in CODEBOOK.bases for alike in entry.alike}
    for choice in asked(quiz(), "rests-s1").choices:
        assert choice.right or any(choice.feedback.endswith(text) for text in helps)


def test_who_says_so_is_asked_where_three_voices_speak() -> None:
    """Of two voices, one question would give the other’s answer away."""
    kinds = Counter(question.kind for question in quiz().questions)
    assert kinds["voice"] == sum(s.basis == "sourced" for s in article().statements)
    assert not [q for q in quiz(sample.HOSTILE).questions if q.kind == "voice"]


def test_at_most_five_voices_are_offered_and_the_speaker_is_one() -> None:
    """With many voices, a question offers the speaker and those who follow in the front matter."""
    many = make_quiz(sample.of_size(20, 9).article, CODEBOOK, "")
    for question in many.questions:
        if question.kind == "voice":
            assert len(question.choices) == 5
            assert len(right(question)) == 1


def test_several_voices_of_one_statement_are_one_answer() -> None:
    """Whoever shares the statement is offered with the others, and not alone."""
    both = article()
    shared = replace(both, statements=(replace(both.statements[1], voices=("mayor", "engineer")),))
    question = asked(make_quiz(shared, CODEBOOK, ""), "voice-s2")
    texts = [choice.text for choice in question.choices]
    assert texts[0] == "Piet Okoro, engineer; Ada Renn, mayor of Harbour"
    assert not [text for text in texts[1:] if "Renn" in text or "Okoro" in text]
    assert right(question) == ["voice-1"]


def test_an_inference_is_asked_for_its_kind() -> None:
    """All kinds are offered, in the codebook’s order, and one is right."""
    question = asked(quiz(), "inference-s12")
    assert [choice.id for choice in question.choices] == [k.id for k in CODEBOOK.kinds]
    assert right(question) == ["generalisation"]


def test_words_are_asked_about_among_their_look_alikes() -> None:
    """Four or five techniques are offered, with every look-alike that there is room for."""
    entries = {entry.id: entry for entry in CODEBOOK.techniques}
    for mark in article().framing:
        question = asked(quiz(), f"words-{mark.id}")
        offered = [choice.id for choice in question.choices]
        assert right(question) == [mark.technique]
        assert 4 <= len(offered) <= 5
        assert offered == [name for name in entries if name in offered]
        alike = {alike.id for alike in entries[mark.technique].alike} & entries.keys()
        assert len(alike & set(offered)) == min(len(alike), 4)


def test_few_look_alikes_are_joined_by_others_of_the_group() -> None:
    """A technique that nothing is mistaken for is still asked about with three others."""
    lonely = tuple(replace(entry, alike=()) for entry in CODEBOOK.techniques)
    groups = {entry.id: entry.group for entry in lonely}
    about = make_quiz(article(), replace(CODEBOOK, techniques=lonely), "")
    offered = [choice.id for choice in asked(about, "words-boasted").choices]
    assert len(offered) == 4
    assert {groups[name] for name in offered} == {groups["loaded-attribution"]}


def test_an_answer_that_is_also_fair_is_not_offered() -> None:
    """Neither the second reading nor the technique of a mark over the same words is a trap."""
    one = article()
    marks = tuple(
        replace(mark, also="doubt") if mark.id == "boasted" else mark for mark in one.framing
    )
    over = replace(marks[0], id="over", technique="distancing-quotes", also="")
    about = make_quiz(replace(one, framing=(*marks, over)), CODEBOOK, "")
    question = asked(about, "words-boasted")
    assert not {"doubt", "distancing-quotes"} & {choice.id for choice in question.choices}
    assert "Casting doubt" in question.feedback[0]


def test_every_question_can_be_answered() -> None:
    """Three choices or more, no two alike, one of them right, or two where readings differ."""
    for about in (quiz(), quiz(sample.HOSTILE)):
        for question in about.questions:
            assert len({choice.text for choice in question.choices}) == len(question.choices) >= 3
            assert len(right(question)) == 1 or question.feedback[0].startswith("Two readings")


def test_the_quiz_says_whose_text_it_is() -> None:
    """Publisher, right, annotators and the address of the text go wherever the questions go."""
    notes = "\n".join(quiz().notes)
    for word in (
        "The Harbour Post",
        "4 March 2025",
        "harbour-school",
        f"{SITE}articles/sample/read/",
    ):
        assert word in notes
    assert "never whether it is true" in notes
