/* The edits of the marks. Each takes a work and returns another; one that changes nothing returns the same, and
   one that cannot be done returns a text instead: why. */
import { bare, crosses, each, edged, holds, inOrder, isObject, meets, only, put, says, textOf, trimmed } from "./values.js";
import { say } from "./say.js";

export { front, voice, record, removeVoice, removeRecord, missing, question } from "./entries.js";
export { fresh } from "./fresh.js";
export { bare };

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Json} Json
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {import("./types.js").Framing} Framing
 * @typedef {import("./values.js").Stretch} Stretch
 */

/** The statement that stands at a place of a block. @param {Work} work @param {number} block @param {number} offset */
export const statementAt = (work, block, offset) =>
  work.statements.find(mark => mark.block === block && mark.start <= offset && offset < mark.end);

/** An id that neither this work has nor the file that it was opened from: links to old ones stay true.
    @param {Work} work @param {"s" | "f"} letter */
function nextId(work, letter) {
  const ids = [...work.statements, ...work.framing, ...work.cues].map(mark => mark.id);
  const written = [...work.base.matchAll(/\[\^([sf]\d{1,9})\]/g)].map(found => found[1]);
  const numbers = [...ids, ...written].filter(id => id[0] === letter && /^\d{1,9}$/.test(id.slice(1))).map(id => Number(id.slice(1)));
  return letter + (numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
}

/**
 * Change one mark of a list.
 * @template {{id: string}} T
 * @param {T[]} list
 * @param {string} id
 * @param {(mark: T) => T} change
 */
const one = (list, id, change) => each(list, mark => (mark.id === id ? change(mark) : mark));

/** Cut a statement in two: the first keeps what was decided. Marks across the cut keep the part they have most of.
    @param {Work} work @param {string} id @param {number} offset in the block's text @returns {Work | string} */
export function split(work, id, offset) {
  const at = work.statements.findIndex(mark => mark.id === id), whole = work.statements[at];
  if (!whole) return say("edit.gone");
  const { text } = work.blocks[whole.block];
  if (!(offset > whole.start && offset < whole.end)) return say("edit.outside");
  if (/^[\p{M}\u200d\udc00-\udfff]/u.test(text.slice(offset)) || /[\udc00-\udfff]/.test(text[offset])) return say("edit.letter");
  const first = { ...whole, ...trimmed(text, whole.start, offset) };
  const second = { ...bare(nextId(work, "s"), { ...whole, ...trimmed(text, offset, whole.end) }), source: whole.source };
  if (!says(textOf(work, first)) || !says(textOf(work, second))) return say("edit.sides");
  /** @template {Stretch} T @param {T[]} marks */
  const cut = marks => {
    const kept = each(marks, mark => {
      if (!meets(mark, whole) || holds(mark, whole) || holds(first, mark) || holds(second, mark)) return mark;
      const part = offset - mark.start >= mark.end - offset ? first : second;
      const [start, end] = [Math.max(mark.start, part.start), Math.min(mark.end, part.end)];
      return put(mark, /** @type {Partial<T>} */ (trimmed(text, start, end)));
    });
    return kept === marks ? marks : inOrder(kept);
  };
  const statements = [...work.statements.slice(0, at), first, second, ...work.statements.slice(at + 1)];
  return { ...work, statements, framing: cut(work.framing), cues: cut(work.cues) };
}

/** @param {string[]} lists @param {string} own */
const united = (lists, own) => [...new Set(lists)].filter(id => id !== own);

/** One statement of this and the next of its block. What the first was decided to be stays; if it was not, the second's.
    @param {Work} work @param {string} id @returns {Work | string} */
export function join(work, id) {
  const at = work.statements.findIndex(mark => mark.id === id), first = work.statements[at], next = work.statements[at + 1];
  if (!first) return say("edit.gone");
  if (next?.block !== first.block) return say("edit.last");
  const [kept, other] = first.basis || !next.basis ? [first, next] : [next, first];
  const alike = kept.basis !== "" && kept.basis === other.basis;
  const joined = {
    ...kept, id, start: first.start, end: next.end,
    aside: first.aside && next.aside,
    by: alike ? united([...first.by, ...next.by], "") : kept.by,
    how: !alike || kept.how === other.how || !other.how ? kept.how : kept.how ? /** @type {const} */ ("mixed") : other.how,
    from: united(alike ? [...first.from, ...next.from] : kept.from, id),
    see: united([...first.see, ...next.see], ""),
    note: [first.note, next.note].filter(Boolean).join(" "),
    source: [...new Set([first.source, next.source])].filter(Boolean).join(" "),
  };
  const statements = [...work.statements.slice(0, at), joined, ...work.statements.slice(at + 2)];
  return renamed({ ...work, statements }, next.id, id);
}

/** What named one id names another now. @param {Work} work @param {string} old @param {string} id @returns {Work} */
function renamed(work, old, id) {
  const named = new RegExp(`(^|[^\\w-])${old.replace(/\W/g, "\\$&")}(?![\\w-])`, "g");
  /** An id without a number may be a word of the text. @param {string} text */
  const prose = text => (/\d/.test(old) ? text.replace(named, `$1${id}`) : text);
  /** @param {Json} entry @returns {Json} */
  const changed = entry => !isObject(entry) ? entry : put(entry, Object.fromEntries(Object.entries(entry).map(([key, value]) =>
    [key, typeof value !== "string" ? value : key !== "at" ? prose(value) : value === old ? id : value])));
  const lists = ["missing", "questions", "changes", "decisions"].filter(key => Array.isArray(work.front[key]));
  return put(work, {
    statements: each(work.statements, mark => put(mark, {
      from: mark.from.includes(old) ? united(mark.from.map(name => (name === old ? id : name)), mark.id) : mark.from,
      note: prose(mark.note),
    })),
    framing: each(work.framing, mark => put(mark, { note: prose(mark.note) })),
    front: put(work.front, Object.fromEntries(lists.map(key => [key, each(/** @type {Json[]} */ (work.front[key]), changed)]))),
  });
}

const DECIDES = ["basis", "aside", "by", "how", "kind", "from", "also", "also_kind"];

/** Change what a statement is, but not where. What its basis cannot have goes; what does not exist is not named.
    @param {Work} work @param {string} id @param {Partial<Statement>} patch @returns {Work} */
export function statement(work, id, patch) {
  const { id: _, block: _block, start: _start, end: _end, ...given } = patch;
  const voices = Object.keys(work.front.voices ?? {}), records = Object.keys(work.front.records ?? {});
  const ids = work.statements.map(mark => mark.id);
  return put(work, { statements: one(work.statements, id, mark => {
    const made = { ...mark, ...given };
    if (made.aside && (given.aside || !given.basis)) made.basis = "";
    if (made.basis) made.aside = false;
    if (made.basis !== "sourced") Object.assign(made, { by: [], how: "" });
    if (made.basis !== "inferred") Object.assign(made, { kind: "", from: [] });
    if (!made.basis || made.also === made.basis) made.also = "";
    if (made.also_kind === made.kind || (made.basis !== "inferred" && made.also !== "inferred")) made.also_kind = "";
    made.by = united(made.by.filter(name => voices.includes(name) || mark.by.includes(name)), "");
    made.see = united(made.see.filter(name => records.includes(name) || mark.see.includes(name)), "");
    made.from = united(made.from.filter(name => ids.includes(name) || mark.from.includes(name)), id);
    if (given.draft === undefined && DECIDES.some(key => key in given)) made.draft = false;
    return put(mark, made);
  }) });
}

/** A suggestion becomes a decision, as it is. @param {Work} work @param {string} id @returns {Work} */
export const decide = (work, id) => framing(statement(work, id, { draft: false }), id, { draft: false });

/** @param {Work} work @param {Stretch} place @param {Stretch[]} twins marks of which two cannot have the same words
    @returns {Stretch | string} */
function room(work, { block, start, end }, twins) {
  const text = work.blocks[block]?.text ?? "";
  const whole = work.statements.find(mark => mark.block === block && mark.start === start && mark.end === end);
  const place = { block, ...(whole ? { start, end } : edged(text, Math.max(0, Math.min(start, end)), Math.min(text.length, Math.max(start, end)))) };
  if (!says(text.slice(place.start, place.end))) return say("edit.select");
  if (!work.statements.some(mark => holds(mark, place))) return say("edit.two");
  if ([...work.framing, ...work.cues].some(mark => crosses(mark, place))) return say("edit.crosses");
  if (twins.some(mark => holds(mark, place) && holds(place, mark))) return say("edit.twice");
  return place;
}

/** Mark words as framing. @param {Work} work @param {Stretch} place @returns {[Work, string] | string} the work and the mark's id */
export function frame(work, place) {
  const found = room(work, place, work.framing);
  if (typeof found === "string") return found;
  const id = nextId(work, "f");
  const mark = { id, ...found, technique: "", plain: "", also: "", note: "", draft: false };
  return [{ ...work, framing: inOrder([...work.framing, mark]) }, id];
}

/** Change what a framing mark says, but not where it is. @param {Work} work @param {string} id @param {Partial<Framing>} patch @returns {Work} */
export function framing(work, id, patch) {
  const { id: _, block: _block, start: _start, end: _end, ...given } = patch;
  const made = "technique" in given ? { draft: false, ...given } : given;
  return put(work, { framing: one(work.framing, id, mark => put(mark, made)) });
}

/** @param {Work} work @param {string} id @returns {Work} */
export const unframe = (work, id) => put(work, { framing: only(work.framing, mark => mark.id !== id) });

/** Mark words as a cue. @param {Work} work @param {Stretch} place @returns {Work | string} */
export function cue(work, place) {
  const found = room(work, place, work.cues);
  return typeof found === "string" ? found : { ...work, cues: inOrder([...work.cues, { id: "", ...found }]) };
}

/** Take away the innermost cue round a place. @param {Work} work @param {Stretch} place @returns {Work} */
export function uncue(work, place) {
  const found = work.cues.filter(mark => holds(mark, place)).at(-1);
  return put(work, { cues: only(work.cues, mark => mark !== found) });
}

/** Say a statement in other words. Marks inside stay with their words, or go with them.
    @param {Work} work @param {string} id @param {string} text @returns {Work | string} */
export function reword(work, id, text) {
  const whole = work.statements.find(mark => mark.id === id);
  if (!whole) return say("edit.gone");
  const before = textOf(work, whole), after = text.replace(/\s+/g, " ").trim() || "…";
  if (before === after) return work;
  const most = Math.min(before.length, after.length), more = after.length - before.length;
  let head = 0, tail = 0;
  while (head < most && before[head] === after[head]) head++;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;

  /** Where words of the statement are now; null where they are no more. @param {number} start @param {number} end */
  const moved = (start, end) => {
    if (end <= head) return { start, end };
    if (start >= before.length - tail) return { start: start + more, end: end + more };
    const words = before.slice(start, end);
    if (!words) return null;
    let near = -1;
    for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1)) {
      const inWord = /[\p{L}\p{N}]/u.test(after[at - 1] ?? "") || /[\p{L}\p{N}]/u.test(after[at + words.length] ?? "");
      if (!inWord && (near < 0 || Math.abs(at - start) < Math.abs(near - start))) near = at;
    }
    return near < 0 ? null : { start: near, end: near + words.length };
  };
  /** @template {{start: number, end: number}} T @param {T} mark @returns {T[]} */
  const shifted = mark => {
    if (mark.end <= whole.start) return [mark];
    if (mark.start >= whole.end) return [{ ...mark, start: mark.start + more, end: mark.end + more }];
    if (mark.start <= whole.start && mark.end >= whole.end) return [{ ...mark, end: mark.end + more }];
    const place = moved(mark.start - whole.start, mark.end - whole.start);
    return mark.start < whole.start || mark.end > whole.end || !place ? []
      : [put(mark, /** @type {Partial<T>} */ ({ start: place.start + whole.start, end: place.end + whole.start }))];
  };
  /** @template {Stretch} T @param {T[]} marks @param {Stretch[]} [others] @returns {T[]} */
  const carried = (marks, others = []) => {
    const kept = /** @type {T[]} */ ([]);
    for (const mark of marks.flatMap(mark => (mark.block === whole.block ? shifted(mark) : [mark]))) {
      if (mark.block !== whole.block || ![...kept, ...others].some(other => crosses(other, mark))) kept.push(mark);
    }
    return inOrder(kept);
  };
  const old = work.blocks[whole.block];
  const block = {
    ...old, text: old.text.slice(0, whole.start) + after + old.text.slice(whole.end), styles: old.styles.flatMap(shifted),
  };
  const marks = carried(work.framing);
  return {
    ...work,
    blocks: work.blocks.map(each => (each === old ? block : each)),
    statements: work.statements.flatMap(mark => (mark.block === whole.block ? shifted(mark) : [mark])),
    framing: marks,
    cues: carried(work.cues, marks),
  };
}
