"""Texts that are not what they seem: told with code point and place, quickly; no language is in the way."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.exchange.formats import FORMATS
from generator.model import Problem
from generator.reading.article import read_article
from generator.reading.characters import MAX_MARKS, seen, unseen
from generator.reading.codebook import read_codebook
from generator.reading.lesson import read_lesson
from generator.reading.limits import MAX_FILE, MAX_LINE
from generator.reading.pairs import read_pairs
from generator.reading.place import source_of
from generator.reading.values import read_values

from .case_files import FRONT
from .steps import steps

BODY = "[The bridge is safe.]{.unsourced}[^s1]\n\n[^s1]: No source.\n"


def problems(reader: str, text: str) -> tuple[Problem, ...]:
    """What one of the four readers finds in `text`."""
    if reader == "article":
        return read_article("a.md", text).problems
    if reader == "lesson":
        return read_lesson("a.md", text).problems
    return (read_codebook if reader == "codebook" else read_pairs)("a.yml", text).problems


READERS = ("article", "lesson", "codebook", "pairs")


@pytest.mark.parametrize("reader", READERS)
def test_a_line_of_a_megabyte_is_one_problem_that_names_the_limit(reader: str) -> None:
    """It stands where the line exceeds the limit, and takes no more steps than a short file would."""
    text = f"---\ntitle: {'words [' * 150_000}\n---\n{BODY}"
    found: list[Problem] = []
    assert steps(lambda: found.extend(problems(reader, text))) < 200
    (problem,) = found
    assert problem.code == "too-long"
    assert (problem.place.line, problem.place.column) == (2, MAX_LINE + 1)
    assert "50,000 is the most" in problem.message
    assert "1,050,007 characters" in problem.message


@pytest.mark.parametrize("reader", READERS)
def test_a_file_of_many_lines_has_its_limit_too(reader: str) -> None:
    """A file that is longer than a thick book is not read any further."""
    text = "title: words\n" * (MAX_FILE // 10)
    (problem,) = problems(reader, text)
    assert problem.code == "too-long"
    assert "1,000,000 is the most" in problem.message


def test_a_long_line_under_the_limit_is_read() -> None:
    """A text without a line break, as some editors write it, is no problem by itself."""
    line = "[The bridge is safe.]{.unsourced}[^s1] " + "And so on. " * ((MAX_LINE - 40) // 11)
    assert len(line) <= MAX_LINE
    assert "too-long" not in {p.code for p in problems("article", FRONT + line)}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("trick", ["\u202e", "\u200b", "\U000e0041", "\x00", "\ud800", "a\u2066"])
def test_every_reader_tells_what_cannot_be_seen(reader: str, trick: str) -> None:
    """In articles, lessons, the codebook and pairs, with code point and place."""
    text = f"---\ntitle: one {trick} two\n---\n{BODY}" if reader in READERS[:2] else f"a: {trick}b"
    (found,) = [p for p in problems(reader, text) if p.code == "unseen-character"]
    sign = trick[-1]
    assert found.message.endswith(f"here: U+{ord(sign):04X}.")
    assert found.place.excerpt[found.place.column - 1] == sign


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("escape", [r"\u202E", r"\x00", r"\0", r"\ud83d", r"\U000E0041", r"\u200b"])
def test_an_escape_hides_nothing(reader: str, escape: str) -> None:
    """What YAML's double quotes would turn into such a character is told as it is."""
    text = f'title: "one {escape} two"'
    whole = f"---\n{text}\n---\n{BODY}" if reader in READERS[:2] else text
    (found,) = [p for p in problems(reader, whole) if p.code == "unseen-character"]
    assert "An escape stands for" in found.message


HIDDEN = [
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in ("Cf", "Cc", "Cs", "Zl", "Zp") and chr(code) not in "\t\n"
]


@pytest.mark.parametrize("sign", [h for h in HIDDEN if unicodedata.category(h) == "Cs"][::400])
def test_half_a_pair_is_never_taken(sign: str) -> None:
    """Whatever stands beside it."""
    assert unseen(f"a{sign}b") == (1,)
    assert unseen(f"א{sign}ב") == (1,)


SHOWN = (
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that show something: a hyphen at a line's end, signs of number and of verse."""


def test_no_format_character_passes_between_latin_letters() -> None:
    """Every control, format and surrogate code point of Unicode, but for those that show something."""
    passed = [h for h in HIDDEN if unseen(f"a{h}b") != (1,)]
    others = [h for h in passed if h not in SHOWN]
    assert [f"U+{ord(h):04X} {unicodedata.name(h, '')}" for h in others if h < "\U00010000"] == []
    assert all(
        "HIEROGLYPH" in unicodedata.name(h) or "SHORTHAND" in unicodedata.name(h) for h in others
    )


@pytest.mark.parametrize(
    "text",
    [
        "می‌رود و نمی‌خواهم، خانه‌ها",
        "الجسر آمن، قالت العمدة.\u200f (C++\u200e)",
        "הגשר בטוח, אמרה ראשת העיר \u2067Harbour 2\u2069.",
        "क्‍ष और श्‍र",
        "ശ്രീ അവന്‍",
        "ක්‍රියා",
        "র‍্যাব",
        "ᠮᠣᠩᠭᠣᠯ\u180b",
        "👩‍🚒 👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ⛹🏽‍♀️ ✔︎ 🧑🏿‍🦰",
        "葛󠄀城市",
        "Việt Nam, Ørsted, Łódź, Ångström, naïve, Στέφανος, Ѐлена, ក្រុង, བོད་སྐད་, ភូមិ",
        "שִׁמְעוּ־נָא הַמֹּרִים",
        "وَٱلْعَصْرِ إِنَّ ٱلْإِنسَٰنَ",
        "Z" + "\u0301" * MAX_MARKS,
    ],
)
def test_no_language_is_in_the_way(text: str) -> None:
    """Persian, Arabic, Hebrew, Indic and Mongolian scripts, emoji, and letters with their accents."""
    assert unseen(text) == ()
    assert seen(text) == text
    codes = {
        p.code for p in problems("article", f"{FRONT}[{text}]{{.unsourced}}[^s1]\n\n[^s1]: No.\n")
    }
    assert codes == set()


def test_what_is_left_out_is_what_is_told() -> None:
    """Drafting and importing take out exactly the characters that the check would tell."""
    text = "a\u200bb می\u200cرود c\u200cd\n\u202eאב\u200f\nx\u200f"
    assert [text[at] for at in unseen(text)] == ["\u200b", "\u200c", "\u202e", "\u200f"]
    assert seen(text) == "ab می\u200cرود cd\nאב\u200f\nx"


@pytest.mark.parametrize("form", [each.NAME for each in FORMATS])
def test_half_a_pair_in_a_foreign_file_raises_nothing(form: str, tmp_path: Path) -> None:
    """An import writes UTF-8 or tells a problem, whatever a JSON escape or a byte stands for."""
    half = json.dumps(
        [{"text": "a\ud800b \udfff", "id": "\ud800", "target": [{"source": "\ud800"}]}]
    )
    given = tmp_path / "given.json"
    given.write_text(half, encoding="ascii")
    done = CliRunner().invoke(main, ["import", form, str(given), "-o", str(tmp_path / "out")])
    assert done.exit_code in (0, 1, 2)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception


def test_what_yaml_cannot_read_is_told_once() -> None:
    """YAML's reader would refuse the same character, and say less about it."""
    source = source_of("a.yml", "a: b\x07c")
    assert [p.code for p in read_values(source, "a: b\x07c", 1).problems] == ["yaml-character"]
    assert [p.code for p in read_pairs("a.yml", "a: b\x07c").problems] == ["unseen-character"]


def test_no_escape_code_reaches_a_terminal(tmp_path: Path) -> None:
    """What a terminal would act on is not passed on to it: a sign stands in its place."""
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(f"---\ntitle: \x1b[31mred\x07\n---\n{BODY}", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert "U+001B" in done.output
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.output)
