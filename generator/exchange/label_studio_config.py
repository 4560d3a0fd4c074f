"""The labelling interface of Label Studio that shows our marks: paste it into a project's settings."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from generator.exchange.techniques import KINDS, NAME_OF, OURS

_LABELS = (
    *("sourced", "unsourced", "inferred", *(f"inferred:{kind}" for kind in KINDS)),
    *("cue", "framing", *(f"framing:{technique}" for technique in (*NAME_OF, *OURS))),
    *("heading", *(f"heading:{level}" for level in range(2, 7)), "quote", "item"),
    *("emphasis", "strong", "code", "link"),
)
_COLOURS = {
    "sourced": "#1b7f5c",
    "unsourced": "#8a6d00",
    "inferred": "#7a3e9d",
    "cue": "#1f6fb2",
    "framing": "#b3261e",
}
_FIELDS = ("note", "by", "see", "how", "also", "also_kind", "short", "draft", "plain", "href")


def config(labels: Iterable[str]) -> str:
    """The interface, with further `labels` behind ours."""
    every = dict.fromkeys((*_LABELS, *labels))
    shown = "\n".join(
        f"    <Label value={quoteattr(label)} "
        f'background="{_COLOURS.get(label.partition(":")[0], "#6b6b6b")}"/>'
        for label in every
    )
    fields = "\n".join(
        f'  <TextArea name="{name}" toName="text" perRegion="true" editable="true" '
        f'displayMode="region-list" placeholder="{name}"/>'
        for name in _FIELDS
    )
    return (
        '<View>\n  <Relations>\n    <Relation value="from"/>\n  </Relations>\n'
        f'  <Labels name="label" toName="text">\n{shown}\n  </Labels>\n'
        f'  <Text name="text" value="$text"/>\n{fields}\n</View>\n'
    )
