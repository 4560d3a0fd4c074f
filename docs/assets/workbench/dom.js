/* A small helper to make elements. What a person typed only ever becomes text. */
import { say } from "./say.js";

/**
 * @typedef {Node | string | false | null | undefined} Child
 * @typedef {{[name: string]: unknown, [listener: `on${string}`]: (event: any) => void}} Given
 */

const PROPERTIES = ["value", "checked", "disabled", "hidden"];

/**
 * Makes an element: `on…` are listeners, `value` and `checked` properties, all others attributes; false leaves one out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Given} [given]
 * @param {...Child} inside
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (PROPERTIES.includes(name)) Object.assign(made, { [name]: value });
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...real(inside));
  return made;
}

/** What a template of the page holds, for itself. @param {string} id @returns {HTMLElement} */
export const cloned = id => /** @type {any} */ (byId(id)).content.firstElementChild.cloneNode(true);

/** @param {Child[]} inside */
const real = inside => /** @type {(Node | string)[]} */ (inside.filter(each => each));

/**
 * A button with words of its own.
 * @param {string} words
 * @param {(event: Event) => void} does
 * @param {Given} [given]
 */
export const plainButton = (words, does, given = {}) => make("button", { type: "button", onclick: does, ...given }, words);

/**
 * A button with words of ours. Their key names it, so that it keeps the focus when its part is made anew.
 * @param {import("./say.js").Key} key
 * @param {(event: Event) => void} does
 * @param {Given} [given]
 */
export const button = (key, does, given) => plainButton(say(key), does, { "data-key": key, ...given });

/**
 * Gives an element new children. What had the focus has it again, if there is something of the same `data-key`.
 * @param {Element} host
 * @param {...Child} inside
 */
export function fill(host, ...inside) {
  const focused = host.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const key = focused?.dataset.key;
  host.replaceChildren(...real(inside));
  if (focused && !focused.isConnected) {
    const again = key && host.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const to = /** @type {HTMLElement | null} */ (again || host.closest("[tabindex]"));
    to?.focus({ preventScroll: true });
  }
}

/** The sign of a basis or of framing: a line, dots, a wave, a wash. @param {string} kind */
export const sign = kind => cloned(`sign-${kind}`);

/**
 * @param {string} tag
 * @param {{[name: string]: string | number}} given
 * @returns {SVGElement}
 */
export function drawn(tag, given) {
  const made = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, String(value));
  return made;
}

/** What the page has for sure. @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Whether keys that are typed there are meant as text.
 * @param {EventTarget | null} target
 */
export const isField = target => target instanceof HTMLElement
  && target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=button])");
