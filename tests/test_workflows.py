"""The workflows: pinned, with few rights, and never a stranger's code beside a secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)

RIGHTS = {
    "check.yml": {"contents": "read"},
    "zensical.yml": {"contents": "read"},
    "publish.yml/build": {"contents": "read", "pages": "read"},
    "publish.yml/deploy": {"pages": "write", "id-token": "write"},
}
"""All that any of them may do."""


def load(path: Path) -> dict[str, Any]:
    """A workflow as values."""
    return dict(YAML(typ="safe").load(path))


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of all its jobs."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_they_are_the_three_that_we_know() -> None:
    """A new workflow is to be added to these checks."""
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml", "zensical.yml"]


@workflows
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """A tag can be moved to other code, a commit cannot; its version stands beside it."""
    lines = re.findall(r"uses:.*", path.read_text(encoding="utf-8"))
    assert len(lines) == sum("uses" in step for step in steps(load(path))) > 0
    for line in lines:
        assert re.fullmatch(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_the_same_action_has_the_same_commit_everywhere() -> None:
    """One version of each action, so that an update is one change."""
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (\S+)@(.*)", text))
    assert len(pins) == len({name for name, _ in pins})


@workflows
def test_rights_are_the_least_that_do(path: Path) -> None:
    """Nothing may be written but the site, and that only by the job that deploys it."""
    workflow = load(path)
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions", workflow["permissions"])
        assert rights == RIGHTS.get(f"{path.name}/{name}", RIGHTS.get(path.name))


@workflows
def test_no_strangers_code_meets_a_secret(path: Path) -> None:
    """No trigger that runs a fork's code with rights, no secret, no credentials left behind."""
    text = path.read_text(encoding="utf-8")
    workflow = load(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    assert "secrets." not in text
    checkouts = [s for s in steps(workflow) if s.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    # A title or a branch name in a script is a way to run code of one's own.
    assert not [s for s in steps(workflow) if "${{" in s.get("run", "")]


@workflows
def test_no_job_runs_for_ever(path: Path) -> None:
    """Each job has a limit in minutes."""
    assert all(job["timeout-minutes"] <= 30 for job in load(path)["jobs"].values())


def test_the_sites_address_comes_from_where_it_runs() -> None:
    """A copy of the repository publishes right without an edit."""
    publish = load(ROOT / ".github/workflows/publish.yml")
    build = next(step for step in steps(publish) if step.get("run") == "make site")
    assert build["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


def test_a_pull_request_hears_of_each_problem_and_of_all_else() -> None:
    """The problems are shown on their lines, and the tests run even when there are some."""
    check = load(ROOT / ".github/workflows/check.yml")
    assert "pull_request" in check["on"]
    commands = {step["run"]: step.get("if") for step in steps(check) if "run" in step}
    assert ".venv/bin/python -m generator check --format github" in commands
    assert commands["make test"] == "${{ !cancelled() }}"
