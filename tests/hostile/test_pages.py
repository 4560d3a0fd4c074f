"""In Chromium no payload runs, fetches or leads away, wherever in the content it stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.conftest import SIZE, served
from tests.hostile.payloads import every
from tests.hostile.sites import (
    TWINS,
    Built,
    build_checked,
    build_past_check,
    drafts_of,
)
from tests.hostile.watch import Watched, watching

LISTS = (
    "",
    "articles/",
    "search/",
    "corrections/",
    "lessons/",
    "pairs/",
    "teach/",
    "method/",
    "techniques/",
)
"""The pages that show something of every article, lesson, pair and entry."""

STATIC = (
    "odd-address",
    "no-file",
    "no-place",
    "empty-id",
    "duplicate-id",
    "root-address",
    "leaves-site",
)
"""What the finishing room may say of content that went past check: addresses and ids, and no markup."""

OURS = frozenset({"bdi", "p[hidden]"})
"""What our templates write for some articles and not for others, without anything of an author's in
the tag: a script's place, and the isolation of words that may run the other way."""


KINDS = ("", "read/", "embed/")
"""The pages of an article, below its own address."""

ALIKE = (
    "h1",
    "h2",
    "h3",
    "script",
    "link",
    "meta",
    "form",
    "input",
    "button",
    "section",
    "table",
    "p",
)
"""Elements of which a hostile page has as many as its twin."""


def open_all(
    browser: Browser, built: Built, *, policy: bool, besides: str = "", step: int = 1
) -> Watched:
    """Open every page that shows hostile content, and compare each article's with its twin's.

    Articles whose slug begins with `besides` are left out; and of each kind of entry only each `step`-th is opened.
    """
    with served(built.folder) as home, watching(browser, home, policy=policy) as watched:
        usual = _twins(watched, "", provoke=policy)
        for slug in built.slugs:
            for kind in () if besides and slug.startswith(besides) else KINDS:
                census = watched.open(f"articles/{slug}/{kind}", provoke=policy)
                known = usual[slug.partition("-")[0], kind]
                assert set(census) <= set(known) | OURS, (slug, set(census) - set(known))
                other = {n: census[n] for n in ALIKE if census.get(n) != known.get(n)}
                assert not other, (slug, kind, other)
        for path in (*LISTS, *_entries(built.folder, step)):
            census = watched.open(path, provoke=policy)
            assert not _foreign(census), (path, _foreign(census))
        return watched


def _twins(watched: Watched, file: str, *, provoke: bool) -> dict[tuple[str, str], dict[str, int]]:
    """The census of the harmless pages, by what they are the twins of."""
    found = {
        (of, kind): watched.open(f"articles/{slug}/{kind}{file}", provoke=provoke)
        for of, slug in TWINS.items()
        for kind in KINDS
    }
    assert all(found.values()), watched.unobserved
    return found


def _entries(folder: Path, step: int) -> list[str]:
    """The pages of entries of the codebook, of lessons and of pairs: of each kind every `step`-th."""
    kinds = ("techniques", "kinds", "frames", "lessons", "pairs")
    found = [
        page for kind in kinds for page in sorted((folder / kind).glob("*/index.html"))[::step]
    ]
    return [f"{page.parent.relative_to(folder).as_posix()}/" for page in found]


def _foreign(census: dict[str, int]) -> set[str]:
    """Elements and attributes that no template of ours has."""
    elements = {
        "iframe",
        "object",
        "embed",
        "base",
        "img",
        "video",
        "audio",
        "math",
        "marquee",
        "style",
    }
    return {
        name
        for name in census
        if name in elements or name.partition("[")[2].startswith(("on", "srcdoc", "formaction"))
    }


def test_what_check_lets_through_does_nothing(browser: Browser, checked: Built) -> None:
    """As `whosays site` builds it: nothing runs, and the policy has nothing to stop."""
    assert checked.held > 500
    watched = open_all(browser, checked, policy=True, step=4)
    watched.nothing_happened()
    assert watched.stopped == []


def test_with_check_switched_off_nothing_runs_either(browser: Browser, past_check: Built) -> None:
    """Payloads in every place, addresses and ids among them: the policy stops what is set off.

    Articles that have payloads in their text alone are opened without a policy, in the next test, and
    so are all pages of entries.
    """
    assert past_check.held > 1000
    watched = open_all(browser, past_check, policy=True, besides="texts-", step=4)
    watched.nothing_happened()
    assert watched.stopped  # the addresses that no page may have were tried, and stopped


def test_escaping_holds_without_check_and_without_a_policy(
    browser: Browser, past_check: Built
) -> None:
    """The same pages with the policy switched off, and no reader to follow a bad address."""
    watched = open_all(browser, past_check, policy=False)
    watched.nothing_happened()


def test_a_site_with_such_content_is_never_finished(past_check: Built) -> None:
    """The finishing room names the bad addresses, and finds no markup that is not ours."""
    found = Counter(problem.code for problem in past_check.problems)
    assert found["odd-address"]
    assert set(found) <= set(STATIC), found


@pytest.mark.long
def test_all_payloads_in_all_places_with_check(browser: Browser, tmp_path: Path) -> None:
    """Every payload among others, and in an article of its own: what check lets through does nothing."""
    built = build_checked(tmp_path, drafts_of(every(), SIZE, every()))
    watched = open_all(browser, built, policy=True)
    watched.nothing_happened()
    assert watched.stopped == []


@pytest.mark.long
def test_all_payloads_in_all_places_past_check(browser: Browser, tmp_path: Path) -> None:
    """The same with check switched off, with the policy and without."""
    built = build_past_check(tmp_path, drafts_of(every(), SIZE, every()), every())
    open_all(browser, built, policy=True).nothing_happened()
    open_all(browser, built, policy=False).nothing_happened()
