/* The page's side of the generator in its worker: one question at a time, started again where it fails,
   and kept for when there is no network. */
import { say } from "./say.js";

/** @typedef {import("./types.js").Asked} Asked */
/** @typedef {import("./engine.js").Listed} Listed */
/** @typedef {{done: number, total: number, what: string}} Far */
/**
 * @typedef {object} Told
 * @property {(far: Far) => void} [onProgress] in bytes
 * @property {() => void} [onReady] each time it can be asked, again after a fault too
 * @property {(text: string, lasting: boolean) => void} [onFault] `lasting`: it does not start again by itself
 */
/**
 * @typedef {object} Runtime
 * @property {<K extends keyof Asked>(op: K, given: Asked[K][0]) => Promise<Asked[K][1] | null>} ask waits until it can be
 *   answered; null where a newer check took the place of one that waited
 * @property {() => void} stop
 */
/** @typedef {{op: string, given: string, resolve: (value: any) => void, reject: (why: Error) => void}} Question */

const HOME = new URL("../../", import.meta.url).href;
const PAGE = new URL("contribute/workbench/", HOME).href;
const ENGINE = new URL("engine/", PAGE).href;
const PATIENCE = 45_000; // milliseconds for one answer: a long article on a slow telephone takes a few thousand
const MOST_STARTS = 3;
const AGAIN = 2_000;

/** @param {Told} told @returns {Runtime} */
export function connect({ onProgress, onReady, onFault }) {
  /** @type {Worker | null} */
  let worker = null;
  let up = false, over = false, starts = 0, timer = 0, why = new Error(say("engine.away"));
  /** @type {Question[]} */
  let waiting = [];
  /** @type {Question | null} */
  let current = null;
  /** @param {string} text */
  function end(text) {
    stop(text);
    onFault?.(text, true);
  }
  /** @param {string} [text] */
  function stop(text = say("engine.stopped")) {
    halt();
    over = true;
    why = new Error(text);
    for (const question of current ? [current, ...waiting] : waiting) question.reject(why);
    current = null;
    waiting = [];
  }
  function halt() {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    up = false;
  }
  /** @param {string} text what to say of it */
  function again(text) {
    halt();
    current?.reject(new Error(text));
    current = null;
    if (over) return;
    if (starts >= MOST_STARTS) { end(say("engine.away")); return; }
    onFault?.(text, false);
    timer = setTimeout(launch, AGAIN * (starts - 1));
  }
  async function launch() {
    starts += 1;
    /** @type {Listed} */
    let listed;
    try {
      const response = await fetch(new URL("engine.json", ENGINE), { cache: "no-cache" });
      if (!response.ok) throw new Error(response.statusText);
      listed = await response.json();
    } catch {
      again(say("engine.away"));
      return;
    }
    if (over) return;
    if (listed.why) { end(say("engine.lacking", { why: listed.why })); return; }
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.onerror = event => { event.preventDefault(); again(say(up ? "engine.broke" : "engine.away")); };
    worker.onmessage = ({ data }) => hear(data, listed);
    worker.postMessage({ engine: ENGINE, listed });
  }
  /** @param {any} data @param {Listed} listed */
  function hear(data, listed) {
    if (data.progress) onProgress?.({ ...data.progress, what: "loading" });
    else if (data.starting) onProgress?.({ done: 1, total: 1, what: "starting" });
    else if (data.fault !== undefined) again(say(up ? "engine.broke" : "engine.away"));
    else if (data.ready) {
      up = true;
      starts = 1;
      onReady?.();
      keep(listed);
      next();
    } else if (current) {
      clearTimeout(timer);
      const { resolve, reject } = current, answer = JSON.parse(data.answer);
      current = null;
      if (answer && answer.fault) reject(new Error(answer.fault)); else resolve(answer);
      next();
    }
  }
  function next() {
    if (!up || current || !worker) return;
    current = waiting.shift() ?? null;
    if (!current) return;
    worker.postMessage({ op: current.op, given: current.given });
    timer = setTimeout(() => again(say("engine.slow")), PATIENCE);
  }

  if (typeof WebAssembly === "object" && "DecompressionStream" in window) launch();
  else queueMicrotask(() => end(say("engine.old")));

  return {
    stop: () => stop(),
    ask: (op, given) => new Promise((resolve, reject) => {
      if (over) { reject(why); return; }
      const older = op === "check" ? waiting.findIndex(question => question.op === op) : -1;
      if (older >= 0) waiting.splice(older, 1)[0].resolve(null);
      waiting.push({ op, given: JSON.stringify(given), resolve, reject });
      next();
    }),
  };
}

/**
 * Keep the page, and all that it runs on, for when there is no network.
 * @param {Listed} listed
 * @returns {Promise<boolean>} whether that can be
 */
async function keep(listed) {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register(new URL("offline.js", HOME));
    const { active } = await navigator.serviceWorker.ready;
    const files = Object.values(listed.files).map(({ name }) => new URL(name, ENGINE).href);
    const small = [PAGE, new URL("codebook.json", PAGE).href, new URL("words.json", import.meta.url).href, new URL("engine.json", ENGINE).href, new URL("worker.js", import.meta.url).href];
    active?.postMessage({ keep: small, engine: files });
    return true;
  } catch {
    return false;
  }
}

/** Remove what was kept for when there is no network. */
export async function forget() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(HOME);
  registration?.active?.postMessage({ forget: [PAGE, new URL("./", import.meta.url).href] });
}
