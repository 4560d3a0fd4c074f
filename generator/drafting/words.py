"""The word lists of a language: one folder of data beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from generator.drafting.inflection import forms_of
from generator.drafting.patterns import compiled
from generator.drafting.values import CueClass
from generator.reading.place import source_of
from generator.reading.values import Value, read_values


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb that may be a cue, in one of its uses."""

    base: str
    """Its base form."""
    frame: str
    """What has to stand around it: see verbs.yml."""
    of: CueClass
    """What handing on it is."""
    form: str
    """`base`, `third`, `past`, `participle` or `ing`; `state` for an adjective."""
    noun: bool
    """Whether the form may be a noun as well."""
    behind: tuple[str, ...]
    """The words that follow it (“out” of “point out”)."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Patterns for one kind of inference."""

    kind: str
    """The kind; `counted` and `fixed` for what looks like one and is none."""
    why: str
    """What the patterns show, for the note."""
    pattern: re.Pattern[str]
    """They in one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns for one technique."""

    technique: str
    """Its id."""
    why: str
    """What they may do, for the note."""
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    """They, each with its plain wording."""


@dataclass(frozen=True, slots=True)
class Words:
    """All lists of a language."""

    verbs: dict[str, tuple[Verb, ...]]
    """By the first word of the form."""
    phrases: dict[str, re.Pattern[str]]
    """`before_voice`, `around_voice`, `voiceless`, `carriers`."""
    nouns: dict[str, frozenset[str]]
    """`strong`, `weak`, and for each link the nouns that it may follow."""
    grammar: dict[str, frozenset[str]]
    """Small words by their work."""
    ends: dict[str, tuple[str, ...]]
    """How adverbs, plurals and others end."""
    voices: dict[str, frozenset[str]]
    """What tells a voice's kind."""
    signs: tuple[Sign, ...]
    """In the decision order."""
    wordings: tuple[Wording, ...]
    """By technique."""
    loaded: dict[str, tuple[str, str, str]]
    """Verbs that steer: technique, plain wording and why, by base form."""
    notes: dict[str, str]
    """What the stubs of notes say, by what led to them."""


class NoSuchLanguage(ValueError):
    """There is no folder of word lists with that name."""


def languages() -> tuple[str, ...]:
    """The languages that have word lists."""
    here = files("generator.drafting").iterdir()
    return tuple(sorted(e.name for e in here if e.is_dir() and e.joinpath("verbs.yml").is_file()))


@cache
def words_of(language: str) -> Words:
    """The lists of `language`, read once."""
    name = language.partition("-")[0]
    if name not in languages():
        raise NoSuchLanguage(language)
    nouns = {key: _set(value) for key, value in _table(name, "nouns").items() if key != "links"}
    for link, of in _mapping(_table(name, "nouns")["links"]).items():
        named = _set(of)
        nouns[f"link {link}"] = frozenset(
            noun for word in named for noun in nouns.get(word, frozenset({word}))
        )
    framing = _table(name, "framing")
    notes, grammar = _table(name, "notes"), _table(name, "grammar")
    return Words(
        verbs=_verbs(name),
        phrases={key: compiled(_texts(v)) for key, v in _table(name, "phrases").items()},
        nouns=nouns,
        grammar={key: _set(value) for key, value in grammar.items() if not key.endswith("_ends")},
        ends={
            key.removesuffix("_ends"): tuple(_texts(value))
            for key, value in grammar.items()
            if key.endswith("_ends")
        },
        voices={key: _set(value) for key, value in _table(name, "voices").items()},
        signs=tuple(
            Sign(str(sign["kind"]), str(sign["why"]), compiled(_texts(sign["patterns"])))
            for sign in map(_mapping, _list(name, "basis"))
        ),
        wordings=tuple(
            Wording(technique, str(entry["why"]), tuple(_patterns(entry.get("patterns"))))
            for technique, entry in ((t, _mapping(e)) for t, e in framing.items())
        ),
        loaded={
            base: (technique, plain, str(entry["why"]))
            for technique, entry in ((t, _mapping(e)) for t, e in reversed(framing.items()))
            for base, plain in map(_plain, _texts(entry.get("verbs")))
        },
        notes={key: str(text) for key, text in notes.items()},
    )


def _verbs(language: str) -> dict[str, tuple[Verb, ...]]:
    table = [_mapping(row) for row in _list(language, "inflection")]
    found: dict[str, dict[Verb, None]] = {}
    for group in map(_mapping, _list(language, "verbs")):
        frame, of = str(group["frame"]), str(group["class"])
        assert of in get_args(CueClass), of
        for entry in _texts(group["verbs"]):
            base = entry.split()[0]
            for form, word, behind in forms_of(entry, frame == "state", table):
                name = " ".join((base, *behind))
                verb = Verb(name, frame, of, form, "noun" in group, behind)  # type: ignore[arg-type]
                found.setdefault(word, {})[verb] = None
    return {word: tuple(uses) for word, uses in found.items()}


def _patterns(value: Value) -> Iterator[tuple[re.Pattern[str], str]]:
    """Those without a plain wording in one, the others each for itself."""
    entries = [_plain(text) for text in _texts(value)]
    bare = [pattern for pattern, plain in entries if not plain]
    if bare:
        yield compiled(bare), ""
    for pattern, plain in entries:
        if plain:
            yield compiled([pattern]), plain


def _plain(text: str) -> tuple[str, str]:
    pattern, _, plain = text.partition("->")
    return pattern.strip(), plain.strip()


def _read(language: str, name: str) -> Value:
    path = files("generator.drafting").joinpath(language, f"{name}.yml")
    text = path.read_text(encoding="utf-8")
    values = read_values(source_of(f"{language}/{name}.yml", text), text, 1)
    assert not values.problems, values.problems
    return values.value


def _table(language: str, name: str) -> dict[str, Value]:
    return _mapping(_read(language, name))


def _list(language: str, name: str) -> list[Value]:
    value = _read(language, name)
    assert isinstance(value, list)
    return value


def _mapping(value: Value) -> dict[str, Value]:
    assert isinstance(value, dict)
    return value


def _texts(value: Value) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []


def _set(value: Value) -> frozenset[str]:
    return frozenset(_texts(value))
