"""UIMA CAS XMI, with a file that dkpro-cassis wrote."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from generator.exchange import cas_xmi
from generator.exchange.document import Document, Span
from tests.exchange_documents import comparable, everything, library

MADE_BY_CASSIS = """<?xml version='1.0' encoding='UTF-8'?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" \
xmlns:custom="http:///webanno/custom.ecore" \
xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
  <custom:Claim xmi:id="2" sofa="1" begin="3" end="21" value="unsourced" certain="true"/>
  <custom:Claim xmi:id="3" sofa="1" begin="22" end="37" value="guess" links="6"/>
  <custom:Rests xmi:id="4" sofa="1" begin="3" end="21" Governor="3" Dependent="2" label="rests on"/>
  <type:Token xmi:id="5" sofa="1" begin="5" end="12"/>
  <custom:ClaimLink xmi:id="6" role="about" target="2"/>
  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" \
sofaString="🎈 A balloon went up.&#10;So it was light, the clerk said &amp; left."/>
  <cas:View sofa="1" members="2 3 4 5"/>
</xmi:XMI>
"""


def sample(*changes: tuple[str, str]) -> dict[str, bytes]:
    """The file that cassis wrote, with something in it exchanged."""
    text = MADE_BY_CASSIS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {"balloon.xmi": text.encode()}


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_every_article_comes_back(document: Document) -> None:
    """With its front matter, which stands in a layer of its own."""
    written = cas_xmi.write(document)
    found = cas_xmi.read(written.files, None)
    assert not found.problems
    if not written.lost:
        assert tuple(map(comparable, found.documents)) == (comparable(document),)
    assert {loss.kind for loss in written.lost} <= {"note-style"}


def test_a_file_of_cassis_is_read() -> None:
    """Offsets in UTF-16 units, a relation, a slot; its words are its own and are listed."""
    found = cas_xmi.read(sample(), None)
    assert not found.problems
    (document,) = found.documents
    assert [(span.label, document.covered(span)) for span in document.spans] == [
        ("unsourced", "A balloon went up."),
        ("Claim:guess", "So it was light"),
    ]
    assert document.spans[0].attributes == (("certain", "true"),)
    one, other = (span.id for span in document.spans)
    assert [(r.type, r.start, r.end) for r in document.relations] == [
        ("about", other, one),
        ("rests on", other, one),
    ]
    assert [(loss.kind, loss.examples) for loss in found.lost] == [("token", ("Token",))]


def test_our_file_is_a_cas_whose_types_stand_beside_it() -> None:
    """Every feature that a mark has is in the description of its layer."""
    files = cas_xmi.write(everything()).files
    described = ET.fromstring(files["TypeSystem.xml"])
    space = "{http://uima.apache.org/resourceSpecifier}"
    types = {
        each.findtext(f"{space}name"): {name.text for name in each.iter(f"{space}name")}
        for each in described.iter(f"{space}typeDescription")
    }
    root = ET.fromstring(files["everything.xmi"])
    marks = root.findall("{http:///webanno/custom.ecore}WhoSays")
    assert len(marks) == len(everything().spans) + 1  # one has a gap
    number = "{http://www.omg.org/XMI}id"
    for mark in marks:
        assert (
            set(mark.keys()) - {number, "sofa", "begin", "end"} <= types["webanno.custom.WhoSays"]
        )
    ids = [each.get(number) for each in root if each.get(number)]
    assert len(set(ids)) == len(ids)
    members = root.findall("{http:///uima/cas.ecore}View")[0].get("members", "").split()
    assert set(members) <= set(ids)


def test_what_xml_cannot_hold_is_replaced_and_listed() -> None:
    """A control character would make the file unreadable; places stay as they are."""
    document = Document("d", "", "en", "a\x01b \x0c", (Span("s1", "cue", ((2, 3),)),))
    written = cas_xmi.write(document)
    assert [(loss.kind, loss.count) for loss in written.lost] == [("character", 2)]
    (again,) = cas_xmi.read(written.files, None).documents
    assert again.covered(again.spans[0]) == "b"


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        (sample(("</xmi:XMI>", "")), "not-xml", 12),
        (sample(('sofaString="', 'other="')), "not-xmi", 1),
        (sample(('end="21" value', 'end="2100" value')), "left-out", 4),
        (sample(('begin="3" end="21" value', 'begin="1" end="21" value')), "left-out", 4),
        (sample(('begin="3" end="21" value', 'begin="x" end="21" value')), "left-out", 4),
        ({"x.xmi": b"\xff"}, "not-utf-8", 1),
        ({"x.xmi": b""}, "not-xml", 1),
        (
            {"x.xmi": b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>'},
            "not-xmi",
            2,
        ),
    ],
    ids=[
        "cut off",
        "no text",
        "too far",
        "in a character",
        "no number",
        "bytes",
        "empty",
        "entity",
    ],
)
def test_what_is_wrong_is_said_with_its_line(files: dict[str, bytes], code: str, line: int) -> None:
    """And nothing in a file makes more of itself: entities are refused."""
    found = cas_xmi.read(files, None)
    assert (code, line) in [(p.code, p.place.line) for p in found.problems]
