"""What contributors are told, and the forms that they fill in: true, whole and of use."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from generator.cli import COMMANDS, main
from generator.skeleton import skeleton
from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
FIELDS = {"input", "textarea", "dropdown", "checkboxes"}
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOURCE = "".join(
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "generator").rglob("*.py"))
)
pages = pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "README.md"])


def load(path: Path) -> dict[str, Any]:
    """A YAML file as values."""
    return dict(YAML(typ="safe").load(path))


def links(text: str) -> list[str]:
    """Where a Markdown text leads, out of the web aside."""
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


@pages
def test_every_link_leads_somewhere(name: str) -> None:
    """To a file and a heading of the repository, or to a form that it has."""
    found = links((ROOT / name).read_text(encoding="utf-8"))
    assert found
    for link in found:
        address = urlsplit(link)
        if address.path.startswith("../../issues/new"):
            (form,) = parse_qs(address.query)["template"]
            assert ROOT / ".github/ISSUE_TEMPLATE" / form in FORMS
        elif not address.path.startswith("../../new/main/"):
            assert (ROOT / address.path).exists(), link
            if address.fragment:
                text = (ROOT / address.path).read_text(encoding="utf-8")
                heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
                assert address.fragment in {head.lower().replace(" ", "-") for head in heads}


def test_an_article_begins_with_the_skeleton_of_today() -> None:
    """The link fills in what `whosays new` writes, in the folder where articles are."""
    (link,) = [link for link in links(GUIDE) if link.startswith("../../new/")]
    address = urlsplit(link)
    assert address.path == "../../new/main/content/articles"
    filled = parse_qs(address.query, strict_parsing=True, keep_blank_values=True)
    assert filled["filename"] == ["name-of-your-article.md"]
    today = date(2026, 1, 1)
    assert filled["value"] == [skeleton(today).replace(today.isoformat(), "…")]
    assert len(link) < 7_000, "GitHub refuses a longer address"


def test_the_codes_in_the_table_of_complaints_are_real() -> None:
    """Whoever looks one up finds it, as the check says it."""
    table = GUIDE[GUIDE.index("## If the check complains") :]
    rows = re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
    codes = [code for row in rows for code in re.findall(r"`([a-z-]+)`", row)]
    assert len(codes) > 15
    assert [code for code in codes if f'"{code}"' not in SOURCE] == []


def test_the_commands_in_it_work(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each that is named is there; a new article is written, and told what to fill in."""
    monkeypatch.chdir(project)
    named = re.findall(r"\.venv/bin/whosays ([^\n`]+)", GUIDE)
    assert {line.split()[0] for line in named} <= COMMANDS.keys()
    outputs = [
        CliRunner().invoke(main, line.split(), catch_exceptions=False).output
        for line in named
        if "the-machine" in line
    ]
    assert len(outputs) == 2
    assert "Fill in content/articles/the-machine-that-gave-advice.md" in outputs[0]
    assert "error[unfilled]" in outputs[1]


def test_what_make_is_asked_for_is_there() -> None:
    """Targets that the guide, the dev container and the workflows name."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    container = (ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8")
    workflows = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / ".github/workflows").glob("*.yml")
    )
    asked = r"(?:[`\"]|: |^ *)make ([a-z]+)\b"
    targets = set(re.findall(asked, GUIDE + container + workflows, re.MULTILINE))
    assert {"serve", "test", "setup", "site", "schemas"} <= targets
    assert [name for name in targets if f"\n{name}: " not in makefile] == []


def test_the_dev_container_serves_where_the_site_is_served() -> None:
    """The port that it opens is the one of `make serve`."""
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    port = re.search(r"^ADDR = [\d.]+:(\d+)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert port
    assert container["forwardPorts"] == [int(port[1])]
    assert container["image"].startswith("mcr.microsoft.com/devcontainers/python:3.")


def test_there_are_the_forms_that_pages_and_guide_lead_to() -> None:
    """Two forms, and a way without one."""
    assert [form.name for form in FORMS] == ["article.yml", "config.yml", "mark.yml"]
    assert load(ROOT / ".github/ISSUE_TEMPLATE/config.yml") == {"blank_issues_enabled": True}


@pytest.mark.parametrize("name", ["article.yml", "mark.yml"])
def test_a_form_is_one_that_github_takes(name: str) -> None:
    """GitHub shows a malformed form to nobody, and says so to nobody either."""
    form = load(ROOT / ".github/ISSUE_TEMPLATE" / name)
    assert form.keys() == {"name", "description", "title", "body"}
    fields = [item for item in form["body"] if item["type"] != "markdown"]
    assert len(fields) > 3
    assert {item["type"] for item in fields} <= FIELDS
    ids = [item["id"] for item in fields]
    assert len(ids) == len(set(ids))
    labels = [item["attributes"]["label"] for item in fields]
    assert len(labels) == len(set(labels))
    for item in form["body"]:
        if item["type"] == "markdown":
            assert item.keys() == {"type", "attributes"}
            assert item["attributes"].keys() == {"value"}
            continue
        assert item.keys() == {"type", "id", "attributes", "validations"}
        assert re.fullmatch(r"[\w-]+", item["id"])
        assert item["id"] not in ("template", "title", "labels"), "these prefill something else"
        assert isinstance(item["validations"]["required"], bool)
        allowed = {"label", "description", "placeholder"} | (
            {"options"} if item["type"] == "dropdown" else set()
        )
        assert item["attributes"].keys() <= allowed
        options = item["attributes"].get("options", ["one"])
        assert len(options) == len(set(options)) > 0
        assert all(isinstance(option, str) for option in options)


def test_the_citation_names_this_version() -> None:
    """The version and the licence of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = load(ROOT / "CITATION.cff")
    assert str(citation["version"]) == project["version"]
    assert citation["license"] == project["license"]
    assert citation["cff-version"] == "1.2.0"


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "LICENSE", "README.md"])
def test_rights_are_said_where_they_matter(name: str) -> None:
    """Whoever gives a text is told what becomes of it, and whose quoted words are."""
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    assert "CC BY 4.0" in text
    assert "MIT" in text
    assert re.search(r"quote", text)
