/* The fields of Details: each has a place in the front matter, and keeps what is being typed as it is. */
import { button, fill, make } from "./dom.js";
import { at, labelled, ticked } from "./parts.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 *
 * @typedef {object} Asked
 * @property {string} path its place in the front matter
 * @property {string} label
 * @property {string} [help]
 * @property {boolean} [box] several lines
 * @property {boolean} [tick] yes or no
 * @property {string} [type] an input's
 * @property {[string, string][] | (() => [string, string][])} [choices]
 * @property {string[]} [suggested]
 * @property {(work: Work) => string} [get]
 * @property {(value: string, work: Work) => Work} set
 *
 * @typedef {object} Listed
 * @property {string} part
 * @property {string} one what one of them is called
 * @property {string} ask what is asked for a new one
 * @property {(work: Work) => string[]} keys
 * @property {(first: string, work: Work) => [Work, string]} add
 * @property {(work: Work, key: string) => Work} remove
 * @property {(key: string) => Node[]} item
 * @property {(key: string, work: Work, host: HTMLElement) => void} [besides] draws what stands below one's fields
 */

/** @param {import("./context.js").Context} context */
export function createForm({ store, checked, announce }) {
  /** @type {Map<Control, {asked: Asked, wrong: HTMLElement}>} */
  const fields = new Map();
  /** @type {(() => void)[]} */
  const lists = [];

  /** @param {Asked} asked */
  function field(asked) {
    const { path, label, help, choices } = asked, id = `front-${path.replace(/\./g, "-")}`;
    const wrong = make("p", { class: "wrong", id: `${id}-wrong` });
    const shared = { id, "data-at": `front.${path}`, "data-key": id, "aria-describedby": [help && `${id}-help`, wrong.id].filter(Boolean).join(" ") };
    const control = choices ? make("select", { ...shared, onchange: write })
      : asked.box ? make("textarea", { ...shared, rows: 2, maxlength: 2000, dir: "auto", oninput: write })
      : make("input", { ...shared, type: asked.tick ? "checkbox" : asked.type ?? "text", maxlength: asked.type === "date" || asked.tick ? null : 1000, dir: asked.tick || asked.type ? null : "auto", autocomplete: "off", list: asked.suggested ? `${id}-list` : null, oninput: write });
    function write() {
      const value = asked.tick ? /** @type {HTMLInputElement} */ (control).checked ? "yes" : "" : control.value;
      store.apply(label, asked.set(value, store.work), asked.tick || choices ? "" : `details-${path}`);
    }
    control.addEventListener("blur", () => { store.settle(); read(control, asked); });
    fields.set(control, { asked, wrong });
    const more = [help && make("p", { class: "small", id: `${id}-help` }, help), asked.suggested && make("datalist", { id: `${id}-list` }, ...asked.suggested.map(value => make("option", { value }))), wrong];
    return asked.tick ? make("div", { class: "field tick-field" }, make("label", {}, control, " ", label), ...more) : labelled(label, control, ...more);
  }

  /** Shows what the work has. What is being typed stays as it is, as long as it means the same. @param {Control} control @param {Asked} asked */
  function read(control, asked) {
    const { work } = store, given = at(work, asked.path);
    const value = asked.get ? asked.get(work) : typeof given === "string" || typeof given === "number" ? String(given) : "";
    if (asked.tick) { /** @type {HTMLInputElement} */ (control).checked = value !== ""; return; }
    if (control instanceof HTMLSelectElement) {
      const choices = typeof asked.choices === "function" ? asked.choices() : asked.choices ?? [];
      const all = choices.some(([key]) => key === value) ? choices : [...choices, /** @type {[string, string]} */ ([value, value || "not chosen"])];
      if (control.options.length !== all.length || all.some(([key], index) => control.options[index].value !== key)) control.replaceChildren(...all.map(([key, words]) => make("option", { value: key }, words)));
    }
    if (control.value === value) return;
    if (control === document.activeElement && asked.set(control.value, work) === work) return;
    control.value = value;
  }

  /** @param {Listed} given */
  function list({ part, one, ask, keys, add, remove, item, besides }) {
    const items = make("div", { class: `items items-${part}`, tabindex: "-1" }), first = make("input", { id: `add-${part}`, dir: "auto", autocomplete: "off", maxlength: 500, onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") { event.preventDefault(); put(); }
    } });
    let drawn = "";
    function put() {
      const words = first.value.trim();
      if (!words) return first.focus();
      const [made, key] = add(words, store.work);
      first.value = "";
      store.apply(`Add a ${one}`, made);
      refresh();
      announce(`Added: ${words}`);
      /** @type {HTMLElement | null} */ (items.querySelectorAll(`[data-item="${CSS.escape(key)}"] :is(input, textarea, select)`)[1])?.focus();
    }
    lists.push(() => {
      const now = keys(store.work), shape = now.join(" ");
      if (shape !== drawn || !items.isConnected) {
        drawn = shape;
        for (const control of fields.keys()) if (items.contains(control)) fields.delete(control);
        fill(items, ...now.map((key, index) => make("fieldset", { class: "item", "data-item": key, "data-at": `front.${part}.${key}` }, make("legend", { class: "vh" }, `${one} ${index + 1}`),
          ...item(key), make("div", { class: "besides" }), make("p", {}, button(`Remove this ${one}`, () => {
            store.apply(`Remove a ${one}`, remove(store.work, key));
            refresh();
            announce("Removed. Undo brings it back.");
            items.focus();
          }, { class: "slight" })))));
      }
      if (besides) now.forEach((key, index) => besides(key, store.work, /** @type {HTMLElement} */ (items.children[index].querySelector(".besides"))));
    });
    return make("div", {}, items, make("div", { class: "adding" }, labelled(ask, first), button("Add", put)));
  }

  /** A problem stands at its own field; else at the first one inside what it is about, or the nearest that holds it. @param {string} about */
  function whose(about) {
    const all = [...fields.keys()].map(control => /** @type {const} */ ([control, control.dataset.at ?? ""]));
    for (let path = about; path.includes("."); path = path.slice(0, path.lastIndexOf("."))) {
      const found = all.find(([, own]) => own === path) ?? all.find(([, own]) => own.startsWith(`${path}.`));
      if (found) return found[0];
    }
    return null;
  }

  function refresh() {
    for (const each of lists) each();
    /** @type {Map<Control, import("./types.js").Problem[]>} */
    const problems = new Map();
    for (const each of checked.value?.problems ?? []) {
      const control = each.at.startsWith("front.") ? whose(each.at) : null;
      if (control) problems.set(control, [...problems.get(control) ?? [], each]);
    }
    for (const [control, { asked, wrong }] of fields) {
      read(control, asked);
      const own = problems.get(control) ?? [], words = own.map(each => each.code === "missing-key" ? "This cannot stay empty." : `${each.message} ${each.hint}`).join(" ");
      if (wrong.dataset.words !== words) {
        wrong.dataset.words = words;
        fill(wrong, ...ticked(words));
      }
      control.setAttribute("aria-invalid", String(own.some(each => each.severity === "error")));
    }
  }
  return { field, list, refresh };
}
