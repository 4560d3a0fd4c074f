/* Who Says?: the pages are complete without this. It shows where you are, opens notes, switches layers,
   swaps plain words and takes voices away. What is chosen stands in the address, so that it can be
   shared. Nothing leaves the browser; only a chosen colour scheme is remembered. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });

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

  const reading = one(".reading");
  if (!reading) return;
  const phone = matchMedia("(max-width: 760px)");
  const byId = id => document.getElementById(id);
  const statements = all(".s[id]", reading);

  /* The address: what is chosen, and the mark that is open */
  const query = new URLSearchParams(location.search);
  function address(hash, how = "replaceState") {
    const text = query.toString().replace(/%2C/g, ",");
    try { history[how](null, "", (text ? "?" + text : location.pathname) + hash); } catch (e) { /* from disk */ }
  }
  function choose(name, value) {
    if (value) query.set(name, value); else query.delete(name);
    address(location.hash);
  }

  /* Layers, text alone, plain words */
  const tools = one("form.layers");
  const boxes = all("input[name=layer]", tools);
  const alone = one("input[name=mode]", tools), plain = one("input[name=plain]", tools);
  const framed = all(".words .f", reading);
  framed.forEach(mark => {
    mark.dataset.to = mark.getAttribute("href") || "";
    mark.dataset.label = mark.getAttribute("aria-label") || "";
  });
  function showMarks() {
    boxes.forEach(box => reading.classList.toggle("no-" + box.value, !box.checked));
    reading.classList.toggle("alone", alone.checked);
    const swap = Boolean(plain && plain.checked), hidden = reading.classList.contains("no-framing");
    reading.classList.toggle("plain-words", swap);
    if (plain) one(".ours", reading).hidden = !swap;
    framed.forEach(mark => {
      const ours = one(".p", mark);
      if (ours) {
        ours.hidden = !swap;
        one(".w", mark).hidden = swap;
        [mark.previousSibling, mark.nextSibling].forEach(side => { if (side && side.className === "q") side.hidden = swap; });
      }
      if (!mark.dataset.to) return;
      mark.setAttribute("aria-label", (ours && swap ? ours.textContent + ", plain words of ours for " : "") + mark.dataset.label);
      if (hidden || (alone.checked && !mark.closest(".here"))) ["href", "aria-label"].forEach(name => mark.removeAttribute(name));
      else mark.setAttribute("href", mark.dataset.to);
    });
  }
  if (query.has("layers")) boxes.forEach(box => { box.checked = query.get("layers").split(",").includes(box.value); });
  alone.checked = query.get("mode") === "read";
  if (plain) plain.checked = query.has("plain");
  showMarks();
  tools.addEventListener("change", event => {
    if (event.target.name === "voice") return takeAway(event.target.value);
    const on = boxes.filter(box => box.checked).map(box => box.value);
    choose("layers", on.length === boxes.length ? "" : on.join(",") || "none");
    choose("mode", alone.checked ? "read" : "");
    if (plain) choose("plain", plain.checked ? "1" : "");
    showMarks();
  });

  /* Take a voice away: in the text, in the drawing, and in a sentence */
  const voices = one("form.choose");
  const drawing = one("svg.drawing");
  const ids = (panel, fate) => (panel ? all("." + fate + " .chip", panel).map(chip => chip.hash.slice(1)) : []);
  const said = one(".said");
  const everyone = said && said.textContent;
  function takeAway(voice, quietly) {
    const panel = all(".panel").find(each => each.dataset.without === voice) || null;
    const chosen = panel ? voice : "";
    const falls = ids(panel, "falls"), leans = ids(panel, "leans");
    const fate = id => (falls.includes(id) ? "falls" : leans.includes(id) ? "leans" : "");
    const mark = (element, id) => ["falls", "leans"].forEach(name => element.classList.toggle(name, fate(id) === name));
    voices.elements.without.value = tools.elements.voice.value = chosen;
    all(".panel").forEach(each => each.classList.toggle("on", each === panel));
    said.replaceChildren(...(panel ? one(".verdict", panel).cloneNode(true).childNodes : [everyone]));
    const told = one(".told.lack", reading);
    told.hidden = !panel;
    told.textContent = panel ? panel.dataset.told : "";
    all(".fate", reading).forEach(sign => sign.remove());
    statements.forEach(each => {
      mark(each, each.id);
      const link = one(".n", each), label = link.getAttribute("aria-label").replace(/; (falls|leans) without .*?\. Go/, ". Go");
      link.setAttribute("aria-label", fate(each.id) ? label.replace(". Go", `; ${fate(each.id)} without ${panel.dataset.name}. Go`) : label);
      if (!fate(each.id)) return;
      const sign = link.appendChild(make("span", "fate", fate(each.id)));
      sign.setAttribute("aria-hidden", "true");
    });
    cells.forEach((cell, id) => mark(cell, id));
    if (drawing) fall(chosen, falls, mark);
    if (!quietly) choose("without", chosen);
  }
  function fall(voice, falls, mark) {
    all("[data-id]", drawing).forEach(part => {
      mark(part, part.dataset.id);
      const [x, y, turn] = (part.dataset.fall || "").split(" ");
      if (part.dataset.fall) part.style.transform = part.classList.contains("falls") ? `translate(${x}px,${y}px) rotate(${turn}deg)`
        : part.classList.contains("leans") ? "rotate(7deg)" : "";
    });
    all("[data-on]", drawing).forEach(leg =>
      leg.classList.toggle("gone", [leg.dataset.on, leg.dataset.to].some(end => end === voice || falls.includes(end))));
    all("[data-voice]", drawing).forEach(stone => stone.classList.toggle("gone", stone.dataset.voice === voice));
  }

  /* Which block is which: a block or a link to it shows its legs and its words */
  function point(event) {
    const at = event.target.closest("[data-id], a[href^='#']");
    const id = at ? at.dataset.id || at.hash.slice(1) : "";
    all("[data-id]", drawing).forEach(part => part.classList.toggle("hot", part.dataset.id === id));
    all("[data-on]", drawing).forEach(leg => leg.classList.toggle("hot", id !== "" && [leg.dataset.on, leg.dataset.to].includes(id)));
    const title = one(".b.hot title", drawing);
    one(".named").textContent = title ? title.textContent : "";
  }
  if (drawing) {
    const section = one(".support");
    ["pointerover", "focusin"].forEach(name => section.addEventListener(name, point));
    drawing.addEventListener("click", event => {
      const block = event.target.closest(".b");
      if (block) location.hash = block.dataset.id;
    });
  }

  /* The strip that stays: where you are, while you read */
  const strip = one(".strip"), bar = make("div", "stay");
  const where = make("b", "where"), row = make("div", "track");
  const cells = new Map();
  let hand = "";
  bar.setAttribute("aria-hidden", "true");
  row.dir = strip.dir;
  all(".pg", strip).forEach(group => {
    const part = row.appendChild(make("div", "pg"));
    all(".cells a", group).forEach(link => {
      const cell = part.appendChild(make("span", "one"));
      cell.append(one(".cell", link).cloneNode(true));
      cells.set(link.hash.slice(1), cell);
      cell.addEventListener("click", () => { location.hash = link.hash; });
    });
  });
  bar.append(where, row);
  document.body.append(bar);
  let present = null;
  function raise(id) {
    if (!cells.has(id) || id === present) return;
    present = id;
    cells.forEach((cell, key) => cell.classList.toggle("now", key === id));
    all(".cells a", strip).forEach(link => {
      if (link.hash === "#" + id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    where.textContent = statements.findIndex(each => each.id === id) + 1 + " of " + statements.length;
    centre();
  }
  function centre() {
    const cell = cells.get(present);
    if (cell) row.scrollLeft += cell.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 2;
  }
  const seen = new Set();
  const eye = new IntersectionObserver(entries => {
    entries.forEach(entry => { if (entry.isIntersecting) seen.add(entry.target.id); else seen.delete(entry.target.id); });
    const first = statements.find(each => seen.has(each.id));
    const held = hand && byId(hand).closest(".s"), box = held && held.getBoundingClientRect();
    if (box && (phone.matches || (box.bottom > 60 && box.top < innerHeight))) raise(held.id);
    else if (first) raise(first.id);
  }, { rootMargin: "-20% 0px -60% 0px" });
  statements.forEach(each => eye.observe(each));
  new IntersectionObserver(entries => {
    root.classList.toggle("reads", entries[entries.length - 1].isIntersecting);
    centre();
  }, { rootMargin: "0px 0px -65% 0px" }).observe(reading);

  /* The mark in hand: it and its notes stand out; on a phone its note is a sheet */
  let opener = null;
  const markOf = hash => {
    const id = decodeURIComponent(hash.slice(1)).replace(/^note-/, "");
    return id && byId("note-" + id) && byId(id) ? id : "";
  };
  const door = id => { const mark = byId(id); return mark && (mark.matches("a") ? mark : one("a", mark)); };
  const still = { preventScroll: true };
  function show(id) {
    hand = id;
    all(".here, .with", reading).forEach(each => each.classList.remove("here", "with"));
    root.classList.toggle("sheet-open", Boolean(id));
    if (id) {
      const mark = byId(id), statement = mark.closest(".s");
      [mark, byId("note-" + id), ...all(`[data-note="note-${CSS.escape(id)}"]`, reading)].forEach(each => each.classList.add("here"));
      const near = statement === mark ? all(".f[id]", mark) : statement ? [statement] : [];
      near.forEach(each => byId("note-" + each.id).classList.add("with"));
      if (statement) { statement.classList.add("here"); raise(statement.id); }
    }
    showMarks();
  }
  function open(id, how, target = "#" + id) {
    address(target, how);
    show(id);
    if (phone.matches) byId("note-" + id).focus(still);
  }
  function bring(id) {
    const box = byId(id).getClientRects()[0], note = byId("note-" + id).getBoundingClientRect();
    if (box && (box.top < 60 || box.bottom > note.top)) scrollTo(0, scrollY + box.top - 90);
  }
  function close() {
    const back = opener && opener.closest(".s, .f") && markOf("#" + hand) === markOf(opener.hash) ? opener : opener && document.contains(opener) && !opener.closest(".reading") ? opener : door(hand);
    address("");
    show("");
    if (back) back.focus(still);
    opener = null;
  }
  reading.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link) {
      const words = event.target.closest(".words .s");
      if (words && getSelection().isCollapsed) {
        opener = one(".n", words) || door(markOf("#" + words.dataset.note));
        open(markOf("#" + words.dataset.note), "pushState");
      }
      return;
    }
    const id = markOf(link.getAttribute("href"));
    if (link.matches(".close")) { event.preventDefault(); close(); return; }
    if (!id) return;
    const sheet = link.closest(".note");
    event.preventDefault();
    if (phone.matches) {
      if (!sheet) opener = link;
      open(id, sheet ? "replaceState" : "pushState");
      if (sheet) bring(id);
      return;
    }
    const target = byId(link.hash.slice(1)), stop = target.matches(".note") ? target : door(id);
    if (!sheet) opener = link;
    open(id, "pushState");
    stop.focus(still);
    const box = stop.getBoundingClientRect();
    if (box.top < 70 || box.bottom > innerHeight) target.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape" && hand) close(); });
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[data-away]");
    if (link) takeAway(link.dataset.away);
  });
  function follow() {
    const id = markOf(location.hash);
    if (id === hand) return;
    opener = document.activeElement && document.activeElement.matches("a") ? document.activeElement : null;
    show(id);
    if (id && phone.matches) byId("note-" + id).focus(still);
  }
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  if (voices) {
    voices.addEventListener("change", () => takeAway(voices.elements.without.value));
    [voices, tools].forEach(form => form.addEventListener("submit", event => event.preventDefault()));
    takeAway(query.get("without") || "", true);
  }
  const first = markOf(location.hash);
  if (first) {
    show(first);
    if (phone.matches && location.hash !== "#" + first) byId(first).scrollIntoView();
  }
})();
