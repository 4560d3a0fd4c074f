"""The page for contributors: the ways to add an article, the shortest first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.mend import BRANCH
from generator.pages.page import Library, Page


@dataclass(frozen=True, slots=True)
class ContributeView:
    """All that the page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    workbench: bool
    """Whether the site has the workbench."""
    guide: str
    """The address of the repository's guide, or empty where nobody said which repository it is."""
    suggest: str
    """The address of the form that suggests an article, or empty."""


def contribute_pages(library: Library) -> tuple[Page, ...]:
    """Give the page for contributors."""
    return (Page("contribute/index.md", "pages/contribute.md.j2", _view(library)),)


def _view(library: Library) -> ContributeView:
    repository = library.around.repository
    return ContributeView(
        title="Add or correct an article",
        description="Mark an article in your browser, or mend a mark. No account until you send it, and no Python.",
        workbench=library.around.workbench,
        guide=f"{repository}/blob/{BRANCH}/CONTRIBUTING.md" if repository else "",
        suggest=f"{repository}/issues/new?template=article.yml" if repository else "",
    )
