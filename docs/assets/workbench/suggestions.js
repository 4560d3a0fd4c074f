/* Suggestions: what drafting proposes for a text, and the walk on which each is kept, changed or dropped. */
import { button, fill, isField, make, sign } from "./dom.js";
import { brief, counted, isOpen, textOf, voicesOf, within } from "./desk.js";
import { decide, framing, removeVoice, statement, uncue, unframe } from "./edits.js";
import { merged, unmarked } from "./merge.js";
import { labelled } from "./parts.js";

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
export function mount(host, context) {
  const { known, store } = context;
  let hand = "", why = "", busy = "", told = "", sure = false;
  host.setAttribute("tabindex", "-1");

  /** In the order of reading. @param {Work} work @returns {(Statement | Framing)[]} */
  const left = work => [...work.statements, ...work.framing].filter(each => each.draft)
    .sort((one, other) => one.block - other.block || one.start - other.start || other.end - one.end);

  async function suggest() {
    const { work } = store, quotation = work.front.rights === "quotation", language = String(work.front.language ?? "en");
    busy = "Reading the text…";
    draw();
    try {
      const draft = await context.ask("draft", { ...unmarked(work), quotation, language, today: context.today, slug: work.slug });
      const made = draft?.work ? merged(store.work, draft.work) : "No suggestions could be made for this text.";
      told = typeof made === "string" ? made : "";
      if (typeof made !== "string") {
        store.apply("Take in suggestions", made);
        const count = left(store.work).length;
        told = count ? "" : "There is nothing to suggest here.";
        if (count) context.announce(`${counted(count, "suggestion")}. Each is yours to decide.`);
        hand = "";
      }
    } catch {
      told = "The generator could not be loaded, so there are no suggestions. You can mark without.";
    }
    busy = "";
    draw();
  }

  /** What is marked; of an article that is retold, the original's sentence. @param {Statement | Framing | undefined} mark @param {number} room */
  const shown = (mark, room) => brief(mark ? ("source" in mark && mark.source) || textOf(store.work, mark) : "", room);

  /** @param {Statement | Framing} mark */
  function proposal(mark) {
    const { work } = store;
    if ("technique" in mark) return [sign("framing"), " ", make("b", {}, "Words that steer"), `: ${known.techniques.find(each => each.id === mark.technique)?.name.toLowerCase() ?? mark.technique}`, mark.plain && `. Plainly: “${mark.plain}”`];
    const names = mark.by.map(id => voicesOf(work).find(each => each.id === id)?.name ?? id).join(" and ");
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
    why = "";
    const refused = store.apply(label, made), count = left(store.work).length;
    if (count) {
      if (inField) host.querySelector("button")?.focus();
      return context.announce(refused || `${done}. ${count} left. Next: “${shown(next, 80)}”`);
    }
    told = "All suggestions are decided. What is still open is yours alone.";
    context.announce(`${done}. ${told}`);
    draw();
    host.focus();
  }
  const keep = () => settle("Keep a suggestion", "Kept", (work, mark) => decide(noted(work, mark, why.trim()), mark.id));
  const drop = () => settle("Drop a suggestion", "Dropped", (work, mark) => "technique" in mark ? unframe(work, mark.id) : dropped(work, mark));
  /** @param {number} by */
  function move(by) {
    const all = left(store.work), to = all[(Math.max(0, all.findIndex(each => each.id === hand)) + by + all.length) % all.length];
    if (!to) return;
    hand = to.id;
    why = "";
    draw();
    context.announce(`“${shown(to, 80)}”`);
  }
  host.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || !left(store.work).length) return;
    const does = { a: keep, x: drop }[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation(); // the same keys may mean something else in the text
    does();
  });

  function draw() {
    const { work } = store, all = left(work), place = Math.max(0, all.findIndex(each => each.id === hand)), mark = all[place];
    const language = String(work.front.language ?? ""), offered = work.statements.every(isOpen) && known.languages.includes(language.split("-")[0]);
    host.hidden = !mark && !busy && !told && !offered;
    if (host.hidden) { host.replaceChildren(); return; }
    if (!mark) {
      fill(host, make("div", { class: "suggest" },
        make("p", {}, told || "Suggestions find who is named, and words that may steer. They are often wrong: you decide each one."),
        !told && make("p", {}, button("Suggest marks", () => { void suggest(); }, { "data-key": "suggest", disabled: busy !== "" }), " ", make("span", { class: "small", role: "status" }, busy)),
        told && button("All right", () => { told = ""; sure = true; draw(); }, { "data-key": "told" })));
      if (sure && !busy) host.hidden = true;
      return;
    }
    hand = mark.id;
    fill(host, make("div", { class: "suggestion" },
      make("p", {}, make("b", {}, `${counted(all.length, "suggestion")} left`), make("span", { class: "small" }, " Until you decide, the file says that they are only suggested.")),
      make("blockquote", { lang: language, dir: "auto" }, shown(mark, 240)),
      make("p", {}, ...proposal(mark)),
      mark.note && make("p", { class: "small" }, mark.note),
      labelled("Why, in your own words? It can wait", make("textarea", { id: "suggestion-why", rows: 2, maxlength: 2000, dir: "auto", "data-key": "why", value: why, oninput: (/** @type {Event} */ event) => { why = /** @type {HTMLTextAreaElement} */ (event.target).value; } })),
      make("p", { class: "rows" },
        button("Keep it", keep, { "data-key": "keep", "aria-keyshortcuts": "a" }),
        button("Change it", () => context.go(mark.id), { "data-key": "change" }),
        button("Drop it", drop, { "data-key": "drop", "aria-keyshortcuts": "x" }),
        all.length > 1 && button("Skip", () => move(1), { "data-key": "skip" }),
        all.length > 1 && button("Back", () => move(-1), { "data-key": "back" })),
      make("p", { class: "small" }, "Keys, while you are here: A keeps, X drops.")));
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
