/* The class view: takes the links of a class, and shows what it saw. The links are kept in this tab's own storage.
   Nothing is sent: only the annotators' marks of the articles are fetched, from this site. */
(() => {
  "use strict";
  const { make, set, own, counted, row, card, strip, stretch } = WhoSaysParts;
  const KEY = "whosays-class", BIGGEST = 20_000_000, WORDS_SHOWN = 12;
  const one = (selector, within = document) => within.querySelector(selector);
  const desk = one(".desk"), shown = one(".class"), rows = one(".rows"), area = one("#links"), title = one("h1");
  const file = location.protocol === "file:";
  const blank = title.textContent;
  const tests = Object.fromEntries([...document.querySelectorAll(".tests dt")].map(name => [name.textContent, name.nextElementSibling.textContent]));

  const pupils = []; // in the order in which they came: {code, from, and what WhoSaysShare gives}
  const articles = new Map(); // by name: the annotators' marks, or null where they cannot be had
  let chosen = "", tallies = [], skipped = [];

  /* What is kept: the codes, for as long as the tab is open */
  function keep() {
    try { sessionStorage.setItem(KEY, JSON.stringify({ codes: pupils.map(pupil => pupil.code), chosen })); } catch { return false; }
    return true;
  }
  function kept() {
    try {
      const data = JSON.parse(sessionStorage.getItem(KEY) || "{}");
      chosen = String(data.chosen || "");
      return Array.isArray(data.codes) ? data.codes.filter(code => typeof code === "string") : [];
    } catch { return []; }
  }

  const skip = (from, words, say) => skipped.push({ from, words, say });
  const brief = code => code.length > 24 ? code.slice(0, 24) + "…" : code;

  /* Takes in what was pasted, dropped or opened; says how many are new, how many came twice, what is no link */
  function take(text, source) {
    const { found, rest } = WhoSaysClass.find(text), known = new Set(pupils.map(WhoSaysClass.sameness));
    let twice = 0, added = 0;
    found.forEach(({ line, shown: words, code }) => {
      const from = source === "" ? `Line ${line}` : `${source}, line ${line}`, share = WhoSaysShare.decode(code);
      if (!share.ok) { skip(from, share.why === "foreign" ? words : brief(code), share.say); return; }
      const pupil = { ...share.marks, code, from };
      const same = WhoSaysClass.sameness(pupil);
      if (known.has(same)) { twice++; return; }
      known.add(same);
      pupils.push(pupil);
      added++;
    });
    return { added, twice, rest, found: found.length };
  }

  /* The annotators' marks of each article: once. A page from disk may not read files. */
  async function load(slug) {
    if (articles.has(slug)) return;
    if (file) return;
    try {
      const answer = await fetch(new URL(`../../articles/${encodeURIComponent(slug)}/data.json`, location.href), { credentials: "omit" });
      if (answer.ok) articles.set(slug, WhoSaysClass.marks(await answer.json(), tests));
      else if (answer.status === 404) articles.set(slug, "none");
    } catch { /* no network: tried again with the next links */ }
  }
  /* Links for a text that the article no longer has, and for articles that are not here, go out again, by name */
  function sift() {
    const stay = pupils.filter(pupil => {
      const article = articles.get(pupil.slug);
      if (!article) return true;
      if (article === "none") skip(pupil.from, brief(pupil.code), `This site has no article “${pupil.slug}”.`);
      else {
        const share = WhoSaysShare.decode(pupil.code, { slug: article.slug, text: article.text });
        if (share.ok && pupil.bases.length === article.statements.length) return true;
        skip(pupil.from, brief(pupil.code), share.ok ? "It does not have as many statements as the article." : share.say);
      }
      return false;
    });
    pupils.splice(0, pupils.length, ...stay);
  }

  /* A class is those who marked the same text of the same article */
  function groups() {
    const all = new Map();
    pupils.forEach(pupil => {
      const key = [pupil.slug, pupil.text, pupil.bases.length].join(" ");
      if (!all.has(key)) all.set(key, { key, slug: pupil.slug, text: pupil.text, statements: pupil.bases.length, pupils: [] });
      all.get(key).pupils.push(pupil);
    });
    return [...all.values()].sort((first, other) => other.pupils.length - first.pupils.length);
  }
  const name = group => (articles.get(group.slug) || { title: group.slug }).title;

  function choice(all, group) {
    const form = one(".which"), part = one("fieldset", form);
    form.hidden = all.length < 2;
    part.replaceChildren(one("legend", part), ...all.map(each => {
      const input = set(document.createElement("input"), { type: "radio", name: "article", value: each.key });
      input.checked = each === group;
      return make("label", "", input, make("span", "", own(name(each)), ` ${each.pupils.length}`));
    }));
  }

  function people(group) {
    const box = one(".in"), seen = new Map();
    group.pupils.forEach(pupil => { if (pupil.name) seen.set(pupil.name, (seen.get(pupil.name) || 0) + 1); });
    one("summary", box).textContent = counted(group.pupils.length, "pupil");
    one("ul", box).replaceChildren(...group.pupils.map(pupil => {
      const out = set(make("button", "", "Remove"), { type: "button", "aria-label": `Remove ${pupil.name || "a pupil without a name"}` });
      out.addEventListener("click", () => {
        const place = [...one("ul", box).children].indexOf(out.parentElement);
        pupils.splice(pupils.indexOf(pupil), 1);
        show();
        say([`${pupil.name || "A pupil without a name"} is out.`]);
        const left = one(".in ul").children;
        if (!shown.hidden) (left.length ? one("button", left[Math.min(place, left.length - 1)]) : title).focus();
      });
      return make("li", "", pupil.name ? own(pupil.name) : make("span", "small", "no name"), seen.get(pupil.name) > 1 ? make("span", "small", " a name that is here more than once") : "", " ", out);
    }));
  }

  function order() {
    const reading = one("[name=reading-order]").checked;
    const sorted = reading ? tallies : WhoSaysClass.bySplit(tallies);
    rows.append(...sorted.map(tally => tally.row));
    one(".order").textContent = reading ? "In reading order."
      : "The most split first, by how many pupils saw something else than the largest group. Left open does not count. Equals stand in reading order.";
  }

  /* What the annotators marked and no pupil touched */
  function missed(article) {
    const marks = article ? article.framing.filter(mark => {
      const { marked } = tallies[mark.n - 1], ranges = WhoSaysShare.words(article.statements[mark.n - 1].text);
      return !ranges.some(([from, to], word) => marked[word] && from < mark.end && to > mark.start);
    }) : [];
    one(".missed").hidden = !marks.length;
    one(".missed").replaceChildren("Marked by the annotators, and by no pupil: ", ...marks.flatMap((mark, index) => [index ? "; " : "", "“", own(mark.text), `” in ${mark.n}, ${mark.technique.toLowerCase()}`]), ".");
  }
  function steered(article, lines) {
    missed(article);
    const all = tallies.flatMap(tally => tally.stretches).sort((first, other) => other.count - first.count || first.n - other.n || first.first - other.first);
    const items = all.slice(0, 300).map(each => stretch(each, all[0].count, article, lines));
    const others = one(".others");
    one(".steered").hidden = !all.length;
    one(".steered > ol").replaceChildren(...items.slice(0, WORDS_SHOWN));
    others.hidden = items.length <= WORDS_SHOWN;
    one("summary", others).textContent = `${items.length - WORDS_SHOWN} more`;
    one("ol", others).replaceChildren(...items.slice(WORDS_SHOWN));
  }

  /* Draws the class that is chosen, at once and whole */
  function show() {
    const all = groups(), group = all.find(each => each.key === chosen) || all[0];
    const full = keep();
    chosen = group ? group.key : "";
    shown.hidden = !group;
    desk.classList.toggle("filled", Boolean(group));
    one(".lede").hidden = Boolean(group);
    one(".headline").hidden = !group;
    one(".size").textContent = group ? counted(group.pupils.length, "pupil") : "";
    title.textContent = group ? name(group) : blank;
    choice(all, group);
    if (!group) {
      ["lang", "dir"].forEach(each => title.removeAttribute(each));
      one(".add").open = true;
      return full;
    }
    const article = articles.get(group.slug) || null;
    const lines = article ? { lang: article.language, dir: article.direction } : {};
    if (article) set(title, { lang: article.language, dir: "auto" });
    tallies = WhoSaysClass.count(group.pupils, group.statements, article && article.statements.map(each => each.text));
    tallies.forEach(tally => { tally.row = row(tally, group, article, lines); });
    const split = tallies.filter(tally => tally.split).length, top = WhoSaysClass.bySplit(tallies).filter(tally => tally.besides).slice(0, 3);
    const figure = make("strong", "", group.pupils.length < 2 ? "1 pupil" : `${split} of ${tallies.length}`);
    one(".headline").replaceChildren(...(group.pupils.length < 2 ? [figure, " is in so far."] : ["The class splits on ", figure, " statements."]));
    one(".lacks").hidden = Boolean(article);
    one(".lacks").textContent = file
      ? "This page was opened from disk, where it may not read the article’s marks. Here is what pupils marked, statement by statement, by number."
      : "The article’s text could not be loaded. Here is what pupils marked, by number. Add a link again to try once more.";
    one(".splits").replaceChildren(...top.map(tally => card(tally, article, lines)));
    one(".talk .small").textContent = top.length ? "Here the most pupils saw something else than the largest group. No answer wins by numbers: ask for the words behind it."
      : group.pupils.length > 1 ? "Nobody disagrees on any statement. Ask somebody to argue the other side." : "With one pupil there is nothing to compare yet.";
    one(".asks").hidden = !(article && article.questions.length);
    one(".asks ul").replaceChildren(...(article ? article.questions.map(text => make("li", "", text)) : []));
    top.forEach(tally => tally.row.classList.add("most-split"));
    const picture = one(".whole .strip");
    picture.classList.toggle("many", tallies.length > 40);
    picture.dir = article ? article.direction : "ltr";
    picture.replaceChildren(...strip(tallies, article));
    const { figure: alpha, says } = WhoSaysClass.agreement(tallies, group.pupils.length);
    one(".agree").replaceChildren(...(alpha ? ["The class’s α for what statements rest on is ", make("strong", "", alpha), ". "] : []), says, " ");
    one(".agree").append(set(make("a", "", "What α means"), { href: "../../method/#agreement" }));
    one("[name=key]").closest("label").hidden = !article;
    one("[name=names]").closest("label").hidden = !group.pupils.some(pupil => pupil.name);
    rows.replaceChildren();
    order();
    steered(article, lines);
    people(group);
    return full;
  }

  function say(sentences) { one(".news").textContent = sentences.join(" "); }
  function list() {
    one(".skipped").hidden = !skipped.length;
    one("#skipped").textContent = counted(skipped.length, "link was skipped", "links were skipped");
    one(".skipped ul").replaceChildren(...skipped.map(({ from, words, say: why }) => make("li", "", make("b", "", from), ": ", ...(words ? [make("q", "", own(words)), " "] : []), why)));
  }

  let queue = Promise.resolve();
  function add(texts, quietly) {
    queue = queue.then(async () => {
      if (!quietly) skipped = [];
      texts.filter(each => each.big).forEach(each => skip(each.source, "", "This file is larger than any class: it was not read."));
      const before = pupils.length;
      const results = texts.map(({ text, source }) => take(text, source));
      const sum = key => results.reduce((total, result) => total + result[key], 0);
      await Promise.all([...new Set(pupils.map(pupil => pupil.slug))].map(load));
      sift();
      const full = show(), came = pupils.length - before;
      list();
      if (quietly && !came && !skipped.length) return;
      const sentences = [came === 1 ? "1 link is in." : `${came} links are in.`];
      if (!sum("found")) sentences.splice(0, 1, "No link of ours was found in it.");
      if (sum("twice")) sentences.push(sum("twice") === 1 ? "1 came twice, with the same name and marks, and counts once." : `${sum("twice")} came twice, with the same name and marks, and count once.`);
      if (skipped.length) sentences.push(`${counted(skipped.length, "was", "were")} skipped, and ${skipped.length === 1 ? "is" : "are"} named below.`);
      if (sum("rest")) sentences.push(`${counted(sum("rest"), "line")} of other text ${sum("rest") === 1 ? "was" : "were"} passed over.`);
      if (!full) sentences.push("This browser cannot keep so much: the class is gone when you leave the page.");
      say(sentences);
      if (came && !quietly) {
        area.value = "";
        one(".add").open = false;
        title.focus({ preventScroll: true });
      }
    });
    return queue;
  }

  async function files(chosenFiles) {
    const texts = [];
    for (const each of chosenFiles) {
      const big = each.size > BIGGEST;
      texts.push({ text: big ? "" : await each.text(), source: each.name, big });
    }
    add(texts);
  }

  /* A pupil's own link leads here: the marks go out of the address, and into the class */
  function address() {
    if (!/^#w\d/.test(location.hash)) return [];
    const text = location.hash;
    try { history.replaceState(null, "", location.pathname + location.search); } catch { /* from disk: it stays */ }
    return [{ text, source: "The address" }];
  }

  one(".paste").addEventListener("submit", event => {
    event.preventDefault();
    if (area.value.trim()) add([{ text: area.value, source: "" }]);
    else { say(["Put at least one link in the field."]); area.focus(); }
  });
  one("#file").addEventListener("change", event => {
    files([...event.target.files]);
    event.target.value = "";
  });
  ["dragover", "dragenter"].forEach(kind => desk.addEventListener(kind, event => {
    event.preventDefault();
    desk.classList.add("over");
  }));
  ["dragleave", "drop"].forEach(kind => desk.addEventListener(kind, () => desk.classList.remove("over")));
  desk.addEventListener("drop", event => {
    event.preventDefault();
    const text = event.dataTransfer.getData("text");
    if (event.dataTransfer.files.length) files([...event.dataTransfer.files]);
    else if (text) add([{ text, source: "" }]);
  });
  one(".which").addEventListener("change", event => {
    chosen = event.target.value;
    show();
    const same = [...document.querySelectorAll("[name=article]")].find(input => input.value === chosen);
    if (same) same.focus();
  });
  one(".each .layers").addEventListener("change", event => {
    if (event.target.name === "reading-order") order();
    else shown.classList.toggle("with-" + event.target.name, event.target.checked);
  });
  document.querySelectorAll(".layers, .which").forEach(form => form.addEventListener("submit", event => event.preventDefault()));
  one(".csv").addEventListener("click", () => {
    const group = groups().find(each => each.key === chosen);
    const link = set(document.createElement("a"), { download: `class-${group.slug}.csv` });
    link.href = URL.createObjectURL(new Blob([WhoSaysClass.csv(group, articles.get(group.slug) || null)], { type: "text/csv;charset=utf-8" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  one(".to-paper").addEventListener("click", () => print());
  one(".clear").addEventListener("click", () => {
    pupils.length = skipped.length = 0;
    show();
    list();
    try { sessionStorage.removeItem(KEY); } catch { /* nothing was kept */ }
    say(["The class is cleared from this tab."]);
    area.focus();
  });
  addEventListener("hashchange", () => {
    const texts = address();
    if (texts.length) add(texts);
  });

  const codes = kept(), came = address();
  const before = codes.length ? add([{ text: codes.map(code => "#" + code).join("\n"), source: "Kept in this tab" }], true) : queue;
  before.then(() => {
    if (came.length) return add(came);
    if (pupils.length) {
      one(".add").open = false;
      say([`${counted(pupils.length, "pupil")} from before, kept in this tab.`]);
    }
    return null;
  });
})();
