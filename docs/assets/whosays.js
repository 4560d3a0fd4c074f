/* Who Says?, on every page: the colour scheme, the one thing that is remembered; and links on a disk. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);

  /* Colour scheme */
  const button = one("button.scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const showScheme = () => button.setAttribute("aria-pressed", String(dark()));
  if (button) {
    showScheme();
    system.addEventListener("change", showScheme);
    button.addEventListener("click", () => {
      root.dataset.scheme = dark() ? "light" : "dark";
      try { localStorage.setItem("whosays-scheme", root.dataset.scheme); } catch (e) { /* not remembered, still switched */ }
      showScheme();
    });
  }

  /* Opened from disk: a folder's address needs its file */
  if (location.protocol === "file:") {
    document.addEventListener("click", event => {
      const link = event.target.closest && event.target.closest("a[href]");
      if (link && link.protocol === "file:" && /\/$/.test(link.pathname)) link.href = link.href.replace(/\/(#.*)?$/, "/index.html$1");
    });
  }
})();
