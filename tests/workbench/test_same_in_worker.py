"""The generator gives the same in the workbench's worker as it does here."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.drafting.passages import passages
from generator.drafting.sentences import by_rule, find_sentences
from generator.drafting.values import Draft
from generator.reading.article import read_article
from generator.runtime.engine import FOLDER, engine_files, prepare
from generator.runtime.packages import packed
from tests.case_files import CASES, read_cases
from tests.conftest import ROOT
from tests.served import served
from tests.workbench.all_cases import outcomes

HERE = Path(__file__).parent

PAGE = """<!doctype html><meta charset="utf-8"><title>Cases</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
"""
"""A page that may not compile WebAssembly: a worker has a policy of its own, from its server's headers."""

RUN = """async ({ folder, cases }) => {
  const engine = new URL(folder, location).href;
  const listed = await (await fetch(engine + "engine.json")).json();
  const worker = new Worker("cases.js", { type: "module" });
  const told = new Promise((resolve, reject) => {
    worker.onmessage = event => resolve(event.data);
    worker.onerror = event => reject(new Error(event.message));
  });
  const data = Uint8Array.from(atob(cases), each => each.charCodeAt(0)).buffer;
  worker.postMessage({ engine, listed, cases: data });
  return told;
}"""


def sources() -> dict[str, bytes]:
    """The generator as a whole, the tests that run in the worker, and what they read."""
    tests = [
        ROOT / "tests" / f"{name}.py" for name in ("__init__", "case_files", "case_runs", "sample")
    ]
    tests += [HERE / "__init__.py", HERE / "all_cases.py"]
    folders = (ROOT / "generator", ROOT / "content", CASES)
    data = [
        p for folder in folders for p in folder.rglob("*") if p.suffix in (".py", ".yml", ".md")
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (*tests, *data)}


@pytest.fixture(scope="module")
def in_worker(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """What the worker says of the cases."""
    site = tmp_path_factory.mktemp("worker")
    assert not prepare(ROOT, os.environ, print)
    files, why = engine_files(ROOT, os.environ)
    assert not why
    for path, data in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data if isinstance(data, bytes) else data.encode())
    shutil.copytree(ROOT / "docs/assets/workbench", site / "assets/workbench")
    shutil.copy(HERE / "cases.js", site)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    cases = base64.b64encode(packed(sources())).decode("ascii")
    context = browser.new_context()
    page = context.new_page()
    with served(site) as url:
        page.goto(url)
        yield page.evaluate(RUN, {"folder": f"{FOLDER}/", "cases": cases})
    context.close()


def test_every_case_and_every_article_gives_the_same_in_the_worker(
    in_worker: dict[str, Any],
) -> None:
    """Problems, marks, figures, mends, suggestions, the sentences made from figures, and whole pages."""
    assert "fault" not in in_worker, in_worker["fault"]
    there = json.loads(in_worker["given"])
    here = dict(outcomes())
    assert len(here) > 400
    assert there.keys() == here.keys()
    for name, given in here.items():
        assert there[name] == given, name


def test_what_has_come_is_all_that_was_to_come(in_worker: dict[str, Any]) -> None:
    """The bar of progress ends at its end: the bytes that are told of are those of the files."""
    done, total = in_worker["last"]
    assert 5_000_000 < done == total < 9_500_000


def test_no_way_leads_out_of_the_worker(in_worker: dict[str, Any]) -> None:
    """A worker has no policy of its own: so what could fetch, send or store is shut."""
    assert in_worker["out"] == "refused"
    assert in_worker["ways"] == []


def test_sentences_are_cut_alike_with_and_without_sentencex() -> None:
    """The worker has no sentencex; what it cuts by our rule is what the command line cuts."""
    texts = [case.given for case in read_cases("drafting")]
    for path in sorted((ROOT / "content" / "articles").glob("*.md")):
        article = read_article(path.name, path.read_text(encoding="utf-8")).article
        assert article
        texts.append("\n\n".join(block.text.text for block in article.blocks))
    for text in texts:
        draft = Draft("en", passages(text, marked_up=False))
        assert find_sentences(draft, by_rule).sentences == find_sentences(draft).sentences, text
