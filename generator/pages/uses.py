"""A framing mark where it stands, with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Article, Framing

_BEFORE = 60
_AFTER = 70
_END = re.compile(r"[.!?…][”’»\")]*\s+")
"""Where a sentence ends, and the next one may begin."""
_TIGHT = "“”‘’\"'«»„‚()[].,;:!?…"


@dataclass(frozen=True, slots=True)
class Use:
    """One framing mark where it stands."""

    slug: str
    """The article's slug."""
    title: str
    """The article's title."""
    language: str
    """The article's language."""
    mark: str
    """The mark's id."""
    technique: str
    """Its technique's id."""
    before: str
    """The words before it in its sentence, shortened from the left."""
    opening: str
    """What stands right before it without a space, such as a quotation mark."""
    words: str
    """Its words."""
    closing: str
    """What stands right after it without a space."""
    after: str
    """The words after it, shortened from the right."""
    plain: str
    """Its plain wording, or empty."""


def use(article: Article, framing: Framing) -> Use:
    """Give a framing mark with the words of its sentence around it."""
    text = article.blocks[framing.span.block].text.text
    start, end = sentence_around(text, framing.span.start, framing.span.end)
    left, right = text[start : framing.span.start], text[framing.span.end : end]
    opening = left[len(left.rstrip(_TIGHT)) :]
    closing = right[: len(right) - len(right.lstrip(_TIGHT))]
    before = " ".join(left.removesuffix(opening).split())
    after = " ".join(right.removeprefix(closing).split())
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].split(" ", 1)[-1]
    if len(after) > _AFTER:
        after = after[:_AFTER].rsplit(" ", 1)[0] + " …"
    return Use(
        slug=article.slug,
        title=article.title,
        language=article.language,
        mark=framing.id,
        technique=framing.technique,
        before=before,
        opening=opening,
        words=" ".join(framing.text.split()),
        closing=closing,
        after=after,
        plain=framing.plain,
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the words from `start` to `end`."""
    begins = max((found.end() for found in _END.finditer(text, 0, start)), default=0)
    tail = len(text[start:end].rstrip('”’»") '))
    ended = _END.match(text + " ", start + tail - 1) if tail else None
    found = ended or _END.search(text + " ", end)
    return begins, min(found.end(), len(text)) if found else len(text)
