"""The makers of all pages that are of no single article: from the lines that the articles leave."""

from __future__ import annotations

from generator.pages.agreement import agreement_pages
from generator.pages.classroom import class_pages
from generator.pages.contribute import contribute_pages
from generator.pages.corrections import corrections_pages
from generator.pages.frames import frame_pages
from generator.pages.home import home_pages
from generator.pages.kinds import kind_pages
from generator.pages.lessons import lesson_pages
from generator.pages.method import method_pages
from generator.pages.pairs import pair_pages
from generator.pages.search import search_pages
from generator.pages.teach import teach_pages
from generator.pages.techniques import technique_pages
from generator.pages.workbench import workbench_pages

OF_THE_LIBRARY = (
    *(home_pages, class_pages, pair_pages, teach_pages),
    *(method_pages, technique_pages, kind_pages, frame_pages, lesson_pages, search_pages),
    *(corrections_pages, agreement_pages, contribute_pages, workbench_pages),
)
"""The makers, in the order of the site."""
