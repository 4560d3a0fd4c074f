"""Which articles are as they were in the last build, and which have to be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.finish.addresses import Target
from generator.publish.carry import carried, on_disk
from generator.publish.digest import digest
from generator.publish.glance import glance
from generator.publish.kept import Index, Kept
from generator.publish.made import Made, Workshop


def unchanged(
    files: Sequence[Path], last: Index, shop: Workshop, old: Path
) -> tuple[dict[str, Kept], list[Path]]:
    """Carry over the pages of articles that nothing has changed for; give these, and all other files."""
    kept: dict[str, Kept] = {}
    todo: list[Path] = []
    theirs, ours = f"{old}/articles", f"{shop.site}/articles"
    for file in files:
        slug = file.stem
        known = last.articles.get(slug)
        same = known and _as_it_is(file, known, shop)
        if same and carried(same.files, f"{theirs}/{slug}", f"{ours}/{slug}"):
            kept[slug] = same
        else:
            todo.append(file)
    return kept, todo


def _as_it_is(file: Path, known: Kept, shop: Workshop) -> Kept | None:
    """Give what is known of an article, with a fresh look at its file; None where it is another now."""
    source, text = glance(file), known.made.text
    if not source or source != known.made.source:
        if file.is_symlink():
            return None  # reading refuses it, and says so
        try:
            text = digest(file.read_bytes())
        except OSError:
            return None
    if known.made.key != shop.key(file.stem, text):
        return None
    same = source == known.made.source
    return known if same else replace(known, made=replace(known.made, source=source))


def restored(kept: Kept) -> Made:
    """Give what became of an article, with its files again."""
    folder = f"articles/{kept.made.slug}/"
    return replace(kept.made, files=tuple(f"{folder}{path}" for path, _, _ in kept.files))


def to_keep(
    made: Mapping[str, Made], kept: Mapping[str, Kept], site: Path, targets: tuple[Target, ...]
) -> tuple[dict[str, Kept], tuple[Target, ...]]:
    """Give what the next build may carry over: articles without any problem; with all their targets.

    `targets` has those of the articles that were carried over themselves.
    """
    numbers = {target: number for number, target in enumerate(targets)}
    found: dict[str, Kept] = {}
    for slug, one in made.items():
        if slug in kept:
            found[slug] = kept[slug]
        elif not one.problems and not one.faults:
            folder = f"articles/{slug}/"
            files = on_disk(site / folder, (path.removeprefix(folder) for path in one.files))
            pages = tuple(
                (
                    page.removeprefix(folder),
                    tuple(numbers.setdefault(t, len(numbers)) for t in wants),
                )
                for page, wants in one.wants
            )
            found[slug] = Kept(replace(one, files=(), wants=()), files, pages)
    return found, tuple(numbers)
