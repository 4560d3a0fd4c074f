"""The workflows: pinned, with few rights, and never a stranger's code beside a secret."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.emptying import OWN
from tests.conftest import ROOT
from tests.sample import BRIDGE

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)

RIGHTS = {
    "check.yml": {"contents": "read"},
    "zensical.yml": {"contents": "read"},
    "weekly.yml": {"contents": "read"},
    "release.yml/list": {"contents": "read"},
    "release.yml/attach": {"actions": "read", "contents": "write"},
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


def test_they_are_the_five_that_we_know() -> None:
    """A new workflow is to be added to these checks."""
    names = ["check.yml", "publish.yml", "release.yml", "weekly.yml", "zensical.yml"]
    assert [path.name for path in WORKFLOWS] == names


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
    """Each job has a limit in minutes, and only the long tests have one of more than half an hour."""
    limits = {name: job["timeout-minutes"] for name, job in load(path)["jobs"].items()}
    assert [name for name, limit in limits.items() if limit > 30] in ([], ["long"])
    assert max(limits.values()) <= 120


def test_the_sites_address_comes_from_where_it_runs() -> None:
    """A copy of the repository publishes right without an edit."""
    publish = load(ROOT / ".github/workflows/publish.yml")
    build = next(step for step in steps(publish) if "make site" in step.get("run", ""))
    assert build["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


def test_a_build_can_be_made_again_and_compared(tmp_path: Path) -> None:
    """The site's time is its commit's, and the checksum of each file is kept beside the site."""
    order = list(steps(load(ROOT / ".github/workflows/publish.yml")))
    build = next(step for step in order if "make site" in step.get("run", ""))
    assert build["run"] == 'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" make site'
    sums = next(step for step in order if "sha256sum" in step.get("run", ""))
    kept = order[order.index(sums) + 1]
    assert kept["uses"].startswith("actions/upload-artifact@")
    assert kept["with"]["path"] == "checksums.txt"
    for name in ("site/b c/index.html", "site/a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", sums["run"]], cwd=tmp_path, check=True)
    listed = (tmp_path / "checksums.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in listed] == ["./a.html", "./b c/index.html"]
    check = ["sha256sum", "--check", "--quiet", "../checksums.txt"]
    assert subprocess.run(check, cwd=tmp_path / "site", check=False).returncode == 0


def test_weaknesses_are_looked_for_when_the_lock_changes_and_every_week() -> None:
    """`make audit` takes the lock with its hashes, and installs nothing of it."""
    assert (
        "requirements.lock || make audit"
        in named()["Known weaknesses, where the lock changed"]["run"]
    )
    weekly = load(ROOT / ".github/workflows/weekly.yml")
    assert "schedule" in weekly["on"]
    assert {step.get("run") for step in steps(weekly)} >= {"make audit", "make test-long"}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "pip-audit --requirement requirements.lock --require-hashes --disable-pip" in makefile


def test_a_release_has_the_list_of_its_parts() -> None:
    """The job that runs others' code may write nothing; the one that may write runs no such code."""
    jobs = load(ROOT / ".github/workflows/release.yml")["jobs"]
    assert {step.get("run") for step in jobs["list"]["steps"]} >= {"make sbom"}
    (attach,) = jobs["attach"]["steps"]
    assert 'gh release upload "$TAG" sbom.json' in attach["run"]
    assert "uses" not in attach
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "cyclonedx-py requirements requirements.lock" in makefile


def test_updates_are_offered_for_every_kind_of_part() -> None:
    """Python, the actions, and each folder with a package.json; every action that is used is pinned."""
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    kinds = {update["package-ecosystem"]: update for update in updates}
    assert set(kinds) == {"uv", "github-actions", "npm"}
    packages = (*ROOT.glob("*/package.json"), *ROOT.glob("[!.]*/*/package.json"))
    asking = [p for p in packages if "ependencies" in p.read_text(encoding="utf-8")]
    folders = {f"/{path.parent.relative_to(ROOT).as_posix()}" for path in asking}
    assert folders == set(kinds["npm"]["directories"])


def named() -> dict[str, dict[str, Any]]:
    """The steps of the pull request's check that have a name."""
    check = load(ROOT / ".github/workflows/check.yml")
    return {step["name"]: step for step in steps(check) if "name" in step}


def test_a_pull_request_hears_of_each_problem_and_of_all_else() -> None:
    """The problems are shown on their lines, and the tests run even when there are some."""
    check = load(ROOT / ".github/workflows/check.yml")
    assert "pull_request" in check["on"]
    commands = {step["run"]: step.get("if", "") for step in steps(check) if "run" in step}
    (told,) = [run for run in commands if "generator check --format github" in run]
    assert told.endswith(' --against "$RUNNER_TEMP/before"'), "no mark changes in silence"
    assert commands["make test"].startswith("${{ !cancelled() && ")


def test_a_site_of_its_own_leaves_out_the_tests_that_need_our_articles() -> None:
    """The file that `whosays init --empty` leaves is the one that the check looks for."""
    assert f"hashFiles('{OWN}') == ''" in named()["Everything else"]["if"]


def test_the_whole_site_is_kept_for_reviewers() -> None:
    """Built before it is kept, for as long as a review takes, and never silently missing."""
    order = list(steps(load(ROOT / ".github/workflows/check.yml")))
    kept = next(s for s in order if s.get("uses", "").startswith("actions/upload-artifact@"))
    assert kept["with"] == {
        "name": "site",
        "path": "site",
        "if-no-files-found": "error",
        "retention-days": 14,
    }
    assert "make site\n" in order[order.index(kept) - 1]["run"]


@workflows
def test_each_right_job_and_limit_is_explained(path: Path) -> None:
    """Every job has a name, runs that overtake each other are settled, and each right has a reason."""
    workflow = load(path)
    assert workflow["concurrency"]["group"]
    assert all(job["name"] for job in workflow["jobs"].values())
    rights = re.findall(
        r"^ +(?:actions|contents|pages|id-token): .*$", path.read_text("utf-8"), re.M
    )
    assert rights
    assert [line for line in rights if " # " not in line] == []


def test_the_figures_are_those_of_the_merge_against_its_base(tmp_path: Path) -> None:
    """The steps themselves, in a checkout such as GitHub's: the merge, and one commit before it."""
    work = tmp_path / "work"
    (work / "content/articles").mkdir(parents=True)
    shutil.copy(ROOT / "content/codebook.yml", work / "content")
    articles = work / "content/articles"

    def git(*words: str, folder: Path = work) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *identity, *words], cwd=folder, env=quiet, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr

    def commit(name: str, text: str) -> None:
        (articles / name).write_text(text, encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", name)

    git("init", "--quiet", "--initial-branch", "main")
    commit("bridge.md", BRIDGE)
    git("switch", "--quiet", "--create", "pupil")
    commit("tunnel.md", BRIDGE.replace("The bridge that", "The tunnel that"))
    commit("bridge.md", BRIDGE.replace("technique=unnamed-source", "technique=hedge"))
    git("switch", "--quiet", "main")
    commit("meanwhile.md", BRIDGE.replace("The bridge that", "The ferry that"))
    git("merge", "--quiet", "--no-ff", "--message", "merge", "pupil")
    checkout = tmp_path / "checkout"
    git("clone", "--quiet", "--depth", "2", work.as_uri(), str(checkout), folder=tmp_path)
    (checkout / ".venv").symlink_to(sys.prefix)

    summary = tmp_path / "summary.md"
    places = {"RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(summary)}
    scripts = [step["run"] for step in named().values() if "$RUNNER_TEMP/before" in step["run"]]
    assert len(scripts) == 3
    done = [
        subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            cwd=checkout,
            env={**os.environ, **places, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for script in scripts
    ]
    assert [step.returncode for step in done] == [0, 1, 0], done
    assert re.findall(r"^::error file=([^,]*),.*title=([^:]*)::", done[1].stdout, re.M) == [
        ("content/articles/bridge.md", "change-without-correction")
    ]
    text = summary.read_text(encoding="utf-8")
    assert "### The bridge that opened twice (changed)" in text
    assert "| marks of hedge | none | 1 |" in text
    assert "### The tunnel that opened twice (new)" in text
    assert "▒ ■∿ ■▒ ■■ ∿∿ ■■∿ ■ ▒∿" in text
    assert "ferry" not in text, "what others did meanwhile is no part of the pull request"
