"""The edits of a work: what they do, what they refuse, and what holds after any of them."""

from __future__ import annotations

import pytest

from generator.pages.workbench import UNSEEN_SIGNS
from tests.workbench.conftest import Run

SEEDS = 40
"""So many runs by chance, each of 120 edits."""


def test_any_run_of_edits_leaves_a_sound_work_and_a_refusal_changes_nothing(run: Run) -> None:
    wrong = run(
        "(tools, seeds) => Array.from({length: seeds}, (_, seed) => tools.run(seed, 120).wrong).flat()",
        SEEDS,
    )
    assert wrong == []


def test_every_kind_of_edit_is_done_and_refused_by_chance(run: Run) -> None:
    states = run("(tools) => tools.run(7, 400).states.length")
    assert states > 100


def test_whatever_the_edits_make_is_taken_from_a_file(run: Run) -> None:
    refused = run(
        """async (tools, seeds) => {
          const { isWork } = await import("/shape.js");
          const works = Array.from({length: seeds}, (_, seed) => tools.run(seed, 120).store.work);
          return works.filter(work => !isWork(JSON.parse(JSON.stringify(work)))).length;
        }""",
        SEEDS,
    )
    assert refused == 0


def test_an_edit_leaves_what_it_does_not_touch_the_same_objects(run: Run) -> None:
    kept = run(
        """tools => {
          const before = tools.sample(), after = tools.edits.statement(before, "s1", {basis: "unsourced"});
          const again = tools.edits.statement(after, "s1", {basis: "unsourced"});
          return [before.blocks === after.blocks, before.front === after.front, before.framing === after.framing,
            before.statements[1] === after.statements[1], before.statements[0] !== after.statements[0], again === after];
        }"""
    )
    assert kept == [True] * 6


def test_a_pasted_text_has_its_title_paragraphs_items_and_sentences(run: Run) -> None:
    work = run("tools => tools.sample()")
    assert work["front"]["title"] == "The harbour bridge opens twice"
    assert work["slug"] == "the-harbour-bridge-opens-twice"
    assert [block["kind"] for block in work["blocks"]] == ["paragraph"] * 2 + ["item"] * 2
    assert [mark["id"] for mark in work["statements"]] == [f"s{n}" for n in range(1, 11)]
    assert {mark["basis"] for mark in work["statements"]} == {""}


def test_in_quotation_mode_no_sentence_of_the_original_is_in_the_text(run: Run) -> None:
    work = run("tools => tools.sample({quotation: true})")
    assert {block["text"].replace("…", "").strip() for block in work["blocks"]} == {""}
    assert work["statements"][1]["source"] == "“It is a triumph,” said Ada Renn."
    assert work["front"]["rights"] == "quotation"


def test_what_nobody_can_see_is_taken_out_and_counted(run: Run) -> None:
    made = run(
        "(tools, [text, unseen]) => tools.edits.fresh(text, {...tools.given, unseen})",
        [
            "A\u200bb\u202ec\r\nd\u00a0e \U0001f469\u200d\U0001f52c می\u200cروم.\u2028f\ufeff",
            UNSEEN_SIGNS,
        ],
    )
    assert made["work"]["blocks"][0]["text"] == "Abc d e \U0001f469\u200d\U0001f52c می\u200cروم. f"
    assert made["dropped"] == 3


@pytest.mark.parametrize("text", ["", " \n\n ", "* * *\n\n…", "\x00\x01"])
def test_a_text_without_words_gives_a_work_without_statements(run: Run, text: str) -> None:
    for quotation in (False, True):
        made = run(
            "(tools, [text, quotation]) => tools.edits.fresh(text, {...tools.given, quotation})",
            [text, quotation],
        )
        assert made["work"]["statements"] == []


def test_a_split_leaves_the_decision_with_the_first_and_the_space_to_neither(run: Run) -> None:
    made = run(
        """tools => {
          let work = tools.edits.statement(tools.sample(), "s1", {basis: "unsourced", note: "Why."});
          work = tools.edits.split(work, "s1", 38);
          return work.statements.slice(0, 2).map(mark => [mark.id, mark.basis, mark.note, tools.textOf(work, mark)]);
        }"""
    )
    assert made == [
        ["s1", "unsourced", "Why.", "The bridge will cut every trip by half"],
        ["s11", "", "", ", the mayor said on Monday."],
    ]


def test_a_mark_across_the_cut_keeps_the_part_that_it_has_most_of(run: Run) -> None:
    made = run(
        """tools => {
          let [work] = tools.edits.frame(tools.sample(), {block: 0, start: 16, end: 38});
          work = tools.edits.cue(work, {block: 0, start: 0, end: 38});
          work = tools.edits.split(work, "s1", 20);
          return [...work.framing, ...work.cues].map(mark => tools.textOf(work, mark));
        }"""
    )
    assert made == ["every trip by half", "The bridge will cut"]


def test_a_join_puts_two_together_and_what_named_the_second_names_the_first(run: Run) -> None:
    made = run(
        """tools => {
          const e = tools.edits;
          let work = e.statement(tools.sample(), "s1", {basis: "unsourced", note: "One."});
          work = e.statement(work, "s2", {basis: "unsourced", note: "Two."});
          work = e.statement(work, "s4", {basis: "inferred", from: ["s1", "s2"], note: "From s2, not s21."});
          work = e.missing(work, null, {what: "A ferryman", why: "s2 is about them", at: "s2"});
          work = e.question(work, null, {ask: "What of s2? And s20?"});
          work = e.join(work, "s1");
          return [tools.textOf(work, work.statements[0]), work.statements[0].note, work.statements[2].from,
            work.statements[2].note, work.front.missing[0].at, work.front.questions[0].ask];
        }"""
    )
    assert made == [
        "The bridge will cut every trip by half, the mayor said on Monday."
        " “It is a triumph,” said Ada Renn.",
        "One. Two.",
        ["s1"],
        "From s1, not s21.",
        "s1",
        "What of s1? And s20?",
    ]


def test_a_join_keeps_the_only_decision_that_there_is(run: Run) -> None:
    mark = run(
        """tools => {
          const work = tools.edits.statement(tools.sample(), "s2", {basis: "inferred", kind: "motive"});
          return tools.edits.join(work, "s1").statements[0];
        }"""
    )
    assert (mark["id"], mark["basis"], mark["kind"]) == ("s1", "inferred", "motive")


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        ("e.split(work, 's1', 0)", "inside"),
        ("e.split(work, 's1', 64)", "words on both sides"),
        ("e.split(work, 's99', 3)", "no longer there"),
        ("e.join(work, 's3')", "No sentence follows"),
        ("e.frame(work, {block: 0, start: 60, end: 80})", "one sentence"),
        ("e.frame(work, {block: 0, start: 65, end: 66})", "Select the words"),
        ("e.frame(framed, {block: 0, start: 0, end: 14})", "edge of another mark"),
        ("e.cue(framed, {block: 0, start: 0, end: 14})", "edge of another mark"),
        ("e.frame(framed, {block: 0, start: 3, end: 20})", "marked already"),
        ("e.frame(work, {block: 99, start: 3, end: 20})", "Select the words"),
        ("e.reword(work, 's99', 'x')", "no longer there"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(run: Run, edit: str, says: str) -> None:
    reason = run(
        f"""tools => {{
          const e = tools.edits, work = tools.sample(), [framed] = e.frame(work, {{block: 0, start: 4, end: 19}});
          return {edit};
        }}"""
    )
    assert isinstance(reason, str)
    assert says in reason


def test_a_mark_begins_and_ends_with_a_word_and_keeps_quotation_marks_round_it(run: Run) -> None:
    made = run(
        """tools => [[3, 12], [65, 84], [67, 84], [0, 65]].map(([start, end]) => {
          const [work, id] = tools.edits.frame(tools.sample(), {block: 0, start, end});
          return tools.textOf(work, work.framing.find(mark => mark.id === id));
        })"""
    )
    assert made == [
        "bridge w",
        "“It is a triumph,”",
        "It is a triumph",
        "The bridge will cut every trip by half, the mayor said on Monday.",
    ]


def test_a_voice_has_an_id_of_its_name_and_goes_out_of_every_statement(run: Run) -> None:
    made = run(
        """tools => {
          const e = tools.edits, ids = [];
          let work = tools.sample(), id;
          for (const [name, kind] of [["Ada Renn", "person"], ["Bo Renn", ""], ["Bo Renn", ""], ["Élan Vital", "organisation"], ["李明", "person"]]) {
            [work, id] = e.voice(work, null, {name, kind, stake: "party"});
            ids.push(id);
          }
          work = e.statement(work, "s1", {basis: "sourced", by: ["renn", "bo-renn", "nobody"]});
          const by = work.statements[0].by;
          work = e.removeVoice(work, "renn");
          return [ids, by, work.statements[0].by, Object.keys(work.front.voices)];
        }"""
    )
    assert made == [
        ["renn", "bo-renn", "bo-renn-2", "elan-vital", "voice"],
        ["renn", "bo-renn"],
        ["bo-renn"],
        ["bo-renn", "bo-renn-2", "elan-vital", "voice"],
    ]


def test_a_value_deep_in_the_front_matter_is_set_and_taken_away(run: Run) -> None:
    made = run(
        """tools => {
          const e = tools.edits, first = tools.sample();
          let work = e.front(first, ["original", "publisher"], "The Post");
          work = e.front(work, ["topics", "0"], "bridges");
          const set = [work.front.original, work.front.topics];
          work = e.front(e.front(work, ["original", "publisher"], undefined), ["topics", "0"], undefined);
          return [...set, work.front.original, work.front.topics, e.front(first, ["original", "url"], undefined) === first];
        }"""
    )
    assert made == [{"publisher": "The Post"}, ["bridges"], {}, [], True]


def test_other_words_take_their_marks_with_them_and_move_what_follows(run: Run) -> None:
    made = run(
        """tools => {
          const e = tools.edits;
          let [work] = e.frame(tools.sample(), {block: 0, start: 20, end: 30});
          [work] = e.frame(work, {block: 0, start: 4, end: 10});
          [work] = e.frame(work, {block: 0, start: 75, end: 82});
          work = e.cue(work, {block: 0, start: 85, end: 98});
          work = e.reword(work, "s1", "  It would shorten\\n every trip, she says. ");
          return [work.blocks[0].text, work.framing.map(mark => tools.textOf(work, mark)), work.cues.map(mark => tools.textOf(work, mark)),
            tools.textOf(work, work.statements[1]), tools.faults(work)];
        }"""
    )
    assert made == [
        "It would shorten every trip, she says. “It is a triumph,” said Ada Renn."
        " Nobody has asked the ferrymen.",
        ["every trip", "triumph"],
        ["said Ada Renn"],
        "“It is a triumph,” said Ada Renn.",
        [],
    ]


def test_a_decision_by_hand_is_no_suggestion_and_a_note_is_no_decision(run: Run) -> None:
    made = run(
        """tools => {
          const e = tools.edits, draft = id => ({basis: "unsourced", note: `Draft ${id}`, draft: true});
          let work = tools.sample();
          for (const id of ["s1", "s2", "s3"]) work = e.statement(work, id, draft(id));
          work = e.statement(work, "s1", {basis: "inferred"});
          work = e.decide(e.statement(work, "s3", {note: "Not decided by a note."}), "s2");
          return work.statements.slice(0, 3).map(mark => [mark.basis, mark.note, mark.draft]);
        }"""
    )
    assert made == [
        ["inferred", "Draft s1", False],
        ["unsourced", "Draft s2", False],
        ["unsourced", "Not decided by a note.", True],
    ]


def test_new_ids_are_none_that_the_opened_file_had(run: Run) -> None:
    made = run(
        """tools => {
          const work = {...tools.sample(), base: "[A.]{.unsourced}[^s40] [B]{.framing technique=hedge}[^f7]"};
          return [tools.edits.split(work, "s1", 20).statements[1].id, tools.edits.frame(work, {block: 0, start: 4, end: 10})[1]];
        }"""
    )
    assert made == ["s41", "f8"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no file of the workbench"),
        ("[1, 2", "no file of the workbench"),
        ("null", "damaged"),
        ("[]", "damaged"),
        ('{"version": 1}', "damaged"),
        ('{"version": 2}', "newer"),
        ("a name that leads elsewhere", "damaged"),
    ],
)
def test_a_file_that_is_no_work_is_refused_with_a_reason(run: Run, content: str, says: str) -> None:
    found = run(
        """async (tools, content) => {
          const {openWork} = await import("/files.js");
          return openWork(new Blob([content.startsWith("a name") ? JSON.stringify({...tools.sample(), slug: "../x"}) : content]));
        }""",
        content,
    )
    assert found["work"] is None
    assert says in found["why"]


def test_a_work_saved_to_a_file_is_opened_as_it_was(run: Run) -> None:
    same = run(
        """async tools => {
          const {openWork} = await import("/files.js"), {work} = tools.run(3, 100).store;
          const found = await openWork(new Blob([JSON.stringify(work)]));
          return JSON.stringify(found.work) === JSON.stringify(work);
        }"""
    )
    assert same
