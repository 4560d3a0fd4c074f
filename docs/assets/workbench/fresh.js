/* A pasted text becomes a work in which nothing is decided yet. */
import { sentences } from "./sentences.js";
import { asId, bare, says } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Block} Block
 */

const JOINING = /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Tibt}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Mong}]\p{M}*$/u;
const LEFTWARDS = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const HEADLINE = 120;

/** Whether a script needs an unseen character where it stands. The generator has the last word on it.
    @param {string} sign @param {number} at @param {string} line */
function needed(sign, at, line) {
  const before = line.slice(Math.max(0, at - 8), at), after = line.slice(at + 1);
  if (/[\u200e\u200f\u061c]/.test(sign)) return LEFTWARDS.test(line);
  if (/[\ufe0e\ufe0f]/.test(sign)) return /[\p{Emoji}]$/u.test(before);
  if (sign === "\u200d" && /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*$/u.test(before)) return /^\p{Extended_Pictographic}/u.test(after);
  return /[\u200c\u200d]/.test(sign) && JOINING.test(before);
}

/** A text with line feeds alone and without what nobody can see. @param {string} text @param {RegExp} unseen */
function visible(text, unseen) {
  let dropped = 0;
  const lines = text.replace(/\r\n|[\r\v\f\x85\u2028\u2029]/g, "\n").split("\n").map(line =>
    line.replace(unseen, (sign, at) => (needed(sign, at, line) ? sign : (dropped++, ""))));
  return { text: lines.join("\n"), dropped };
}

/** @param {string} text @returns {Block[]} */
function blocksOf(text) {
  const blocks = /** @type {Block[]} */ ([]), lines = /** @type {string[]} */ ([]);
  let kind = /** @type {Block["kind"]} */ ("paragraph");
  for (const line of [...text.split("\n"), ""]) {
    const item = /^\s*[-*+•]\s+(.*)$/.exec(line), words = (item ? item[1] : line).trim();
    if (item || !words) {
      const whole = lines.join(" ").replace(/\s+/g, " ");
      if (whole) blocks.push({ kind, level: 0, text: whole, styles: [] });
      lines.length = 0;
      kind = item ? "item" : "paragraph";
    }
    if (words) lines.push(words);
  }
  return blocks;
}

/**
 * A new work of a plain text: paragraphs by empty lines, and a short first line without a full stop as title. In
 * `quotation` mode a “…” stands for each sentence, which the work keeps as `source`.
 * @param {string} text
 * @param {{unseen: string, quotation: boolean, language: string, today: string, slug?: string, title?: string}} options
 * @returns {{work: Work, dropped: number}} and how many characters that nobody can see were taken out
 */
export function fresh(text, { unseen, quotation, language, today, slug = "", title = "" }) {
  const plain = visible(text, new RegExp(unseen, "gu"));
  let blocks = blocksOf(plain.text);
  const [first] = blocks, headline = first?.kind === "paragraph" ? first.text : "";
  const found = blocks.length > 1 && headline.length <= HEADLINE && says(headline) && !/[.:;,”"’'…]$/.test(headline);
  if (found && (!title || title === headline)) blocks = blocks.slice(1);
  if (quotation) blocks = blocks.filter(block => says(block.text));
  const name = title || (found ? headline : "");
  const statements = blocks.flatMap((block, number) => sentences(block.text, language).map(place => bare("", { block: number, ...place })));
  if (quotation) {
    const texts = /** @type {string[]} */ (blocks.map(() => ""));
    for (const mark of statements) {
      mark.source = blocks[mark.block].text.slice(mark.start, mark.end);
      mark.start = texts[mark.block].length + (texts[mark.block] ? 1 : 0);
      mark.end = mark.start + 1;
      texts[mark.block] += texts[mark.block] ? " …" : "…";
    }
    blocks = blocks.map((block, number) => ({ ...block, text: texts[number] }));
  }
  return {
    work: {
      version: 1, slug: slug || asId(name) || "article", base: "",
      front: {
        ...(name ? { title: name } : {}), original: {}, ...(quotation ? { rights: "quotation" } : {}), language,
        annotators: [{ name: "", date: today }],
      },
      blocks, statements: statements.map((mark, number) => ({ ...mark, id: `s${number + 1}` })), framing: [], cues: [],
    },
    dropped: plain.dropped,
  };
}
