/* Fields: each shows a value of the work, writes it back as it is typed, and keeps what is being typed. */
import { string } from "./desk.js";
import { make } from "./dom.js";
import { labelled, options } from "./parts.js";
import { alike } from "./values.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {{element: HTMLElement, refresh: () => void}} Part
 */

/**
 * A part of the panel that is made anew when what it shows is another.
 * @param {import("./dom.js").Given} given attributes of its element
 * @param {() => unknown[]} shows
 * @param {(host: HTMLElement) => void} build
 * @param {() => unknown} [value] which of its choices holds: to tick another, it need not be made anew
 * @returns {Part}
 */
export function part(given, shows, build, value) {
  const element = make("div", given);
  /** @type {unknown[] | null} */
  let last = null;
  return {
    element,
    refresh() {
      const now = shows();
      if (!last || !alike(last, now)) build(element);
      last = now;
      if (value) for (const each of element.getElementsByTagName("input")) each.checked = each.value === value();
    },
  };
}

/**
 * A line or a box for text.
 * @param {{id: string, label: string, help?: string, box?: boolean, max?: number, get: () => unknown, set: (value: string) => void}} given
 * @returns {Part}
 */
export function textPart({ id, label, help = "", box = false, max = 2000, get, set }) {
  const shared = { id, maxlength: max, dir: "auto", autocomplete: "off", "aria-describedby": [help && `${id}-help`, `${id}-wrong`].filter(Boolean).join(" ") };
  const field = box ? make("textarea", { ...shared, rows: 3 }) : make("input", shared);
  field.addEventListener("input", () => set(field.value));
  return {
    element: make("div", { class: "field" }, make("label", { for: id }, label), help && make("p", { class: "small", id: `${id}-help` }, help), field, wrong(id)),
    refresh() {
      const value = string(get());
      if (field.value !== value && !(document.activeElement === field && field.value.trim() === value.trim())) field.value = value;
    },
  };
}

/** The place beside a field for the problems that are about it. @param {string} id */
export const wrong = id => make("div", { class: "wrong", id: `${id}-wrong`, "data-wrong": id });

/**
 * A choice from a list.
 * @param {{id: string, label: string, choices: [string, string][], value: string, set: (value: string) => void}} given
 */
export function select({ id, label, choices, value, set }) {
  const field = make("select", { id, "data-key": id, onchange: () => set(field.value) });
  options(field, choices, value);
  return labelled(label, field);
}

/** A name, and below it what it means. @param {string} name @param {string} [means] */
export const named = (name, means) => make("span", {}, make("b", {}, name), " ", means && make("small", {}, means));

/**
 * A few choices, one of which can hold: each has a value and what is shown of it.
 * @param {{name: string, legend: string, choices: [string, ...(Node | string)[]][], set?: (value: string) => void, class?: string, keys?: {[value: string]: string}}} given
 */
export function radios({ name, legend, choices, set, class: look = "", keys = {} }) {
  return make("fieldset", { class: `choices ${look}` }, make("legend", {}, legend), ...choices.map(([each, ...shown]) => make("label", { class: "option" },
    make("input", { type: "radio", name, value: each, "data-key": `${name}-${each}`, "aria-keyshortcuts": keys[each], onchange: () => set?.(each) }), ...shown)));
}

/**
 * Boxes to tick, some of which hold: each has a value and what is shown of it.
 * @param {string} name
 * @param {[string, Node | string][]} choices
 * @param {() => string[]} now
 * @param {(next: string[]) => void} set
 */
export const ticks = (name, choices, now, set) => choices.map(([each, shown]) => make("label", { class: "tick-one" },
  make("input", { type: "checkbox", checked: now().includes(each), "data-key": `${name}-${each}`, onchange: event => {
    const others = now().filter(other => other !== each);
    set(event.target.checked ? [...others, each] : others);
  } }), shown));
