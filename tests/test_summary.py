"""What a reviewer is shown: the strip as text, the figures, and what changed in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner, Result

from generator.analysis.figures import Analysed
from generator.cli import main
from generator.compare import Difference, compare
from generator.summary import as_markdown, changes_as_markdown, text_strip
from tests.sample import BRIDGE, HOSTILE, ROOT, analysed, of_size


def test_the_strip_has_a_sign_a_statement_and_a_group_a_paragraph() -> None:
    """Framing is counted in the line below, under its statement."""
    assert text_strip(analysed(BRIDGE).article) == "▒ ■∿ ■▒ ■■ ∿∿ ■■∿ ■ ▒∿\n  11  1     1 1 1 2"


def test_a_long_strip_breaks_between_paragraphs() -> None:
    """No line is much longer than people read, and no statement is lost."""
    found = text_strip(of_size(200, 5).article).split("\n")
    assert len(found) > 3
    assert max(map(len, found)) <= 61
    assert sum(line.count(sign) for line in found for sign in "■▒∿") == 200


def test_more_framing_than_a_digit_can_say_is_a_plus() -> None:
    """So that the columns stay under their signs."""
    marks = " ".join(f"[w{n}]{{.framing technique=hedge}}[^f{n}]" for n in range(11))
    notes = "".join(f"[^f{n}]: Why.\n" for n in range(11))
    front = "title: T\nrights: own\noriginal: {publisher: P}\nannotators: [{name: a}]"
    text = f"---\n{front}\n---\n\n[{marks}]{{.unsourced}}[^s1]\n\n[^s1]: Why.\n{notes}"
    assert text_strip(analysed(text).article) == "▒\n+"


def test_the_summary_has_the_figures() -> None:
    """Bases, voices with their load, and techniques."""
    text = as_markdown([analysed(BRIDGE)])
    assert text.startswith("### The bridge that opened twice\n\n```text\n▒ ■∿")
    assert "■ sourced  ▒ unsourced  ∿ inferred" in text
    assert "| sourced | 7 | 95 |" in text
    assert "| Piet Okoro | interested | 2 | 37 | 27% |" in text
    assert "Framing marks: 8 (loaded-attribution 2, " in text


def test_an_authors_words_stay_words() -> None:
    """No title or name becomes markup, a cell more, or a heading."""
    text = as_markdown([analysed(HOSTILE.replace("name: _Otto_", "name: '_O|t_ | x'"))])
    html = markdown.markdown(text, extensions=["tables", "fenced_code"])
    assert "<b>" not in html
    assert "<script" not in html
    assert "<em>" not in html
    assert "A &lt;b&gt; &amp; &quot;c&quot; *x*" in html.replace("&#34;", "&quot;")
    assert "<td>_O&#124;t_ &#124; x</td>" in html
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert {line.count(" | ") for line in rows} == {2, 4}


def changed(old: str, new: str) -> str:
    """What a reviewer is shown of this edit of the bridge."""
    assert old in BRIDGE
    now = analysed(BRIDGE.replace(old, new), "bridge")
    return changes_as_markdown(compare([now], [analysed(BRIDGE, "bridge")]))


def test_an_article_that_is_the_same_is_not_shown() -> None:
    """Only what somebody touched is for review."""
    one, other = (analysed(BRIDGE, slug) for slug in ("bridge", "tunnel"))
    assert compare([one, other], [other, one]) == ()
    assert changes_as_markdown(()) == "No article changed."


def test_what_changed_in_the_figures_is_shown_with_what_it_was() -> None:
    """A basis that changes moves the counts and a load."""
    text = changed(".sourced by=resident how=quote}[^s11]", ".unsourced}[^s11]")
    assert "### The bridge that opened twice (changed)" in text
    for row in (
        "| sourced statements | 7 | 6 |",
        "| unsourced statements | 3 | 4 |",
        "| statements of Nell Baptiste | 2 | 1 |",
        "| load of Nell Baptiste | 20% | 7% |",
    ):
        assert row in text
    assert "| inferred statements |" not in text


def test_a_figure_that_was_not_there_was_none() -> None:
    """A technique that is used for the first time, and one that is gone."""
    (found,) = compare(
        [analysed(BRIDGE.replace("technique=unnamed-source", "technique=hedge"), "bridge")],
        [analysed(BRIDGE, "bridge")],
    )
    assert found.differences == (
        Difference("marks of hedge", "", "1"),
        Difference("marks of unnamed-source", "1", ""),
    )
    text = changes_as_markdown([found])
    assert "| marks of hedge | none | 1 |" in text


def test_a_change_of_words_alone_is_said() -> None:
    """A note, a title, an empty line: nothing that is counted."""
    assert "No figure changed" in changed("Weigh both.", "Weigh them.")


def test_new_and_removed_articles_are_named() -> None:
    """With figures where there are some."""
    now, was = analysed(BRIDGE, "bridge"), analysed(BRIDGE, "tunnel")
    found = compare([now], [was])
    assert [(c.slug, c.change) for c in found] == [("bridge", "new"), ("tunnel", "removed")]
    text = changes_as_markdown(found)
    assert "### The bridge that opened twice (new)" in text
    assert "### tunnel\n\nRemoved." in text


@pytest.fixture
def trees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two copies of a library, `before` and `now`, and the working folder in the latter."""
    codebook = (ROOT / "content" / "codebook.yml").read_text(encoding="utf-8")
    changed = BRIDGE.replace("technique=unnamed-source", "technique=hedge")
    for name, articles in {
        "before": {"bridge": BRIDGE, "tunnel": BRIDGE, "kite": BRIDGE},
        "now": {"bridge": changed, "tunnel": BRIDGE, "harbour": BRIDGE},
    }.items():
        folder = tmp_path / name / "content" / "articles"
        folder.mkdir(parents=True)
        (folder.parent / "codebook.yml").write_text(codebook, encoding="utf-8")
        for slug, text in articles.items():
            (folder / f"{slug}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "now")
    return tmp_path


def run(*words: str) -> Result:
    """`whosays stats` with these words."""
    return CliRunner().invoke(main, ["stats", *words], catch_exceptions=False)


def slugs(found: Iterable[Analysed] | str) -> list[str]:
    """The slugs of a JSON list."""
    assert isinstance(found, str)
    return [row["slug"] for row in json.loads(found)]


@pytest.mark.usefixtures("trees")
def test_stats_against_another_copy_shows_what_differs() -> None:
    """In each format: the changed, the new and the removed article, and no other."""
    rows = json.loads(run("--against", "../before", "--format", "json").output)
    assert [(row["slug"], row["change"]) for row in rows] == [
        ("bridge", "changed"),
        ("harbour", "new"),
        ("kite", "removed"),
    ]
    assert rows[0]["differences"][0] == {"figure": "marks of hedge", "was": "", "now": "1"}
    assert rows[0]["was"]["framing"]["by_technique"]["unnamed-source"] == 1
    assert rows[0]["now"]["statements"]["total"] == 15
    assert rows[1]["was"] is None
    assert rows[2]["now"] is None
    for shape in ("table", "markdown"):
        outcome = run("--against", "../before", "--format", shape)
        assert outcome.exit_code == 0
        assert "marks of" in outcome.output
        assert "hedge" in outcome.output
        assert "tunnel" not in outcome.output


@pytest.mark.usefixtures("trees")
def test_stats_of_chosen_articles_leaves_the_others_out() -> None:
    """An article that is not asked for is not removed."""
    words = ("--against", "../before", "--format", "json", "content/articles/bridge.md")
    assert slugs(run(*words).output) == ["bridge"]


def test_another_copy_needs_articles(trees: Path) -> None:
    """A wrong folder is a slip in the command."""
    (trees / "empty").mkdir()
    outcome = run("--against", "../empty")
    assert outcome.exit_code == 2
    assert "has no content/articles/" in outcome.output


def test_an_article_that_was_broken_before_counts_as_new(trees: Path) -> None:
    """The other copy is only looked at: its errors stop nothing."""
    path = trees / "before" / "content" / "articles" / "tunnel.md"
    path.write_text(BRIDGE.replace("by=mayor", "by=mayer"), encoding="utf-8")
    outcome = run("--against", "../before", "--format", "json")
    assert outcome.exit_code == 0
    assert slugs(outcome.output) == ["bridge", "harbour", "kite", "tunnel"]
