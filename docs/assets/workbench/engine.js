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
const READY = `
import sys
sys.path.insert(0, "${HOME}")
sys.dont_write_bytecode = True
`;

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
  for (const name of SHUT) Object.defineProperty(self, name, { value: undefined }); // a worker has no policy of its own
  for (const data of [core, packages]) python.unpackArchive(await data, "zip", { extractDir: HOME });
  python.runPython(READY);
  return python;
}

/** @param {(bytes: number) => void} more @returns {TransformStream<Uint8Array, Uint8Array>} */
function counting(more) {
  return new TransformStream({
    transform(chunk, to) {
      more(chunk.byteLength);
      to.enqueue(chunk);
    },
  });
}
