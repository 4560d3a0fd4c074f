/* Who Says?: the pages are complete without this. It switches layers, swaps plain words, takes voices
   away, and closes the sheet. Nothing leaves the browser; only a chosen colour scheme is remembered. */
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var one = function (selector, within) { return (within || document).querySelector(selector); };

  /* Colour scheme */
  var button = one("button.scheme");
  var system = matchMedia("(prefers-color-scheme: dark)");
  function dark() { return root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches; }
  function showScheme() { button.setAttribute("aria-pressed", String(dark())); }
  if (button) {
    showScheme();
    system.addEventListener("change", showScheme);
    button.addEventListener("click", function () {
      root.dataset.scheme = dark() ? "light" : "dark";
      try { localStorage.setItem("whosays-scheme", root.dataset.scheme); } catch (e) { /* not remembered, still switched */ }
      showScheme();
    });
  }

  /* Opened from disk: a folder's address needs its file */
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || link.protocol !== "file:") return;
      if (/\/$/.test(link.pathname)) link.href = link.href.replace(/\/(#.*)?$/, "/index.html$1");
    });
  }

  /* Layers and plain words, kept in the address */
  var layers = one("form.layers");
  if (layers) {
    var reading = one(".reading");
    var boxes = all("input[name=layer]", layers);
    var plain = one("input[name=plain]", layers);
    var state = new URLSearchParams(location.search);
    if (state.has("layers")) {
      var on = state.get("layers").split(",");
      boxes.forEach(function (box) { box.checked = on.indexOf(box.value) >= 0; });
    }
    if (plain && state.has("plain")) plain.checked = true;
    var show = function () {
      boxes.forEach(function (box) { reading.classList.toggle("no-" + box.value, !box.checked); });
      if (!plain) return;
      reading.classList.toggle("plain-words", plain.checked);
      all(".f", reading).forEach(function (mark) {
        var swapped = one(".p", mark);
        if (!swapped) return;
        swapped.hidden = !plain.checked;
        one(".w", mark).hidden = plain.checked;
      });
    };
    var keep = function () {
      var query = new URLSearchParams(location.search);
      var chosen = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      if (chosen.length === boxes.length) query.delete("layers"); else query.set("layers", chosen.join(","));
      if (plain && plain.checked) query.set("plain", "1"); else query.delete("plain");
      var text = query.toString().replace(/%2C/g, ",");
      try { history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash); } catch (e) { /* from disk */ }
    };
    show();
    layers.addEventListener("change", function () { show(); keep(); });
    layers.addEventListener("submit", function (event) { event.preventDefault(); });
  }

  /* Take a voice away */
  var choose = one("form.choose");
  if (choose) {
    var drawing = one("svg.drawing");
    var ids = function (panel, fate) {
      return all("." + fate + " .chip", panel).map(function (chip) { return chip.hash.slice(1); });
    };
    var take = function () {
      var voice = choose.elements.without.value;
      var panel = null;
      all(".panel").forEach(function (each) {
        var chosen = voice !== "" && each.dataset.without === voice;
        each.classList.toggle("on", chosen);
        if (chosen) panel = each;
      });
      var falls = panel ? ids(panel, "falls") : [];
      var leans = panel ? ids(panel, "leans") : [];
      all("[data-id]", drawing).forEach(function (part) {
        var fallen = falls.indexOf(part.dataset.id) >= 0, leaning = leans.indexOf(part.dataset.id) >= 0;
        part.classList.toggle("falls", fallen);
        part.classList.toggle("leans", leaning);
        var fall = (part.dataset.fall || "").split(" ");
        if (part.dataset.fall) part.style.transform =
          fallen ? "translate(" + fall[0] + "px," + fall[1] + "px) rotate(" + fall[2] + "deg)" : leaning ? "rotate(7deg)" : "";
      });
      all("[data-on]", drawing).forEach(function (leg) {
        var cut = [leg.dataset.on, leg.dataset.to].some(function (end) { return end === voice || falls.indexOf(end) >= 0; });
        leg.classList.toggle("gone", voice !== "" && cut);
      });
      all("[data-voice]", drawing).forEach(function (stone) { stone.classList.toggle("gone", voice !== "" && stone.dataset.voice === voice); });
    };
    choose.addEventListener("change", take);
    choose.addEventListener("submit", function (event) { event.preventDefault(); });
    take();
  }

  /* The sheet on a phone: a tap opens it, Escape and Close close it, and the page stays where it was */
  var phone = matchMedia("(max-width: 760px)");
  var opener = null;
  function open() { return phone.matches ? one(".note:target") : null; }
  function go(hash) { var y = scrollY; location.hash = hash; scrollTo(0, y); }
  function close(note) {
    go(one(".close", note).hash);
    if (opener && document.contains(opener)) opener.focus({ preventScroll: true });
    opener = null;
  }
  document.addEventListener("click", function (event) {
    if (!phone.matches || !event.target.closest) return;
    var link = event.target.closest("a");
    var note = open();
    if (link && link.classList.contains("close")) { event.preventDefault(); if (note) close(note); return; }
    if (link && /^#note-/.test(link.getAttribute("href"))) {
      event.preventDefault();
      if (!link.closest(".note")) opener = link;
      go(link.hash);
    } else if (!link && event.target.closest(".s[data-note]")) {
      opener = one("a.n", event.target.closest(".s")) || null;
      go("#" + event.target.closest(".s").dataset.note);
    }
    var opened = open();
    if (opened && opened !== note) opened.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", function (event) {
    var note = event.key === "Escape" && open();
    if (note) close(note);
  });
})();
