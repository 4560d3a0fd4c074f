/* What a file or a browser's storage holds may be of any age, or anybody's: it is checked part by part. */
import { crosses, inOrder, isObject, meets } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./values.js").Stretch} Stretch
 * @typedef {(value: unknown) => boolean} Test
 */

const MOST = 20000, LETTERS = 2e6, DEEP = 8;

/** @type {Test} */
const isText = value => typeof value === "string" && value.length <= LETTERS;
/** @type {Test} */
const isId = value => typeof value === "string" && /^[^\s"'<>&]{1,200}$/.test(value);
/** @type {Test} */
const isFlag = value => typeof value === "boolean";
/** @type {Test} */
const isCount = value => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LETTERS;
/** @param {unknown[]} values @returns {Test} */
const among = (...values) => value => values.includes(value);
/** @param {Test} each @returns {Test} */
const list = each => value => Array.isArray(value) && value.length <= MOST && value.every(each);
/** An object with these keys and no other. One that many steps share is looked into once.
    @param {{[key: string]: Test}} shape @returns {Test} */
function shaped(shape) {
  const known = new WeakSet(), tests = Object.entries(shape);
  return value => {
    if (!isObject(value)) return false;
    const good = known.has(value) || (Object.keys(value).every(key => Object.hasOwn(shape, key))
      && tests.every(([key, test]) => Object.hasOwn(value, key) && test(value[key])));
    if (good) known.add(value);
    return good;
  };
}

/** @param {unknown} value @returns {boolean} */
function isJson(value, deep = 0) {
  if (value === null || isText(value) || isFlag(value) || Number.isFinite(value)) return true;
  if (deep > DEEP || typeof value !== "object") return false;
  return Object.keys(value).length <= MOST && !Object.hasOwn(value, "__proto__") && Object.values(value).every(each => isJson(each, deep + 1));
}

const BASES = ["sourced", "unsourced", "inferred"];
const PLACE = { block: isCount, start: isCount, end: isCount };
const isBlock = shaped({
  kind: among("paragraph", "heading", "quote", "item"), level: isCount, text: isText,
  styles: list(shaped({ kind: isText, start: isCount, end: isCount, href: isText })),
});
const isStatement = shaped({
  ...PLACE, id: isId, basis: among("", ...BASES), aside: isFlag, by: list(isText), how: among("", "quote", "paraphrase", "mixed"),
  kind: isText, from: list(isText), see: list(isText), also: isText, also_kind: isText, short: isText, note: isText,
  draft: isFlag, source: isText,
});
const isFraming = shaped({ ...PLACE, id: isId, technique: isText, plain: isText, also: isText, note: isText, draft: isFlag });
const isCue = shaped({ ...PLACE, id: value => value === "" || isId(value) });
const isShaped = shaped({
  version: among(1), slug: value => /^[\w.-]{0,200}$/.test(String(value)), base: isText, front: value => isObject(value) && isJson(value),
  blocks: list(isBlock), statements: list(isStatement), framing: list(isFraming), cues: list(isCue),
});

/** Whether marks are in order and inside the text. @param {Work} work @param {Stretch[]} marks */
const stand = ({ blocks }, marks) => marks.every(({ block, start, end }) => start < end && end <= (blocks[block]?.text.length ?? -1))
  && inOrder(marks).every((mark, at) => mark === marks[at]);

/** Whether no two of these marks, in order, stand to each other as they may not. @param {Stretch[]} marks
    @param {(one: Stretch, other: Stretch) => boolean} never */
function clear(marks, never) {
  const open = /** @type {Stretch[]} */ ([]);
  return marks.every(mark => {
    while (open.length && !meets(/** @type {Stretch} */ (open.at(-1)), mark)) open.pop();
    return !open.some(other => never(other, mark)) && open.push(mark);
  });
}

/** Whether a value is a work that every edit can trust. @param {unknown} value @returns {value is Work} */
export function isWork(value) {
  if (!isShaped(value)) return false;
  const work = /** @type {Work} */ (value);
  const marks = [...work.statements, ...work.framing, ...work.cues];
  const ids = marks.map(mark => mark.id).filter(Boolean);
  return new Set(ids).size === ids.length
    && [work.statements, work.framing, work.cues].every(some => stand(work, some))
    && work.blocks.every(({ text, styles }) => styles.every(({ start, end }) => start <= end && end <= text.length))
    && clear(work.statements, meets) && clear(inOrder(marks), crosses);
}
