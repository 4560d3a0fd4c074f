"""Ids that are names of properties do no harm: every part of the page still works."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from generator.publish.options import Options
from generator.publish.site import build_site
from tests.hostile.articles import Draft
from tests.hostile.conftest import served
from tests.hostile.sites import TODAY, project_of
from tests.hostile.watch import watching
from tests.test_ids import CLOBBERING

FRONT = """\
---
title: Names
original: {publisher: The Harbour Post}
rights: own
voices:
"""


def named() -> Draft:
    """An article whose marks, voices and records all have such ids."""
    draft = Draft()
    draft.put(FRONT.rstrip("\n"))
    for name in CLOBBERING:
        draft.put(f"  {name}: {{name: The {name}, kind: person, stake: party}}")
    draft.put("annotators: [{name: harbour-school}]")
    draft.put("---")
    for name in CLOBBERING:
        draft.put(f"[The {name} says so.]{{.sourced by={name}}}[^{name}]")
        draft.put(f"[So it is, with {name}.]{{.inferred kind=evaluation from={name}}}[^{name}-2]")
        draft.put("")
        draft.put(f"[^{name}]: One voice.")
        draft.put("")
        draft.put(f"[^{name}-2]: Nobody says so.")
        draft.put("")
    return draft


def test_ids_that_are_names_of_properties_do_no_harm(browser: Browser, tmp_path: Path) -> None:
    """Each voice can be taken away, and each number leads to its note, without an error."""
    project = project_of(tmp_path, {"constructor": named()})
    outcome = build_site(project, tmp_path / "site", Options(TODAY, jobs=1))
    assert outcome.ok, (outcome.content[:3], outcome.problems[:3], outcome.fault)
    with served(tmp_path / "site") as home, watching(browser, home) as watched:
        watched.open("articles/constructor/", provoke=False)
        page = watched.page
        for name in CLOBBERING:
            page.locator(f"[name=without][value={name}]").check(force=True)
            assert page.locator(f".panel[data-without={name}]").is_visible()
            page.locator(f"[id='{name}'] a.n").first.click()
            assert page.url.rpartition("#")[2] in (name, f"note-{name}")
        for path in (
            "articles/constructor/read/",
            "articles/constructor/?compare=1",
            "teach/class/",
        ):
            watched.open(path)
        watched.nothing_happened()
        assert watched.stopped == []
