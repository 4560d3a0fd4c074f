/* What the parts that mark share: the mark in hand, the words chosen, and the edits in words for the live region. */
import { signal } from "./context.js";
import { segmenter } from "./sentences.js";
import { holds, isObject } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {import("./types.js").Framing} Framing
 * @typedef {{block: number, start: number, end: number}} Stretch
 *
 * @typedef {object} Marking
 * @property {import("./context.js").Signal<string>} hand the id of the mark in hand, or empty
 * @property {import("./context.js").Signal<Stretch | null>} words the words chosen in the text
 * @property {import("./context.js").Signal<string>} drawing the id of the conclusion whose supports are being drawn, or empty
 * @property {(label: string, work: Work | string, tag?: string) => boolean} edit makes an edit, or says why it cannot be made
 * @property {(id: string, where?: "text" | "panel" | "") => void} take takes a mark in hand, and the focus to the text or the panel
 *
 * @typedef {import("./context.js").Context & Marking} Desk
 */

/**
 * @param {import("./context.js").Context} context
 * @param {Marking["take"]} take
 * @returns {Desk}
 */
export function createDesk(context, take) {
  return {
    ...context,
    hand: signal(""),
    words: signal(/** @type {Stretch | null} */ (null)),
    drawing: signal(""),
    edit(label, work, tag) {
      const refused = context.store.apply(label, work, tag);
      if (refused) context.announce(refused);
      return !refused;
    },
    take,
  };
}

/** @param {Work} work @param {string} id */
export const statementOf = (work, id) => work.statements.find(each => each.id === id);
/** @param {Work} work @param {string} id */
export const framingOf = (work, id) => work.framing.find(each => each.id === id);
/** @param {Statement} each */
export const isOpen = each => each.draft || (!each.basis && !each.aside);
/** @param {Stretch} inner @param {Stretch} outer */
export const within = (inner, outer) => holds(outer, inner);

/**
 * The statement that a stretch stands in.
 * @param {Work} work @param {Stretch} mark
 */
export const around = (work, mark) => work.statements.find(each => within(mark, each));

/**
 * The voices, in the order of the file.
 * @param {Work} work
 * @returns {{id: string, name: string, role: string, kind: string, stake: string}[]}
 */
export function voicesOf(work) {
  const { voices } = work.front;
  return Object.entries(isObject(voices) ? voices : {}).map(([id, voice]) => {
    const { name, role, kind, stake } = isObject(voice) ? voice : /** @type {{[key: string]: undefined}} */ ({});
    return { id, name: string(name) || id, role: string(role), kind: string(kind), stake: string(stake) };
  });
}

/** The places of the words of a text, as the browser knows its language. @param {string} text @param {string} language @returns {[number, number][]} */
export const wordsIn = (text, language) => [...segmenter(language, "word").segment(text)].flatMap(({ segment, index, isWordLike }) => isWordLike ? [[index, index + segment.length]] : []);

/** A text cut to be said or shown in a line. @param {string} text @param {number} [limit] */
export const brief = (text, limit = 60) => text.length > limit ? `${text.slice(0, text.lastIndexOf(" ", limit) > 20 ? text.lastIndexOf(" ", limit) : limit)}…` : text;
/** @param {unknown} value */
export const string = value => typeof value === "string" ? value : "";
