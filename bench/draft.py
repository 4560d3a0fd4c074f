"""How good the drafting is: `python -m bench.draft [FOLDER in brat format …]`.

Measured are, per sentence, whether it is attributed, and the spans of cues and sources, each beside
a plain baseline: a list of verbs and quotation marks. A folder holds .txt files and .ann files
with Source, Cue and Content; the .ann files may stand in a folder beside, and be several a text.
In folders, deeds (“tried to”), silence and feelings count as attributed, as in PolNeAR; `--strict`
leaves them out, as our codebook does.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.gold import Document, Span, articles, brat, heldout
from generator.drafting import suggest
from generator.drafting.values import HANDED_ON, Draft, Passage

ROOT = Path(__file__).resolve().parents[1]

VERBS = frozenset(
    {
        "say",
        "says",
        "said",
        "saying",
        "tell",
        "tells",
        "told",
        "ask",
        "asks",
        "asked",
        "write",
        "writes",
        "wrote",
        "claim",
        "claims",
        "claimed",
        "add",
        "adds",
        "added",
        "argue",
        "argues",
        "argued",
        "announce",
        "announced",
        "report",
        "reports",
        "reported",
        "believe",
        "believes",
        "believed",
        "think",
        "thinks",
        "thought",
        "warn",
        "warns",
        "warned",
        "explain",
        "explained",
        "insist",
        "insists",
        "insisted",
        "deny",
        "denies",
        "denied",
        "admit",
        "admitted",
        "according",
        "suggest",
        "suggests",
        "suggested",
        "show",
        "shows",
        "showed",
        "find",
        "finds",
        "found",
        "call",
        "calls",
        "called",
        "describe",
        "described",
        "note",
        "noted",
    }
)
"""The baseline's verbs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a way of drafting says of one document."""

    attributed: tuple[bool, ...]
    """For each sentence."""
    cues: tuple[Span, ...]
    """Where cues stand."""
    sources: tuple[Span, ...]
    """Where sources stand."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1."""

    right: int
    """Found and there."""
    found: int
    """Found."""
    there: int
    """There."""

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """Both in one."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def ours(draft: Draft, document: Document, wide: bool = False) -> Answer:
    """What the drafting rules say; `wide` counts deeds, silence and feelings as well."""
    cues = [cue for cue in draft.cues if wide or cue.of in HANDED_ON]
    counted = {cue.sentence for cue in cues} if wide else set()
    starts = [start for start, _ in document.passages]

    def at(number: int) -> int:
        return starts[draft.sentences[number].block]

    return Answer(
        tuple(
            suggestion.basis == "sourced" or number in counted
            for number, suggestion in enumerate(draft.suggestions)
        ),
        tuple((at(c.sentence) + c.span.start, at(c.sentence) + c.span.end) for c in cues),
        tuple(
            dict.fromkeys(
                (at(c.sentence) + c.speaker.span.start, at(c.sentence) + c.speaker.span.end)
                for c in cues
                if c.speaker
            )
        ),
    )


def baseline(draft: Draft, document: Document) -> Answer:
    """A list of verbs, and any quotation mark."""
    attributed, cues, sources = [], [], []
    for sentence in draft.sentences:
        start = document.passages[sentence.block][0]
        hits = [n for n, token in enumerate(sentence.tokens) if token.low in VERBS]
        quoted = any(token.low in '“”"«»' for token in sentence.tokens)
        attributed.append(bool(hits) or quoted)
        for hit in hits:
            token = sentence.tokens[hit]
            cues.append((start + token.start, start + token.end))
            if hit:
                before = sentence.tokens[hit - 1]
                sources.append((start + before.start, start + before.end))
    return Answer(tuple(attributed), tuple(cues), tuple(sources))


def overlapping(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """Spans that share a character count as right."""
    mine, theirs = list(found), list(gold)
    right = sum(any(a < d and c < b for c, d in theirs) for a, b in mine)
    there = sum(any(a < d and c < b for c, d in mine) for a, b in theirs)
    both = round((right + there) / 2)
    return Score(both, len(mine), len(theirs))


def exact(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """Only the same span is right."""
    mine, theirs = set(found), set(gold)
    return Score(len(mine & theirs), len(mine), len(theirs))


def added(scores: Iterable[Score]) -> Score:
    """All of them as one."""
    each = list(scores)
    return Score(sum(s.right for s in each), sum(s.found for s in each), sum(s.there for s in each))


def sentence_score(draft: Draft, document: Document, answer: Answer) -> Score:
    """Attributed or not, a sentence at a time."""
    gold = [document.attributed(s.block, s.start, s.end) for s in draft.sentences]
    both = sum(a and g for a, g in zip(answer.attributed, gold, strict=True))
    return Score(both, sum(answer.attributed), sum(gold))


def measure(name: str, documents: Sequence[Document], misses: bool, wide: bool = False) -> None:
    """Print one table; `wide` as in `ours`."""
    texts = [
        Draft("en", tuple(Passage("paragraph", 0, t) for _, t in d.passages)) for d in documents
    ]
    suggest(texts[0])
    began = time.perf_counter()
    drafts = [suggest(text) for text in texts]
    seconds = time.perf_counter() - began
    count = sum(len(draft.sentences) for draft in drafts)
    print(
        f"\n{name}: {len(documents)} texts, {count} sentences, {count / seconds:,.0f} sentences a second"
    )
    print(f"{'':28}{'precision':>10}{'recall':>8}{'F1':>7}   {'plain list':>10}{'ratio':>7}")
    pairs = [
        (ours(d, doc, wide), baseline(d, doc), d, doc)
        for d, doc in zip(drafts, documents, strict=True)
    ]
    rows: list[tuple[str, Callable[[Answer, Draft, Document], Score]]] = [
        ("sentence attributed or not", lambda a, d, doc: sentence_score(d, doc, a)),
        ("cue, overlap", lambda a, _, doc: overlapping(a.cues, doc.cues)),
        ("cue, exact", lambda a, _, doc: exact(a.cues, doc.cues)),
    ]
    if any(document.sources for document in documents):
        rows += [
            ("source, overlap", lambda a, _, doc: overlapping(a.sources, doc.sources)),
            ("source, exact", lambda a, _, doc: exact(a.sources, doc.sources)),
        ]
    for label, score in rows:
        mine = added(score(a, d, doc) for a, _, d, doc in pairs)
        plain = added(score(b, d, doc) for _, b, d, doc in pairs)
        ratio = f"{mine.f1 / plain.f1:.2f}" if plain.f1 else "-"
        print(
            f"  {label:26}{mine.precision:>10.3f}{mine.recall:>8.3f}{mine.f1:>7.3f}   "
            f"{plain.f1:>10.3f}{ratio:>7}"
        )
    if misses:
        for draft, document in zip(drafts, documents, strict=True):
            for sentence, said in zip(
                draft.sentences, ours(draft, document, wide).attributed, strict=True
            ):
                there = document.attributed(sentence.block, sentence.start, sentence.end)
                if said != there:
                    text = draft.passages[sentence.block].text[sentence.start : sentence.end]
                    print(f"    {'missed' if there else 'too many'}: {text}")


def main(words: Sequence[str]) -> None:
    """Measure on our own articles, on the held-out sentences, and on each folder that is named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--misses", action="store_true", help="list the sentences that are wrong")
    parser.add_argument(
        "--strict", action="store_true", help="count no deeds, silence and feelings in FOLDERs"
    )
    chosen = parser.parse_args(words)
    if not chosen.folders:
        measure("Our articles", articles(ROOT), chosen.misses)
        held = heldout(ROOT / "tests" / "drafting" / "heldout.txt")
        measure("Held-out sentences", held, misses=False)
    for folder in chosen.folders:
        documents = brat(folder)
        if not documents:
            sys.exit(f"{folder}: no .txt file with an .ann file beside it")
        measure(folder.name, documents, chosen.misses, wide=not chosen.strict)


if __name__ == "__main__":
    main(sys.argv[1:])
