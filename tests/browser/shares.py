"""Links as pupils share them, made from the description of the format and not by the site's own script."""

from __future__ import annotations

import base64
import json
import random
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.sample import codebook

ADDRESS = "https://example.org/who-says/teach/class/#"
"""What stands before the code in a link; any address serves."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a pupil marked."""

    slug: str
    """The article."""
    text: str
    """The version of its text."""
    bases: str
    """A letter for each statement."""
    name: str = ""
    """The name that the pupil typed."""
    by: dict[int, str] = field(default_factory=dict)
    """By whom, by statement."""
    why: dict[int, str] = field(default_factory=dict)
    """Why, by statement."""
    words: tuple[tuple[int | str, ...], ...] = ()
    """Words that steer: statement, first, last and perhaps a reason."""


def packed(data: object, version: str = "w1") -> str:
    """Any JSON value as a code with a good checksum."""
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    body = base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")
    return f"{version}.{body}.{zlib.crc32(body.encode('ascii')):08x}"


def code(marks: Marks) -> str:
    """The code of a pupil's marks."""
    return packed(
        [
            *(marks.slug, marks.text, marks.name, marks.bases),
            *({str(n): text for n, text in one.items()} for one in (marks.by, marks.why)),
            [list(stretch) for stretch in marks.words],
        ]
    )


def link(marks: Marks) -> str:
    """A pupil's link."""
    return ADDRESS + code(marks)


def read_data(site: Path, slug: str) -> dict[str, Any]:
    """The file of an article of a built site, which the class view loads."""
    path = site / "articles" / slug / "data.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def read_marks(site: Path, slug: str) -> dict[str, Any]:
    """The same as the class view should see it: with words, names and numbers in place of ids."""
    data = read_data(site, slug)
    texts = [block["text"] for block in data["blocks"]]
    voices = {voice["id"]: voice["name"] for voice in data.get("voices", ())}
    numbers = {statement["id"]: n for n, statement in enumerate(data["statements"], 1)}
    return {
        **{key: data[key] for key in ("slug", "title", "language", "direction")},
        "text": data["text_version"],
        "statements": [
            {
                "also": "",
                "note": "",
                **statement,
                "text": texts[statement["block"]][statement["start"] : statement["end"]],
                "voices": [voices[voice] for voice in statement.get("by", ())],
                "kind": data["names"]["kinds"].get(statement.get("kind"), "").lower(),
            }
            for statement in data["statements"]
        ],
        "framing": [
            {
                "n": numbers[mark["statement"]],
                "text": texts[mark["block"]][mark["start"] : mark["end"]],
                "technique": data["names"]["techniques"][mark["technique"]],
                "plain": mark.get("plain", ""),
            }
            for mark in data.get("framing", ())
            if "statement" in mark
        ],
        "tests": {entry.id: entry.test for entry in codebook().bases},
        "questions": [question["ask"] for question in data.get("questions", ())],
    }


def made_class(article: dict[str, Any], size: int, seed: int = 7) -> list[Marks]:
    """A class that mostly sees what the annotators see, with a mind of its own."""
    rng = random.Random(seed)

    def pupil(number: int) -> Marks:
        bases = "".join(
            s["basis"][0] if rng.random() < 0.6 else rng.choice("sui-")
            for s in article["statements"]
        )
        numbers = range(1, len(bases) + 1)
        return Marks(
            slug=article["slug"],
            text=article["text"],
            bases=bases,
            name=f"Pupil {number}",
            by={
                n: rng.choice(("Greta Holm", "the writer")) for n in numbers if bases[n - 1] == "s"
            },
            why={n: f"Reason {number}.{n}" for n in numbers if rng.random() < 0.3},
            words=tuple((n, 1, 2) for n in numbers if rng.random() < 0.2),
        )

    return [pupil(number) for number in range(1, size + 1)]
