/* Who says it: the voices of a statement, chosen from those there are, or made on the way. */
import * as edits from "./edits.js";
import { statementOf, voicesOf } from "./desk.js";
import { button, fill, make } from "./dom.js";
import { named, radios, ticks } from "./fields.js";
import { labelled, options, VOICES } from "./parts.js";

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
  fill(host, make("fieldset", { class: "voices-of" }, make("legend", {}, "Who says it?"),
    ...ticks("by", voices.map(({ id, name, role, stake }) => [id, named(name, [role, stakes.get(stake) ?? "stake not said"].filter(Boolean).join(" · "))]),
      () => statementOf(store.work, id)?.by ?? [], by => desk.edit("Who says it", edits.statement(store.work, id, { by })))),
  typing ?? button(voices.length ? "Somebody else" : "Add the voice", () => {
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
  const { known, store } = desk;
  const told = make("p", { class: "small", role: "status" });
  const name = make("input", { id: "voice-name", maxlength: 200, dir: "auto", autocomplete: "off", required: true });
  const role = make("input", { id: "voice-role", maxlength: 300, dir: "auto", autocomplete: "off", placeholder: "mayor of Harbour" });
  const kind = make("select", { id: "voice-kind" });
  options(kind, VOICES, "person");
  const stakes = radios({ name: "voice-stake", legend: "What is at stake for them?", class: "stakes", choices: known.stakes.map(entry => [entry.id, named(entry.name, entry.test || entry.is)]) });
  const note = make("input", { id: "voice-note", maxlength: 500, dir: "auto", autocomplete: "off" });
  return make("form", { class: "maker", autocomplete: "off", "aria-label": "A new voice", onsubmit: event => {
    event.preventDefault();
    const stake = /** @type {HTMLInputElement | null} */ (stakes.querySelector(":checked"))?.value;
    if (!name.value.trim() || !stake) {
      told.textContent = name.value.trim() ? "Say what is at stake for them: unknown is an answer too." : "Give the name, or what the text calls them.";
      return (name.value.trim() ? stakes.querySelector("input") : name)?.focus();
    }
    const [made, voice] = edits.voice(store.work, null, { name: name.value.trim(), role: role.value.trim(), kind: kind.value, stake, note: note.value.trim() });
    const by = statementOf(made, id)?.by ?? [];
    if (!desk.edit("A voice", edits.statement(made, id, { by: [...by, voice] }))) return;
    desk.announce(`${name.value.trim()} says it.`);
    done(voice);
  }, onkeydown: event => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    done("");
  } },
  labelled("Name", name), labelled("Who is that?", role), labelled("It is", kind), stakes, labelled("Why that stake?", note), told,
  make("div", { class: "row" }, make("button", { type: "submit", class: "go" }, "Add"), button("Leave", () => done(""), { class: "slight" })));
}
