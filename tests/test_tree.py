"""The marked text of an embed as a tree: nothing of it is lost."""

from __future__ import annotations

from generator.model import RichText, Style
from generator.pages.tree import Node, block_tree, rich_tree

from .sample import HOSTILE, analysed


def test_no_character_of_the_text_is_lost_in_the_tree() -> None:
    """Marks and styles that cross are split; the words stay whole and in order."""
    crossing = RichText(
        "one two three four",
        (Style("strong", 0, 13), Style("emphasis", 4, 18), Style("link", 2, 6, "x")),
    )
    assert words(rich_tree(crossing)) == crossing.text
    article = analysed(HOSTILE).article
    for index, block in enumerate(article.blocks):
        assert words(block_tree(article, index)) == block.text.text


def words(nodes: tuple[Node, ...]) -> str:
    """The text of a tree."""
    return "".join(node.text + words(node.children) for node in nodes)


def test_quotation_marks_of_a_swapped_wording_can_go() -> None:
    """Marks that hold nothing but a wording with a plain one stand apart; others stay in the text."""
    text = """\
---
title: A case
rights: own
original: {publisher: The Harbour Post}
voices:
  mayor: {name: Ada Renn, kind: person, stake: party}
annotators: [{name: harbour-school}]
---

[A “[triumph]{.framing technique=loaded-language plain=success}[^f1]”, “a [feast]{.framing technique=loaded-language plain=day}[^f2]”
and a “[dream]{.framing technique=loaded-language}[^f3]”.]{.unsourced}[^s1]

[^f1]: One.
[^f2]: Two.
[^f3]: Three.
[^s1]: Four.
"""
    (statement,) = block_tree(analysed(text).article, 0)
    assert [node.text for node in statement.children if node.kind == "quote"] == ["“", "”"]
    assert words((statement,)).startswith("A “triumph”, “a feast”")
