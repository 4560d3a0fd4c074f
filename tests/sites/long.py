"""An article of any size, always the same one for the same numbers: voices, chains, framing, records."""

from __future__ import annotations

from collections.abc import Iterator

PLACES = ("mill", "harbour", "school", "orchard", "library", "tram depot", "bakery", "lighthouse")
DEEDS = (
    "was painted twice before the spring",
    "keeps its doors open until eight in the evening",
    "lost nine chairs and found eleven",
    "has a new clock, a new roof and an old debt",
    "paid for the lamps on the way to the square",
)
OPINIONS = (
    "will be full by the end of the summer",
    "matters more to the town than it did",
    "was opened so that nobody would look at the accounts",
    "shows what the whole valley thinks of paint",
)
INFERENCES = ("prediction", "evaluation", "motive", "generalisation", "interpretation")
NAMES = (
    ("Ada", "Quill"),
    ("Bruno", "Sedge"),
    ("Cora", "Thrush"),
    ("Dov", "Umber"),
    ("Esme", "Vetch"),
    ("Finn", "Wren"),
)
STAKES = ("party", "interested", "independent", "unknown")
LOADED = ("claims", "admits", "boasts", "insists")


def long_article(statements: int = 200, voices: int = 12) -> str:
    """The text of the article's file."""
    lines = [
        "---",
        "title: The town that counted everything",
        "summary: A made-up report of many statements, to see that pages stay usable.",
        "original: {publisher: The Valley Ledger, published: 2025-05-04}",
        "rights: own",
        "language: en",
        "level: 12-14",
        "topics: [counting]",
        "frames: [economic]",
        "voices:",
        *_voices(voices),
        "records:",
        "  ledger: {title: The ledger of the town, publisher: The town, says: It lists each lamp.}",
        "missing:",
        "  - {what: Anyone from the hills, why: The last part is about them, at: s1}",
        "questions:",
        "  - {ask: Which voice would you ring first?, standard: RI.8.8}",
        "annotators: [{name: tests, date: 2026-11-22}]",
        "---",
        "",
        *_paragraphs(statements, voices),
        *_notes(statements),
    ]
    return "\n".join(lines) + "\n"


def _voices(voices: int) -> Iterator[str]:
    for v in range(1, voices + 1):
        kind = "unnamed" if v % 6 == 0 else "person"
        place = PLACES[v % len(PLACES)]
        name = " ".join((NAMES[v % 6][0], NAMES[v * v % 5][1]))
        yield f"  v{v}: {{name: {name} {v}, role: keeper of the {place}, kind: {kind}, stake: {STAKES[v % 4]}}}"


def _paragraphs(statements: int, voices: int) -> Iterator[str]:
    for n in range(1, statements + 1):
        yield _statement(n, voices)
        if n % 4 == 0:
            yield ""
    yield ""


def _basis(n: int) -> str:
    """One in three is inferred, one in five of the others unsourced."""
    if n % 3 == 0:
        return "inferred"
    return "unsourced" if n % 5 == 0 else "sourced"


def _statement(n: int, voices: int) -> str:
    place, deed = PLACES[n % len(PLACES)], DEEDS[n % len(DEEDS)]
    basis = _basis(n)
    if basis == "inferred":
        kind, opinion = INFERENCES[n % len(INFERENCES)], OPINIONS[n % len(OPINIONS)]
        return f'[So the {place} {opinion}.]{{.inferred kind={kind} from="{_rests_on(n)}"}}[^s{n}]'
    if basis == "unsourced":
        return f"[The {place} {deed}.]{{.unsourced see=ledger}}[^s{n}]"
    v = n % voices + 1
    if n % 10 == 1:
        verb = LOADED[n % len(LOADED)]
        cue = f"[{verb}]{{.framing technique=loaded-attribution plain=says}}[^f{n}]"
    else:
        cue = "says"
    also = f" v{v % voices + 1}" if n % 7 == 0 else ""
    return f'[The {place} {deed}, [speaker {v} {cue}]{{.cue}}.]{{.sourced by="v{v}{also}" how=paraphrase}}[^s{n}]'


def _rests_on(n: int) -> str:
    """The statement before, and for two in three a conclusion further back: chains of up to eight."""
    before = [f"s{n - 1}"]
    if n > 3 and n % 24 != 0:
        before.append(f"s{n - 3}" if n % 9 else f"s{n // 2}")
    return " ".join(before)


def _notes(statements: int) -> Iterator[str]:
    for n in range(1, statements + 1):
        yield f"[^s{n}]: {_reason(n)}"
        if f"[^f{n}]" in _statement(n, 12):
            yield f"[^f{n}]: The verb passes judgement on how it was said, the {n}th time."


def _reason(n: int) -> str:
    if _basis(n) == "inferred":
        return f"Nobody is quoted on this. It is the writer’s, number {n}."
    if _basis(n) == "unsourced":
        return f"A fact that could be looked up, and nobody is named for it, number {n}."
    return f"One voice, and its stake is given beside it, number {n}."
