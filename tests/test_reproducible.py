"""A site is the same bytes wherever, whenever and by how many processes it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from .conftest import ROOT

EPOCH = "1767225600"
"""The second that both builds are told: the first of January 2026."""

HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "COLUMNS": "80"}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4711",
    "HOME": "/nonexistent",
    "USER": "somebody",
    "COLUMNS": "200",
}
"""Another time zone, by 14 hours; another language, whose small i is another letter; another order of sets."""


def files(folder: Path) -> dict[str, str]:
    """Every file of a site with its checksum."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(project: Path, jobs: int, surroundings: dict[str, str], *options: str) -> dict[str, str]:
    """The files of the site of `project`, built in a process with these surroundings."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "site", "--no-cache", "--jobs", str(jobs), *options],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT), **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return files(project / "site")


@pytest.mark.parametrize("options", [("--no-packs",), ()], ids=["without-packs", "with-packs"])
def test_two_builds_are_the_same_bytes(
    project: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """On another path, with files made in another order, in another zone, language and hash seed."""
    other = tmp_path / "elsewhere" / "a longer path – with a dash"
    other.mkdir(parents=True)
    for path in sorted(project.rglob("*"), reverse=True):
        if path.is_file() and "site" not in path.relative_to(project).parts[:1]:
            target = other / path.relative_to(project)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (1, 1))
    one = built(project, 1, HERE, *options)
    two = built(other, 2, THERE, *options)
    assert len(one) > 100
    assert sorted(one.keys() ^ two.keys()) == []
    assert [path for path in one if one[path] != two[path]] == []
