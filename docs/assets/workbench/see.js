/* See: the figures in words, and what falls with each voice. Both grow while one works. */
import { button, fill, make } from "./dom.js";
import { say } from "./say.js";

/** @typedef {import("./types.js").Load} Load */

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountSee(host, context) {
  const { checked } = context;
  let away = "", worn = false;
  const words = make("p", { class: "in-words" });
  const loads = make("div", { class: "loads" });
  host.replaceChildren(make("h2", {}, say("see.title")), words, loads);

  /** @param {Load} load @param {number} total */
  function row({ id, name, falls, leans }, total) {
    const pressed = away === id, nothing = !falls.length && !leans.length;
    const parts = [make("i", {}), make("i", { class: "leans" })];
    [falls, leans].forEach((each, at) => { parts[at].style.width = `${each.length / (total || 1) * 100}%`; });
    const [before, after] = say(nothing ? "see.nothing" : !leans.length ? "see.falls" : falls.length ? "see.both" : "see.leans", { falls: falls.length, leans: leans.length, total }).split("{name}");
    return make("li", {}, make("p", {}, before, make("b", {}, make("bdi", {}, name)), after),
      make("span", { class: "gauge", "aria-hidden": "true" }, ...parts),
      !nothing && button(pressed ? "see.back" : "see.show", () => take(pressed ? "" : id), { "data-key": `away-${id}`, "aria-pressed": String(pressed), "aria-label": say("see.without", { name }) }));
  }

  /** @param {string} id */
  function take(id) {
    away = id;
    draw();
    const load = gone();
    context.announce(load ? `${say("see.gone", { name: load.name, falls: load.falls.length, leans: load.leans.length })} ${say("see.false")}` : say("see.all"));
  }
  const gone = () => checked.value?.figures?.voices.find(each => each.id === away);

  function draw() {
    const figures = checked.value?.figures, voices = figures?.voices.filter(each => each.statements) ?? [], load = gone();
    if (!load) away = "";
    words.textContent = figures?.sentence ?? "";
    fill(loads, ...voices.length ? [make("h3", {}, say("see.rests")), make("ul", {}, ...voices.map(each => row(each, figures?.statements.total ?? 0))),
      make("p", { class: "small" }, say("see.false"))] : []);
    if (!load && !worn) return;
    worn = load !== undefined;
    for (const each of document.querySelectorAll("#text [data-id], #bar [data-to]")) {
      const id = each.getAttribute("data-id") ?? each.getAttribute("data-to") ?? "";
      each.classList.toggle("falls", load?.falls.includes(id) ?? false);
      each.classList.toggle("leans", load?.leans.includes(id) ?? false);
    }
  }
  checked.subscribe(draw);
}
