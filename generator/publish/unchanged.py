"""Which articles are as they were in the last build, and which have to be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.publish.cache import Index, Kept, carried, stamped
from generator.publish.digest import digest
from generator.publish.made import Made, Workshop


def unchanged(
    files: Sequence[Path], last: Index, shop: Workshop, old: Path
) -> tuple[dict[str, Kept], list[Path]]:
    """Carry over the pages of articles that nothing has changed for; give these, and all other files."""
    kept: dict[str, Kept] = {}
    todo: list[Path] = []
    for file in files:
        known = last.articles.get(file.stem)
        if known and _is_same(file, known, shop) and carried(known.files, old, shop.site):
            kept[file.stem] = known
        else:
            todo.append(file)
    return kept, todo


def _is_same(file: Path, known: Kept, shop: Workshop) -> bool:
    if file.is_symlink():
        return False  # reading refuses it, and says so
    try:
        text = file.read_bytes()
    except OSError:
        return False
    return known.made.key == shop.key(file.stem, digest(text))


def to_keep(made: Mapping[str, Made], kept: Mapping[str, Kept], site: Path) -> dict[str, Kept]:
    """Give what the next build may carry over: articles without any problem."""
    return {
        slug: kept[slug] if slug in kept else Kept(one, stamped(site, one.files))
        for slug, one in made.items()
        if not one.problems and not one.faults
    }
