/* What Begin, See, Details, Preview and Send have in common. */
import { make } from "./dom.js";

/** @typedef {import("./types.js").Json} Json */

/**
 * A problem's words: what stands between backticks is code.
 * @param {string} words
 * @returns {(Node | string)[]}
 */
export const ticked = words => words.split("`").map((part, index) => index % 2 ? make("code", {}, part) : part);

/**
 * A name for a file and an address, made from a title.
 * @param {string} title
 */
export function slugOf(title) {
  const plain = title.normalize("NFKD").replace(/[\p{M}’'‘]/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  return slug.length > 60 ? slug.slice(0, 61).replace(/-[^-]*$/, "") : slug || "article";
}

/**
 * What stands at a path of the front matter, as `original.title`.
 * @param {import("./types.js").Work} work
 * @param {string} path
 * @returns {Json | undefined}
 */
export function at(work, path) {
  /** @type {Json | undefined} */
  let value = work.front;
  for (const step of path.split(".")) value = value && typeof value === "object" ? /** @type {{[key: string]: Json}} */ (value)[step] : undefined;
  return value;
}

/**
 * Calls once things have been quiet for a while.
 * @param {number} wait
 * @param {() => void} then
 */
export function onPause(wait, then) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(then, wait);
  };
}

/**
 * A part of the page that opens and shuts.
 * @param {HTMLElement} heading
 * @param {...import("./dom.js").Child} inside
 */
export const fold = (heading, ...inside) => make("details", { class: "fold" }, make("summary", {}, heading), ...inside);

/**
 * A label with its field under it.
 * @param {string} words
 * @param {HTMLElement} field it has an id
 * @param {...import("./dom.js").Child} besides
 */
export const labelled = (words, field, ...besides) => make("div", { class: "field" }, make("label", { for: field.id }, words), field, ...besides);

/** How far the generator is. @param {import("./context.js").Engine} engine */
export const arrival = ({ done, total }) => done < total ? `The generator is on its way: ${Math.floor(done / total * 100)} %.` : "The generator is starting.";
