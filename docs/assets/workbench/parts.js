/* What Begin, See, Details, Preview and Send have in common. */
import { make } from "./dom.js";
import { say } from "./say.js";
import { asId } from "./values.js";

/** @typedef {import("./types.js").Json} Json */

/**
 * A problem's words: what stands between backticks is code.
 * @param {string} words
 * @returns {(Node | string)[]}
 */
export const ticked = words => between(words, "`", "code");

/** Words of our own: what stands between asterisks is bold. @param {string} words */
export const bold = words => between(words, "*", "b");

/** @param {string} words @param {string} sign @param {"b" | "code"} tag */
const between = (words, sign, tag) => words.split(sign).map((part, index) => index % 2 ? make(tag, {}, part) : part);

/** A name for a file and an address, made from a title. @param {string} title */
export const slugOf = title => asId(title, 60) || "article";

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
 * A label with its field under it.
 * @param {string} words
 * @param {HTMLElement} field it has an id
 * @param {...import("./dom.js").Child} besides
 */
export const labelled = (words, field, ...besides) => make("div", { class: "field" }, make("label", { for: field.id }, words), field, ...besides);

/** The entries of the codebook as choices of a list, below the one for none of them.
    @param {{id: string, name: string}[]} entries @param {string} none @returns {[string, string][]} */
export const choicesOf = (entries, none) => [["", none], ...entries.map(({ id, name }) => /** @type {[string, string]} */ ([id, name]))];

/** Gives a list its choices, and the value that holds; one that is none of them is added.
    @param {HTMLSelectElement} control @param {[string, string][]} choices @param {string} value */
export function options(control, choices, value) {
  const all = choices.some(([key]) => key === value) ? choices : [...choices, [value, value || say("unchosen")]];
  if (control.options.length !== all.length || all.some(([key], index) => control.options[index].value !== key)) {
    control.replaceChildren(...all.map(([key, words]) => make("option", { value: key }, words)));
  }
  control.value = value;
}

/** How many errors and how many warnings there are. @param {import("./types.js").Problem[]} [problems] */
export function severities(problems = []) {
  const errors = problems.filter(each => each.severity === "error").length;
  return { errors, warnings: problems.length - errors };
}

/** How far what checks has come. @param {import("./context.js").Engine} engine */
export const far = ({ done, total, what }) => what === "loading" ? say("engine.far", { done: (done / 1e6).toFixed(1), total: (total / 1e6).toFixed(1) }) : "…";
