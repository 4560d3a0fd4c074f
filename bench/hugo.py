"""Hugo on the same finished bodies: the engine’s part alone."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Failed, Run, run
from bench.ours import build
from bench.plan import RIVALS, Plan, Task, repeated
from bench.results import Measured

_TITLE = re.compile(r"<title>(.*?)(?: · Who Says\?)?</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_KIND = re.compile(r'<body class="page-([^"]*)">')
_BODY = re.compile(r'<main id="content" tabindex="-1">\n?(.*)</main>', re.DOTALL)


def tasks(plan: Plan) -> Iterator[Task]:
    """Its row."""
    yield "engine-hugo", lambda: _colds(plan)


def _colds(plan: Plan) -> Measured:
    if not shutil.which("hugo"):
        raise Failed("not installed here")
    folder = _project(plan)
    site = folder / "public"

    def once(_: int) -> Run:
        shutil.rmtree(site, ignore_errors=True)
        return run(("hugo", "--quiet"), folder)

    return repeated(plan, "engine-hugo", site, once)


def _project(plan: Plan) -> Path:
    """The bodies of our own pages, with everything else of our site as it is."""
    ours = build(plan, index=False)
    folder = plan.folder("hugo")
    shutil.copytree(RIVALS / "hugo", folder, dirs_exist_ok=True)
    for file in ours.rglob("*"):
        path = file.relative_to(ours)
        if file.is_dir() or (path.parent == Path() and file.suffix == ".html"):
            continue  # Hugo keeps a kind of page for the home page, and we measure the others
        target = folder / "static" / path
        if file.name == "index.html":
            target = (folder / "content" / path.parent).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.name == "index.html":
            target.write_text(_page(file.read_text(encoding="utf-8"), path), encoding="utf-8")
        else:
            shutil.copy(file, target)
    return folder


def _page(text: str, path: Path) -> str:
    """Front matter and body, from a finished page."""
    parts = [
        found[1] if found else "" for found in (_TITLE.search(text), _DESCRIPTION.search(text))
    ]
    kind, body = _KIND.search(text), _BODY.search(text)
    matter = {
        "title": html.unescape(parts[0]),
        "description": html.unescape(parts[1]),
        "kind": kind[1] if kind else "",
        "root": "../" * (len(path.parts) - 1),
    }
    return f"{json.dumps(matter, ensure_ascii=False)}\n{body[1] if body else ''}"
