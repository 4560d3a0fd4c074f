"""The lessons: an index, and a page each with its time table, its articles and what to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Literal

from generator.checks.ids import slug
from generator.model import Block, Lesson, Question, Standard, Step
from generator.pages.english import counted, day, listed
from generator.pages.page import Library, Page
from generator.pages.pieces import Piece, rich_pieces
from generator.pages.setting import Setting, setting

ROOT = "../../"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a heading below the first level, a quotation, or a whole list."""

    kind: Literal["paragraph", "heading", "quote", "list"]
    """Which of these."""
    pieces: tuple[tuple[Piece, ...], ...]
    """Its words; of a list, an item each."""


@dataclass(frozen=True, slots=True)
class Section:
    """What the lesson's own text says under one heading."""

    title: str
    """The heading; empty for what stands before the first."""
    anchor: str
    """Its anchor."""
    parts: tuple[Part, ...]
    """What stands under it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the time table."""

    clock: str
    """When it is, in minutes from the beginning: `5–17`."""
    step: Step
    """What is done."""


@dataclass(frozen=True, slots=True)
class LessonView:
    """All that a lesson's page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    source: str
    """Its file, for those who want to edit it."""
    facts: tuple[str, ...]
    """Minutes, ages."""
    aims: tuple[str, ...]
    """What pupils can do after it."""
    articles: tuple[Setting, ...]
    """Its articles, and how to set them."""
    pair: tuple[str, str]
    """The pair's address and title; both empty where it has none."""
    to_print: tuple[str, ...]
    """What to print."""
    pack: str
    """The lesson and its articles in one file, from this page; empty where there is none."""
    rows: tuple[Row, ...]
    """The time table."""
    sections: tuple[Section, ...]
    """What else a teacher should know."""
    questions: tuple[Question, ...]
    """The questions, each with its answer."""
    younger: str
    """For younger pupils."""
    stronger: str
    """For stronger ones."""
    standards: tuple[Standard, ...]
    """What it serves."""
    authors: str
    """Who wrote it, and when."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A lesson in the list."""

    href: str
    """Where it is."""
    title: str
    """Its title."""
    summary: str
    """What it is."""
    facts: str
    """Minutes, ages and standards: `45 minutes · ages 13–15 · RI.7.6`."""


@dataclass(frozen=True, slots=True)
class LessonsView:
    """All that the list shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    lessons: tuple[Listed, ...]
    """The lessons."""


def by_level(lessons: Iterable[Lesson]) -> tuple[Lesson, ...]:
    """The youngest pupils' lessons first, by title within a level; those without a level last."""
    return tuple(
        sorted(
            lessons,
            key=lambda one: (
                [int(age) for age in one.level.split("-") if age] or [100],
                one.title.lower(),
            ),
        )
    )


def lesson_pages(library: Library) -> tuple[Page, ...]:
    """Give the list of lessons, and each one's page."""
    index = LessonsView(
        title="Lessons",
        description="Whole lessons with a time table, what to print, and the answers to expect.",
        lessons=tuple(_listed(lesson) for lesson in library.around.lessons),
    )
    return (
        Page("lessons/index.md", "pages/lessons.md.j2", index),
        *(
            Page(
                f"lessons/{lesson.slug}/index.md",
                "pages/lesson.md.j2",
                _view(lesson, library),
            )
            for lesson in library.around.lessons
        ),
    )


def _view(lesson: Lesson, library: Library) -> LessonView:
    pair = next((pair for pair in library.around.pairs if pair.id == lesson.pair), None)
    return LessonView(
        title=lesson.title,
        description=" ".join(lesson.summary.split()),
        source=lesson.path,
        facts=_facts(lesson),
        aims=lesson.aims,
        articles=tuple(
            setting(library.whole[name], library.around, ROOT)
            for name in lesson.articles
            if name in library.whole
        ),
        pair=(f"{ROOT}pairs/{pair.id}/", pair.title) if pair else ("", ""),
        to_print=lesson.to_print,
        pack=f"{lesson.slug}-pack.zip" if library.around.packs else "",
        rows=_rows(lesson.steps),
        sections=_sections(lesson.blocks),
        questions=lesson.questions,
        younger=lesson.younger,
        stronger=lesson.stronger,
        standards=lesson.standards,
        authors=listed([f"{a.name}, {day(a.date)}" if a.date else a.name for a in lesson.authors]),
    )


def _listed(lesson: Lesson) -> Listed:
    codes = tuple(standard.code for standard in lesson.standards)
    facts = " · ".join((*_facts(lesson), *codes))
    return Listed(f"{lesson.slug}/", lesson.title, " ".join(lesson.summary.split()), facts)


def _facts(lesson: Lesson) -> tuple[str, ...]:
    ages = (f"ages {lesson.level.replace('-', '–')}",) if lesson.level else ()
    return (counted(lesson.minutes, "minute"), *ages)


def _rows(steps: tuple[Step, ...]) -> tuple[Row, ...]:
    ends = tuple(accumulate(step.minutes for step in steps))
    return tuple(
        Row(f"{end - step.minutes}–{end}", step) for step, end in zip(steps, ends, strict=True)
    )


def _sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Cut the text at its first-level headings; what stands before the first has no title."""
    sections: list[Section] = []
    for is_list, run in groupby(blocks, key=lambda block: block.kind == "item"):
        found = tuple(run)
        if is_list:
            parts = (Part("list", tuple(rich_pieces(block.text) for block in found)),)
            sections = _added(sections, parts)
            continue
        for block in found:
            if block.kind == "heading" and block.level == 2:
                title = block.text.text
                sections.append(Section(title, f"text-{slug(title)}", ()))
            else:
                kind: Literal["paragraph", "heading", "quote"] = "paragraph"
                if block.kind in ("heading", "quote"):
                    kind = "heading" if block.kind == "heading" else "quote"
                sections = _added(sections, (Part(kind, (rich_pieces(block.text),)),))
    return tuple(sections)


def _added(sections: list[Section], parts: tuple[Part, ...]) -> list[Section]:
    *before, last = sections or [Section("", "", ())]
    return [*before, replace(last, parts=(*last.parts, *parts))]
