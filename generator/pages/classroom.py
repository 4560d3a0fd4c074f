"""The class view: a page that is empty until a teacher puts the links of a class into it.

The generator knows nothing of any class. All that is shown is made in the teacher's own browser.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Entry
from generator.pages.page import Library, Page

PATH = "teach/class/index.md"
"""The page's file: its address stands in the links that pupils share."""


@dataclass(frozen=True, slots=True)
class ClassView:
    """All that the page shows before there is a class."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    tests: tuple[Entry, ...]
    """The bases with their test questions."""


def class_pages(library: Library) -> tuple[Page, ...]:
    """Give the class view."""
    view = ClassView(
        title="The whole class",
        description="Put in the links that your pupils send, and see sentence by sentence what the class saw.",
        tests=library.codebook.bases,
    )
    return (Page(PATH, "pages/class.md.j2", view),)
