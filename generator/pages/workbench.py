"""The workbench's page, and beside it in one file what it knows before the generator has arrived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from generator.checks.standards import STANDARDS
from generator.model import Alike, Entry, Lesson, Rule, Stage, VoiceKind
from generator.pages.definition import address
from generator.pages.listed import Listed
from generator.pages.mend import BRANCH
from generator.pages.page import Library, Page
from generator.reading.characters import UNSEEN

FOLDER = "contribute/workbench"
"""Where the page stands on the site."""

IMPROVABLE = 500
"""So many articles are listed to be improved; each has a link on its own page as well."""

LANGUAGES = ("en",)
"""The languages that a first draft can be made in: those that drafting has words for."""

VOICES: tuple[tuple[VoiceKind, str], ...] = (
    ("person", "a person"),
    ("organisation", "an organisation"),
    ("document", "a document"),
    ("unnamed", "somebody without a name"),
)
"""What a voice can be, in words."""

UNSEEN_SIGNS = re.sub("[^ -~]", lambda sign: f"\\u{{{ord(sign[0]):x}}}", UNSEEN)
"""What nobody can see, as a class of a regular expression of JavaScript."""

_ROOT = "../../"


@dataclass(frozen=True, slots=True)
class StakeAsked:
    """A stake that a new voice can have."""

    id: str
    """The name that voices use."""
    name: str
    """Its name in plain words."""
    asks: str
    """The question that decides it, or its definition."""


@dataclass(frozen=True, slots=True)
class WorkbenchView:
    """All that the page holds before its script runs."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    genres: tuple[str, ...]
    """The genres that the library has."""
    levels: tuple[str, ...]
    """The ages that it has articles for."""
    topics: tuple[str, ...]
    """The topics that it has."""
    stakes: tuple[tuple[str, str], ...]
    """What a voice's stake can be, with its words."""
    standards: tuple[tuple[str, str], ...]
    """What a question's standard can be, with its words."""
    stakes_asked: tuple[StakeAsked, ...]
    """The stakes, as they are asked for a new voice."""
    voices: tuple[tuple[VoiceKind, str], ...] = VOICES
    """What a voice can be."""


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
    bases: tuple[Named, ...]
    """The bases."""
    kinds: tuple[Named, ...]
    """The kinds of inference."""
    techniques: tuple[Named, ...]
    """The techniques, in the order of their groups."""
    frames: tuple[Named, ...]
    """The frames."""
    stakes: tuple[Named, ...]
    """The stakes."""
    steps: tuple[Stage, ...]
    """The steps of the decision order."""
    rules: tuple[Rule, ...]
    """Its rules, in order."""
    articles: tuple[Improvable, ...]
    """Articles that can be improved, by title."""
    unseen: str = UNSEEN_SIGNS
    """What nobody can see, though some of it has a use where it stands."""
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
    data = KnownView(asdict(known(library), dict_factory=_as_json))
    return (
        Page(f"{FOLDER}/index.md", "pages/workbench.md.j2", _view(library)),
        Page(f"{FOLDER}/codebook.json", "pages/data.json.j2", data),
    )


def _view(library: Library) -> WorkbenchView:
    stakes, articles = library.codebook.stakes, library.articles
    says = ((each.id, f"{each.name.lower()}: {each.definition}") for each in stakes)
    return WorkbenchView(
        title="Workbench",
        description="Mark an article in your browser, sentence by sentence, and send it as a suggestion.",
        genres=_sorted(article.genre for article in articles),
        levels=_sorted(article.level for article in articles),
        topics=_sorted(topic for article in articles for topic in article.topics),
        stakes=(("", "not decided yet"), *says),
        standards=(("", "none"), *_standards(library.around.lessons)),
        stakes_asked=tuple(StakeAsked(e.id, e.name, e.test or e.definition) for e in stakes),
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
        bases=_named(book.bases),
        kinds=_named(book.kinds),
        techniques=_named(book.techniques),
        frames=_named(book.frames),
        stakes=_named(book.stakes),
        steps=book.steps,
        rules=book.rules,
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
            href=_ROOT + address(entry),
        )
        for entry in entries
    )


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}, key=lambda word: (word.casefold(), word)))


def _standards(lessons: Iterable[Lesson]) -> Iterator[tuple[str, str]]:
    says = {standard.code: standard.says for lesson in lessons for standard in lesson.standards}
    yield from ((code, f"{code}: {says.get(code, '')}") for code in STANDARDS)


def _improvable(articles: Iterable[Listed]) -> tuple[Improvable, ...]:
    listed = sorted(articles, key=lambda article: (article.title.casefold(), article.slug))
    return tuple(Improvable(article.slug, article.title) for article in listed[:IMPROVABLE])
