"""Corrections: on the page of their article, and all of them on one page, the newest first."""

from __future__ import annotations

from dataclasses import replace

from generator.pages.corrections import CorrectionsView, corrections_pages, newest_corrections
from generator.pages.page import Library
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, all_pages, analysed, library
from .test_pages import Outline, converted, explainer

CHANGES = """changes:
  - {date: 2026-05-03, what: It was marked sourced; nobody is named, by: a reader in Wells., at: s5}
  - {date: 2026-07-01, what: A name was misspelt.}
  - {date: 2026-05-03, what: “Claims” hints; it does not say., at: claims}
annotators:"""
CORRECTED = BRIDGE.replace("annotators:", CHANGES)
OTHER = HOSTILE.replace(
    "annotators:",
    "changes: [{date: 2026-06-09, what: 'A <b> & {{ x }} *y*', by: '<i>Bo</i>', at: s2}]\nannotators:",
)


def shelf() -> Library:
    """Two articles with corrections."""
    return library(analysed(CORRECTED, "bridge"), analysed(OTHER, "hostile"))


def at(address: str) -> Library:
    """The same library on a site with an address."""
    return library(*shelf().whole.values(), address=address)


def view(of: Library) -> CorrectionsView:
    """What the page of corrections shows."""
    (page,) = corrections_pages(of)
    assert isinstance(page.view, CorrectionsView)
    return page.view


def markup(of: Library) -> str:
    """The page of corrections, as its file has it."""
    (page,) = corrections_pages(of)
    return render(page, environment(ROOT / "templates"))


def test_all_corrections_stand_on_one_page_newest_first() -> None:
    """Each with its article, its day, its mark, and who asked; those of a day in their order."""
    seen = [(c.day, c.slug, c.what, c.mark, c.by) for c in view(shelf()).corrections]
    assert seen == [
        ("1 July 2026", "bridge", "A name was misspelt.", "", ""),
        ("9 June 2026", "hostile", "A <b> & {{ x }} *y*.", "statement 2", "<i>Bo</i>"),
        (
            *("3 May 2026", "bridge", "It was marked sourced; nobody is named."),
            *("statement 5", "a reader in Wells"),
        ),
        ("3 May 2026", "bridge", "“Claims” hints; it does not say.", "“claims”", ""),
    ]
    assert view(shelf()).count == "4 corrections"


def test_a_correction_is_a_line_with_links_to_its_article_and_its_mark() -> None:
    """And has an anchor of its own, whatever characters an author uses."""
    html, _ = converted(markup(shelf()))
    outline = Outline(html)
    assert {c.id for c in view(shelf()).corrections} <= set(outline.ids)
    assert len(set(outline.ids)) == len(outline.ids)
    assert "../articles/bridge/#s5" in outline.links
    assert "../articles/bridge/#claims" in outline.links
    assert "3 May 2026, <a" in html
    assert "Asked for by a reader in Wells.</p>" in html
    assert "A &lt;b&gt; &amp; {{ x }} *y*." in html
    assert "Asked for by &lt;i&gt;Bo&lt;/i&gt;." in html
    assert not {"b", "i"} & outline.tags


def test_the_page_of_an_article_shows_its_corrections() -> None:
    """Under “About this annotation”: the day, the mark, what, and who asked for it."""
    page = explainer(analysed(CORRECTED, "bridge")).back.annotation
    assert [one.day for one in page.corrections] == ["1 July 2026", "3 May 2026", "3 May 2026"]
    text = next(p for p in all_pages(shelf()) if p.path == "articles/bridge/index.md")
    html = render(text, environment(ROOT / "templates"))
    assert (
        '<li>3 May 2026, <a href="#s5">statement 5</a>: It was marked sourced; nobody is named. '
        "Asked for by a reader in Wells.</li>"
    ) in html
    assert "<li>1 July 2026: A name was misspelt.</li>" in html
    assert "No corrections so far" not in html


def test_a_correction_keeps_its_anchor_when_others_come() -> None:
    """An earlier, a later and one of the same day change no anchor; other words do."""
    (one,) = [c for c in newest_corrections(shelf(), 9) if c.at == "s5"]
    more = CORRECTED.replace(
        "changes:\n", "changes:\n  - {date: 2026-05-03, what: One more., at: s5}\n"
    )
    later = newest_corrections(library(analysed(more, "bridge")), 9)
    assert one.id in {c.id for c in later}
    assert len({c.id for c in later}) == 4
    other = CORRECTED.replace("nobody is named", "no one is named")
    assert one.id not in {c.id for c in newest_corrections(library(analysed(other, "bridge")), 9)}


def test_what_stands_there_twice_is_one_correction() -> None:
    """So no two have one anchor."""
    line = "  - {date: 2026-07-01, what: A name was misspelt.}\n"
    twice = analysed(CORRECTED.replace(line, line * 2), "bridge")
    assert len(newest_corrections(library(twice), 9)) == 3


def test_without_corrections_the_page_says_how_to_ask_for_one() -> None:
    """By the form where the repository is known, and otherwise in words alone."""
    none = library(analysed(BRIDGE, "bridge"))
    text = markup(none)
    assert "None so far. This is how to ask for one." in text
    assert "whoever publishes this site" in text
    known = markup(replace(none, around=replace(none.around, repository="https://example.org/r")))
    assert "https://example.org/r/issues/new?template=mark.yml" in known
    assert (ROOT / ".github/ISSUE_TEMPLATE/mark.yml").is_file()
    assert "whoever publishes this site" not in known


def test_only_a_site_with_an_address_speaks_of_feeds() -> None:
    """Without one there are none, and no page has a word or a link about them."""
    assert "feed" not in markup(shelf())
    assert "feeds: true" in markup(at("https://example.org/"))
    assert 'href="../feed.xml"' in markup(at("https://example.org/"))
