"""The workbench's modules as one file: the same names, the same order, nothing that is not understood."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.finish.linked import (
    ENTRIES,
    FOLDER,
    Unlinked,
    in_order,
    link_modules,
    linked,
    names,
)
from tests.conftest import ROOT

MOST = 40_000
"""In bytes: what all of the workbench's own code may weigh, compressed. The words are data."""

TEXTS = {
    "main.js": '/* The page. */\nimport { two } from "./b.js";\nimport * as a from "./a.js";\n'
    "const own = 5;\nglobalThis.said = [a.one, two(), a.three, own];\n",
    "a.js": 'export const one = `1 // kept\n  too`; // a comment\nexport { three } from "./b.js";\n',
    "b.js": "const three = 3, own = 4;\nexport function two() { return own; }\nexport { three };\n",
}


def texts() -> dict[str, str]:
    """Our own modules, by name."""
    ours = (ROOT / "docs" / FOLDER).glob("*.js")
    return {file.name: file.read_text(encoding="utf-8") for file in ours}


def test_a_module_stands_after_those_that_it_imports() -> None:
    """Each runs once, and nothing is used before it is there."""
    assert in_order(TEXTS, "main.js") == ("b.js", "a.js", "main.js")


def test_comments_go_and_texts_stay() -> None:
    """What looks like a comment inside a text is a text."""
    made = linked(TEXTS, "main.js")
    assert "The page" not in made
    assert "a comment" not in made
    assert "`1 // kept\n  too`" in made
    assert "import" not in made
    assert "export" not in made


def test_what_is_linked_does_what_the_modules_did(browser: Browser) -> None:
    """Names that two modules have for themselves are two; a module can be had as a whole."""
    page = browser.new_page()
    page.evaluate(f"() => {{ {linked(TEXTS, 'main.js')} }}")
    assert page.evaluate("said") == ["1 // kept\n  too", 4, 3, 5]
    page.close()


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_name_of_ours_hides_one_of_the_browser_s(browser: Browser, entry: str) -> None:
    """Side by side, modules see each other's names: a `status` of one would be that of all."""
    page = browser.new_page()
    hidden = page.evaluate(
        "names => names.filter(name => name in window)", [*names(texts(), entry)]
    )
    page.close()
    assert hidden == []


def test_our_own_code_is_light() -> None:
    """All that the page and its worker run of ours, as it is sent; without the words, which are data."""
    weights = [len(gzip.compress(linked(texts(), entry).encode(), 9)) for entry in ENTRIES]
    assert sum(weights) <= MOST


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('import one from "./b.js";\n', "no form"),
        ("export default 3;\n", "no form"),
        ('import "./b.js";\n', "no form"),
        ("const one = `a ${two ? ` b ${c}` : ``}`;\n", "template within a template"),
        ('import { x } from "./gone.js";\n', "not there"),
        ('import { x } from "./main.js";\n', "circle"),
        ('const x = `a ${y ? ` b ${y}` : ""}`;\n', "template within a template"),
        ('import { three as x } from "./b.js";\n', "no form"),
        ("export const two = 2;\n", "same name"),
    ],
)
def test_what_is_not_understood_is_refused(text: str, why: str) -> None:
    """A form that nobody taught it would break the page in silence."""
    with pytest.raises(Unlinked, match=why):
        linked({**TEXTS, "a.js": text}, "main.js")


def test_our_modules_are_all_in_it(tmp_path: Path) -> None:
    """The project's own modules link, and the site keeps the entries alone."""
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    link_modules(tmp_path)
    assert {file.name for file in folder.iterdir()} == set(ENTRIES)
    used = {name for entry in ENTRIES for name in in_order(texts(), entry)}
    assert texts().keys() - used == {"types.js"}, "a module that nothing imports"
