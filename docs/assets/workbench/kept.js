/* The works that this browser keeps: go on with one, remove one, remove all. */
import { button, fill, make, plainButton } from "./dom.js";
import { forget } from "./runtime.js";
import { say } from "./say.js";

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Base} base
 * @param {(key: string) => Promise<void>} open
 */
export function keptWorks(host, { saving, announce }, open) {
  let sure = false;
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (host.querySelector(selector));
  const some = part("div"), all = part("button"), keep = part("button+button");

  /** @param {string | number} changed */
  const day = changed => new Date(changed).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

  async function draw() {
    const works = await saving.list();
    host.hidden = !works.length && saving.how === "kept";
    some.hidden = !works.length;
    fill(part("ul"), ...works.map(({ key, title, slug, changed }) => {
      const name = title || slug;
      return make("li", {}, plainButton(name, () => { void open(key); }, { class: "to", dir: "auto", "data-key": `open-${key}` }), make("span", { class: "small" }, day(changed)),
        button("remove", () => { void out([key], say("kept.removed", { name })); }, { class: "slight", "data-key": `out-${key}`, "aria-label": say("remove-one", { name }) }));
    }));
    all.textContent = say(sure ? "kept.sure" : "kept.all");
    keep.hidden = !sure;
    part(".wrong").hidden = saving.how !== "nothing";
  }
  all.onclick = () => { void (sure ? clear() : ask(true)); };
  keep.onclick = () => { void ask(false); };
  /** @param {boolean} now */
  function ask(now) {
    sure = now;
    return draw();
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
    await out(works.map(each => each.key), say("kept.cleared"));
    await forget();
  }
  void draw();
}
