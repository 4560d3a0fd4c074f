"""Problems of one file, kept to a number that somebody can read."""

from __future__ import annotations

from collections.abc import Callable

from generator.model import Place, Problem
from generator.reading.place import Source
from generator.reading.problem import error, warning

Making = Callable[[str, Place, str, str], Problem]

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
        self._say(warning, code, line, message, hint)

    def refuse(self, code: str, line: int, message: str, hint: str) -> None:
        """Something that could not be used."""
        self._say(error, code, line, message, hint)

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

    def _say(self, make: Making, code: str, line: int, message: str, hint: str) -> None:
        # A place is made only for what is shown: a file may be wrong in millions of lines.
        if self._has_room(code):
            self._found[code].append(make(code, self.source.place(line, 1, 1000), message, hint))

    def _add(self, problem: Problem) -> None:
        if self._has_room(problem.code):
            self._found[problem.code].append(problem)

    def _has_room(self, code: str) -> bool:
        """Whether one more of this code is shown; if not, it is counted."""
        if len(self._found.setdefault(code, [])) < MOST:
            return True
        self._more[code] = self._more.get(code, 0) + 1
        return False
