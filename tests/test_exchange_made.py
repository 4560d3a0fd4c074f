"""Files that other tools made are read, and keep their spans through our document and back."""

from __future__ import annotations

import pytest

from generator.exchange import brat, cas_xmi, doccano, label_studio, web_annotation, webanno_tsv
from generator.exchange.document import Document
from generator.exchange.format import Format
from generator.exchange.results import Read
from tests.conftest import ROOT

MADE = ROOT / "tests" / "exchange_made"
FILES: dict[str, tuple[Format, str]] = {
    "cassis/balloon.xmi": (cas_xmi, "TypeSystem.xml"),
    "doccano/relations.jsonl": (doccano, ""),
    "doccano/spans.jsonl": (doccano, ""),
    "label_studio/tasks.json": (label_studio, ""),
    "label_studio/tasks-min.json": (label_studio, ""),
}
"""Each file, with its format and the name of what stands beside it."""
RISE = (2, 26, "claim", "A balloon rose over Lund")
GUESS = (22, 43, "guess", "Lund.\nSo it was light")
BO = (72, 78, "person", "“Bo” 𝔘")
PAIR = [
    [RISE, GUESS, (22, 26, "place", "Lund")],
    [
        (0, 17, "group", "Ada Renn & “Bo” 𝔘"),
        (0, 8, "person", "Ada Renn"),
        (11, 17, "person", "“Bo” 𝔘"),
    ],
]
TASK = [[RISE, (*GUESS[:2], "claim", GUESS[3]), BO]]
SPANS = {
    "cassis/balloon.xmi": [
        [
            (2, 26, "Claim:seen", RISE[3]),
            (22, 59, "Claim:guess", "Lund.\nSo it was light, the clerk said"),
            (22, 26, "NamedEntity:LOC", "Lund"),
            (31, 43, "Claim:heard", "it was light"),
            (72, 78, "NamedEntity:PER", BO[3]),
        ]
    ],
    "doccano/relations.jsonl": PAIR,
    "doccano/spans.jsonl": PAIR,
    "label_studio/tasks.json": TASK,
    "label_studio/tasks-min.json": TASK,
}
"""The spans of each document of each file, as the tool was told to make them."""


def read(name: str) -> Read:
    """A file with what stands beside it, read in its format."""
    path = MADE / name
    form, beside = FILES[name]
    paths = [path, path.with_name(beside)] if beside else [path]
    return form.read({each.name: each.read_bytes() for each in paths}, None)


def spans_of(document: Document) -> list[tuple[int, int, str, str]]:
    """Where each span stands, its label and its words."""
    return [(s.start, s.end, s.label, document.covered(s)) for s in document.spans]


def relations_of(document: Document) -> list[tuple[str, str, str]]:
    """Each relation, with the words that it leads from and to."""
    words = {span.id: document.covered(span) for span in document.spans}
    return [(r.type, words[r.start], words[r.end]) for r in document.relations]


def test_every_file_in_the_folder_is_tested() -> None:
    """A file that somebody adds is not forgotten."""
    known = {*FILES, *(f"{n.partition('/')[0]}/{b}" for n, (_, b) in FILES.items() if b)}
    found = {path.relative_to(MADE).as_posix() for path in MADE.glob("*/*")}
    assert found == known


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_tool_is_read_as_it_was_meant(name: str) -> None:
    """Without a problem, and with each span where the tool put it."""
    found = read(name)
    assert not found.problems
    assert [spans_of(document) for document in found.documents] == SPANS[name]


@pytest.mark.parametrize("name", FILES)
def test_its_spans_come_back_from_our_own_file(name: str) -> None:
    """From the file's own format, and from four that count or hold spans in another way."""
    for document in read(name).documents:
        for form in (FILES[name][0], brat, webanno_tsv, web_annotation, doccano):
            (again,) = form.read(form.write(document).files, document.text).documents
            assert again.text == document.text
            assert spans_of(again) == spans_of(document), form.NAME


def test_a_cas_keeps_links_and_lists() -> None:
    """Slots, a feature that names a mark, and a list of marks are relations; texts are kept."""
    (document,) = read("cassis/balloon.xmi").documents
    guess = "Lund.\nSo it was light, the clerk said"
    assert sorted(relations_of(document)) == [
        ("about", guess, RISE[3]),
        ("backed", guess, RISE[3]),
        ("backed", guess, "it was light"),
        ("where", guess, "Lund"),
        ("who", guess, BO[3]),
    ]
    assert {s.label: s.attributes for s in document.spans if s.attributes} == {
        "Claim:seen": (("certain", "true"),),
        "Claim:guess": (("certain", "false"),),
        "Claim:heard": (("tags", "soft; short"),),
    }


@pytest.mark.parametrize(
    "types",
    [
        b"<typeSystemDescription><types>",
        b'<!DOCTYPE a [<!ENTITY b "c">]>\n<typeSystemDescription/>',
    ],
    ids=["cut off", "entity"],
)
def test_a_type_system_that_cannot_be_read_is_said(types: bytes) -> None:
    """The marks are read all the same."""
    data = (MADE / "cassis" / "balloon.xmi").read_bytes()
    found = cas_xmi.read({"balloon.xmi": data, "TypeSystem.xml": types}, None)
    assert [(p.code, p.place.path) for p in found.problems] == [("not-xml", "TypeSystem.xml")]
    assert [spans_of(document) for document in found.documents] == SPANS["cassis/balloon.xmi"]


def test_a_list_that_many_marks_share_does_not_grow_without_end() -> None:
    """A thousand marks that share a list of a thousand would make a million relations."""
    files = {each.name: each.read_bytes() for each in (MADE / "cassis").iterdir()}
    mark = '<custom:Claim xmi:id="{}" sofa="1" begin="3" end="27" backed="12"/>'
    marks = "".join(mark.format(number) for number in range(100, 1100))
    shared = " ".join(map(str, range(100, 1100)))
    text = files["balloon.xmi"].decode().replace('elements="7 8"', f'elements="{shared}"')
    files["balloon.xmi"] = text.replace("<cas:Sofa", f"{marks}<cas:Sofa").encode()
    found = cas_xmi.read(files, None)
    assert "relation" in [problem.code for problem in found.problems]
    assert len(found.documents[0].relations) < 150_000


def test_relations_of_doccano_and_label_studio_are_kept() -> None:
    """They lead from the guess to what it rests on."""
    for name in ("doccano/relations.jsonl", "label_studio/tasks.json"):
        document = read(name).documents[0]
        assert relations_of(document) == [("rests on", GUESS[3], RISE[3])], name


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("cassis/balloon.xmi", {("token", ("Sentence", "Token"))}),
        ("doccano/spans.jsonl", {("note", ("spans-1", "spans-2")), ("metadata", ("desk",))}),
        ("doccano/relations.jsonl", {("note", ("relations-1", "relations-2")), ("metadata", ("desk",))}),
        ("label_studio/tasks.json", {("metadata", ("tone",)), ("metadata", ("desk",))}),
        ("label_studio/tasks-min.json", {("metadata", ("desk", "tone"))}),
    ],
)  # fmt: skip
def test_what_is_not_carried_is_listed(name: str, lost: set[tuple[str, tuple[str, ...]]]) -> None:
    """Comments, a project's own data, a choice for the whole text, the tool's own words."""
    assert {(loss.kind, loss.examples) for loss in read(name).lost} == lost
