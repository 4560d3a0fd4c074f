/* The problems, errors first: what is alike stands together, and each leads to the mark or the field that it is about. */
import { button, fill, make } from "./dom.js";
import { counted } from "./desk.js";
import { onPause, severities, ticked } from "./parts.js";

/** @typedef {import("./types.js").Problem} Problem */

const FEW = 4;

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mount(host, context) {
  let said = "";
  /** @type {Set<string>} */
  const unfolded = new Set();

  /** @param {Problem} problem */
  const item = ({ at, message, hint }) => make("li", {},
    at ? make("button", { type: "button", class: "to", onclick: () => context.go(at), "data-key": at + message }, ...ticked(message)) : make("p", {}, ...ticked(message)),
    hint && make("p", { class: "small" }, ...ticked(hint)));

  /** @param {Problem[]} all @param {string} heading */
  function group(all, heading) {
    if (!all.length) return null;
    /** @type {Map<string, Problem[]>} */
    const codes = new Map();
    for (const each of all) codes.set(each.code, [...codes.get(each.code) ?? [], each]);
    const list = make("ul", {});
    for (const [code, alike] of codes) {
      const shown = alike.length <= FEW + 1 || unfolded.has(code) ? alike : alike.slice(0, FEW);
      list.append(...shown.map(item));
      if (shown.length < alike.length) {
        list.append(make("li", {}, button(`${alike.length - shown.length} more like this`, () => {
          unfolded.add(code);
          draw();
          /** @type {HTMLElement | null} */ (host.querySelector(`[data-key="${CSS.escape((alike[FEW]?.at ?? "") + (alike[FEW]?.message ?? ""))}"]`))?.focus();
        }, { "data-key": `more-${code}` })));
      }
    }
    return make("section", {}, make("h2", {}, heading), list);
  }

  function draw() {
    const now = context.checked.value;
    if (!now) { host.replaceChildren(); return; }
    const errors = now.problems.filter(each => each.severity === "error"), warnings = now.problems.filter(each => each.severity === "warning");
    fill(host, group(errors, `${counted(errors.length, "error")} to mend`), group(warnings, `${counted(warnings.length, "warning")} to think about`),
      !now.problems.length && make("p", {}, make("b", {}, "No problems."), " The check will take it."));
    tell();
  }

  const tell = onPause(1500, () => {
    const { errors, warnings } = severities(context.checked.value?.problems);
    const words = errors + warnings ? `${counted(errors, "error")}, ${counted(warnings, "warning")}.` : "No problems.";
    if (said && words !== said) context.announce(words);
    said = words;
  });

  context.checked.subscribe(draw);
}
