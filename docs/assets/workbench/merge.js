/* Takes drafting's suggestions into a work; what somebody has decided stays as it is. */
import { crosses, holds, inOrder, isObject, meets } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Statement} Statement
 */

/** @param {Statement} each */
const untouched = each => !each.basis && !each.aside && !each.note;

/**
 * The text without its marks, as drafting takes it; of an article that is retold, the original. It begins with a
 * line of our own, so that drafting takes no line of the text for the headline.
 * @param {Work} work
 * @returns {{text: string, markdown: boolean}}
 */
export function unmarked(work) {
  const retold = work.front.rights === "quotation", markdown = work.blocks.some(each => each.kind === "heading" || each.kind === "quote");
  const signs = { paragraph: "", heading: "## ", quote: "> ", item: "- " };
  const blocks = work.blocks.map((block, at) => {
    const text = retold ? work.statements.filter(each => each.block === at).map(each => each.source).join(" ") : block.text;
    return signs[block.kind] + (markdown ? text.replace(/[*_`[\]<\\&]/g, "\\$&") : text);
  });
  return { text: [`${markdown ? "# " : ""}Title`, ...blocks].join("\n\n"), markdown };
}

/**
 * The work with the suggestions of a draft of the same text; in words, why there are none.
 * @param {Work} work
 * @param {Work} draft
 * @returns {Work | string}
 */
export function merged(work, draft) {
  const retold = work.front.rights === "quotation";
  const alike = work.blocks.length === draft.blocks.length && work.blocks.every((block, at) => block.text === draft.blocks[at].text);
  if (retold ? work.statements.length !== draft.statements.length : !alike) return "The suggestions cut this text in another way, so there are none. You can mark without.";

  /** What the draft's ids are in the work. @type {Map<string, string>} */
  const ids = new Map();
  const taken = new Set([...work.statements, ...work.framing, ...work.cues].map(each => each.id));
  /** @param {string} letter */
  const next = letter => {
    let number = 1;
    while (taken.has(letter + number)) number++;
    taken.add(letter + number);
    return letter + number;
  };
  const statements = work.statements.flatMap((each, at) => {
    const offered = retold ? [draft.statements[at]] : draft.statements.filter(other => holds(each, other));
    if (offered.length === 1) ids.set(offered[0].id, each.id);
    if (!untouched(each) || !offered.length) return [each];
    return offered.map((other, part) => {
      const id = part ? next("s") : each.id;
      ids.set(other.id, id);
      const { block, start, end } = retold ? each : other;
      return { ...other, id, block, start, end, source: each.source };
    });
  });
  const framing = retold ? [] : draft.framing.filter(mark => ![...work.framing, ...work.cues].some(other => meets(other, mark)));
  const cues = retold ? [] : draft.cues.filter(mark => ![...work.cues, ...work.framing].some(other => holds(other, mark) || crosses(other, mark)));
  const old = new Set(work.statements);
  const found = isObject(draft.front.voices) ? draft.front.voices : {}, here = isObject(work.front.voices) ? work.front.voices : {};
  const voices = { ...found, ...here };
  return {
    ...work,
    front: Object.keys(voices).length ? { ...work.front, voices } : work.front,
    statements: statements.map(each => old.has(each) ? each : { ...each, from: each.from.flatMap(id => ids.get(id) ?? []) }),
    framing: inOrder([...work.framing, ...framing.map(mark => ({ ...mark, id: next("f") }))]),
    cues: inOrder([...work.cues, ...cues.map(mark => ({ ...mark, id: "" }))]),
  };
}
