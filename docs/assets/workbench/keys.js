/* The keys: what each does, the list of them on `?`, and a switch for those that are a single letter. */
import * as edits from "./edits.js";
import { around, framingOf, statementOf } from "./desk.js";
import { isField, make } from "./dom.js";
import { attribute, cut, forget, join, steer } from "./words.js";

const OFF = "whosays-workbench-keys";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {{key: string, shown?: string, words: string, does: () => void}} Key
 */

/**
 * @param {HTMLDialogElement} dialog
 * @param {Desk} desk
 * @param {{marking: ReturnType<typeof import("./marking.js").mount>, panel: ReturnType<typeof import("./panel.js").mount>, problems: () => void, send: () => void, undo: () => void, redo: () => void}} parts
 * @param {AbortSignal} until the desk is cleared
 * @returns {{help: () => void}}
 */
export function mount(dialog, desk, { marking, panel, problems, send, undo, redo }, until) {
  const { store } = desk;
  /** The statement in hand, or the one round the framing mark in hand, or the one that has the focus. */
  const mine = () => {
    const focused = document.activeElement?.getAttribute("data-id");
    if (!desk.hand.value && focused && statementOf(store.work, focused)) desk.take(focused, "");
    const mark = framingOf(store.work, desk.hand.value);
    return mark ? around(store.work, mark) : statementOf(store.work, desk.hand.value);
  };
  /** @param {"" | "sourced" | "unsourced" | "inferred"} basis */
  function settle(basis) {
    const each = mine();
    if (!each) return;
    if (desk.edit(basis ? "Basis" : "Not a statement", edits.statement(store.work, each.id, { basis, aside: !basis }))) desk.announce(basis || "Not a statement.");
  }
  /** @param {string} id */
  function field(id) {
    const each = mine();
    if (!each) return;
    if (desk.hand.value !== each.id && id !== "note") desk.take(each.id, "");
    panel.field(id);
  }
  function keep() {
    if (desk.edit("Keep", edits.decide(store.work, desk.hand.value))) desk.announce("Kept.");
  }
  const help = () => { if (!dialog.open) dialog.showModal(); };
  /** In the text only, where a statement has the focus. @type {Key[]} */
  const inText = [
    { key: "ArrowDown", shown: "↓", words: "next statement", does: () => marking.move(1) },
    { key: "ArrowUp", shown: "↑", words: "statement before", does: () => marking.move(-1) },
    { key: "Home", words: "first statement", does: () => marking.move(-1e6) },
    { key: "End", words: "last statement", does: () => marking.move(1e6) },
    { key: "ArrowRight", shown: "→", words: "next word; with Shift, one word more", does: () => marking.word(1, false) },
    { key: "ArrowLeft", shown: "←", words: "word before; with Shift, one word less", does: () => marking.word(-1, false) },
    { key: "Enter", words: "to what is said of it, in the panel; while pointing, take the statement as a support", does: () => desk.take(desk.hand.value, "panel") },
  ];
  /** Anywhere but in a field. @type {Key[]} */
  const letters = [
    { key: "j", words: "next statement", does: () => marking.move(1) },
    { key: "k", words: "statement before", does: () => marking.move(-1) },
    { key: ".", words: "next open one", does: panel.next },
    { key: "s", words: "sourced", does: () => settle("sourced") },
    { key: "u", words: "unsourced", does: () => settle("unsourced") },
    { key: "i", words: "inferred", does: () => settle("inferred") },
    { key: "x", words: "not a statement", does: () => settle("") },
    { key: "w", words: "walk through the questions", does: () => { const each = mine(); if (each) { desk.take(each.id, ""); panel.walk(); } } },
    { key: "a", words: "keep the suggestion", does: keep },
    { key: "n", words: "to its note", does: () => field("note") },
    { key: "f", words: "the words chosen steer", does: () => steer(desk) },
    { key: "c", words: "the words chosen attribute: a cue, or no cue", does: () => attribute(desk) },
    { key: "/", words: "split before the words chosen", does: () => cut(desk) },
    { key: "+", words: "join with the next", does: () => { const each = mine(); if (each) join(desk, each.id); } },
    { key: "d", words: "point at what a conclusion rests on", does: () => { const each = mine(); if (each?.basis === "inferred") { desk.drawing.set(desk.drawing.value ? "" : each.id); desk.announce(desk.drawing.value ? "Choose the statements that it rests on with Enter. Escape ends it." : "Done."); } } },
    { key: "p", words: "problems", does: problems },
    { key: "g", words: "to Send", does: send },
    { key: "?", words: "this list", does: help },
  ];
  const always = [["Ctrl+Z", "undo"], ["Ctrl+Shift+Z or Ctrl+Y", "redo"], ["Escape", "back to the text; forget the words chosen; end pointing"]];

  let on = true;
  try { on = localStorage.getItem(OFF) !== "off"; } catch { /* then they are on */ }
  const box = make("input", { type: "checkbox", checked: on, onchange: () => {
    on = box.checked;
    try { localStorage.setItem(OFF, on ? "on" : "off"); } catch { /* for this visit only */ }
  } });
  /** @param {string} title @param {[string, string][]} rows */
  const table = (title, rows) => make("div", {}, make("h3", {}, title), make("dl", {}, ...rows.map(([key, words]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)))));
  /** @param {Key[]} keys @returns {[string, string][]} */
  const rows = keys => keys.map(({ key, shown, words }) => [shown ?? key, words]);
  dialog.replaceChildren(make("h2", { id: "help-title" }, "Keys"), make("div", { class: "key-lists" }, table("In the text", rows(inText)), table("Anywhere but in a field", rows(letters)), table("Always", /** @type {[string, string][]} */ (always))),
    make("label", { class: "tick-one" }, box, make("span", {}, "Keys of a single letter or sign are on")), make("form", { method: "dialog" }, make("button", { class: "go" }, "Close")));

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || dialog.open) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const back = letter === "z" && !event.shiftKey, forth = letter === "y" || (letter === "z" && event.shiftKey);
      if (!back && !forth) return;
      event.preventDefault();
      return back ? undo() : redo();
    }
    if (event.altKey) return;
    const text = target.closest?.("#text .statements");
    if (event.key === "Escape") return escape(target);
    if (text && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      const rtl = getComputedStyle(target).direction === "rtl" ? -1 : 1;
      return marking.word((event.key === "ArrowRight" ? 1 : -1) * rtl, event.shiftKey);
    }
    if (text && event.key === "Enter" && desk.drawing.value) {
      event.preventDefault();
      return /** @type {HTMLElement} */ (target.closest(".s"))?.click();
    }
    const found = (text && inText.find(each => each.key === event.key)) || (on && !isField(target) && letters.find(each => each.key === letter));
    if (!found) return;
    event.preventDefault();
    found.does();
  }, { signal: until });
  /** @param {HTMLElement} target */
  function escape(target) {
    if (desk.drawing.value) {
      desk.drawing.set("");
      desk.announce("Done.");
    } else if (desk.words.value) forget(desk);
    else if (target.closest("#panel") && desk.hand.value) desk.take(desk.hand.value, "text");
  }
  return { help };
}
