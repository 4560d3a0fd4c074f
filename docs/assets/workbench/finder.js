/* Finds a technique by what one sees: say("find.example"). A combobox with a list, as ARIA describes it. */
import { fill, make, plainButton } from "./dom.js";
import { say } from "./say.js";

/**
 * @typedef {import("./types.js").Named} Named
 */

const WEIGHTS = /** @type {const} */ ([["name", 8], ["seen", 6], ["is", 2], ["test", 1], ["example", 1]]);

/** The words of a text, without the little ones and without common endings. @param {string} text */
function stems(text) {
  const little = say("find.little").split(" ");
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(each => !little.includes(each)).map(each => each.replace(/(?:ing|ed|es|s|y|e)$/, ""));
}

/**
 * The entries that fit what somebody types, the best first; all of them where nothing is typed.
 * @param {Named[]} entries
 * @param {string} typed
 */
function ranked(entries, typed) {
  const wanted = stems(typed), whole = typed.trim().toLowerCase();
  if (!wanted.length) return whole ? entries.filter(each => each.name.toLowerCase().includes(whole)) : entries;
  const scored = entries.map(each => {
    let score = each.seen.some(phrase => phrase.toLowerCase().includes(whole)) ? 12 : 0;
    for (const [field, weight] of WEIGHTS) {
      const found = stems([each[field]].flat().join(" "));
      for (const stem of wanted) {
        if (found.includes(stem)) score += weight;
        else if (stem.length > 2 && found.some(other => other.startsWith(stem))) score += weight / 2;
      }
    }
    return { each, score };
  });
  return scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score).map(({ each }) => each);
}

/**
 * @param {Named[]} entries
 * @param {string} chosen the id of the entry that is chosen, or empty
 * @param {(id: string) => void} choose
 * @param {string} id of the field
 * @param {string} label
 */
export function finder(entries, chosen, choose, id, label) {
  const name = entries.find(each => each.id === chosen)?.name ?? "";
  /** @type {Named[]} */
  let shown = [];
  let at = -1;
  const list = make("ul", { role: "listbox", id: `${id}-list`, "aria-label": label, hidden: true, onpointerdown: event => event.preventDefault() });
  const field = make("input", {
    id, role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "data-key": id,
    value: name, placeholder: say("find.example"), oninput: () => open(field.value), onfocus: () => field.select(), onclick: () => { if (list.hidden) open(""); }, onblur: close, onkeydown: keys,
  });
  const count = make("p", { class: "vh", role: "status" });

  /** @param {string} typed */
  function open(typed) {
    shown = ranked(entries, typed);
    at = typed && shown.length ? 0 : -1;
    fill(list, ...shown.map((each, index) => make("li", {
      role: "option", id: `${id}-${index}`, "aria-selected": String(index === at), onclick: () => take(each),
    }, make("b", {}, each.name), make("small", {}, each.is))));
    if (!shown.length) fill(list, make("li", { class: "none" }, say("find.nothing")));
    count.textContent = say(shown.length ? "find.fit" : "find.none", { n: shown.length });
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    point();
  }
  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    field.value = name;
  }
  /** @param {Named} each */
  function take(each) {
    close();
    choose(each.id);
  }
  function point() {
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = list.children[at];
    if (at < 0 || !option) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  /** @param {KeyboardEvent} event */
  function keys(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps) {
      event.preventDefault();
      if (list.hidden) open("");
      at = (at + steps + shown.length) % (shown.length || 1);
      point();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && shown[at]) take(shown[at]);
      else if (list.hidden) open("");
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  }
  return make("div", { class: "finder" }, make("label", { for: id }, label), field, list, count);
}

/**
 * What the codebook says of an entry: its test question, and how it differs from its look-alikes.
 * @param {Named} entry
 * @param {Named[]} entries
 * @param {(id: string) => void} choose
 */
export function told(entry, entries, choose) {
  const alike = entry.alike.filter(other => entries.some(each => each.id === other.id));
  return make("div", { class: "told-of" },
    make("p", {}, make("b", {}, say("find.ask")), entry.test),
    alike.length > 0 && make("details", {}, make("summary", {}, say("find.alike")), make("ul", {}, ...alike.map(other => make("li", {},
      plainButton(`${entries.find(each => each.id === other.id)?.name}`, () => choose(other.id), { class: "slight" }), make("span", { class: "small" }, ` ${other.tell}`))))),
    entry.href && make("p", { class: "small" }, make("a", { href: entry.href, target: "_blank", rel: "noopener" }, say("find.about", { name: entry.name }), make("span", { class: "vh" }, say("find.tab")))));
}
