/* The problems, errors first: what is alike stands together, and each leads to the mark or the field that it is about. */
import { fill, make, plainButton } from "./dom.js";
import { bold, onPause, severities, ticked } from "./parts.js";
import { say } from "./say.js";

/** @typedef {import("./types.js").Problem} Problem */

const FEW = 4;

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountProblems(host, context) {
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
        list.append(make("li", {}, plainButton(say("problems.more", { n: alike.length - shown.length }), () => {
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
    fill(host, group(errors, say("problems.mend", { n: errors.length })), group(warnings, say("problems.think", { n: warnings.length })),
      !now.problems.length && make("p", {}, ...bold(say("problems.fine"))));
    tell();
  }

  const tell = onPause(1500, () => {
    const { errors, warnings } = severities(context.checked.value?.problems);
    const words = say(errors + warnings ? "problems.count" : "problems.none", { errors, warnings });
    if (said && words !== said) context.announce(words);
    said = words;
  });

  context.checked.subscribe(draw);
}
