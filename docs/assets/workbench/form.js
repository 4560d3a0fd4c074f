/* The fields of Details: each has a place in the front matter, and keeps what is being typed as it is. They stand in
   the page; what there may be several of, in a template that is copied for each. */
import { byId, cloned, fill } from "./dom.js";
import { front } from "./edits.js";
import { at, options, ticked } from "./parts.js";
import { say } from "./say.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 *
 * @typedef {object} Listed
 * @property {(first: string, work: Work) => [Work, string]} add
 * @property {(work: Work, key: string) => Work} remove
 * @property {(key: string, work: Work, host: HTMLElement) => void} [besides] draws what stands below one's fields
 */

const FIELDS = "[data-at]:is(input, textarea, select)";

/** The keys of what stands at a path: ids, or numbers as text. @param {Work} work @param {string} path */
export const keysAt = (work, path) => Object.keys(Object(at(work, path) ?? {}));

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 * @param {() => [string, string][]} statements what a field can choose that names a statement
 */
export function createForm(host, { store, checked, announce }, statements) {
  /** @type {Map<Control, {wrong: HTMLElement, read: () => void}>} */
  const fields = new Map();
  /** @type {(() => void)[]} */
  const lists = [];

  /** Ties a field to its place in the front matter. @param {Control} control */
  function tie(control) {
    const { at: place = "", tick, many } = control.dataset, path = place.slice("front.".length);
    const choices = "options" in control ? [...control.options].map(each => /** @type {[string, string]} */ ([each.value, each.text])) : null;

    /** The work with what the field says. */
    function written() {
      const { value } = control, parts = value.split(",").map(each => each.trim()).filter(Boolean);
      const given = tick !== undefined ? control.matches(":checked") && (tick || true) : many ? parts.length && parts : value;
      return front(store.work, path.split("."), given || undefined);
    }
    /** Shows what the work has. What is being typed stays as it is, as long as it means the same. */
    function read() {
      const given = at(store.work, path) ?? "", value = Array.isArray(given) ? given.join(", ") : typeof given === "object" ? "" : String(given);
      if (tick !== undefined) Object.assign(control, { checked: given === (tick || true) });
      else if (choices) options(/** @type {HTMLSelectElement} */ (control), control.dataset.statements ? [...choices, ...statements()] : choices, value);
      else if (control.value !== value && (control !== document.activeElement || written() !== store.work)) control.value = value;
    }
    control.oninput = () => { store.apply(control.labels?.[0].textContent?.trim() ?? "", written(), tick !== undefined || choices ? "" : `details-${path}`); };
    control.onblur = () => { store.settle(); read(); };
    fields.set(control, { wrong: byId(`${control.id}-wrong`), read });
  }
  /** @param {HTMLElement} inside */
  const tieAll = inside => /** @type {NodeListOf<Control>} */ (inside.querySelectorAll(FIELDS)).forEach(tie);

  /** @param {string} part @param {Listed} does */
  function list(part, { add, remove, besides }) {
    const items = /** @type {HTMLElement} */ (host.querySelector(`.items-${part}`)), first = /** @type {HTMLInputElement} */ (byId(`add-${part}`));
    const adds = /** @type {HTMLButtonElement} */ (host.querySelector(`.items-${part}+.adding button`));
    /** @type {string | null} */
    let drawn = null;
    first.onkeydown = event => { if (event.key === "Enter") { event.preventDefault(); put(); } };
    adds.onclick = put;
    function put() {
      const words = first.value.trim();
      if (!words) return first.focus();
      const [made, key] = add(words, store.work);
      first.value = "";
      store.apply(adds.title, made);
      refresh();
      announce(say("form.added", { words }));
      /** @type {NodeListOf<HTMLElement>} */ (items.querySelectorAll(`[data-item="${CSS.escape(key)}"] ${FIELDS}`))[1]?.focus();
    }
    /** @param {string} key @param {number} index */
    function one(key, index) {
      const made = cloned(`one-of-${part}`), out = /** @type {HTMLButtonElement} */ (made.querySelector("button"));
      for (const each of [made, ...made.querySelectorAll("*")]) for (const given of each.attributes) given.value = given.value.replace("KEY", () => key);
      made.querySelector("legend")?.append(` ${index + 1}`);
      out.onclick = () => {
        store.apply(out.textContent ?? "", remove(store.work, key));
        refresh();
        announce(say("form.removed"));
        items.focus();
      };
      return made;
    }
    lists.push(() => {
      const now = keysAt(store.work, part), shape = now.join(" ");
      if (shape !== drawn) {
        drawn = shape;
        for (const control of fields.keys()) if (items.contains(control)) fields.delete(control);
        fill(items, ...now.map(one));
        tieAll(items);
      }
      now.forEach((key, index) => besides?.(key, store.work, /** @type {HTMLElement} */ (items.children[index].querySelector(".besides"))));
    });
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
      const own = problems.filter(each => each.control === control), words = own.map(each => each.code === "missing-key" ? say("form.empty") : `${each.message} ${each.hint}`).join(" ");
      if (wrong.dataset.words !== words) {
        wrong.dataset.words = words;
        fill(wrong, ...ticked(words));
      }
      control.setAttribute("aria-invalid", String(own.some(each => each.severity === "error")));
    }
  }
  tieAll(host);
  return { list, refresh };
}
