"""A site of one's own: the page's own commands, done in a copy, and what comes out of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.emptying import OWN, lacking
from generator.publish.options import Options
from generator.publish.site import build_site
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "your-own-site.md").read_text(encoding="utf-8")
SITE = "https://harbour-school.github.io/school-site/"
REPOSITORY = "https://github.com/harbour-school/school-site"
NAME = "Harbour School reads the news"

ELSEWHERE = ("mailto:", REPOSITORY, "https://creativecommons.org/licenses/")
"""Where a site without articles leads out to: its repository, and the licence of its marks."""


def commands(after: str, before: str) -> Iterator[list[str]]:
    """The blocks of commands in a part of the page, line by line."""
    part = PAGE[PAGE.index(after) : PAGE.index(before)]
    for block in re.findall(r"```sh\n(.*?)```", part, re.DOTALL):
        yield [line.strip() for line in block.replace("\\\n", " ").strip().split("\n")]


def shell(line: str, folder: Path, answer: str = "") -> str:
    """Run one of them as a contributor would; `whosays` is the one that is tested."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = {
        f"GIT_{role}_{key}": "a" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    line = line.replace(".venv/bin/whosays", f"{sys.executable} -m generator")
    done = subprocess.run(
        ["bash", "-ec", line],
        cwd=folder,
        env={**os.environ, **quiet, **who, "PYTHONPATH": str(folder)},
        input=answer,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


def change(path: Path, old: str, new: str) -> None:
    """Edit a file as the page says."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rename(folder: Path) -> None:
    """The two lines of mkdocs.yml, in place of those that are there."""
    (lines,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    for line in lines.strip().split("\n"):
        key, _, value = line.strip().partition(": ")
        path = folder / "mkdocs.yml"
        text, count = re.subn(
            rf"^{key}: .*$", f"{key}: {value}", path.read_text(encoding="utf-8"), flags=re.M
        )
        assert count == 1
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our repository, as GitHub has it: all that is not ignored."""
    folder = tmp_path_factory.mktemp("original")
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("bench/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    shell("git init --quiet --initial-branch main", folder)
    shell("git add --all && git commit --quiet --message ours", folder)
    return folder


@pytest.fixture(scope="module")
def school(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school's copy after the ten minutes, published."""
    place = tmp_path_factory.mktemp("school")
    published, folder = place / "published.git", place / "school-site"
    shell(f"git init --quiet --bare --initial-branch main {published}", place)
    # As “Use this template” does: the files, and nothing of their history.
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns(".git"))
    shell("git init --quiet --initial-branch main", folder)
    shell("git add --all && git commit --quiet --message copied", folder)
    shell(f"git remote add origin {published}", folder)
    shell("git push --quiet --set-upstream origin main", folder)

    empty, publish = commands("## Ten minutes", "## What else")
    assert empty == [".venv/bin/whosays init --empty"]
    asked = shell(empty[0], folder, answer="y\n")
    assert "content/articles/the-pink-pond.md" in asked
    rename(folder)
    for line in publish:
        shell(line, folder)
    return folder


@pytest.fixture(scope="module")
def site(school: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What its workflow would publish: from a fresh checkout, with the addresses from there."""
    place = tmp_path_factory.mktemp("site")
    shell(f"git clone --quiet {school.parent / 'published.git'} {place / 'checkout'}", place)
    return built(place / "checkout", place / "site")


def built(project: Path, site: Path) -> Path:
    """The finished site, with the addresses that the workflow knows; each link of it is checked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE)
        patch.setenv("REPO_URL", REPOSITORY)
        outcome = build_site(project, site, Options(date.today()))
    assert outcome.ok, f"{outcome.content}\n{outcome.problems}\n{outcome.engine}"
    assert outcome.content == ()
    return site


def test_only_the_codebook_is_left_of_our_content(school: Path) -> None:
    """Nothing of ours is published under the school's name."""
    left = shell("git ls-files content", school).split()
    assert left == [OWN, "content/codebook.yml"]
    assert shell("git status --porcelain", school) == ""


def test_every_link_of_the_built_site_stays_below_its_folder(site: Path) -> None:
    """Under /school-site/ each address leads to a file of the site, or out of it on purpose."""
    top = urlsplit(SITE)
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    inside = 0
    for page in pages:
        where = urljoin(SITE, page.relative_to(site).as_posix())
        for found in re.findall(r'\s(?:href|src|action)="([^"]*)"', page.read_text("utf-8")):
            target = urlsplit(urljoin(where, unescape(found)))
            if (target.scheme, target.netloc) != (top.scheme, top.netloc):
                assert target.geturl().startswith(ELSEWHERE), f"{page}: {found}"
                continue
            assert target.path.startswith(top.path), f"{page}: {found}"
            file = site / target.path.removeprefix(top.path)
            assert (file / "index.html" if file.is_dir() else file).is_file(), f"{page}: {found}"
            inside += 1
    assert inside > 1000


def test_no_page_names_an_article_of_ours(site: Path) -> None:
    """Neither a link nor a card is left over."""
    for article in (ROOT / "content" / "articles").glob("*.md"):
        assert not (site / "articles" / article.stem).exists()
        for page in ("index.html", "articles/index.html", "search/index.html", "teach/index.html"):
            assert article.stem not in (site / page).read_text(encoding="utf-8")


def text_of(page: Path) -> str:
    """The words of a page's own part, one space between."""
    body = re.search(r'<article class="sheet.*</article>', page.read_text("utf-8"), re.DOTALL)
    assert body
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body[0])).split())


def test_an_empty_shelf_says_so(site: Path) -> None:
    """No count of nothing, no empty table, no filter: a sentence, and what to do."""
    home = text_of(site / "index.html")
    assert home.endswith("The articles No article is published yet.")
    articles = site / "articles" / "index.html"
    assert (
        text_of(articles) == "The articles No article is published yet. Anyone may add the first."
    )
    for nothing in ("<form class=filters", 'class="filters', 'class="cards"'):
        assert nothing not in articles.read_text(encoding="utf-8")
    teach = text_of(site / "teach" / "index.html")
    assert "There is none in the library yet." in teach
    assert "There is no lesson yet." in text_of(site / "lessons" / "index.html")
    assert "There is no pair yet." in text_of(site / "pairs" / "index.html")
    for page in site.rglob("index.html"):
        assert not re.search(r"\b0 (articles|lessons|pairs|uses)\b", text_of(page)), page


def test_the_site_has_the_schools_name(site: Path) -> None:
    """In the header, in the title, in previews; and not ours."""
    home = (site / "index.html").read_text(encoding="utf-8")
    assert f"<title>{NAME}</title>" in home
    assert f'property="og:title" content="{NAME}"' in home
    header = re.search(r'<a class="wordmark[^>]*>(.*?)</a>', home)
    assert header
    assert header[1] == NAME
    assert f'<a href="{REPOSITORY}">Source</a>' in home


def test_later_it_is_brought_up_to_date_and_keeps_what_is_its_own(
    original: Path, school: Path, tmp_path: Path
) -> None:
    """Our new machinery, their article, their name; then it builds again."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    shutil.copytree(original, ours)
    change(ours / "templates/pages/home.md.j2", "That part is yours.", "That part is always yours.")
    (ours / "docs" / "new-page.md").write_text("---\ntitle: New\n---\n\n# New\n", encoding="utf-8")
    change(ours / "mkdocs.yml", "  /share-format.md\n", "  /share-format.md\n  /new-page.md\n")
    (ours / "generator" / "emptying.py").rename(ours / "generator" / "emptied.py")
    change(ours / "generator/commands/init.py", "generator.emptying", "generator.emptied")
    change(ours / "content/articles/the-pink-pond.md", "title: ", "title: Again: ")
    shell("git add --all && git commit --quiet --message later", ours)

    shutil.copytree(school, theirs)
    (example,) = re.findall(
        r"```markdown\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    (theirs / "content/articles/soup.md").write_text(example, encoding="utf-8")
    change(theirs / "docs/about.md", "# About Who Says?", "# About us")
    shell("git add --all && git commit --quiet --message soup", theirs)

    take, publish = commands("## Later", "The next time")
    for line in take:
        shell(line.replace("ORIGINAL", str(ours)), theirs)
    rename(theirs)
    for line in publish:
        shell(line, theirs)
    assert shell("git ls-files content", theirs).split() == [
        *(OWN, "content/articles/soup.md", "content/codebook.yml")
    ]
    assert not (theirs / "generator" / "emptying.py").exists()
    made = built(theirs, tmp_path / "site")
    assert "That part is always yours." in text_of(made / "index.html")
    assert "The soup that nobody left" in text_of(made / "index.html")
    assert "About us" in text_of(made / "about" / "index.html")
    assert NAME in (made / "index.html").read_text(encoding="utf-8")


def init(*words: str, answer: str = "") -> Result:
    """`whosays init` with these words."""
    return CliRunner().invoke(main, ["init", *words], input=answer, catch_exceptions=False)


@pytest.fixture
def copy(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, and the working folder in it."""
    monkeypatch.chdir(project)
    return project


def contents(folder: Path) -> set[str]:
    """Every file of the content."""
    found = (folder / "content").rglob("*")
    return {path.relative_to(folder).as_posix() for path in found if path.is_file()}


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_removed(copy: Path, answer: str) -> None:
    """No, return, and nobody there to ask."""
    before = contents(copy)
    outcome = init("--empty", answer=answer)
    assert outcome.exit_code == 1
    assert "Nothing was removed." in outcome.output
    assert contents(copy) == before


def test_all_that_is_content_goes_and_a_second_time_finds_nothing(copy: Path) -> None:
    """Articles, readings, pairs, lessons; the codebook stays as it was."""
    reading = copy / "content/readings/the-pink-pond/ada.md"
    reading.parent.mkdir(parents=True, exist_ok=True)
    reading.write_text("x", encoding="utf-8")
    codebook = (copy / "content/codebook.yml").read_bytes()
    outcome = init("--empty", "--yes")
    assert outcome.exit_code == 0
    assert contents(copy) == {OWN, "content/codebook.yml"}
    assert (copy / "content/codebook.yml").read_bytes() == codebook
    assert not (copy / "content/readings").exists()
    again = init("--empty")
    assert again.exit_code == 0
    assert "removed" not in again.output
    assert contents(copy) == {OWN, "content/codebook.yml"}


def test_what_a_link_leads_to_is_left_alone(copy: Path, tmp_path: Path) -> None:
    """A link in the folder goes, and not the file or the folder behind it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.md").write_text("x", encoding="utf-8")
    (copy / "content/articles/linked.md").symlink_to(outside / "precious.md")
    (copy / "content/lessons/linked").symlink_to(outside)
    assert init("--empty", "--yes").exit_code == 0
    assert (outside / "precious.md").read_text(encoding="utf-8") == "x"
    assert not (copy / "content/articles/linked.md").is_symlink()


@pytest.mark.parametrize("part", ["mkdocs.yml", "content/codebook.yml", "generator", "templates"])
def test_outside_a_project_it_refuses(copy: Path, part: str) -> None:
    """A folder that merely looks like one keeps its files."""
    (copy / part).rename(copy / "elsewhere")
    before = contents(copy)
    assert lacking(copy) == part
    outcome = init("--empty", "--yes", "--root", str(copy))
    assert outcome.exit_code == 2
    assert f"it has no {part}" in outcome.output
    assert contents(copy) == before


def test_it_wants_to_be_told_what_to_do(copy: Path) -> None:
    """`whosays init` alone removes nothing."""
    before = contents(copy)
    assert init().exit_code == 2
    assert init("--yes").exit_code == 2
    assert contents(copy) == before
