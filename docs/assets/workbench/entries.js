/* Edits of the front matter: voices, records, what is missing, questions, and any other value. */
import { asId, each, isObject, only, put, same, unused } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Json} Json
 * @typedef {{[key: string]: string | undefined}} Patch values by key; an empty or undefined one takes the key away
 */

/**
 * @param {Json | undefined} holder
 * @param {string[]} path
 * @param {Json | undefined} value
 * @returns {Json | undefined}
 */
function placed(holder, [key, ...rest], value) {
  const list = Array.isArray(holder) || (!isObject(holder) && /^\d+$/.test(key));
  const known = /** @type {{[key: string]: Json}} */ (isObject(holder) || Array.isArray(holder) ? holder : {});
  const old = Object.hasOwn(known, key) ? known[key] : undefined;
  const next = rest.length ? placed(old, rest, value) : value;
  if (same(old, next)) return holder;
  if (list) {
    const at = Number(key), items = Array.isArray(holder) ? holder : [];
    return [...items.slice(0, at), ...(next === undefined ? [] : [next]), ...items.slice(at + 1)];
  }
  const { [key]: _, ...others } = known;
  return next === undefined ? others : { ...known, [key]: next };
}

/** Set a value deep in the front matter, or with undefined take it away. A place in a list is its number, as text.
    @param {Work} work @param {string[]} path @param {Json | undefined} value @returns {Work} */
export const front = (work, path, value) =>
  path.length ? put(work, { front: /** @type {Work["front"]} */ (placed(work.front, path, value)) }) : work;

/** @param {Json | undefined} old @param {Patch} patch @returns {{[key: string]: Json}} */
function patched(old, patch) {
  const entries = Object.entries({ ...(isObject(old) ? old : {}), ...patch });
  return /** @type {{[key: string]: Json}} */ (Object.fromEntries(entries.filter(([, value]) => value !== "" && value !== undefined)));
}

/**
 * @param {Work} work
 * @param {"voices" | "records"} where
 * @param {string | null} id
 * @param {Patch} patch
 * @param {string[]} names what its id may be made from, the best first
 * @param {string} otherwise
 * @returns {[Work, string]}
 */
function entry(work, where, id, patch, names, otherwise) {
  const all = isObject(work.front[where]) ? work.front[where] : {};
  const wanted = names.map(name => asId(name)).filter(Boolean);
  const free = wanted.find(name => !Object.hasOwn(all, name)) ?? unused(wanted.at(-1) ?? otherwise, name => Object.hasOwn(all, name));
  const key = id ?? free;
  return [front(work, [where, key], patched(all[key], patch)), key];
}

/** A voice is changed, or with null made: Ada Renn, a person, is `renn`, or `ada-renn` where there is a `renn`.
    @param {Work} work @param {string | null} id @param {Patch} patch @returns {[Work, string]} */
export function voice(work, id, patch) {
  const name = (patch.name ?? "").trim(), last = (patch.kind || "person") === "person" ? name.split(/\s+/).slice(-1) : [];
  return entry(work, "voices", id, patch, [...last, name], "voice");
}

/** @param {Work} work @param {string | null} id @param {Patch} patch @returns {[Work, string]} */
export const record = (work, id, patch) => entry(work, "records", id, patch, [patch.title ?? ""], "record");

/** @param {Work} work @param {"voices" | "records"} where @param {"by" | "see"} named @param {string} id @returns {Work} */
function removed(work, where, named, id) {
  const statements = each(work.statements, mark => put(mark, { [named]: only(mark[named], other => other !== id) }));
  const left = front(put(work, { statements }), [where, id], undefined);
  return same(left.front[where], {}) ? front(left, [where], undefined) : left;
}

/** The voice goes, and out of each statement's `by`. @param {Work} work @param {string} id */
export const removeVoice = (work, id) => removed(work, "voices", "by", id);

/** The record goes, and out of each statement's `see`. @param {Work} work @param {string} id */
export const removeRecord = (work, id) => removed(work, "records", "see", id);

/** @param {Work} work @param {string} where @param {number | null} index @param {Patch | null} patch @returns {Work} */
function listed(work, where, index, patch) {
  const list = Array.isArray(work.front[where]) ? work.front[where] : [], at = index ?? list.length;
  if (at < 0 || at > list.length || (patch === null && at === list.length)) return work;
  const made = patch === null ? list.filter((_, number) => number !== at)
    : [...list.slice(0, at), patched(list[at], patch), ...list.slice(at + 1)];
  return front(work, [where], made.length ? made : undefined);
}

/** One of what is missing is changed, with a null index added, with a null patch taken away.
    @param {Work} work @param {number | null} index @param {Patch | null} patch */
export const missing = (work, index, patch) => listed(work, "missing", index, patch);

/** The same, of the questions. @param {Work} work @param {number | null} index @param {Patch | null} patch */
export const question = (work, index, patch) => listed(work, "questions", index, patch);
