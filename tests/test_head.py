"""The head of every page: what it says, and that no author's word can break out of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.publish.options import Options
from generator.publish.site import build_site
from generator.reading.article import Reading, read_article

from .sample import HOSTILE
from .sites.project import make_project

ADDRESS = "https://example.org/a/b"
"""A site's address with two folders, and written without the slash at its end."""
BREAKS_OUT = """'A <b> & "c" </title><script>x</script>'"""


MAKING = "generator.publish.article"
"""Where articles are read and checked while a site is built."""


def unrefused(path: str, text: str) -> Reading:
    """Read an article, and say nothing of what is wrong with it."""
    return replace(read_article(path, text), problems=())


class Head(HTMLParser):
    """Reads a page's head as a browser would."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.title = ""
        self.data = ""
        self.metas: dict[str, str] = {}
        self.canonical = ""
        self.scripts: list[str] = []
        self.addresses: list[str] = []
        self.language = ""
        self._in = ""
        self._headings = 0
        self.feed(page)
        assert self._headings == 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the head says, and what the page points at."""
        values = {name: value or "" for name, value in attrs}
        self._in = tag
        self._headings += tag == "h1"
        self.language = values.get("lang", "") if tag == "html" else self.language
        if tag == "script":
            self.scripts.append(values.get("src", values.get("type", "inline")))
            self._in = values.get("type", "")
        if tag == "meta":
            name = values.get("property") or values.get("name", "")
            assert name not in self.metas or name in ("", "theme-color"), name
            self.metas[name] = values.get("content", "")
        if values.get("rel") == "canonical":
            self.canonical = values["href"]
        else:
            self.addresses += [values[n] for n in ("href", "src", "action") if n in values]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Leave the element."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Collect the title, and the data block."""
        self.title += data if self._in == "title" and not self._headings else ""
        self.data += data if self._in == "application/ld+json" else ""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A site with a hostile article and a hostile page by hand, with and without an address."""
    project = make_project(tmp_path_factory.mktemp("head") / "project")
    (project / "docs/search").mkdir(exist_ok=True)
    hostile = re.sub("title: '.*'", f"title: {BREAKS_OUT}", HOSTILE, count=1)
    hostile = re.sub("summary: '.*'", f"summary: {BREAKS_OUT}", hostile, count=1)
    (project / "content/articles/hostile.md").write_text(hostile, encoding="utf-8")
    (project / "docs/search/by-hand.md").write_text(
        '# By hand & `</title><script>x</script>` "q"\n', encoding="utf-8"
    )
    built = {}
    for name, address in (("known", ADDRESS), ("unknown", "")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", address)
            built[name] = project.parent / name
            # Check refuses such titles: the head must hold without it.
            patch.setattr(f"{MAKING}.read_article", unrefused)
            patch.setattr(f"{MAKING}.check_article", lambda *_: ())
            outcome = build_site(project, built[name], Options(date.today(), packs=True))
        assert outcome.ok, (outcome.problems, outcome.engine)
    return built


def page(site: Path, path: str) -> Head:
    """A page of a site, read."""
    return Head((site / path).read_text(encoding="utf-8"))


OURS = {f"assets/{name}.js" for name in ("scheme", "whosays", "explain", "search", "setting")}


def test_no_title_breaks_out_of_the_head(sites: dict[str, Path]) -> None:
    """Tags in an author's title and summary, and in a heading by hand, are text everywhere."""
    text = 'A <b> & "c" </title><script>x</script>'
    for site in sites.values():
        found = page(site, "articles/hostile/index.html")
        assert found.title == f"{text} · Who Says?"
        assert found.metas["og:title"] == found.metas["description"] == text
        assert found.metas["og:description"] == text
        assert json.loads(found.data)["name"] == json.loads(found.data)["description"] == text
        by_hand = page(site, "search/by-hand/index.html")
        assert by_hand.title == 'By hand & </title><script>x</script> "q" · Who Says?'
        assert by_hand.metas["og:title"] in by_hand.title
        assert not by_hand.data
        scripts = {src.replace("../", "") for src in [*found.scripts, *by_hand.scripts]}
        assert scripts <= {*OURS, "application/ld+json"}


def test_addresses_are_there_when_the_sites_own_is_known(sites: dict[str, Path]) -> None:
    """Canonical, preview and data name one address, or none."""
    address = f"{ADDRESS}/articles/hostile/"
    found = page(sites["known"], "articles/hostile/index.html")
    assert found.canonical == found.metas["og:url"] == address
    assert json.loads(found.data)["url"] == json.loads(found.data)["@id"] == address
    found = page(sites["unknown"], "articles/hostile/index.html")
    assert not found.canonical
    assert "og:url" not in found.metas
    assert not {"url", "@id"} & json.loads(found.data).keys()


def test_every_page_has_a_head(sites: dict[str, Path]) -> None:
    """Language, title, description and preview on each; the search script on its page alone."""
    # A page that stands in a frame elsewhere has its explainer’s address, and no preview of its own.
    framed = "embed/index.html"
    every = [p for p in sites["known"].rglob("*.html") if p.name != "404.html"]
    pages = [path for path in every if not path.as_posix().endswith(framed)]
    assert len(pages) > 30
    for path in pages:
        found = Head(path.read_text(encoding="utf-8"))
        assert found.language == "en"
        assert found.title.endswith("Who Says?")
        assert found.metas["description"] == found.metas["og:description"] != ""
        assert found.metas["og:title"]
        assert found.metas["og:site_name"] == "Who Says?"
        assert found.metas["og:locale"] == "en_GB"
        assert found.metas["twitter:card"] == "summary"
        # The library is a folder of articles, not one.
        is_article = path.parent.parent.name == "articles"
        assert found.metas["og:type"] == ("article" if is_article else "website"), path
        assert bool(found.data) == is_article
        has_search = any(src.endswith("search.js") for src in found.scripts)
        assert has_search == (path.parent.name == "search")


@pytest.mark.parametrize(("name", "top"), [("known", "/a/b/"), ("unknown", "/")])
def test_the_page_for_missing_ones_works_at_any_depth(
    sites: dict[str, Path], name: str, top: str
) -> None:
    """It points at all from the site's own address, or from the server's where none is known."""
    found = page(sites[name], "404.html")
    addresses = [address for address in found.addresses if not address.startswith("#")]
    assert len(addresses) > 10
    for address in addresses:
        assert address.startswith(top), address
        target = sites[name] / address.removeprefix(top)
        assert (target / "index.html" if target.is_dir() else target).is_file(), address
    assert not found.canonical


def test_no_file_is_in_the_site_that_no_page_asks_for(sites: dict[str, Path]) -> None:
    """Material's own scripts and styles are 2.5 MB, and stay out."""
    files = {path.relative_to(sites["known"]).as_posix() for path in sites["known"].rglob("*.*")}
    assert {file for file in files if file.startswith("assets/javascripts")} == set()
    assert {file for file in files if file.startswith("assets/stylesheets")} == set()
    assert files >= OURS


def test_feeds_are_found_where_they_exist(sites: dict[str, Path]) -> None:
    """Home, the library and the corrections name both feeds; without an address nothing does."""
    named = {
        path.parent.relative_to(sites["known"]).as_posix(): re.findall(
            r'<link rel="alternate" type="application/(\S+)" title="[^"]+" href="([^"]+)">', text
        )
        for path in sites["known"].rglob("index.html")
        if '+xml" title=' in (text := path.read_text(encoding="utf-8"))
    }
    assert named.keys() == {".", "articles", "corrections"}
    for folder, feeds in named.items():
        assert [kind for kind, _ in feeds] == ["rss+xml", "feed+json"]
        assert all((sites["known"] / folder / address).is_file() for _, address in feeds)
    assert not list(sites["unknown"].glob("feed.*"))
    for path in sites["unknown"].rglob("index.html"):
        assert '+xml" title=' not in path.read_text(encoding="utf-8"), path
