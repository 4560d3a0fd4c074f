"""Which lines of a file an edit in the workbench has changed."""

from __future__ import annotations

from random import Random

from generator.workbench.changes import changes


def test_what_changes_is_the_lines_that_differ_with_two_around() -> None:
    """Removed before added, in parts that begin with the number of their first line now."""
    before = [f"line {number}" for number in range(20)]
    now = [*before[:5], "new", *before[6:15], *before[16:], "end"]
    parts = changes("\n".join(before) + "\n", "\n".join(now) + "\n")
    shown = [
        (part["line"], [f"{each['sort'][0]} {each['line']}" for each in part["lines"]])
        for part in parts
    ]
    end = ["s line 16", "s line 17", "s line 18", "s line 19", "a end"]
    assert shown == [
        (4, ["s line 3", "s line 4", "r line 5", "a new", "s line 6", "s line 7"]),
        (14, ["s line 13", "s line 14", "r line 15", *end]),
    ]


def test_lines_of_both_texts_come_out_whole_and_in_order() -> None:
    """Of any two texts, what was removed and added is what one has more than the other."""
    random = Random(7)
    for _ in range(300):
        before, now = (random.choices("abcd", k=random.randint(1, 12)) for _ in range(2))
        lines = [
            line for part in changes("\n".join(before), "\n".join(now)) for line in part["lines"]
        ]
        removed = [each["line"] for each in lines if each["sort"] == "removed"]
        added = [each["line"] for each in lines if each["sort"] == "added"]
        assert sorted([*now, *removed]) == sorted([*before, *added])
        assert bool(lines) == (before != now)


def test_a_long_file_is_compared_at_once() -> None:
    """As long as the longest, with an edit in each paragraph: it is done at every pause of typing."""
    before = [line for number in range(1500) for line in (f"{number} and more", "")]
    now = [line.replace("7 and", "7, and") for line in before]
    parts = changes("\n".join(before), "\n".join(now))
    assert sum(line["sort"] == "added" for part in parts for line in part["lines"]) == 150
