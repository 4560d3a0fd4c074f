/* Runs before the first paint: says that scripts run, and applies a colour scheme that the reader chose,
   to the page and to the browser's own bar. */
(function (root) {
  root.classList.add("js");
  var bars = document.querySelectorAll("meta[name=theme-color]");
  function follow() {
    var chosen = root.dataset.scheme;
    bars.forEach(function (bar, dark) {
      if (chosen) bar.media = (chosen === "dark") === Boolean(dark) ? "all" : "not all";
    });
  }
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-scheme"] });
  try {
    var chosen = localStorage.getItem("whosays-scheme");
    if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  } catch (e) { /* storage may be closed: then the system's scheme holds */ }
})(document.documentElement);
