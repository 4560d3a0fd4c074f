/* Send: the file as it is, its name, what is still open, and the ways from here to the repository. What is always
   the same of it is in the page. */
import { button, fill, make } from "./dom.js";
import { copyText, downloadText, saveWork } from "./files.js";
import { at, bold, onPause, severities, slugOf, ticked } from "./parts.js";
import { say } from "./say.js";

/** @typedef {import("./types.js").Work} Work */

const FOLDER = "content/articles";
const LONGEST_ADDRESS = 7000;
const LISTED = 500; // of more articles, not all are known here
const FILE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountSend(host, context) {
  const { checked, engine, known, store } = context;
  const old = store.work.base !== "" && (known.articles.length >= LISTED || known.articles.some(each => each.slug === store.work.slug));
  const part = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (host.querySelector(selector));
  const name = part("#send-name"), wrong = part("#send-name-wrong"), after = part(".by-title"), area = part("#send-text");
  const open = part(".still-open"), ways = part(".ways-out"), changed = part(".changed"), done = part(".sent");
  const titled = () => slugOf(String(at(store.work, "title") ?? ""));
  name.oninput = () => { store.apply(say("send.label"), { ...store.work, slug: name.value.trim() }, "slug"); };
  after.onclick = () => {
    store.apply(say("send.label"), { ...store.work, slug: titled() });
    context.announce(say("send.name", { name: store.work.slug }));
  };
  part(".save-work").onclick = () => { saveWork(store.work); tell(say("send.saved")); };
  part(".with-original").hidden = store.work.front.rights !== "quotation";
  part(".keeps-name").hidden = !old;
  part(".keeps-name code").textContent = `${store.work.slug}.md`;
  part(".field").hidden = old;
  if (!known.repository) part(".to-send").textContent = say("send.take");

  /** @param {string} words */
  const tell = words => { done.textContent = words; };
  const text = () => checked.value?.text ?? "";
  /** The text of what was typed up to now. */
  async function latest() {
    await context.settled();
    draw();
    return text();
  }
  const file = () => `${store.work.slug || "article"}.md`;
  const copy = button("send.copy", async () => tell(say(await copyText(await latest()) ? "send.copied" : "send.not-copied")));
  const download = button("send.download", async () => { downloadText(file(), await latest()); tell(say("send.downloaded", { file: file() })); });
  /** @param {string} path @param {string} words */
  const link = (path, words) => make("a", { class: "go", href: `${known.repository}/${path}`, target: "_blank", rel: "noopener", "data-key": "github" }, words);

  /** @param {string} slug */
  function fault(slug) {
    if (!slug) return say("send.empty");
    if (!FILE_NAME.test(slug)) return say("send.letters");
    if (known.articles.some(each => each.slug === slug)) return say("send.taken");
    return "";
  }

  function way() {
    const value = text(), branch = encodeURIComponent(known.branch);
    if (!value) return [make("p", {}, say(engine.value.state === "failed" ? "send.lost" : "send.wait"))];
    if (value === store.work.base) return [make("p", {}, say("send.nothing"))];
    if (!known.repository) {
      return [make("p", {}, say("send.nowhere")), make("p", { class: "rows" }, copy, download)];
    }
    const after = make("p", { class: "small" }, say("send.there"));
    if (old) {
      return [make("ol", { class: "steps" }, make("li", {}, copy),
        make("li", {}, link(`edit/${branch}/${FOLDER}/${file()}`, say("send.github")), say("send.paste"))), after, make("p", { class: "rows" }, download)];
    }
    const filled = `new/${branch}/${FOLDER}?filename=${encodeURIComponent(file())}&value=${encodeURIComponent(value)}`;
    if (known.repository.length + 1 + filled.length <= LONGEST_ADDRESS) {
      return [make("p", {}, link(filled, say("send.github")), say("send.filled")), after, make("p", { class: "rows" }, copy, download)];
    }
    return [make("p", {}, say("send.long")), make("ol", { class: "steps" }, make("li", {}, download, say("send.as", { file: file() })),
      make("li", {}, link(`upload/${branch}/${FOLDER}`, say("send.upload")), say("send.drop"))), after, make("p", { class: "rows" }, copy)];
  }

  function left() {
    const { errors, warnings } = severities(checked.value?.problems);
    const drafts = [...store.work.statements, ...store.work.framing].filter(each => each.draft).length;
    const see = errors + warnings > 0 && button("send.show", context.problems);
    if (!checked.value) return [make("p", {}, say("send.unchecked"))];
    return [
      make("p", {}, ...bold(say(errors ? "send.errors" : "send.fine", { n: errors }))),
      warnings > 0 && make("p", {}, say("send.warnings", { n: warnings })),
      drafts > 0 && make("p", {}, ...ticked(say("send.drafts", { n: drafts }))),
      store.work.front.status === "draft" && make("p", {}, say("send.draft")),
      see];
  }

  function difference() {
    if (!store.work.base || !text()) return [];
    const parts = checked.value?.changes ?? [], title = make("h3", {}, say("send.changes"));
    if (!parts.length) return [title, make("p", {}, say("send.unchanged"))];
    return [title, make("div", { class: "diff", tabindex: "0", role: "region", "aria-label": say("send.by-line") },
      ...parts.map(part => make("ol", { start: part.line }, ...part.lines.map(({ sort, line }) => make("li", { class: sort === "same" ? "stays" : sort },
        sort !== "same" && make("span", { class: "vh" }, say(`send.${sort}`)), make("bdi", {}, line || " "))))))];
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
