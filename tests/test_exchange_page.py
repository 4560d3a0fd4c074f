"""What the page on formats says is what the formats do."""

from __future__ import annotations

from tests.exchange_table import PAGE, page


def test_the_table_and_the_lists_are_what_is_observed() -> None:
    """`python -m tests.exchange_table` writes them anew."""
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(text)
