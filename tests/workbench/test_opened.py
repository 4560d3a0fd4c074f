"""A file is opened as the page takes it: places in UTF-16 units, the front matter as it stands."""

from __future__ import annotations

import pytest

from generator.workbench.opened import opened
from generator.workbench.values import Work
from tests.case_files import FRONT


def work_of(text: str, front: str = FRONT) -> Work:
    """A text, opened."""
    file = opened(f"{front}\n{text}", "an-article")
    assert file
    return file.work


def test_places_count_as_javascript_counts() -> None:
    """A face is two units, and one character."""
    work = work_of(
        "[👩 sings.]{.unsourced}[^s1] [A [👩👩 band]{.cue} plays.]{.sourced by=mayor}[^s2]\n\n[^s1]: A.\n[^s2]: B."
    )
    text = work.blocks[0].text.encode("utf-16-le")
    cut = [
        text[2 * s.start : 2 * s.end].decode("utf-16-le") for s in (*work.statements, *work.cues)
    ]
    assert cut == ["👩 sings.", "A 👩👩 band plays.", "👩👩 band"]


def test_the_front_matter_is_what_the_file_has() -> None:
    """Days, ages and numbers are text; yes and no are not read into words; a flag is a flag."""
    front = FRONT.replace("title: A case", 'title: "1986"\ninvented: true\nlevel: 12-14\ngenre: no')
    work = work_of("[A b.]{.unsourced}[^s1]\n\n[^s1]: C.", front)
    assert work.front["title"] == "1986"
    assert work.front["invented"] is True
    assert work.front["level"] == "12-14"
    assert work.front["genre"] == "no"
    assert work.front["original"] == {"publisher": "The Harbour Post", "published": "2025-03-04"}
    assert list(work.front["voices"]) == ["mayor", "clerk"]  # type: ignore[arg-type]


def test_what_is_not_marked_is_cut_into_sentences_to_be_decided() -> None:
    """A heading without a mark is a label; dots are no sentence."""
    work = work_of("## Later\n\nIt rained. [A b.]{.unsourced}[^s1] Then it snowed! …\n\n[^s1]: C.")
    words = [work.blocks[s.block].text[s.start : s.end] for s in work.statements]
    assert words[:3] == ["Later", "It rained.", "A b."]
    assert words[3].startswith("Then it snowed!")
    assert [(s.basis, s.aside) for s in work.statements] == [
        *(("", True), ("", False), ("unsourced", False), ("", False))
    ]
    assert len({s.id for s in work.statements}) == 4


def test_marks_keep_all_that_they_say() -> None:
    """Attributes, supports, second readings, suggestions and notes."""
    work = work_of(
        '[A [b]{.framing technique=doubt plain="c" also=none draft=yes}[^f].]{.sourced by="mayor clerk" how=mixed '
        'see=log also=inferred also-kind=motive short="D e" draft=yes}[^x]\n[F.]{.inferred kind=motive from=x}[^y]\n\n'
        "[^x]: One.\n\n    *Two.*\n[^y]: Three\n  four.\n[^f]: …"
    )
    first, second = work.statements
    assert first.by == ("mayor", "clerk")
    assert (first.how, first.see, first.also, first.also_kind) == (
        "mixed",
        ("log",),
        "inferred",
        "motive",
    )
    assert (first.short, first.draft, first.note) == ("D e", True, "One.\n\n*Two.*")
    assert (second.kind, second.rests_on, second.note) == ("motive", ("x",), "Three four.")
    framing = work.framing[0]
    assert (framing.id, framing.technique, framing.plain, framing.also) == (
        "f",
        "doubt",
        "c",
        "none",
    )
    assert framing.draft
    assert framing.note == ""


def test_every_mark_has_an_id_of_its_own() -> None:
    """In a file where two have one, and one has none."""
    work = work_of("[A.]{.unsourced}[^s1] [B.]{.unsourced}[^s1] [C.]{.unsourced}\n\n[^s1]: D.")
    ids = [statement.id for statement in work.statements]
    assert len(set(ids)) == 3
    assert ids[0] == "s1"


@pytest.mark.parametrize(
    "text", ["", "No front matter.", "---\ntitle: never closed", "---\na: [b\n---\nC."]
)
def test_what_cannot_be_read_is_no_work(text: str) -> None:
    """Without a front matter there is nothing that the page could show."""
    assert opened(text, "an-article") is None


def test_an_article_that_lacks_something_opens() -> None:
    """It is there to be improved."""
    file = opened("---\ntitle: A\n---\n\n[B [c.]{.unsourced}[^s1]\n\n[^s1]: D.\n", "an-article")
    assert file
    assert file.work.front == {"title": "A"}
    assert [s.id for s in file.work.statements if s.written] == ["s1"]
