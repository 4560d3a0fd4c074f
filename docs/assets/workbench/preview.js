/* Preview: the page that the generator makes of the work, in a frame where no script runs and no link leads away. */
import { make } from "./dom.js";
import { onPause } from "./parts.js";
import { say } from "./say.js";

/**
 * @param {HTMLElement} host
 * @param {import("./context.js").Context} context
 */
export function mountPreview(host, context) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (host.querySelector(selector));
  const sizes = /** @type {NodeListOf<HTMLInputElement>} */ (host.querySelectorAll("[name=preview-size]"));
  const box = /** @type {HTMLDetailsElement} */ (part("details")), pane = part(".preview-pane"), status = part("[role=status]");
  let shown = /** @type {import("./types.js").Work | null} */ (null);
  // Without allow-scripts nothing in it runs; allow-same-origin lets its fonts load, and this page fill it
  const frame = make("iframe", { sandbox: "allow-same-origin", title: say("preview.name"), class: "preview-frame", srcdoc: pane.dataset.page });
  pane.replaceChildren(frame);
  sizes.forEach(each => { each.onchange = fit; });
  sizes[innerWidth < 760 ? 0 : 1].checked = true;
  part("button").onclick = () => { void refresh(); };
  box.ontoggle = () => { if (box.open) { fit(); void refresh(); } };

  const loaded = new Promise(resolve => frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (inside) {
      inside.documentElement.dataset.scheme = document.documentElement.dataset.scheme ?? "";
      inside.addEventListener("click", follow);
    }
    resolve(undefined);
  }, { once: true }));

  /** @param {Event} event */
  function follow(event) {
    const link = event.target && /** @type {Element} */ (event.target).closest("a");
    if (!link) return;
    event.preventDefault();
    const to = link.dataset.within;
    if (to) frame.contentDocument?.getElementById(to)?.scrollIntoView();
  }

  /** @param {string} html */
  function body(html) {
    const read = new DOMParser().parseFromString(html, "text/html");
    read.querySelectorAll("script, style, link, iframe, object, embed, form").forEach(each => each.remove());
    read.querySelectorAll("a[href]").forEach(link => {
      const href = link.getAttribute("href") ?? "";
      if (href.startsWith("#")) /** @type {HTMLElement} */ (link).dataset.within = href.slice(1);
      link.setAttribute("href", "#");
      link.removeAttribute("target");
    });
    return [...read.body.childNodes];
  }

  async function refresh() {
    const work = context.store.work;
    status.textContent = context.engine.value.state === "ready" ? "" : say("preview.wait");
    try {
      const preview = await context.ask("preview", { work, today: context.today });
      if (!preview) return;
      await loaded;
      shown = work;
      const main = frame.contentDocument?.querySelector("main");
      const first = preview.problems[0];
      status.textContent = preview.html ? "" : say("preview.none", { why: first ? first.message : "" });
      pane.hidden = !preview.html;
      frame.title = say("preview.of", { title: preview.title });
      main?.replaceChildren(...body(preview.html).map(each => /** @type {Document} */ (frame.contentDocument).importNode(each, true)));
      fit();
    } catch {
      status.textContent = say("preview.lost");
    }
  }

  function fit() {
    const wide = Number([...sizes].find(each => each.checked)?.value), room = pane.clientWidth || wide, scale = Math.min(1, room / wide);
    frame.style.width = `${wide}px`;
    frame.style.height = `${Math.min(760, innerHeight * .8) / scale}px`;
    frame.style.transform = `scale(${scale})`;
    pane.classList.toggle("narrow", wide < 760);
    pane.style.height = `${Math.min(760, innerHeight * .8)}px`;
    const scheme = document.documentElement.dataset.scheme;
    if (frame.contentDocument && scheme) frame.contentDocument.documentElement.dataset.scheme = scheme;
  }
  new ResizeObserver(fit).observe(host);
  const later = onPause(1200, () => { if (box.open && shown !== context.store.work) void refresh(); });
  context.store.subscribe(later);
}
