"""QTI 2.1: a package with one item a question, and a test that holds them in sections."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.quiz.package import package
from generator.quiz.values import HEADINGS, Choice, Question, Quiz
from generator.quiz.xml import OURS, document, element, paragraphs

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"

_RESPONSE = {"identifier": "RESPONSE"}
_SINGLE = {"cardinality": "single", "baseType": "identifier"}
_ISOLATED = "\u2067{}\u2069"
"""Right-to-left words as a unit of their own; QTI 2.1 has no attribute for a direction."""


def qti21_package(quiz: Quiz) -> bytes:
    """Write the quiz as a QTI 2.1 package."""
    items = {f"items/{question.id}.xml": _item(quiz, question) for question in quiz.questions}
    files = {"test.xml": _test(quiz), **items}
    return package({"imsmanifest.xml": _manifest(quiz), **files})


def _manifest(quiz: Quiz) -> bytes:
    items = [
        _resource(f"item-{question.id}", "imsqti_item_xmlv2p1", f"items/{question.id}.xml")
        for question in quiz.questions
    ]
    test = _resource("test", "imsqti_test_xmlv2p1", "test.xml")
    test.extend(
        element("dependency", {"identifierref": item.attrib["identifier"]}) for item in items
    )
    return document(
        element(
            "manifest",
            {"xmlns": PACKAGING, "identifier": f"who-says-{quiz.id}"},
            element(
                "metadata",
                None,
                element("schema", text="QTIv2.1 Package"),
                element("schemaversion", text="1.0.0"),
            ),
            element("organizations"),
            element("resources", None, test, *items),
        )
    )


def _resource(identifier: str, sort: str, path: str) -> ET.Element:
    named = {"identifier": identifier, "type": sort, "href": path}
    return element("resource", named, element("file", {"href": path}))


def _test(quiz: Quiz) -> bytes:
    score = element("testVariables", {"variableIdentifier": "SCORE"})
    total = element("setOutcomeValue", {"identifier": "SCORE"}, element("sum", None, score))
    settings = {"maxAttempts": "0", "showFeedback": "true", "allowReview": "true"}
    sections = [
        _section(f"section-{kind}", heading, questions)
        for kind, heading in HEADINGS.items()
        if (questions := [q for q in quiz.questions if q.kind == kind])
    ]
    if sections:
        notes = paragraphs(*quiz.notes)
        sections[0].insert(0, element("rubricBlock", {"view": "candidate tutor"}, *notes))
    return document(
        element(
            "assessmentTest",
            {"xmlns": QTI, "identifier": f"who-says-{quiz.id}", "title": quiz.title},
            _outcome("SCORE", "0"),
            element(
                "testPart",
                {
                    "identifier": "part",
                    "navigationMode": "nonlinear",
                    "submissionMode": "individual",
                },
                element("itemSessionControl", settings),
                *sections,
            ),
            element("outcomeProcessing", None, total),
        )
    )


def _section(name: str, heading: str, questions: list[Question]) -> ET.Element:
    items = [
        element("assessmentItemRef", {"identifier": q.id, "href": f"items/{q.id}.xml"})
        for q in questions
    ]
    return element(
        "assessmentSection", {"identifier": name, "title": heading, "visible": "true"}, *items
    )


def _item(quiz: Quiz, question: Question) -> bytes:
    return document(
        element(
            "assessmentItem",
            {
                "xmlns": QTI,
                "identifier": question.id,
                "title": question.title,
                "adaptive": "false",
                "timeDependent": "false",
                "xml:lang": OURS,
            },
            _key(question),
            _outcome("SCORE", "0"),
            _outcome("MAXSCORE", "1"),
            element("outcomeDeclaration", {"identifier": "CHOSEN", **_SINGLE}),
            _body(quiz, question),
            _processing(),
            *(_feedback(choice, question.feedback) for choice in question.choices),
        )
    )


def _key(question: Question) -> ET.Element:
    """Every right answer scores in full; `correctResponse` has room for one of them."""
    right = [choice.id for choice in question.choices if choice.right]
    scores = (element("mapEntry", {"mapKey": name, "mappedValue": "1"}) for name in right)
    return element(
        "responseDeclaration",
        {**_RESPONSE, **_SINGLE},
        element("correctResponse", None, element("value", text=right[0])),
        element("mapping", {"lowerBound": "0", "upperBound": "1", "defaultValue": "0"}, *scores),
    )


def _outcome(name: str, value: str) -> ET.Element:
    return element(
        "outcomeDeclaration",
        {"identifier": name, "cardinality": "single", "baseType": "float"},
        element("defaultValue", None, element("value", text=value)),
    )


def _body(quiz: Quiz, question: Question) -> ET.Element:
    quoted = _ISOLATED.format(question.quoted) if quiz.direction == "rtl" else question.quoted
    choices = (
        element("simpleChoice", {"identifier": choice.id}, text=choice.text)
        for choice in question.choices
    )
    return element(
        "itemBody",
        None,
        element("blockquote", {"xml:lang": quiz.language}, *paragraphs(quoted)),
        element(
            "choiceInteraction",
            {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "1"},
            element("prompt", text=question.prompt),
            *choices,
        ),
    )


def _processing() -> ET.Element:
    """Score the answer, and remember which it was, so that its feedback shows."""
    answered = element(
        "responseElse",
        None,
        element("setOutcomeValue", {"identifier": "SCORE"}, element("mapResponse", _RESPONSE)),
        element("setOutcomeValue", {"identifier": "CHOSEN"}, element("variable", _RESPONSE)),
    )
    nothing = element("baseValue", {"baseType": "float"}, text="0")
    unanswered = element(
        "responseIf",
        None,
        element("isNull", None, element("variable", _RESPONSE)),
        element("setOutcomeValue", {"identifier": "SCORE"}, nothing),
    )
    return element(
        "responseProcessing", None, element("responseCondition", None, unanswered, answered)
    )


def _feedback(choice: Choice, note: tuple[str, ...]) -> ET.Element:
    shown = {"outcomeIdentifier": "CHOSEN", "identifier": choice.id, "showHide": "show"}
    return element("modalFeedback", shown, *paragraphs(choice.feedback, *note))
