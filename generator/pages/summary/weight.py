"""What the writer concludes, and how much falls with one voice."""

from __future__ import annotations

from generator.analysis.figures import Analysed
from generator.pages.english import capital, number, plural, within
from generator.pages.summary.sentence import Sentence, every, first, heard

_FEW = 6
"""Below so many statements, a share is said as a count."""


def inferred(analysed: Analysed) -> Sentence | None:
    """How much of it the writer concludes."""
    counts = analysed.figures.statements
    if not heard(analysed) or counts.total == 1:
        return None
    some = counts.inferred
    if not some:
        return Sentence("The writer adds no conclusion.")
    many = f"{number(some)} {plural(some, 'statement', 'statements')}"
    if some * 2 > counts.total and counts.total < _FEW:
        many = f"{number(some)} of the {number(counts.total)}"
    elif some * 2 > counts.total:
        many = f"more than half of the statements, {number(some)},"
    elif some * 2 == counts.total and some > 1:
        many = f"half of the statements, {number(some)},"
    what = plural(some, "is the writer’s own conclusion", "are the writer’s own conclusions")
    return Sentence(f"{capital(many)} {what}.", strong=True)


def bare(analysed: Analysed) -> Sentence | None:
    """Which conclusions stand on nothing that the text shows."""
    conclusions = [s for s in analysed.article.statements if s.basis == "inferred"]
    bare = sum(not s.rests_on for s in conclusions)
    if not conclusions or len(analysed.article.statements) == 1:
        return None
    if not bare:
        each = "Each of them shows what it rests on." if len(conclusions) > 2 else None
        return Sentence(each) if each else None
    if bare == len(conclusions):
        which = {1: "That conclusion does not show", 2: "Neither shows"}.get(
            bare, "None of them shows"
        )
        return Sentence(f"{which} what it rests on.")
    does = plural(bare, "of those does", "of those do")
    return Sentence(
        f"{capital(number(bare))} {does} not show what {plural(bare, 'it rests', 'they rest')} on."
    )


def unsourced(analysed: Analysed) -> Sentence | None:
    """How much is given as fact by nobody."""
    counts = analysed.figures.statements
    if not counts.unsourced or not heard(analysed):
        return None
    others = "one other" if counts.unsourced == 1 else f"another {number(counts.unsourced)}"
    if counts.unsourced > counts.sourced and counts.unsourced > 2:
        return Sentence(f"For {others}, more than name a voice, nobody is named.")
    return Sentence(f"For {others}, nobody is named.")


def heaviest(analysed: Analysed) -> Sentence | None:
    """What falls with the voice that carries most, where that is not plain already."""
    voice, most, ties = first(analysed)
    speaking = heard(analysed)
    total = analysed.figures.statements.total
    if total == 1 or not speaking:
        return None
    if voice is None:
        return Sentence("No statement falls with one voice alone: each has another as well.")
    if ties:
        falls = f"{number(most)} {plural(most, 'statement falls', 'statements fall')}"
        return Sentence(f"No one voice carries most: whichever goes, at most {falls}.")
    built = len(voice.removal.built)
    if len(speaking) == 1 and not built:
        return None
    falls = f"{number(most)} {plural(most, 'statement falls', 'statements fall')}"
    if most == total:
        falls = f"{every(total, 'statements')} fall"
    elif most * 2 > total:
        falls = f"{number(most)} of the {number(total)} statements fall"
    if not built:
        return Sentence(f"Most rests on {within(voice.name)}: take that away, and {falls}.")
    whose = f"{number(built)} of them the writer’s own"
    return Sentence(f"Take away {within(voice.name)}, and {falls}, {whose}.", True)


def settled(analysed: Analysed) -> Sentence | None:
    """From where on the heaviest voice is built upon."""
    voice, _, ties = first(analysed)
    if voice is None or ties or not voice.removal.built:
        return None
    at = next(s.number for s in analysed.article.statements if s.id == voice.removal.built[0])
    if at == analysed.figures.statements.total:
        return Sentence("The last statement takes what that voice says as settled.")
    return Sentence(f"From statement {at} on, the text takes what that voice says as settled.")
