"""The site while somebody edits: an edited article's pages at once, all others right after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from threading import Lock, Thread

from markupsafe import Markup

from generator.model import Problem
from generator.publish.article import Maker
from generator.publish.cache import FOLDER, Cache
from generator.publish.opening import Stopped, opened, workshop_of
from generator.publish.options import Options, SiteOutcome
from generator.publish.shells import Ground
from generator.publish.site import build_site
from generator.reading.files import article_paths
from generator.reading.problem import as_text
from generator.write import replace_files

_BEFORE = '<main id="content" tabindex="-1">'
_TOLD = Markup('<pre role="alert" class="told-problems">{}</pre>')


class Live:
    """A site of its own, outside the project's site/, that follows what is edited."""

    def __init__(self, root: Path, told: Callable[[SiteOutcome], None]) -> None:
        self.root = root
        self.told = told
        self.folder = root / FOLDER / "live" / "site"
        self.maker: Maker | None = None
        self.known: frozenset[Path] = frozenset()
        self.lock = Lock()

    def build(self) -> SiteOutcome:
        """Bring the whole site up to date; what stood stays where the content has errors."""
        with self.lock:
            options = Options(date.today(), packs=False, index=False)
            outcome = build_site(self.root, self.folder, options)
            self.maker = None
            if outcome.ok:
                self.known = frozenset(article_paths(self.root))
            else:
                self._tell(outcome.content)
            return outcome

    def edit(self, files: Iterable[Path]) -> tuple[Problem, ...] | None:
        """Make the pages of edited articles at once, and all others in the background.

        None where more was edited than articles that were there before: then `build` does it.
        """
        edited = frozenset(files)
        if not edited or not edited <= self.known or not all(file.is_file() for file in edited):
            return None
        with self.lock:
            self.maker = self.maker or self._begin()
            if self.maker is None:
                return None
            made = [self.maker.make(file) for file in sorted(edited)]
            problems = tuple(problem for one in made for problem in one.problems)
            self._tell(problems)
        if not any(problem.severity == "error" for problem in problems):
            Thread(target=self._follow, daemon=True).start()
        return problems

    def _follow(self) -> None:
        """Build, and tell what only the whole of the site shows."""
        outcome = self.build()
        if not outcome.ok:
            self.told(outcome)

    def _begin(self) -> Maker | None:
        cache = Cache(self.root, self.folder)
        engine = cache.engine()
        try:
            project = opened(self.root, Options(date.today(), packs=False), ())
        except Stopped:
            return None
        if engine is None:
            return None
        ground = Ground(engine.key, dict(engine.shells), ())
        return Maker(workshop_of(project, ground, self.folder, cache.details))

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Put what is wrong with an article at the top of its last good page."""
        by_file: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.severity == "error":
                by_file.setdefault(problem.place.path, []).append(problem)
        for file, found in by_file.items():
            page = self.folder / "articles" / Path(file).stem / "index.html"
            if page.is_file():
                told = _TOLD.format("\n".join(map(as_text, found)))
                text = page.read_text(encoding="utf-8")
                before, _, after = text.partition(_BEFORE)
                rest = after.partition("</pre>")[2] if after.startswith(_TOLD[:10]) else after
                replace_files({page: f"{before}{_BEFORE}{told}{rest}".encode()})
