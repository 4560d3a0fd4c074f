/* The bar at the top: the strip of statements, what is decided, what is wrong, undo, and where the work is kept. */
import { counted, isOpen, statementOf, within } from "./desk.js";
import { button, byId, drawn, make } from "./dom.js";
import * as problemList from "./problems.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 */

/** What runtime.js calls its steps, in words. @type {{[what: string]: string}} */
const ARRIVAL = { loading: "The part that checks is coming", starting: "The part that checks is starting" };

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {{next: () => void, undo: () => void, redo: () => void, help: () => void, back: () => void, kept: import("./context.js").Signal<string>}} does
 * @returns {{problems: () => void, send: () => void}}
 */
export function mount(host, desk, does) {
  const { store } = desk;
  const count = button("", does.next, { class: "count", "aria-keyshortcuts": ".", title: "Go to the next open one" });
  const wrong = button("", () => toggle(list.hidden), { class: "count", "aria-expanded": "false", "aria-controls": "problems" });
  const undo = button("Undo", does.undo, { "aria-keyshortcuts": "Control+Z" }), redo = button("Redo", does.redo, { "aria-keyshortcuts": "Control+Shift+Z" });
  const kept = make("span", { class: "kept small" });
  const strip = make("div", { class: "blocks", "aria-hidden": "true" });
  const list = make("div", { id: "problems", class: "problems", hidden: true, tabindex: -1, role: "region", "aria-label": "Problems", onkeydown: event => { if (event.key === "Escape") toggle(false); } });
  const meter = make("progress", { id: "engine", max: 1 }), arrival = make("label", { for: "engine", class: "small" }), coming = make("div", { class: "arrival", hidden: true }, arrival, meter);
  host.replaceChildren(
    make("div", { class: "bar-row" }, count, wrong, kept, make("span", { class: "push" }), button("Another text", does.back, { class: "slight wide-only" }), undo, redo, button("Keys", does.help, { class: "wide-only", "aria-keyshortcuts": "?" }),
      button("Send", send, { class: "go", "aria-keyshortcuts": "g" })),
    strip, coming, list);

  const found = make("div");
  const early = make("p", {}, "Nothing is checked yet: what checks has not arrived.");
  list.append(button("Close", () => toggle(false), { class: "close slight" }), early, found);
  problemList.mount(found, desk);

  function send() {
    const heading = byId("send").querySelector("h2");
    byId("send").scrollIntoView();
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  /** @type {Map<string, {cell: HTMLElement, parts: unknown[]}>} */
  const cells = new Map();
  /** @type {unknown[]} */
  let order = [];
  let last = -1;
  function draw() {
    const { work } = store;
    const framed = new Set(work.framing.map(mark => work.statements.find(each => within(mark, each))?.id));
    for (const each of work.statements) {
      const parts = [each.basis, each.aside, each.draft, each.end - each.start, framed.has(each.id)];
      const old = cells.get(each.id);
      if (old?.parts.every((part, at) => part === parts[at])) continue;
      const cell = old?.cell ?? make("span", { class: "one", "data-to": each.id });
      const look = each.aside ? "aside-mark" : each.basis;
      const face = drawn("svg", { class: "cell", width: `${Math.max(2, Math.round((each.end - each.start) / 6))}em` });
      const full = { width: "100%", height: "100%" };
      face.append(drawn("rect", { class: "paper", ...full }), drawn("rect", { class: `fill ${look}`, ...full, ...look && look !== "sourced" && look !== "aside-mark" ? { fill: `url(#p-${look})` } : {} }));
      if (framed.has(each.id)) face.append(drawn("rect", { class: "flag", width: "100%", height: 5 }), drawn("rect", { class: "tick", width: "100%", height: 2 }));
      cell.replaceChildren(face);
      cell.classList.toggle("draft", each.draft);
      cells.set(each.id, { cell, parts });
    }
    const now = work.statements.flatMap(each => [each.id, each.block]);
    if (now.length !== order.length || now.some((each, at) => each !== order[at])) {
      order = now;
      /** @type {HTMLElement[][]} */
      const groups = [];
      for (const each of work.statements) (groups[each.block] ??= []).push(cells.get(each.id)?.cell ?? make("span"));
      strip.replaceChildren(...groups.filter(Boolean).map(group => make("div", { class: "pg" }, ...group)));
      mark();
    }
    const open = work.statements.filter(isOpen).length, all = work.statements.length;
    if (open + all / 1e4 !== last) count.replaceChildren(`${all - open} of ${all}`, make("span", { class: "wide" }, " decided"));
    last = open + all / 1e4;
    undo.disabled = !store.canUndo;
    redo.disabled = !store.canRedo;
    undo.title = store.undoLabel;
    redo.title = store.redoLabel;
  }
  let lit = "", scrolling = false;
  function mark() {
    const id = desk.hand.value, mine = statementOf(store.work, id) ? id : store.work.statements.find(each => store.work.framing.some(other => other.id === id && within(other, each)))?.id ?? "";
    cells.get(lit)?.cell.classList.remove("now");
    const cell = cells.get(mine)?.cell;
    cell?.classList.add("now");
    lit = mine;
    if (cell && !scrolling) {
      scrolling = true; // sizes are read after the frame is drawn: reading them here would lay the page out twice
      requestAnimationFrame(() => setTimeout(() => {
        scrolling = false;
        const now = cells.get(lit)?.cell;
        if (now && strip.scrollWidth > strip.clientWidth) strip.scrollLeft = now.offsetLeft - strip.offsetLeft - strip.clientWidth / 2;
      }));
    }
  }
  /** @param {HTMLElement} element @param {string} words */
  const set = (element, words) => { if (element.textContent !== words) element.textContent = words; };

  function problems() {
    const all = desk.checked.value?.problems ?? [];
    early.hidden = desk.checked.value !== null;
    const errors = all.filter(each => each.severity === "error").length;
    set(wrong, desk.checked.value === null ? "not checked" : all.length ? counted(all.length, "problem") : "no problems");
    wrong.classList.toggle("bad", errors > 0);
  }
  /** @param {boolean} open */
  function toggle(open) {
    list.hidden = !open;
    wrong.setAttribute("aria-expanded", String(open));
    if (!open) return list.contains(document.activeElement) ? wrong.focus() : undefined;
    list.focus();
  }

  strip.addEventListener("click", event => {
    const id = /** @type {HTMLElement} */ (event.target).closest(".one")?.getAttribute("data-to");
    if (id) desk.take(id, "text");
  });
  desk.engine.subscribe(({ state, done, total, what }) => {
    coming.hidden = state === "ready" || state === "off";
    const far = what === "loading" ? `: ${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB` : "";
    set(arrival, state === "failed" ? what : `${ARRIVAL[what] ?? (what || ARRIVAL.loading)}${far}. You can mark already.`);
    meter.hidden = state === "failed";
    if (total && what === "loading") meter.value = done / total;
    else meter.removeAttribute("value");
  });
  does.kept.subscribe(words => set(kept, words));
  desk.checked.subscribe(problems);
  desk.hand.subscribe(mark);
  store.subscribe(draw);
  draw();
  mark();
  return { problems: () => toggle(true), send };
}
