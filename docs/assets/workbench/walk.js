/* The codebook's decision order as a walk of questions. The questions, their order and what a yes gives are the
   codebook's; nothing of them is written here. */
import * as edits from "./edits.js";
import { forget } from "./words.js";
import { statementOf } from "./desk.js";
import { button, fill, make, sign } from "./dom.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./types.js").Rule} Rule
 */

/**
 * The rules that are asked of a statement: those of steps that decide a basis, a kind, or what is a statement at all.
 * @param {import("./types.js").Known} known
 * @param {boolean} alone whether the statement stands alone in its block, as headlines and captions do
 */
export function asked(known, alone) {
  const bases = new Set(known.bases.map(each => each.id)), kinds = new Set(known.kinds.map(each => each.id));
  const deciding = new Set(known.rules.filter(rule => bases.has(rule.gives) || kinds.has(rule.gives) || ["cue", "cut"].includes(rule.gives)).map(rule => rule.step));
  return known.rules.filter(rule => deciding.has(rule.step) && (alone || rule.gives !== "alone"));
}

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {string} id the statement
 * @param {(decided: boolean) => void} done
 */
export function walk(host, desk, id, done) {
  const { known, store } = desk;
  const each = statementOf(store.work, id);
  if (!each) return;
  const rules = asked(known, store.work.statements.filter(other => other.block === each.block).length === 1);
  const said = make("div", { class: "walk", role: "group", "aria-label": "Question by question", onkeydown: keys });
  const leave = button("Leave", () => done(false), { class: "slight" });
  let at = 0;
  fill(host, said);
  ask();

  /** @param {string[]} words @param {(Node | string)[]} rest */
  function show(words, rest) {
    fill(said, ...rest);
    said.querySelector("button")?.focus({ preventScroll: true });
    desk.announce(words.join(" "));
  }
  function ask() {
    const rule = rules[at], step = known.steps.find(other => other.id === rule.step);
    show([rule.ask], [
      make("p", { class: "small" }, `Question ${at + 1} of at most ${rules.length}. ${step?.name ?? ""}`),
      make("h3", {}, rule.name),
      make("p", { class: "ask", id: "walk-ask" }, rule.ask),
      make("div", { class: "row" },
        button("No", no, { "aria-keyshortcuts": "n", "aria-describedby": "walk-ask" }), button("Yes", yes, { "aria-keyshortcuts": "y", "aria-describedby": "walk-ask" }),
        button("Back", back, { class: "slight", disabled: !at, "aria-keyshortcuts": "Backspace" }), leave),
      make("details", {}, make("summary", {}, "What a yes means"), make("p", { class: "small" }, rule.then)),
    ]);
  }
  function no() {
    if (at + 1 < rules.length) {
      at += 1;
      ask();
    } else end("None of them", "No question got a yes. Look at the last one again.", []);
  }
  function back() {
    if (!at) return done(false);
    at -= 1;
    ask();
  }
  function yes() {
    const rule = rules[at];
    const kind = known.kinds.find(entry => entry.id === rule.gives), basis = known.bases.find(entry => entry.id === (kind ? "inferred" : rule.gives));
    if (basis) {
      decide(basis.id, kind?.id ?? "");
      end(kind ? `${basis.name}: ${kind.name.toLowerCase()}` : basis.name, rule.then, [], basis.id);
    } else if (rule.gives === "cue") {
      end("A cue, no statement", rule.then, [button("Join it with the next", () => beside(0)), button("Join it with the one before", () => beside(-1))]);
    } else if (rule.gives === "cut") {
      end("Two statements", `${rule.then} Choose the word that the second half begins with, and split there.`, [button("Choose the word", () => { done(false); desk.take(id, "text"); })]);
    } else {
      end(rule.name, rule.then, known.bases.map(entry => button(entry.name, () => { decide(entry.id, ""); done(true); })));
    }
  }
  /** @param {string} basis @param {string} kind */
  const decide = (basis, kind) => desk.edit("By the questions", edits.statement(store.work, id, { basis: /** @type {import("./types.js").Basis} */ (basis), kind, aside: false }));
  /** What leads into a quotation becomes a cue within the quotation's statement. @param {number} by */
  function beside(by) {
    const { statements } = store.work, place = statements.findIndex(other => other.id === id), now = statements[place];
    const first = statements[place + by];
    if (!first || !now) return desk.announce("There is no statement beside it.");
    const joined = edits.join(store.work, first.id);
    if (!desk.edit("A cue", typeof joined === "string" ? joined : edits.cue(joined, { block: now.block, start: now.start, end: now.end }))) return;
    forget(desk);
    desk.take(first.id, "panel");
  }
  /** @param {string} title @param {string} words @param {HTMLElement[]} does @param {string} [basis] */
  function end(title, words, does, basis) {
    const rule = rules[at];
    show([title, words], [
      make("p", { class: "small" }, `By the rule “${rule.name}”`),
      make("h3", { class: "came" }, ...basis ? [sign(basis)] : [], title),
      make("p", { class: "small" }, words),
      make("div", { class: "row" }, ...does, ...basis ? [button("Go on", () => done(true), { class: "go" })] : [], button("Back", ask, { class: "slight", "aria-keyshortcuts": "Backspace" }), ...basis ? [] : [leave]),
    ]);
  }
  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const asking = said.querySelector("#walk-ask");
    const does = asking ? { y: yes, n: no, Backspace: back }[event.key.length === 1 ? event.key.toLowerCase() : event.key] : { Backspace: ask }[event.key];
    const leaving = event.key === "Escape";
    if (!does && !leaving) return;
    event.preventDefault();
    event.stopPropagation();
    if (leaving) done(false);
    else does?.();
  }
}
