/* Runs all cases in a worker that has the engine, as the generator's own worker has it. */
import { start } from "./assets/workbench/engine.js";

self.onmessage = async ({ data: { engine, listed, cases } }) => {
  const began = performance.now();
  let last = [0, 0];
  try {
    const python = await start(engine, listed, (done, total) => { last = [done, total]; });
    const started = performance.now();
    python.unpackArchive(cases, "zip", { extractDir: "/project" });
    const given = python.runPython("from tests.workbench.all_cases import as_json\nas_json()");
    const out = await fetch("index.html").then(() => "came", () => "refused");
    const ways = ["XMLHttpRequest", "WebSocket", "EventSource", "indexedDB", "caches"].filter(name => self[name]);
    self.postMessage({ out, ways, given, last, seconds: [(started - began) / 1000, (performance.now() - started) / 1000] });
  } catch (error) {
    self.postMessage({ fault: String(error) });
  }
};
