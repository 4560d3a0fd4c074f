"""Names and addresses that look like others: letters of two scripts in one word, and twins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.checks.context import Context, key_place
from generator.model import Article, Framing, Place, Problem, Statement
from generator.reading.characters import code_point, seen
from generator.reading.problem import warning

_TOGETHER = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN"))
"""Scripts that Chinese, Japanese and Korean write side by side."""
_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈԚԜҮӀаеорсухѕіјԁԛԝһүӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυχϲϳՕՍօսհոցԼ",
    "ABEKMHOPCTYXSIJQWYlaeopcyxsijdqwhylABEZHIKMNOPTYXaivopuxcjOUouhngL",
)
"""Cyrillic, Greek and Armenian letters that are drawn like a Latin one; the best known of them."""
_HOST = re.compile(r"(?:https?://(?:[^/?#@]*@)?|mailto:[^@]*@)([^/?#:]*)")


def check_names(article: Article, _context: Context) -> Iterator[Problem]:
    """`mixed-scripts` in names and addresses; `alike-names` for two voices that look like one."""
    for path, name in _names(article):
        if not name.isascii():  # or else its letters are all Latin
            yield from _mixed(name, key_place(article, *path), "name")
    for place, address in _addresses(article):
        host = _HOST.match(address)
        labels = [_decoded(label) for label in host[1].split(".")] if host else [""]
        for label in labels:
            yield from _mixed(label, place, "address", seems=labels[-1].isascii())
    first: dict[str, str] = {}
    for voice in article.voices:
        other = first.setdefault(skeleton(voice.name) or voice.id, voice.id)
        if other != voice.id:
            yield warning(
                "alike-names",
                key_place(article, "voices", voice.id, "name"),
                f"The names of `{voice.id}` and `{other}` look the same.",
                "Make one voice of them, or say in the name what tells them apart.",
            )


def skeleton(name: str) -> str:
    """What a name looks like at a glance: look-alike letters, accents and capitals make no difference."""
    letters = unicodedata.normalize("NFKC", seen(name)).translate(_ALIKE)
    decomposed = unicodedata.normalize("NFKD", letters)
    plain = "".join(c for c in decomposed if c.isalnum() and not unicodedata.combining(c))
    return plain.casefold().replace("1", "l").replace("0", "o")


def _mixed(name: str, place: Place, what: str, *, seems: bool = False) -> Iterator[Problem]:
    """The first word of `name` that has letters of two scripts, or, if `seems`, only seems Latin."""
    for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", name)):
        scripts = {letter: _script(letter) for letter in word}
        kinds = set(scripts.values()) - {""}
        mixed = len(kinds) > 1 and not kinds <= _TOGETHER
        disguised = seems and not word.isascii() and word.translate(_ALIKE).isascii()
        if mixed or disguised:
            main = max(sorted(kinds), key=lambda kind: sum(s == kind for s in scripts.values()))
            odd = next((c for c in word if scripts[c] not in ("", main)), word[0])
            yield warning(
                "mixed-scripts",
                place,
                f"`{word}` may not be what it looks like: its `{odd}` is {code_point(odd)}, "
                f"{unicodedata.name(odd, 'a letter without a name')}.",
                f"Retype the {what} with the letters of one script.",
            )
            return


def _script(letter: str) -> str:
    """The first word of a letter's name, `CYRILLIC`; empty for what goes with any script."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter) != "Lm" else ""
    return name.partition(" ")[0] if " LETTER " in name or name.startswith("CJK") else ""


def _decoded(label: str) -> str:
    """One part of a host as people see it: `xn--80ak6aa92e` is Cyrillic."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _names(article: Article) -> Iterator[tuple[tuple[str, ...], str]]:
    for voice in article.voices:
        yield ("voices", voice.id, "name"), voice.name
    yield ("original", "publisher"), article.original.publisher
    yield ("original", "author"), article.original.author
    for number, annotator in enumerate(article.annotators):
        yield ("annotators", str(number), "name"), annotator.name


def _addresses(article: Article) -> Iterator[tuple[Place, str]]:
    yield key_place(article, "original", "url"), article.original.url
    yield key_place(article, "original", "archived"), article.original.archived
    for record in article.records:
        yield key_place(article, "records", record.id, "url"), record.url
    for block in article.blocks:
        yield from ((block.place, style.href) for style in block.text.styles)
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        if note := mark.note:
            styles = (style for paragraph in note.paragraphs for style in paragraph.styles)
            yield from ((note.place, style.href) for style in styles)
