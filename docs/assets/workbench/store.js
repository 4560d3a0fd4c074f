/* The one place that has the work: views read it here, edits go through it, and every state can be had back. */
import { say } from "./say.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {{work: Work, label: string}} Step a state, and what was done to it
 * @typedef {{past: Step[], future: Step[]}} Steps back and forward, the nearest last
 * @typedef {(work: Work, before: Work, label: string) => void} Listener hears of every change, with its label
 * @typedef {ReturnType<typeof createStore>} Store
 */

/** @param {Work} work @param {Steps} [steps] those that were kept with it */
export function createStore(work, steps) {
  let typing = "", past = [...steps?.past ?? []], future = [...steps?.future ?? []];
  const listeners = /** @type {Set<Listener>} */ (new Set());

  /** @param {Work} next @param {string} label */
  function become(next, label) {
    const before = work;
    work = next;
    for (const listener of [...listeners]) {
      try {
        listener(work, before, label);
      } catch (fault) {
        reportError(fault); // one view's fault is no other's
      }
    }
  }

  /** @param {Step[]} from @param {Step[]} to @param {"undone" | "redone"} word */
  function move(from, to, word) {
    const step = from.pop();
    typing = "";
    if (!step) return "";
    to.push({ work, label: step.label });
    become(step.work, say(word, { label: step.label }));
    return step.label;
  }

  return {
    get work() { return work; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    get undoLabel() { return past.at(-1)?.label ?? ""; },
    get redoLabel() { return future.at(-1)?.label ?? ""; },
    /** @returns {Steps} */
    get steps() { return { past: [...past], future: [...future] }; },

    /** Do an edit, or return why it cannot be done. A run of edits with one `tag`, as in typing, is one step.
        @param {string} label @param {Work | string} next @param {string} [tag] @returns {string} */
    apply(label, next, tag = "") {
      if (typeof next === "string") return next;
      if (next === work) return "";
      if (!tag || tag !== typing) past.push({ work, label });
      typing = tag;
      future = [];
      become(next, label);
      return "";
    },
    /** The next edit begins a step of its own, whatever its tag. */
    settle() { typing = ""; },
    /** @returns {string} what was undone; empty where there is nothing */
    undo: () => move(past, future, "undone"),
    /** @returns {string} what was done again */
    redo: () => move(future, past, "redone"),

    /** @param {Listener} listener @returns {() => void} stops it */
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
