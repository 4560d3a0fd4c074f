/* Everything is kept in this browser as it is made: in a database, and its last state in the small storage until the
   database has it. An edit of another tab is taken over as a step, so that an undo brings back what it replaced. */
import { say } from "./say.js";
import { isWork } from "./shape.js";
import { answer, database, finished, small } from "./storage.js";
import { isObject } from "./values.js";

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").Step} Step
 * @typedef {import("./store.js").Steps} Steps
 * @typedef {{key: string, title: string, slug: string, changed: number}} Kept a work that is kept; `changed` as in Date.now()
 * @typedef {{v: 1, key: string, changed: number, tab: string, work: Work}} Entry
 *
 * @typedef {object} Tell what the page wants to hear; all may be left out
 * @property {() => void} [onKept] all is kept now
 * @property {(text: string) => void} [onTrouble] something cannot be kept, or could not be read: to be shown
 * @property {(text: string) => void} [onElsewhere] an edit of another tab was taken over
 *
 * @typedef {Awaited<ReturnType<typeof openSaving>>} Saving
 */

const NAME = "whosays-workbench", SOON = 250, QUIET = 2000, STEPS = 200;

/** @param {unknown} value @returns {value is Entry} */
const isEntry = value => isObject(value) && value.v === 1 && Number.isFinite(value.changed) && isWork(value.work);

/** The steps with another text of the opened file: it is kept once, and not with each of them. @param {Step[]} list @param {string} base */
const based = (list, base) => list.map(({ work, label }) => ({ work: { ...work, base }, label }));

/** @param {unknown} list @param {string} base @returns {Step[]} the steps; none where one of them is damaged */
const sound = (list, base) => Array.isArray(list) && list.every(step => isWork(step?.work) && typeof step.label === "string") ? based(list, base) : [];

/** @param {Tell} [tell] */
export async function openSaving(tell = {}) {
  const base = await database(NAME), storage = small(NAME), tab = String(Math.random()).slice(2);
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
  let current = /** @type {{key: string, store: Store, stop: () => void} | null} */ (null);
  let seen = 0, dirty = false, behind = false, arriving = false, told = "";
  let soon = 0, quiet = 0;
  let writing = Promise.resolve();

  /** @param {string} text */
  const trouble = text => { if (text !== told) tell.onTrouble?.(told = text); };
  /** @param {string} key */
  const slot = key => `${NAME}:${key}`;
  /** @param {"works" | "steps"} name @param {string} key */
  const stored = (name, key) => base && answer(base.transaction(name).objectStore(name).get(key)).catch(() => null);

  /** @param {string} key @returns {unknown} */
  function inSlot(key) {
    try {
      return JSON.parse(storage?.getItem(slot(key)) ?? "null");
    } catch {
      return {};
    }
  }

  /** The last state of a work, wherever it is; null, with a word about it, where it cannot be trusted. @param {string} key @returns {Promise<Entry | null>} */
  async function read(key) {
    const found = [await stored("works", key), inSlot(key)].filter(each => each ?? false);
    const good = found.filter(isEntry).sort((one, other) => other.changed - one.changed);
    if (good.length || !found.length) return good[0] ?? null;
    const newer = found.some(each => Number(each.v) > 1);
    tell.onTrouble?.(say(newer ? "saving.newer" : "saving.damaged"));
    if (!newer) await erase(key).catch(() => { /* then it is found damaged again */ });
    return null;
  }

  /** @param {string} key */
  async function erase(key) {
    storage?.removeItem(slot(key));
    if (!base) return;
    const transaction = base.transaction(["works", "steps"], "readwrite");
    for (const name of ["works", "steps"]) transaction.objectStore(name).delete(key);
    await finished(transaction);
  }

  /** Write the work; and its steps too, which takes longer, when nobody types or the page goes. */
  function save(all = true) {
    clearTimeout(soon);
    soon = 0;
    if (all) clearTimeout(quiet);
    if (!current || !(dirty || (all && behind))) return;
    const edited = dirty;
    if (edited) seen = Math.max(Date.now(), seen + 1);
    const { key, store: { work, steps } } = current, made = /** @type {Entry} */ ({ v: 1, key, changed: seen, tab, work });
    if (edited) channel?.postMessage(made);
    dirty = false;
    behind = !all;
    let put = false;
    try {
      storage?.setItem(slot(key), JSON.stringify(made));
      put = storage !== null;
    } catch {
      storage?.removeItem(slot(key)); // an older state must not pass for the last one
    }
    writing = (async () => {
      try {
        if (!base) throw new Error();
        const transaction = base.transaction(["works", "steps"], "readwrite", { durability: "relaxed" });
        if (edited) transaction.objectStore("works").put(made);
        if (all) transaction.objectStore("steps").put({ key, past: based(steps.past.slice(-STEPS), ""), future: based(steps.future.slice(-STEPS), "") });
        transaction.commit(); // a page that goes has no time to be asked whether there is more
        await finished(transaction);
        told = "";
        if (seen === made.changed) storage?.removeItem(slot(key));
      } catch {
        if (!put) return trouble(say(storage ? "saving.full" : "saving.nothing"));
      }
      if (!dirty) tell.onKept?.();
    })();
  }

  /** What another tab has made of the work. @param {unknown} entry */
  function arrive(entry) {
    if (!current || !isEntry(entry) || entry.key !== current.key || entry.tab === tab || entry.changed <= seen) return;
    seen = entry.changed;
    arriving = true;
    current.store.apply(say("saving.elsewhere"), entry.work, "elsewhere");
    arriving = dirty = false;
    tell.onElsewhere?.(`${say("saving.elsewhere")}.`);
  }
  /** What another tab has kept while this one slept. */
  async function catchUp() {
    if (current) arrive(await read(current.key));
  }
  if (channel) channel.onmessage = ({ data }) => {
    if (!current || data?.cleared !== current.key) return arrive(data);
    dirty = behind = false;
    trouble(say("saving.cleared"));
  };

  function changed() {
    if (arriving) return; // the tab that it comes from keeps it
    dirty = true;
    soon ||= window.setTimeout(save, SOON, false);
    clearTimeout(quiet);
    quiet = window.setTimeout(save, QUIET);
  }

  addEventListener("pagehide", () => save());
  document.addEventListener("visibilitychange", () => document.hidden ? save() : void catchUp());
  addEventListener("pageshow", event => { if (event.persisted) void catchUp(); });
  if (!base && !storage) trouble(say("saving.nothing"));

  return {
    /** Where work is kept: in the database, in the small storage, or nowhere. */
    how: base ? "kept" : storage ? "small" : "nothing",

    /** The works that are kept, the last changed first. @returns {Promise<Kept[]>} */
    async list() {
      await writing;
      const keys = base ? await answer(base.transaction("works").objectStore("works").getAllKeys()).catch(() => []) : [];
      const slots = Object.keys(storage ?? {}).filter(key => key.startsWith(slot(""))).map(key => key.slice(slot("").length));
      const found = await Promise.all([...new Set([...keys.map(String), ...slots])].map(read));
      return found.flatMap(each => each ?? []).sort((one, other) => other.changed - one.changed)
        .map(({ key, changed, work }) => ({ key, changed, slug: work.slug, title: String(work.front.title ?? work.blocks[0]?.text.slice(0, 80) ?? "") }));
    },
    /** A kept work with its steps; null, and a word about it, where it cannot be read.
        @param {string} key @returns {Promise<({work: Work} & Steps) | null>} */
    async open(key) {
      await writing;
      const work = (await read(key))?.work, kept = await stored("steps", key);
      return work ? { work, past: sound(kept?.past, work.base), future: sound(kept?.future, work.base) } : null;
    },
    /** Keep what is in the store from now on, under a key of its own or the one that it was opened from.
        @param {Store} store @param {string} [key] @returns {string} the key */
    follow(store, key) {
      save();
      current?.stop();
      current = { key: key ?? `${Date.now().toString(36)}-${tab.slice(0, 8)}`, store, stop: store.subscribe(changed) };
      seen = Date.now();
      if (!key) changed();
      return current.key;
    },
    /** Write what is not written yet. @returns {Promise<void>} */
    async flush() {
      save();
      await writing;
    },
    /** @param {string} key */
    async remove(key) {
      if (current?.key === key) dirty = behind = false;
      await writing;
      await erase(key);
      channel?.postMessage({ cleared: key });
    },
  };
}
