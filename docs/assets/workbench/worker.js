/* The generator in a worker: it answers what the page asks, with the functions that build the site. */
import { start } from "./engine.js";

/** @type {Promise<(op: string, given: string) => string>} */
let door;

self.onmessage = async ({ data }) => {
  try {
    if ("engine" in data) {
      door = opened(data.engine, data.listed);
      await door;
      self.postMessage({ ready: true });
    } else {
      const answer = await door;
      self.postMessage({ answer: answer(data.op, data.given) });
    }
  } catch (error) {
    self.postMessage({ fault: String(error) });
  }
};

/** @param {string} folder @param {import("./engine.js").Listed} listed */
async function opened(folder, listed) {
  const python = await start(folder, listed, (done, total) => self.postMessage({ progress: { done, total } }));
  self.postMessage({ starting: true });
  return /** @type {(op: string, given: string) => string} */ (python.runPython("from generator.workbench.door import answer\nanswer"));
}
