/* The panel: all that is said of the mark in hand, with the problems that are about it beside their fields. */
import { decide, framing, reword, statement, unframe } from "./edits.js";
import { around, framingOf, isOpen, statementOf, string } from "./desk.js";
import { button, byId, fill, make, plainButton, sign } from "./dom.js";
import { named, part, radios, select, textPart, ticks, wrong } from "./fields.js";
import { finder, told } from "./finder.js";
import { choicesOf, ticked } from "./parts.js";
import { say } from "./say.js";
import { supports } from "./supports.js";
import { isObject, textOf } from "./values.js";
import { voicesPart } from "./voices.js";
import { walk } from "./walk.js";
import { joinNext, wordsPart } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./types.js").Basis} Basis
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {import("./types.js").Framing} Framing
 * @typedef {import("./fields.js").Part} Part
 */

const KEYS = { sourced: "s", unsourced: "u", inferred: "i", aside: "x" };

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @returns {{focus: () => void, walk: () => void, next: () => void, field: (id: string) => void}}
 */
export function mountPanel(host, desk) {
  const { store, known } = desk;
  /** @type {Part[]} */
  let parts = [];
  let shown = "";
  const held = () => statementOf(store.work, shown) ?? /** @type {Statement} */ ({});
  const mark = () => framingOf(store.work, shown) ?? /** @type {Framing} */ ({});
  /** Changes the mark in hand. @param {Partial<Statement> & Partial<Framing>} patch @param {string} label @param {string} [tag] */
  const set = (patch, label, tag) => desk.edit(label, (framingOf(store.work, shown) ? framing : statement)(store.work, shown, patch), tag && `${tag}-${shown}`);
  /** A field for a text of the mark in hand. @param {"note" | "short" | "plain"} id @param {string} label @param {{help?: string, box?: boolean, max?: number}} given */
  const text = (id, label, given) => textPart({ id, label, ...given, get: () => ({ ...mark(), ...held() })[id], set: value => { set({ [id]: value }, label, id); } });

  function draw() {
    const id = desk.hand.value;
    if (id !== shown || !parts.length) {
      shown = id;
      const made = statementOf(store.work, id) ? statementParts() : framingOf(store.work, id) ? framingParts() : [idle()];
      parts = made;
      document.documentElement.classList.toggle("sheet-open", Boolean(id));
      host.classList.toggle("open", Boolean(id));
      host.scrollTop = 0;
      const focused = host.contains(document.activeElement) && document.activeElement?.id;
      host.replaceChildren(...parts.map(each => each.element));
      if (focused !== false) (focused && document.getElementById(focused) || host).focus({ preventScroll: true });
    } else if (id && !statementOf(store.work, id) && !framingOf(store.work, id)) return desk.hand.set("");
    parts.forEach(each => each.refresh());
    problems();
  }
  function problems() {
    const mine = shown ? desk.checked.value?.problems.filter(each => each.at === shown) ?? [] : [];
    for (const place of host.querySelectorAll("[data-wrong]")) {
      const name = place.getAttribute("data-wrong");
      const here = mine.filter(each => {
        return name === (host.querySelector(`[data-wrong="${each.field}"]`) ? each.field : "top");
      });
      if (place.childElementCount || here.length) place.replaceChildren(...here.map(each => make("p", { class: each.severity }, make("b", {}, say(`panel.${each.severity}`)), make("span", {}, ...ticked(each.message)), each.hint && make("small", {}, ...ticked(each.hint)))));
    }
  }

  /** @returns {Part} */
  function idle() {
    return part({ class: "idle" }, () => [store.work.statements.filter(isOpen).length], element => fill(element,
      make("p", {}, say("panel.choose")),
      make("p", {}, say("panel.by-key")),
      button("panel.first", next, { class: "go" })));
  }
  /** @param {() => Node[]} title @returns {Part} */
  const top = title => part({ class: "panel-top" }, () => [store.work.statements.length, store.work.statements.findIndex(each => each.id === shown), mark().start, mark().end], element => fill(element, ...title(),
    button("close", () => { const id = shown; desk.hand.set(""); desk.take(id, "text"); desk.hand.set(""); }, { class: "close slight" })));
  const end = () => part({ class: "panel-end" }, () => [store.work.statements.filter(isOpen).length], element => {
    const open = store.work.statements.filter(isOpen).length;
    fill(element, button("panel.to-text", () => desk.take(shown, "text"), { class: "slight" }), plainButton(say(open ? "panel.next-open" : "panel.next", { n: open }), open ? next : after, { class: "go", "data-key": "next", "aria-keyshortcuts": "." }));
  });
  const draft = () => part({ class: "draft-note" }, () => [(held().draft || mark().draft) ?? false], element => fill(element, ...(held().draft || mark().draft) ? [
    make("p", {}, say("panel.suggested")),
    make("div", { class: "row" }, button("keep", () => { if (desk.edit(say("panel.keep"), kept())) desk.announce(say("kept")); }, { "aria-keyshortcuts": "a" }),
      button("panel.away", drop, { class: "slight" }))] : []));
  /** The suggestion as the person's own mark; what the rule asked of them in its note is no note of theirs. */
  const kept = () => decide(framingOf(store.work, shown) ? framing(store.work, shown, { note: "" }) : statement(store.work, shown, { note: "" }), shown);
  function drop() {
    const id = shown;
    if (framingOf(store.work, id)) {
      const within = around(store.work, mark())?.id ?? "";
      desk.edit(say("panel.drop"), unframe(store.work, id));
      return desk.take(within, "text");
    }
    desk.edit(say("panel.drop"), statement(store.work, id, { basis: "", aside: false, draft: false }));
  }
  /** @param {string} of */
  const problemsTop = of => ({ element: make("div", {}, wrong(of)), refresh() { /* problems() fills it */ } });

  function statementParts() {
    const number = () => store.work.statements.findIndex(each => each.id === shown) + 1;
    const basis = part({}, () => [], element => fill(element,
      radios({
        name: "basis", legend: say("panel.rests"), class: "bases", keys: KEYS,
        choices: [...known.bases.map(({ id, name }) => /** @type {[string, Node, Node]} */ ([id, sign(id), named(name, say(/** @type {import("./say.js").Key} */ (`means.${id}`)))])),
          ["aside", make("span", { class: "sign" }), named(say("aside"), say("means.aside"))]],
        set: value => set(value === "aside" ? { basis: "", aside: true } : { basis: /** @type {Basis} */ (value), aside: false }, say(value === "aside" ? "aside" : "panel.basis")),
      }),
      button("panel.walk", startWalk, { class: "walk-start", "aria-keyshortcuts": "w" })), () => held().basis || (held().aside && "aside"));
    const own = part({ class: "reword" }, () => [string(held().source)], element => {
      const { source } = held();
      if (!source) return fill(element);
      fill(element, make("p", { class: "small" }, say("panel.original")), make("blockquote", { dir: "auto" }, source));
    });
    const who = part({}, () => [held().basis, held().by, store.work.front.voices], element => {
      if (held().basis !== "sourced") return fill(element);
      const box = element.querySelector(":scope>.who-box") ?? make("div", { class: "who-box" });
      if (!box.isConnected) fill(element, box, wrong("by"));
      voicesPart(/** @type {HTMLElement} */ (box), desk, shown);
    });
    const how = part({}, () => [held().basis === "sourced"], element => fill(element, held().basis === "sourced" && radios({
      name: "how", legend: say("panel.given"), class: "inline",
      choices: /** @type {const} */ (["quote", "paraphrase", "mixed"]).map(value => [value, make("span", {}, say(`panel.${value}`))]),
      set: value => set({ how: /** @type {Statement["how"]} */ (value) }, say("panel.how")),
    })), () => held().how);
    const kind = part({}, () => [held().basis, held().kind], element => {
      const entry = known.kinds.find(each => each.id === held().kind);
      fill(element, ...held().basis === "inferred" ? [
        select({ id: "kind", label: say("panel.which-kind"), value: held().kind, choices: choicesOf(known.kinds, say("choose")), set: value => set({ kind: value }, say("panel.kind")) }),
        entry && make("p", { class: "small" }, entry.test), wrong("kind")] : []);
    });
    const from = part({}, () => [held().basis, held().from, store.work.statements.length, desk.drawing.value], element => {
      const open = element.querySelector("details")?.open ?? false;
      fill(element, ...held().basis === "inferred" ? [...supports(desk, held()), wrong("from")] : []);
      const boxes = element.querySelector("details");
      if (open && boxes) boxes.open = true;
    });
    const note = text("note", say("panel.note"), { box: true });
    const asks = part({ class: "small asks" }, () => [held().basis], element => fill(element, say(`asks.${held().basis ?? ""}`)));
    note.element.insertBefore(asks.element, note.element.children[1]);
    const words_ = part({ class: "words-part" }, () => [store.work.framing, store.work.cues, held().start, held().end], element => wordsPart(desk, shown, element));
    const short = text("short", say("panel.short"), { help: say("panel.short-help"), max: 60 });
    const also = part({}, () => [held().basis, held().also, held().kind, held().also_kind], element => fill(element, ...held().basis ? alsoFields() : []));
    const records = part({}, () => [held().see, store.work.front.records, held().basis], element => {
      const all = store.work.front.records;
      const entries = isObject(all) ? Object.entries(all) : [];
      fill(element, entries.length > 0 && held().basis && make("fieldset", { class: "voices-of" }, make("legend", {}, say("panel.checked")),
        ...ticks("see", entries.map(([id, record]) => [id, make("span", {}, string(/** @type {{title?: unknown}} */ (record)?.title) || id)]), () => held().see, see => set({ see }, say("panel.record")))), wrong("see"));
    });
    const more = make("details", { class: "more-of", open: Boolean(held().also || held().also_kind || held().short || held().see?.length) }, make("summary", {}, say("panel.more")), also.element, short.element, records.element);
    const cutting = part({ class: "row" }, () => [number()], element => fill(element,
      button("join-next", () => joinNext(desk, shown), { "aria-keyshortcuts": "+" }), make("span", { class: "small" }, say("panel.cutting"))));
    more.append(cutting.element);
    const rewording = store.work.front.rights === "quotation" ? [own, textPart({ id: "reword", label: say("panel.own-words"), box: true, help: say("panel.quote-short"), get: () => textOf(store.work, held()).replace(/^…$/, ""), set: value => { desk.edit(say("panel.reword"), reword(store.work, shown, value), `reword-${shown}`); } })] : [];
    const shownParts = [draft(), ...rewording, basis, who, how, kind, from, note, words_];
    const body = make("div", { class: "panel-body" }, ...shownParts.map(each => each.element), more), all = [...shownParts, asks, short, also, records, cutting];
    return [top(() => [make("h2", {}, say("panel.statement", { number: number() })), make("p", { class: "which" }, say("panel.of", { all: store.work.statements.length }))]), problemsTop("top"), { element: body, refresh: () => all.forEach(each => each.refresh()) }, end()];
  }
  function alsoFields() {
    const { basis, also, kind, also_kind: second } = held();
    const inferred = basis === "inferred" || also === "inferred";
    return [
      select({ id: "also", label: say("panel.also-basis"), value: also, choices: choicesOf(known.bases.filter(each => each.id !== basis), say("none")), set: value => set({ also: value, also_kind: "" }, say("panel.also")) }),
      inferred && select({ id: "also-kind", label: say("panel.also-kind"), value: second, choices: choicesOf(known.kinds.filter(each => basis !== "inferred" || each.id !== kind), say("none")), set: value => set({ also_kind: value }, say("panel.also")) }),
      wrong("also"),
    ];
  }
  function framingParts() {
    const technique = part({}, () => [mark().technique], element => {
      const entry = known.techniques.find(each => each.id === mark().technique);
      const choose = (/** @type {string} */ id) => {
        set({ technique: id }, say("panel.technique"));
        byId("plain").focus();
      };
      fill(element, finder(known.techniques, mark().technique, choose, "technique", say("panel.see")), wrong("technique"), entry && told(entry, known.techniques, choose));
    });
    const plain = text("plain", say("panel.plain"), { help: say("panel.plain-help"), max: 300 });
    const note = text("note", say("panel.note"), { box: true, help: say("panel.feel") });
    const also = part({}, () => [mark().also, mark().technique], element => fill(element, select({ id: "also", label: say("panel.also-technique"), value: mark().also, choices: choicesOf([{ id: "none", name: say("panel.no-technique") }, ...known.techniques.filter(each => each.id !== mark().technique)], say("panel.not-given")), set: value => set({ also: value }, say("panel.also")) }), wrong("also")));
    const suggestion = draft();
    const all = [suggestion, technique, plain, note, also];
    const body = make("div", { class: "panel-body" }, ...all.map(each => each.element), make("p", { class: "row" }, button("panel.remove", drop, { class: "slight" })));
    const inside = () => around(store.work, mark());
    return [top(() => [make("h2", {}, say("steers")), make("p", { class: "which f", dir: "auto" }, textOf(store.work, mark()))]), problemsTop("top"),
      part({ class: "row up" }, () => [inside()?.id], element => { const outer = inside(); fill(element, outer && plainButton(say("panel.in", { number: store.work.statements.indexOf(outer) + 1 }), () => desk.take(outer.id, "panel"), { class: "slight" })); }),
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
      focusOn(decided ? nextField() : ".walk-start");
    });
  }
  /** The first field that the basis asks for and nobody has filled. */
  function nextField() {
    const each = held();
    if (each.basis === "sourced" && !each.by.length) return ".who-box input, .who-box button";
    if (each.basis === "inferred" && !each.kind) return "#kind";
    return "#note";
  }
  function after() {
    const { statements } = store.work;
    const to = statements[statements.findIndex(each => each.id === (around(store.work, mark())?.id ?? shown)) + 1];
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
    else desk.announce(say("panel.decided"));
  }

  let waiting = 0, behind = false;
  /** The text shows first what a key did; the panel follows, once for a run of keys: also where one is held down. */
  const soon = () => {
    behind = true;
    requestAnimationFrame(() => {
      clearTimeout(waiting);
      waiting = setTimeout(now, 30);
    });
  };
  const now = () => {
    clearTimeout(waiting);
    if (behind) draw();
    behind = false;
  };
  /** Whoever goes to the panel finds it drawn. @param {() => void} then */
  const drawn = then => {
    behind = true;
    now();
    then();
  };
  host.addEventListener("focusin", now);
  draw();
  desk.hand.subscribe(soon);
  desk.checked.subscribe(problems);
  desk.drawing.subscribe(() => parts.forEach(each => each.refresh()));
  store.subscribe(() => {
    if (host.contains(document.activeElement)) draw(); // what is done in the panel shows there at once
    else soon();
  });
  return {
    focus: () => drawn(() => focusOn(framingOf(store.work, shown) ? (mark().technique ? "#plain" : "#technique") : "[name=basis]:checked, [name=basis]")),
    walk: () => drawn(startWalk),
    next,
    field: id => drawn(() => focusOn(`#${id}`)),
  };
}
