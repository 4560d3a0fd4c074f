"""The bare text of an article, for somebody else to mark: none of its marks, notes or voices is in it."""

from __future__ import annotations

from dataclasses import replace

from generator.exchange.document import About
from generator.exchange.from_document import from_document
from generator.exchange.to_document import to_document
from generator.model import Article

_FRONT = """\
---
# A reading of `{slug}`. Mark the text below, and change nothing else in it: CONTRIBUTING.md says how.
# It belongs to content/readings/{slug}/, under a short name of your own: the-late-bus.md
reader: …                 # the name or pen name that is to be shown
date: …                   # when you finished: 2025-03-04
codebook: "{version}"           # the definitions that you used
voices:                   # everyone the text relies on; `by` uses the short name
  someone: {{name: …}}
---

"""


def blind(article: Article, version: str) -> str:
    """A file to be filled in and marked, which then passes `check`; `version` is the codebook's.

    It is made from the text alone, a paragraph a line: where statements were cut, and on which lines
    they stood, cannot be seen in it.
    """
    bare = replace(article, statements=(), framing=(), cues=())
    document = replace(to_document(bare), about=About())
    body = from_document(document).text.split("\n---\n", 1)[1]
    return _FRONT.format(slug=article.slug, version=version) + body.strip("\n") + "\n"
