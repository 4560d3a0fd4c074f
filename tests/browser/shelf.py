"""The library as the content says it is, computed without the generator's pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from playwright.sync_api import Locator, Page
from ruamel.yaml import YAML

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import check
from tests.conftest import ROOT


@cache
def articles() -> tuple[Analysed, ...]:
    """Every published article of the project."""
    content = check(ROOT, today=date.today()).content
    return tuple(analyse(a) for a in content.articles if a.status == "published")


@cache
def pairs() -> Mapping[str, dict[str, object]]:
    """The pairs' file as plain YAML."""
    text = (ROOT / "content" / "pairs.yml").read_text(encoding="utf-8")
    found: Mapping[str, dict[str, object]] = YAML(typ="safe").load(text)
    return found


def in_address(text: str) -> str:
    """A topic or a kind of article as an address has it."""
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _mostly(one: Analysed) -> str:
    """The basis of more than half of the statements, counted one by one."""
    bases = [statement.basis for statement in one.article.statements]
    return next((b for b in sorted(set(bases)) if bases.count(b) > len(bases) / 2), "mixed")


def _paired(one: Analysed) -> bool:
    return any(one.article.slug in str(pair["articles"]) for pair in pairs().values())


FITS: Mapping[str, Callable[[Analysed, str], bool]] = {
    "level": lambda one, value: one.article.level == value,
    "minutes": lambda one, value: (
        sum(s.words for s in one.article.statements) / 200 <= int(value) + 0.5
    ),
    "topic": lambda one, value: value in [in_address(topic) for topic in one.article.topics],
    "genre": lambda one, value: in_address(one.article.genre) == value,
    "mix": lambda one, value: _mostly(one) == value,
    "technique": lambda one, value: value in {f.technique for f in one.article.framing},
    "pair": lambda one, value: value == "yes" and _paired(one),
}
"""Whether an article answers to a value of each filter."""


def fitting(chosen: Mapping[str, str]) -> set[str]:
    """The slugs of the articles that answer to everything that is chosen."""
    return {
        one.article.slug
        for one in articles()
        if all(FITS[name](one, value) for name, value in chosen.items())
    }


def shown(page: Page) -> set[str]:
    """The slugs of the articles that the library shows now."""
    links = page.locator(".cards h2 a:visible")
    return {str(href).strip("./").split("/")[-1] for href in hrefs(links)}


def hrefs(links: Locator) -> list[str]:
    """Where links lead, as they are written."""
    found: list[str] = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return found
