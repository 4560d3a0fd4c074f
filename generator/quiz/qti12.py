"""QTI 1.2.1 in the profile of Common Cartridge: the quiz as one assessment."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.quiz.values import Choice, Question, Quiz
from generator.quiz.xml import OURS, asked, document, element, html, paragraphs

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"

_EVERYBODY = "general_fb"
"""The name by which readers of cartridges know the feedback for all."""


def qti12_assessment(quiz: Quiz) -> bytes:
    """Write the quiz as a QTI 1.2.1 assessment; the profile has room for one section only."""
    about = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
        "qmd_hintspermitted": "No",
        "qmd_solutionspermitted": "No",
        "cc_maxattempts": "unlimited",
    }
    return document(
        element(
            "questestinterop",
            {"xmlns": QTI},
            element(
                "assessment",
                {"ident": f"who-says-{quiz.id}", "title": quiz.title, "xml:lang": OURS},
                _metadata(about),
                element("rubric", None, _material(html(*paragraphs(*quiz.notes)))),
                element(
                    "section", {"ident": "questions"}, *(_item(quiz, q) for q in quiz.questions)
                ),
            ),
        )
    )


def _item(quiz: Quiz, question: Question) -> ET.Element:
    profile = _metadata({"cc_profile": "cc.multiple_choice.v0p1"})
    labels = (
        element(
            "response_label",
            {"ident": f"{question.id}.{choice.id}", "rshuffle": "No"},
            _material(html(*paragraphs(choice.text))),
        )
        for choice in question.choices
    )
    response = element(
        "response_lid",
        {"ident": f"{question.id}.response", "rcardinality": "Single"},
        element("render_choice", {"shuffle": "No"}, *labels),
    )
    return element(
        "item",
        {"ident": question.id, "title": question.title},
        element("itemmetadata", None, profile),
        element("presentation", None, _material(asked(quiz, question)), response),
        _processing(question),
        *_feedback(question),
    )


def _processing(question: Question) -> ET.Element:
    """Show everybody the note and the answer’s own feedback, then score it.

    The profile has no “or”, so each right answer is scored by a condition of its own.
    """
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
    everybody = element("conditionvar", None, element("other"))
    return element(
        "resprocessing",
        None,
        element("outcomes", None, element("decvar", score)),
        *([_condition("Yes", everybody, _shown(_EVERYBODY))] if question.feedback else []),
        *(
            _condition("Yes", _is(question, choice), _shown(f"{question.id}.{choice.id}_fb"))
            for choice in question.choices
        ),
        *(
            _condition("No", _is(question, choice), _full())
            for choice in question.choices
            if choice.right
        ),
    )


def _condition(goes_on: str, test: ET.Element, then: ET.Element) -> ET.Element:
    return element("respcondition", {"continue": goes_on}, test, then)


def _is(question: Question, choice: Choice) -> ET.Element:
    response = {"respident": f"{question.id}.response"}
    equal = element("varequal", response, text=f"{question.id}.{choice.id}")
    return element("conditionvar", None, equal)


def _full() -> ET.Element:
    return element("setvar", {"varname": "SCORE", "action": "Set"}, text="100")


def _shown(feedback: str) -> ET.Element:
    return element("displayfeedback", {"feedbacktype": "Response", "linkrefid": feedback})


def _feedback(question: Question) -> Iterator[ET.Element]:
    if question.feedback:
        yield _said(_EVERYBODY, *question.feedback)
    for choice in question.choices:
        yield _said(f"{question.id}.{choice.id}_fb", choice.feedback)


def _said(name: str, *texts: str) -> ET.Element:
    material = _material(html(*paragraphs(*texts)))
    return element("itemfeedback", {"ident": name}, element("flow_mat", None, material))


def _material(text: str) -> ET.Element:
    return element("material", None, element("mattext", {"texttype": "text/html"}, text=text))


def _metadata(fields: dict[str, str]) -> ET.Element:
    return element(
        "qtimetadata",
        None,
        *(
            element(
                "qtimetadatafield",
                None,
                element("fieldlabel", text=label),
                element("fieldentry", text=entry),
            )
            for label, entry in fields.items()
        ),
    )
