"""The keys that the script knows are those that the page's dialog lists."""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tests.workbench.conftest import MODULES

ARROWS = {"ArrowUp": "↑", "ArrowDown": "↓", "ArrowLeft": "←", "ArrowRight": "→"}


def test_the_dialog_lists_every_key_and_no_other() -> None:
    """A key that nobody is told of is as good as none, and one that does nothing is a lie."""
    page = (ROOT / "templates" / "pages" / "workbench.md.j2").read_text(encoding="utf-8")
    lists = re.findall(r"<dl>(.*?)</dl>", page, re.DOTALL)
    script = (MODULES / "keys.js").read_text(encoding="utf-8")
    for told, name in zip(lists, ("inText", "letters"), strict=False):
        does = re.search(rf"const {name} = \{{\n(.*?)\n  \}};", script, re.DOTALL)
        assert does
        known = re.findall(r'^    "?([^\s"(:]+)"?(?::|\()', does[1], re.MULTILINE)
        assert [ARROWS.get(key, key) for key in known] == re.findall(r"<kbd>(.*?)</kbd>", told)
