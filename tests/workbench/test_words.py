"""The words of the workbench: each one that a script says is there, and none that no script says."""

from __future__ import annotations

import json
import re
from itertools import groupby

from tests.workbench.conftest import MODULES, Run

WORDS: dict[str, str] = json.loads((MODULES / "words.json").read_text(encoding="utf-8"))
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in MODULES.glob("*.js")}
SAID = re.compile(r"\bsay\((?:[^()]|\([^()]*\))*\)|\bbutton\([^,]*,")
KEY = re.compile(r'"([a-z]+(?:[.-][a-z-]*)*)"')
MADE = re.compile(r"say\((?:/\*\*.*?\*/ \()?`([a-z]+\.)\$\{")


def calls() -> list[str]:
    """Every call that says something, as it is written."""
    return [call for text in SCRIPTS.values() for call in SAID.findall(text)]


def said() -> set[str]:
    """The keys that the scripts name, and those that they make from a name of the data."""
    named = {key for call in calls() for key in KEY.findall(call)}
    others = set(re.findall(r'"([a-z.-]+)"', SCRIPTS["store.js"] + SCRIPTS["sentences.js"]))
    makes = {start for text in SCRIPTS.values() for start in MADE.findall(text)}
    made = {key for key in WORDS for start in makes if key.startswith(start)}
    return (named | others | made) & (WORDS.keys() | {key for key in named if "." in key})


def test_every_word_is_said_and_every_key_has_its_words() -> None:
    """A key without words would show as it is; words without a key are weight."""
    assert said() == WORDS.keys()


def test_words_are_text_and_their_braces_close() -> None:
    """No markup and no straight quotation marks; and each brace is a value or a choice of two."""
    for words in WORDS.values():
        rest = re.sub(r"\{\w+(?:\|[^|{}]*\|[^|{}]*)?\}", "", words)
        assert not re.search(r"[{}|<>&\"']", rest), words
        assert words.count("*") % 2 == words.count("`") % 2 == 0


def test_the_words_of_one_part_stand_together() -> None:
    """In the file that somebody looks them up in."""
    parts = [key.partition(".")[0] for key in WORDS if "." in key]
    assert len([*groupby(parts)]) == len(set(parts))


def test_one_and_many_and_values_come_out_right(run: Run) -> None:
    """A value is text, whatever stands in it."""
    made = run(
        """async () => {
          const {say} = await import("/say.js");
          return [say("bar.problems", {n: 1}), say("bar.problems", {n: 0}), say("see.both", {falls: 1, leans: 2, total: 2}),
            say("voice.says", {name: "$& {n} <b>"}), say("see.nothing")];
        }"""
    )
    assert made == [
        "1 problem",
        "0 problems",
        "Take {name} away: 1 of 2 statements falls, 2 lean.",
        "$& {n} <b> says it.",
        "Take {name} away: nothing falls.",
    ]
