/* The sentences of a paragraph, by the browser's own rule and with its known faults mended. They need not be
   perfect: a person splits and joins them. */
import { say } from "./say.js";
import { says, trimmed } from "./values.js";

const FORMS = /(?:^|[\s("“‘])(?:e\.\s?g|i\.\s?e|cf|vs|v|approx|ca|c|fig|pp?|al|z\. ?B|d\. ?h|u\. ?a|bzw)\.$/i;
const INITIALS = /(?:^|[^\p{L}.])(?:\p{L}\.)+\p{L}\.$/u;
const INITIAL = /(?:^|[\s("“‘.])\p{L}\.$/u;
const LAST = /(?:^|[\s("“‘])(\p{L}+)\.$/u, FIRST = /^["“‘(]?(\p{L}+)(?![\p{L}.])/u;
const LATE = /^[”’»)\]]+(?=\s)|^["'](?=\s)/;
const EXTRA = /(?:[.!?]["”’»)\]]*|…["”’»)\]]*)\s+(?=["“‘«(\[]?[\p{Lu}\p{N}])/gu;

/* No sentence is put together from pieces beyond this: a text without an end must not take without end. */
const LONGEST_SENTENCE = 2000, WINDOW = 4000;

/** Whether a text opens more quotations than it closes. @param {string} text @param {string} open @param {string} close */
function opens(text, open, close) {
  let more = 0;
  for (const sign of text) more += sign === close && (open !== close || more) ? -1 : sign === open ? 1 : 0;
  return more > 0;
}

/** Whether a word is in a list of such words. @param {import("./say.js").Key} list @param {RegExpExecArray | null} found */
const isAmong = (list, found) => found !== null && say(list).split(" ").includes(found[1]);

/** Whether there is no break between these, the end of a piece and what follows. @param {string} end @param {string} after */
function none(end, after) {
  const last = LAST.exec(end);
  if (!says(after) || /^[\p{Ll},;]/u.test(after) || isAmong("sentence.titles", last) || FORMS.test(end)) return true;
  if (isAmong("sentence.before-number", LAST.exec(end.toLowerCase()))) return /^\p{N}/u.test(after);
  // after a short form that may end a sentence, some words begin another one
  if (INITIALS.test(end) || isAmong("sentence.maybe", last)) return !isAmong("sentence.starts", FIRST.exec(after));
  return INITIAL.test(end) && !/(?:^|\s)I\.$/.test(end);
}

/**
 * Where the sentences of `text` stand, without the white space round them. None is without a letter or a digit.
 * @param {string} text
 * @param {string} language such as `en`; one that nobody knows is read as English
 * @returns {{start: number, end: number}[]}
 */
export function sentences(text, language) {
  const cuts = new Set([...breaks(text, language), text.length]);
  for (const found of text.matchAll(EXTRA)) cuts.add(found.index + found[0].length);
  const made = /** @type {{start: number, end: number}[]} */ ([]), last = { curly: text.lastIndexOf("”"), straight: text.lastIndexOf('"') };
  let start = 0, seen = 0, said = false; // `seen` and `said`: whether there is a word up to there
  for (const cut of [...cuts].sort((one, other) => one - other)) {
    const piece = text.slice(start, cut).trim();
    said ||= says(text.slice(seen, cut));
    seen = cut;
    const quoted = (last.curly >= cut && opens(piece, "“", "”")) || (last.straight >= cut && opens(piece, '"', '"'));
    const whole = cut === text.length || cut - start > LONGEST_SENTENCE;
    if (!whole && (!said || quoted || none(piece.slice(-20), text.slice(cut, cut + 40).trimStart()))) continue;
    if (piece) made.push(trimmed(text, start, cut));
    start = cut;
    said = false;
  }
  return made.filter(({ start, end }) => says(text.slice(start, end)));
}

/** Where the browser would break, in windows: it takes very long over a very long text.
    @param {string} text @param {string} language */
function* breaks(text, language) {
  const browser = segmenter(language, "sentence");
  for (let from = 0; from < text.length;) {
    const window = text.slice(from, from + WINDOW), found = [...browser.segment(window)].map(({ index }) => index + from);
    const next = from + WINDOW >= text.length ? text.length : found.length > 1 ? found[found.length - 1] : from + WINDOW;
    for (const cut of [...found.slice(1), next]) yield cut + (LATE.exec(text.slice(cut, cut + 9))?.[0].length ?? 0);
    from = next;
  }
}

/** One for a language; for one that is no code, as while it is typed, that of English.
    @param {string} language @param {"sentence" | "word"} granularity */
export function segmenter(language, granularity) {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter("en", { granularity });
  }
}
