"""A small library and an engine of a few lines, so that a site is built in a blink."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.publish.engine import SPECIMENS
from generator.publish.options import Options, SiteOutcome
from generator.publish.site import build_site
from generator.write import read_manifest
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)

ARTICLE = """---
title: The {name}
original: {{publisher: The Harbour Post, published: 2025-03-04}}
rights: own
language: en
voices:
  mayor: {{name: Ada Renn, role: mayor of Harbour, kind: person, stake: party}}
annotators: [{{name: harbour-school, date: 2026-11-22}}]
---

[The {name} is dry, the mayor said.]{{.sourced by=mayor how=paraphrase}}[^s1]
[It [sadly]{{.framing technique=loaded-language plain="now"}}[^f1] needs rain.]{{.unsourced}}[^s2]

[^s1]: One voice, and it is enough here.
[^s2]: Nobody says how much.
[^f1]: A word that weeps.
"""

PAIR = """two-wells:
  title: Two wells
  event: The mayor of Harbour looks into two wells.
  articles: [deep-well, well]
  facts:
    - what: A well is dry.
      in: {deep-well: s1, well: s1}
"""

ENGINE = f"""
import html, json, os, pathlib, re, sys
site = pathlib.Path(sys.argv[1])
SHELL = '''<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>%(title)s</title>
<link rel="stylesheet" href="%(up)sassets/style.css">
</head><body>
<a href="#content">To the page</a> <a href="%(up)sabout/">About</a>
%(toc)s<main id="content" tabindex="-1"><article class="sheet">%(content)s</article></main>
</body></html>
'''
def write(path, front, content):
    name = path.removesuffix('.md')
    page = site / (name + '.html' if name.endswith('index') else name + '/index.html')
    page.parent.mkdir(parents=True, exist_ok=True)
    toc = '<ul>\\n<li><a href="#zz-toc-id">zz-toc-title</a></li>\\n</ul>\\n'
    page.write_text(SHELL % dict(
        title=html.escape(front.get('title', 'A page')), content=content,
        toc=toc if 'zz-toc' in content else '',
        up='../' * len(page.parent.relative_to(site).parts),
    ), encoding='utf-8')
for path, text in json.loads(pathlib.Path(os.environ['{SPECIMENS}']).read_text()).items():
    _, front, body = text.split('---\\n', 2) if text else ('', '', '')
    signs = dict((n, json.loads(v)) for n, v in (line.split(': ') for line in front.splitlines()))
    heading = '<h2 id="zz-toc-id">zz-toc-title</h2>\\n' if 'zz-toc' in body else ''
    write(path, signs, heading + '<p>zz-content</p>')
for page in pathlib.Path('docs').rglob('*.md'):
    if '/articles/' not in page.as_posix():
        text = page.read_text(encoding='utf-8')
        ids = ''.join(f'<p id="{{i}}"></p>' for i in re.findall(r'#([-\\w]+)', text))
        write(page.relative_to('docs').as_posix(), {{}}, f'<p>{{html.escape(text)}}</p>' + ids)
for file in pathlib.Path('docs').rglob('*'):
    if file.is_file() and file.suffix != '.md':
        copy = site / file.relative_to('docs')
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
print('all good')
"""
"""Gives each specimen a shell, and each page written by hand a page with the ids that it names."""

FAKE = (sys.executable, "-S", "-c", ENGINE)


def options(**others: Any) -> Options:  # noqa: ANN401
    """How a small site is built, and so quickly."""
    quick = Options(TODAY, engine=FAKE, packs=False, index=False, jobs=1)
    return replace(quick, **others)


def built(root: Path, site: str | Path = "site", **others: Any) -> SiteOutcome:  # noqa: ANN401
    """Build the site of a small project."""
    return build_site(root, root / site, options(**others))


def small_project(root: Path, *names: str, workbench: bool = False) -> Path:
    """Put a project with an article of each name into a folder, with templates of its own."""
    (root / "content" / "articles").mkdir(parents=True)
    shutil.copy(ROOT / "content" / "codebook.yml", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "docs" / "assets").mkdir(parents=True)
    (root / "docs" / "assets" / "style.css").write_text("main { color: black }\n")
    generated = read_manifest(ROOT / "docs")
    for page in (ROOT / "docs").glob("*.md"):
        if page.name not in generated:
            shutil.copy(page, root / "docs")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    switched = settings if workbench else settings.replace("workbench: true", "workbench: false")
    (root / "mkdocs.yml").write_text(switched, encoding="utf-8")
    for name in names:
        write_article(root, name)
    return root


def write_article(root: Path, name: str, text: str = "") -> Path:
    """Put an article into the project."""
    file = root / "content" / "articles" / f"{name}.md"
    made = text or ARTICLE.format(name=name.replace("-", " "))
    file.write_text(made, encoding="utf-8")
    return file


def files(site: Path) -> dict[str, str]:
    """Every file of a folder with what is in it, in short."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def assert_same(one: Path, other: Path) -> None:
    """Two folders hold the same files, byte for byte."""
    first, second = files(one), files(other)
    assert len(first) > 3
    assert sorted(first.keys() ^ second.keys()) == []
    assert [path for path in first if first[path] != second[path]] == []


def left_over(root: Path) -> list[str]:
    """What a build has left behind beside its site."""
    return sorted(path.name for path in root.iterdir() if path.name.startswith(".site-"))
