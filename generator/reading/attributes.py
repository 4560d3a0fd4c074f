"""Reads the `{…}` after a mark, and says of each slip what was probably meant.

The attrs plugin leaves what it cannot read as literal text, without a word. Here each such
slip is a fault with its place, and reading goes on, so that one run shows all of them and
the corrected form can be given whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[A-Za-z][\w-]*")
_BARE = re.compile(r"[A-Za-z0-9_:\-]+(?=[\s}]|$)")
_RUN = re.compile(r"[^\s}]*")
_CLOSERS = {"'": "'", "“": "”", "”": "”", "„": "“", "‘": "’", "’": "’", "«": "»"}
_QUOTES = frozenset("\"'") | frozenset(_CLOSERS)
_PAIR_AHEAD = re.compile(r"\s+[A-Za-z][\w-]*=|\s*\}")


@dataclass(frozen=True, slots=True)
class Value:
    """One `key=value`."""

    key: str
    """The attribute's name."""
    value: str
    """Its value, without quotes."""
    start: int
    """First character of the value in the text."""
    end: int
    """One past its last character."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip."""

    code: str
    """The problem's code."""
    message: str
    """What is wrong."""
    start: int
    """First character at fault in the text."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between `{` and `}`."""

    classes: tuple[str, ...]
    """Names with a point before them, without it."""
    ids: tuple[str, ...]
    """Names with `#` before them, without it."""
    values: tuple[Value, ...]
    """The `key=value` pairs."""
    faults: tuple[Fault, ...]
    """The slips, in order."""
    end: int
    """One past the `}`."""

    def corrected(self) -> str:
        """The whole `{…}` as it was probably meant."""
        pairs: dict[str, str] = {}
        for value in self.values:
            pairs.setdefault(value.key, value.value)
        parts = [f".{name}" for name in self.classes] + [f"#{name}" for name in self.ids]
        parts += [f"{key}={_quoted(value)}" for key, value in pairs.items()]
        return "{" + " ".join(parts) + "}"


def _quoted(value: str) -> str:
    plain = value.replace('"', "").replace("}", "").strip()
    return plain if _BARE.fullmatch(plain) else f'"{plain}"'


def scan(text: str, start: int) -> Attributes:
    """Read the attributes of `text` whose `{` stands at `start`."""
    scanner = _Scanner(text, start)
    scanner.run()
    return Attributes(
        tuple(scanner.classes),
        tuple(scanner.ids),
        tuple(scanner.values),
        tuple(scanner.faults),
        scanner.at,
    )


@dataclass(slots=True)
class _Scanner:
    text: str
    start: int
    at: int = 0
    classes: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def run(self) -> None:
        self.at = self.start + 1
        while True:
            self.space()
            if self.at >= len(self.text):
                self.fault(
                    "unclosed-attributes", "This { is never closed.", self.start, self.start + 1
                )
                return
            sign = self.text[self.at]
            if sign == "}":
                self.at += 1
                return
            if sign in ".#":
                self.shorthand(sign)
            elif named := _NAME.match(self.text, self.at):
                self.pair(named)
            elif sign == "{":
                self.fault(
                    "unclosed-attributes", "This { is never closed.", self.start, self.start + 1
                )
                return
            else:
                self.stray()

    def fault(self, code: str, message: str, start: int, end: int) -> None:
        self.faults.append(Fault(code, message, start, max(end, start + 1)))

    def space(self) -> None:
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]

    def shorthand(self, sign: str) -> None:
        named = re.compile(r"[\w-]*").match(self.text, self.at + 1)
        assert named
        if not named[0]:
            self.stray()
            return
        (self.classes if sign == "." else self.ids).append(named[0])
        self.at = named.end()

    def stray(self) -> None:
        run = _RUN.match(self.text, self.at)
        assert run
        separator = self.text[self.at] in ",;"
        end = self.at + 1 if separator else max(run.end(), self.at + 1)
        message = (
            "Attributes are separated by spaces, not by commas."
            if separator
            else "This is neither a kind, an #id nor a key=value."
        )
        self.fault("stray-sign", message, self.at, end)
        self.at = end

    def pair(self, named: re.Match[str]) -> None:
        begin, after = named.span()
        equals = re.compile(r"\s*=\s*").match(self.text, after)
        if not equals:
            self.bare_word(named)
            return
        if equals[0] != "=":
            self.fault("space-around-equals", "Write no space around `=`.", after, equals.end())
        self.at = equals.end()
        key = named[0]
        if any(value.key == key for value in self.values):
            self.fault(
                "duplicate-attribute",
                f"`{key}` stands here a second time, and only one of them would count.",
                begin,
                after,
            )
        sign = self.text[self.at : self.at + 1]
        if sign == '"':
            self.double_quoted(key)
        elif sign in _CLOSERS and sign:
            self.other_quotes(key, sign)
        else:
            self.unquoted(key)

    def bare_word(self, named: re.Match[str]) -> None:
        begin, end = named.span()
        run = _RUN.match(self.text, begin)
        assert run
        end = max(end, run.end())
        word = self.text[begin:end].rstrip(",;")
        self.at = end
        last = self.values[-1] if self.values else None
        if last and self.text[last.end - 1] not in _QUOTES and last.end < begin:
            joined = Value(last.key, f"{last.value} {word}".replace(",", ""), last.start, end)
            self.values[-1] = joined
            self.fault(
                "unquoted-value",
                f'Several words in `{last.key}` stand in double quotes: {last.key}="{joined.value}".',
                last.start,
                end,
            )
        elif word in MARKS:
            self.classes.append(word)
            self.fault("bare-word", f"A kind has a point before it: .{word}", begin, end)
        else:
            self.fault("bare-word", f"`{word}` has no value.", begin, end)

    def double_quoted(self, key: str) -> None:
        opened = self.at
        close = self.text.find('"', opened + 1)
        brace = self.text.find("}", opened + 1)
        if close >= 0 and (brace < 0 or close < brace):
            self.take(key, self.text[opened + 1 : close], opened, close + 1)
            follows = self.text[close + 1 : close + 2]
            if follows and not follows.isspace() and follows != "}":
                self.fault("no-space", "A space belongs after the value.", close, close + 2)
            return
        if close >= 0 and _PAIR_AHEAD.match(self.text, close + 1):
            self.take(key, self.text[opened + 1 : close], opened, close + 1)
            self.fault("brace-in-value", "A value cannot hold `}`.", brace, brace + 1)
            return
        ahead = _PAIR_AHEAD.search(self.text, opened + 1)
        stop = ahead.start() if ahead else len(self.text)
        self.take(key, self.text[opened + 1 : stop], opened, stop)
        self.fault("unclosed-quotes", "This quotation mark is never closed.", opened, stop)

    def other_quotes(self, key: str, sign: str) -> None:
        opened = self.at
        ends = [self.text.find(mark, opened + 1) for mark in {_CLOSERS[sign], sign, "'", '"', "”"}]
        brace = self.text.find("}", opened)
        close = min((e for e in ends if e >= 0 and (brace < 0 or e < brace)), default=-1)
        if close < 0:
            ahead = _PAIR_AHEAD.search(self.text, opened + 1)
            stop = ahead.start() if ahead else len(self.text)
            self.take(key, self.text[opened + 1 : stop], opened, stop)
            self.fault("unclosed-quotes", "This quotation mark is never closed.", opened, stop)
            return
        self.take(key, self.text[opened + 1 : close], opened, close + 1)
        curly = sign != "'"
        self.fault(
            "curly-quotes" if curly else "single-quotes",
            f"{'Curly' if curly else 'Single'} quotation marks do not hold a value; "
            'straight double ones (") do.',
            opened,
            close + 1,
        )

    def unquoted(self, key: str) -> None:
        begin = self.at
        bare = _BARE.match(self.text, begin)
        if bare:
            self.take(key, bare[0], begin, bare.end())
            return
        run = _RUN.match(self.text, begin)
        assert run
        value = run[0]
        self.take(key, value.rstrip(",;"), begin, run.end())
        if not value:
            self.fault("bare-word", f"`{key}` has no value.", begin - len(key) - 1, begin)
            return
        odd = "".join(sorted({c for c in value if not re.match(r"[\w:\-]", c)})) or value
        self.fault(
            "unquoted-value",
            f"A value with `{odd}` in it stands in double quotes.",
            begin,
            run.end(),
        )

    def take(self, key: str, value: str, start: int, end: int) -> None:
        self.values.append(Value(key, value, start, end))
        self.at = end


MARKS = ("sourced", "unsourced", "inferred", "framing", "cue")
"""The kinds of mark."""
