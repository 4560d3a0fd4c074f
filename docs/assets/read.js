/* The student page: choose a sentence, say what it rests on, mark the words that steer. The marks are
   kept by marks.js in this browser; share.js packs them into a link. Nothing is sent anywhere. */
(() => {
  "use strict";
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const NAMES = { s: "sourced", u: "unsourced", i: "inferred" };
  const root = document.documentElement, still = { preventScroll: true };
  const home = new URL("../", document.currentScript.src);
  const bench = one(".bench"), slip = one(".slip");
  const { slug, text: version, address } = bench.dataset;
  const quote = text => one(".words").dir === "rtl" ? `“\u2068${text}\u2069”` : `“${text}”`; // kept apart from the English round it
  const say = text => { one(".tell").textContent = text; };

  /* What only a script can use is made here: the page without it is a worksheet */
  const sign = kind => one(`.legend .${kind}`).outerHTML;
  const option = (value, kind, means) => `<label class="option"><input type="radio" name="basis" value="${value}">${sign(kind)}<span><b>${kind[0].toUpperCase() + kind.slice(1)}</b> <small>${means}</small></span></label>`;
  const { lang, dir } = one(".words");
  one(".bar").innerHTML = `<p class="count" role="status"></p><button class="undo" type="button" disabled>Undo</button><div class="blocks" role="progressbar" aria-label="Statements marked" aria-valuemin="0" dir="${dir}"></div><p class="tell" role="status"></p>`;
  one(".old").innerHTML = "<p></p><button type='button' class='bring'>Bring them over</button>";
  slip.innerHTML = `<p class="idle">Choose a sentence, and this is where you mark it.</p>
<form hidden autocomplete="off">
<div class="slip-top"><h2 id="slip-title">Who says this?</h2><p class="which"></p><button class="close" type="button">Close</button></div>
<p class="quoted vh" id="slip-quoted" dir="${dir}"></p>
<fieldset class="options" aria-describedby="slip-quoted"><legend class="vh">What does it rest on?</legend>
${option("s", "sourced", "somebody says it, and the text says who")}
${option("u", "unsourced", "told as a fact, and nobody is named")}
${option("i", "inferred", "the writer’s own conclusion")}
</fieldset>
<div class="by" hidden><label for="slip-by">By whom?</label><div class="pair"><input id="slip-by" name="by" maxlength="280" dir="auto"><button class="take" type="button" aria-pressed="false">Take words from the text</button></div></div>
<label class="reason" for="slip-why">Why? One line is enough.</label>
<input id="slip-why" name="why" maxlength="280" dir="auto">
<fieldset class="steer"><legend>Words that steer</legend>
<ul class="stretches"></ul>
<p class="how">Tap the first and the last of them in the text.</p>
<button class="chosen" type="button" hidden>Mark the words chosen</button>
<details><summary>Or choose them here</summary><div class="chips" role="group" aria-label="Words of this sentence" dir="${dir}"></div></details>
</fieldset>
<p class="slip-end"><button class="forget" type="button">Unmark</button><button class="next go" type="button">Next</button></p>
</form>`;
  one(".sharing").innerHTML = `<form class="send" autocomplete="off">
<h3>Share your marks</h3>
<label for="name">Your name, if you want it in the link</label>
<input id="name" name="name" maxlength="80" dir="auto" autocomplete="off">
<p><button class="copy" type="submit">Copy the link</button> <button class="pass" type="button" hidden>Share…</button></p>
<p class="sent" role="status"></p>
<div class="code" hidden><label for="link">The link. It holds your marks, so no server has to.</label><textarea id="link" rows="3" readonly dir="ltr"></textarea></div>
</form>
<p class="rows"><button class="sheet-print" type="button">Print the worksheet</button> <button class="clear" type="button">Clear my marks</button></p>
<p class="small kept">Your marks are kept in this browser, on this device, and nowhere else. On a shared one, clear them when you are done.</p>
<p class="small offline"></p>`;
  all(".quoted, .chips", slip).forEach(each => { each.lang = lang; }); // the text's own language
  const form = one("form", slip), fields = form.elements;

  /* Sentences: their pieces, their text, and a span round each word and each gap */
  const sentences = new Map();
  all(".s", bench).forEach(piece => {
    const number = Number(piece.dataset.n);
    if (!sentences.has(number)) sentences.set(number, { number, pieces: [], text: "", spans: [] });
    const sentence = sentences.get(number), label = one(".n", piece);
    const words = make("span", "x");
    words.append(...[...piece.childNodes].filter(node => node !== label));
    piece.append(words);
    sentence.pieces.push(piece);
    sentence.text += words.textContent;
  });
  one(".blocks").append(...all(".verse").filter(verse => one(".n", verse)).map(verse => {
    const group = make("div", "pg");
    group.append(...all(".n", verse).map(({ textContent: number }) => {
      const cell = make("span", "one"), wide = Math.max(2, WhoSaysShare.words(sentences.get(Number(number)).text).length);
      cell.dataset.to = number;
      cell.innerHTML = `<svg class="cell" width="${wide}em" aria-hidden="true"><rect class="paper" width="100%" height="100%"/><rect class="fill" width="100%" height="100%"/></svg>`;
      return cell;
    }));
    return group;
  }));
  one(".blocks").setAttribute("aria-valuemax", sentences.size);
  sentences.forEach(sentence => {
    const { pieces, text } = sentence;
    sentence.places = WhoSaysShare.words(text);
    sentence.print = WhoSaysShare.checksum(text);
    let at = 0;
    pieces.forEach(piece => {
      const walker = document.createTreeWalker(one(".x", piece), NodeFilter.SHOW_TEXT), nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      nodes.forEach(node => {
        const end = at + node.length;
        node.replaceWith(...spans(sentence, at, end));
        at = end;
      });
    });
    const label = one(".n", pieces[0]);
    sentence.button = Object.assign(make("button", "n", label.textContent), { type: "button", id: "n" + label.textContent });
    sentence.button.setAttribute("aria-controls", "slip");
    label.replaceWith(sentence.button);
    sentence.cell = one(`[data-to="${sentence.number}"]`);
  });
  function spans(sentence, at, end) {
    const made = [];
    while (at < end) {
      const index = sentence.places.findIndex(([, stop]) => stop > at);
      const [start, stop] = sentence.places[index] || [end, end], word = start <= at;
      const span = make("span", word ? "w" : "w gap", sentence.text.slice(at, Math.min(end, word ? stop : start)));
      span.dataset.w = word ? index + 1 : index < 0 ? sentence.places.length : index; // a gap has the number of the word before
      sentence.spans.push(span);
      made.push(span);
      at += span.textContent.length;
    }
    return made;
  }
  const wordsOf = (sentence, first, last) => WhoSaysShare.stretch(sentence.text, first, last);

  /* State: the sentence in hand, the first word of a stretch to come, and whether words are taken for “by whom” */
  let hand = 0, from = 0, taking = null, selected = null, kept = true;
  const marks = WhoSaysMarks.open(slug, version, {
    blocked() {
      kept = false;
      const sorry = "This browser does not let the page keep your marks: they last until you close it. Compare or share them before.";
      one(".kept").textContent = sorry;
      queueMicrotask(() => say(sorry));
    },
    changed: () => queueMicrotask(() => { paintAll(); fill(); }),
  });

  /* Paint */
  function paint(number) {
    const sentence = sentences.get(number);
    if (!sentence) return;
    const mark = marks.get(number), name = NAMES[mark.basis] || "", inHand = number === hand;
    sentence.pieces.forEach(piece => {
      piece.classList.toggle("in-hand", inHand);
      one(".x", piece).className = name ? "x t " + name : "x";
    });
    sentence.spans.forEach(span => {
      const index = Number(span.dataset.w), gap = span.classList.contains("gap") ? 1 : 0;
      const around = mark.words.find(([first, last]) => first <= index && index + gap <= last);
      span.classList.toggle("on", Boolean(around));
      span.classList.toggle("first", Boolean(around) && !gap && index === around[0]);
      span.classList.toggle("last", Boolean(around) && !gap && index === around[1]);
      span.classList.toggle("from", !gap && inHand && index === from);
    });
    sentence.button.className = "n " + name;
    const steer = mark.words.length ? ", words that steer" : "";
    sentence.button.setAttribute("aria-label", `${number} of ${sentences.size}, ${name || "not marked"}${steer}. Mark it`);
    sentence.button.setAttribute("aria-expanded", String(inHand));
    const face = one(".fill", sentence.cell);
    face.setAttribute("class", "fill " + name);
    if (mark.basis && mark.basis !== "s") face.setAttribute("fill", `url(#p-${name})`); else face.removeAttribute("fill");
    sentence.cell.classList.toggle("now", inHand);
    if (inHand) centre(sentence.cell);
  }
  function centre(cell) {
    const blocks = one(".blocks"), box = blocks.getBoundingClientRect();
    if (blocks.scrollWidth > blocks.clientWidth) blocks.scrollLeft += cell.getBoundingClientRect().left - box.left - box.width / 2;
  }
  function tally() {
    const done = marks.numbers().filter(number => sentences.has(number) && marks.get(number).basis).length;
    const blocks = one(".blocks");
    one(".count").replaceChildren(make("b", "", `${done} of ${sentences.size} marked.`), done === sentences.size ? " All of them: time to compare." : " Nothing is sent.");
    blocks.setAttribute("aria-valuenow", done);
    blocks.setAttribute("aria-valuetext", `${done} of ${sentences.size} marked`);
    one(".undo").disabled = !marks.steps;
    const { all: old, same } = matching();
    one(".old").hidden = !old.length;
    one(".old p").textContent = `The text has changed since you marked it. Your ${old.length} marks of the older text are kept. `
      + (same.length ? `In ${same.length} of them the sentence is still the same.` : "None of their sentences is here any more.");
    one(".bring").hidden = !same.length;
  }
  function paintAll() {
    sentences.forEach((_, number) => paint(number));
    tally();
  }
  function edit(values, tag) {
    marks.change({ [hand]: { ...values, print: sentences.get(hand).print } }, tag && tag + hand);
    paint(hand);
    tally();
  }

  /* Marks of an older text find their sentences by these sentences' own words */
  function matching() {
    const places = new Map([...sentences.values()].map(sentence => [sentence.print, sentence.number]));
    const old = marks.older();
    return { all: old, same: old.filter(mark => places.has(mark.print)).map(mark => [places.get(mark.print), mark]) };
  }
  one(".bring").addEventListener("click", () => {
    const fresh = matching().same.filter(([number]) => !marks.get(number).print);
    marks.change(Object.fromEntries(fresh));
    paintAll();
    fill();
    say(fresh.length ? `${fresh.length} brought over.` : "They are here already.");
  });

  /* The slip: what is said of the sentence in hand */
  function fill() {
    const sentence = sentences.get(hand);
    form.hidden = !sentence;
    one(".idle").hidden = Boolean(sentence);
    slip.classList.toggle("open", Boolean(sentence));
    root.classList.toggle("slip-open", Boolean(sentence));
    if (!sentence) return;
    const mark = marks.get(hand);
    one(".which").textContent = `${hand} of ${sentences.size}`;
    one(".quoted").textContent = sentence.text;
    all("[name=basis]", form).forEach(radio => { radio.checked = radio.value === mark.basis; });
    one(".by").hidden = mark.basis !== "s";
    if (fields.by.value !== mark.by) fields.by.value = mark.by;
    if (fields.why.value !== mark.why) fields.why.value = mark.why;
    one(".take").setAttribute("aria-pressed", String(Boolean(taking)));
    one(".forget").hidden = !mark.print;
    one(".next").textContent = hand < sentences.size ? `Next: ${hand + 1}` : "Done";
    steer(sentence, mark);
  }
  function steer(sentence, mark) {
    one(".stretches").replaceChildren(...mark.words.map(([first, last]) => {
      const item = make("li", ""), words = make("bdi", "f", wordsOf(sentence, first, last)), remove = make("button", "remove", "Remove");
      remove.type = "button";
      remove.setAttribute("aria-label", `Remove: ${words.textContent}`);
      remove.addEventListener("click", () => { loosen(first); (one(".stretches button") || one(".steer summary")).focus(still); });
      item.append(words, remove);
      return item;
    }));
    one(".how").textContent = taking ? "Tap the first and the last word of who says it."
      : from ? `From ${quote(wordsOf(sentence, from, from))} to which word? The same again marks it alone.`
        : "Tap the first and the last of them in the text.";
    one(".chosen").hidden = !selected;
    if (selected) one(".chosen").textContent = `Mark ${quote(wordsOf(sentences.get(selected.number), selected.first, selected.last))}`;
    const chips = one(".chips"), held = all("button", chips).indexOf(document.activeElement);
    chips.replaceChildren(...sentence.places.map((_, index) => {
      const chip = make("button", index + 1 === from ? "from" : "", wordsOf(sentence, index + 1, index + 1));
      chip.type = "button";
      chip.tabIndex = index === Math.max(held, 0) ? 0 : -1;
      chip.setAttribute("aria-pressed", String(mark.words.some(([first, last]) => first <= index + 1 && index + 1 <= last)));
      chip.addEventListener("click", () => word(hand, index + 1));
      return chip;
    }));
    if (held >= 0 && chips.children[held]) chips.children[held].focus(still);
  }
  function choose(number, focus = true) {
    const before = hand;
    marks.settle();
    hand = number;
    from = 0;
    if (!taking || number === 0) taking = null;
    one(".chips").replaceChildren();
    [before, number].forEach(each => paint(each));
    fill();
    say("");
    if (!number) return;
    slip.scrollTop = 0;
    if (focus) (one("[name=basis]:checked", form) || one("[name=basis]", form)).focus(still);
    reveal(sentences.get(number));
  }
  function reveal(sentence) {
    if (getComputedStyle(slip).position === "static") { slip.scrollIntoView({ block: "start" }); return; }
    const top = one(".bar").offsetHeight + 12;
    const bottom = getComputedStyle(slip).position === "fixed" ? slip.getBoundingClientRect().top - 8 : innerHeight - 8;
    const boxes = sentence.pieces.map(piece => piece.getBoundingClientRect());
    const first = boxes[0].top, last = boxes[boxes.length - 1].bottom;
    if (first < top || last - first > bottom - top) scrollBy(0, first - top);
    else if (last > bottom) scrollBy(0, last - bottom);
  }
  function close() {
    const { button } = sentences.get(hand);
    taking = null;
    choose(0);
    button.focus(still);
  }

  /* Words: the first tap begins a stretch, the second ends it; a tap on marked words frees them */
  function word(number, index) {
    if (taking) return take(number, index);
    const { words } = marks.get(number);
    if (words.some(([first, last]) => first <= index && index <= last)) return loosen(index);
    if (!from) {
      from = index;
      say(`From ${quote(wordsOf(sentences.get(number), index, index))}. Now the last word.`);
    } else {
      tie(Math.min(from, index), Math.max(from, index));
    }
    paint(number);
    fill();
  }
  function tie(first, last) {
    const apart = marks.get(hand).words.filter(([start, end]) => end < first || start > last);
    from = 0;
    edit({ words: [...apart, [first, last]].sort((a, b) => a[0] - b[0]) });
    say(`${quote(wordsOf(sentences.get(hand), first, last))} is marked as steering.`);
    fill();
  }
  function loosen(index) {
    from = 0;
    edit({ words: marks.get(hand).words.filter(([first, last]) => index < first || last < index) });
    say("No longer marked.");
    fill();
  }
  function take(number, index) {
    const begun = taking.number === number && taking.first;
    if (!begun) {
      taking = { number, first: index };
      say(`From ${quote(wordsOf(sentences.get(number), index, index))}. Now the last word.`);
      return;
    }
    taken(wordsOf(sentences.get(number), Math.min(begun, index), Math.max(begun, index)));
  }
  function taken(text) {
    taking = null;
    const by = WhoSaysShare.line(text);
    edit({ by });
    say(`By whom: ${by}.`);
    fill();
    fields.by.focus(still);
  }
  one(".take").addEventListener("click", () => {
    if (selected) return taken(wordsOf(sentences.get(selected.number), selected.first, selected.last));
    taking = taking ? null : { number: 0, first: 0 };
    say(taking ? "Tap the first and the last word of who says it." : "");
    fill();
  });
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const place = node => { const span = node && (node.nodeType === 3 ? node.parentElement : node); return span && span.closest(".w"); };
    const ends = chosen.isCollapsed ? [] : [place(chosen.anchorNode), place(chosen.focusNode)];
    const next = ends[0] && ends[1] && ends[0].closest(".s").dataset.n === ends[1].closest(".s").dataset.n;
    if (!next && !selected) return;
    if (!next) { setTimeout(() => { if (getSelection().isCollapsed) { selected = null; if (hand) fill(); } }, 400); return; }
    const indexes = ends.map(span => Number(span.dataset.w)).sort((a, b) => a - b);
    selected = { number: Number(ends[0].closest(".s").dataset.n), first: Math.max(1, indexes[0]), last: indexes[1] };
    if (hand) fill();
  });
  one(".chosen").addEventListener("click", () => {
    if (!selected) return;
    const { number, first, last } = selected;
    if (number !== hand) choose(number);
    selected = null;
    getSelection().removeAllRanges();
    tie(first, last);
  });

  /* Hands: touch, mouse, keyboard */
  bench.addEventListener("click", event => {
    const piece = event.target.closest(".s"), cell = event.target.closest("[data-to]");
    if (cell) return choose(Number(cell.dataset.to));
    if (!piece || event.target.closest("a")) return;
    const number = Number(piece.dataset.n), span = event.target.closest(".w:not(.gap)");
    if (!getSelection().isCollapsed) { if (!hand) choose(number, false); return; }
    if (event.target.closest(".n")) return number === hand ? close() : choose(number);
    if (taking && span) return take(number, Number(span.dataset.w));
    if (number !== hand) return choose(number);
    if (span) word(number, Number(span.dataset.w));
  });
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  function along(items, event, wrapped) {
    const at = items.indexOf(event.target), next = items[event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : at + (step[event.key] || 0) * (wrapped ? -1 : 1)];
    if (at < 0 || !next || next === event.target) return;
    event.preventDefault();
    event.target.tabIndex = items[0].matches(".n") ? 0 : -1;
    next.tabIndex = 0;
    next.focus();
  }
  document.addEventListener("keydown", event => {
    const target = event.target;
    if (event.key === "Escape" && hand) return close();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !target.matches("input:not([type=radio]), textarea")) {
      event.preventDefault();
      return undo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = getComputedStyle(target).direction === "rtl" && /Left|Right/.test(event.key);
    if (target.matches("button.n")) along([...sentences.values()].map(sentence => sentence.button), event, rtl);
    else if (target.closest(".chips")) along(all("button", one(".chips")), event, rtl);
  });
  form.addEventListener("submit", event => { event.preventDefault(); one(".next").click(); });
  form.addEventListener("input", event => {
    const { name, value } = event.target;
    if (name === "basis") {
      edit({ basis: value, ...(value === "s" ? {} : { by: "" }) });
      fill();
      one(".by").scrollIntoView({ block: "nearest" });
    } else if (name) {
      edit({ [name]: WhoSaysShare.line(value) }, name);
      one(".forget").hidden = !marks.get(hand).print;
    }
  });
  form.addEventListener("change", () => marks.settle());
  one(".close", slip).addEventListener("click", close);
  one(".next").addEventListener("click", () => {
    if (hand < sentences.size) return choose(hand + 1);
    choose(0);
    one("#done").tabIndex = -1;
    one("#done").focus();
  });
  one(".forget").addEventListener("click", () => {
    edit({ basis: "", by: "", why: "", words: [], print: "" });
    fill();
    one("[name=basis]", form).focus(still);
    say("Unmarked. Undo brings it back.");
  });
  function undo() {
    if (!marks.undo()) return;
    from = 0;
    paintAll();
    fill();
    say("Undone.");
  }
  one(".undo").addEventListener("click", undo);
  one(".clear").addEventListener("click", () => {
    marks.clear();
    if (hand) choose(0);
    paintAll();
    say("Cleared. Undo brings your marks back.");
  });
  one(".sheet-print").addEventListener("click", () => print());

  /* Share: the marks become the end of a link */
  const send = one(".send"), sent = one(".sent"), link = one("#link");
  function packed() {
    const numbers = [...sentences.keys()].sort((a, b) => a - b), part = key => Object.fromEntries(numbers.map(number => [number, marks.get(number)[key]]));
    const code = WhoSaysShare.encode({
      slug, text: version, name: send.elements.name.value, by: part("by"), why: part("why"),
      bases: numbers.map(number => marks.get(number).basis || "-").join(""),
      words: numbers.flatMap(number => marks.get(number).words.map(([first, last]) => [number, first, last])),
    });
    const site = location.protocol === "file:" ? address.replace(/articles\/[^/]+\/read\/$/, "") : home.href;
    return code && (site ? `${site}teach/class/#${code}` : code);
  }
  one("a.compare-them").addEventListener("click", event => {
    const code = kept ? "" : packed().split("#").pop();
    if (code) event.target.hash = code; // where nothing is kept, the address carries the marks
  });
  function ready() {
    const text = packed();
    one(".code").hidden = !text;
    link.value = text;
    if (!text) sent.textContent = "Your lines are too long for a link. Shorten a few of them.";
    return text;
  }
  send.addEventListener("submit", async event => {
    event.preventDefault();
    if (!ready()) return;
    const name = send.elements.name.value.trim() ? "your name in it" : "no name in it";
    try {
      await navigator.clipboard.writeText(link.value);
      sent.textContent = `Copied, with ${name}. Paste it to your teacher.`;
    } catch {
      link.focus();
      link.select();
      sent.textContent = `Here is the link, with ${name}. Copy it from the field below.`;
    }
  });
  send.elements.name.addEventListener("input", () => { one(".code").hidden = true; sent.textContent = ""; });
  if (navigator.share) {
    one(".pass").hidden = false;
    one(".pass").addEventListener("click", () => {
      const text = ready();
      if (text) navigator.share(text.startsWith("w1.") ? { text } : { url: text }).catch(() => { sent.textContent = "Not shared. The link is below."; });
    });
  }

  /* Once opened, the page and the explainer work without a network */
  if ("serviceWorker" in navigator && location.protocol !== "file:") {
    navigator.serviceWorker.addEventListener("message", event => {
      if (event.data === "kept") one(".offline").textContent = "This page now works without a network too.";
    });
    navigator.serviceWorker.register(new URL("offline.js", home))
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active.postMessage({ keep: [new URL("./", location).href, new URL("../", location).href] }))
      .catch(() => { /* then only with one */ });
  }
  paintAll();
  fill();
})();
