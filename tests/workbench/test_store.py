"""The store: every state can be had back, and one listener's fault is no other's."""

from __future__ import annotations

from tests.workbench.conftest import Run


def test_undo_to_the_start_and_redo_to_the_end_give_the_very_same_values(run: Run) -> None:
    wrong = run(
        """tools => Array.from({length: 10}, (_, seed) => {
          const {store, states} = tools.run(seed, 150), last = store.work;
          const back = [], forth = [];
          while (store.canUndo) back.push((store.undo(), store.work));
          while (store.canRedo) forth.push((store.redo(), store.work));
          const right = back.every((work, at) => work === states[states.length - 2 - at])
            && forth.every((work, at) => work === states[at + 1]) && back.length === states.length - 1
            && back.at(-1) === states[0] && store.work === last;
          return right ? 0 : 1;
        })"""
    )
    assert wrong == [0] * 10


def test_a_run_of_edits_with_one_tag_is_one_step(run: Run) -> None:
    made = run(
        """tools => {
          const store = tools.createStore(tools.sample());
          const type = (note, tag) => store.apply("Note", tools.edits.statement(store.work, "s1", {note}), tag);
          for (const note of ["a", "ab", "abc"]) type(note, "note-s1");
          type("abcd", "other");
          store.settle();
          type("abcde", "other");
          const notes = [];
          while (store.canUndo) notes.push((store.undo(), store.work.statements[0].note));
          return notes;
        }"""
    )
    assert made == ["abcd", "abc", ""]


def test_steps_have_labels_and_a_new_edit_ends_what_could_be_redone(run: Run) -> None:
    made = run(
        """tools => {
          const store = tools.createStore(tools.sample()), {edits} = tools, said = [];
          store.subscribe((work, before, label) => said.push(label, work !== before));
          store.apply("Split", edits.split(store.work, "s1", 38));
          const labels = [store.undoLabel, store.undo(), store.redoLabel, store.canRedo];
          store.apply("Join", edits.join(store.work, "s1"));
          return [labels, store.canRedo, store.redo(), store.undoLabel, said];
        }"""
    )
    said = ["Split", True, "Undone: Split", True, "Join", True]
    assert made == [["Split", "Split", "Split", True], False, "", "Join", said]


def test_what_changes_nothing_or_is_refused_is_no_step(run: Run) -> None:
    made = run(
        """tools => {
          const store = tools.createStore(tools.sample());
          let heard = 0;
          store.subscribe(() => heard++);
          return [store.apply("Nothing", store.work), store.apply("Cut", tools.edits.split(store.work, "s1", 0)), store.canUndo, heard];
        }"""
    )
    assert made == ["", "The cut must be inside the sentence.", False, 0]


def test_a_listener_that_throws_or_leaves_stops_no_other(run: Run) -> None:
    made = run(
        """tools => {
          const store = tools.createStore(tools.sample()), told = [], faults = [];
          const report = self.reportError;
          self.reportError = fault => faults.push(fault.message);
          const stop = store.subscribe(() => { stop(); told.push("first"); throw new Error("broken"); });
          store.subscribe(work => told.push(work.slug));
          store.apply("Note", tools.edits.statement(store.work, "s1", {note: "a"}));
          store.apply("Note", tools.edits.statement(store.work, "s1", {note: "b"}));
          self.reportError = report;
          return [told, faults];
        }"""
    )
    slug = "the-harbour-bridge-opens-twice"
    assert made == [["first", slug, slug], ["broken"]]
