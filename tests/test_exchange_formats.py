"""Every format, by the same rules: what comes back is what went out, but for what is listed."""

from __future__ import annotations

import random
import time

import pytest

from generator.exchange.document import Document
from generator.exchange.format import Format
from generator.exchange.formats import FORMATS
from generator.exchange.from_document import from_document
from generator.exchange.results import Loss
from tests.exchange_documents import everything, library, random_articles, random_documents
from tests.exchange_facets import claimed, unexplained

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.NAME)


def there_and_back(form: Format, document: Document) -> tuple[Document, tuple[Loss, ...]]:
    """The document after writing and reading, with all that both list as lost."""
    written = form.write(document)
    read = form.read(written.files, document.text)
    assert [p for p in read.problems if p.severity == "error"] == []
    assert len(read.documents) == 1
    return read.documents[0], (*written.lost, *read.lost)


def kinds(lost: tuple[Loss, ...]) -> set[str]:
    """Their kinds."""
    return {loss.kind for loss in lost}


@each_format
def test_every_article_comes_back_but_for_what_is_listed(form: Format) -> None:
    """And nothing is listed that is not lost."""
    for document in library():
        again, lost = there_and_back(form, document)
        assert unexplained(document, again, kinds(lost)) == set(), document.id
        assert claimed(document, again, kinds(lost)) == set(), document.id


@each_format
def test_a_document_with_everything_comes_back_but_for_what_is_listed(form: Format) -> None:
    """Each thing that a document can hold is carried or named."""
    again, lost = there_and_back(form, everything())
    assert unexplained(everything(), again, kinds(lost)) == set()
    assert claimed(everything(), again, kinds(lost)) == set()


@pytest.mark.parametrize("seed", range(4))
@each_format
def test_random_articles_come_back_but_for_what_is_listed(form: Format, seed: int) -> None:
    """With marks side by side and in one another, and signs of every format."""
    for document in random_articles(25, seed):
        again, lost = there_and_back(form, document)
        assert unexplained(document, again, kinds(lost)) == set(), document


@pytest.mark.parametrize("seed", range(4))
@each_format
def test_random_documents_come_back_but_for_what_is_listed(form: Format, seed: int) -> None:
    """With spans in pieces, crossing, through paragraphs, and labels of other tools."""
    for document in random_documents(50, seed):
        again, lost = there_and_back(form, document)
        assert unexplained(document, again, kinds(lost)) == set(), document


@each_format
def test_the_same_document_gives_the_same_bytes(form: Format) -> None:
    """No clock and no chance."""
    assert form.write(everything()).files == form.write(everything()).files


@each_format
def test_what_was_read_is_written_as_it_was(form: Format) -> None:
    """A second way there and back loses nothing more."""
    for document in (everything(), *library()[:4]):
        once, _ = there_and_back(form, document)
        twice, _ = there_and_back(form, once)
        assert unexplained(once, twice, set()) <= {"ids"}


@each_format
def test_broken_files_end_in_problems_or_in_sound_documents(form: Format) -> None:
    """Cut off anywhere, with letters exchanged, in another encoding, or empty: nothing is raised."""
    chance = random.Random(7)
    for name, data in form.write(everything()).files.items():
        whole = form.write(everything()).files
        for _ in range(60):
            cut = data[: chance.randrange(len(data) + 1)]
            survives(form, {**whole, name: cut})
            at = chance.randrange(len(data))
            survives(form, {**whole, name: data[:at] + chance.randbytes(3) + data[at + 3 :]})
        for other in (b"", b"\0", b"\xff\xfe", data.decode().encode("utf-16"), b"[" * 100_000):
            survives(form, {**whole, name: other})
        survives(form, {**whole, name: b"\xef\xbb\xbf" + data})
        survives(form, {**whole, name: data.replace(b"\n", b"\r\n")})
        survives(form, {**whole, name: data.replace(b"1", b"-9")})
        survives(form, {**whole, name: data.replace(b"1", b"99999999999999999999")})


def survives(form: Format, files: dict[str, bytes]) -> None:
    """Read files, and make articles of what they give; problems have lines of the file."""
    read = form.read(files, "One text of its own.")
    assert read.documents or read.problems
    for problem in read.problems:
        assert problem.place.line >= 1
        assert problem.message
        assert problem.hint
    for document in read.documents:
        ids = [span.id for span in document.spans]
        assert len(set(ids)) == len(ids)
        for span in document.spans:
            assert all(0 <= a < b <= len(document.text) for a, b in span.pieces)
        assert from_document(document).text


@each_format
def test_bytes_that_are_not_utf_8_are_named_with_their_line(form: Format) -> None:
    """In the chief file; nothing is guessed."""
    document = everything()
    name = f"{document.id}{form.ENDING}"
    files = form.write(document).files
    files[name] = files[name].replace(b"boasted", b"b\xf6asted", 1)
    read = form.read(files, document.text)
    errors = [problem for problem in read.problems if problem.severity == "error"]
    assert errors
    assert "\ufffd" in errors[0].place.excerpt


@each_format
def test_a_thousand_documents_take_a_minute_at_most(form: Format) -> None:
    """Written and read again; a hundred are timed."""
    document = library()[0]
    began = time.process_time()
    for _ in range(50):
        form.read(form.write(document).files, document.text)
    assert time.process_time() - began < 50 * 60 / 1000
