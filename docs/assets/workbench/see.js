/* See: the figures in words, and what falls with each voice. Both grow while one works. */
import { button, fill, make } from "./dom.js";
import { counted } from "./desk.js";

/** @typedef {import("./types.js").Load} Load */

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mount(host, context) {
  const { checked } = context;
  let away = "", worn = false;
  const words = make("p", { class: "in-words" });
  const loads = make("div", { class: "loads" });
  host.replaceChildren(make("h2", {}, "What it comes to"), words, loads);

  /** @param {Load} load @param {number} total */
  function row({ id, name, falls, leans }, total) {
    const pressed = away === id, nothing = !falls.length && !leans.length;
    const parts = [make("i", {}), make("i", { class: "leans" })];
    [falls, leans].forEach((each, at) => { parts[at].style.width = `${each.length / (total || 1) * 100}%`; });
    const fate = nothing ? "nothing falls" : [falls.length && `${falls.length} of ${counted(total, "statement")} ${falls.length === 1 ? "falls" : "fall"}`,
      leans.length && `${leans.length}${falls.length ? "" : " of " + counted(total, "statement")} ${leans.length === 1 ? "leans" : "lean"}`].filter(Boolean).join(", ");
    return make("li", {}, make("p", {}, "Take ", make("b", {}, make("bdi", {}, name)), ` away: ${fate}.`),
      make("span", { class: "gauge", "aria-hidden": "true" }, ...parts),
      !nothing && button(pressed ? "Put back" : "Show it", () => take(pressed ? "" : id), { "data-key": `away-${id}`, "aria-pressed": String(pressed), "aria-label": `Show the text without ${name}` }));
  }

  /** @param {string} id */
  function take(id) {
    away = id;
    draw();
    const load = gone();
    context.announce(load ? `Without ${load.name}: ${counted(load.falls.length, "statement")} fallen, ${load.leans.length} leaning. Falling is not the same as being false.` : "Everyone is back.");
  }
  const gone = () => checked.value?.figures?.voices.find(each => each.id === away);

  function draw() {
    const figures = checked.value?.figures, voices = figures?.voices.filter(each => each.statements) ?? [], load = gone();
    if (!load) away = "";
    words.textContent = figures?.sentence ?? "";
    fill(loads, ...voices.length ? [make("h3", {}, "What rests on whom"), make("ul", {}, ...voices.map(each => row(each, figures?.statements.total ?? 0))),
      make("p", { class: "small" }, "Falling is not the same as being false.")] : []);
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
