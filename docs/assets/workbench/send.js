/* Send: the file as it is, its name, what is still open, and the ways from here to the repository. What is always
   the same of it is in the page. */
import { button, fill, make } from "./dom.js";
import { counted } from "./desk.js";
import { changes } from "./diff.js";
import { copyText, downloadText, saveWork } from "./files.js";
import { at, onPause, severities, slugOf } from "./parts.js";

/** @typedef {import("./types.js").Work} Work */

const FOLDER = "content/articles";
const LONGEST_ADDRESS = 7000;
const LISTED = 500; // of more articles, not all are known here
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mount(host, context) {
  const { checked, engine, known, store } = context;
  const old = store.work.base !== "" && (known.articles.length >= LISTED || known.articles.some(each => each.slug === store.work.slug));
  const part = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (host.querySelector(selector));
  const name = part("#send-name"), wrong = part("#send-name-wrong"), after = part(".by-title"), area = part("#send-text");
  const open = part(".still-open"), ways = part(".ways-out"), changed = part(".changed"), done = part(".sent");
  const titled = () => slugOf(String(at(store.work, "title") ?? ""));
  name.oninput = () => { store.apply("Name the file", { ...store.work, slug: name.value.trim() }, "slug"); };
  after.onclick = () => {
    store.apply("Name the file", { ...store.work, slug: titled() });
    context.announce(`The name is ${store.work.slug}.`);
  };
  part(".save-work").onclick = () => { saveWork(store.work); say("Saved. Open it under Begin, on any device."); };
  part(".with-original").hidden = store.work.front.rights !== "quotation";
  part(".keeps-name").hidden = !old;
  part(".keeps-name code").textContent = `${store.work.slug}.md`;
  part(".field").hidden = old;
  if (!known.repository) part(".to-send").textContent = "Take it with you";

  /** @param {string} words */
  function say(words) { done.textContent = words; }
  const text = () => checked.value?.text ?? "";
  /** The text of what was typed up to now. */
  async function latest() {
    await context.settled();
    draw();
    return text();
  }
  const file = () => `${store.work.slug || "article"}.md`;
  const copy = button("Copy the text", async () => say(await copyText(await latest()) ? "Copied." : "The browser did not let the page copy. Select the text below and copy it."), { "data-key": "copy" });
  const download = button("Download the file", async () => { downloadText(file(), await latest()); say(`${file()} is among your downloads.`); }, { "data-key": "download" });
  /** @param {string} path @param {string} words */
  const link = (path, words) => make("a", { class: "go", href: `${known.repository}/${path}`, target: "_blank", rel: "noopener", "data-key": "github" }, words);

  /** @param {string} slug */
  function fault(slug) {
    if (!slug) return "It needs a name.";
    if (!NAME.test(slug)) return "Only small letters, digits and single hyphens, and a letter first: the-pink-pond.";
    if (known.articles.some(each => each.slug === slug)) return "An article has this name already. Take another.";
    return "";
  }

  function way() {
    const value = text(), branch = encodeURIComponent(known.branch);
    if (!value) return [make("p", {}, engine.value.state === "failed" ? "The generator could not be loaded, and only it writes the file. Save the work to a file, and come back." : "The file is written as soon as the generator is here.")];
    if (value === store.work.base) return [make("p", {}, "Nothing has changed yet, so there is nothing to send.")];
    if (!known.repository) {
      return [make("p", {}, "This site does not say where its articles are kept. Copy the text or download the file, and give it to whoever looks after the site."), make("p", { class: "rows" }, copy, download)];
    }
    const after = make("p", { class: "small" }, "There: “Commit changes”, “Propose changes”, “Create pull request”. You need an account at GitHub; a teacher’s will do, and pupils need none. What you send is public.");
    if (old) {
      return [make("ol", { class: "steps" }, make("li", {}, copy),
        make("li", {}, link(`edit/${branch}/${FOLDER}/${file()}`, "Open on GitHub"), " and paste it over all that stands there.")), after, make("p", { class: "rows" }, download)];
    }
    const filled = `new/${branch}/${FOLDER}?filename=${encodeURIComponent(file())}&value=${encodeURIComponent(value)}`;
    if (known.repository.length + 1 + filled.length <= LONGEST_ADDRESS) {
      return [make("p", {}, link(filled, "Open on GitHub"), " with the text filled in."), after, make("p", { class: "rows" }, copy, download)];
    }
    return [make("p", {}, "The text is too long for an address, so it takes two steps."), make("ol", { class: "steps" }, make("li", {}, download, ` as ${file()}.`),
      make("li", {}, link(`upload/${branch}/${FOLDER}`, "Open GitHub’s upload page"), " and drop the file there.")), after, make("p", { class: "rows" }, copy)];
  }

  function left() {
    const { errors, warnings } = severities(checked.value?.problems);
    const drafts = [...store.work.statements, ...store.work.framing].filter(each => each.draft).length;
    const see = errors + warnings > 0 && button("Show them", context.problems, { "data-key": "show" });
    if (!checked.value) return [make("p", {}, "Not checked yet.")];
    return [
      errors > 0 && make("p", {}, make("b", {}, counted(errors, "error")), ". You can send it, but the check will refuse it until ", errors === 1 ? "it is" : "they are", " mended."),
      !errors && make("p", {}, make("b", {}, "No errors."), " The check will take it."),
      warnings > 0 && make("p", {}, counted(warnings, "warning"), ": worth a thought, and no hindrance."),
      drafts > 0 && make("p", {}, `${counted(drafts, "suggestion")} not decided: the file says so, with `, make("code", {}, "draft=yes"), "."),
      store.work.front.status === "draft" && make("p", {}, "It is marked as a draft: it will be checked, and not shown on the site. Under Details you can change that."),
      see];
  }

  function difference() {
    if (!store.work.base || !text()) return [];
    const parts = changes(store.work.base, text());
    if (!parts.length) return [make("h3", {}, "What changes"), make("p", {}, "Nothing: the file is as it was.")];
    return [make("h3", {}, "What changes"), make("div", { class: "diff", tabindex: "0", role: "region", "aria-label": "What changes, line by line" },
      ...parts.map(part => make("ol", { start: part.line }, ...part.lines.map(({ sort, line }) => make("li", { class: sort === "same" ? "stays" : sort },
        sort !== "same" && make("span", { class: "vh" }, `${sort}: `), make("bdi", {}, line || " "))))))];
  }

  function draw() {
    const { slug } = store.work;
    if (name.value.trim() !== slug) name.value = slug;
    wrong.textContent = old ? "" : fault(slug);
    name.setAttribute("aria-invalid", String(wrong.textContent !== ""));
    after.hidden = titled() === slug;
    fill(open, ...left());
    fill(ways, ...way());
    fill(changed, ...difference());
    if (area.value !== text()) area.value = text();
  }
  const later = onPause(250, draw);
  checked.subscribe(later);
  engine.subscribe(later);
  store.subscribe(later);
  draw();
}
