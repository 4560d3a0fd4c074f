/* Details: the front matter as a form. Each field writes to the work as one types, and shows its own problems. */
import { button, fill, make } from "./dom.js";
import { counted } from "./desk.js";
import { front, missing, question, record, removeRecord, removeVoice, voice } from "./edits.js";
import { finder } from "./finder.js";
import { createForm } from "./form.js";
import { at, fold, onPause } from "./parts.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Json} Json
 */

/** @type {[string, string][]} */
const KINDS = [["person", "a person"], ["organisation", "an organisation"], ["document", "a document"], ["unnamed", "somebody without a name"]];
/** @type {[string, string][]} */
const RIGHTS = [["own", "my own text"], ["licensed", "under a licence"], ["public-domain", "in the public domain"], ["quotation", "retold, with short quotations"]];

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mount(host, context) {
  const { known, store } = context, { field, list, refresh } = createForm(context);
  const set = (/** @type {string[]} */ path) => (/** @type {string} */ value, /** @type {Work} */ work) => front(work, path, value || undefined);
  /** @param {string} path @param {string} label @param {Partial<import("./form.js").Asked>} [more] */
  const plain = (path, label, more = {}) => field({ path, label, set: set(path.split(".")), ...more });
  /** @param {string} part @param {string} id @param {string} key @param {string} label @param {Partial<import("./form.js").Asked>} [more] */
  const ofVoice = (part, id, key, label, more = {}) => field({ path: `${part}.${id}.${key}`, label, set: (value, work) => (part === "voices" ? voice : record)(work, id, { [key]: value })[0], ...more });
  /** @param {"missing" | "questions"} part @param {number} index @param {string} key @param {string} label @param {Partial<import("./form.js").Asked>} [more] */
  const ofList = (part, index, key, label, more = {}) => field({ path: `${part}.${index}.${key}`, label, set: (value, work) => (part === "missing" ? missing : question)(work, index, { [key]: value }), ...more });
  /** @param {string} path */
  const keys = path => (/** @type {Work} */ work) => {
    const value = at(work, path);
    return Array.isArray(value) ? value.map((_, index) => String(index)) : Object.keys(value && typeof value === "object" ? value : {});
  };
  /** A list of short texts in one field. @param {string} path @param {string} label @param {string} help @param {string[]} suggested */
  const words = (path, label, help, suggested) => field({ path, label, help, suggested,
    get: work => { const value = at(work, path); return Array.isArray(value) ? value.join(", ") : ""; },
    set: (value, work) => { const parts = value.split(",").map(each => each.trim()).filter(Boolean); return front(work, [path], parts.length ? parts : undefined); } });
  const statements = () => /** @type {[string, string][]} */ ([["", "the whole article"], ...store.work.statements.map((each, index) => [each.id, `statement ${index + 1}`])]);

  const about = [
    plain("title", "Title of the page"),
    plain("summary", "In a sentence or two, for the library", { box: true }),
    make("h4", {}, "The original"),
    make("div", { class: "fields" },
      plain("original.title", "Its headline"), plain("original.publisher", "Published by"), plain("original.author", "Written by"),
      plain("original.published", "Published on", { type: "date" }), plain("original.url", "Its address", { type: "url" }), plain("original.archived", "The address of an archived copy", { type: "url" })),
    make("h4", {}, "The right to show it"),
    make("div", { class: "fields" },
      plain("rights", "The text is", { choices: RIGHTS }), plain("licence", "Name of the licence", { help: "For example CC BY 4.0." }),
      field({ path: "invented", label: "Written for teaching: its people and events are invented", tick: true, get: work => work.front.invented === true ? "yes" : "", set: (value, work) => front(work, ["invented"], value ? true : undefined) })),
    make("h4", {}, "For whom"),
    make("div", { class: "fields" },
      plain("language", "Language", { help: "As a code: en, fr, ar." }), plain("genre", "Genre", { help: "News report, opinion, press release …", suggested: known.genres }),
      plain("level", "Ages it suits", { help: "For example 12-14.", suggested: known.levels }), words("topics", "Topics", "With commas between them.", known.topics)),
  ];

  const chosen = make("ul", { class: "chosen" }), find = make("div", {});
  const frames = () => { const value = store.work.front.frames; return Array.isArray(value) ? value.map(String) : []; };
  /** @param {string[]} next @param {string} label */
  const frame = (next, label) => { store.apply(label, front(store.work, ["frames"], next.length ? next : undefined)); drawFrames(); };
  let drawn = "";
  function drawFrames() {
    const now = frames();
    if (drawn === now.join(" ") && find.firstChild) return;
    drawn = now.join(" ");
    fill(chosen, ...now.map(id => {
      const entry = known.frames.find(each => each.id === id);
      return make("li", {}, make("p", {}, make("b", {}, entry?.name ?? id), " ", entry?.is), button("Remove", () => frame(now.filter(each => each !== id), "Remove a frame"), { class: "slight", "data-key": `frame-${id}`, "aria-label": `Remove ${entry?.name ?? id}` }));
    }));
    fill(find, finder(known.frames.filter(each => !now.includes(each.id)), "", id => frame([...frames(), id], "Add a frame"), "details-frames", "Add a frame: what does the article look at?"));
    const input = find.querySelector("input");
    if (!input) return;
    input.placeholder = "money, health, crime";
    input.dataset.at = "front.frames";
  }

  const voices = list({ part: "voices", one: "voice", ask: "Add a voice: its name", keys: keys("voices"),
    add: (name, work) => voice(work, null, { name, kind: "person" }), remove: removeVoice,
    item: id => [
      ofVoice("voices", id, "name", "Name"), ofVoice("voices", id, "role", "Who that is", { help: "For example: mayor of Harbour." }),
      ofVoice("voices", id, "kind", "It is", { choices: KINDS }),
      ofVoice("voices", id, "stake", "What is at stake for them", { choices: [["", "not decided yet"], ...known.stakes.map(each => /** @type {[string, string]} */ ([each.id, `${each.name.toLowerCase()}: ${each.is}`]))] }),
      ofVoice("voices", id, "note", "Why that stake", { box: true })],
    besides: (id, work, room) => {
      const used = work.statements.flatMap((each, index) => each.by.includes(id) ? [{ mark: each.id, number: String(index + 1) }] : []);
      const now = used.map(({ mark, number }) => `${mark} ${number}`).join();
      if (room.dataset.shown === now && room.firstChild) return;
      room.dataset.shown = now;
      fill(room, make("p", { class: "small" }, used.length ? `Says ${counted(used.length, "statement")}: ` : "Says no statement yet.",
        ...used.map(({ mark, number }) => button(number, () => context.go(mark), { class: "number", "data-key": `${id}-${mark}`, "aria-label": `Go to statement ${number}` }))));
    } });
  const records = list({ part: "records", one: "record", ask: "Add a record: its title", keys: keys("records"),
    add: (title, work) => record(work, null, { title }), remove: removeRecord,
    item: id => [ofVoice("records", id, "title", "Title"), ofVoice("records", id, "publisher", "Issued by"), ofVoice("records", id, "date", "Date", { type: "date" }),
      ofVoice("records", id, "number", "Its own number"), ofVoice("records", id, "url", "Its address", { type: "url" }), ofVoice("records", id, "says", "What it says about this", { box: true })] });
  const lacking = list({ part: "missing", one: "thing that is missing", ask: "Add a voice or a fact that a reader would need", keys: keys("missing"),
    add: (what, work) => [missing(work, null, { what }), String(keys("missing")(work).length)], remove: (work, index) => missing(work, Number(index), null),
    item: index => [ofList("missing", Number(index), "what", "What is missing"), ofList("missing", Number(index), "why", "Why a reader would need it", { box: true }), ofList("missing", Number(index), "at", "Where", { choices: statements })] });
  const questions = list({ part: "questions", one: "question", ask: "Add a question", keys: keys("questions"),
    add: (ask, work) => [question(work, null, { ask }), String(keys("questions")(work).length)], remove: (work, index) => question(work, Number(index), null),
    item: index => [ofList("questions", Number(index), "ask", "The question", { box: true }),
      ofList("questions", Number(index), "standard", "The standard it serves", { choices: [["", "none"], ...known.standards.map(each => /** @type {[string, string]} */ ([each.id, `${each.id}: ${each.says}`]))] }),
      ofList("questions", Number(index), "answer", "What a good answer has in it", { box: true })] });

  const who = [
    make("p", {}, make("b", {}, "What you write here is public. "), "At school, take a pen name for your group, such as the-late-bus: never a pupil’s full name, and no school’s address."),
    make("div", { class: "fields" }, plain("annotators.0.name", "Your name or pen name"), plain("annotators.0.date", "Finished on", { type: "date" })),
    field({ path: "status", label: "It is only a draft: check it, and do not show it on the site", tick: true, get: work => work.front.status === "draft" ? "yes" : "", set: (value, work) => front(work, ["status"], value ? "draft" : undefined) }),
  ];
  /** @type {[string, string, import("./dom.js").Child[]][]} */
  const parts = [["about", "The article", about], ["frames", "Frames", [chosen, find]], ["voices", "Voices", [voices]], ["records", "Records that you checked", [records]],
    ["missing", "What is missing", [lacking]], ["questions", "Questions for a class", [questions]], ["annotators", "Who marked it", who]];
  host.replaceChildren(make("h2", { id: "details-title" }, "Details"), make("p", {}, "What stands round the text. A title, a publisher and your pen name are enough to begin with."),
    ...parts.map(([name, heading, inside]) => {
      const part = fold(make("h3", {}, heading), make("div", { class: "part-of-details", "data-at": `front.${name}` }, ...inside));
      part.dataset.part = name;
      return part;
    }));

  function draw() {
    refresh();
    drawFrames();
    for (const part of host.querySelectorAll("details")) {
      const count = part.querySelectorAll("[aria-invalid=true]").length, summary = part.querySelector(".how-many");
      const size = ["voices", "records", "missing", "questions", "frames"].includes(part.dataset.part ?? "") ? keys(part.dataset.part ?? "")(store.work).length : 0;
      const said = [size && String(size), count && `${count} to mend`].filter(Boolean).join(", ");
      if (summary) summary.textContent = said;
      else part.querySelector("summary")?.append(make("span", { class: "how-many small" }, said));
    }
  }
  store.subscribe(onPause(80, draw));
  context.checked.subscribe(draw);
}
