/* Suggestions: what drafting proposes for a text, and the walk on which each is kept, changed or dropped. */
import { fill, isField, make, sign } from "./dom.js";
import { brief, isOpen, voicesOf, within } from "./desk.js";
import { decide, framing, removeVoice, statement, uncue, unframe } from "./edits.js";
import { say } from "./say.js";
import { alike, textOf } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {import("./types.js").Framing} Framing
 */

/** @type {Partial<Statement>} */
const DROPPED = { basis: "", by: [], how: "", kind: "", from: [], also: "", also_kind: "", note: "", draft: false };

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountSuggestions(host, context) {
  const { known, store } = context;
  let hand = "", busy = "", told = "", sure = false;
  let last = /** @type {unknown[]} */ ([]);
  const part = (/** @type {string} */ selector) => /** @type {HTMLButtonElement} */ (host.querySelector(selector));
  const why = /** @type {HTMLTextAreaElement} */ (host.querySelector("textarea"));

  /** In the order of reading. @param {Work} work @returns {(Statement | Framing)[]} */
  const left = work => [...work.statements, ...work.framing].filter(each => each.draft)
    .sort((one, other) => one.block - other.block || one.start - other.start || other.end - one.end);

  async function suggest() {
    busy = say("suggest.reading");
    draw();
    try {
      let asked, answer;
      do answer = await context.ask("suggest", { work: asked = store.work, today: context.today });
      while (asked !== store.work); // somebody went on meanwhile
      told = answer?.why ?? "";
      if (answer?.work) {
        store.apply(say("suggest.take"), answer.work);
        const count = left(store.work).length;
        told = count ? "" : say("suggest.nothing");
        if (count) context.announce(say("suggest.came", { n: count }));
        hand = "";
      }
    } catch {
      told = say("suggest.lost");
    }
    busy = "";
    draw();
  }

  /** What is marked; of an article that is retold, the original's sentence. @param {Statement | Framing | undefined} mark @param {number} room */
  const shown = (mark, room) => brief(mark ? ("source" in mark && mark.source) || textOf(store.work, mark) : "", room);

  /** @param {Statement | Framing} mark */
  function proposal(mark) {
    const { work } = store;
    if ("technique" in mark) return [sign("framing"), " ", make("b", {}, say("steers")), `: ${known.techniques.find(each => each.id === mark.technique)?.name.toLowerCase() ?? mark.technique}`, mark.plain && say("suggest.plain", { plain: mark.plain })];
    const names = mark.by.map(id => voicesOf(work).find(each => each.id === id)?.name ?? id).join(say("and"));
    const kind = known.kinds.find(each => each.id === mark.kind)?.name.toLowerCase();
    return [sign(mark.basis), " ", make("b", {}, mark.basis[0]?.toUpperCase() + mark.basis.slice(1)), names && ": ", names && make("bdi", {}, names), kind && `: ${kind}`];
  }

  /** @param {string} label @param {string} done @param {(work: Work, mark: Statement | Framing) => Work | string} edit */
  function settle(label, done, edit) {
    const all = left(store.work), place = Math.max(0, all.findIndex(each => each.id === hand)), mark = all[place];
    if (!mark) return;
    const next = all[place + 1] ?? all[place - 1], inField = isField(document.activeElement);
    const made = edit(store.work, mark);
    hand = next?.id ?? "";
    why.value = "";
    const refused = store.apply(label, made), count = left(store.work).length;
    if (count) {
      if (inField) part("[data-key=keep]").focus();
      return context.announce(refused || say("suggest.left", { done, n: count, next: shown(next, 80) }));
    }
    told = say("suggest.done");
    context.announce(`${done} ${told}`);
    draw();
    host.focus();
  }
  const keep = () => settle(say("suggest.keep"), say("kept"), (work, mark) => decide(noted(work, mark, why.value.trim()), mark.id));
  const drop = () => settle(say("suggest.drop"), say("suggest.dropped"), (work, mark) => "technique" in mark ? unframe(work, mark.id) : dropped(work, mark));
  /** @param {number} by */
  function move(by) {
    const all = left(store.work), to = all[(Math.max(0, all.findIndex(each => each.id === hand)) + by + all.length) % all.length];
    if (!to) return;
    hand = to.id;
    why.value = "";
    draw();
    context.announce(`“${shown(to, 80)}”`);
  }
  host.onkeydown = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || !left(store.work).length) return;
    const does = { a: keep, x: drop }[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation(); // the same keys may mean something else in the text
    does();
  };
  /** What the buttons do, by their keys. @type {{[key: string]: () => void}} */
  const does = { suggest, keep, drop, told() { told = ""; sure = true; draw(); }, change: () => context.go(hand), skip: () => move(1), back: () => move(-1) };
  host.onclick = event => does[/** @type {HTMLElement} */ (event.target).dataset.key ?? ""]?.();

  function draw() {
    const { work } = store, all = left(work), place = Math.max(0, all.findIndex(each => each.id === hand)), mark = all[place];
    const language = String(work.front.language ?? ""), offered = work.statements.every(isOpen) && known.languages.includes(language.split("-")[0]);
    const before = last;
    last = mark ? [mark, work.blocks[mark.block], work.front.voices, all.length] : [];
    host.hidden = !mark && !busy && (sure || (!told && !offered));
    part(".suggest").hidden = mark !== undefined;
    part(".suggestion").hidden = !mark;
    part(".told").textContent = told || say("suggest.offer");
    part(".offer").hidden = told !== "";
    part("[data-key=suggest]").disabled = busy !== "";
    part("[role=status]").textContent = busy;
    part("[data-key=told]").hidden = !told;
    if (!mark || alike(last, before)) return;
    hand = mark.id;
    part("b").textContent = say("suggest.count", { n: all.length });
    part("blockquote").lang = language;
    part("blockquote").textContent = shown(mark, 240);
    fill(part(".proposal"), ...proposal(mark));
    part(".reason").textContent = mark.note;
    part(".others").hidden = all.length < 2;
  }
  store.subscribe(draw);
  draw();
}

/** The reason that came with a suggestion is a question to whoever decides: it is no note. @param {Work} work @param {Statement | Framing} mark @param {string} note */
const noted = (work, mark, note) => "technique" in mark ? framing(work, mark.id, { note }) : statement(work, mark.id, { note });

/** A statement of which nothing is known any more, without its cues, and without voices that only it had. @param {Work} work @param {Statement} mark */
function dropped(work, mark) {
  let made = statement(work, mark.id, DROPPED);
  for (const cue of work.cues) if (within(cue, mark)) made = uncue(made, cue);
  for (const { id, stake } of voicesOf(work)) {
    if (mark.by.includes(id) && stake === "unknown" && !made.statements.some(each => each.by.includes(id))) made = removeVoice(made, id);
  }
  return made;
}
