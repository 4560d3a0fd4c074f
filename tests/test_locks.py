"""One list of dependencies, and two locks that agree with it."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
UV: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
PIP = (ROOT / "requirements.lock").read_text(encoding="utf-8")

REMEDY = "pyproject.toml has changed since the locks were made: run `make lock`"


def by_uv() -> dict[str, set[str]]:
    """The versions of each package in uv.lock, the project itself left out."""
    locked = defaultdict(set)
    for package in UV["package"]:
        if "editable" not in package["source"]:
            locked[package["name"]].add(package["version"])
    return locked


def by_pip() -> dict[str, set[str]]:
    """The versions of each package in requirements.lock."""
    locked = defaultdict(set)
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", PIP, re.MULTILINE):
        locked[name].add(version)
    return locked


def wanted() -> list[Requirement]:
    """What pyproject.toml asks for, to run and to develop."""
    groups = PROJECT["dependency-groups"]
    return [Requirement(r) for r in [*PROJECT["project"]["dependencies"], *groups["dev"]]]


def test_both_locks_have_the_same_versions() -> None:
    """Whoever uses uv and whoever uses make get the same packages."""
    assert by_uv() == by_pip(), REMEDY


def test_the_locks_have_what_the_project_asks_for() -> None:
    """Every dependency is locked, in a version that its limits allow."""
    locked = by_pip()
    for requirement in wanted():
        versions = locked[canonicalize_name(requirement.name)]
        assert versions, f"{requirement} is not locked. {REMEDY}"
        assert all(v in requirement.specifier for v in versions), f"{requirement}. {REMEDY}"


def test_uv_locked_this_very_list() -> None:
    """uv.lock repeats the project's requirements; they are those of pyproject.toml."""
    us = next(p for p in UV["package"] if p["name"] == PROJECT["project"]["name"])
    metadata = us["metadata"]
    listed = [*metadata["requires-dist"], *metadata["requires-dev"]["dev"]]
    assert {(r["name"], _sorted(r.get("specifier", ""))) for r in listed} == {
        (canonicalize_name(r.name), _sorted(str(r.specifier))) for r in wanted()
    }, REMEDY
    assert UV["requires-python"] == PROJECT["project"]["requires-python"], REMEDY


def test_every_locked_file_has_a_hash() -> None:
    """pip refuses a file that is not the one that was locked, wherever it comes from."""
    blocks = re.split(r"^(?=\w)", PIP, flags=re.MULTILINE)[1:]
    assert len(blocks) == sum(map(len, by_pip().values()))
    assert all("--hash=sha256:" in block for block in blocks)
    assert "index-url" not in PIP
    assert "://" not in PIP


def _sorted(specifier: str) -> tuple[str, ...]:
    return tuple(sorted(part.strip() for part in specifier.split(",")))
