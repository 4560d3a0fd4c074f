"""Articles from the format's grammar: every mark, nesting and key; then damaged in every way."""

from __future__ import annotations

import json

from hypothesis import strategies as st

WORDS = st.sampled_from(
    (
        *("bridge", "Harbour", "6.2-million", "mayor’s", "naïve", "Łódź", "東京", "הגשר", "الجسر"),
        *(
            "می\u200cرود",
            "👩\u200d🚒",
            "E\u0301",
            "a & b",
            "&amp;",
            "&lt;b&gt;",
            "\\[",
            "\\*",
            "\\_",
        ),
        *("*stress*", "**strong**", "`code`", "``a ` b``", "[link](https://example.org/a?b=1&c=2)"),
        *("“quoted”", "‘so’", "—", "…", "1986\\.", "\\#", "100 %", "a < b", "a > b", "{ }"),
        *("x_y_z", "$5", "~20", "it's", '"', "* a", "<https://example.org/>", "(b)", "!"),
    )
)
NAMES = st.sampled_from(
    ("Ada Renn", "“Critics”", "Bo: Lind", "a, b", "- c", "Ńuñez [x]", "#d", "👩")
)
TECHNIQUES = st.sampled_from(("loaded-language", "doubt", "hedge", "presupposition", "repetition"))
KINDS = st.sampled_from(("interpretation", "motive", "prediction", "evaluation", "question"))
ENDS = st.sampled_from((".", "?", "!", ".”", "…"))
VOICES = ("mayor", "clerk", "some-body")


@st.composite
def words(draw: st.DrawFn, most: int = 5) -> str:
    """A few words with styles, escapes, entities and links among them."""
    first = draw(st.sampled_from(("The bridge", "Łódź", "הגשר", "می\u200cرود", "*So* he", "6 %")))
    return " ".join((first, *draw(st.lists(WORDS, max_size=most))))


@st.composite
def value(draw: st.DrawFn) -> str:
    """A value of an attribute, in quotes."""
    text = draw(st.lists(st.sampled_from(("said", "a plain word", "naïve", "6 %", "b, c", "“d”"))))
    return f'"{" ".join(text) or "e"}"'


class Numbered:
    """Gives each note a label of its own, and keeps the labels and the voices that were used."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.statements: list[str] = []
        self.voices: dict[str, None] = {}

    def label(self, sign: str) -> str:
        """The next label."""
        self.labels.append(f"{sign}{len(self.labels) + 1}")
        return self.labels[-1]


@st.composite
def inner(draw: st.DrawFn, numbered: Numbered, depth: int, sourced: bool) -> str:
    """The words of a mark, with wording marks among them."""
    parts = [draw(words())]
    for _ in range(draw(st.integers(0, 2)) if depth else 0):
        within = draw(inner(numbered, depth - 1, sourced))
        if sourced and draw(st.booleans()):
            parts.append(f"[{within}]{{.cue}}")
        else:
            plain = draw(st.sampled_from(("", " plain={}", " also=hedge", " also=none")))
            given = plain.format(draw(value()) if plain else "")
            technique = draw(TECHNIQUES)
            given = "" if technique in given else given
            mark = f"{{.framing technique={technique}{given}}}"
            parts.append(f"[{within}]{mark}[^{numbered.label('f')}]")
        parts.append(draw(words(2)))
    return draw(st.sampled_from((" ", " ", "\n"))).join(parts)


@st.composite
def statement(draw: st.DrawFn, numbered: Numbered) -> str:
    """A statement of one of the three kinds, with its attributes and the call of its note."""
    basis = draw(st.sampled_from(("sourced", "unsourced", "inferred")))
    text = draw(inner(numbered, 2, basis == "sourced")) + draw(ENDS)
    given = ""
    if basis == "sourced":
        by = draw(st.lists(st.sampled_from(VOICES), min_size=1, max_size=2, unique=True))
        numbered.voices |= dict.fromkeys(by)
        given = (
            f' by="{" ".join(by)}" how={draw(st.sampled_from(("quote", "paraphrase", "mixed")))}'
        )
    elif basis == "inferred":
        given = f" kind={draw(KINDS)}"
        before = numbered.statements
        if draw(st.booleans()) and before:
            rests = draw(st.lists(st.sampled_from(before), min_size=1, max_size=3, unique=True))
            given += f' from="{" ".join(rests)}"'
    if draw(st.booleans()):
        others = [b for b in ("sourced", "unsourced") if b != basis]
        given += f" also={draw(st.sampled_from(others))}"
    if draw(st.booleans()):
        given += f" short={draw(value())}"
    if draw(st.booleans()):
        given += " see=log"
    label = numbered.label("s")
    numbered.statements.append(label)
    return f"[{text}]{{.{basis}{given}}}[^{label}]"


@st.composite
def block(draw: st.DrawFn, numbered: Numbered) -> str:
    """A heading, a paragraph, a quotation or items."""
    kind = draw(st.sampled_from(("paragraph", "paragraph", "heading", "quote", "items")))
    if kind == "heading":
        return f"## {draw(st.sampled_from(('The bridge', 'A *second* time', '6 % — “so”')))}"
    statements = [draw(statement(numbered)) for _ in range(draw(st.integers(1, 3)))]
    if kind == "items":
        return "\n".join("- " + one.replace("\n", "\n  ") for one in statements)
    text = draw(st.sampled_from((" ", "\n"))).join(statements)
    return "> " + text.replace("\n", "\n> ") if kind == "quote" else text


def quoted(text: str) -> str:
    """A value of the front matter."""
    return json.dumps(text, ensure_ascii=False)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A whole article, most often without an error."""
    numbered = Numbered()
    blocks = [draw(block(numbered)) for _ in range(draw(st.integers(1, 4)))]
    if not numbered.statements:
        blocks.append(draw(statement(numbered)))
    why = st.sampled_from(("One voice.", "No *source*.", "Why?\n\n    And why.", "See `a`.", "Он."))
    notes = "\n".join(f"[^{label}]: {draw(why)}" for label in numbered.labels)
    rows = [f"title: {quoted(draw(NAMES))}", "original: {publisher: The Harbour Post}"]
    rows.append(f"rights: {draw(st.sampled_from(('own', 'own', 'public-domain')))}")
    rows += ["voices:"] if numbered.voices else []
    for name in numbered.voices:
        kind = draw(st.sampled_from(("person", "organisation", "document", "unnamed")))
        stake = draw(st.sampled_from(("party", "interested", "independent", "unknown")))
        rows.append(f"  {name}: {{name: {quoted(draw(NAMES))}, kind: {kind}, stake: {stake}}}")
    rows.append("records:\n  log: {title: Opening log, says: Two openings.}")
    if draw(st.booleans()):
        rows.append(f"summary: {quoted(draw(NAMES))}")
    if draw(st.booleans()):
        rows.append(f"language: {draw(st.sampled_from(('en', 'ar', 'he', 'fa', 'pt-BR')))}")
    if draw(st.booleans()):
        at = draw(st.sampled_from(numbered.statements))
        rows.append(f"missing:\n  - {{what: A voice, why: It is missed., at: {at}}}")
    if draw(st.booleans()):
        rows.append("questions:\n  - {ask: Who says so?, standard: RI.8.8, answer: The mayor.}")
    if draw(st.booleans()):
        rows.append("level: 12-14\ntopics: [bridges, “towns”]\nframes: [political]\ngenre: report")
    rows.append("annotators: [{name: harbour-school, date: 2026-11-22}]")
    front = "\n".join(rows)
    return f"---\n{front}\n---\n\n" + "\n\n".join(blocks) + f"\n\n{notes}\n"


SIGNS = st.sampled_from(
    [
        *"[](){}<>\"'“”‘’`*_#~^!|\\&=.:;,-+/%@$?0 \n\r\t",
        *(
            "[^",
            "]{",
            "}[^s1]",
            "\n\n",
            "---",
            "\n---\n",
            "    ",
            "> ",
            "- ",
            "1. ",
            "\u00a0",
            "\u2028",
        ),
        *(
            "{.sourced",
            ".framing",
            " by=",
            "={",
            "{{",
            "{%",
            "--8<--",
            "<b>",
            "<!--",
            "&#x202e;",
            "://",
        ),
        *(
            "\0",
            "\u200b",
            "\u202e",
            "\ud800",
            "\U000e0041",
            "e\u0301\u0301",
            "\ufeff",
            "😀",
            "&amp;",
        ),
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article with some slips: signs and lines left out, put in, doubled, swapped; two in one; cut."""
    text = draw(articles())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(text) - 1, 0)))
        to = min(len(text), at + draw(st.integers(1, 12)))
        kind = draw(
            st.sampled_from(("out", "in", "twice", "swap", "lines", "double", "splice", "cut"))
        )
        lines = text.split("\n")
        row = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        if kind == "out":
            text = text[:at] + text[to:]
        elif kind == "in":
            text = text[:at] + draw(SIGNS) + text[at:]
        elif kind == "twice":
            text = text[:to] + text[at:]
        elif kind == "swap":
            text = text[:at] + text[at:to][::-1] + text[to:]
        elif kind == "lines":
            lines[row], lines[other] = lines[other], lines[row]
            text = "\n".join(lines)
        elif kind == "double":
            text = "\n".join([*lines[:row], lines[row], *lines[row:]])
        elif kind == "splice":
            second = draw(articles())
            text = text[:at] + second[draw(st.integers(0, len(second))) :]
        else:
            text = text[:at]
    return text
