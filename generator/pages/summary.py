"""The headline and the paragraph that are made from an article's figures.

Each rule looks at the figures and says one thing, or nothing. The page never says whether the
article is right: every sentence here is a count, or names what the count is of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis.figures import Analysed, VoiceFigures
from generator.model import Stake
from generator.pages.english import capital, counted, listed, number, plural


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the paragraph."""

    text: str
    """What it says."""
    strong: bool = False
    """Whether it is set in bold, as one to see first."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing to see, with its figure apart."""

    before: str
    """The words before the figure."""
    figure: str
    """The figure."""
    after: str
    """The words after it, without a full stop."""


_STAKE: dict[Stake, str] = {
    "party": "a party to what is told",
    "interested": "interested in being believed",
    "independent": "with nothing to win or lose",
    "unknown": "with a stake that is not known",
}


def headline(analysed: Analysed) -> Headline:
    """Say in one line how much rests on how few."""
    speaking = _speaking(analysed)
    total = analysed.figures.statements.total
    of_all = f"of {counted(total, 'statement')}"
    if not speaking and total == 1:
        return Headline("No voice is named for", "the one statement", "")
    if not speaking:
        return Headline("No voice is named for", f"any {of_all}", "")
    _, most, ties = _first(analysed)
    if len(speaking) == 1:
        return Headline("One voice carries", f"{most} {of_all}", "")
    opening = f"Of {len(speaking)} voices,"
    if most == 0:
        return Headline(f"{opening} none alone carries any", of_all, "")
    if ties:
        return Headline(f"{opening} none carries more than", f"{most} {of_all}", "")
    return Headline(f"{opening} one carries", f"{most} {of_all}", "")


def paragraph(analysed: Analysed) -> tuple[Sentence, ...]:
    """Say in plain words what the figures show."""
    said = [rule(analysed) for rule in RULES]
    return tuple(sentence for sentence in said if sentence is not None)


def plain(analysed: Analysed) -> str:
    """Give the paragraph as plain text."""
    return " ".join(sentence.text for sentence in paragraph(analysed))


def _speaking(analysed: Analysed) -> list[VoiceFigures]:
    return [voice for voice in analysed.figures.voices if voice.statements]


def _total(analysed: Analysed) -> Sentence:
    total = analysed.figures.statements.total
    return Sentence(f"{capital(number(total))} {plural(total, 'statement', 'statements')}.", True)


def _voices(analysed: Analysed) -> Sentence:
    counts = analysed.figures.statements
    speaking = _speaking(analysed)
    if not speaking:
        none = plural(
            counts.total, "It does not say who it comes", "None of them says who it comes"
        )
        return Sentence(f"{none} from.")
    whole = counts.sourced == counts.total
    some = capital(number(counts.sourced))
    if whole:
        some = {1: "It", 2: "Both"}.get(counts.total, "All of them")
    says = plural(counts.sourced, "says who it comes from", "say who they come from")
    if len(speaking) == 1:
        voice = speaking[0]
        same = "" if counts.sourced == 1 else "each time the same voice, "
        return Sentence(f"{some} {says}: {same}{voice.name}, {_STAKE[voice.stake]}.")
    voices = f"{number(len(speaking))} voices"
    names = f": {listed([voice.name for voice in speaking])}" if len(speaking) <= 4 else ""
    if counts.sourced == 1:
        return Sentence(f"{some} {says}, {voices} together{names}.")
    return Sentence(f"{some} {says}, and they come from {voices}{names}.")


def _stakes(analysed: Analysed) -> Sentence | None:
    speaking = _speaking(analysed)
    if len(speaking) < 2:
        return None
    free = [voice for voice in speaking if voice.stake == "independent"]
    parties = [voice for voice in speaking if voice.stake == "party"]
    count = number(len(speaking))
    if len(free) == len(speaking):
        return Sentence(f"{'Both' if len(speaking) == 2 else f'All {count}'} are independent.")
    if free:
        only = "Only one" if len(free) == 1 else f"{capital(number(len(free)))}"
        who = f", {free[0].name}," if len(free) == 1 else ""
        return Sentence(f"{only} of the {count}{who} {plural(len(free), 'is', 'are')} independent.")
    if len(parties) == len(speaking):
        return Sentence(
            f"{'Both' if len(speaking) == 2 else f'All {count}'} are parties to what is told."
        )
    return Sentence(
        f"{'Neither' if len(speaking) == 2 else f'None of the {count}'} is independent."
    )


def _inferred(analysed: Analysed) -> Sentence | None:
    counts = analysed.figures.statements
    if not counts.inferred:
        return Sentence("The writer draws no conclusion of their own.")
    if counts.inferred == 1:
        return Sentence("One is the writer’s own conclusion.", strong=True)
    more = ", more than half," if counts.inferred * 2 > counts.total else ""
    return Sentence(
        f"{capital(number(counts.inferred))}{more} are the writer’s own conclusions.", strong=True
    )


def _unsourced(analysed: Analysed) -> Sentence | None:
    count = analysed.figures.statements.unsourced
    if not count or not _speaking(analysed):
        return None
    return Sentence(f"For {number(count)} nobody is named.")


def _bare(analysed: Analysed) -> Sentence | None:
    bare = [s for s in analysed.article.statements if s.basis == "inferred" and not s.rests_on]
    if not bare:
        return None
    inferred = analysed.figures.statements.inferred
    if len(bare) == inferred:
        which = plural(inferred, "It does not show", "None of those conclusions shows")
        return Sentence(f"{which} in the text what it rests on.")
    does = plural(len(bare), "of those conclusions does", "of those conclusions do")
    return Sentence(
        f"{capital(number(len(bare)))} {does} not show what {plural(len(bare), 'it rests', 'they rest')} on."
    )


def _heaviest(analysed: Analysed) -> Sentence | None:
    first, most, ties = _first(analysed)
    if first is None:
        return None
    total = analysed.figures.statements.total
    falls = f"{number(most)} {plural(most, 'statement falls', 'statements fall')}"
    if ties:
        return Sentence(f"Take away any one voice, and at most {falls}.")
    if most == total > 1:
        falls = "both statements fall" if total == 2 else f"all {falls}"
    built = len(first.removal.built)
    whose = f"; {number(built)} of them {plural(built, 'is', 'are')} the writer’s" if built else ""
    return Sentence(f"Take away {first.name}, and {falls}{whose}.")


def _settled(analysed: Analysed) -> Sentence | None:
    first, _, ties = _first(analysed)
    if first is None or ties or not first.removal.built:
        return None
    at = next(s.number for s in analysed.article.statements if s.id == first.removal.built[0])
    return Sentence(f"From statement {at} on, the text builds on what {first.name} says.")


def _first(analysed: Analysed) -> tuple[VoiceFigures | None, int, bool]:
    """The voice that most falls with, how much that is, and whether another has as much."""
    falls = [len(voice.removal.falls) for voice in _speaking(analysed)]
    most = max(falls, default=0)
    if not most:
        return None, 0, False
    return _speaking(analysed)[falls.index(most)], most, falls.count(most) > 1


def _framing(analysed: Analysed) -> Sentence:
    marks = analysed.article.framing
    if not marks:
        return Sentence("No wording is marked as framing.")
    every = max(1, round(analysed.figures.words.total / len(marks)))
    carry = plural(len(marks), "wording carries", "wordings carry")
    rate = "" if len(marks) == 1 else f", about one in every {every} words"
    own = sum(mark.wording == "writer" for mark in marks)
    whose = ""
    if len(marks) > 1 and own == len(marks):
        whose = "; all are the writer’s own"
    elif len(marks) > 1 and own:
        whose = f"; {number(own)} of them {plural(own, 'is', 'are')} the writer’s own"
    return Sentence(f"{capital(number(len(marks)))} {carry} a judgement{rate}{whose}.")


def _missing(analysed: Analysed) -> Sentence | None:
    count = len(analysed.article.missing)
    if not count:
        return None
    thing = plural(
        count, "thing that a reader would need is", "things that a reader would need are"
    )
    return Sentence(f"{capital(number(count))} {thing} not in it.")


def _contested(analysed: Analysed) -> Sentence | None:
    count = len(analysed.figures.contested)
    if not count:
        return None
    return Sentence(
        f"{capital(number(count))} {plural(count, 'mark', 'marks')} can fairly be read in two ways."
    )


RULES: tuple[Callable[[Analysed], Sentence | None], ...] = (
    _total,
    _voices,
    _stakes,
    _inferred,
    _bare,
    _unsourced,
    _heaviest,
    _settled,
    _framing,
    _missing,
    _contested,
)
"""What the paragraph says, in this order."""
