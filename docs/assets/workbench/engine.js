/* Starts Python in a worker: loads the engine's files, tells how far it is, and hands over what runs them.
   Every file stands in the site itself; a request for anything else is refused. */

/**
 * @typedef {{name: string, size: number}} File
 * @typedef {"loader" | "module" | "wasm" | "library" | "core" | "packages"} Role
 * @typedef {{files: Partial<Record<Role, File>>, abi: string, why: string}} Listed
 * @typedef {(done: number, total: number) => void} Progress
 * @typedef {{runPython: (code: string) => unknown, unpackArchive: (data: ArrayBuffer, format: string, options: object) => void,
 *   FS: {writeFile: (path: string, data: Uint8Array) => void}}} Python only what is used here of it
 */

const SHUT = ["XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "BroadcastChannel", "indexedDB", "caches"];
const HOME = "/project";
const LATER = 8_000; // milliseconds: by then the first questions are answered
const COMPILED = `from pathlib import Path; from generator.workbench.compiled import compiled; compiled(Path("${HOME}"))`;

/**
 * Load the engine that a folder of the site holds.
 * @param {string} folder with a slash at its end
 * @param {Listed} listed its engine.json
 * @param {Progress} tell is told of bytes
 * @returns {Promise<Python>}
 */
export async function start(folder, listed, tell) {
  const files = /** @type {Record<Role, File>} */ (listed.files);
  const total = Object.values(files).reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  /** @param {number} bytes */
  const more = bytes => { done += bytes; tell(Math.min(done, total), total); };
  /** @param {Role} role */
  const place = role => new URL(files[role].name, folder).href;
  /** @param {Role} role @returns {Promise<ReadableStream<Uint8Array>>} */
  const get = async role => {
    const response = await ask(place(role));
    if (!response.ok || !response.body) throw new Error(`${files[role].name}: ${response.status}`);
    return response.body.pipeThrough(counting(more));
  };
  /** @param {Role} role */
  const whole = async role => new Response(await get(role)).arrayBuffer();
  /** @param {Role} role */
  const script = async role => {
    const loaded = await import(place(role));
    more(files[role].size);
    return loaded;
  };
  const ask = self.fetch.bind(self);
  const library = whole("library"), core = whole("core"), packages = whole("packages");
  const unpacking = /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (/** @type {unknown} */ (new DecompressionStream("gzip")));
  const wasm = get("wasm").then(body => new Response(body.pipeThrough(unpacking), { headers: { "content-type": "application/wasm" } }));
  self.fetch = async address => {
    const url = String(address instanceof Request ? address.url : address);
    if (url.endsWith("pyodide.asm.wasm")) return wasm;
    if (url.endsWith("library.zip")) return new Response(await library);
    throw new TypeError(`nothing is fetched by the engine: ${url}`);
  };
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([script("loader"), script("module")]);
  const python = await loadPyodide({
    indexURL: folder, stdLibURL: `${folder}library.zip`, createPyodideModule,
    lockFileContents: { info: { abi_version: listed.abi, arch: "wasm32" }, packages: {} },
    packageBaseUrl: folder,
  });
  const shelf = await self.caches?.open(`whosays compiled ${folder}`).catch(() => undefined);
  const key = `${place("packages")}?${files.wasm.name}`, found = await shelf?.match(key);
  for (const name of SHUT) Object.defineProperty(self, name, { value: undefined }); // a worker has no policy of its own
  for (const data of [core, packages]) python.unpackArchive(await data, "zip", { extractDir: HOME });
  try {
    if (found) python.unpackArchive(await found.arrayBuffer(), "zip", { extractDir: HOME });
  } catch {
    await shelf?.delete(key); // it is damaged: all is compiled again
  }
  python.runPython(`import sys; sys.path.insert(0, "${HOME}")`);
  if (shelf && !found) setTimeout(() => { keep(python, shelf, key).catch(() => { /* the next start takes as long */ }); }, LATER);
  return python;
}

/** Keeps what was compiled at this start, for the next one. @param {Python} python @param {Cache} shelf @param {string} key */
async function keep(python, shelf, key) {
  const made = /** @type {{toJs: () => Uint8Array<ArrayBuffer>}} */ (python.runPython(COMPILED));
  for (const old of await shelf.keys()) await shelf.delete(old);
  await shelf.put(key, new Response(made.toJs()));
}

/** @param {(bytes: number) => void} more @returns {TransformStream<Uint8Array, Uint8Array>} */
const counting = more => new TransformStream({ transform(chunk, to) { more(chunk.byteLength); to.enqueue(chunk); } });
