"""A work of the workbench, as somebody saved it to a file, with payloads wherever a text may stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice
from typing import Any

from tests.hostile.articles import flat

BASES = ("sourced", "unsourced", "inferred")


def saved_work(payloads: Sequence[str]) -> dict[str, Any]:
    """Each payload is a paragraph, and a value of a field or two; no check has seen any of it."""
    texts = [flat(payload) or "x" for payload in payloads]
    values = [*texts[1:], texts[0]]
    place = [{"block": at, "start": 0, "end": _units(text)} for at, text in enumerate(texts)]
    numbered = list(zip(range(len(texts)), texts, values, strict=True))
    one = islice(cycle(texts), 20)
    front = {
        "title": next(one),
        "summary": next(one),
        "language": "en",
        "rights": "own",
        "licence": next(one),
        "genre": next(one),
        "level": next(one),
        "status": next(one),
        "original": {
            key: next(one)
            for key in ("title", "publisher", "author", "url", "published", "archived")
        },
        "voices": {
            f"v{at}": {
                "name": text,
                "role": value,
                "kind": "person",
                "stake": "party",
                "note": text,
            }
            for at, text, value in numbered
            if at % 3 == 0
        },
        "records": {
            f"r{at}": {
                "title": text,
                "publisher": value,
                "number": text,
                "url": value,
                "says": text,
            }
            for at, text, value in numbered
            if at % 5 == 0
        },
        "missing": [{"what": text, "why": value} for _, text, value in numbered[:10]],
        "questions": [{"ask": text, "answer": value} for _, text, value in numbered[:10]],
        "changes": [{"what": text, "by": value, "date": text} for _, text, value in numbered[:5]],
        "topics": texts,
        "frames": values[:3],
        "annotators": [{"name": text, "date": value} for _, text, value in numbered[:3]],
    }
    return {
        "version": 1,
        "slug": "hostile",
        "base": "",
        "front": front,
        "blocks": [_block(at, text) for at, text, _ in numbered],
        "statements": [_statement(at, place[at], value) for at, _, value in numbered],
        "framing": [_framing(at, place[at], value) for at, _, value in numbered if at % 2],
        "cues": [],
    }


def _units(text: str) -> int:
    """How long a browser takes a text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _block(at: int, text: str) -> dict[str, Any]:
    link = {
        "kind": "link",
        "start": 0,
        "end": 1,
        "href": text if at % 3 else "javascript:alert('hostile-ran')",
    }
    styles = [link] if at % 4 == 0 else []
    return {"kind": "paragraph", "level": 0, "text": text, "styles": styles}


def _statement(at: int, place: dict[str, int], value: str) -> dict[str, Any]:
    basis = BASES[at % 3]
    return {
        **place,
        "id": f"s{at + 1}",
        "basis": basis,
        "aside": False,
        "by": [f"v{at}", value] if basis == "sourced" else [],
        "how": "",
        "kind": ("prediction" if at % 2 else value) if basis == "inferred" else "",
        "from": ["s1", value] if basis == "inferred" else [],
        "see": [value] if at % 7 == 0 else [],
        "also": value if at % 4 == 0 else "",
        "also_kind": value if at % 4 == 1 else "",
        "short": value[:60],
        "note": value,
        "draft": at % 5 == 0,
        "source": value if at % 6 == 0 else "",
    }


def _framing(at: int, place: dict[str, int], value: str) -> dict[str, Any]:
    return {
        **place,
        "id": f"f{at + 1}",
        "technique": value if at % 4 == 1 else "loaded-language",
        "plain": value,
        "also": value if at % 4 == 3 else "",
        "note": value,
        "draft": at % 5 == 0,
    }
