/* The codebook's decision order as a walk of questions. The questions, their order and what a yes gives are the
   codebook's; nothing of them is written here. */
import { cue, join, statement } from "./edits.js";
import { unchoose } from "./words.js";
import { statementOf } from "./desk.js";
import { button, fill, make, plainButton, sign } from "./dom.js";
import { say } from "./say.js";

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
  const said = make("div", { class: "walk", role: "group", "aria-label": say("walk.name"), onkeydown: keys });
  const leave = button("leave", () => done(false), { class: "slight" });
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
      make("p", { class: "small" }, say("walk.number", { number: at + 1, all: rules.length, step: step?.name ?? "" })),
      make("h3", {}, rule.name),
      make("p", { class: "ask", id: "walk-ask" }, rule.ask),
      make("div", { class: "row" },
        button("walk.no", no, { "aria-keyshortcuts": "n", "aria-describedby": "walk-ask" }), button("walk.yes", yes, { "aria-keyshortcuts": "y", "aria-describedby": "walk-ask" }),
        button("back", back, { class: "slight", disabled: !at, "aria-keyshortcuts": "Backspace" }), leave),
      make("details", {}, make("summary", {}, say("walk.means")), make("p", { class: "small" }, rule.then)),
    ]);
  }
  function no() {
    if (at + 1 < rules.length) {
      at += 1;
      ask();
    } else end(say("walk.none"), say("walk.look"), []);
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
      end(say("walk.is-cue"), rule.then, [button("walk.join-next", () => beside(0)), button("walk.join-before", () => beside(-1))]);
    } else if (rule.gives === "cut") {
      end(say("walk.two"), say("walk.cut", { then: rule.then }), [button("walk.word", () => { done(false); desk.take(id, "text"); })]);
    } else {
      end(rule.name, rule.then, known.bases.map(entry => plainButton(entry.name, () => { decide(entry.id, ""); done(true); })));
    }
  }
  /** @param {string} basis @param {string} kind */
  const decide = (basis, kind) => desk.edit(say("walk.label"), statement(store.work, id, { basis: /** @type {import("./types.js").Basis} */ (basis), kind, aside: false }));
  /** What leads into a quotation becomes a cue within the quotation's statement. @param {number} by */
  function beside(by) {
    const { statements } = store.work, place = statements.findIndex(other => other.id === id), now = statements[place];
    const first = statements[place + by];
    if (!first || !now) return desk.announce(say("walk.alone"));
    const joined = join(store.work, first.id);
    if (!desk.edit(say("walk.cue"), typeof joined === "string" ? joined : cue(joined, { block: now.block, start: now.start, end: now.end }))) return;
    unchoose(desk);
    desk.take(first.id, "panel");
  }
  /** @param {string} title @param {string} words @param {HTMLElement[]} does @param {string} [basis] */
  function end(title, words, does, basis) {
    const rule = rules[at];
    show([title, words], [
      make("p", { class: "small" }, say("walk.by", { rule: rule.name })),
      make("h3", { class: "came" }, ...basis ? [sign(basis)] : [], title),
      make("p", { class: "small" }, words),
      make("div", { class: "row" }, ...does, ...basis ? [button("walk.on", () => done(true), { class: "go" })] : [], button("back", ask, { class: "slight", "aria-keyshortcuts": "Backspace" }), ...basis ? [] : [leave]),
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
