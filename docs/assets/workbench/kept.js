/* The works that this browser keeps: go on with one, remove one, remove all. */
import { button, fill, make } from "./dom.js";
import { forget } from "./runtime.js";

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Base} base
 * @param {(key: string) => Promise<void>} open
 */
export function keptWorks(host, { saving, announce }, open) {
  let sure = false;

  /** @param {string | number} changed */
  const day = changed => new Date(changed).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

  async function draw() {
    const works = await saving.list();
    host.hidden = !works.length && saving.how === "kept";
    fill(host, works.length > 0 && make("h3", {}, "Go on with"),
      works.length > 0 && make("ul", {}, ...works.map(({ key, title, slug, changed }) => make("li", {},
        button(title || slug, () => { void open(key); }, { class: "to", dir: "auto", "data-key": `open-${key}` }), make("span", { class: "small" }, day(changed)),
        button("Remove", () => { void out([key], `${title || slug} is removed.`); }, { class: "slight", "data-key": `out-${key}`, "aria-label": `Remove ${title || slug}` })))),
      works.length > 0 && make("p", { class: "small" }, "They are kept in this browser, on this device, and nowhere else. On a shared device, remove them when you are done."),
      works.length > 0 && make("p", { class: "rows" }, sure
        ? button("Yes, remove all. There is no way back", () => { void clear(); }, { "data-key": "clear" })
        : button("Remove all", () => { sure = true; void draw(); }, { "data-key": "clear" }), sure && button("Keep them", () => { sure = false; void draw(); }, { "data-key": "keep" })),
      saving.how === "nothing" && make("p", { class: "wrong" }, "This browser does not let the page keep anything. Save your work to a file before you close it."));
  }

  /** @param {string[]} keys @param {string} words */
  async function out(keys, words) {
    sure = false;
    for (const key of keys) await saving.remove(key);
    await draw();
    announce(words);
  }
  /** All works, and what was kept of the page for when there is no network. */
  async function clear() {
    const works = await saving.list();
    await out(works.map(each => each.key), "All works are removed.");
    await forget();
  }
  void draw();
}
