"""Readers of the three quiz formats, written from the formats and not from our writers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from generator.quiz.values import Quiz

MOODLE_FULL = "100"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a learner meets it, whatever file it came in."""

    title: str
    """Its name."""
    prompt: str
    """The question."""
    quoted: str
    """The words that it is about."""
    choices: tuple[tuple[str, bool, str], ...]
    """Each answer’s text, whether it counts in full, and what is said to whoever chose it."""
    feedback: tuple[str, ...]
    """What is said to everybody."""


def meant(quiz: Quiz) -> list[Asked]:
    """The questions of a quiz, before any file is written."""
    return [
        Asked(
            question.title,
            question.prompt,
            question.quoted,
            tuple((choice.text, choice.right, choice.feedback) for choice in question.choices),
            question.feedback,
        )
        for question in quiz.questions
    ]


class _Paragraphs(HTMLParser):
    """The text of each paragraph; any other element than these two is markup that got through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, {name for name, _ in attrs}) in (
            ("p", set()),
            ("blockquote", {"lang", "dir"}),
        )
        self.texts += [""] if tag == "p" else []

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def paragraphs(html: str | None) -> tuple[str, ...]:
    """What a browser shows of our HTML, a paragraph each."""
    parser = _Paragraphs()
    parser.feed(html or "")
    parser.close()
    return tuple(parser.texts)


def text(element: ET.Element | None) -> str:
    """The text of an element that must be there."""
    assert element is not None
    return element.text or ""


def unpacked(data: bytes) -> dict[str, ET.Element]:
    """Every file of a package, parsed, by its path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: bare(ET.fromstring(archive.read(name))) for name in archive.namelist()}


def bare(root: ET.Element) -> ET.Element:
    """The same tree without its namespaces."""
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def read_moodle(data: bytes) -> Iterator[Asked]:
    """Every question of a Moodle XML file."""
    for question in ET.fromstring(data).iterfind("question[@type='multichoice']"):
        prompt, quoted = paragraphs(question.findtext("questiontext/text"))
        yield Asked(
            text(question.find("name/text")),
            prompt,
            quoted,
            tuple(
                (
                    paragraphs(answer.findtext("text"))[0],
                    answer.get("fraction") == MOODLE_FULL,
                    paragraphs(answer.findtext("feedback/text"))[0],
                )
                for answer in question.iterfind("answer")
            ),
            paragraphs(question.findtext("generalfeedback/text")),
        )


def read_qti21(data: bytes) -> Iterator[Asked]:
    """Every question of a QTI 2.1 package, in the order of its test."""
    files = unpacked(data)
    hrefs = {r.get("type"): r.get("href", "") for r in files["imsmanifest.xml"].iter("resource")}
    for reference in files[hrefs["imsqti_test_xmlv2p1"]].iter("assessmentItemRef"):
        yield _item21(files[reference.get("href", "")])


def _item21(item: ET.Element) -> Asked:
    scores = {e.get("mapKey"): e.get("mappedValue") for e in item.iter("mapEntry")}
    assert text(item.find("responseDeclaration/correctResponse/value")) in scores
    said = {
        feedback.get("identifier"): [text(p) for p in feedback.iterfind("p")]
        for feedback in item.iterfind("modalFeedback[@outcomeIdentifier='CHOSEN']")
    }
    (note,) = {tuple(texts[1:]) for texts in said.values()}
    choices = item.findall("itemBody/choiceInteraction/simpleChoice")
    return Asked(
        item.get("title", ""),
        text(item.find("itemBody/choiceInteraction/prompt")),
        text(item.find("itemBody/blockquote/p")).strip("\u2067\u2069"),
        tuple(
            (text(c), scores.get(c.get("identifier")) == "1", said[c.get("identifier")][0])
            for c in choices
        ),
        note,
    )


def read_cartridge(data: bytes) -> Iterator[Asked]:
    """Every question of a cartridge’s assessment, each answer put through its own processing."""
    files = unpacked(data)
    (resource,) = (
        r for r in files["imsmanifest.xml"].iter("resource") if "assessment" in r.get("type", "")
    )
    file = resource.find("file")
    assert file is not None
    for item in files[file.get("href", "")].iter("item"):
        prompt, quoted = paragraphs(item.findtext("presentation/material/mattext"))
        labels = item.findall("presentation/response_lid/render_choice/response_label")
        outcomes = [_chosen(item, label.get("ident", "")) for label in labels]
        (note,) = {note for _, note, _ in outcomes}
        yield Asked(
            item.get("title", ""),
            prompt,
            quoted,
            tuple(
                (paragraphs(label.findtext("material/mattext"))[0], right, feedback)
                for label, (right, _, feedback) in zip(labels, outcomes, strict=True)
            ),
            note,
        )


def _chosen(item: ET.Element, answer: str) -> tuple[bool, tuple[str, ...], str]:
    """What happens to somebody who chooses this answer: full marks or not, the note, the feedback."""
    score, shown = 0, []
    for condition in item.iterfind("resprocessing/respcondition"):
        equal = condition.find("conditionvar/varequal")
        if equal is not None and equal.text != answer:
            continue
        shown += [d.get("linkrefid") for d in condition.iterfind("displayfeedback")]
        score = int(condition.findtext("setvar") or score)
        if condition.get("continue") != "Yes":
            break
    said = {
        feedback.get("ident"): paragraphs(feedback.findtext("flow_mat/material/mattext"))
        for feedback in item.iterfind("itemfeedback")
    }
    *note, own = (said[name] for name in shown)
    return score == 100, note[0] if note else (), own[0]
