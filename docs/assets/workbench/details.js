/* Details: the front matter as a form, which is in the page. Each field writes to the work as one types, and shows its
   own problems. */
import { button, fill, make, plainButton } from "./dom.js";
import { front, missing, question, record, removeRecord, removeVoice, voice } from "./edits.js";
import { finder } from "./finder.js";
import { createForm, keysAt } from "./form.js";
import { onPause } from "./parts.js";
import { say } from "./say.js";

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountDetails(host, context) {
  const { known, store } = context;
  const { list, refresh } = createForm(host, context, () => store.work.statements.map(({ id }, index) => [id, say("details.statement", { number: index + 1 })]));

  const chosen = /** @type {HTMLElement} */ (host.querySelector(".chosen")), find = /** @type {HTMLElement} */ (host.querySelector(".find-frame"));
  const frames = () => [store.work.front.frames ?? []].flat().map(String);
  /** @param {string[]} next @param {string} label */
  const frame = (next, label) => { store.apply(label, front(store.work, ["frames"], next.length ? next : undefined)); drawFrames(); };
  /** @type {string | null} */
  let drawn = null;
  function drawFrames() {
    const now = frames();
    if (drawn === now.join(" ")) return;
    drawn = now.join(" ");
    fill(chosen, ...now.map(id => {
      const entry = known.frames.find(each => each.id === id), name = entry?.name ?? id;
      return make("li", {}, make("p", {}, make("b", {}, name), " ", entry?.is), button("remove", () => frame(now.filter(each => each !== id), say("frame.remove")), { class: "slight", "data-key": `frame-${id}`, "aria-label": say("remove-one", { name }) }));
    }));
    fill(find, finder(known.frames.filter(each => !now.includes(each.id)), "", id => frame([...frames(), id], say("frame.add")), "details-frames", say("frame.ask")));
    const input = find.querySelector("input");
    if (!input) return;
    input.placeholder = say("frame.example");
    input.dataset.at = "front.frames";
  }

  list("voices", { add: (name, work) => voice(work, null, { name, kind: "person" }), remove: removeVoice,
    besides: (id, work, room) => {
      const used = work.statements.flatMap((each, index) => each.by.includes(id) ? [{ mark: each.id, number: index + 1 }] : []);
      const now = used.map(({ mark, number }) => `${mark} ${number}`).join();
      if (room.dataset.shown === now) return;
      room.dataset.shown = now;
      fill(room, make("p", { class: "small" }, say(used.length ? "details.says" : "details.silent", { n: used.length }),
        ...used.map(({ mark, number }) => plainButton(String(number), () => context.go(mark), { class: "number", "data-key": `${id}-${mark}`, "aria-label": say("details.go", { number }) }))));
    } });
  list("records", { add: (title, work) => record(work, null, { title }), remove: removeRecord });
  list("missing", { add: (what, work) => [missing(work, null, { what }), String(keysAt(work, "missing").length)], remove: (work, index) => missing(work, Number(index), null) });
  list("questions", { add: (ask, work) => [question(work, null, { ask }), String(keysAt(work, "questions").length)], remove: (work, index) => question(work, Number(index), null) });

  function draw() {
    refresh();
    drawFrames();
    for (const part of host.querySelectorAll("details")) {
      const n = part.querySelectorAll("[aria-invalid=true]").length, { part: name = "" } = part.dataset;
      const size = name !== "about" && name !== "annotators" && keysAt(store.work, name).length;
      const said = [size && String(size), n && say("details.mend", { n })].filter(Boolean).join(", ");
      /** @type {HTMLElement} */ (part.querySelector(".how-many")).textContent = said;
    }
  }
  store.subscribe(onPause(80, draw));
  context.checked.subscribe(draw);
}
