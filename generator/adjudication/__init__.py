"""From readings that differ, and decisions on them, to the published article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.adjudication.carrying import Carrier, Refused
from generator.adjudication.opened import Opened, edited, opened
from generator.adjudication.trail import added
from generator.adjudication.values import Adjudicated, Ruling
from generator.agreed.lines import answers
from generator.agreement.differences import differences
from generator.agreement.figures import Difference
from generator.agreement.laying import PUBLISHED, lay
from generator.model import Article, Decision, Problem, Reading
from generator.reading.problem import error, one_of

Check = Callable[[Article], Iterable[Problem]]
"""Everything that is wrong with an article, beside how its file is written."""


def undecided(article: Article, found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences without those that were decided when the same readings said the same."""
    settled = {(d.at, _others(d.readings)) for d in article.decisions}
    return tuple(d for d in found if (d.at, _others(answers(d))) not in settled)


def _others(said: str) -> tuple[str, ...]:
    """What readers said, without what was published."""
    return tuple(part for part in said.split("; ") if not part.startswith(f"{PUBLISHED}: "))


def adjudicate(
    path: str, text: str, readings: Sequence[Reading], rulings: Sequence[Ruling], check: Check
) -> Adjudicated:
    """The article's file after the decisions, each with its entry in the trail.

    They are carried out one after another, in the order given; one that would change a word of the
    text, or leave an error behind, is not, and the file is then as it would be without it.
    """
    file = opened(path, text)
    if file is None:
        return Adjudicated(text, (), ())
    marked = lay(file.article, readings)
    found = {difference.at: difference for difference in differences(marked)}
    by_name = {reading.name: reading for reading in readings}
    carried: list[str] = []
    problems: list[Problem] = []
    for ruling in rulings:
        difference = found.pop(ruling.at, None)
        try:
            if difference is None:
                raise Refused(_nothing(ruling, carried, list(found)))
            done = Carrier(file, marked, by_name).carry(ruling, difference)
            decision = Decision(
                ruling.at, answers(difference), done.decided, ruling.by, ruling.date, ruling.why
            )
            trail = added(file.text, decision)
            if trail is None:
                raise Refused(
                    "`decisions` in the front matter is not a list with a line for each key."
                )
            file = _after(file, path, edited(file.text, [*done.edits, trail]), check)
            carried.append(ruling.at)
        except Refused as refused:
            problems.append(
                error(
                    "not-decided",
                    ruling.place,
                    f"The decision on `{ruling.at}` is not carried out.",
                    str(refused),
                )
            )
    return Adjudicated(file.text, tuple(carried), tuple(problems))


def _nothing(ruling: Ruling, carried: Iterable[str], left: Sequence[str]) -> str:
    if ruling.at in carried:
        return "It is decided already, a few lines before."
    return f"Readers do not differ there. {one_of(ruling.at, left)}"


def _after(before: Opened, path: str, text: str, check: Check) -> Opened:
    """The file after a decision, if nothing is wrong with it that was not wrong before."""
    file = opened(path, text)
    if file is None:
        raise Refused("The front matter could not be read after it: write it in by hand.")
    if [b.text.text for b in file.article.blocks] != [b.text.text for b in before.article.blocks]:
        raise Refused("It would change the text: write it in by hand.")
    if len(file.article.decisions) != len(before.article.decisions) + 1:
        raise Refused("`decisions` in the front matter cannot be added to: write it in by hand.")
    old = {problem.code for problem in (*before.problems, *check(before.article))}
    new = [p for p in (*file.problems, *check(file.article)) if p.severity == "error"]
    wrong = next((problem for problem in new if problem.code not in old), None)
    if wrong:
        raise Refused(f"It would leave this behind: {wrong.message} {wrong.hint}")
    return file
