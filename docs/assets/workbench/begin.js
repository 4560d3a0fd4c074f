/* Begin: paste a text, open a file, go on with a work that this browser keeps, or improve an article. Its form is in
   the page. */
import { byId, fill, make, plainButton } from "./dom.js";
import { front, fresh } from "./edits.js";
import { openWork } from "./files.js";
import { keptWorks } from "./kept.js";
import { far, slugOf } from "./parts.js";
import { say } from "./say.js";

const LONGEST_TEXT = 200_000;
const SHOWN = 8;

/* An article's file has its front matter, and marks or notes */
const isArticle = (/** @type {string} */ text) => /^\ufeff?---\s*\n/.test(text) && (/\]\{\s*\.(sourced|unsourced|inferred|framing)\b/.test(text) || /^\[\^[^\]]+\]:/m.test(text));
const unended = (/** @type {string} */ name) => name.replace(/\.\w+$/, "");

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Base} base
 */
export function mountBegin(host, base) {
  const most = LONGEST_TEXT.toLocaleString("en");
  let opening = false;
  const told = byId("begin-wrong");
  const part = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (host.querySelector(selector));
  const text = part("#begin-text"), title = part("#begin-name"), publisher = part("#begin-publisher"), language = part("#begin-language"), file = part("#begin-file"), filter = part("#begin-filter");
  const form = /** @type {HTMLFormElement} */ (host.querySelector("form")), progress = part(".opening-it"), choices = part(".choices"), found = part(".found");
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  language.append(...[...new Set([...base.known.languages, ...say("begin.languages").split(" ")])].map(code => make("option", { value: code }, names.of(code) ?? code)));
  choices.onchange = () => { tell(""); };
  file.onchange = () => { void take(file.files); };
  filter.oninput = list;
  form.onsubmit = event => { event.preventDefault(); start(); };
  if (!base.known.articles.length) filter.closest("section")?.remove();
  keptWorks(part(".kept-works"), base, open);
  host.hidden = false;
  list();

  /** Says what is wrong where somebody looks. @param {string} words @param {HTMLElement} [near] */
  function tell(words, near = form) {
    told.textContent = "";
    if (near === form) form.lastElementChild?.before(told);
    else near.after(told);
    told.textContent = words;
    if (words) told.scrollIntoView({ block: "nearest" });
    return words;
  }

  /** @param {string} key */
  async function open(key) {
    const kept = await base.saving.open(key);
    if (kept) base.open(kept.work, key, kept);
    else tell(say("begin.gone"), progress);
  }

  function list() {
    const wanted = filter.value.trim().toLowerCase();
    const fit = base.known.articles.filter(each => each.title.toLowerCase().includes(wanted));
    fill(found, ...fit.slice(0, SHOWN).map(each => make("li", {}, plainButton(each.title, () => { void improve(each.slug); }, { class: "to", "data-key": each.slug }))),
      fit.length > SHOWN && make("li", { class: "small" }, say("begin.more", { n: fit.length - SHOWN })), !fit.length && make("li", { class: "small" }, say("begin.none")));
  }

  /** @param {string} given */
  function refused(given) {
    if (!given.trim()) return say("begin.empty");
    if (given.length > LONGEST_TEXT) return say("begin.long", { n: given.length.toLocaleString("en"), most });
    return "";
  }

  function start() {
    const given = text.value;
    if (tell(refused(given))) return text.focus();
    if (isArticle(given)) return void reopen(given, slugOf(title.value || "article"), form);
    const rights = String(new FormData(form).get("begin-rights") ?? ""), named = title.value.trim();
    if (!rights) {
      tell(say("begin.rights"), choices);
      return part("[name=begin-rights]").focus();
    }
    const made = fresh(given, { unseen: base.known.unseen, quotation: rights === "quotation", language: language.value, slug: slugOf(named || given.trim().slice(0, 50)), title: named, today: base.today });
    if (!made.work.statements.length) return void tell(say("begin.no-sentence"));
    base.open(front(front(made.work, ["rights"], rights), ["original", "publisher"], publisher.value.trim() || undefined));
    if (made.dropped) base.announce(say("begin.dropped", { n: made.dropped }));
  }

  /** An article's file, opened by the generator. @param {string} article @param {string} slug @param {HTMLElement} near */
  async function reopen(article, slug, near) {
    if (opening) return;
    opening = true;
    progress.textContent = say("begin.opening");
    try {
      const opened = await base.ask("open", { text: article.replace(/^\ufeff/, ""), slug });
      const first = opened?.problems[0];
      if (opened?.work) base.open(opened.work);
      else tell(say("begin.no-article") + (first ? say("begin.line", { ...first }) : ""), near);
    } catch {
      tell(say("begin.lost"), near);
    }
    opening = false;
    progress.textContent = "";
  }
  base.engine.subscribe(engine => {
    if (opening && engine.state === "coming") progress.textContent = say("begin.opening-far", { far: far(engine) });
  });

  /** @param {string} slug */
  async function improve(slug) {
    tell("");
    progress.textContent = say("begin.fetching");
    progress.scrollIntoView({ block: "nearest" });
    try {
      const answer = await fetch(new URL(`../../articles/${encodeURIComponent(slug)}/source.gz`, document.baseURI), { credentials: "omit" });
      if (!answer.ok) throw new Error(answer.statusText);
      await reopen(await new Response((await answer.blob()).stream().pipeThrough(new DecompressionStream("gzip"))).text(), slug, found);
    } catch {
      progress.textContent = "";
      tell(say("begin.not-fetched"), found);
    }
  }

  /** @param {FileList | null | undefined} files */
  async function take(files) {
    const given = files?.[0];
    if (!given) return;
    tell("");
    if (given.name.toLowerCase().endsWith(".json")) {
      const { work, why } = await openWork(given);
      return work ? base.open(work) : void tell(why, file);
    }
    const words = given.size > LONGEST_TEXT * 4 ? null : decoded(await given.arrayBuffer());
    if (words === null) {
      return void tell(say(given.size > LONGEST_TEXT * 4 ? "begin.large" : "begin.no-text", { most, name: given.name }), file);
    }
    if (tell(refused(words), file)) return;
    if (isArticle(words)) return void reopen(words, slugOf(unended(given.name)), file);
    text.value = words;
    title.value ||= unended(given.name).replace(/[-_]+/g, " ");
    base.announce(say("begin.in-box"));
    text.focus();
  }
  form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", event => {
    form.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void take(event.dataTransfer.files);
  });

  function asked() {
    const slug = /^#improve=([a-z0-9-]{1,80})$/.exec(location.hash)?.[1];
    if (slug && host.hidden) location.reload(); // a work is on the desk, and kept: the page starts over
    else if (slug) void improve(slug);
  }
  addEventListener("hashchange", asked);
  asked();
}

/** The text of a file, or null where it is none. @param {ArrayBuffer} bytes */
function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
