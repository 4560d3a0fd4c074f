"""Articles with a payload in each place that the format has for a text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.drafting.escape import begun, escaped

HARMLESS = "plain words"
"""What stands in the place of a payload that check refuses there, and in twins."""


@dataclass(slots=True)
class Draft:
    """A file in the making: some of its lines hold a payload, and can be made harmless."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)
    """Each line with the payload in it, if any: what stands before, the payload as it is written
    there, what stands after."""

    def put(self, before: str, written: str = "", after: str = "") -> None:
        """Add a line."""
        self.lines.append((before, written, after))

    def text(self) -> str:
        """The file."""
        return "\n".join("".join(line) for line in self.lines) + "\n"

    def clear(self, number: int) -> bool:
        """Make the line of this number (from 1) harmless; say whether it was not."""
        before, written, after = self.lines[number - 1]
        word = f'"{HARMLESS}"' if written.startswith('"') else HARMLESS
        if written in ("", word):
            return False
        self.lines[number - 1] = (before, word, after)
        return True

    def held(self) -> int:
        """How many lines hold a payload still."""
        return sum(w not in ("", HARMLESS, f'"{HARMLESS}"') for _, w, _ in self.lines)


def flat(payload: str) -> str:
    """A payload on one line, and no longer than a line of a page is."""
    return " ".join(payload.split())[:2000]


def in_front(payload: str) -> str:
    """A payload as a value of the front matter."""
    plain = json.dumps(payload.strip()[:2000], ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def in_body(payload: str) -> str:
    """A payload as text of the body, each sign escaped that Markdown would read."""
    return begun(escaped(flat(payload)))


def in_code(payload: str) -> str:
    """A payload between backticks."""
    return flat(payload).replace("`", "'").strip() or "code"


_SINGLE = (
    *("title", "summary", "licence", "genre", "codebook"),
    *("publisher", "author", "headline"),
)
"""Places that an article has once."""


def article(payloads: Sequence[str], *, event: str = "", language: str = "en") -> Draft:
    """An article with each payload in every place that can stand often; the first in the others."""
    draft = Draft()
    draft.put("---")
    once = dict(
        zip(_SINGLE, (payloads[n % len(payloads)] for n in range(len(_SINGLE))), strict=True)
    )
    for key in ("title", "summary", "licence", "genre", "codebook"):
        draft.put(f"{key}: ", in_front(once[key]))
    draft.put(f"language: {language}")
    draft.put("rights: licensed")
    draft.put("original:")
    draft.put("  publisher: ", in_front(once["publisher"]))
    draft.put("  author: ", in_front(once["author"]))
    draft.put("  title: ", in_front(once["headline"]))
    draft.put("  url: https://example.org/place-original")
    draft.put("level: 12-14")
    if event:
        draft.put(f"event: {event}")
    numbered = list(enumerate(payloads, start=1))
    _several(draft, numbered)
    draft.put("---")
    for number, payload in numbered:
        _paragraphs(draft, number, payload)
    for number, payload in numbered:
        draft.put("")
        draft.put(f"[^s{number}]: Why: ", in_body(payload))
        draft.put("")
        draft.put(f"[^t{number}]: Because `", in_code(payload), "` stands there.")
        draft.put("")
        draft.put(f"[^f{number}]: See [the ", in_body(payload), "](https://example.org/) there.")
        draft.put("")
        draft.put(f"[^q{number}]: Quoted.")
        draft.put("")
        draft.put(f"[^i{number}]: Listed.")
    return draft


def texts(payloads: Sequence[str]) -> Draft:
    """An article with each payload in a statement and in its note, and nowhere else; the first as title."""
    draft = Draft()
    draft.put("---")
    draft.put("title: ", in_front(payloads[0]))
    draft.put("original: {publisher: The Harbour Post}")
    draft.put("rights: own")
    draft.put("annotators: [{name: harbour-school}]")
    draft.put("---")
    for number, payload in enumerate(payloads, start=1):
        draft.put("")
        draft.put("[It is said: ", in_body(payload))
        draft.put(f"]{{.unsourced short=place-short-{number}}}[^s{number}]")
        draft.put("")
        draft.put(f"[^s{number}]: Why: ", in_body(payload))
    return draft


def _several(draft: Draft, numbered: Iterable[tuple[int, str]]) -> None:
    """Voices, records, what is missing, questions, topics, annotators and changes."""
    listed = tuple(numbered)

    def put_all(key: str, first: str, *parts: tuple[str, bool]) -> None:
        draft.put(f"{key}:")
        for number, payload in listed:
            draft.put(first.format(number))
            for part, holds in parts:
                draft.put(f"    {part.format(number)}", in_front(payload) if holds else "")

    put_all(
        *("voices", "  v{0}:"),
        *(("name: ", True), ("role: ", True), ("note: ", True)),
        ("stake: party", False),
    )
    put_all(
        *("records", "  r{0}:"),
        *(("title: ", True), ("publisher: ", True), ("number: ", True), ("says: ", True)),
        ("url: https://example.org/place-record-{0}", False),
    )
    put_all("missing", "  - at: s{0}", ("what: ", True), ("why: ", True))
    put_all("questions", "  -", ("ask: ", True), ("answer: ", True))
    put_all(
        "changes", "  - date: 2026-11-22", ("what: ", True), ("by: ", True), ("at: s{0}", False)
    )
    put_all("annotators", "  - date: 2026-11-22", ("name: ", True))
    draft.put("topics:")
    for _, payload in listed:
        draft.put("  - ", in_front(payload))


def _paragraphs(draft: Draft, number: int, payload: str) -> None:
    """A heading, a sourced statement with a cue, an inferred one with framing, a list, a quotation."""
    text, code = in_body(payload), in_code(payload)
    sourced = f".sourced by=v{number} see=r{number} how=quote short=place-short-{number}"
    framing = f".framing technique=loaded-language plain=place-plain-{number}"
    draft.put("")
    draft.put("## Part ", text)
    draft.put("")
    draft.put("[It is said: ", text)
    draft.put("and [they say ", text, "]{.cue}")
    draft.put(f"]{{{sourced}}}[^s{number}]")
    draft.put("")
    draft.put("[It has [words ", text)
    draft.put(f"]{{{framing}}}[^f{number}]")
    draft.put("and [a link ", text, f"](https://example.org/place-href-{number})")
    draft.put("and *some ", text, "* words")
    draft.put("and `", code, "`.")
    draft.put(f"]{{.inferred kind=evaluation from=s{number}}}[^t{number}]")
    draft.put("")
    draft.put("> [Quoted: ", text)
    draft.put(f"> ]{{.unsourced}}[^q{number}]")
    draft.put("")
    draft.put("- [Listed: ", text)
    draft.put(f"  ]{{.unsourced}}[^i{number}]")
