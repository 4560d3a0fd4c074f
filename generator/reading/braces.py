"""Reads the `{…}` after a mark, and says of each slip what was probably meant.

The attrs plugin leaves what it cannot read as literal text, without a word. Here each such
slip is a fault with its place, and reading goes on, so that one run shows all of them and
the corrected form can be given whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.reading.attributes import (
    HOWS,
    KEYS,
    MARKS,
    SEVERAL,
    Attributes,
    Fault,
    Value,
)

_SPACE = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r"[A-Za-z][\w-]*")
_BARE = re.compile(r"[A-Za-z0-9_:\-]+(?=[\s}]|$)")
_RUN = re.compile(r"[^\s}]*")
_CLOSERS = {"'": "'", "“": "”", "”": "”", "„": "“", "‘": "’", "’": "’", "«": "»"}
_QUOTES = frozenset("\"'") | frozenset(_CLOSERS)
_SEPARATOR = re.compile(r"\s*[,;\s]\s*")
_CLOSE = re.compile(r'(?<!\\)"')
_CLOSE_AT_END = re.compile(r'(?<!\\)"(?=\s*\}|\s+[.#]|\s*[A-Za-z]+=)')
_STOP = re.compile(r"[=}]")
_COLON = re.compile(r"([a-z]+):(\S+)")
_PAIR_AHEAD = re.compile(r"\s+[A-Za-z][\w-]*=|\s*\}")


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
    keys: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def run(self) -> None:
        self.at = self.start + 1
        while True:
            self.space()
            if self.text[self.at : self.at + 1] in ("", "[", "{"):
                self.unclosed()
                return
            sign = self.text[self.at]
            if sign == "}":
                self.at += 1
                return
            if sign in ".#":
                self.shorthand(sign)
            elif named := _NAME.match(self.text, self.at):
                self.pair(named)
            else:
                self.stray()

    def fault(self, code: str, message: str, start: int, end: int) -> None:
        self.faults.append(Fault(code, message, start, max(end, start + 1)))

    def unclosed(self) -> None:
        """Say so once, and not of each word behind it that it is no attribute."""
        words = ("bare-word", "stray-sign", "unquoted-value")
        self.faults = [fault for fault in self.faults if fault.code not in words]
        self.fault("unclosed-attributes", "This { is never closed.", self.start, self.start + 1)

    def space(self) -> None:
        while True:
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            if not self.text[self.at : self.at + 1].isspace():
                return
            message = f"The space here is not a plain one but U+{ord(self.text[self.at]):04X}."
            self.fault("stray-sign", message, self.at, self.at + 1)
            self.at += 1

    def shorthand(self, sign: str) -> None:
        named = re.compile(r"[\w-]*").match(self.text, self.at + 1)
        assert named
        if not named[0]:
            self.stray()
            return
        if sign == "#" and self.ids:
            self.fault("duplicate-attribute", "A mark has one #id.", self.at, named.end())
        else:
            (self.classes if sign == "." else self.ids).append(named[0])
        self.at = named.end()
        if self.text[self.at : self.at + 1] in (".", "#"):
            self.fault("no-space", "A space belongs between the two.", self.at - 1, self.at + 1)

    def stray(self) -> None:
        separator = self.text[self.at] in ",;"
        run = None if separator else _RUN.match(self.text, self.at)
        end = max(run.end() if run else 0, self.at + 1)
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
        if key in self.keys:
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
        begin = named.start()
        run = _RUN.match(self.text, begin)
        assert run
        self.at = end = max(named.end(), run.end())
        word = self.text[begin:end].rstrip(",;")
        last = self.values[-1] if self.values else None
        if last and self.continues(last, word, begin):
            self.join(last, word, end)
        elif (colon := _COLON.fullmatch(word)) and colon[1] in KEYS:
            self.take(colon[1], colon[2], begin + colon.start(2), end)
            self.fault("bare-word", f"`{colon[1]}` has `=` after it, not a colon.", begin, end)
        elif word in MARKS:
            self.classes.append(word)
            self.fault("bare-word", f"A kind has a point before it: .{word}", begin, end)
        elif word in HOWS:
            self.take("how", word, begin, end)
            self.fault("bare-word", f"`{word}` is a value: how={word}", begin, end)
        else:
            if word in KEYS:
                self.take(word, "", end, end)
            self.fault("bare-word", f"`{word}` has no value.", begin, end)

    def continues(self, last: Value, word: str, begin: int) -> bool:
        """Whether `word` belongs to the value before it, which has no quotes."""
        ours = word in (*MARKS, *HOWS, *KEYS) or word.partition(":")[0] in KEYS
        unquoted = last.end > last.start and self.text[last.end - 1] not in _QUOTES
        return unquoted and last.end < begin and not (last.key in SEVERAL and ours)

    def join(self, last: Value, word: str, end: int) -> None:
        joined = Value(last.key, f"{last.value} {word}".replace(",", ""), last.start, end)
        self.values[-1] = joined
        self.faults = [fault for fault in self.faults if fault.start != last.start]
        self.fault(
            "unquoted-value",
            f'Several words in `{last.key}` stand in double quotes: {last.key}="{joined.value}".',
            last.start,
            end,
        )

    def double_quoted(self, key: str) -> None:
        opened = self.at
        close = self.closing(opened)
        brace = self.text.find("}", opened + 1)
        if close >= 0 and (brace < 0 or close < brace):
            self.take(key, self.text[opened + 1 : close], opened, close + 1)
            self.odd_signs(key, opened, close)
            follows = self.text[close + 1 : close + 2]
            if follows and not follows.isspace() and follows != "}":
                self.fault("no-space", "A space belongs after the value.", close, close + 2)
            return
        if close >= 0 and _PAIR_AHEAD.match(self.text, close + 1):
            self.take(key, self.text[opened + 1 : close], opened, close + 1)
            self.fault("brace-in-value", "A value cannot hold `}`.", brace, brace + 1)
            return
        self.unclosed_quotes(key, opened)

    def closing(self, opened: int) -> int:
        """The `"` that ends a value, or -1; others before it belong to the value."""
        first = _CLOSE.search(self.text, opened + 1)
        if not first:
            return -1
        stop = _STOP.search(self.text, first.end())
        end = stop.end() if stop else len(self.text)
        last = _CLOSE_AT_END.search(self.text, first.start(), end)
        return last.start() if last else first.start()

    def unclosed_quotes(self, key: str, opened: int) -> None:
        ahead = _PAIR_AHEAD.search(self.text, opened + 1)
        stop = ahead.start() if ahead else len(self.text)
        self.take(key, self.text[opened + 1 : stop].rstrip("'“”„‘’«»"), opened, stop)
        self.fault("unclosed-quotes", "This quotation mark is never closed.", opened, stop)

    def odd_signs(self, key: str, opened: int, close: int) -> None:
        """What a value in double quotes cannot hold, though it is closed."""
        value = self.text[opened + 1 : close]
        for sign, code, message in (
            ("{", "brace-in-value", "A value cannot hold `{`."),
            ('"', "stray-sign", "A value in double quotes cannot hold another double quote."),
            ("\n", "stray-sign", "A value stands on one line."),
        ):
            at = value.find(sign)
            if at >= 0:
                self.fault(code, message, opened + 1 + at, opened + 2 + at)
        if "\\" in value and '"' not in value:
            at = opened + 1 + value.index("\\")
            self.fault("stray-sign", "A value cannot hold a backslash.", at, at + 1)
        if key in SEVERAL and re.search("[,;]", value):
            message = "Several values have spaces between them, and no commas."
            self.fault("stray-sign", message, opened, close + 1)

    def other_quotes(self, key: str, sign: str) -> None:
        opened = self.at
        ends = [self.text.find(mark, opened + 1) for mark in {_CLOSERS[sign], sign, "'", '"', "”"}]
        brace = self.text.find("}", opened)
        close = min((e for e in ends if e >= 0 and (brace < 0 or e < brace)), default=-1)
        if close < 0:
            self.unclosed_quotes(key, opened)
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
        if key in SEVERAL:
            value = _SEPARATOR.sub(" ", value).strip()
        self.keys.add(key)
        self.values.append(Value(key, value, start, end))
        self.at = end
