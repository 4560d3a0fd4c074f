/* Details: the front matter as a form. Each field writes to the work as one types, and shows its own problems. */
import { button, fill, make } from "./dom.js";
import { counted } from "./desk.js";
import { front, missing, question, record, removeRecord, removeVoice, voice } from "./edits.js";
import { finder } from "./finder.js";
import { createForm, keys } from "./form.js";
import { choicesOf, fold, onPause, VOICES } from "./parts.js";

/** @type {[string, string][]} */
const RIGHTS = [["own", "my own text"], ["licensed", "under a licence"], ["public-domain", "in the public domain"], ["quotation", "retold, with short quotations"]];

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mount(host, context) {
  const { known, store } = context, { field, list, refresh } = createForm(context);
  const row = (/** @type {Node[]} */ ...inside) => make("div", { class: "fields" }, ...inside);
  /** @param {{id: string}[]} entries @param {string} none @param {(entry: any) => string} words @returns {[string, string][]} */
  const choices = (entries, none, words) => choicesOf(entries.map(entry => ({ id: entry.id, name: words(entry) })), none);

  const about = [
    field("title", "Title of the page"), field("summary", "In a sentence or two, for the library", { box: true }),
    make("h4", {}, "The original"),
    row(field("original.title", "Its headline"), field("original.publisher", "Published by"), field("original.author", "Written by"),
      field("original.published", "Published on", { type: "date" }), field("original.url", "Its address", { type: "url" }), field("original.archived", "The address of an archived copy", { type: "url" })),
    make("h4", {}, "The right to show it"),
    row(field("rights", "The text is", { choices: RIGHTS }), field("licence", "Name of the licence", { help: "For example CC BY 4.0." }),
      field("invented", "Written for teaching: its people and events are invented", { tick: true })),
    make("h4", {}, "For whom"),
    row(field("language", "Language", { help: "As a code: en, fr, ar." }), field("genre", "Genre", { help: "News report, opinion, press release …", suggested: known.genres }),
      field("level", "Ages it suits", { help: "For example 12-14.", suggested: known.levels }), field("topics", "Topics", { help: "With commas between them.", suggested: known.topics, many: true })),
  ];

  const chosen = make("ul", { class: "chosen" }), find = make("div", {});
  const frames = () => [store.work.front.frames ?? []].flat().map(String);
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

  const voices = list({ part: "voices", one: "voice", ask: "Add a voice: its name", remove: removeVoice,
    add: (name, work) => voice(work, null, { name, kind: "person" }),
    fields: [["name", "Name"], ["role", "Who that is", { help: "For example: mayor of Harbour." }], ["kind", "It is", { choices: VOICES }],
      ["stake", "What is at stake for them", { choices: choices(known.stakes, "not decided yet", each => `${each.name.toLowerCase()}: ${each.is}`) }],
      ["note", "Why that stake", { box: true }]],
    besides: (id, work, room) => {
      const used = work.statements.flatMap((each, index) => each.by.includes(id) ? [{ mark: each.id, number: String(index + 1) }] : []);
      const now = used.map(({ mark, number }) => `${mark} ${number}`).join();
      if (room.dataset.shown === now && room.firstChild) return;
      room.dataset.shown = now;
      fill(room, make("p", { class: "small" }, used.length ? `Says ${counted(used.length, "statement")}: ` : "Says no statement yet.",
        ...used.map(({ mark, number }) => button(number, () => context.go(mark), { class: "number", "data-key": `${id}-${mark}`, "aria-label": `Go to statement ${number}` }))));
    } });
  const records = list({ part: "records", one: "record", ask: "Add a record: its title", add: (title, work) => record(work, null, { title }), remove: removeRecord,
    fields: [["title", "Title"], ["publisher", "Issued by"], ["date", "Date", { type: "date" }], ["number", "Its own number"], ["url", "Its address", { type: "url" }], ["says", "What it says about this", { box: true }]] });
  const lacking = list({ part: "missing", one: "thing that is missing", ask: "Add a voice or a fact that a reader would need",
    add: (what, work) => [missing(work, null, { what }), String(keys(work, "missing").length)], remove: (work, index) => missing(work, Number(index), null),
    fields: [["what", "What is missing"], ["why", "Why a reader would need it", { box: true }],
      ["at", "Where", { choices: () => choicesOf(store.work.statements.map(({ id }, index) => ({ id, name: `statement ${index + 1}` })), "the whole article") }]] });
  const questions = list({ part: "questions", one: "question", ask: "Add a question",
    add: (ask, work) => [question(work, null, { ask }), String(keys(work, "questions").length)], remove: (work, index) => question(work, Number(index), null),
    fields: [["ask", "The question", { box: true }], ["standard", "The standard it serves", { choices: choices(known.standards, "none", each => `${each.id}: ${each.says}`) }],
      ["answer", "What a good answer has in it", { box: true }]] });

  const who = [
    make("p", {}, make("b", {}, "What you write here is public. "), "At school, take a pen name for your group, such as the-late-bus: never a pupil’s full name, and no school’s address."),
    row(field("annotators.0.name", "Your name or pen name"), field("annotators.0.date", "Finished on", { type: "date" })),
    field("status", "It is only a draft: check it, and do not show it on the site", { tick: "draft" }),
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
      const { part: name = "" } = part.dataset, size = name !== "about" && name !== "annotators" && keys(store.work, name).length;
      const said = [size && String(size), count && `${count} to mend`].filter(Boolean).join(", ");
      if (summary) summary.textContent = said;
      else part.querySelector("summary")?.append(make("span", { class: "how-many small" }, said));
    }
  }
  store.subscribe(onPause(80, draw));
  context.checked.subscribe(draw);
}
