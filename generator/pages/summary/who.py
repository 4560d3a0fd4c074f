"""Who the statements come from, and what those voices have to win or lose."""

from __future__ import annotations

from generator.analysis.figures import Analysed
from generator.model import Stake
from generator.pages.english import capital, listed, number, plural, within
from generator.pages.summary.sentence import Sentence, every, heard

_STAKE: dict[Stake, str] = {
    "party": "a party to what is told",
    "interested": "with an interest in being believed",
    "independent": "with nothing to win or lose",
    "unknown": "with a stake that is not known",
}
_KINDS: dict[Stake, tuple[str, str]] = {
    "party": ("is a party to what is told", "are parties to what is told"),
    "interested": ("has an interest in being believed", "have an interest in being believed"),
    "independent": ("has nothing to win or lose", "have nothing to win or lose"),
    "unknown": ("has a stake that is not known", "have stakes that are not known"),
}
"""Each stake with `one of them` and with `two of them`."""
_NAMED = 4
"""Up to how many voices are named one by one."""


def origin(analysed: Analysed) -> Sentence:
    """Who the statements come from, if anybody is named."""
    counts, speaking = analysed.figures.statements, heard(analysed)
    if not speaking:
        return _nobody(analysed)
    names = listed([within(voice.name) for voice in speaking])
    one = f"{within(speaking[0].name)}, {_STAKE[speaking[0].stake]}"
    if counts.total == 1:
        return Sentence(f"The one statement comes from {one if len(speaking) == 1 else names}.")
    if counts.sourced == counts.total:
        each = capital(every(counts.total, "statements"))
        if len(speaking) == 1:
            return Sentence(f"{each} come from one voice: {one}.")
        if len(speaking) <= _NAMED:
            return Sentence(f"{each} say who they come from: {names}.")
        return Sentence(f"{each} say who they come from: {number(len(speaking))} voices.")
    some = f"{capital(number(counts.sourced))} of the {number(counts.total)} statements"
    if counts.sourced == 1:
        together = names if len(speaking) <= _NAMED else f"{number(len(speaking))} voices"
        return Sentence(
            f"{some} says who it comes from: "
            + (f"{one}." if len(speaking) == 1 else f"{together}, together.")
        )
    if len(speaking) == 1:
        return Sentence(f"{some} say who they come from, and each time it is {one}.")
    voices = f"{number(len(speaking))} voices"
    if len(speaking) <= _NAMED:
        return Sentence(f"{some} say who they come from, and it is one of {voices}: {names}.")
    return Sentence(f"{some} say who they come from, and {voices} share them.")


def _nobody(analysed: Analysed) -> Sentence:
    """What there is where no voice is."""
    counts = analysed.figures.statements
    if counts.total == 1:
        return Sentence(
            "The one statement is the writer’s own conclusion."
            if counts.inferred
            else "The one statement is given as a fact, and nobody is named for it."
        )
    each = capital(every(counts.total, "statements"))
    if counts.inferred == counts.total:
        return Sentence(f"{each} are the writer’s own conclusions, and no voice is named.", True)
    if not counts.inferred:
        any_ = "either" if counts.total == 2 else "any of them"
        return Sentence(f"{each} are given as facts, and nobody is named for {any_}.", True)
    return Sentence(
        f"{capital(number(counts.total))} statements, and no voice is named: "
        f"{number(counts.unsourced)} {plural(counts.unsourced, 'is given as a fact', 'are given as facts')} and "
        f"{number(counts.inferred)} {plural(counts.inferred, 'is the writer’s own conclusion', 'are the writer’s own conclusions')}.",
        True,
    )


def stakes(analysed: Analysed) -> Sentence | None:
    """What several voices have to win or lose."""
    speaking = heard(analysed)
    if len(speaking) < 2:
        return None
    count = number(len(speaking))
    each = "Both" if len(speaking) == 2 else f"All {count}"
    by_stake = {
        stake: [voice for voice in speaking if voice.stake == stake]
        for stake in _KINDS
        if any(voice.stake == stake for voice in speaking)
    }
    if len(by_stake) == 1:
        return Sentence(f"{each} {_KINDS[speaking[0].stake][1]}.")
    free = by_stake.get("independent", [])
    if free:
        only = f"Only {within(free[0].name)} {_KINDS['independent'][0]}."
        some = f"{capital(number(len(free)))} of the {count} {_KINDS['independent'][1]}."
        return Sentence(only if len(free) == 1 else some)
    parts = [
        f"{number(len(voices))} {_KINDS[stake][len(voices) > 1]}"
        for stake, voices in by_stake.items()
    ]
    none = "Neither is" if len(speaking) == 2 else f"None of the {count} is"
    return Sentence(f"{none} independent: {listed(parts)}.")


def nameless(analysed: Analysed) -> Sentence | None:
    """How many voices the text leaves without a name."""
    ids = {voice.id for voice in heard(analysed)}
    voices = [voice for voice in analysed.article.voices if voice.id in ids]
    count = sum(voice.kind == "unnamed" for voice in voices)
    if not count:
        return None
    if len(voices) == 1:
        return Sentence("The text does not give that voice a name.")
    if count == len(voices):
        return Sentence(f"{'Neither' if count == 2 else 'None of them'} is given a name.")
    return Sentence(f"{capital(number(count))} of them {plural(count, 'is', 'are')} given no name.")
