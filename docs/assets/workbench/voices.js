/* Who says it: the voices of a statement, chosen from those there are, or made on the way. */
import { statement, voice } from "./edits.js";
import { statementOf, voicesOf } from "./desk.js";
import { button, cloned, fill, make } from "./dom.js";
import { named, ticks } from "./fields.js";
import { say } from "./say.js";

/** @typedef {import("./desk.js").Desk} Desk */

/**
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {string} id the statement
 */
export function voicesPart(host, desk, id) {
  const { store, known } = desk;
  if (!statementOf(store.work, id)) return;
  const voices = voicesOf(store.work);
  const typing = host.querySelector("form"); // half made: it stays
  const stakes = new Map(known.stakes.map(entry => [entry.id, entry.name.toLowerCase()]));
  fill(host, make("fieldset", { class: "voices-of" }, make("legend", {}, say("voice.who")),
    ...ticks("by", voices.map(({ id, name, role, stake }) => [id, named(name, [role, stakes.get(stake) ?? say("voice.unsaid")].filter(Boolean).join(" · "))]),
      () => statementOf(store.work, id)?.by ?? [], by => desk.edit(say("voice.label"), statement(store.work, id, { by })))),
  typing ?? button(voices.length ? "voice.other" : "voice.add", () => {
    const form = maker(desk, id, made => {
      form.remove();
      voicesPart(host, desk, id);
      /** @type {HTMLElement | null} */ (host.querySelector(made ? `[data-key="by-${made}"]` : "[data-key=add-voice]"))?.focus();
    });
    host.lastElementChild?.replaceWith(form);
    form.querySelector("input")?.focus();
  }, { class: "add", "data-key": "add-voice" }));
}

/**
 * The form in which a voice is made.
 * @param {Desk} desk
 * @param {string} id
 * @param {(made: string) => void} done
 */
function maker(desk, id, done) {
  const { store } = desk, form = /** @type {HTMLFormElement} */ (cloned("voice-maker"));
  form.onsubmit = event => {
    event.preventDefault();
    const given = /** @type {{[field: string]: string}} */ (Object.fromEntries([...new FormData(form)].map(([field, value]) => [field, String(value).trim()]))), { name, stake } = given;
    if (!name || !stake) {
      /** @type {HTMLElement} */ (form.querySelector("[role=status]")).textContent = say(name ? "voice.no-stake" : "voice.no-name");
      return /** @type {HTMLElement | null} */ (form.querySelector(name ? "[name=stake]" : "[name=name]"))?.focus();
    }
    const [made, its] = voice(store.work, null, given);
    const by = statementOf(made, id)?.by ?? [];
    if (!desk.edit(say("voice.label-made"), statement(made, id, { by: [...by, its] }))) return;
    desk.announce(say("voice.says", { name }));
    done(its);
  };
  form.onkeydown = event => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    done("");
  };
  /** @type {HTMLButtonElement} */ (form.querySelector("[type=button]")).onclick = () => done("");
  return form;
}
