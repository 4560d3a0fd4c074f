/* What the scripts say: every word of theirs stands in words.json, beside them. */

/** @typedef {keyof typeof import("./words.json")} Key */

/** @type {{[key: string]: string}} */
let words = {};

/** @param {typeof words} given */
export const learn = given => { words = given; };

/**
 * The words of a key: `{name}` is a value, `{n|one|many}` what one or many are called. What a value says is text.
 * @param {Key} key
 * @param {{[name: string]: string | number}} [values]
 */
export const say = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
  (whole, name, one, many) => many === undefined ? String(values[name] ?? whole) : values[name] === 1 ? one : many);
