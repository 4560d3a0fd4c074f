"""Markdown of any size that is long, deep or never closed; written for these tests."""

from __future__ import annotations

from collections.abc import Callable


def _each(pattern: str, count: int) -> str:
    return "".join(pattern.format(n=number, next=(number + 1) % count) for number in range(count))


def _of(pattern: str) -> Callable[[int], str]:
    return lambda count: pattern * count


def _numbered(pattern: str) -> Callable[[int], str]:
    return lambda count: _each(pattern, count)


BOMBS: dict[str, Callable[[int], str]] = {
    "brackets opened": _of("["),
    "brackets closed": _of("]"),
    "brackets nested": lambda n: "[" * n + "words" + "]" * n,
    "pairs of brackets": _of("[]"),
    "marks nested": lambda n: "[" * n + "words" + "]{.unsourced}[^a]" * n,
    "marks nested, and opened": lambda n: "[" * 2 * n + "words" + "]{.unsourced}[^a]" * n,
    "marks": _numbered("[A word.]{{.unsourced}}[^s{n}] "),
    "marks on lines": _numbered("[A word.]{{.unsourced}}[^s{n}]\n"),
    "paragraphs": _numbered("[A word.]{{.unsourced}}[^s{n}]\n\n"),
    "marks with notes": _numbered("[A word.]{{.unsourced}}[^s{n}]\n\n[^s{n}]: why\n\n"),
    "marks of one name": _of("[A word.]{.unsourced}[^s1] "),
    "framing in one statement": lambda n: (
        "[" + _each("[a]{{.framing technique=doubt}}[^f{n}] ", n) + "]{.unsourced}[^s1]"
    ),
    "cues in one statement": lambda n: "[" + "[a]{.cue} " * n + "]{.sourced by=mayor}[^s1]",
    "a circle of conclusions": _numbered(
        "[A word.]{{.inferred kind=question from=s{next}}}[^s{n}]\n\n[^s{n}]: why\n\n"
    ),
    "a chain of conclusions": _numbered(
        "[A word.]{{.inferred kind=question from=s{next}}}[^s{n}]\n\n"
    ),
    "conclusions from what is not there": _numbered(
        "[A word.]{{.inferred kind=question from=slip{n}}}[^s{n}]\n\n"
    ),
    "circles in circles": _numbered(
        '[A word.]{{.inferred kind=question from="s{next} s0 s1"}}[^s{n}]\n\n'
    ),
    "notes with slips": _numbered("[A word.]{{.unsourced}}[^a{n}b]\n\n[^a{n}c]: why\n\n"),
    "voices with slips": _numbered("[A word.]{{.sourced by=mayr{n}}}[^s{n}]\n\n"),
    "techniques with slips": _numbered("[A]{{.framing technique=loaded{n}}}[^s{n}]\n\n"),
    "keys with slips": _numbered("[A]{{.framing tecnique{n}=a}}[^s{n}]\n\n"),
    "marks with slips": _numbered("[A]{{.unsorced{n}}}[^s{n}]\n\n"),
    "names in one value": lambda n: f'[a]{{.sourced by="{_each("m{n} ", n)}"}}[^s1]',
    "values of one mark": lambda n: "[a]{.unsourced " + 'short="a" ' * n + "}[^s1]",
    "keys of one mark": lambda n: "[a]{.unsourced " + _each('k{n}="a" ', n) + "}[^s1]",
    "words in braces": lambda n: "[a]{.unsourced short=a " + "b " * n + "}[^s1]",
    "unseen spaces in braces": lambda n: "[a]{.unsourced " + "\u00a0" * n + "}[^s1]",
    "commas in braces": lambda n: "[a]{.unsourced " + "," * n + "}[^s1]",
    "kinds of one mark": lambda n: "[a]{" + ".a" * n + "}[^s1]",
    "braces opened": _of("{.unsourced "),
    "braces after marks": _of("[a]{.unsourced "),
    "braces closed": _of("]{.unsourced}"),
    "braces alone": _of("{.cue}"),
    "round braces": _of("[a](.unsourced) "),
    "quotes opened": _of('[a]{.unsourced short="'),
    "curly quotes opened": _of("[a]{.unsourced short=“"),
    "single quotes opened": _of("[a]{.unsourced short='"),
    "spaces before braces": lambda n: "[a]" + " " * n + "{.unsourced}",
    "spaces before notes": lambda n: "[a]{.unsourced}" + " " * n + "[^s1]",
    "spaces": _of(" "),
    "spaces and letters": _of("a" + " " * 50),
    "tabs": lambda n: "\t" * n + "a",
    "empty lines": _of("\n"),
    "quotations nested": lambda n: ">" * n + " words",
    "quotations": _of("> words\n\n"),
    "lists nested": lambda n: "".join(f"{'  ' * (k % 40)}- words\n" for k in range(n)),
    "items": _of("- words\n"),
    "items and quotations": _of("- > words\n"),
    "numbers": _numbered("{n}. words\n"),
    "headings": _of("## words\n\n"),
    "headings underlined": _of("words\n===\n"),
    "rules": _of("---\n\n"),
    "tables": lambda n: "|a|b|\n|-|-|\n" + "|a|b|\n" * n,
    "columns of a table": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n",
    "fences opened": _of("```\n"),
    "fences of all lengths": lambda n: "".join("`" * (3 + k % 60) + "\n" for k in range(n)),
    "code": _of("`a` "),
    "backticks of all lengths": lambda n: " ".join("`" * (1 + k % 100) for k in range(n)),
    "stars": _of("*a **b "),
    "stars alone": _of("*"),
    "stars and words": _of("a*"),
    "stars and underscores": _of("*_"),
    "stars nested": lambda n: "*a " * n + "b*" * n,
    "strong nested": lambda n: "**a " * n + "b** " * n,
    "backslashes": _of("\\"),
    "backslashes and brackets": _of("\\["),
    "entities": _of("&amp;"),
    "entities opened": _of("&amp"),
    "unseen characters": _of("a\u200b"),
    "unseen entities": _of("&zwj;"),
    "stacked marks": lambda n: "a" + "\u0301" * n,
    "towers": _of("a" + "\u0301" * 9),
    "images": _of("!["),
    "images nested": lambda n: "![" * n + "a" + "](b)" * n,
    "links": _of("[a]("),
    "links to angles": _of("[a](<b"),
    "links with titles": _of('[a](b "'),
    "links nested": lambda n: "[" * n + "a" + "](https://example.org/)" * n,
    "links to the same": _of("[a](https://example.org/) "),
    "links nowhere": _of("[a](b) "),
    "addresses in angles": _of("<https://example.org/> "),
    "addresses that do not close": _of("<https://example.org/"),
    "strange addresses in angles": _numbered("<a{n}:b> "),
    "tags": _of("<a "),
    "tags closed": _of("<b>a</b> "),
    "tags on lines": _of("<b>\n\n"),
    "remarks": _of("<!-- "),
    "declarations": _of("<!a "),
    "instructions": _of("<? "),
    "character data": _of("<![CDATA["),
    "notes called": _of("[^a]"),
    "notes called, each another": _numbered("[^a{n}] "),
    "notes": _numbered("[^n{n}]: why\n"),
    "notes apart": _numbered("[^n{n}]: why\n\n"),
    "notes of one name": _of("[^n]: why\n"),
    "notes of many paragraphs": lambda n: "[^n]: why\n" + "\n    why\n" * n,
    "notes with marks": _of("[^n]: [a]{.cue}\n\n"),
    "notes in notes": lambda n: "".join(f"{'    ' * (k % 10)}[^n{k}]: why\n\n" for k in range(n)),
    "definitions": _of("[a]: b\n"),
    "template code": _of("{{ a }} "),
    "template code opened": _of("{{ "),
    "snippets": _of('--8<-- "a" '),
    "sentences": lambda n: "[" + "One more. " * n + "]{.unsourced}[^s1]",
    "sentences without a mark": _of("One more. "),
    "quotation marks": _of("“a” "),
    "quotation marks opened": _of("“a "),
    "a word": lambda n: "[" + "a" * n + "]{.unsourced}[^s1]",
    "a word with signs": lambda n: "[" + "a-" * n + "]{.unsourced}[^s1]",
    "right to left": _of("[הגשר \u200e]{.unsourced}[^s1] "),
    "isolates": _of("א\u2067"),
    "joiners": _of("ی\u200c"),
    "line separators": _of("a\u2028"),
    "carriage returns": _of("\r"),
}
"""By what each is: gives the text for a count."""
