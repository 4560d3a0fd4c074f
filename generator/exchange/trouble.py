"""Problems of one file, kept to a number that somebody can read."""

from __future__ import annotations

from generator.model import Problem
from generator.reading.place import Source
from generator.reading.problem import error, warning

MOST = 50
"""So many problems of one code are shown; the rest are counted."""


class Trouble:
    """Collects what is wrong in a file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._found: dict[str, list[Problem]] = {}
        self._more: dict[str, int] = {}

    def warn(self, code: str, line: int, message: str, hint: str) -> None:
        """Something that reading got over."""
        self._add(warning(code, self.source.place(line, 1, 1000), message, hint))

    def refuse(self, code: str, line: int, message: str, hint: str) -> None:
        """Something that could not be used."""
        self._add(error(code, self.source.place(line, 1, 1000), message, hint))

    def add(self, problems: tuple[Problem, ...]) -> None:
        """Problems that were found elsewhere."""
        for problem in problems:
            self._add(problem)

    def line_of(self, code: str, text: str) -> int:
        """The first line that holds a text; 1 where none does, or nobody will see it."""
        if not text or len(self._found.get(code, ())) >= MOST:
            return 1
        return next((n for n, line in enumerate(self.source.lines, 1) if text in line), 1)

    def problems(self) -> tuple[Problem, ...]:
        """All of them; of a code that occurs too often the first, and how many more there are."""
        found: list[Problem] = []
        for code, problems in self._found.items():
            found += problems
            if more := self._more.get(code, 0):
                last = problems[-1]
                message = f"The same is wrong in {more} more places."
                found.append(Problem(code, message, last.hint, last.severity, last.place))
        return tuple(found)

    def _add(self, problem: Problem) -> None:
        kept = self._found.setdefault(problem.code, [])
        if len(kept) < MOST:
            kept.append(problem)
        else:
            self._more[problem.code] = self._more.get(problem.code, 0) + 1
