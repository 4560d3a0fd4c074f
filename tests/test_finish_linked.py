"""The workbench's modules as one file: the same names, the same order, nothing that is not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish.linked import ENTRIES, FOLDER, Unlinked, in_order, link_modules, linked
from tests.conftest import ROOT

TEXTS = {
    "main.js": '/* The page. */\nimport { two as second } from "./b.js";\nimport * as a from "./a.js";\n'
    "globalThis.said = [a.one, second(), a.three];\n",
    "a.js": 'export const one = `1 // kept\n  too`; // a comment\nexport { three } from "./b.js";\n',
    "b.js": "const three = 3;\nexport function two() { return 2; }\nexport { three };\n",
}


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
    ],
)
def test_what_is_not_understood_is_refused(text: str, why: str) -> None:
    """A form that nobody taught it would break the page in silence."""
    with pytest.raises(Unlinked, match=why):
        linked({**TEXTS, "a.js": text}, "main.js")


def test_our_modules_are_all_in_it(tmp_path: Path) -> None:
    """The project's own modules link, and the site keeps the entries alone."""
    ours = ROOT / "docs" / FOLDER
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for file in ours.glob("*.js"):
        (folder / file.name).write_bytes(file.read_bytes())
    link_modules(tmp_path)
    assert {file.name for file in folder.iterdir()} == set(ENTRIES)
    texts = {file.name: file.read_text(encoding="utf-8") for file in ours.glob("*.js")}
    used = {name for entry in ENTRIES for name in in_order(texts, entry)}
    assert texts.keys() - used == {"types.js"}, "a module that nothing imports"
