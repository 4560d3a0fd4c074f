/* A small helper to make elements. What a person typed only ever becomes text. */

/**
 * @typedef {Node | string | false | null | undefined} Child
 * @typedef {{[name: string]: unknown, [listener: `on${string}`]: (event: any) => void}} Given
 */

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
    else if (name === "value" || name === "checked" || name === "disabled" || name === "hidden") Object.assign(made, { [name]: value });
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...real(inside));
  return made;
}

/** @param {Child[]} inside */
const real = inside => /** @type {(Node | string)[]} */ (inside.filter(each => each));

/**
 * A button of the page; `key` names it, so that it keeps the focus when its part is made anew.
 * @param {string} words
 * @param {(event: Event) => void} does
 * @param {Given} [given]
 */
export const button = (words, does, given = {}) => make("button", { type: "button", onclick: does, ...given }, words);

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

/**
 * The sign of a basis or of framing: a line, dots, a wave, a wash.
 * @param {string} kind
 */
export function sign(kind) {
  const svg = drawn("svg", { class: `sign ${kind}`, width: 24, height: 10, viewBox: "0 0 24 10", "aria-hidden": "true" });
  if (kind === "framing") svg.append(drawn("rect", { x: 1, y: 1, width: 22, height: 8 }), drawn("path", { d: "M1 6V1h5M23 6V1h-5" }));
  else if (kind === "inferred") svg.append(drawn("path", { d: "M1 5q2.75-5 5.5 0t5.5 0t5.5 0t5.5 0" }));
  else svg.append(drawn("path", kind === "unsourced" ? { d: "M2 5h22", "stroke-dasharray": "0.1 6" } : { d: "M1 5h22" }));
  return svg;
}

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

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * Whether keys that are typed there are meant as text.
 * @param {EventTarget | null} target
 */
export const isField = target => target instanceof HTMLElement
  && target.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])");
