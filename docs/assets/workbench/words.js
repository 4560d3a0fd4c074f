/* What can be done with words that are chosen: mark them as steering or as attributing, or cut the statement there.
   They are chosen in the text, or here in the panel, one by one: so it works by touch and by switch as well. */
import { cue, frame, join, split, uncue } from "./edits.js";
import { around, brief, statementOf, within, wordsIn } from "./desk.js";
import { button, fill, make, plainButton } from "./dom.js";
import { say } from "./say.js";
import { textOf } from "./values.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Stretch} Stretch
 */

/** Forgets the words that are chosen. @param {Desk} desk */
export function unchoose(desk) {
  getSelection()?.removeAllRanges();
  desk.words.set(null);
}

/** @param {Desk} desk */
export function steer(desk) {
  const stretch = desk.words.value;
  if (!stretch) return desk.announce(say("words.choose"));
  const made = frame(desk.store.work, stretch);
  if (typeof made === "string") return desk.announce(made);
  unchoose(desk); // before the text is drawn again, or the browser lays it out twice
  desk.edit(say("steers"), made[0]);
  desk.take(made[1], "panel");
}

/** @param {Desk} desk */
export function attribute(desk) {
  const stretch = desk.words.value;
  if (!stretch) return desk.announce(say("words.choose"));
  const words = textOf(desk.store.work, stretch);
  const marked = desk.store.work.cues.some(each => within(stretch, each));
  const made = marked ? uncue(desk.store.work, stretch) : cue(desk.store.work, stretch);
  if (typeof made === "string") return desk.announce(made);
  unchoose(desk);
  desk.edit(say(marked ? "words.uncue" : "words.cue"), made);
  desk.announce(say(marked ? "words.uncued" : "words.cued", { words: brief(words) }));
}

/** Cuts the statement before the first word that is chosen. @param {Desk} desk */
export function cut(desk) {
  const stretch = desk.words.value, each = stretch && around(desk.store.work, { ...stretch, end: stretch.start });
  if (!stretch || !each) return desk.announce(say("words.cut-first"));
  const ids = new Set(desk.store.work.statements.map(other => other.id));
  const parted = split(desk.store.work, each.id, stretch.start);
  if (typeof parted === "string") return desk.announce(parted);
  unchoose(desk);
  desk.edit(say("words.split"), parted);
  const made = desk.store.work.statements.find(other => !ids.has(other.id));
  desk.announce(say("words.parted"));
  if (made) desk.take(made.id, "text");
}

/** Joins a statement with the next one of its paragraph. @param {Desk} desk @param {string} id */
export function joinNext(desk, id) {
  if (desk.edit(say("words.join"), join(desk.store.work, id))) {
    desk.announce(say("words.joined"));
    desk.take(id, "");
  }
}

/**
 * The tools that appear where words are chosen.
 * @param {HTMLElement} host
 * @param {Desk} desk
 */
export function mountTools(host, desk) {
  const quiet = { onpointerdown: (/** @type {Event} */ event) => event.preventDefault() }; // the choice must outlive the press
  const tools = make("div", { class: "tools", role: "toolbar", "aria-label": say("words.tools"), hidden: true },
    button("steers", () => steer(desk), { ...quiet, "aria-keyshortcuts": "f", class: "steering" }),
    button("words.cue", () => attribute(desk), { ...quiet, "aria-keyshortcuts": "c", title: say("words.cue-help") }),
    button("words.split-here", () => cut(desk), { ...quiet, "aria-keyshortcuts": "/" }));
  host.append(tools);
  desk.words.subscribe(stretch => {
    tools.hidden = !stretch || Boolean(document.activeElement?.closest(".words-of"));
    const selection = getSelection();
    if (tools.hidden || !selection?.rangeCount) return;
    const boxes = selection.getRangeAt(0).getClientRects(), box = boxes[boxes.length - 1], frame = host.getBoundingClientRect();
    if (!box) return;
    tools.style.top = `${box.bottom - frame.top + 6}px`;
    tools.style.left = `${Math.max(0, Math.min(box.left - frame.left, frame.width - tools.offsetWidth))}px`;
  });
}

/**
 * The words of a statement as buttons: the first and the last one choose a stretch.
 * @param {Desk} desk
 * @param {string} id
 */
function chips(desk, id) {
  const each = statementOf(desk.store.work, id);
  if (!each) return make("p");
  const text = textOf(desk.store.work, each);
  const language = typeof desk.store.work.front.language === "string" ? desk.store.work.front.language : "en";
  const places = wordsIn(text, language);
  let first = -1, last = -1;
  const made = places.map(([start, end], at) => plainButton(text.slice(start, end), () => press(at), { "aria-pressed": "false" }));
  const group = make("div", { class: "chips", role: "group", "aria-label": say("words.all"), lang: language, dir: "auto" }, ...made);
  const does = make("div", { class: "row", hidden: true },
    button("words.steer", () => steer(desk)), button("words.attribute", () => attribute(desk)), button("words.split-before", () => cut(desk)));
  /** @param {number} at */
  function press(at) {
    if (first < 0 || last >= 0 || at < first) [first, last] = [at, -1];
    else last = at;
    made.forEach((chip, index) => chip.setAttribute("aria-pressed", String(index >= first && index <= Math.max(first, last))));
    does.hidden = false;
    const end = Math.max(first, last);
    desk.words.set({ block: each?.block ?? 0, start: (each?.start ?? 0) + places[first][0], end: (each?.start ?? 0) + places[end][1] });
  }
  return make("div", { class: "words-of" }, make("p", { class: "small" }, say("words.press")), group, does);
}

/**
 * The marks on words within a statement.
 * @param {Desk} desk
 * @param {string} id
 */
function marksWithin(desk, id) {
  const { work } = desk.store, each = statementOf(work, id);
  if (!each) return [];
  const technique = new Map(desk.known.techniques.map(entry => [entry.id, entry.name]));
  const items = [
    ...work.framing.filter(mark => within(mark, each)).map(mark => make("li", {},
      plainButton(textOf(work, mark), () => desk.take(mark.id, "panel"), { class: "f", "data-key": mark.id }),
      make("span", { class: "small" }, (technique.get(mark.technique) ?? say("words.untold")) + (mark.draft ? `, ${say("suggested")}` : "")))),
    ...work.cues.filter(mark => within(mark, each)).map(mark => make("li", {},
      make("span", { class: "cue" }, textOf(work, mark)), make("span", { class: "small" }, say("words.is-cue")),
      button("remove", () => desk.edit(say("words.uncue"), uncue(desk.store.work, mark)), { class: "slight", "data-key": `cue-${mark.start}` }))),
  ];
  return items.length ? [make("ul", { class: "marks-within" }, ...items)] : [];
}

/** The part of the panel about words. @param {Desk} desk @param {string} id @param {HTMLElement} host */
export function wordsPart(desk, id, host) {
  const open = host.querySelector("details")?.open ?? false;
  const more = make("details", { ontoggle: () => { if (more.open && more.childElementCount === 1) more.append(chips(desk, id)); } },
    make("summary", { "data-key": "chips" }, say("words.here")));
  fill(host, make("h3", {}, say("words.in-it")), ...marksWithin(desk, id),
    make("p", { class: "small" }, say("words.which")), more);
  if (open) more.open = true;
}
