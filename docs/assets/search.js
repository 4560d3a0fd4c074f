/* The search page: finds articles and techniques in the lists that the page itself holds.
   What a reader types is only ever compared and shown as text. */
(() => {
  "use strict";
  const one = selector => document.querySelector(selector);
  const form = one("form.find"), status = one(".status"), hits = one(".hits");
  const field = form.elements.q, list = one(".hits ol");
  const whole = document.querySelectorAll(".sheet > h2, .sheet > .listed");
  const title = document.title;
  const SHOWN = 50;

  /* Letters without their marks: é, أ and ł are found by e, ا and l */
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
  const fold = text => text.toLowerCase().normalize("NFKD").replace(MARKS, "").replace(/[ßæœøłđðþı]/g, c => LETTERS[c]);
  const words = text => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

  /* The lists, read once: what counts most comes first */
  const text = (item, selector) => words((item.querySelector(selector) || { textContent: "" }).textContent);
  const techniques = Array.from(document.querySelectorAll("li.way"), item => {
    const name = item.querySelector("a").textContent;
    return { item, name, technique: true, title: words(name), named: [], summary: text(item, "p"), by: [] };
  });
  const articles = Array.from(document.querySelectorAll(".listed li:not(.way)"), item => {
    const by = (item.dataset.t || "").split(" ").filter(Boolean).map(number => techniques[number]);
    return {
      item, by, title: text(item, "a"), summary: text(item, "p:not(.topics, .heard)"),
      named: [...text(item, ".topics"), ...text(item, ".heard"), ...by.flatMap(each => each.title)],
    };
  });
  const entries = [...articles, ...techniques];

  const fits = (word, term) => word === term ? 3 : word.startsWith(term) || (WITHOUT_SPACES.test(term) && word.includes(term)) ? 2 : 0;
  const best = (term, found) => found.reduce((most, word) => Math.max(most, fits(word, term)), 0);

  /* Each word that was typed must begin one of the entry's */
  function score(entry, terms) {
    let sum = 0;
    for (const term of terms) {
      const weight = Math.max(12 * best(term, entry.title), 4 * best(term, entry.named), best(term, entry.summary));
      if (!weight) return 0;
      sum += weight;
    }
    return sum;
  }

  function add(item, kind, words) {
    const line = document.createElement("p");
    line.className = kind;
    line.lang = document.documentElement.lang; // the entry may be in another
    line.textContent = words;
    item.append(line);
  }

  function shown(entry, terms) {
    const item = entry.item.cloneNode(true);
    const used = entry.by.filter(each => terms.some(term => best(term, each.title)));
    if (used.length) add(item, "uses", used.map(each => each.name).join(", "));
    if (entry.technique) add(item, "of", "a technique");
    return item;
  }

  function sentence(count, query) {
    if (!count) return `Nothing has all of “${query}”. Try fewer words, or the beginning of one. Everything there is stands below.`;
    const some = `${count} ${count === 1 ? "result" : "results"} for “${query}”.`;
    return count > SHOWN ? `${some} The first ${SHOWN} are shown; one more word leaves fewer.` : some;
  }

  /* What was found shows at once; it is said, and kept in the address, when the typing pauses */
  let pause, said = "";
  function say() {
    const query = field.value.trim();
    clearTimeout(pause);
    status.textContent = said;
    document.title = query ? `${query} · ${title}` : title;
    try {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname + location.hash);
    } catch { /* from disk: the address stays */ }
  }

  function search() {
    const query = field.value.trim(), terms = words(query);
    const found = terms.length ? entries.map(entry => [score(entry, terms), entry]).filter(([points]) => points) : [];
    found.sort(([a], [b]) => b - a); // stable: equals stay in the order of the library
    list.replaceChildren(...found.slice(0, SHOWN).map(([, entry]) => shown(entry, terms)));
    hits.hidden = !found.length;
    whole.forEach(part => { part.hidden = found.length > 0; });
    said = query ? sentence(found.length, query) : "The beginning of a word is enough.";
    clearTimeout(pause);
    pause = setTimeout(say, 250);
  }

  /* Enter and the arrow keys go on to the results, and back */
  const links = () => Array.from(hits.hidden ? [] : list.querySelectorAll("a"));
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (links().length) links()[0].focus();
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const stops = [field, ...links()], at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      field.value = "";
      search();
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.focus(); }
    }
  });
  field.addEventListener("input", event => { if (!event.isComposing) search(); });
  field.addEventListener("compositionend", search);
  list.addEventListener("click", say);
  field.value = new URLSearchParams(location.search).get("q") || field.value;
  search();
  say();
})();
