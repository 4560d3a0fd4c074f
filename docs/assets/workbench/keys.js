/* The keys: what each does, the dialog that lists them on `?`, and its switch for those that are a single letter. */
import { decide, statement } from "./edits.js";
import { around, framingOf, statementOf } from "./desk.js";
import { isField } from "./dom.js";
import { say } from "./say.js";
import { point } from "./supports.js";
import { attribute, cut, joinNext, steer, unchoose } from "./words.js";

const OFF = "whosays-workbench-keys";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {{[key: string]: () => void}} Keys what each does
 */

/**
 * @param {HTMLDialogElement} dialog
 * @param {Desk} desk
 * @param {{marking: ReturnType<typeof import("./marking.js").mountText>, panel: ReturnType<typeof import("./panel.js").mountPanel>, problems: () => void, send: () => void, undo: () => void, redo: () => void}} parts
 * @param {AbortSignal} until the desk is cleared
 * @returns {{help: () => void}}
 */
export function mountKeys(dialog, desk, { marking, panel, problems, send, undo, redo }, until) {
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
    if (desk.edit(say(basis ? "panel.basis" : "aside"), statement(store.work, each.id, { basis, aside: !basis }))) desk.announce(basis || `${say("aside")}.`);
  }
  /** @param {string} id */
  function field(id) {
    const each = mine();
    if (!each) return;
    if (desk.hand.value !== each.id && id !== "note") desk.take(each.id, "");
    panel.field(id);
  }
  function keep() {
    if (desk.edit(say("panel.keep"), decide(store.work, desk.hand.value))) desk.announce(say("kept"));
  }
  const help = () => { if (!dialog.open) dialog.showModal(); };
  /** What the dialog says of each is in the page. In the text only, where a statement has the focus: @type {Keys} */
  const inText = {
    ArrowDown: () => marking.move(1),
    ArrowUp: () => marking.move(-1),
    Home: () => marking.move(-1e6),
    End: () => marking.move(1e6),
    ArrowRight: () => marking.word(1, false),
    ArrowLeft: () => marking.word(-1, false),
    Enter: () => desk.take(desk.hand.value, "panel"),
  };
  /** Anywhere but in a field: @type {Keys} */
  const letters = {
    j: () => marking.move(1),
    k: () => marking.move(-1),
    ".": panel.next,
    s: () => settle("sourced"),
    u: () => settle("unsourced"),
    i: () => settle("inferred"),
    x: () => settle(""),
    w() {
      const each = mine();
      if (!each) return;
      desk.take(each.id, "");
      panel.walk();
    },
    a: keep,
    n: () => field("note"),
    f: () => steer(desk),
    c: () => attribute(desk),
    "/": () => cut(desk),
    "+"() {
      const each = mine();
      if (each) joinNext(desk, each.id);
    },
    d() {
      const each = mine();
      if (each?.basis === "inferred") point(desk, each.id);
    },
    p: problems,
    g: send,
    "?": help,
  };

  const box = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  try { box.checked = localStorage.getItem(OFF) !== "off"; } catch { /* then they are on */ }
  box.onchange = () => {
    try { localStorage.setItem(OFF, box.checked ? "on" : "off"); } catch { /* for this visit only */ }
  };

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
    const does = (text && inText[event.key]) || (box.checked && !isField(target) && letters[letter]);
    if (!does) return;
    event.preventDefault();
    does();
  }, { signal: until });
  /** @param {HTMLElement} target */
  function escape(target) {
    if (desk.drawing.value) point(desk, "");
    else if (desk.words.value) unchoose(desk);
    else if (target.closest("#panel") && desk.hand.value) desk.take(desk.hand.value, "text");
  }
  return { help };
}
