/* The text, cut into statements: drawn as on the student page, read and marked by key, mouse or touch. Only what an
   edit changed is drawn again: the parts of a work that it leaves alone stay the same objects. */
import { around, framingOf, statementOf, voicesOf, within, wordsIn } from "./desk.js";
import { make } from "./dom.js";
import { statementAt } from "./edits.js";
import { say } from "./say.js";
import { lines } from "./supports.js";
import { alike, trimmed, textOf } from "./values.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Stretch} Stretch
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Statement} Statement
 * @typedef {{element: HTMLElement, parts: unknown[], number: number}} Drawn
 */

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {AbortSignal} until the desk is cleared
 * @returns {{show: (id: string, focus: boolean) => void, move: (steps: number) => void, word: (steps: number, further: boolean) => void}}
 */
export function mountText(host, desk, until) {
  const { store } = desk;
  /** @type {Map<string, Drawn>} */
  const drawn = new Map();
  /** @type {{element: HTMLElement, inner: HTMLElement, kind: string, parts: unknown[]}[]} */
  let blocks = [];
  const list = make("div", { role: "listbox", "aria-label": say("text.name"), "aria-describedby": "text-keys", class: "statements" });
  const over = lines(host, desk, until, id => drawn.get(id)?.element ?? null);
  host.replaceChildren(make("p", { id: "text-keys", class: "vh" }, say("text.keys")), list, over.element);
  let voices = voicesOf(store.work);
  /** The names of who says it. @param {Statement} each */
  const names = ({ by }) => voices.filter(voice => by.includes(voice.id)).map(voice => voice.name).join(", ");
  /** What of a statement shows in the text: its note, for one, does not. @param {Statement} each */
  const shown = each => [each.id, each.start, each.end, each.basis, each.aside, each.kind, each.also, each.draft, each.source, names(each)];
  const language = () => typeof store.work.front.language === "string" ? store.work.front.language : "";

  /** @param {Work} work */
  function draw(work) {
    const byBlock = Array.from(work.blocks, () => ({ statements: /** @type {Statement[]} */ ([]), marks: /** @type {unknown[]} */ ([]) }));
    work.statements.forEach(each => byBlock[each.block]?.statements.push(each));
    [...work.framing, ...work.cues].forEach(each => byBlock[each.block]?.marks.push(each));
    let number = 0;
    voices = voicesOf(work);
    const kept = new Set();
    work.blocks.forEach((block, index) => {
      const { statements, marks } = byBlock[index];
      const first = number;
      number += statements.length;
      statements.forEach(each => kept.add(each.id));
      let old = blocks[index];
      const parts = [block, first, language(), ...statements.flatMap(shown), ...marks];
      if (old && alike(old.parts, parts)) return;
      if (old?.kind !== block.kind) { // else it stays, and what has the focus in it
        const made = frameOf(block);
        if (old) old.element.replaceWith(made.element);
        else list.append(made.element);
        old = blocks[index] = { ...made, parts };
      }
      old.parts = parts;
      old.inner.lang = language();
      reconcile(old.inner, statements.flatMap((each, at) => {
        const before = at ? statements[at - 1].end : 0;
        const gap = before < each.start ? pieces(work, { block: index, start: before, end: each.start }) : [];
        const last = at === statements.length - 1 ? pieces(work, { block: index, start: each.end, end: block.text.length }) : [];
        return [...gap, statement(work, each, first + at + 1), ...last];
      }));
      if (!statements.length) reconcile(old.inner, pieces(work, { block: index, start: 0, end: block.text.length }));
    });
    blocks.splice(work.blocks.length).forEach(each => each.element.remove());
    for (const id of drawn.keys()) if (!kept.has(id)) drawn.delete(id);
    tabs();
  }

  /** @param {Work} work @param {Statement} each @param {number} number */
  function statement(work, each, number) {
    const marks = [...work.framing, ...work.cues].filter(mark => within(mark, each));
    const parts = [...shown(each), work.blocks[each.block], ...marks];
    const old = drawn.get(each.id);
    if (old && alike(old.parts, parts)) {
      if (old.number !== number) renumber(old, number);
      return old.element;
    }
    const element = old?.element ?? make("span", { role: "option", tabindex: -1, "data-id": each.id });
    const found = { element, parts, number };
    const look = each.aside ? "aside-mark" : each.basis || "bare";
    element.className = `s ${look}${each.draft ? " draft" : ""}${each.also ? " two-ways" : ""}`;
    const text = make("span", { class: each.basis ? `x t ${each.basis}` : "x" }, ...pieces(work, each));
    element.replaceChildren(make("b", { class: "n", "aria-hidden": "true" }), text);
    if (each.source && textOf(work, each) === "…") element.append(make("span", { class: "original" }, ` ${each.source}`)); // still to be retold
    if (each.draft) element.append(make("i", { class: "tag", "aria-hidden": "true" }, say("suggested")));
    drawn.set(each.id, found);
    relabel(found, work, each);
    renumber(found, number);
    hold(element, each.id);
    return element;
  }

  /** @param {Drawn} found @param {number} number */
  function renumber(found, number) {
    const { element } = found;
    found.number = number;
    if (element.firstElementChild) element.firstElementChild.textContent = String(number);
    element.setAttribute("aria-label", (element.getAttribute("aria-label") ?? "").replace(/^\d+/, String(number)));
  }
  /** @param {Drawn} found @param {Work} work @param {Statement} each */
  function relabel(found, work, each) {
    const framed = work.framing.filter(mark => within(mark, each)).length;
    const says = [each.source && textOf(work, each) === "…" && say("text.retell", { source: each.source }), each.aside ? say("text.aside") : each.basis || say("text.open"), each.kind, names(each), each.draft && say("suggested"), framed && say("text.framed", { n: framed })];
    found.element.setAttribute("aria-label", `0: ${textOf(work, each)} – ${says.filter(Boolean).join("; ")}`);
  }

  /* The hand, and one way in with Tab */
  /** @param {HTMLElement} element @param {string} id */
  function hold(element, id) {
    const mine = holder() === id;
    element.classList.toggle("in-hand", mine);
    element.setAttribute("aria-selected", String(mine));
  }
  function holder() {
    const mark = framingOf(store.work, desk.hand.value);
    return mark ? around(store.work, mark)?.id ?? "" : desk.hand.value;
  }
  let held = "";
  function tabs() {
    const now = drawn.get(holder()) ? holder() : store.work.statements[0]?.id ?? "";
    for (const id of new Set([held, holder()])) {
      const element = drawn.get(id)?.element;
      if (element) hold(element, id);
    }
    for (const id of new Set([held, now])) drawn.get(id)?.element.setAttribute("tabindex", id === now ? "0" : "-1");
    held = now;
    for (const each of host.querySelectorAll(".w.mine")) each.classList.remove("mine");
    const chosen = framingOf(store.work, desk.hand.value);
    if (chosen) for (const each of host.querySelectorAll(`.w[data-f="${CSS.escape(chosen.id)}"]`)) each.classList.add("mine");
  }

  desk.hand.subscribe(() => { if (blocks.length) { tabs(); over.draw(); } });
  list.addEventListener("click", event => {
    const target = /** @type {HTMLElement} */ (event.target);
    const element = /** @type {HTMLElement | null} */ (target.closest(".s"));
    const selection = getSelection();
    if (!element || (selection && !selection.isCollapsed && event.detail < 2)) return; // words are being chosen
    const id = element.dataset.id ?? "";
    if (desk.drawing.value) return over.toggle(id);
    const word = /** @type {HTMLElement | null} */ (target.closest(".w"));
    desk.take(word?.dataset.f || id, "");
    element.focus({ preventScroll: true });
  });
  list.addEventListener("focusin", event => {
    const id = /** @type {HTMLElement} */ (event.target).closest?.(".s")?.getAttribute("data-id");
    if (id && id !== holder() && /** @type {HTMLElement} */ (event.target).matches(":focus-visible") && !desk.drawing.value) desk.take(id, "");
  });

  /* Words are chosen by the browser's own selection, whoever makes it: the mouse, a finger, or the arrow keys */
  /** @type {WeakMap<Node, {block: number, start: number}>} */
  const places = new WeakMap();
  document.addEventListener("selectionchange", () => {
    const found = chosen();
    const old = desk.words.value;
    if (found?.block === old?.block && found?.start === old?.start && found?.end === old?.end) return;
    if (!found && document.activeElement?.closest(".tools, .words-of")) return; // a button of the words has the focus
    desk.words.set(found);
  }, { signal: until });
  /** @returns {Stretch | null} */
  function chosen() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!list.contains(range.startContainer) && !list.contains(range.endContainer)) return null;
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    /** @type {Stretch | null} */
    let found = null;
    for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
      const place = places.get(node);
      if (!place || !range.intersectsNode(node)) continue;
      const start = place.start + (node === range.startContainer ? range.startOffset : 0);
      const end = place.start + (node === range.endContainer ? range.endOffset : node.textContent?.length ?? 0);
      if (!found) found = { block: place.block, start, end };
      else if (found.block === place.block) found.end = end; // words stay within their paragraph
    }
    if (!found) return null;
    Object.assign(found, trimmed(store.work.blocks[found.block].text, found.start, found.end));
    return found.end > found.start ? found : null;
  }
  /** Chooses words as if by hand. @param {Stretch} stretch */
  function choose({ block, start, end }) {
    const nodes = textNodes(blocks[block].inner);
    /** @param {number} at @param {boolean} first @returns {[Node, number]} */
    const point = (at, first) => {
      const node = nodes.find(each => {
        const from = places.get(each)?.start ?? 0, to = from + (each.textContent?.length ?? 0);
        return first ? from <= at && at < to : from < at && at <= to;
      }) ?? nodes[0];
      return [node, at - (places.get(node)?.start ?? 0)];
    };
    getSelection()?.setBaseAndExtent(...point(start, true), ...point(end, false));
  }
  /** @param {HTMLElement} inside */
  function textNodes(inside) {
    const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) if (places.has(walker.currentNode)) nodes.push(walker.currentNode);
    return nodes;
  }

  /** The text of a stretch in leaves: each has the marks that cover it. @param {Work} work @param {Stretch} stretch @returns {Node[]} */
  function pieces(work, stretch) {
    const { block, start, end } = stretch;
    const styles = work.blocks[block].styles.map(each => ({ ...each, block }));
    const framing = work.framing.filter(each => each.block === block && each.start < end && each.end > start);
    const marks = [...framing, ...work.cues, ...styles].filter(each => each.block === block && each.start < end && each.end > start);
    const cuts = [...new Set([start, end, ...marks.flatMap(each => [each.start, each.end])])].filter(at => at >= start && at <= end).sort((a, b) => a - b);
    return cuts.slice(1).map((to, index) => {
      const from = cuts[index];
      const node = document.createTextNode(work.blocks[block].text.slice(from, to));
      places.set(node, { block, start: from });
      const over = framing.filter(each => each.start <= from && to <= each.end);
      const inner = over.at(-1);
      const names = styles.filter(each => each.start <= from && to <= each.end).map(each => `style-${each.kind}`);
      if (work.cues.some(each => each.block === block && each.start <= from && to <= each.end)) names.push("cue");
      if (inner) names.push("on", ...over.some(each => each.start === from) ? ["first"] : [], ...over.some(each => each.end === to) ? ["last"] : [], ...inner.draft ? ["draft"] : [], ...inner.technique ? [] : ["untold"]);
      if (!names.length) return node;
      return make("span", { class: `w ${names.join(" ")}`, "data-f": inner?.id }, node);
    });
  }

  store.subscribe((work, before) => {
    const focused = list.contains(document.activeElement), id = desk.hand.value;
    draw(work);
    const gone = !statementOf(work, id) && !framingOf(work, id) && (statementOf(before, id) ?? framingOf(before, id));
    const instead = gone && statementAt(work, gone.block, gone.start);
    if (instead) desk.take(instead.id, focused ? "text" : "");
    over.draw();
  });
  draw(store.work);

  return {
    show(id, focus) {
      const element = drawn.get(id)?.element;
      if (focus) element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: "nearest", behavior: "instant" });
    },
    move(steps) {
      const { statements } = store.work;
      const pointing = desk.drawing.value && document.activeElement?.getAttribute("data-id"); // then the hand stays where it is
      const at = statements.findIndex(each => each.id === (pointing || holder() || held));
      const to = statements[Math.min(statements.length - 1, Math.max(0, at + steps))];
      if (to && desk.drawing.value) this.show(to.id, true);
      else if (to) desk.take(to.id, "text");
    },
    word(steps, further) {
      const each = statementOf(store.work, holder() || held);
      if (!each) return;
      const found = wordsIn(textOf(store.work, each), language()).map(([start, end]) => [start + each.start, end + each.start]);
      if (!found.length) return;
      const now = desk.words.value && within(desk.words.value, each) ? desk.words.value : null;
      const first = now ? found.findIndex(([, end]) => end > now.start) : -1;
      const last = now ? found.filter(([start]) => start < now.end).length - 1 : -1;
      const clip = (/** @type {number} */ at) => Math.min(found.length - 1, Math.max(0, at));
      const end = !now ? (steps > 0 ? 0 : found.length - 1) : clip((further || steps > 0 ? last : first) + steps);
      const start = further && now ? Math.min(first, end) : end;
      const stretch = { block: each.block, start: found[start][0], end: found[Math.max(start, end)][1] };
      choose(stretch);
      desk.words.set(stretch); // the browser tells of its selection only later
      desk.announce(textOf(store.work, stretch));
    },
  };
}

/** @param {import("./types.js").Block} block */
function frameOf(block) {
  const inner = block.kind === "heading" ? make("h3") : make("p");
  inner.setAttribute("role", "presentation");
  const element = make("div", { class: `verse words ${block.kind}`, role: "presentation", dir: "auto" }, inner);
  return { element, inner, kind: block.kind };
}

/** Gives an element these children, and moves none that can stay: what is moved loses the focus. @param {Element} parent @param {Node[]} wanted */
function reconcile(parent, wanted) {
  const keep = new Set(wanted);
  for (const node of [...parent.childNodes]) if (!keep.has(node)) node.remove();
  let at = parent.firstChild;
  for (const node of wanted) {
    if (at === node) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

