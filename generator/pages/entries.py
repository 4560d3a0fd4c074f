"""The lists of techniques, kinds of inference and frames, made to be scanned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Codebook, Entry
from generator.pages.english import counted, first_sentence


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry in a list."""

    entry: Entry
    """Its definition."""
    href: str
    """The way to its page."""
    line: str
    """What it is, in a sentence."""
    count: str
    """How often it occurs: `3 uses`, or `no use yet`."""
    bar: int
    """The same as a bar, in pixels; the most frequent one of the list has 100."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that stand together."""

    id: str
    """The anchor of its heading."""
    name: str
    """Its name."""
    definition: str
    """What they have in common."""
    entries: tuple[Counted, ...]
    """The entries."""


@dataclass(frozen=True, slots=True)
class ListView:
    """All that a list shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    lede: str
    """What to know before reading on."""
    groups: tuple[Group, ...]
    """The entries, group by group."""
    onward: tuple[tuple[str, str], ...]
    """Other lists: what they have, and the way there."""


def groups(codebook: Codebook, counts: Mapping[str, int]) -> tuple[Group, ...]:
    """Give the techniques by group; `counts` says how often each is used."""
    return tuple(
        found
        for group in codebook.groups
        if (
            found := Group(
                group.id,
                group.name,
                group.definition,
                tuple(
                    _counted(entry, counts, "use")
                    for entry in codebook.techniques
                    if entry.group == group.id
                ),
            )
        ).entries
    )


def one_group(
    id_: str, name: str, entries: tuple[Entry, ...], counts: Mapping[str, int], what: str
) -> Group:
    """Give entries that have no groups; `what` names that which is counted."""
    return Group(id_, name, "", tuple(_counted(entry, counts, what) for entry in entries))


def _counted(entry: Entry, counts: Mapping[str, int], what: str) -> Counted:
    count = counts.get(entry.id, 0)
    most = max(counts.values(), default=0) or 1
    return Counted(
        entry,
        f"{entry.id}/",
        first_sentence(entry.definition),
        counted(count, what) if count else f"no {what} yet",
        round(100 * count / most),
    )
