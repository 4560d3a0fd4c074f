"""The engines: MkDocs through its hook, once and live, and ProperDocs on the same pages."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from pathspec import GitIgnoreSpec
from playwright.sync_api import Browser, expect

from generator.publish.engine import PAGES_ARE_BUILT
from generator.write import read_manifest
from tests.conftest import ROOT
from tests.sites.project import make_project

ARTICLE = """---
title: The well
original: {title: The well, publisher: The Harbour Post, published: 2025-03-04}
rights: own
language: en
voices:
  mayor: {name: Ada Renn, role: mayor of Harbour, kind: person, stake: party}
annotators: [{name: harbour-school, date: 2026-11-22}]
---

[The well is dry, the mayor said.]{.sourced by=mayor how=paraphrase}[^s1]

[^s1]: One voice, and it is enough here.
"""
UNKNOWN_VOICE = ARTICLE.replace("by=mayor", "by=clerk")

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def engine(project: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a module in the project, with its output and its errors in one text."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**QUIET, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def html(site: Path) -> dict[str, str]:
    """The pages of a site, without the line that names their builder."""
    return {
        page.relative_to(site).as_posix(): re.sub(
            r'<meta name="generator".*', "", page.read_text(encoding="utf-8")
        )
        for page in site.rglob("*.html")
    }


@pytest.fixture
def article(project: Path) -> Path:
    """An article of a copy of the project, to edit."""
    path = project / "content/articles/the-well.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The machinery of the project with no content but the codebook: it is built in half the time."""
    folder = make_project(tmp_path / "small")
    for file in (folder / "content/articles").iterdir():
        file.unlink()
    return folder


@pytest.fixture
def well(small: Path) -> Path:
    """Its one article, to edit."""
    path = small / "content/articles/the-well.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("article")
def test_both_engines_build_the_same_site(project: Path) -> None:
    """MkDocs by itself, and ProperDocs on the generator's pages, build strictly and alike."""
    mkdocs = engine(project, "mkdocs", "build", "--strict", "--site-dir", "by-mkdocs")
    assert mkdocs.returncode == 0, mkdocs.stdout

    built = engine(project, "generator", "build")
    assert built.returncode == 0, built.stdout
    only_pages = {PAGES_ARE_BUILT: "1"}
    command = ("build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "by-properdocs")
    properdocs = engine(project, "properdocs", *command, **only_pages)
    assert properdocs.returncode == 0, properdocs.stdout

    pages = html(project / "by-mkdocs")
    assert "The well is dry" in pages["articles/the-well/index.html"]
    assert pages == html(project / "by-properdocs")


def test_generated_pages_are_kept_out_of_git(project: Path) -> None:
    """Whatever the generator writes, .gitignore names, and nothing written by hand."""
    engine(project, "generator", "build")
    ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text().splitlines())
    generated = read_manifest(project / "docs")
    assert generated
    assert not [page for page in generated if not ignored.match_file(f"docs/{page}")]
    assert not ignored.match_file("docs/about.md")


def test_an_error_stops_the_build_and_says_where(project: Path, article: Path) -> None:
    """`mkdocs build` fails with the contributor's own line, and writes no page."""
    article.write_text(UNKNOWN_VOICE, encoding="utf-8")
    done = engine(project, "mkdocs", "build", "--site-dir", "built")
    assert done.returncode != 0
    assert "content/articles/the-well.md:11:" in done.stdout
    assert "clerk" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (project / "built").exists()


class Server:
    """`mkdocs serve` on a copy of the project."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, log: Path) -> None:
        self.process = process
        self.url = url
        self.log = log

    def page(self, path: str) -> str:
        """A page as it is served now, or an empty string."""
        try:
            with urlopen(self.url + path, timeout=5) as answer:
                return str(answer.read().decode())
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def said(self) -> str:
        """All that the server has said, except about requests."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return "\n".join(line for line in lines if '"GET' not in line)

    def builds(self) -> int:
        """How often the site was built since the start."""
        return self.said().count("Building documentation")

    def wait(self, what: str, holds: Callable[[], bool]) -> None:
        """Wait until something holds, for as long as a slow machine may need."""
        deadline = time.monotonic() + 180
        while not holds():
            assert self.process.poll() is None, f"the server has ended\n{self.said()}"
            assert time.monotonic() < deadline, f"{what}\n{self.said()}"
            time.sleep(0.1)


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    """Serve the project on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = project.parent / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=project,
            env=QUIET,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        server = Server(process, f"http://{address}/", log)
        server.wait("the server starts", lambda: bool(server.page("")))
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_an_edit_shows_and_rebuilds_once(small: Path, well: Path) -> None:
    """Each edit, by whatever way an editor saves, is one rebuild; scratch files are none."""
    page = "articles/the-well/"

    def replaced() -> None:
        other = well.with_suffix(".md~")
        other.write_text(ARTICLE.replace("is dry", "is full"), encoding="utf-8")
        other.replace(well)

    def new_article() -> None:
        text = ARTICLE.replace("The well is dry", "The well is deep")
        well.with_name("the-deep-well.md").write_text(text, encoding="utf-8")

    def new_template() -> None:
        template = small / "templates/pages/article.html.j2"
        path = template if template.exists() else next((small / "templates").rglob("article*"))
        path.write_text(path.read_text(encoding="utf-8") + "<!-- mended -->", encoding="utf-8")

    def hand_written() -> None:
        about = small / "docs/about.md"
        about.write_text(
            about.read_text(encoding="utf-8") + "\nWritten by hand.\n", encoding="utf-8"
        )

    edits = [
        (replaced, page, "The well is full"),
        (new_article, "articles/the-deep-well/", "The well is deep"),
        (new_template, page, "<!-- mended -->"),
        (hand_written, "about/", "Written by hand."),
    ]
    with serving(small) as server:
        for count, (edit, path, text) in enumerate(edits, start=1):
            edit()
            server.wait(text, lambda path=path, text=text: text in server.page(path))  # type: ignore[misc]
            time.sleep(2)  # four times as long as the server takes to notice a change
            assert server.builds() == 1 + count, server.said()
        well.with_name(".the-well.md.swp").write_text("scratch", encoding="utf-8")
        time.sleep(2)
        assert server.builds() == 1 + len(edits)


def test_serving_outlives_a_mistake(small: Path, well: Path) -> None:
    """A mistake is said with its place, the last good page stays, and its mending shows."""
    page = "articles/the-well/"
    with serving(small) as server:
        assert "The well is dry" in server.page(page)
        well.write_text(UNKNOWN_VOICE.replace("is dry", "is full"), encoding="utf-8")
        place = "content/articles/the-well.md:11:"
        server.wait(place, lambda: place in server.said())
        server.wait("told on the page", lambda: place in server.page(page))
        shown = server.page(page)
        assert "The well is dry" in shown
        assert shown.index('role="alert"') < shown.index("The well is dry")
        assert "Traceback" not in server.said()
        well.write_text(ARTICLE.replace("is dry", "is full"), encoding="utf-8")
        server.wait("mended", lambda: 'role="alert"' not in server.page(page))
        server.wait("is full", lambda: "The well is full" in server.page(page))


def test_an_open_page_shows_an_edit_by_itself(browser: Browser, small: Path, well: Path) -> None:
    """It reloads: its script stands inline, so the policy of the finished page is taken out."""
    with serving(small) as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{server.url}articles/{well.stem}/")
        assert "Content-Security-Policy" not in page.content()
        expect(page.locator("#s1")).to_contain_text("The well is dry")
        well.write_text(ARTICLE.replace("is dry", "is full"), encoding="utf-8")
        expect(page.locator("#s1")).to_contain_text("The well is full", timeout=60_000)
        context.close()
    built = small / ".cache/whosays/live/site/articles/the-well/index.html"
    assert "Content-Security-Policy" in built.read_text(encoding="utf-8")
