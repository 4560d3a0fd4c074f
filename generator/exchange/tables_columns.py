"""The columns of the tables, what stands in them, and cells that no spreadsheet computes."""

from __future__ import annotations

COLUMNS: dict[str, dict[str, str]] = {
    "statements": {
        "article": "The article that it stands in.",
        "id": "Its id in the article; with the article it is unique.",
        "number": "Its place in the order of reading, from 1.",
        "basis": "`sourced`, `unsourced` or `inferred`.",
        "kind": "The kind of inference; empty unless inferred.",
        "how": "`quote`, `paraphrase` or `mixed`; empty where it is not said, or not sourced.",
        "by": "Ids of its voices, with spaces between them.",
        "from": "Ids of the statements that it rests on, with spaces between them.",
        "see": "Ids of the records it was checked against, with spaces between them.",
        "also": "A second basis that a fair reader could give it, or empty.",
        "also_kind": "A second kind of inference that a fair reader could give it, or empty.",
        "short": "A label for drawings, or empty.",
        "draft": "`yes` where nobody has decided it yet.",
        "start": "Its first character in the text, from 0; a character is a Unicode code point.",
        "end": "One past its last character.",
        "text": "Its words.",
        "cues": "The cues inside it, each as `start-end`, with spaces between them.",
        "note": "Why it has this basis.",
    },
    "framing": {
        "article": "The article that it stands in.",
        "id": "Its id in the article.",
        "number": "Its place in the order of reading, from 1.",
        "technique": "The technique, by its id in the codebook.",
        "plain": "A wording without the steer, or empty.",
        "also": "A second technique that a fair reader could give, `none`, or empty.",
        "draft": "`yes` where nobody has decided it yet.",
        "statement": "The id of the statement that it stands in, or empty.",
        "start": "Its first character in the text, from 0.",
        "end": "One past its last character.",
        "text": "Its words.",
        "note": "Why it steers.",
    },
    "voices": {
        "article": "The article that relies on it.",
        "id": "Its id in the article, as in `by`.",
        "name": "Its name.",
        "role": "What it is, in a few words, or empty.",
        "kind": "`person`, `organisation`, `document` or `unnamed`.",
        "stake": "`party`, `interested`, `independent` or `unknown`.",
        "statements": "How many statements are from it, alone or with others.",
        "note": "A sentence about the stake, or empty.",
    },
}
"""What each column of each table holds."""

SIGNS = tuple("=+-@\t\r\n＝＋－＠'")
"""A cell that begins with one of these gets an apostrophe before it."""


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.startswith(SIGNS) else cell


def meant(cell: str) -> str:
    """What stood in the cell before `harmless`."""
    return cell.removeprefix("'")
