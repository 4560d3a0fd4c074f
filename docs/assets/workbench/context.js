/* What main.js hands to the parts of the page. Only types, and the smallest of signals. */

/**
 * @typedef {import("./types.js").Work} Work
 * @typedef {import("./types.js").Known} Known
 * @typedef {import("./types.js").Asked} Asked
 * @typedef {import("./types.js").Checked} Checked
 */

/**
 * @template T
 * @typedef {object} Signal a value that tells when it is another
 * @property {T} value
 * @property {(value: T) => void} set
 * @property {(listener: (value: T) => void) => void} subscribe the listener is called at once, and at each change
 */

/**
 * @typedef {object} Engine where the generator in its worker stands
 * @property {"off" | "coming" | "ready" | "failed"} state `off` until somebody begins
 * @property {number} done bytes that have come
 * @property {number} total bytes that are to come
 * @property {string} what what is coming, in words; or why it failed
 */

/**
 * @typedef {object} Base what is there before any work is: begin.js gets this
 * @property {Known} known
 * @property {Signal<Engine>} engine
 * @property {<K extends keyof Asked>(op: K, given: Asked[K][0]) => Promise<Asked[K][1] | null>} ask starts the
 *   generator if it is not there; waits for it; null where a newer question took its place
 * @property {(text: string) => void} announce says it in the live region
 * @property {import("./saving.js").Saving} saving what keeps the works of this browser, already open
 * @property {string} today `YYYY-MM-DD`
 * @property {(work: Work, key?: string, steps?: import("./store.js").Steps) => void} open puts a work on the desk: a
 *   new one, or with the key that saving.js knows it by, and the steps that it kept. Begin makes way for the desk.
 */

/**
 * @typedef {object} OnDesk what there is besides while a work is on the desk; made anew for each work
 * @property {import("./store.js").Store} store
 * @property {Signal<Checked | null>} checked the generator's last answer; null until it has given one
 * @property {() => Promise<void>} settled once that answer is of the work as it is now, or none will come
 * @property {(at: string) => void} go shows and focuses what a problem's `at` names: a statement, a framing mark
 *   (in the text and the panel), or a field of the details: the element with `data-at="front.voices.mayor.stake"`,
 *   or the nearest that begins it
 * @property {() => void} problems opens the list of problems, in the bar
 * @property {() => void} begin leaves the desk for Begin; the work is kept
 */

/**
 * Everything that the parts on the desk get: `mount(host, context)`, called once for each work put on the desk,
 * with an empty host. begin.js gets a Base, once; it looks at `#improve=<slug>` in the address by itself.
 * @typedef {Base & OnDesk} Context
 */

/**
 * @template T
 * @param {T} value
 * @returns {Signal<T>}
 */
export function signal(value) {
  /** @type {((value: T) => void)[]} */
  const listeners = [];
  return {
    get value() { return value; },
    set(next) {
      value = next;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener) {
      listeners.push(listener);
      listener(value);
    },
  };
}
