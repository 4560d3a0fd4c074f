"""Moodle XML: the questions for a question bank, a category for each kind."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.pages.english import cut
from generator.quiz.values import HEADINGS, Choice, Question, Quiz
from generator.quiz.xml import asked, document, element, html, paragraphs

LONGEST_NAME = 100
"""Moodle refuses a category whose name does not fit its database; this leaves room."""


def moodle_xml(quiz: Quiz) -> bytes:
    """Write the quiz as Moodle XML."""
    root = element("quiz")
    for kind, heading in HEADINGS.items():
        questions = [question for question in quiz.questions if question.kind == kind]
        if questions:
            root.append(_category(quiz, heading))
            root.extend(_question(quiz, question) for question in questions)
    return document(root)


def _category(quiz: Quiz, heading: str) -> ET.Element:
    # In a path of categories, a slash of the name itself is doubled.
    name = cut(quiz.title, LONGEST_NAME).replace("/", "//")
    return element(
        "question",
        {"type": "category"},
        element("category", None, _plain(f"$course$/top/{name}/{heading}")),
        _html("info", html(*paragraphs(*quiz.notes))),
    )


def _question(quiz: Quiz, question: Question) -> ET.Element:
    return element(
        "question",
        {"type": "multichoice"},
        element("name", None, _plain(question.title)),
        _html("questiontext", asked(quiz, question)),
        _html("generalfeedback", html(*paragraphs(*question.feedback))),
        element("defaultgrade", text="1"),
        element("penalty", text="0.3333333"),
        element("hidden", text="0"),
        element("idnumber", text=question.id),
        element("single", text="true"),
        element("shuffleanswers", text="false"),
        element("answernumbering", text="none"),
        *(_answer(choice) for choice in question.choices),
        element("tags", None, element("tag", None, _plain(f"who-says-{question.kind}"))),
    )


def _answer(choice: Choice) -> ET.Element:
    return element(
        "answer",
        {"fraction": "100" if choice.right else "0", "format": "html"},
        _plain(html(*paragraphs(choice.text))),
        _html("feedback", html(*paragraphs(choice.feedback))),
    )


def _html(tag: str, text: str) -> ET.Element:
    return element(tag, {"format": "html"}, _plain(text))


def _plain(text: str) -> ET.Element:
    return element("text", text=text)
