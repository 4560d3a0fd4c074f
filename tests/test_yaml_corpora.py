"""YAML of every kind ends in a model or in problems, each text within a second and 200 MB."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .conftest import ROOT
from .test_hostile import corpus
from .yaml_hazards import HAZARDS

pytest.importorskip("resource", reason="a system without limits for processes")

SECONDS = 1.0
MEGABYTES = 200.0


def outcomes(texts: list[tuple[str, str]]) -> list[dict[str, object]]:
    """What became of each text with each reader."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.yaml_readers"],
        cwd=ROOT,
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 4 * len(texts)
    return rows


def all_end_well(texts: list[tuple[str, str]]) -> None:
    """Each ends in a model or in problems, soon and with little."""
    rows = outcomes(texts)
    assert [row for row in rows if row["ended"] not in ("a model", "problems")] == []
    assert [row for row in rows if row["seconds"] > SECONDS or row["megabytes"] > MEGABYTES] == []  # type: ignore[operator]


def test_our_own_hazards_end_in_problems() -> None:
    """Bombs of aliases and merge keys, depth, long numbers, bad dates, tags, and what never closes."""
    all_end_well(list(HAZARDS.items()))


@pytest.mark.parametrize("name", ["yaml_hazards.jsonl", "yaml_test_suite.jsonl"])
def test_every_entry_of_a_corpus_ends_well(name: str) -> None:
    """As front matter of an article and of a lesson, as a codebook and as pairs."""
    lines = map(json.loads, corpus(name).read_text(encoding="utf-8").splitlines())
    all_end_well([(f"{line.get('id', '')} {line['name']}", line["yaml"]) for line in lines])


def test_the_limits_can_be_felt() -> None:
    """A reading that takes too long or too much is told as such: the test above is not blind."""
    code = (
        "import json; from collections import deque; from tests import yaml_readers as y;"
        "y.SECONDS, y.MEGABYTES = 1, 100;"
        "y.READERS.update(article=lambda t: deque(iter(int, 1), 0), lesson=lambda t: 'a' * 2**30);"
        "slow = y.alone('', '', ('article',)); big = y.alone('', '', ('lesson',));"
        "print(json.dumps([*slow, *big]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    slow, big = json.loads(done.stdout)
    assert slow["ended"] == "killed by 9"
    assert big["ended"] == "memory"
