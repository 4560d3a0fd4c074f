"""The workbench's page, and beside it in one file what it knows before the generator has arrived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from generator.checks.standards import STANDARDS
from generator.model import Alike, Codebook, Entry, Lesson, Rule, Stage
from generator.pages.definition import address
from generator.pages.listed import Listed
from generator.pages.mend import BRANCH
from generator.pages.page import Library, Page

FOLDER = "contribute/workbench"
"""Where the page stands on the site."""

IMPROVABLE = 500
"""So many articles are listed to be improved; each has a link on its own page as well."""

LANGUAGES = ("en",)
"""The languages that a first draft can be made in: those that drafting has words for."""

_ROOT = "../../"


@dataclass(frozen=True, slots=True)
class WorkbenchView:
    """All that the page shows before its script runs."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of the codebook, to choose."""

    id: str
    """The name that marks use."""
    name: str
    """The name in plain words."""
    is_: str
    """Its definition; `is` in the file."""
    test: str
    """The question that decides it."""
    example: str
    """A sentence in which it occurs."""
    alike: tuple[Alike, ...]
    """What it is mistaken for."""
    group: str
    """The group that it belongs to."""
    seen: tuple[str, ...]
    """What somebody might type who sees it and does not know its name."""
    href: str
    """Its page, from the workbench."""


@dataclass(frozen=True, slots=True)
class StandardKnown:
    """A standard that a question can serve."""

    id: str
    """Its code."""
    says: str
    """What it asks of pupils, as a lesson has it, or empty."""


@dataclass(frozen=True, slots=True)
class Improvable:
    """An article that can be opened in the workbench."""

    slug: str
    """Its address."""
    title: str
    """Its title."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the page knows: `codebook.json` (docs/assets/workbench/types.js has its shape)."""

    version: str
    """The codebook's version."""
    repository: str
    """Where the content is kept, or empty."""
    branch: str
    """The branch that a change is suggested to."""
    year: str
    """A year for the look of example dates: that of the newest marks."""
    bases: tuple[Named, ...]
    """The bases."""
    kinds: tuple[Named, ...]
    """The kinds of inference."""
    techniques: tuple[Named, ...]
    """The techniques, in the order of their groups."""
    groups: tuple[Named, ...]
    """The groups of techniques."""
    frames: tuple[Named, ...]
    """The frames."""
    stakes: tuple[Named, ...]
    """The stakes."""
    steps: tuple[Stage, ...]
    """The steps of the decision order."""
    rules: tuple[Rule, ...]
    """Its rules, in order."""
    levels: tuple[str, ...]
    """The ages that the library has articles for."""
    topics: tuple[str, ...]
    """The topics that the library has."""
    genres: tuple[str, ...]
    """The genres that it has."""
    standards: tuple[StandardKnown, ...]
    """The standards that the project uses."""
    articles: tuple[Improvable, ...]
    """Articles that can be improved, by title."""
    languages: tuple[str, ...] = LANGUAGES
    """The languages that a draft can be made in."""


@dataclass(frozen=True, slots=True)
class KnownView:
    """What the file's template needs."""

    data: object
    """All of it as plain values."""


def workbench_pages(library: Library) -> tuple[Page, ...]:
    """Give the page and its file; nothing where the site does without."""
    if not library.around.workbench:
        return ()
    view = WorkbenchView(
        title="Workbench",
        description="Mark an article in your browser, sentence by sentence, and send it as a suggestion.",
    )
    data = KnownView(asdict(known(library), dict_factory=_as_json))
    return (
        Page(f"{FOLDER}/index.md", "pages/workbench.md.j2", view),
        Page(f"{FOLDER}/codebook.json", "pages/data.json.j2", data),
    )


def _as_json(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The fields of a value by their names in the file: `is` cannot be a name in Python."""
    return {name.removesuffix("_"): value for name, value in pairs}


def improving(slug: str, root: str) -> str:
    """Give the way to the workbench with an article in it; `root` is the way to the top of the site."""
    return f"{root}{FOLDER}/#improve={slug}"


def known(library: Library) -> Known:
    """Gather what the page knows."""
    book, articles = library.codebook, library.articles
    return Known(
        version=book.version,
        repository=library.around.repository,
        branch=BRANCH,
        year=str(_newest(book, articles).year),
        bases=_named(book.bases),
        kinds=_named(book.kinds),
        techniques=_named(book.techniques),
        groups=_named(book.groups),
        frames=_named(book.frames),
        stakes=_named(book.stakes),
        steps=book.steps,
        rules=book.rules,
        levels=_sorted(article.level for article in articles),
        topics=_sorted(topic for article in articles for topic in article.topics),
        genres=_sorted(article.genre for article in articles),
        standards=_standards(library.around.lessons),
        articles=_improvable(articles),
    )


def _named(entries: Iterable[Entry]) -> tuple[Named, ...]:
    return tuple(
        Named(
            id=entry.id,
            name=entry.name,
            is_=entry.definition,
            test=entry.test,
            example=entry.examples[0].text if entry.examples else "",
            alike=entry.alike,
            group=entry.group,
            seen=entry.seen,
            href=f"{_ROOT}techniques/#{entry.id}"
            if entry.section == "groups"
            else _ROOT + address(entry),
        )
        for entry in entries
    )


def _newest(book: Codebook, articles: Iterable[Listed]) -> date:
    days = (article.marked for article in articles)
    return max([*(day for day in days if day), *(version.date for version in book.changes)])


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}, key=lambda word: (word.casefold(), word)))


def _standards(lessons: Iterable[Lesson]) -> tuple[StandardKnown, ...]:
    says = {standard.code: standard.says for lesson in lessons for standard in lesson.standards}
    return tuple(StandardKnown(code, says.get(code, "")) for code in STANDARDS)


def _improvable(articles: Iterable[Listed]) -> tuple[Improvable, ...]:
    listed = sorted(articles, key=lambda article: (article.title.casefold(), article.slug))
    return tuple(Improvable(article.slug, article.title) for article in listed[:IMPROVABLE])
