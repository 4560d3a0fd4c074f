/* The fields of Details: each has a place in the front matter, and keeps what is being typed as it is. */
import { button, fill, make } from "./dom.js";
import { front } from "./edits.js";
import { at, labelled, options, ticked } from "./parts.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {[string, string][]} Choices values with their words
 *
 * @typedef {object} Kind what is not a plain line of text
 * @property {string} [help]
 * @property {boolean} [box] several lines
 * @property {true | string} [tick] the value of a field that is ticked
 * @property {boolean} [many] short texts with commas between them
 * @property {string} [type] an input's
 * @property {Choices | (() => Choices)} [choices]
 * @property {string[]} [suggested]
 *
 * @typedef {object} Listed
 * @property {string} part
 * @property {string} one what one of them is called
 * @property {string} ask what is asked for a new one
 * @property {[string, string, Kind?][]} fields of each: its key, its label, and its kind
 * @property {(first: string, work: Work) => [Work, string]} add
 * @property {(work: Work, key: string) => Work} remove
 * @property {(key: string, work: Work, host: HTMLElement) => void} [besides] draws what stands below one's fields
 */

/** The keys of what stands at a path: ids, or numbers as text. @param {Work} work @param {string} path */
export const keys = (work, path) => Object.keys(Object(at(work, path) ?? {}));

/** @param {import("./context.js").Context} context */
export function createForm({ store, checked, announce }) {
  /** @type {Map<Control, {wrong: HTMLElement, read: () => void}>} */
  const fields = new Map();
  /** @type {(() => void)[]} */
  const lists = [];

  /** A field and its place in the front matter. @param {string} path @param {string} label @param {Kind} [kind] */
  function field(path, label, { help, box, tick, many, type, choices, suggested } = {}) {
    const id = `front-${path.replace(/\./g, "-")}`, steps = path.split(".");
    const wrong = make("p", { class: "wrong", id: `${id}-wrong` });
    const shared = { id, "data-at": `front.${path}`, "data-key": id, "aria-describedby": `${help ? id + "-help " : ""}${wrong.id}`, dir: "auto", autocomplete: "off", oninput: write };
    const control = choices ? make("select", shared) : box ? make("textarea", { ...shared, rows: 2, maxlength: 2000 })
      : make("input", { ...shared, type: tick ? "checkbox" : type ?? "text", maxlength: type !== "date" && 1000, list: suggested && `${id}-list` });

    /** The work with what the field says. */
    function written() {
      const { value } = control, parts = value.split(",").map(each => each.trim()).filter(Boolean);
      const given = tick ? control.matches(":checked") && tick : many ? parts.length && parts : value;
      return front(store.work, steps, given || undefined);
    }
    function write() {
      store.apply(label, written(), tick || choices ? "" : `details-${path}`);
    }
    /** Shows what the work has. What is being typed stays as it is, as long as it means the same. */
    function read() {
      const given = at(store.work, path) ?? "", value = Array.isArray(given) ? given.join(", ") : typeof given === "object" ? "" : String(given);
      if (tick) Object.assign(control, { checked: given === tick });
      else if (choices) options(/** @type {HTMLSelectElement} */ (control), typeof choices === "function" ? choices() : choices, value);
      else if (control.value !== value && (control !== document.activeElement || written() !== store.work)) control.value = value;
    }
    control.addEventListener("blur", () => { store.settle(); read(); });
    fields.set(control, { wrong, read });
    const more = [help && make("p", { class: "small", id: `${id}-help` }, help), suggested && make("datalist", { id: `${id}-list` }, ...suggested.map(value => make("option", { value }))), wrong];
    return tick ? make("div", { class: "field tick-field" }, make("label", {}, control, " ", label), ...more) : labelled(label, control, ...more);
  }

  /** @param {Listed} given */
  function list({ part, one, ask, fields: each, add, remove, besides }) {
    const items = make("div", { class: `items items-${part}`, tabindex: "-1" });
    const first = make("input", { id: `add-${part}`, dir: "auto", autocomplete: "off", maxlength: 500, onkeydown: event => {
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
      const now = keys(store.work, part), shape = now.join(" ");
      if (shape !== drawn || !items.isConnected) {
        drawn = shape;
        for (const control of fields.keys()) if (items.contains(control)) fields.delete(control);
        fill(items, ...now.map((key, index) => make("fieldset", { class: "item", "data-item": key, "data-at": `front.${part}.${key}` }, make("legend", { class: "vh" }, `${one} ${index + 1}`),
          ...each.map(([name, label, kind]) => field(`${part}.${key}.${name}`, label, kind)), make("div", { class: "besides" }), make("p", {}, button(`Remove this ${one}`, () => {
            store.apply(`Remove a ${one}`, remove(store.work, key));
            refresh();
            announce("Removed. Undo brings it back.");
            items.focus();
          }, { class: "slight" })))));
      }
      now.forEach((key, index) => besides?.(key, store.work, /** @type {HTMLElement} */ (items.children[index].querySelector(".besides"))));
    });
    return make("div", {}, items, make("div", { class: "adding" }, labelled(ask, first), button("Add", put)));
  }

  /** A problem stands at its own field; else at the first one inside what it is about, or the nearest that holds it. @param {string} about */
  function whose(about) {
    const all = [...fields.keys()];
    for (let path = about; path.includes("."); path = path.slice(0, path.lastIndexOf("."))) {
      const found = all.find(({ dataset }) => dataset.at === path) ?? all.find(({ dataset }) => dataset.at?.startsWith(`${path}.`));
      if (found) return found;
    }
    return null;
  }

  function refresh() {
    for (const each of lists) each();
    const problems = (checked.value?.problems ?? []).map(each => ({ ...each, control: each.at.startsWith("front.") && whose(each.at) }));
    for (const [control, { wrong, read }] of fields) {
      read();
      const own = problems.filter(each => each.control === control), words = own.map(each => each.code === "missing-key" ? "This cannot stay empty." : `${each.message} ${each.hint}`).join(" ");
      if (wrong.dataset.words !== words) {
        wrong.dataset.words = words;
        fill(wrong, ...ticked(words));
      }
      control.setAttribute("aria-invalid", String(own.some(each => each.severity === "error")));
    }
  }
  return { field, list, refresh };
}
