"""Made-up readings of the bridge article: the late bus and the blue bike are nobody."""

from __future__ import annotations

from pathlib import Path

from generator.agreement.laying import lay
from generator.agreement.values import Marked, Piece, Reader
from generator.model import Article, Reading
from generator.reading.article import read_article
from generator.reading.readings import read_reading
from tests.sample import BRIDGE, ROOT

FRONT = '---\nreader: {reader}\ndate: 2026-11-22\ncodebook: "2.0"\n---\n'
BODY = BRIDGE.split("---\n", 2)[2]

S3 = (".inferred kind=evaluation from=s2", ".unsourced")
"""Another basis."""
S9 = ("kind=motive from=s8", "kind=interpretation from=s8")
"""Another kind."""
HEDGE = ("technique=presupposition plain=perhaps", "technique=hedge")
"""Another technique."""
DECLINED = (
    '[declined to swing]{.framing technique=loaded-language plain="did not swing"}[^declined]',
    "declined to swing",
)
"""No framing."""
NO_NOTE = ("[^declined]: A joke, and a judgement. Machines stop; people decline.\n", "")
"""The note that goes with it."""
SPLIT = (
    "[“I could see my kettle,” she said.]{.sourced by=resident how=quote}[^s11]",
    "[“I could see my kettle,”]{.unsourced}[^s11] [she said.]{.sourced by=resident}[^s11b]",
)
"""A statement cut in two."""
SPLIT_NOTE = ("[^s12]:", "[^s11b]: She said so.\n[^s12]:")
"""The note of the second part."""
RAMP = (
    "Monday’s opening was held without a band.",
    "Monday’s opening was held [without a band]{.framing technique=loaded-language "
    'plain="in silence"}[^band].',
)
"""A mark that the article does not have."""
RAMP_NOTE = ("[^boasted]:", "[^band]: As if one were missed.\n[^boasted]:")
"""Its note."""
ALL = (S3, S9, HEDGE, DECLINED, NO_NOTE, SPLIT, SPLIT_NOTE, RAMP, RAMP_NOTE)
"""Every change."""

Change = tuple[str, str]


def reading_text(*changes: Change, reader: str = "the late bus") -> str:
    """The file of a reading that differs from the bridge article in these marks."""
    body = BODY
    for old, new in changes:
        assert old in body, old
        body = body.replace(old, new, 1)
    return FRONT.format(reader=reader) + body


def reading(*changes: Change, name: str = "late-bus") -> Reading:
    """Such a reading."""
    given = read_reading(f"content/readings/bridge/{name}.md", reading_text(*changes))
    assert given.reading, given.problems
    assert not given.problems
    return given.reading


def bridge() -> Article:
    """The bridge article."""
    article = read_article("content/articles/bridge.md", BRIDGE).article
    assert article
    return article


def marked(*readings: Reading) -> Marked:
    """The bridge article with these readings."""
    return lay(bridge(), readings)


def project(root: Path, **readings: str) -> Path:
    """A project with the bridge article and the text of its readings by name."""
    files = {"articles/bridge.md": BRIDGE}
    files |= {
        f"readings/bridge/{name.replace('_', '-')}.md": text for name, text in readings.items()
    }
    files["codebook.yml"] = (ROOT / "content" / "codebook.yml").read_text(encoding="utf-8")
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


def reader(name: str, *statements: tuple[int, int, str], framing: str = "") -> Reader:
    """A reader with these statements over words, and framing as `0-2 hedge, 5-6 doubt`."""
    marks: list[Piece] = []
    for mark in filter(None, framing.split(", ")):
        place, label = mark.split()
        start, end = place.split("-")
        marks.append(Piece(int(start), int(end), label, "", f"f{start}", ""))
    return Reader(
        name,
        name,
        tuple(Piece(a, b, label, "", f"s{a}", "") for a, b, label in statements),
        tuple(marks),
    )


def text_of(words: int, *readers: Reader) -> Marked:
    """A text of so many words in one paragraph."""
    places = tuple((2 * n, 2 * n + 1) for n in range(words))
    return Marked("text", "Text", "w " * words, places, (0,), readers, adjudicated=False)
