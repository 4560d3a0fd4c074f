/* What a conclusion rests on: chosen by number, by name, or by pointing in the text; and shown as lines beside the text. */
import { statement } from "./edits.js";
import { brief, statementOf } from "./desk.js";
import { button, drawn, make } from "./dom.js";
import { ticks } from "./fields.js";
import { say } from "./say.js";
import { textOf } from "./values.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./types.js").Statement} Statement
 */

/** @param {Desk} desk @param {string} id @param {string[]} from */
function rest(desk, id, from) {
  const order = desk.store.work.statements.map(each => each.id);
  const sorted = [...new Set(from)].filter(each => each !== id).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return desk.edit(say("from.label"), statement(desk.store.work, id, { from: sorted }));
}

/** Begins to point at what a conclusion rests on, or ends it. @param {Desk} desk @param {string} id */
export function point(desk, id) {
  desk.drawing.set(desk.drawing.value ? "" : id);
  desk.announce(say(desk.drawing.value ? "from.point" : "from.done"));
}

/**
 * The field and the list of one conclusion.
 * @param {Desk} desk
 * @param {Statement} each
 * @returns {Node[]}
 */
export function supports(desk, each) {
  const { statements } = desk.store.work;
  const number = (/** @type {string} */ id) => statements.findIndex(other => other.id === id) + 1;
  const told = make("p", { class: "small", role: "status" });
  const field = make("input", {
    id: "from", "data-key": "from", inputmode: "numeric", autocomplete: "off", "aria-describedby": "from-help",
    value: each.from.map(number).filter(Boolean).join(" "),
    onchange: () => {
      const given = (field.value.match(/\d+/g) ?? []).map(Number);
      const wrong = given.filter(at => !statements[at - 1]);
      if (wrong.length) told.textContent = say("from.unknown", { numbers: wrong.join(", ") });
      else rest(desk, each.id, given.map(at => statements[at - 1].id));
    },
  });
  const pressed = desk.drawing.value === each.id;
  const pointing = button(pressed ? "from.pointing" : "from.begin", () => point(desk, each.id), { "aria-pressed": String(pressed), "data-key": "point" });
  const picked = each.from.map(id => statementOf(desk.store.work, id)).filter(other => other !== undefined).map(other => make("li", {},
    make("span", {}, make("b", {}, String(number(other.id))), ` ${brief(textOf(desk.store.work, other))}`),
    button("remove", () => rest(desk, each.id, each.from.filter(id => id !== other.id)), { class: "slight", "aria-label": say("remove-one", { name: number(other.id) }), "data-key": `from-${other.id}` })));
  const boxes = () => ticks("box", statements.filter(other => other.id !== each.id && !other.aside).map(other =>
    [other.id, make("span", {}, make("b", {}, String(number(other.id))), ` ${brief(textOf(desk.store.work, other), 44)}`)]),
  () => statementOf(desk.store.work, each.id)?.from ?? [], from => rest(desk, each.id, from));
  const all = make("details", { class: "boxes", ontoggle: () => { if (all.open && all.childElementCount === 1) all.append(...boxes()); } }, make("summary", { "data-key": "boxes" }, say("from.list")));
  return [
    make("label", { for: "from" }, say("from.which")),
    make("p", { class: "small", id: "from-help" }, say("from.help")),
    field, told, ...picked.length ? [make("ul", { class: "picked" }, ...picked)] : [], pointing, all,
  ];
}

/**
 * The lines from the statement in hand to what it rests on, and to what rests on it.
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {AbortSignal} until the desk is cleared
 * @param {(id: string) => HTMLElement | null} element
 */
export function lines(host, desk, until, element) {
  const svg = drawn("svg", { class: "lines", "aria-hidden": "true" });
  const wide = matchMedia("(min-width: 761px)");
  function draw() {
    const { work } = desk.store;
    const id = desk.hand.value, mine = statementOf(work, id);
    host.classList.toggle("pointing", Boolean(desk.drawing.value));
    const pairs = !mine || !wide.matches ? [] : [...mine.from.map(under => [id, under]), ...work.statements.filter(each => each.from.includes(id)).map(each => [each.id, id])];
    if (!pairs.length) return svg.firstChild && svg.replaceChildren();
    const top = host.getBoundingClientRect().top;
    const at = (/** @type {string} */ key) => {
      const box = element(key)?.querySelector(".n")?.getBoundingClientRect();
      return box ? box.top + box.height / 2 - top : null;
    };
    svg.replaceChildren(...pairs.flatMap(([above, under]) => {
      const from = at(above), to = at(under);
      if (from === null || to === null) return [];
      const deep = Math.min(30, 10 + Math.abs(to - from) / 14);
      return [drawn("path", { d: `M32 ${from}C${32 - deep * 1.3} ${from} ${32 - deep * 1.3} ${to} 32 ${to}` }), drawn("circle", { cx: 32, cy: to, r: 3 })];
    }));
  }
  addEventListener("resize", draw, { signal: until });
  desk.drawing.subscribe(draw);
  return {
    element: svg,
    draw,
    /** Takes a statement in as a support, or out again. @param {string} under */
    toggle(under) {
      const id = desk.drawing.value, each = statementOf(desk.store.work, id);
      if (!each || under === id) return;
      const out = each.from.includes(under);
      if (!rest(desk, id, out ? each.from.filter(other => other !== under) : [...each.from, under])) return;
      desk.announce(say(out ? "from.out" : "from.in", { n: each.from.length + (out ? -1 : 1) }));
    },
  };
}
