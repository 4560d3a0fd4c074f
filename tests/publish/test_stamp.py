"""A stamped page is the engine's page of the same source, byte for byte."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import build
from generator.finish import finish_site
from generator.finish.linked import link_modules
from generator.finish.packs import write_packs
from generator.pages.home import A_PAGE
from generator.publish.engine import ENGINE, PAGES_ARE_BUILT, run_engine
from generator.publish.site import build_site
from generator.render import environment, in_markdown
from generator.stamp import key_of, source_of
from tests.conftest import ROOT
from tests.publish.small import (
    PAIR,
    TODAY,
    assert_same,
    options,
    small_project,
    write_article,
)
from tests.sites.project import make_project

TITLE = "<b>Tea & “toast”</b> {{ page }} {% x %} \\1 \\g<0> zz-content 'q' \"q\""
DESCRIPTION = 'He said "no" <i>&amp;</i> zz-<title-zz zz-toc-id zz-step-1-zz'
HEADING = "A *b* _c_ `d` #1. [e](f) {g} <h> & +- ! zz-toc-title"

SOURCES = {
    "articles/deep/er/and-deeper/index.md": ("article", True),
    "articles/flat/index.md": ("article", True),
    "articles/flat/read/index.md": ("read", False),
    "techniques/one/index.md": ("technique", True),
    "teach/index.md": ("teach", False),
}
"""Pages of several depths and kinds, and whether they have headings."""


def source(kind: str, listed: bool) -> str:
    """The text of a page whose author knows our signs."""
    front = {"title": TITLE, "description": DESCRIPTION, "kind": kind, "generated": True}
    lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
    headings = (
        f"## {in_markdown(HEADING)} {{ #one }}\n\n<p>x</p>\n\n## Two {{ #two .vh }}\n\n"
        if listed
        else ""
    )
    body = "<p>zz-content {{ x }} zz-&lt;title-zz zz-toc-id zz-toc-title zz-&lt;content-zz</p>\n"
    return f"---\n{lines}---\n\n{body}\n{headings}<div>\n<p>end</p>\n</div>\n"


def test_signs_of_ours_in_an_authors_words_stay_words(tmp_path: Path) -> None:
    """As do angle brackets, quotation marks, template code and punctuation in headings."""
    root = small_project(tmp_path / "project")
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (root / "generator").symlink_to(ROOT / "generator")
    texts = {path: source(kind, listed) for path, (kind, listed) in SOURCES.items()}
    sources = {path: source_of(text) for path, text in texts.items()}
    keys = {path: key_of(path, s.front, bool(s.headings)) for path, s in sources.items()}
    engine = (sys.executable, "-m", "mkdocs", "build", "--site-dir")
    run = run_engine(root, tmp_path / "shells", set(keys.values()), engine)
    assert not run.fault, run.output
    for path, text in texts.items():
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [*engine, str(tmp_path / "plain")],
        cwd=root,
        env={**os.environ, PAGES_ARE_BUILT: "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for path in texts:
        plain = (tmp_path / "plain" / path).with_suffix(".html").read_text(encoding="utf-8")
        assert run.shells[keys[path]].fill(path, sources[path]) == plain


@pytest.mark.parametrize(
    "address", [pytest.param("", marks=pytest.mark.long), "https://example.org/who-says/"]
)
def test_the_finished_site_is_what_the_engine_makes_of_all_pages(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Every generated page of our own content, built by the engine alone and then finished.

    With an address, as published sites have one; without, in the long set.
    """
    monkeypatch.setenv("SITE_URL", address)
    plain = tmp_path / "plain"
    assert build(project, today=TODAY, packs=True).ok
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(plain)],
        cwd=project,
        env={**os.environ, PAGES_ARE_BUILT: "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    link_modules(plain)
    finish_site(plain)
    assert not write_packs(plain, environment(project / "templates"))
    assert not finish_site(plain).problems
    outcome = build_site(
        project, tmp_path / "stamped", options(engine=ENGINE, packs=True, cached=False)
    )
    assert outcome.ok, outcome
    for theirs in plain.glob("sitemap.xml*"):
        theirs.unlink()
    listed = tmp_path / "stamped/sitemap.xml"
    assert listed.exists() is bool(address)
    if address:
        places = re.findall(f"<loc>{address}(.*)</loc>", listed.read_text(encoding="utf-8"))
        assert places == sorted(places)
        pages = {page.relative_to(plain).as_posix() for page in plain.rglob("index.html")}
        shown = {page for page in pages if not page.endswith("/embed/index.html")}
        assert {f"{place}index.html" for place in places} == shown
        listed.unlink()
    assert_same(plain, tmp_path / "stamped")


def test_a_library_of_several_pages_is_built(tmp_path: Path) -> None:
    """By the real engine, which is asked for shells of pages that a small library does not have."""
    project = make_project(tmp_path / "project")
    for number in range(A_PAGE):
        write_article(project, f"well-{number}")
    outcome = build_site(project, tmp_path / "site", options(engine=ENGINE, jobs=2))
    assert outcome.ok, outcome
    assert (tmp_path / "site" / "articles" / "2" / "index.html").is_file()


def test_a_shell_that_nobody_foresaw_is_asked_for(tmp_path: Path) -> None:
    """A pair needs a page of a kind that the kept shells lack."""
    project = make_project(tmp_path / "project")
    files = [write_article(project, name) for name in ("deep-well", "well")]
    kept = options(engine=ENGINE, cached=True)
    assert build_site(project, tmp_path / "site", kept).ok
    (project / "content" / "pairs.yml").write_text(PAIR, encoding="utf-8")
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("rights:", "event: two-wells\nrights:"), encoding="utf-8")
    outcome = build_site(project, tmp_path / "site", kept)
    assert outcome.ok, outcome
    assert (tmp_path / "site" / "pairs" / "two-wells" / "index.html").is_file()
