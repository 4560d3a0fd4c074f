/* The panel: all that is said of the mark in hand, with the problems that are about it beside their fields. */
import * as edits from "./edits.js";
import { around, framingOf, isOpen, statementOf, string, textOf } from "./desk.js";
import { button, byId, fill, make, sign } from "./dom.js";
import { named, part, radios, select, textPart, ticks, wrong } from "./fields.js";
import { finder, told } from "./finder.js";
import { choicesOf, ticked } from "./parts.js";
import { supports } from "./supports.js";
import { isObject } from "./values.js";
import { voicesPart } from "./voices.js";
import { walk } from "./walk.js";
import { join, wordsPart } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./types.js").Basis} Basis
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {import("./types.js").Framing} Framing
 * @typedef {import("./fields.js").Part} Part
 */

/** Which field a problem of a mark is about, by its code. @type {{[code: string]: string}} */
const FIELDS = {
  "sourced-without-voice": "by", "unknown-voice": "by", "missing-inference-kind": "kind", "unknown-kind": "kind", "kind-without-inference": "kind",
  "unknown-statement": "from", "rests-on-itself": "from", "circular-support": "from", "mark-without-note": "note", "empty-note": "note", "html": "note",
  "missing-technique": "technique", "unknown-technique": "technique", "unknown-record": "see", "same-again": "also", "quotation-marks": "reword", "quotation-run": "reword", "quotation-share": "reword",
};
const KEYS = { sourced: "s", unsourced: "u", inferred: "i", aside: "x" };
/** @type {{[basis: string]: string}} */
const MEANINGS = {
  sourced: "somebody says it, and the text says who", unsourced: "told as a fact, and nobody is named", inferred: "the writer’s own conclusion",
  aside: "a label, a date line, a line of dots",
};
const ASKED = {
  sourced: "Who says it, and how would they know? What is missing?",
  unsourced: "What is told as a fact here, and what would settle it?",
  inferred: "What does the writer conclude, and from what?",
  "": "Why is it so? One or two sentences.",
};

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @returns {{focus: () => void, walk: () => void, next: () => void, field: (id: string) => void}}
 */
export function mount(host, desk) {
  const { store, known } = desk;
  /** @type {Part[]} */
  let parts = [];
  let shown = "";
  const statement = () => statementOf(store.work, shown) ?? /** @type {Statement} */ ({});
  const framing = () => framingOf(store.work, shown) ?? /** @type {Framing} */ ({});
  /** Changes the mark in hand. @param {Partial<Statement> & Partial<Framing>} patch @param {string} label @param {string} [tag] */
  const set = (patch, label, tag) => desk.edit(label, (framingOf(store.work, shown) ? edits.framing : edits.statement)(store.work, shown, patch), tag && `${tag}-${shown}`);
  /** A field for a text of the mark in hand. @param {"note" | "short" | "plain"} id @param {string} label @param {{help?: string, box?: boolean, max?: number}} given */
  const text = (id, label, given) => textPart({ id, label, ...given, get: () => ({ ...framing(), ...statement() })[id], set: value => { set({ [id]: value }, label, id); } });

  function draw() {
    const id = desk.hand.value;
    if (id !== shown || !parts.length) {
      shown = id;
      const made = statementOf(store.work, id) ? statementParts() : framingOf(store.work, id) ? framingParts() : [idle()];
      parts = made;
      document.documentElement.classList.toggle("sheet-open", Boolean(id));
      host.classList.toggle("open", Boolean(id));
      host.scrollTop = 0;
      const focused = host.contains(document.activeElement);
      host.replaceChildren(...parts.map(each => each.element));
      if (focused) host.focus({ preventScroll: true });
    } else if (id && !statementOf(store.work, id) && !framingOf(store.work, id)) return desk.hand.set("");
    parts.forEach(each => each.refresh());
    problems();
  }
  function problems() {
    const mine = shown ? desk.checked.value?.problems.filter(each => each.at === shown) ?? [] : [];
    for (const place of host.querySelectorAll("[data-wrong]")) {
      const name = place.getAttribute("data-wrong");
      const here = mine.filter(each => {
        const field = FIELDS[each.code] ?? "top";
        return name === (host.querySelector(`[data-wrong="${field}"]`) ? field : "top");
      });
      if (place.childElementCount || here.length) place.replaceChildren(...here.map(each => make("p", { class: each.severity }, make("b", {}, each.severity === "error" ? "To mend: " : "Look again: "), make("span", {}, ...ticked(each.message)), each.hint && make("small", {}, ...ticked(each.hint)))));
    }
  }

  /** @returns {Part} */
  function idle() {
    return part({ class: "idle" }, () => [store.work.statements.filter(isOpen).length], element => fill(element,
      make("p", {}, "Choose a statement in the text, and this is where you mark it."),
      make("p", {}, "By keyboard: Tab to the text, then the arrow keys."),
      button("Begin with the first open one", next, { class: "go", "data-key": "next" })));
  }
  /** @param {() => Node[]} title @returns {Part} */
  const top = title => part({ class: "panel-top" }, () => [store.work.statements.length, store.work.statements.findIndex(each => each.id === shown), framing().start, framing().end], element => fill(element, ...title(),
    button("Close", () => { const id = shown; desk.hand.set(""); desk.take(id, "text"); desk.hand.set(""); }, { class: "close slight", "data-key": "close" })));
  const end = () => part({ class: "panel-end" }, () => [store.work.statements.filter(isOpen).length], element => {
    const open = store.work.statements.filter(isOpen).length;
    fill(element, button("To the text", () => desk.take(shown, "text"), { class: "slight", "data-key": "back" }), button(open ? `Next open (${open})` : "Next", open ? next : after, { class: "go", "data-key": "next", "aria-keyshortcuts": "." }));
  });
  const draft = () => part({ class: "draft-note" }, () => [(statement().draft || framing().draft) ?? false], element => fill(element, ...(statement().draft || framing().draft) ? [
    make("p", {}, "A suggestion, made by a simple rule. You decide."),
    make("div", { class: "row" }, button("Keep it", () => { if (desk.edit("Keep", kept())) desk.announce("Kept."); }, { "data-key": "keep", "aria-keyshortcuts": "a" }),
      button("Take it away", drop, { class: "slight", "data-key": "drop" }))] : []));
  /** The suggestion as the person's own mark; what the rule asked of them in its note is no note of theirs. */
  const kept = () => edits.decide(framingOf(store.work, shown) ? edits.framing(store.work, shown, { note: "" }) : edits.statement(store.work, shown, { note: "" }), shown);
  function drop() {
    const id = shown;
    if (framingOf(store.work, id)) {
      const within = around(store.work, framing())?.id ?? "";
      desk.edit("Take away", edits.unframe(store.work, id));
      return desk.take(within, "text");
    }
    desk.edit("Take away", edits.statement(store.work, id, { basis: "", aside: false, draft: false }));
  }
  /** @param {string} of */
  const problemsTop = of => ({ element: make("div", {}, wrong(of)), refresh() { /* problems() fills it */ } });

  function statementParts() {
    const number = () => store.work.statements.findIndex(each => each.id === shown) + 1;
    const basis = part({}, () => [statement().basis, statement().aside, statement().draft], element => fill(element,
      radios({
        name: "basis", legend: "What does it rest on?", class: "bases", keys: KEYS, value: statement().basis || (statement().aside ? "aside" : ""),
        choices: [...known.bases.map(({ id, name }) => /** @type {[string, Node, Node]} */ ([id, sign(id), named(name, MEANINGS[id])])),
          ["aside", make("span", { class: "sign" }), named("Not a statement", MEANINGS.aside)]],
        set: value => set(value === "aside" ? { basis: "", aside: true } : { basis: /** @type {Basis} */ (value), aside: false }, value === "aside" ? "Not a statement" : "Basis"),
      }),
      button("Walk me through the questions", startWalk, { class: "walk-start", "data-key": "walk", "aria-keyshortcuts": "w" })));
    const own = part({ class: "reword" }, () => [string(statement().source)], element => {
      const { source } = statement();
      if (!source) return fill(element);
      fill(element, make("p", { class: "small" }, "The original. It stays in this browser."), make("blockquote", { dir: "auto" }, source));
    });
    const who = part({}, () => [statement().basis, statement().by, store.work.front.voices], element => {
      if (statement().basis !== "sourced") return fill(element);
      const box = element.querySelector(":scope>.who-box") ?? make("div", { class: "who-box" });
      if (!box.isConnected) fill(element, box, wrong("by"));
      voicesPart(/** @type {HTMLElement} */ (box), desk, shown);
    });
    const how = part({}, () => [statement().basis, statement().how], element => fill(element, statement().basis === "sourced" && radios({
      name: "how", legend: "How are the words given?", class: "inline", value: statement().how,
      choices: [["quote", "Quoted"], ["paraphrase", "Retold"], ["mixed", "Both"]].map(([value, label]) => [value, make("span", {}, label)]),
      set: value => set({ how: /** @type {Statement["how"]} */ (value) }, "How it is given"),
    })));
    const kind = part({}, () => [statement().basis, statement().kind], element => {
      const entry = known.kinds.find(each => each.id === statement().kind);
      fill(element, ...statement().basis === "inferred" ? [
        select({ id: "kind", label: "What kind of conclusion?", value: statement().kind, choices: choicesOf(known.kinds, "choose"), set: value => set({ kind: value }, "Kind") }),
        entry && make("p", { class: "small" }, entry.test), wrong("kind")] : []);
    });
    const from = part({}, () => [statement().basis, statement().from, store.work.statements.length, desk.drawing.value], element => {
      const open = element.querySelector("details")?.open ?? false;
      fill(element, ...statement().basis === "inferred" ? [...supports(desk, statement()), wrong("from")] : []);
      const boxes = element.querySelector("details");
      if (open && boxes) boxes.open = true;
    });
    const note = text("note", "Note", { box: true });
    const asks = part({ class: "small asks" }, () => [statement().basis], element => fill(element, ASKED[statement().basis ?? ""]));
    note.element.insertBefore(asks.element, note.element.children[1]);
    const words_ = part({ class: "words-part" }, () => [store.work.framing, store.work.cues, statement().start, statement().end], element => wordsPart(desk, shown, element));
    const short = text("short", "Short label", { help: "A few words for the drawings. Empty: its first words.", max: 60 });
    const also = part({}, () => [statement().basis, statement().also, statement().kind, statement().also_kind], element => fill(element, ...statement().basis ? alsoFields() : []));
    const records = part({}, () => [statement().see, store.work.front.records, statement().basis], element => {
      const all = store.work.front.records;
      const entries = isObject(all) ? Object.entries(all) : [];
      fill(element, entries.length > 0 && statement().basis && make("fieldset", { class: "voices-of" }, make("legend", {}, "Checked against"),
        ...ticks("see", entries.map(([id, record]) => [id, make("span", {}, string(/** @type {{title?: unknown}} */ (record)?.title) || id)]), () => statement().see, see => set({ see }, "Record"))), wrong("see"));
    });
    const more = make("details", { class: "more-of", open: Boolean(statement().also || statement().also_kind || statement().short || statement().see?.length) }, make("summary", {}, "More: a second reading, a short label, records, cutting"), also.element, short.element, records.element);
    const cutting = part({ class: "row" }, () => [number()], element => fill(element,
      button("Join with the next", () => join(desk, shown), { "data-key": "join", "aria-keyshortcuts": "+" }), make("span", { class: "small" }, "To split it, choose the word that the second half begins with.")));
    more.append(cutting.element);
    const reword = store.work.front.rights === "quotation" ? [own, textPart({ id: "reword", label: "In your own words", box: true, help: "Quote only short phrases, in “double quotation marks”.", get: () => textOf(store.work, statement()).replace(/^…$/, ""), set: value => { desk.edit("Own words", edits.reword(store.work, shown, value), `reword-${shown}`); } })] : [];
    const shownParts = [draft(), ...reword, basis, who, how, kind, from, note, words_];
    const body = make("div", { class: "panel-body" }, ...shownParts.map(each => each.element), more), all = [...shownParts, asks, short, also, records, cutting];
    return [top(() => [make("h2", {}, `Statement ${number()}`), make("p", { class: "which" }, `of ${store.work.statements.length}`)]), problemsTop("top"), { element: body, refresh: () => all.forEach(each => each.refresh()) }, end()];
  }
  function alsoFields() {
    const { basis, also, kind, also_kind: second } = statement();
    const inferred = basis === "inferred" || also === "inferred";
    return [
      select({ id: "also", label: "A second fair reading of what it rests on", value: also, choices: choicesOf(known.bases.filter(each => each.id !== basis), "none"), set: value => set({ also: value, also_kind: "" }, "A second reading") }),
      inferred && select({ id: "also-kind", label: "A second kind", value: second, choices: choicesOf(known.kinds.filter(each => basis !== "inferred" || each.id !== kind), "none"), set: value => set({ also_kind: value }, "A second reading") }),
      wrong("also"),
    ];
  }
  function framingParts() {
    const technique = part({}, () => [framing().technique], element => {
      const entry = known.techniques.find(each => each.id === framing().technique);
      const choose = (/** @type {string} */ id) => {
        set({ technique: id }, "Technique");
        byId("plain").focus();
      };
      fill(element, finder(known.techniques, framing().technique, choose, "technique", "What do they do? Type what you see"), wrong("technique"), entry && told(entry, known.techniques, choose));
    });
    const plain = text("plain", "In plain words", { help: "The same without the steer. Empty, where nothing can stand in its place.", max: 300 });
    const note = text("note", "Note", { box: true, help: "What do they make a reader feel or take for granted?" });
    const also = part({}, () => [framing().also, framing().technique], element => fill(element, select({ id: "also", label: "A second fair reading", value: framing().also, choices: choicesOf([{ id: "none", name: "no technique at all" }, ...known.techniques.filter(each => each.id !== framing().technique)], "none given"), set: value => set({ also: value }, "A second reading") }), wrong("also")));
    const suggestion = draft();
    const all = [suggestion, technique, plain, note, also];
    const body = make("div", { class: "panel-body" }, ...all.map(each => each.element), make("p", { class: "row" }, button("Remove this mark", drop, { class: "slight" })));
    const inside = () => around(store.work, framing());
    return [top(() => [make("h2", {}, "Words that steer"), make("p", { class: "which f", dir: "auto" }, textOf(store.work, framing()))]), problemsTop("top"),
      part({ class: "row up" }, () => [inside()?.id], element => { const outer = inside(); fill(element, outer && button(`In statement ${store.work.statements.indexOf(outer) + 1}`, () => desk.take(outer.id, "panel"), { class: "slight" })); }),
      { element: body, refresh: () => all.forEach(each => each.refresh()) }, end()];
  }

  function startWalk() {
    const body = host.querySelector(".panel-body");
    if (!body || !statementOf(store.work, shown)) return;
    const stage = make("div"), id = shown;
    body.replaceWith(stage);
    walk(stage, desk, id, decided => {
      if (!stage.isConnected) return;
      parts = [];
      draw();
      focusOn(decided ? nextField() : "[data-key=walk]");
    });
  }
  /** The first field that the basis asks for and nobody has filled. */
  function nextField() {
    const each = statement();
    if (each.basis === "sourced" && !each.by.length) return ".who-box input, .who-box button";
    if (each.basis === "inferred" && !each.kind) return "#kind";
    return "#note";
  }
  function after() {
    const { statements } = store.work;
    const to = statements[statements.findIndex(each => each.id === (around(store.work, framing())?.id ?? shown)) + 1];
    if (to) desk.take(to.id, "panel");
    else byId("details").scrollIntoView();
  }
  /** @param {string} selector */
  const focusOn = selector => /** @type {HTMLElement | null} */ (host.querySelector(selector))?.focus();
  function next() {
    const { statements } = store.work;
    const at = statements.findIndex(each => each.id === desk.hand.value);
    const open = [...statements.slice(at + 1), ...statements.slice(0, at + 1)].find(isOpen);
    if (open) desk.take(open.id, host.contains(document.activeElement) ? "panel" : "text");
    else desk.announce("All are decided.");
  }

  let waiting = 0;
  /** The text shows first what a key did; the panel follows in the next task, once for a run of keys. */
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 0);
  };
  /** Whoever goes to the panel finds it drawn. @param {() => void} then */
  const drawn = then => {
    clearTimeout(waiting);
    draw();
    then();
  };
  draw();
  desk.hand.subscribe(() => requestAnimationFrame(soon));
  desk.checked.subscribe(problems);
  desk.drawing.subscribe(() => parts.forEach(each => each.refresh()));
  store.subscribe(() => {
    if (host.contains(document.activeElement)) draw(); // what is done in the panel shows there at once
    else requestAnimationFrame(soon);
  });
  return {
    focus: () => drawn(() => focusOn(framingOf(store.work, shown) ? (framing().technique ? "#plain" : "#technique") : "[name=basis]:checked, [name=basis]")),
    walk: () => drawn(startWalk),
    next,
    field: id => drawn(() => focusOn(`#${id}`)),
  };
}
