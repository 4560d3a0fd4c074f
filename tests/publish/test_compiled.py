"""Compiled templates are kept from one run to the next, and never believed blindly."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.publish.cache import FOLDER
from generator.publish.compiled import templates_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one template, that was compiled once."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/one.j2").write_text("Hello {{ view }}!")
    assert says(templates_of(tmp_path)) == "Hello you!"
    return tmp_path


def says(templates: Environment) -> str:
    """What the template gives."""
    return templates.get_template("one.j2").render(view="you")


def kept(root: Path) -> Path:
    """The file of the compiled template."""
    (file,) = (root / FOLDER / "templates").iterdir()
    return file


def test_a_template_is_compiled_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run takes what the first one kept."""
    monkeypatch.setattr(Environment, "compile", None)
    assert says(templates_of(root)) == "Hello you!"


def test_a_template_that_was_edited_is_compiled_anew(root: Path) -> None:
    """Its text decides."""
    (root / "templates/one.j2").write_text("Bye {{ view }}!")
    assert says(templates_of(root)) == "Bye you!"


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_what_is_damaged_is_compiled_anew(root: Path, cut: int) -> None:
    """A byte that is another, or the end gone; afterwards it is whole again."""
    whole = kept(root).read_bytes()
    kept(root).write_bytes(whole[:cut])
    assert says(templates_of(root)) == "Hello you!"
    assert kept(root).read_bytes() == whole
    kept(root).write_bytes(whole[:cut] + bytes([whole[cut] ^ 1]) + whole[cut:][1:])
    assert says(templates_of(root)) == "Hello you!"


def test_where_nothing_can_be_kept_the_pages_come_all_the_same(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/one.j2").write_text("Hello {{ view }}!")
    (tmp_path / ".cache").write_text("")
    assert says(templates_of(tmp_path)) == "Hello you!"
