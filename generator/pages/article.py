"""The explainer page of an article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed, Counts
from generator.model import Entry
from generator.pages.agreement.differing import Differing, differing
from generator.pages.back import Back, back
from generator.pages.embed import embed_line
from generator.pages.facts import Fact, facts
from generator.pages.marks import (
    FramingView,
    StatementView,
    framing_views,
    references,
    statement_views,
)
from generator.pages.mend import Mending, mending
from generator.pages.metadata import head
from generator.pages.opening import about, direction, rights, runs_both_ways
from generator.pages.page import Around, Page
from generator.pages.rows import Row, rows
from generator.pages.setting import Setting, Target, setting, twins
from generator.pages.strip import Strip, strip
from generator.pages.summary import Headline, Sentence, contested_figures, headline, paragraph
from generator.pages.support import Support, support
from generator.pages.version import text_version
from generator.pages.voices import Voices, voices
from generator.pages.wording import Wording, wording
from generator.pages.workbench import improving


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the explainer page shows."""

    title: str
    """The page's title."""
    description: str
    """For search engines and previews."""
    data: str
    """What the page says of itself to machines."""
    source: str
    """The article's file."""
    slug: str
    """Its address."""
    text: str
    """The version of its text, that readers' own marks name."""
    tests: tuple[Entry, ...]
    """The bases with their test questions, for whoever compares."""
    language: str
    """The language of the article's text."""
    direction: str
    """`ltr` or `rtl`."""
    facts: tuple[Fact, ...]
    """Publisher, date, link, author."""
    about: tuple[str, ...]
    """Reading time, ages, genre, topics."""
    label: str
    """By what right the text is here, in a sentence."""
    twins: tuple[Target, ...]
    """Who else tells of the same event, with the page that lays both side by side."""
    headline: Headline
    """The one thing to see."""
    statements: Counts
    """Statements by basis."""
    marks: int
    """Framing marks."""
    contested: str
    """How many of both have a second fair reading, in a sentence; empty where none has."""
    strip: Strip
    """At a glance."""
    paragraph: tuple[Sentence, ...]
    """The figures in words."""
    rows: tuple[Row, ...]
    """The text."""
    statements_by_id: dict[str, StatementView]
    """Statements by id."""
    marks_by_id: dict[str, FramingView]
    """Framing marks by id."""
    mending: Mending | None
    """Where to go if a mark is wrong; None where the repository is not known."""
    apart: bool
    """Whether a note may run the other way than the page, and is kept apart from what is around it."""
    swappable: bool
    """Whether any framing mark has a plain wording."""
    hands: tuple[tuple[str, str], ...]
    """Whose words framing marks stand in, as far as they occur: the key to their signs."""
    voices: Voices
    """Who speaks."""
    support: Support
    """What rests on what."""
    wording: Wording
    """The framing marks by technique."""
    embed: str
    """The line of HTML that shows the marked text elsewhere; empty where the address is not known."""
    differing: Differing | None
    """Where other readers differ; None where nobody else has read it."""
    back: Back
    """What is missing, records, questions, and the annotation itself."""
    setting: Setting
    """How to set it as reading."""
    improve: str
    """The way to the workbench with this article in it, or empty."""


_HANDS: tuple[tuple[str, str], ...] = (
    ("quotation", "quoted"),
    ("paraphrase", "paraphrased"),
    ("writer", "the writer’s"),
)


def article_pages(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give the explainer page of an article."""
    path = f"articles/{analysed.article.slug}/index.md"
    return (Page(path, "pages/article.md.j2", article_view(analysed, around)),)


def article_view(analysed: Analysed, around: Around) -> ArticleView:
    """Compute all that the explainer page shows."""
    article, figures = analysed.article, analysed.figures
    codebook = around.codebook
    refer = references(analysed)
    framing = framing_views(analysed, codebook, refer)
    notes = statement_views(analysed, codebook, refer)
    top = head(analysed)
    return ArticleView(
        title=article.title,
        description=top.description,
        data=top.data,
        source=article.path,
        slug=article.slug,
        text=text_version(article),
        tests=codebook.bases,
        language=article.language,
        direction=direction(article),
        facts=facts(article),
        about=about(article, figures.minutes),
        label=rights(article),
        twins=twins(article.slug, around, "../../"),
        headline=headline(analysed),
        statements=figures.statements,
        marks=len(article.framing),
        contested=contested_figures(analysed),
        strip=strip(analysed),
        paragraph=paragraph(analysed),
        rows=rows(article, notes, framing),
        statements_by_id=notes,
        marks_by_id=framing,
        mending=mending(analysed, around),
        apart=runs_both_ways(article),
        swappable=any(mark.plain for mark in article.framing),
        hands=tuple(
            (key, words) for key, words in _HANDS if key in {f.wording for f in article.framing}
        ),
        voices=voices(analysed, codebook, refer),
        support=support(analysed, refer),
        wording=wording(analysed, framing),
        embed=embed_line(article, around.address),
        differing=differing(article, around.readings_of(article.slug), codebook),
        back=back(article, codebook, refer),
        setting=setting(analysed, around, "../../"),
        improve=improving(article.slug, "../../") if around.workbench else "",
    )
