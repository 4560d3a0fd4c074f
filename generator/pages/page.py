"""What the page makers take and give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.analysis.figures import Analysed
from generator.model import Codebook, Lesson, Pair, Reading
from generator.pages.card import Card
from generator.pages.listed import Details, Listed


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages of an article may know besides the article: nothing of the other articles' text."""

    codebook: Codebook
    """The definitions that marks refer to."""
    address: str = ""
    """Where the site will stand on the web, with a slash at its end, or empty where nobody said."""
    pairs: tuple[Pair, ...] = ()
    """The pairs whose articles are both published."""
    lessons: tuple[Lesson, ...] = ()
    """The lessons, in the order in which lists show them."""
    repository: str = ""
    """Where the content is kept and mended, without a slash at its end; empty where nobody said."""
    packs: bool = False
    """Whether each article and lesson will have a pack beside it: only a finished site has packs."""
    extras: bool = True
    """Whether quiz files and the whole library's data come with the site: they outweigh its pages."""
    called: Mapping[str, str] | None = None
    """What to call the articles of pairs, by slug: the publisher, or the title in quotation marks."""
    readings: tuple[Reading, ...] = ()
    """What other readers marked, of all articles, in the order of their files."""
    workbench: bool = True
    """Whether the site has the page where articles are marked in the browser."""

    def readings_of(self, slug: str) -> tuple[Reading, ...]:
        """Give the readings of one article."""
        return tuple(reading for reading in self.readings if reading.slug == slug)

    @property
    def has_feeds(self) -> bool:
        """Whether there are feeds: their items have addresses on the web, or they are of no use."""
        return bool(self.address)


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of articles, which are read only when a page is rendered."""

    slugs: tuple[str, ...]
    """The articles."""
    details: Callable[[str], Details] = field(repr=False, compare=False)
    """What lists show of one."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self.slugs)

    def __iter__(self) -> Iterator[Card]:
        """Each card, in order."""
        return (self.details(slug).card for slug in self.slugs)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is published together, as the pages that are of no single article need it."""

    around: Around
    """The codebook, the addresses, the pairs and the lessons."""
    articles: tuple[Listed, ...]
    """The articles, in the order of their files."""
    details: Callable[[str], Details]
    """What lists show of an article, by its slug; asked for only where a page shows it."""
    whole: Mapping[str, Analysed]
    """The articles that pairs, lessons and readings take apart, by slug."""

    @property
    def codebook(self) -> Codebook:
        """The definitions that marks refer to."""
        return self.around.codebook

    def cards(self, slugs: Iterable[str]) -> Cards:
        """Give the cards of articles."""
        return Cards(tuple(slugs), self.details)


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is rendered."""

    path: str
    """Its file under `docs/`, with forward slashes (`articles/changing-sides/index.md`).

    A page stands in the folder of its address: so a link in its HTML means the same to an engine
    that takes links from the file and to one that takes them from the address.
    """
    template: str
    """The template that renders it (`pages/article.md.j2`)."""
    view: object
    """A frozen value with all that the template needs, everything computed."""
