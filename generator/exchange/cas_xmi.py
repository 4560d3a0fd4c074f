"""UIMA CAS XMI, as INCEpTION and DKPro read and write it: offsets in UTF-16 units.

Marks stand in the same layer as in WebAnno TSV; what is said of the whole text stands beside them
in a layer of its own. Written and read with the standard library: `dkpro-cassis` needs lxml and
six more packages, which a browser does not have; the tests compare ours with its files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from generator.exchange.cas_reading import read_xmi
from generator.exchange.cas_types import ARTICLE, type_system
from generator.exchange.document import Document
from generator.exchange.front import as_front
from generator.exchange.layers import ALL, LAYER, RELATIONS, features_of, names_of
from generator.exchange.reduced import in_one_piece, without_notes_on_all
from generator.exchange.results import Read, Tally, Written
from generator.exchange.utf16 import Units

NAME = "cas-xmi"
TITLE = "UIMA CAS XMI (INCEpTION, DKPro)"
ENDING = ".xmi"
TYPES = "TypeSystem.xml"
"""The name of the file with the layers."""
BESIDE: tuple[str, ...] = (TYPES,)

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
    "custom": "http:///webanno/custom.ecore",
}


def write(document: Document) -> Written:
    """The document as one file, with its layers in another."""
    tally = Tally()
    without_notes_on_all(document, tally)
    whole = in_one_piece(document, tally)
    features = features_of(whole, tally)
    lines = "\n".join(_lines(whole, features, tally)) + "\n"
    types = type_system(dict.fromkeys((*ALL, *names_of(features.values()))))
    files = {f"{document.id}{ENDING}": lines.encode(), TYPES: types.encode()}
    return Written(files, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each file that holds a CAS; `text` is compared with what they hold."""
    return read_xmi(files, text)


def _lines(document: Document, features: dict[str, dict[str, str]], tally: Tally) -> Iterator[str]:
    text = _NOT_XML.sub("\ufffd", document.text)
    for found in _NOT_XML.findall(document.text):
        what = "A character that XML cannot hold becomes �."
        tally.add("character", what, f"U+{ord(found):04X}")
    units = Units(text)
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xmi:XMI {spaces} xmi:version="2.0">'
    yield '  <cas:NULL xmi:id="0"/>'
    edges = {"begin": "0", "end": str(units.length)}
    yield _element(2, "tcas:DocumentAnnotation", {**edges, "language": document.language})
    front = json.dumps(as_front(document), ensure_ascii=False)
    yield _element(3, f"custom:{_local(ARTICLE)}", {**edges, "front": front})
    ids = {span.id: number for number, span in enumerate(document.spans, start=4)}
    places = {
        span.id: {"begin": str(units.units(span.start)), "end": str(units.units(span.end))}
        for span in document.spans
    }
    for span in document.spans:
        name = f"custom:{_local(LAYER)}"
        yield _element(ids[span.id], name, {**places[span.id], **features[span.id]})
    last = 3 + len(ids)
    for relation in document.relations:
        if relation.type in ("by", "see"):
            continue
        last += 1
        ends = {"Governor": str(ids[relation.start]), "Dependent": str(ids[relation.end])}
        values = {**places[relation.end], **ends, "label": relation.type}
        yield _element(last, f"custom:{_local(RELATIONS)}", values)
    sofa = {"sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text/plain", "sofaString": text}
    yield f'  <cas:Sofa xmi:id="1"{_attributes(sofa)}/>'
    members = " ".join(map(str, range(2, last + 1)))
    yield f'  <cas:View sofa="1" members="{members}"/>'
    yield "</xmi:XMI>"


def _local(layer: str) -> str:
    return layer.rpartition(".")[2]


def _element(number: int, name: str, values: dict[str, str]) -> str:
    return f'  <{name} xmi:id="{number}" sofa="1"{_attributes(values)}/>'


def _attributes(values: dict[str, str]) -> str:
    return "".join(
        f" {name}={quoteattr(_NOT_XML.sub('�', value))}" for name, value in values.items() if value
    )
