/* Files and the clipboard: the work to a file and back, and the finished text to wherever it goes. */
import { isWork } from "./shape.js";
import { say } from "./say.js";

/** @typedef {import("./types.js").Work} Work */

const ENDING = ".whosays.json", LARGEST = 20e6;

/** Hand a text to the browser as a file. @param {string} name @param {string} text @param {string} [type] */
export function downloadText(name, text, type = "text/markdown") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link); // some browsers follow no link outside the page
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @param {Work} work */
export const saveWork = work => downloadText((work.slug || "article") + ENDING, JSON.stringify(work), "application/json");

/** The work that somebody saved to a file, or why it cannot be opened.
    @param {Blob} file @returns {Promise<{work: Work, why: ""} | {work: null, why: string}>} */
export async function openWork(file) {
  if (file.size > LARGEST) return { work: null, why: say("file.large") };
  let data;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { work: null, why: say("file.other", { ending: ENDING }) };
  }
  if (Number(data?.version) > 1) return { work: null, why: say("file.newer") };
  return isWork(data) ? { work: data, why: "" } : { work: null, why: say("file.damaged") };
}

/** Whether the text is in the clipboard now: a page without a secure address has none.
    @param {string} text @returns {Promise<boolean>} */
export const copyText = text => Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => true, () => false);
