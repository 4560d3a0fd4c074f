/* The bar at the top: the strip of statements, what is decided, what is wrong, undo, and where the work is kept. */
import { isOpen, statementOf, within } from "./desk.js";
import { byId, drawn, make } from "./dom.js";
import { far, severities } from "./parts.js";
import { mountProblems } from "./problems.js";
import { say } from "./say.js";
import { alike } from "./values.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 */

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {{next: () => void, undo: () => void, redo: () => void, help: () => void, back: () => void, kept: import("./context.js").Signal<string>}} does
 * @returns {{problems: () => void, send: () => void}}
 */
export function mountBar(host, desk, does) {
  const { store } = desk;
  const part = (/** @type {string} */ selector) => /** @type {HTMLButtonElement} */ (host.querySelector(selector));
  const count = part("#bar-count"), wrong = part("#bar-wrong"), kept = part("#bar-kept"), undo = part("#bar-undo"), redo = part("#bar-redo");
  const strip = part(".blocks"), coming = part(".arrival"), arrival = part("label"), list = part("#problems"), early = part(".early");
  const meter = /** @type {HTMLProgressElement} */ (host.querySelector("progress"));
  count.onclick = does.next;
  wrong.onclick = () => toggle(list.hidden);
  part("#bar-back").onclick = does.back;
  undo.onclick = does.undo;
  redo.onclick = does.redo;
  part("#bar-help").onclick = does.help;
  part("#bar-send").onclick = send;
  part(".close").onclick = () => toggle(false);
  list.onkeydown = event => { if (event.key === "Escape") toggle(false); };
  mountProblems(part(".found"), desk);

  function send() {
    byId("send").scrollIntoView();
    byId("send-title").focus({ preventScroll: true });
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
      if (old && alike(old.parts, parts)) continue;
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
    if (!alike(now, order)) {
      order = now;
      /** @type {HTMLElement[][]} */
      const groups = [];
      for (const each of work.statements) (groups[each.block] ??= []).push(cells.get(each.id)?.cell ?? make("span"));
      strip.replaceChildren(...groups.filter(Boolean).map(group => make("div", { class: "pg" }, ...group)));
      mark();
    }
    const open = work.statements.filter(isOpen).length, all = work.statements.length;
    if (open + all / 1e4 !== last) count.replaceChildren(say("bar.open", { done: all - open, all }), make("span", { class: "wide" }, say("bar.decided")));
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
    const { errors, warnings } = severities(desk.checked.value?.problems), all = errors + warnings;
    early.hidden = desk.checked.value !== null;
    set(wrong, say(!early.hidden ? "bar.unchecked" : all ? "bar.problems" : "bar.fine", { n: all }));
    wrong.classList.toggle("bad", errors > 0);
  }
  /** @param {boolean} open */
  function toggle(open) {
    list.hidden = !open;
    wrong.setAttribute("aria-expanded", String(open));
    if (!open) return list.contains(document.activeElement) ? wrong.focus() : undefined;
    list.focus();
  }

  strip.onclick = event => {
    const id = /** @type {HTMLElement} */ (event.target).closest(".one")?.getAttribute("data-to");
    if (id) desk.take(id, "text");
  };
  desk.engine.subscribe(engine => {
    const { state, done, total, what } = engine, loading = what === "loading";
    coming.hidden = state === "ready" || state === "off";
    set(arrival, state === "failed" || (what && !loading && what !== "starting") ? what : say(loading ? "bar.coming" : "bar.starting", { far: far(engine) }));
    meter.hidden = state === "failed";
    if (total && loading) meter.value = done / total;
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
