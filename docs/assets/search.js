/* The search page: finds words in the texts of all articles, and names in the codebook's lists that the
   page holds. Nothing of the index is asked for before somebody searches; then Pagefind asks for pieces.
   What readers type and authors wrote is only ever compared, and shown as text. */
(() => {
  "use strict";
  const one = selector => document.querySelector(selector);
  const form = one("form.find"), field = form.elements.q, status = one(".status"), failed = one(".failed");
  const hits = one(".hits"), terms = one(".hits .terms"), list = one(".hits .found"), more = one(".hits .more");
  const whole = document.querySelectorAll(".sheet > h2, .sheet > .listed");
  const fields = Array.from(form.elements).filter(each => each.name && each !== field);
  const title = document.title;
  const SHOWN = 10, STATEMENTS = 3, WIDE = 36, BEFORE = 10;

  /* Letters without their marks: é, أ and ł are e, ا and l */
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const fold = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}|\u0640/gu, "").replace(/[ßæœøłđðþı]/g, c => LETTERS[c]);
  const words = text => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const joined = text => words(text).join("");
  const tokensOf = data => data.content.split(/\s+/);
  const foundIn = (data, tokens) => new Set(data.locations.map(at => joined(plain(tokens[at] || ""))).filter(Boolean));

  /* What the index writes in its own way (generator/finish/index/words.py): words that it does not count
     are in private letters, between signs that stand without spaces it has one of its own, and at the end of
     every article stands a letter that finds them all: without a word Pagefind would load all there is */
  const EVERY = "ꙮ";
  const JOINT = /\u{f0000} ?/gu, PRIVATE = /[\u{f0001}-\u{ffffd}]/gu;
  const plain = text => text.replace(JOINT, "").replace(PRIVATE, c => String.fromCharCode(c.codePointAt(0) - 0xf0000));
  const SIGN = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/g;

  /* Beside other words these find nothing: every article has them, and the index is long where they are */
  const SMALL = new Set("a an and are as at be by for from had has have he her his in is it its not of on or she that the their they this to was were which who with".split(" "));

  function asked(text) {
    const all = text.replace(/"/g, " ").replace(SIGN, " $& ").split(/\s+/).filter(joined);
    const telling = all.filter(word => !SMALL.has(word.toLowerCase()));
    return telling.length ? telling : all;
  }

  /* Where no article has a word, Pagefind takes what the word begins with: “may” for “mayor”. We do not.
     A word fits if it goes on from the typed one, or if they differ in nothing but their endings */
  const ENDING = /^(?:[bdgklmnprtv]?(?:e|e?s|e?d|e?r|ers|ings?|y|ies|ied|iest|est|ly|ally?|ness|ments?|ful|less|ions?|ations?|able|ible|ive|ity|ic|ous|ism|ists?|i[sz](?:e|ed|es|ing)))?$/;
  function fits(word, typed) {
    let same = 0;
    while (same < typed.length && typed[same] === word[same]) same++;
    return same === typed.length || (same > 0 && ENDING.test(typed.slice(same)) && ENDING.test(word.slice(same)));
  }

  /* What is chosen: each field's name with its value */
  const isBox = each => each.type === "checkbox";
  const valueOf = each => (isBox(each) ? (each.checked ? each.value : "") : each.value);
  const chosen = () => new Map(fields.map(each => [each.name, valueOf(each)]).filter(([, value]) => value));
  const nameOf = each => (isBox(each) ? each.parentNode.textContent.trim() : `${each.parentNode.querySelector("span").textContent}: ${each.options[each.selectedIndex].text}`);
  function choose(each, value) {
    if (isBox(each)) each.checked = value === each.value;
    else each.value = value;
    const known = !value || valueOf(each) === value;
    if (!known) each.value = "";
    return known;
  }

  /* Each value is a filter of its own in the index. A time fits every shorter one as well */
  function filters(wanted) {
    const all = [];
    for (const [name, value] of wanted) {
      const shorter = name === "minutes" ? Array.from(form.elements.minutes.options, each => each.value).filter(Boolean) : [];
      const fitting = shorter.length ? shorter.filter(each => Number(each) <= Number(value)) : [value];
      all.push({ any: fitting.map(each => ({ [`${name}=${each}`]: "yes" })) });
    }
    return all.length ? { all } : {};
  }

  /* Where a piece of the index does not come, Pagefind goes on as if no article had the word. We do not */
  let broken = false;
  const fetched = window.fetch;
  window.fetch = (...all) => fetched(...all).then(
    answer => { broken = broken || !answer.ok; return answer; },
    fault => { broken = true; throw fault; });

  /* Pagefind, without its worker: a worker would stand outside this page's security policy */
  let engine, tries = 0;
  function load() {
    const address = new URL(form.dataset.index, document.baseURI);
    if (tries) address.search = tries; // a browser keeps a failure in mind by its address
    engine = engine || import(address.href).then(made => made.createInstance({ noWorker: true }));
    return engine;
  }

  /* What was found, and the words that are in no article: these are left out */
  async function ask(pagefind, typed, filters) {
    const find = async all => (await pagefind.search(all.join(" ") || EVERY, { filters })).results;
    const results = await find(typed);
    const seen = results.length ? await fitting(results[0], typed) : [];
    const unknown = [];
    for (const word of typed.filter(each => !seen.includes(each))) {
      const alone = (await pagefind.search(word)).results;
      if (!alone.length || !(await fitting(alone[0], [word])).length) unknown.push(word);
    }
    const known = typed.filter(word => !unknown.includes(word));
    if (!unknown.length) return [results, unknown];
    return [known.length ? await find(known) : [], unknown];
  }

  async function fitting(result, typed) {
    const data = await result.data(), found = Array.from(foundIn(data, tokensOf(data)));
    return typed.filter(word => found.some(each => fits(each, joined(word)) || each.includes(joined(word))));
  }

  /* A hit: the statements of one article that have the words, best first, shown in the order of reading */
  function sections(data) {
    const anchors = data.anchors.slice().sort((a, b) => a.location - b.location);
    return anchors.slice(0, -1).map((each, n) => ({
      id: each.id, statement: each.element === "a", from: each.location,
      to: anchors[n + 1].location,
    }));
  }

  function passage(into, tokens, { from, to }, found) {
    const first = Math.max(from, tokens.findIndex((token, at) => at >= from && at < to && found.has(joined(plain(token)))));
    const start = to - from <= WIDE + BEFORE ? from : Math.max(from, Math.min(first - BEFORE, to - WIDE));
    const end = to - from <= WIDE + BEFORE ? to : Math.min(to, start + WIDE);
    into.dir = "auto";
    into.removeAttribute("lang"); // these are the article's own words
    if (start > from) into.append("… ");
    for (let at = start; at < end; at++) {
      const word = plain(tokens[at]);
      if (found.has(joined(word))) {
        const mark = document.createElement("mark");
        mark.textContent = word;
        into.append(mark);
      } else into.append(word);
      if (at + 1 < end && !tokens[at].endsWith("\u{f0000}")) into.append(" ");
    }
    if (end < to) into.append(" …");
    into.normalize();
  }

  function line(into, kind, words, name = "p") {
    const made = document.createElement(name);
    made.className = kind;
    made.lang = document.documentElement.lang; // the article may be in another
    made.textContent = words;
    into.append(made);
    return made;
  }

  function about(filters) {
    const value = name => (Object.keys(filters).find(key => key.startsWith(`${name}=`)) || "").split("=")[1];
    const minutes = value("minutes");
    return [
      value("level") && `Ages ${value("level").replace("-", "–")}`,
      minutes && `${minutes} ${minutes === "1" ? "minute" : "minutes"}`,
    ].filter(Boolean).join(" · ");
  }

  function article(data) {
    const item = document.createElement("li"), head = document.createElement("h2"), link = document.createElement("a");
    const tokens = tokensOf(data), all = sections(data), found = foundIn(data, tokens);
    const language = Object.keys(data.filters).find(key => key.startsWith("language="));
    if (language) item.lang = language.split("=")[1];
    link.href = `..${data.raw_url}`;
    link.textContent = plain(data.meta.title);
    head.dir = "auto";
    head.append(link);
    item.append(head);
    line(item, "about", about(data.filters));

    all.forEach((each, n) => {
      each.order = n;
      each.has = new Set(tokens.slice(each.from, each.to).map(token => joined(plain(token))).filter(word => found.has(word)));
    });
    const having = all.filter(each => each.has.size);
    const statements = having.filter(each => each.statement);
    const best = statements.slice().sort((a, b) => b.has.size - a.has.size || a.order - b.order).slice(0, STATEMENTS).sort((a, b) => a.order - b.order);
    if (best.length) {
      const made = document.createElement("ul");
      for (const each of best) {
        const entry = document.createElement("li"), way = document.createElement("a");
        way.href = `..${data.raw_url}#${encodeURIComponent(each.id)}`;
        passage(way, tokens, each, found);
        entry.append(way);
        made.append(entry);
      }
      item.append(made);
      const left = statements.length - best.length;
      if (left) line(item, "left", `and in ${left} more ${left === 1 ? "statement" : "statements"}`);
    }
    /* Words of the summary, a name or a heading, which no statement has; or else what it is about */
    const told = new Set(statements.flatMap(each => Array.from(each.has)));
    const beside = having.find(each => !each.statement && Array.from(each.has).some(word => !told.has(word)));
    const section = beside || (best.length ? undefined : all.find(each => each.to > each.from));
    if (section) passage(line(item, "beside", ""), tokens, section, found);
    return item;
  }

  /* The codebook: each word that was typed must begin one of the name's */
  const ways = Array.from(document.querySelectorAll("li.way"), item => ({ item, name: words(item.querySelector("a").textContent) }));
  function named(query) {
    const typed = words(query);
    const fits = typed.length ? ways.filter(way => typed.every(each => way.name.some(word => word.startsWith(each)))) : [];
    return fits.slice(0, SHOWN).map(({ item }) => {
      const made = item.cloneNode(true);
      line(made, "about", item.dataset.each);
      if (item.dataset.uses) {
        const link = document.createElement("a");
        link.href = item.dataset.uses;
        link.textContent = "Articles that have it";
        line(made, "uses", "").append(link);
      }
      return made;
    });
  }

  /* What was found, ten at a time */
  let results = [];
  async function showMore(mine) {
    const next = results.slice(list.children.length, list.children.length + SHOWN);
    const made = await Promise.all(next.map(async each => article(await each.data())));
    if (mine !== turn) return;
    list.append(...made);
    more.hidden = list.children.length >= results.length;
    hits.hidden = !list.children.length && !terms.children.length;
    return made[0];
  }

  const articles = number => `${number} ${number === 1 ? "article" : "articles"}`;
  function sentence(query, wanted, unknown) {
    const what = [...(query ? [`“${query}”`] : []), ...fields.filter(each => wanted.has(each.name)).map(nameOf)].join(", ");
    const none = unknown.map(word => `“${word}” is in no article.`);
    const entries = terms.children.length;
    const defined = entries ? [`${entries} ${entries === 1 ? "entry" : "entries"} of the codebook.`] : [];
    if (results.length) {
      const first = results.length > SHOWN ? [`The first ${SHOWN} are shown.`] : [];
      return [`${articles(results.length)} for ${what}.`, ...first, ...none, ...defined].join(" ");
    }
    const nothing = none.length ? none : [`No article has all of: ${what}.`];
    const hint = entries ? [] : [query ? "Try fewer words, or the beginning of one." : "Take a choice back."];
    return [...nothing, ...defined, ...hint].join(" ");
  }

  let turn = 0;
  function say(text) { status.textContent = text; }
  function show(shown) {
    hits.hidden = !shown;
    whole.forEach(part => { part.hidden = shown; });
  }
  function empty() {
    results = [];
    list.replaceChildren();
    more.hidden = failed.hidden = true;
  }
  async function search(strange = []) {
    const mine = ++turn, query = field.value.trim(), wanted = chosen(), typed = asked(query);
    const lost = strange.map(each => `Nothing here answers to “${each}”.`).join(" ");
    document.title = query ? `${query} · ${title}` : title;
    empty();
    terms.replaceChildren(...(wanted.size ? [] : named(query)));
    show(terms.children.length > 0);
    if (!typed.length && !wanted.size) {
      say([lost, query ? `“${query}” has no letters to look for.` : ""].filter(Boolean).join(" "));
      return;
    }
    say("Searching …");
    let unknown = [];
    broken = false;
    try {
      if (form.dataset.index) {
        const pagefind = await load();
        const answer = await ask(pagefind, typed, filters(wanted));
        if (mine !== turn) return;
        [results, unknown] = answer;
        await showMore(mine);
        if (broken) throw new Error("a piece is missing");
      }
    } catch {
      if (mine !== turn) return;
      engine = undefined;
      tries += 1;
      empty();
      say("The articles could not be searched: the connection may be down, or this browser cannot do it.");
      failed.hidden = false;
      return;
    }
    if (mine !== turn) return;
    show(list.children.length > 0 || terms.children.length > 0);
    say([lost, sentence(query, wanted, unknown)].filter(Boolean).join(" "));
  }

  /* The address carries what is asked, so that a search can be shared and a step taken back */
  function go() {
    const query = new URLSearchParams([...(field.value.trim() ? [["q", field.value.trim()]] : []), ...chosen()]).toString();
    try { history.pushState(null, "", query ? `?${query}` : location.pathname); } catch { /* from disk: the address stays */ }
    search();
  }
  function read() {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") || "";
    const strange = fields.map(each => [each, query.get(each.name) || ""]).filter(([each, value]) => !choose(each, value));
    const narrow = one(".narrow");
    if (narrow && chosen().size) narrow.open = true;
    search(strange.map(([, value]) => value));
  }

  /* The arrow keys go on to the results, and back */
  const links = () => Array.from(hits.hidden ? [] : hits.querySelectorAll("a"));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const stops = [field, ...links()], at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      field.value = "";
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.focus(); }
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    go();
  });
  form.addEventListener("change", event => { if (event.target !== field) go(); });
  one(".again").addEventListener("click", () => search());
  more.querySelector("button").addEventListener("click", async () => {
    const first = await showMore(turn).catch(() => { failed.hidden = false; });
    if (first) first.querySelector("a").focus();
  });
  addEventListener("popstate", read);
  read();
})();
