"""What a single statement bears: which conclusions fall and which lean if it goes."""

from __future__ import annotations

from generator.model import Article

Burden = tuple[tuple[str, ...], tuple[str, ...]]


def burden(article: Article, statement: str) -> Burden:
    """Give the ids of what falls with a statement, and of what leans without it.

    The same rule as for a voice that is taken away: a conclusion falls if all that it rests on
    falls, and leans if part of it falls or leans.
    """
    known = {other.id for other in article.statements}
    falls, leans = {statement}, set[str]()
    changed = True
    while changed:
        changed = False
        for other in article.statements:
            under = [key for key in other.rests_on if key in known]
            if other.basis != "inferred" or not under or other.id in falls:
                continue
            if all(key in falls for key in under):
                falls.add(other.id)
                leans.discard(other.id)
                changed = True
            elif other.id not in leans and any(key in falls or key in leans for key in under):
                leans.add(other.id)
                changed = True
    order = [other.id for other in article.statements if other.id != statement]
    return tuple(k for k in order if k in falls), tuple(k for k in order if k in leans)
