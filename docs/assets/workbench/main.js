/* The workbench: wires the store, the parts of the page and the generator in its worker. Marking needs no generator;
   problems, figures and the file's text come from it, once it is there. */
import { mountBar } from "./bar.js";
import { mountBegin } from "./begin.js";
import { signal } from "./context.js";
import { around, createDesk, framingOf, statementOf } from "./desk.js";
import { mountDetails } from "./details.js";
import { byId, make } from "./dom.js";
import { mountKeys } from "./keys.js";
import { mountText } from "./marking.js";
import { mountPanel } from "./panel.js";
import { mountPreview } from "./preview.js";
import { connect } from "./runtime.js";
import { openSaving } from "./saving.js";
import { learn, say } from "./say.js";
import { mountSee } from "./see.js";
import { mountSend } from "./send.js";
import { createStore } from "./store.js";
import { mountSuggestions } from "./suggestions.js";
import { mountTools } from "./words.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Checked} Checked
 * @typedef {import("./context.js").Base} Base
 * @typedef {import("./context.js").Engine} Engine
 */

const PAUSE = 120;
const HERE = "whosays-workbench-open"; // which work this tab has on the desk

const STILL = /** @type {Engine} */ ({ state: "off", done: 0, total: 0, what: "" });

const engine = signal(STILL);
const kept = signal("");
let heard = 0;
/** Says it in the live region; the same words twice are said twice. @param {string} text */
function announce(text) {
  byId("announce").textContent = "";
  clearTimeout(heard);
  heard = setTimeout(() => { byId("announce").textContent = text; }, 30);
}

/** @type {ReturnType<typeof connect> | null} */
let runtime = null;
function generator() {
  runtime ??= connect({
    onProgress: far => engine.set({ state: "coming", ...far }),
    onReady: () => engine.set({ ...STILL, state: "ready" }),
    onFault: (what, lasting) => engine.set({ ...STILL, state: lasting ? "failed" : "coming", what }),
  });
  return runtime;
}

/** @type {AbortController | null} */
let cleared = null;

/** @param {Base} base @param {Work} work @param {string} [key] @param {import("./store.js").Steps} [steps] */
function putOnDesk(base, work, key, steps) {
  cleared?.abort();
  const until = cleared = new AbortController();
  const store = createStore(work, steps);
  const checked = signal(/** @type {Checked | null} */ (null));
  const desk = createDesk({ ...base, store, checked, settled, go, begin: back, problems: () => parts.problems() }, take);

  byId("begin").hidden = true;
  byId("desk").hidden = false;
  document.documentElement.classList.add("at-desk");
  const text = mountText(byId("text"), desk, until.signal);
  mountTools(byId("text"), desk);
  const slip = mountPanel(byId("panel"), desk);
  const parts = mountBar(byId("bar"), desk, { next: slip.next, undo, redo, help: () => help(), kept, back });
  for (const [id, mount] of /** @type {const} */ ([["suggestions", mountSuggestions], ["see", mountSee], ["details", mountDetails], ["preview", mountPreview], ["send", mountSend]])) {
    try {
      mount(byId(id), desk);
    } catch (fault) {
      reportError(fault); // one part's fault takes no other with it
    }
  }
  const { help } = mountKeys(/** @type {HTMLDialogElement} */ (byId("help")), desk, { marking: text, panel: slip, problems: parts.problems, send: parts.send, undo, redo }, until.signal);

  const followed = base.saving.follow(store, key);
  try {
    sessionStorage.setItem(HERE, followed);
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  } catch { /* then the work is found in Begin's list */ }

  let waiting = 0, of = /** @type {Work | null} */ (null);
  /** Gives whether there is an engine to ask again. */
  async function check() {
    const { work } = store;
    try {
      const answer = await base.ask("check", { work, today: base.today });
      if (!answer || until.signal.aborted) return !until.signal.aborted;
      of = work;
      checked.set(answer);
      return true;
    } catch { return false; /* the engine's own signal says why */ }
  }
  async function settled() {
    clearTimeout(waiting);
    while (of !== store.work && await check());
  }
  store.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  });
  void check();
  announce(say("desk.open", { n: store.work.statements.length }));
  const first = store.work.statements[0];
  if (first) text.show(first.id, true);
  if (first && matchMedia("(min-width: 761px)").matches) desk.hand.set(first.id); // on a phone the panel would cover the text
  scrollTo({ top: 0, behavior: "instant" });

  /** @param {string} id @param {string} [where] */
  function take(id, where = "") {
    desk.hand.set(id);
    const inside = framingOf(store.work, id) && around(store.work, /** @type {import("./types.js").Framing} */ (framingOf(store.work, id)));
    if (where === "panel") slip.focus();
    text.show(inside ? inside.id : id, where === "text");
  }
  /** @param {string} at */
  function go(at) {
    if (statementOf(store.work, at) || framingOf(store.work, at)) return take(at, "panel");
    for (let path = at; path; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
      const safe = CSS.escape(path), host = byId("details");
      const field = /** @type {HTMLElement | null} */ (host.querySelector(`[data-at="${safe}"]`) ?? host.querySelector(`[data-at^="${safe}."]`));
      if (!field) continue;
      for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
      field.scrollIntoView({ block: "center" });
      return field.focus({ preventScroll: true });
    }
    byId("details").scrollIntoView();
  }
  function undo() {
    announce(store.canUndo ? say("undone", { label: store.undo() }) : say("desk.no-undo"));
  }
  function redo() {
    announce(store.canRedo ? say("redone", { label: store.redo() }) : say("desk.no-redo"));
  }
  /** Begin once more: the page starts over, so that nothing of this work stays. */
  async function back() {
    await base.saving.flush();
    sessionStorage.removeItem(HERE);
    location.reload();
  }
}

async function start() {
  const [known, words] = await Promise.all(["codebook.json", new URL("words.json", import.meta.url)].map(async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }));
  learn(words);
  const saving = await openSaving({
    onKept: () => kept.set(say("desk.kept")),
    onTrouble: why => { kept.set(why); announce(why); },
    onElsewhere: why => { kept.set(why); announce(why); },
  });
  /** @type {Base} */
  const base = {
    known, engine, saving, announce,
    ask: (op, given) => generator().ask(op, given),
    today: new Date().toLocaleDateString("sv"), // as 2026-11-23
    open: (work, key, steps) => putOnDesk(base, work, key, steps),
  };
  const key = location.hash.startsWith("#improve=") ? null : sessionStorage.getItem(HERE);
  const found = key ? await saving.open(key).catch(() => null) : null;
  if (key && found) return putOnDesk(base, found.work, key, found);
  mountBegin(byId("begin"), base);
}

start().catch(fault => {
  const begin = byId("begin");
  begin.hidden = false;
  begin.replaceChildren(/** @type {HTMLTemplateElement} */ (byId("no-start")).content, make("p", { class: "small" }, String(fault)));
});
