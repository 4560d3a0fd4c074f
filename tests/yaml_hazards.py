"""YAML that means harm, or that other readers stumble over; written for these tests."""

from __future__ import annotations


def _bomb(levels: int, width: int) -> str:
    """Each line names the one before `width` times: read by value it would be width to the levels."""
    lists = (", ".join([f"*l{level}"] * width) for level in range(levels))
    return "l0: &l0 [lol]\n" + "\n".join(f"l{n}: &l{n} [{row}]" for n, row in enumerate(lists, 1))


def _merges(levels: int, width: int) -> str:
    lists = (", ".join([f"*m{level}"] * width) for level in range(levels))
    merges = (f"m{n}: &m{n} {{<<: [{row}]}}" for n, row in enumerate(lists, 1))
    return "m0: &m0 {k: v}\n" + "\n".join(merges)


HAZARDS = {
    "an alias bomb": _bomb(12, 12),
    "a merge-key bomb": _merges(12, 12),
    "an alias of itself": "title: &a [*a, *a]",
    "a key that is an alias": "? &a title\n: *a\n*a : b",
    "500 lists in one another": "title: " + "[" * 500 + "]" * 500,
    "5,000 lists opened": "title: " + "[" * 5_000,
    "500 mappings in one another": "title: " + "{a: " * 500 + "b" + "}" * 500,
    "5,000 mappings opened": "title: " + "{a: " * 5_000,
    "500 indented mappings": "".join(f"{' ' * depth}a:\n" for depth in range(500)),
    "500 lists on one line": "- " * 500 + "a",
    "a question mark 500 times": "? " * 500 + "a",
    "5,000 digits": "title: " + "7" * 5_000,
    "5,000 digits in base 16": "title: 0x" + "f" * 5_000,
    "5,000 digits in base 60": "title: 1" + ":59" * 1_700,
    "5,000 digits with underscores": "title: " + "1_" * 2_500 + "1",
    "an exponent": "title: 1e999999999",
    "infinity and no number": "title: .inf\nsummary: -.Inf\nlevel: .NaN",
    "a month too many": "changes: [{date: 2025-13-01, what: a}]",
    "a day too many": "changes: [{date: 2025-02-30, what: a}]",
    "a year too late": "changes: [{date: 99999-01-01, what: a}]",
    "the year nought": "changes: [{date: 0000-01-01, what: a}]",
    "a time zone": "changes: [{date: 2025-01-01T00:00:00+99:99, what: a}]",
    "digits of another script": "changes: [{date: ٢٠٢٥-٠١-٠١, what: a}]",
    "what runs elsewhere": "title: !!python/object/apply:os.system ['true']",
    "what reads elsewhere": "title: !include /etc/hostname\nsummary: !ENV HOME",
    "a tag of its own": "%TAG ! tag:example.org,2026:\n---\ntitle: !x a",
    "a tag in brackets": "title: !<tag:yaml.org,2002:binary> aGVsbG8=",
    "a set and an ordered map": "title: !!set {a, b}\nsummary: !!omap [a: b]",
    "another version": "%YAML 7.3\n---\ntitle: a",
    "two versions": "%YAML 1.2\n%YAML 1.1\n---\ntitle: a",
    "two documents": "title: a\n--- \ntitle: b\n...\n",
    "dots in the middle": "title: a\n...\nsummary: b",
    "one key three times": "title: a\ntitle: b\ntitle: c",
    "one key in two spellings": "title: a\n\"title\": b\n'title': c\n? title\n: d",
    "keys of all sorts": "1: a\ntrue: b\nnull: c\n2025-01-01: d\n[e]: f\n{g: h}: i",
    "no key": ": a\n: b",
    "no value": "title:\nvoices:\n  mayor:\nannotators:\n  -\n",
    "a list": "- a\n- b",
    "a text": "just words",
    "nothing": "",
    "a remark": "# nothing but a remark",
    "a thousand keys": "".join(f"k{number}: v\n" for number in range(1_000)),
    "ten thousand items": "topics: [" + "a, " * 10_000 + "a]",
    "a tab": "title:\n\ta: b",
    "quotes that never close": "title: \"a\nsummary: b\nlevel: 'c",
    "brackets that never close": "title: [a\nsummary: {b\nlevel: c",
    "ten thousand quotes": "title: " + "'" * 10_001,
    "ten thousand backslashes": 'title: "' + "\\\\" * 10_000,
    "a block of spaces": "title: |9\n" + " " * 40_000,
    "blocks with signs": "title: >+9-\n a\nsummary: |-+\n b",
    "escapes": r'title: "\x41\u0041\U00110000\q"',
    "half a pair": r'title: "\ud800"',
    "a null": r'title: "a\0b"',
    "a line separator": "title: a\u2028b\u2029c\x85d",
    "a byte order mark within": "\ufefftitle: a\n\ufeffsummary: b",
    "an anchor of a kilobyte": f"title: &{'a' * 1_000} b",
    "a key of four kilobytes": "k" * 4_096 + ": v",
    "colons": "title: " + "a: " * 2_000,
    "dashes": "- - - " * 2_000,
    "percent signs": "%" * 10_000,
    "stars": "title: " + "*" * 10_000,
    "ands": "title: " + "&a " * 3_000,
}
"""By what each is."""
