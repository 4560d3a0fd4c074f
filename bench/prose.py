"""Writes one generated article in the content format, from the words of `bench.words`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench import words

Option = TypeVar("Option")

STATEMENTS = 32
"""How many statements an article has."""
FRAMING = 60
"""How many framing marks an article has."""
_BASES = ("sourced", "unsourced", "inferred", "unsourced", "sourced", "inferred", "sourced")
"""The bases of seven statements on end, again and again."""
_PARAGRAPH = 4
"""How many statements a paragraph has."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """Someone whom the article relies on."""

    id: str
    """What `by` says."""
    name: str
    """The name in the text."""
    role: str
    """What they are."""
    kind: str
    """As in the front matter."""
    stake: tuple[str, str]
    """The stake, and a sentence on it."""


class Writer:
    """Writes one article; all its choices come from one stream of seeded chance."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.chance = Random(f"{seed}/{number}")
        self.theme = self._pick(words.THEMES)
        self.place = self._place()
        self.voices = [self._voice(n) for n in range(1, self.chance.randint(4, 6) + 1)]
        self.records = [f"r{n}" for n in range(1, self.chance.randint(2, 3) + 1)]
        self.kinds = self._shuffled(words.INFERENCES)
        self.techniques = self._shuffled(words.TAILS)
        self.one_mark = self.chance.sample(range(STATEMENTS), 2 * STATEMENTS - FRAMING)
        self.thing = ""
        self.speakers = 0
        self.framed = 0
        self.notes: list[str] = []

    def article(self) -> tuple[str, str]:
        """The file name without its ending, and the text."""
        title = f"The {self._pick(words.LOADED)[0]} {self._pick(self.theme.nouns)} of {self.place}"
        letters = "".join(c if c.isalnum() else " " for c in title.lower())
        slug = "-".join([*letters.split(), f"{self.number:05}"])
        body = [self._statement(n) for n in range(STATEMENTS)]
        parts = ["\n".join(body[n : n + _PARAGRAPH]) for n in range(0, STATEMENTS, _PARAGRAPH)]
        text = "\n\n".join([*parts, "\n".join(self.notes)])
        return slug, f"---\n{self._front_matter(title)}---\n\n{text}\n"

    def _statement(self, index: int) -> str:
        """One statement with its marks; their notes are kept for the end."""
        self.thing = self._pick(self.theme.nouns)
        basis = _BASES[index % len(_BASES)]
        voice = self.voices[self.speakers % len(self.voices)]
        self.speakers += basis == "sourced"
        two = index not in self.one_mark
        if basis == "sourced":
            text, attributes = self._handed_on(voice, two)
        elif basis == "unsourced":
            text, attributes = f"{self._pick(words.TIMES)} {self._deed(two)}.", ""
        else:
            text, attributes = self._concluded(index, voice, two)
        if index in (3, 4, 8):
            attributes += f" see={self.records[index % len(self.records)]}"
        attributes += f' short="{self.thing.capitalize()}, part {index + 1}"'
        self._note(f"s{index + 1}", basis, name=voice.name)
        return f"[{text}]{{.{basis}{attributes}}}[^s{index + 1}]"

    def _handed_on(self, voice: _Voice, two: bool) -> tuple[str, str]:
        """A sourced statement: a quotation with a judging verb, or a paraphrase."""
        if two and self._heads():
            verb, plain = self._pick(words.ATTRIBUTIONS)
            cue = self._mark(verb, "loaded-attribution", plain, "attribution", name=voice.name)
            text = f"“{_begun(self._deed(False))},” [{cue}]{{.cue}} {voice.name}, {voice.role}."
            return text, f" by={voice.id} how=quote"
        said = (
            f"{_begun(voice.name)} [{self._pick(words.PLAIN_CUES)}]{{.cue}} that {self._deed(two)}."
        )
        return said, f" by={voice.id} how=paraphrase"

    def _concluded(self, index: int, voice: _Voice, two: bool) -> tuple[str, str]:
        """An inferred statement, that rests on one or two before it."""
        kind = self.kinds[index % len(self.kinds)]
        sentence = self._pick(words.INFERENCES[kind]).format(
            thing=f"{self._judging_word()} {self.thing}", object=self._object(), name=voice.name
        )
        supports = [f"s{n}" for n in range(max(1, index - 1), index + 1)]
        attributes = f' kind={kind} from="{" ".join(supports[: self.chance.randint(1, 2)])}"'
        attributes += " also=unsourced" if index % 16 == 2 else ""
        end = "?" if kind == "question" else "."
        return f"{_begun(sentence)}{self._tail() if two else ''}{end}", attributes

    def _deed(self, two: bool) -> str:
        """“the shabby ferry left eleven minutes late, and with it the winter stores”."""
        deed = f"the {self._judging_word()} {self.thing} {self._pick(self.theme.deeds)}"
        where = f" in {self._place()}" if self._heads() else f", and with it {self._object()}"
        return f"{deed}{where}{self._tail() if two else ''}"

    def _judging_word(self) -> str:
        word, plain = self._pick(words.LOADED)
        return self._mark(word, self._pick(words.WORD_TECHNIQUES), plain, "word")

    def _tail(self) -> str:
        technique = self.techniques[self.framed % len(self.techniques)]
        return f", {self._mark(self._pick(words.TAILS[technique]), technique, '', 'tail')}"

    def _mark(self, text: str, technique: str, plain: str, about: str, name: str = "") -> str:
        """A framing mark; its note is kept for the end."""
        self.framed += 1
        label = f"f{self.framed}"
        self._note(label, about, word=text, plain=plain, name=name)
        instead = f' plain="{plain}"' if plain else ""
        return f"[{text}]{{.framing technique={technique}{instead}}}[^{label}]"

    def _note(self, label: str, about: str, **more: str) -> None:
        note = self._pick(words.NOTES[about])
        filled = note.format(thing=self.thing, object=self._object(), place=self.place, **more)
        self.notes.append(f"[^{label}]: {filled}.")

    def _front_matter(self, title: str) -> str:
        day = f"2026-0{self.chance.randint(1, 9)}-{self.chance.randint(10, 28)}"
        lines = [
            f"title: {title}",
            f"summary: What {self.place} says of {self._object()}. Invented, to measure with.",
            f"original: {{title: {title}, publisher: The {self.place} {self._pick(words.PAPERS)}, "
            f"published: {day}}}",
            "rights: own",
            "language: en",
            f"genre: {self._pick(words.GENRES)}",
            "invented: true",
            f"level: {self._pick(words.LEVELS)}",
            f"topics: [{self.theme.topic}]",
            f"frames: [{self.theme.frame}]",
            "voices:",
        ]
        for voice in self.voices:
            lines += [
                f"  {voice.id}:",
                f"    name: {voice.name}",
                f"    role: {voice.role}",
                f"    kind: {voice.kind}",
                f"    stake: {voice.stake[0]}",
                f"    note: {voice.stake[1]}",
            ]
        lines.append("records:")
        for record in self.records:
            lines += [
                f"  {record}:",
                f"    title: {self._pick(words.DOCUMENTS)} on {self._object()}",
                f"    publisher: {self.place} {self._pick(words.BODIES)}",
                f"    says: It counts {self.chance.randint(2, 990)} entries on {self._object()}.",
            ]
        lines.append("missing:")
        for _ in range(3):
            lines += [
                f"  - what: {self._pick(words.MISSING).format(**self._slots())}",
                f"    why: Without it nobody can judge {self._object()}.",
                f"    at: s{self.chance.randint(1, STATEMENTS)}",
            ]
        lines.append("questions:")
        for _ in range(3):
            lines += [
                f"  - ask: {self._pick(words.QUESTIONS).format(**self._slots())}",
                f"    standard: {self._pick(words.STANDARDS)}",
                f"    answer: It depends on {self._object()}, and the text says little of it.",
            ]
        lines.append("annotators: [{name: bench, date: 2026-11-22}]")
        return "\n".join(lines) + "\n"

    def _slots(self) -> dict[str, str]:
        return {
            "thing": self._pick(self.theme.nouns),
            "object": self._object(),
            "place": self.place,
            "statement": f"s{self.chance.randint(1, STATEMENTS)}",
        }

    def _voice(self, number: int) -> _Voice:
        stake = self._pick(words.STAKES)
        if number == 2:
            name = f"the {self.place} {self._pick(words.BODIES)}"
            return _Voice(f"v{number}", name, "a body with an office", "organisation", stake)
        if number == 3:
            name = f"the {self._place()} {self._pick(words.DOCUMENTS)}"
            return _Voice(f"v{number}", name, "a paper that anyone may read", "document", stake)
        name = f"{self._pick(words.FIRST_NAMES)} {self._surname()}"
        return _Voice(f"v{number}", name, f"{self._pick(words.ROLES)}", "person", stake)

    def _surname(self) -> str:
        return self._name(words.SURNAME_STARTS, words.SURNAME_ENDS)

    def _place(self) -> str:
        return self._name(words.PLACE_STARTS, words.PLACE_ENDS)

    def _name(self, starts: Sequence[str], ends: Sequence[str]) -> str:
        """One of thousands, so that a library's words keep growing with its articles."""
        return self._pick(starts) + self._pick(words.NAME_MIDDLES) + self._pick(ends)

    def _object(self) -> str:
        return self._pick(words.OBJECTS)

    def _heads(self) -> bool:
        return self.chance.random() < 0.5

    def _shuffled(self, options: Iterable[str]) -> list[str]:
        ordered = list(options)
        return self.chance.sample(ordered, len(ordered))

    def _pick(self, options: Sequence[Option]) -> Option:
        return options[self.chance.randrange(len(options))]


def _begun(text: str) -> str:
    """As the beginning of a sentence."""
    return text[0].upper() + text[1:]
