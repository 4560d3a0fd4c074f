"""Hostile content as whole sites: one that check lets through, and one that goes past it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check_article
from generator.checks.context import Context
from generator.finish import Finished, finish_page, finish_site
from generator.finish.check import Walk
from generator.model import Article, Problem
from generator.publish.beside import Beside, read_beside
from generator.publish.options import Options
from generator.publish.site import build_site
from generator.reading.article import Reading, read_article
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from tests.conftest import ROOT
from tests.hostile.articles import HARMLESS, Draft, article, flat, texts
from tests.hostile.payloads import ELSEWHERE, RUN
from tests.sample import codebook
from tests.sites.project import make_project

TODAY = date(2026, 11, 22)
TWINS = {"many": "twin-of-many", "one": "twin-of-one", "texts": "twin-of-texts"}
"""The articles with harmless words in every place, by the first word of those that they are twins of."""
TEXTS = 100
"""So many payloads stand in an article that has them in its text alone."""
SITE = "https://example.org/who-says/"
"""Where the site says that it stands, so that it has feeds."""

ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f" \x01javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"//{ELSEWHERE}/x",
    f"/\\{ELSEWHERE}/x",
    f'https://example.org/" onclick="{RUN}',
    f"https://example.org/'><script>{RUN}</script>",
)
"""What an address becomes that goes past check."""

_PLACE = re.compile(r"(https://example\.org/)?place-[a-z]+-?(\d*)")
_KEPT = frozenset(
    (
        *("path", "slug", "id", "section", "group", "rule", "answer", "gives", "step", "articles"),
        *("pair", "level", "reported", "wordings", "keys", "kind", "blocks", "excerpt", "code"),
        *("version", "place"),
    )
)
"""Fields that the pages look things up by, and those that have no words."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site of hostile content."""

    folder: Path
    """Where it stands."""
    slugs: tuple[str, ...]
    """Its articles, without the harmless twins."""
    problems: tuple[Problem, ...]
    """What the finishing room says of it."""
    held: int
    """How many places hold a payload."""


def drafts_of(
    payloads: Sequence[str], size: int, alone: Sequence[str], texts_only: Sequence[str] = ()
) -> dict[str, Draft]:
    """Articles by slug: so many payloads each in every place that can stand often, an article for each
    of `alone`, and `texts_only` in statements and notes."""
    made: dict[str, Draft] = {}
    for number, batch in enumerate(_batches(payloads, size)):
        made[f"many-{number}"] = article(batch, language="ar" if number % 4 == 3 else "en")
    for number, payload in enumerate(alone):
        made[f"one-{number}"] = article((payload,))
    for number, batch in enumerate(_batches(texts_only, TEXTS)):
        made[f"texts-{number}"] = texts(batch)
    made[TWINS["many"]] = article((HARMLESS,) * size)
    made[TWINS["one"]] = article((HARMLESS,))
    made[TWINS["texts"]] = texts((HARMLESS,) * TEXTS)
    return made


def _batches(payloads: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(payloads), size):
        batch = payloads[start : start + size]
        yield (*batch, *payloads[: size - len(batch)])


def let_through(drafts: Mapping[str, Draft]) -> None:
    """Make each place harmless whose payload check refuses there, and leave the others."""
    context = Context(codebook(), TODAY)
    for slug, draft in drafts.items():
        for _ in range(20):
            reading = read_article(f"content/articles/{slug}.md", draft.text())
            checks = check_article(reading.article, context) if reading.article else ()
            found = [p for p in (*reading.problems, *checks) if p.severity == "error"]
            if not found:
                break
            cleared = [draft.clear(problem.place.line) for problem in found]
            assert any(cleared), found[:3]
        else:
            pytest.fail(f"{slug}: {found[:3]}")


def build_checked(folder: Path, drafts: Mapping[str, Draft]) -> Built:
    """The site of articles that check lets through, built as `whosays site` builds it."""
    let_through(drafts)
    project = project_of(folder, drafts)
    with _addressed():
        outcome = build_site(project, folder / "site", Options(TODAY, jobs=1))
    if not outcome.ok:
        pytest.fail(f"{outcome.problems[:3]}\n{outcome.fault}\n{outcome.engine}")
    held = sum(draft.held() for draft in drafts.values())
    return Built(folder / "site", _without_twins(drafts), (), held)


def build_past_check(folder: Path, drafts: Mapping[str, Draft], payloads: Sequence[str]) -> Built:
    """The site of the same articles with check switched off, and with more in them than files can hold.

    The finishing room looks at it too, and what it says is kept, and stops nothing.
    """
    project = project_of(folder, drafts)
    poisoned = _poisoner(payloads)
    said: list[Problem] = []

    def past(path: str, text: str) -> Reading:
        article = read_article(path, text).article
        assert article, path
        return Reading(article if article.slug in TWINS.values() else _past(article, payloads), ())

    def beside(root: Path, today: date, files: tuple[Path, ...] | None = None) -> Beside:
        read = read_beside(root, today, files)
        return replace(
            read,
            codebook=poisoned(read.codebook),
            pairs=poisoned(read.pairs),
            lessons=poisoned(read.lessons),
            problems=(),
        )

    def page(path: str, text: str, home: str = "/") -> tuple[str, Walk]:
        finished, walk = finish_page(path, text, home)
        said.extend(walk.problems)
        return finished, replace(walk, problems=())

    def site(*given: Any) -> Finished:  # noqa: ANN401
        finished = finish_site(*given)
        said.extend(finished.problems)
        return replace(finished, problems=())

    with _addressed() as patch:
        patch.setattr("generator.publish.article.read_article", past)
        patch.setattr("generator.publish.article.check_article", lambda *_: ())
        patch.setattr("generator.publish.opening.read_beside", beside)
        patch.setattr("generator.publish.site.check_shelf", lambda *_: ())
        patch.setattr("generator.publish.stamping.finish_page", page)
        patch.setattr("generator.publish.site.finish_site", site)
        outcome = build_site(project, folder / "site", Options(TODAY, jobs=1))
    if not outcome.ok:
        pytest.fail(f"{outcome.problems[:3]}\n{outcome.fault}\n{outcome.engine}")
    held = sum(draft.held() for draft in drafts.values())
    return Built(folder / "site", _without_twins(drafts), tuple(said), held)


def _without_twins(drafts: Mapping[str, Draft]) -> tuple[str, ...]:
    return tuple(slug for slug in drafts if slug not in TWINS.values())


@contextmanager
def _addressed() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE)
        patch.setenv("REPO_URL", "https://example.org/school/who-says")
        yield patch


def project_of(folder: Path, drafts: Mapping[str, Draft]) -> Path:
    """A project with these articles, and the project's own lessons and pairs with what they use."""
    project = make_project(folder / "project")
    articles = project / "content" / "articles"
    for file in articles.glob("*.md"):
        file.unlink()
    (project / "content" / "lessons").mkdir()
    for file in (ROOT / "content" / "lessons").glob("*.md"):
        (project / "content" / "lessons" / file.name).write_bytes(file.read_bytes())
    (project / "content" / "pairs.yml").write_bytes((ROOT / "content" / "pairs.yml").read_bytes())
    used = {slug for pair in _pairs() for slug in pair.articles}
    used |= {slug for lesson in _lessons() for slug in lesson.articles}
    for slug in used:
        (articles / f"{slug}.md").write_bytes(
            (ROOT / "content" / "articles" / f"{slug}.md").read_bytes()
        )
    for slug, draft in drafts.items():
        (articles / f"{slug}.md").write_text(draft.text(), encoding="utf-8")
    return project


def _pairs() -> Any:  # noqa: ANN401
    return read_pairs("p", (ROOT / "content" / "pairs.yml").read_text(encoding="utf-8")).pairs


def _lessons() -> Iterator[Any]:
    for file in (ROOT / "content" / "lessons").glob("*.md"):
        lesson = read_lesson(file.name, file.read_text(encoding="utf-8")).lesson
        assert lesson
        yield lesson


def _past(value: Article, payloads: Sequence[str]) -> Article:
    """An article with payloads where its file has a word in their place: values, addresses, ids."""

    def put(text: str) -> str:
        found = _PLACE.fullmatch(text)
        if found and found[1]:
            return ADDRESSES[int(found[2] or 0) % len(ADDRESSES)]
        if found:
            return flat(payloads[int(found[2]) % len(payloads)])
        if re.fullmatch(r"i\d+", text):  # the ids of statements in lists
            return re.sub(r"\s", "", payloads[int(text[1:]) % len(payloads)]) + text
        return text

    past: Article = _mapped(value, put)
    return past


def _poisoner(payloads: Sequence[str]) -> Callable[[Any], Any]:
    """Puts the next payload in the place of each text, but not where pages look things up."""
    following = cycle(payloads)

    def put(text: str) -> str:
        return f"{flat(next(following))} {text}" if " " in text else text

    return lambda value: _mapped(value, put, _KEPT)


def _mapped(value: Any, put: Callable[[str], str], kept: frozenset[str] = frozenset()) -> Any:  # noqa: ANN401
    """The same value with every text in it changed."""
    if isinstance(value, str):
        return put(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, put, kept) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(
        value,
        **{
            one.name: _mapped(getattr(value, one.name), put, kept)
            for one in fields(value)
            if one.name not in kept
        },
    )
