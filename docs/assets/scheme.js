/* Runs before the first paint: says that scripts run, and applies a colour scheme that the reader chose. */
(function (root) {
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("whosays-scheme");
    if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  } catch (e) { /* storage may be closed: then the system's scheme holds */ }
})(document.documentElement);
