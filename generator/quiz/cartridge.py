"""Common Cartridge 1.3: the quiz and, where the site’s address is known, a link to the text to read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.quiz.package import package
from generator.quiz.qti12 import qti12_assessment
from generator.quiz.values import Quiz
from generator.quiz.xml import OURS, document, element

CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
LINK = "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"


def cartridge(quiz: Quiz) -> bytes:
    """Write the quiz as a Common Cartridge 1.3."""
    files = {"reading/link.xml": _link(quiz)} if quiz.reading else {}
    files["quiz/assessment.xml"] = qti12_assessment(quiz)
    return package({"imsmanifest.xml": _manifest(quiz), **files})


def _link(quiz: Quiz) -> bytes:
    return document(
        element(
            "webLink",
            {"xmlns": LINK},
            element("title", text=_reading(quiz)),
            element("url", {"href": quiz.reading, "target": "_blank"}),
        )
    )


def _manifest(quiz: Quiz) -> bytes:
    items, resources = [], []
    if quiz.reading:
        items.append(_item("reading", _reading(quiz)))
        resources.append(_resource("reading", "imswl_xmlv1p3", "reading/link.xml"))
    items.append(_item("quiz", f"{quiz.title}: questions"))
    sort = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment"
    resources.append(_resource("quiz", sort, "quiz/assessment.xml"))
    folder = element("item", {"identifier": "folder"}, element("title", text=quiz.title), *items)
    shape = {"identifier": "organization", "structure": "rooted-hierarchy"}
    root = element("item", {"identifier": "root"}, folder)
    return document(
        element(
            "manifest",
            {"xmlns": CARTRIDGE, "xmlns:lomimscc": LOM, "identifier": f"who-says-{quiz.id}"},
            _metadata(quiz),
            element("organizations", None, element("organization", shape, root)),
            element("resources", None, *resources),
        )
    )


def _reading(quiz: Quiz) -> str:
    return f"{quiz.title}: read it and mark it"


def _metadata(quiz: Quiz) -> ET.Element:
    general = element(
        "lomimscc:general", None, element("lomimscc:title", None, _string(quiz.title))
    )
    about = element("lomimscc:description", None, _string(" ".join(quiz.notes)))
    return element(
        "metadata",
        None,
        element("schema", text="IMS Common Cartridge"),
        element("schemaversion", text="1.3.0"),
        element("lomimscc:lom", None, general, element("lomimscc:rights", None, about)),
    )


def _string(text: str) -> ET.Element:
    return element("lomimscc:string", {"language": OURS}, text=text)


def _item(name: str, title: str) -> ET.Element:
    named = {"identifier": f"item-{name}", "identifierref": name}
    return element("item", named, element("title", text=title))


def _resource(identifier: str, sort: str, path: str) -> ET.Element:
    named = {"identifier": identifier, "type": sort}
    return element("resource", named, element("file", {"href": path}))
