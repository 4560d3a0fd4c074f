"""Quiz files hold the whole quiz, and no text of an author is ever markup in them."""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.build import build
from generator.model import Article, Note, Place, RichText
from generator.quiz import quiz_files
from generator.quiz.cartridge import cartridge
from generator.quiz.moodle import moodle_xml
from generator.quiz.qti21 import qti21_package
from generator.quiz.questions import make_quiz
from generator.quiz.values import Quiz
from generator.write import write_pages
from tests import quiz_readers as readers
from tests import sample

SITE = "https://example.org/"
CODEBOOK = sample.codebook()

Writer = Callable[[Quiz], bytes]
Reader = Callable[[bytes], Iterator[readers.Asked]]

FORMATS: dict[str, tuple[Writer, Reader]] = {
    "moodle": (moodle_xml, readers.read_moodle),
    "qti21": (qti21_package, readers.read_qti21),
    "cartridge": (cartridge, readers.read_cartridge),
}
"""Each format’s writer, and a reader that knows nothing of it."""

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""A name that QTI and XML can hold, whatever reads it."""


@cache
def quiz(text: str = sample.BRIDGE, site: str = SITE) -> Quiz:
    """The quiz of an article of the samples."""
    return make_quiz(sample.analysed(text).article, CODEBOOK, site)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", [sample.BRIDGE, sample.HOSTILE], ids=["bridge", "hostile"])
def test_what_is_read_back_is_what_was_asked(name: str, text: str) -> None:
    """Questions, choices, right answers and feedback come out of each format as they went in."""
    write, read = FORMATS[name]
    assert list(read(write(quiz(text)))) == readers.meant(quiz(text))


HOSTILE = {
    "markup": "<script>alert(1)</script> <img src=x onerror=y> </text></p> & \"q\" 'q' `x`",
    "ends of XML": "]]> <![CDATA[x]]> &amp; &#60; &lt; <!-- --> <?xml?> <!DOCTYPE x>",
    "Moodle’s own": "$course$/top/a//b {1:MC:=a} @@PLUGINFILE@@ \\(x\\) ~ = # {",
    "right to left": "قال الوزير: “نعم” (2024).",
    "emoji": "👩‍👩‍👧 🏳️‍🌈 e\u0301",
    "long": "Ab ç " * 200 + "end",
    "edges": "  two  spaces\tand a tab ",
}


def everywhere(text: str) -> Article:
    """An article with this text in every place that an author fills."""
    one = sample.analysed(sample.BRIDGE).article
    place = Place("x.md", 1, 1, 1, "")
    note = Note("x", (RichText(text), RichText(text)), place)
    return replace(
        one,
        title=text,
        original=replace(one.original, publisher=text, author=text),
        annotators=tuple(replace(annotator, name=text) for annotator in one.annotators),
        voices=tuple(replace(v, name=f"{v.id} {text}", role=text) for v in one.voices),
        statements=tuple(replace(s, text=text, note=note) for s in one.statements),
        framing=tuple(replace(mark, text=text, note=note) for mark in one.framing),
    )


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("what", HOSTILE)
def test_no_text_is_markup(name: str, what: str) -> None:
    """Whatever an author writes is read back as text, to the letter."""
    write, read = FORMATS[name]
    about = make_quiz(everywhere(HOSTILE[what]), CODEBOOK, SITE)
    assert list(read(write(about))) == readers.meant(about)


@pytest.mark.parametrize("name", FORMATS)
def test_what_xml_cannot_hold_does_not_break_a_file(name: str) -> None:
    """A control character or half a pair becomes a sign that something was there."""
    write, read = FORMATS[name]
    about = make_quiz(everywhere("a\x00b\x1fc\x0c\ufffed\ud800e\r"), CODEBOOK, SITE)
    assert next(iter(read(write(about)))).quoted == "a�b�c��d�e�"


def test_words_from_right_to_left_say_so() -> None:
    """HTML has an attribute for it; in QTI 2.1 the words are set apart by characters."""
    data = moodle_xml(quiz(sample.HOSTILE)).decode()
    assert 'lang="ar" dir="rtl"' in data
    items = unzipped(qti21_package(quiz(sample.HOSTILE)))
    assert "<p>\u2067Both say so.\u2069</p>" in items["items/rests-s4.xml"].decode()
    assert "\u2067" not in unzipped(qti21_package(quiz()))["items/rests-s1.xml"].decode()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Every file of a package, by its path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("write", [qti21_package, cartridge])
def test_a_manifest_lists_exactly_what_is_in_the_package(write: Writer) -> None:
    """No file is missing and none is there in secret; the manifest comes first."""
    files = unzipped(write(quiz()))
    assert next(iter(files)) == "imsmanifest.xml"
    listed = [
        f.get("href", "")
        for f in readers.bare(ET.fromstring(files["imsmanifest.xml"])).iter("file")
    ]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})


@pytest.mark.parametrize("write", [qti21_package, cartridge])
def test_a_package_is_the_same_byte_for_byte(write: Writer) -> None:
    """The same quiz gives the same zip: no clock, no system and no order of chance is in it."""
    assert write(quiz()) == write(quiz())
    with zipfile.ZipFile(io.BytesIO(write(quiz()))) as archive:
        for entry in archive.infolist():
            assert (entry.date_time, entry.extra, entry.comment) == (
                (1980, 1, 1, 0, 0, 0),
                b"",
                b"",
            )
            assert (entry.create_system, entry.external_attr) == (3, 0o100644 << 16)


@pytest.mark.parametrize("name", ["qti21", "cartridge"])
def test_names_are_good_and_unique(name: str) -> None:
    """Every identifier begins with a letter and stands once in its file; what refers to one finds it."""
    for file in readers.unpacked(FORMATS[name][0](quiz())).values():
        names = [e.get("identifier") for e in file.iter() if e.tag not in REFERRING]
        names += [e.get("ident") for e in file.iter() if e.tag != "itemfeedback"]
        given = [value for value in names if value]
        assert given or file.tag == "webLink"
        assert all(NAME.fullmatch(value) for value in given), given
        assert len(given) == len(set(given)), given
        for element in file.iter():
            assert element.get("identifierref", given[0] if given else None) in [*given, None]


REFERRING = {"modalFeedback", "variable", "mapResponse", "setOutcomeValue"}
"""Elements whose `identifier` is another’s."""


def test_sections_and_categories_keep_the_kinds_apart() -> None:
    """A teacher can take the first kind alone: each has its section or category, with a heading."""
    test = readers.unpacked(qti21_package(quiz()))["test.xml"]
    sections = [section.get("title") for section in test.iter("assessmentSection")]
    categories = [
        readers.text(c) for c in ET.fromstring(moodle_xml(quiz())).iter("category") for c in c
    ]
    title = "$course$/top/The bridge that opened twice/"
    assert [category.removeprefix(title) for category in categories] == sections
    assert len(sections) == 4


def test_a_slash_in_a_title_makes_no_category() -> None:
    """Moodle reads a single slash as a step down; a title that is too long for it is cut."""
    named = replace(quiz(), title="He/she said " + "so " * 100)
    path = ET.fromstring(moodle_xml(named)).findtext("question/category/text") or ""
    assert path.startswith("$course$/top/He//she said so")
    assert len(re.split("(?<!/)/(?!/)", path)[2]) <= 105


def test_the_files_say_whose_text_it_is() -> None:
    """Where the text is from goes wherever the questions go."""
    packed = [*unzipped(qti21_package(quiz())).items(), *unzipped(cartridge(quiz())).items()]
    telling = [name for name, data in packed if b"The Harbour Post, 4 March 2025" in data]
    assert telling == ["test.xml", "imsmanifest.xml", "quiz/assessment.xml"]
    assert moodle_xml(quiz()).count(b"The Harbour Post, 4 March 2025") == 4


def test_a_cartridge_links_to_the_text_where_the_address_is_known() -> None:
    """The link leads to the student page; without an address there is none."""
    link = readers.unpacked(cartridge(quiz()))["reading/link.xml"].find("url")
    assert link is not None
    assert link.get("href") == "https://example.org/articles/sample/read/"
    assert "reading/link.xml" not in unzipped(cartridge(quiz(site="")))


def test_the_same_library_writes_nothing_the_second_time(tmp_path: Path) -> None:
    """Three files an article, and an unchanged one is left alone."""
    bridge, around = sample.analysed(sample.BRIDGE, "bridge"), sample.library().around
    first = write_pages(tmp_path, quiz_files(bridge, around))
    assert first.written == (
        "articles/bridge/quiz/bridge-moodle.xml",
        "articles/bridge/quiz/bridge-qti21.zip",
        "articles/bridge/quiz/bridge.imscc",
    )
    assert write_pages(tmp_path, quiz_files(bridge, around)).written == ()


def test_a_build_writes_the_files_of_each_published_article(project: Path) -> None:
    """They stand beside the article’s page, and a second build leaves them as they are."""
    assert build(project, today=date(2026, 12, 1)).ok
    articles = project / "docs" / "articles"
    published = {page.parent.parent.name for page in articles.glob("*/read/index.md")}
    for slug in published:
        names = {file.name for file in (articles / slug / "quiz").iterdir()}
        assert names == {f"{slug}-moodle.xml", f"{slug}-qti21.zip", f"{slug}.imscc"}
    again = build(project, today=date(2026, 12, 1)).written
    assert again
    assert again.written == ()


SCHEMAS: dict[str, tuple[Writer, str | tuple[str, ...]]] = {
    "ccv1p3_imscp_v1p2_v1p0.xsd": (cartridge, "imsmanifest.xml"),
    "ccv1p3_imswl_v1p3.xsd": (cartridge, "reading/"),
    "ccv1p3_qtiasiv1p2p1_v1p0.xsd": (cartridge, "quiz/"),
    "qtiv2p1_imscpv1p2_v1p0.xsd": (qti21_package, "imsmanifest.xml"),
    "imsqti_v2p1.xsd": (qti21_package, ("test.xml", "items/")),
}
"""The published schemas by their published names, and what they are for. We may not copy them here."""


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("text", [sample.BRIDGE, sample.HOSTILE], ids=["bridge", "hostile"])
def test_files_are_valid_by_the_published_schema(schema: str, text: str) -> None:
    """With WHOSAYS_SCHEMAS set to a folder that holds the schemas, and the package xmlschema."""
    folder = os.environ.get("WHOSAYS_SCHEMAS", "")
    path = Path(folder) / schema
    if not folder or not path.is_file():
        pytest.skip(f"WHOSAYS_SCHEMAS names no folder with {schema}")
    validator = pytest.importorskip("xmlschema", reason="the package xmlschema is not installed")
    write, beginning = SCHEMAS[schema]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about imports of a schema that are for other uses of it
        rules = validator.XMLSchema(str(path))
    for name, data in unzipped(write(quiz(text))).items():
        if name.startswith(beginning):
            rules.validate(io.BytesIO(data))
