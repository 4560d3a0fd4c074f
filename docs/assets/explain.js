/* The explainer: complete without this. It shows where you are, opens notes, switches layers, swaps plain
   words and takes voices away. What is chosen stands in the address, so that it can be shared. What only
   a script can use is made here from the page itself: full names of links, sheets, what falls. */
(() => {
  "use strict";
  const root = document.documentElement, assets = document.currentScript.src;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, name, ...inside) => {
    const made = Object.assign(document.createElement(tag), { className: name });
    made.append(...inside);
    return made;
  };
  const link = (hash, name, ...inside) => Object.assign(make("a", name, ...inside), { href: "#" + hash });
  const reading = one(".reading"), phone = matchMedia("(max-width: 760px)");
  const byId = id => document.getElementById(id);
  const NOTE = ":is(.put, .below, .rests) > div";

  /* What the page says of each mark */
  const statements = all(".s[id]", reading), place = new Map(statements.map((each, at) => [each.id, at]));
  const BASES = ["sourced", "unsourced", "inferred"];
  const basisOf = id => BASES.find(name => byId(id)?.classList.contains(name));
  const bothOf = id => {
    const basis = basisOf(id), also = BASES.find(name => byId(id)?.classList.contains("or-" + name));
    return basis + (also ? ", or " + (also === basis ? "of another kind" : also) : "");
  };
  const noteOf = id => byId("note-" + id);
  const hashes = (selector, within) => all(selector, within).map(each => each.hash.slice(1));
  const voiceRows = all(".voices tbody tr").map(row => ({ row, says: hashes(".chips a", row) }));
  const said = id => voiceRows.filter(({ says }) => says.includes(id)).map(({ row }) => row);
  const under = new Map(statements.map(({ id }) => [id, hashes(":scope>span a[href^='#']", noteOf(id)).filter(key => place.has(key))]));
  const labels = new Map(all(".roots li>a").map(each => [each.hash.slice(1), each.nextElementSibling.textContent]));
  const chip = (id, hash = id) => Object.assign(link(hash, "chip " + basisOf(id), String(place.get(id) + 1)), { title: labels.get(id) || "" });
  const listed = list => list.flatMap((part, at) => [at ? at === list.length - 1 ? " and " : ", " : "", part]);
  const marksIn = id => all(`.s[data-note="note-${CSS.escape(id)}"] .f[id]`, reading);

  statements.forEach((each, at) => {
    each.dataset.note = "note-" + each.id;
    const names = said(each.id).map(row => one(".name", row).textContent);
    one(".n", each).setAttribute("aria-label", `${at + 1} of ${statements.length}, ${bothOf(each.id)}${names.length ? ": " + listed(names).join("") : ""}. Go to its note`);
  });
  const framed = all(".words .f", reading), pages = new Map(all(".wordings h3 a").map(each => [each.textContent, each.href]));
  framed.forEach(mark => {
    const note = mark.id ? noteOf(mark.id) : mark.hash && byId(mark.hash.slice(1));
    mark.dataset.to = mark.getAttribute("href") || "";
    if (!note) return;
    const name = one(":scope>b", note), technique = name.textContent;
    if (mark.id && pages.has(technique)) name.replaceChildren(Object.assign(make("a", "", technique), { href: pages.get(technique) }));
    if (mark.dataset.to) mark.setAttribute("aria-label", mark.dataset.label = `${mark.textContent}: framing, ${technique.toLowerCase()}. ${one(":scope>small", note).textContent} Go to its note`);
  });
  all(".wordings li>a").forEach(each => {
    const statement = byId(each.hash.slice(1)).closest(".s");
    if (statement) each.parentElement.append(" ", chip(statement.dataset.note.slice(5)));
  });

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
  
  /* Plain words stand beside what they are for, and quotation marks round nothing else can go with it: ours are no quotation */
  const QUOTES = { "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"' };
  let prepared = false;
  function prepare() {
    prepared = true;
    framed.forEach(mark => {
      const note = byId(mark.id ? "note-" + mark.id : mark.hash.slice(1)), ours = note && one(":scope>i", note);
      if (!ours) return;
      const theirs = make("span", "w", ...mark.childNodes), { previousSibling: before, nextSibling: after } = mark;
      mark.append(theirs);
      if (mark.id) mark.append(Object.assign(make("ins", "p", ours.textContent), { hidden: true }));
      if (!before || !after || before.nodeType !== 3 || after.nodeType !== 3 || QUOTES[before.data.slice(-1)] !== (after.data[0] || "none")) return;
      mark.before(make("span", "q", before.data.slice(-1)));
      mark.after(make("span", "q", after.data[0]));
      before.data = before.data.slice(0, -1);
      after.data = after.data.slice(1);
    });
  }
  function showMarks() {
    boxes.forEach(box => reading.classList.toggle("no-" + box.value, !box.checked));
    reading.classList.toggle("alone", alone.checked);
    const swap = Boolean(plain && plain.checked), hidden = reading.classList.contains("no-framing");
    reading.classList.toggle("plain-words", swap);
    if (plain) one(".ours", reading).hidden = !swap;
    if (swap && !prepared) prepare();
    framed.forEach(mark => {
      const ours = one(".p", mark), theirs = one(".w", mark);
      if (theirs) {
        if (ours) ours.hidden = !swap;
        theirs.hidden = swap;
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
  const voices = one("form.choose"), verdict = one(".said");
  const drawing = one("svg.drawing"), panels = all(".panel");
  const everyone = verdict && verdict.textContent;
  const fated = (panel, fate) => (panel ? hashes("." + fate + " dd a", panel) : []);
  const nameOf = voice => [...tools.elements.voice.options].find(option => option.value === voice).text;
  if (voices) {
    voices.append(make("fieldset", "", make("legend", "", "Take a voice away"), ...[...tools.elements.voice.options].map(({ value, text }) => make("label", "",
      Object.assign(document.createElement("input"), { type: "radio", name: "without", value, checked: !value }), make("span", "", value ? "without " + text : "everyone stays")))));
    panels.forEach(panel => {
      const others = one(".stands dd", panel), gone = [...fated(panel, "falls"), ...fated(panel, "leans")];
      if (others) others.replaceChildren(...statements.filter(({ id }) => !gone.includes(id)).flatMap(({ id }) => [chip(id), " "]));
    });
    all(".fates .chips>a, .voices .chips>a").forEach(each => { each.title = labels.get(each.hash.slice(1)) || ""; });
  }
  function takeAway(voice, quietly) {
    const panel = panels.find(each => each.dataset.without === voice) || null;
    const chosen = panel ? voice : "";
    const falls = fated(panel, "falls"), leans = fated(panel, "leans");
    const fate = id => (falls.includes(id) ? "falls" : leans.includes(id) ? "leans" : "");
    const mark = (element, id) => ["falls", "leans"].forEach(name => element.classList.toggle(name, fate(id) === name));
    voices.elements.without.value = tools.elements.voice.value = chosen;
    panels.forEach(each => each.classList.toggle("on", each === panel));
    verdict.replaceChildren(...(panel ? one(".verdict", panel).cloneNode(true).childNodes : [everyone]));
    const told = one(".told.lack", reading);
    told.hidden = !panel;
    told.textContent = panel ? `Without ${nameOf(voice)}, ${all(".multiples li")[panels.indexOf(panel)].lastElementChild.textContent}.` : "";
    all(".fate", reading).forEach(sign => sign.remove());
    statements.forEach(each => {
      mark(each, each.id);
      const link = one(".n", each), label = link.getAttribute("aria-label").replace(/; (falls|leans) without .*?\. Go/, ". Go");
      link.setAttribute("aria-label", fate(each.id) ? label.replace(". Go", `; ${fate(each.id)} without ${nameOf(voice)}. Go`) : label);
      if (!fate(each.id)) return;
      const sign = link.appendChild(make("span", "fate", fate(each.id)));
      sign.setAttribute("aria-hidden", "true");
    });
    cells.forEach((cell, id) => mark(cell, id));
    if (drawing) fall(chosen, falls, mark);
    if (!quietly) choose("without", chosen);
  }
  /* The drawing in parts that can fall: a group a block, its place when it is gone, a group a leg */
  function takeApart() {
    const draw = (tag, values, ...inside) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
      Object.entries(values).forEach(([name, value]) => made.setAttribute(name, value));
      made.append(...inside);
      return made;
    };
    const blocks = all("[data-fall]", drawing);
    blocks.forEach((block, at) => {
      const [face, number] = block.children, { id } = statements[at], ghost = number.cloneNode(true), box = one("#k", drawing);
      block.setAttribute("class", "b " + basisOf(id));
      block.dataset.id = id;
      ghost.setAttribute("x", Number(face.getAttribute("x")) + box.getAttribute("width") / 2);
      ghost.setAttribute("y", Number(face.getAttribute("y")) + box.getAttribute("height") / 2 + 4);
      if (box.getAttribute("width") >= 84) ghost.textContent += " stood here";
      blocks[0].before(draw("g", { class: "ghost", "data-id": id }, draw("use", { href: "#k", x: face.getAttribute("x"), y: face.getAttribute("y") }), ghost));
    });
    all("[data-ends]", drawing).forEach(legs => {
      const ends = legs.dataset.ends.split(" ");
      legs.replaceWith(...legs.getAttribute("d").split("M").slice(1).map((path, at) => draw("g", { "data-on": ends[2 * at], "data-to": ends[2 * at + 1] },
        draw("path", { class: "halo", d: "M" + path }), draw("path", { class: legs.getAttribute("class"), d: "M" + path }))));
    });
  }
  if (drawing) takeApart();
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
    one(".named").textContent = place.has(id) ? `${place.get(id) + 1} ${labels.get(id)}` : "";
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
    all("a", group).forEach(each => {
      const id = each.hash.slice(1), names = said(id).map(row => one(".name", row).textContent), marks = marksIn(id).length;
      const cell = part.appendChild(make("span", "one " + basisOf(id), one("svg", each).cloneNode(true)));
      each.setAttribute("aria-label", [`Statement ${place.get(id) + 1}`, bothOf(id), ...names, ...marks ? [marks === 1 ? "1 framing mark" : marks + " framing marks"] : []].join(", "));
      cells.set(id, cell);
      cell.addEventListener("click", () => { location.hash = each.hash; });
    });
  });
  bar.append(where, row);
  document.body.append(bar);
  let present = null;
  function raise(id) {
    if (!cells.has(id) || id === present) return;
    present = id;
    cells.forEach((cell, key) => cell.classList.toggle("now", key === id));
    all("a", strip).forEach(link => {
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
  /* On a phone a note is a sheet: it begins with the answer, and leads on to what belongs to it */
  function bears(id) {
    const falls = new Set([id]), leans = new Set();
    for (let more = true; more;) {
      more = false;
      under.forEach((keys, other) => {
        if (!keys.length || falls.has(other)) return;
        if (keys.every(key => falls.has(key))) {
          falls.add(other);
          leans.delete(other);
          more = true;
        } else if (!leans.has(other) && keys.some(key => falls.has(key) || leans.has(key))) {
          leans.add(other);
          more = true;
        }
      });
    }
    falls.delete(id);
    return [falls, leans].map(found => [...place.keys()].filter(key => found.has(key)));
  }
  const capital = text => text[0].toUpperCase() + text.slice(1);
  const item = id => make("li", "", link("note-" + id, "", make("b", "chip " + basisOf(id), String(place.get(id) + 1)), " ", make("bdi", "", labels.get(id) || "")));
  const part = (title, rows, name) => (rows.length ? [make("p", "of", title), make("ul", name, ...rows)] : []);
  function sheet(id) {
    const note = noteOf(id), at = place.get(id), more = make("div", "sheet-only more");
    note.tabIndex = -1;
    if (one(".sheet-nav", note)) return;
    const step = by => {
      const other = statements[at + by], number = String(at + 1 + by);
      return other ? [Object.assign(link("note-" + other.id, "", by < 0 ? "← " + number : number + " →"), { ariaLabel: "Statement " + number })] : [];
    };
    if (at === undefined) {
      const statement = byId(id).closest(".s");
      if (statement) more.append(...part("It stands in", [item(statement.dataset.note.slice(5))], "stands-on"));
    } else {
      const basis = basisOf(id), who = one(":scope>span", note);
      const answer = basis === "inferred" ? "The writer." : basis === "sourced" && who ? capital(who.textContent.replace("to ", "")) + "." : "Nobody named.";
      note.firstElementChild.after(make("p", "sheet-only answer", "Who says? ", make("bdi", "", answer)));
      const voices = said(id).map(each => make("li", "", Object.assign(link("voices", "", one(".stake", each).cloneNode(true), " ",
        make("span", "", make("bdi", "", one(".name", each).textContent), " ", ...all("small", each).slice(0, 1).map(role => role.cloneNode(true)))))));
      more.append(...part("It stands on", [...voices, ...under.get(id).map(item)], "stands-on"));
      more.append(...part("Framing in it", marksIn(id).map(mark => {
        const { children } = noteOf(mark.id);
        return make("li", "", link("note-" + mark.id, "f", children[0].textContent), " ", ...[...children].filter(each => each.matches("i")).map(each => each.cloneNode(true)),
          " ", make("small", "", one(":scope>b", noteOf(mark.id)).textContent));
      }), ""));
      const [falls, leans] = bears(id).map(keys => keys.map(key => link(key, "", String(place.get(key) + 1))));
      const fall = falls.length ? [...listed(falls), falls.length === 1 ? " falls with it" : " fall with it"] : [];
      const lean = leans.length ? [...listed(leans), leans.length === 1 ? " leans" : " lean"] : [];
      if (falls.length || leans.length) more.append(make("p", "", "If it goes, ", ...fall, falls.length && leans.length ? ", and " : "", ...lean, "."));
    }
    if (more.firstChild) note.append(more);
    note.append(make("p", "sheet-only sheet-nav", ...(at === undefined ? [] : step(-1)), link(id, "close", "Close"), ...(at === undefined ? [] : step(1))));
  }

  /* If a mark is wrong: the editor at its line, and the form filled in */
  const { edit, report, title, page, byLine } = reading.dataset;
  if (edit) all("[data-line]", reading).forEach(note => {
    const id = note.id.slice(5), { line } = note.dataset, at = place.get(id), mark = at === undefined ? one("a", note).textContent : statements[at].textContent.replace(/^\d+(or)?/, "");
    const cut = (text, room) => (text.length > room ? text.slice(0, room - 1).replace(/ [^ ]*$/, "") + " …" : text), words = cut(mark.replace(/\s+/g, " ").trim(), 120);
    const what = at === undefined ? `the framing mark “${cut(words, 40)}”` : `statement ${at + 1}`;
    const about = new URLSearchParams({ title: `${at === undefined ? `“${cut(words, 40)}”` : capital(what)} in “${title}”`, link: page + (byLine === undefined ? id : line), mark: words });
    const way = (href, text, name) => Object.assign(make("a", "", text), { href, rel: "noopener", ariaLabel: name });
    note.append(make("details", "mend", Object.assign(make("summary", "", "mend"), { ariaLabel: "Mend " + what }),
      way(`${edit}#L${line}`, "suggest a change", "Suggest a change to " + what), " ", way(`${report}&${about}`, "report", "Report " + what)));
  });

  function show(id) {
    hand = id;
    all(".here, .with", reading).forEach(each => each.classList.remove("here", "with"));
    root.classList.toggle("sheet-open", Boolean(id));
    if (id) {
      const mark = byId(id), statement = mark.closest(".s");
      sheet(id);
      [mark, byId("note-" + id), ...all(`[data-note="note-${CSS.escape(id)}"]`, reading)].forEach(each => each?.classList.add("here"));
      const near = statement === mark ? all(".f[id]", mark) : statement ? [statement] : [];
      near.forEach(each => byId("note-" + each.id)?.classList.add("with"));
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
    const sheetOpen = link.closest(NOTE);
    event.preventDefault();
    if (phone.matches) {
      if (!sheetOpen) opener = link;
      open(id, sheetOpen ? "replaceState" : "pushState");
      if (sheetOpen) bring(id);
      return;
    }
    const target = byId(link.hash.slice(1)), stop = target.matches(NOTE) ? target : door(id);
    if (!sheetOpen) opener = link;
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
  if (query.has("compare")) document.head.append(Object.assign(make("script", ""), { src: new URL("compare.js", assets).href }));
  const first = markOf(location.hash);
  if (first) {
    show(first);
    if (phone.matches && location.hash !== "#" + first) byId(first).scrollIntoView();
  }
})();
