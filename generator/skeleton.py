"""The commented skeleton of a new article."""

from __future__ import annotations

from datetime import date

_SKELETON = """\
---
# What stands after a # is for you, and not shown. Fill in the three dots.
title: …                        # the title of the page
summary: …                      # a sentence for the library
original: {{publisher: …, title: …}}  # also: author, published: 2025-03-04, url: https://…
rights: own                     # own | licensed (add licence:) | public-domain | quotation
language: en
genre: news report
level: 12-14                    # ages it suits
topics: […]
voices:                         # everyone the text relies on; `by` uses the short name
  someone: {{name: …, role: …, kind: person, stake: party}}
missing:                        # what a reader would need and the text does not have
  - {{what: …, why: …, at: s1}}
questions:
  - {{ask: …, standard: RI.8.8}}
annotators: [{{name: …, date: {today}}}]
status: draft                   # take this line out to publish
---

[…, [says …]{{.cue}}.]{{.sourced by=someone how=paraphrase}}[^s1]
[… [a loaded word]{{.framing technique=loaded-language plain="a plain word"}}[^word] ….]{{.unsourced}}[^s2]
[….]{{.inferred kind=interpretation from="s1 s2"}}[^s3]

[^s1]: …
[^s2]: …
[^s3]: …
[^word]: …
"""


def skeleton(today: date) -> str:
    """An article to be filled in, which then passes `check`."""
    return _SKELETON.format(today=today.isoformat())
