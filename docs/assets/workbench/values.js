/* Values that are never changed, only replaced: what an edit does not touch stays the same object. */

/**
 * @typedef {import("./types.js").Json} Json
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {{block: number, start: number, end: number}} Stretch words of a block
 */

/** Whether two values say the same. What is the same object is not looked into.
    @param {unknown} one @param {unknown} other @returns {boolean} */
export function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other || Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, known] = [Object.keys(one), /** @type {{[key: string]: unknown}} */ (other)];
  return keys.length === Object.keys(other).length
    && keys.every(key => Object.hasOwn(other, key) && same(/** @type {typeof known} */ (one)[key], known[key]));
}

/** Whether two lists hold the same objects. @param {unknown[]} one @param {unknown[]} other */
export const alike = (one, other) => one.length === other.length && one.every((each, at) => each === other[at]);

/** @param {unknown} value @returns {value is {[key: string]: Json}} */
export const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `value` with what `patch` gives; the same object where that is what it has.
 * @template {object} T
 * @param {T} value
 * @param {Partial<T>} patch
 * @returns {T}
 */
export function put(value, patch) {
  const known = /** @type {{[key: string]: unknown}} */ (value);
  return Object.entries(patch).every(([key, part]) => same(known[key], part)) ? value : { ...value, ...patch };
}

/**
 * Each item of a list by `change`; the same list where no item is another one.
 * @template T
 * @param {T[]} list
 * @param {(item: T) => T} change
 * @returns {T[]}
 */
export function each(list, change) {
  const made = list.map(change);
  return made.some((item, at) => item !== list[at]) ? made : list;
}

/**
 * @template T
 * @param {T[]} list
 * @param {(item: T) => boolean} test
 */
export const only = (list, test) => (list.every(test) ? list : list.filter(test));

/**
 * Marks in the order of reading, the outer before the inner.
 * @template {Stretch} T
 * @param {T[]} marks
 */
export const inOrder = marks => [...marks].sort((one, other) => one.block - other.block || one.start - other.start || other.end - one.end);

/** @param {Stretch} outer @param {Stretch} inner */
export const holds = (outer, inner) => outer.block === inner.block && outer.start <= inner.start && inner.end <= outer.end;

/** @param {Stretch} one @param {Stretch} other */
export const meets = (one, other) => one.block === other.block && one.start < other.end && other.start < one.end;

/** Whether they cross: neither apart, nor one inside the other. @param {Stretch} one @param {Stretch} other */
export const crosses = (one, other) => meets(one, other) && !holds(one, other) && !holds(other, one);

/** A statement of which nothing is known but its place. @param {string} id @param {Stretch} place @returns {Statement} */
export const bare = (id, { block, start, end }) => ({
  id, block, start, end, basis: "", aside: false, by: [], how: "", kind: "", from: [], see: [], also: "", also_kind: "",
  short: "", note: "", draft: false, source: "",
});

/** The words of a mark. @param {import("./types.js").Work} work @param {Stretch} mark */
export const textOf = (work, { block, start, end }) => (work.blocks[block]?.text ?? "").slice(start, end);

/** Whether there is anything in it to read. @param {string} text */
export const says = text => /[\p{L}\p{N}]/u.test(text);

/** The stretch without the white space at its edges. @param {string} text @param {number} start @param {number} end */
export function trimmed(text, start, end) {
  const words = text.slice(start, end), lead = words.length - words.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) };
}

const OPENING = /^[^\p{L}\p{N}\p{S}]+/u, CLOSING = /[^\p{L}\p{N}\p{M}\p{S}%]+$/u;
const PAIRS = new Map(["“”", "‘’", "«»", '""', "''", "„“", "()"].map(([open, close]) => [open, close]));

/** The stretch without punctuation at its edges either, but with the quotation marks that stand round all of it.
    @param {string} text @param {number} start @param {number} end */
export function edged(text, start, end) {
  const words = text.slice(start, end);
  const first = start + (OPENING.exec(words)?.[0].length ?? 0), last = end - (CLOSING.exec(words)?.[0].length ?? 0);
  if (first >= last) return trimmed(text, start, end);
  const close = first > start && PAIRS.get(text[first - 1]), after = close ? text.slice(last, end).indexOf(close) : -1;
  return after < 0 ? { start: first, end: last } : { start: first - 1, end: last + after + 1 };
}

/** A text as an id or a file's name: `Été 1` becomes `ete-1`; empty where it has no such letters. One that is too long
    ends before a word. @param {string} text */
export function asId(text, most = 40) {
  const plain = text.normalize("NFKD").replace(/[\p{M}’'‘]/gu, "").toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  return id.length > most ? id.slice(0, most + 1).replace(/-[^-]*$/, "").slice(0, most) : id;
}

/** `id`, or with the first number that makes it new. @param {string} id @param {(id: string) => boolean} taken */
export function unused(id, taken) {
  let made = id;
  for (let number = 2; taken(made); number++) made = `${id}-${number}`;
  return made;
}
