/* The class view without its page: finds the links in what a teacher pasted, counts a class, writes the table.
   Pure functions. All of it handles texts of strangers, as data. */
const WhoSaysClass = (() => {
  "use strict";
  const BASES = [["s", "sourced"], ["u", "unsourced"], ["i", "inferred"]];
  const NAMES = { s: "sourced", u: "unsourced", i: "inferred", "-": "left open" };

  /* Where a code begins: after a #, or by itself and long enough to be no word such as "w3.org" */
  const START = /(#|%23|^|[^A-Za-z0-9_-])(w[1-9]\d{0,5}\.)(?=([\w-]*))/g;
  const UNSEEN = /[\u0000\u00ad\u200b-\u200d\u2060\ufeff\ufffd]/g;
  const WHOLE = /^w\d+\.[A-Za-z0-9_-]+\.[0-9a-f]{8}/;
  const BROKEN = /^(?:=?\n[>|\t ]*|[\t ]+)/; // a mail program's line end, with the signs of a quotation
  const LINK = /^[a-z][a-z0-9+.-]*:\/\/\S|^(?:javascript|data|vbscript|file):\S|^www\.\S/i;
  const short = text => text.length > 40 ? text.slice(0, 40) + "…" : text;

  function starts(text) {
    const found = [];
    for (const one of text.matchAll(START)) {
      if (one[1] === "#" || one[1] === "%23" || one[3].length > 19) found.push(one.index + one[1].length);
    }
    return found;
  }

  /* The code that begins a stretch, read across broken lines only where it needs that to be whole */
  function code(stretch) {
    const plain = /^[\w.-]+/.exec(stretch)[0], whole = WHOLE.exec(plain);
    if (whole) return { code: whole[0], length: whole[0].length };
    let joined = "", at = 0;
    for (let pieces = 0; pieces < 500 && joined.length < 17000 && at < stretch.length; pieces++) {
      const gap = BROKEN.exec(stretch.slice(at, at + 80));
      if (gap) { at += gap[0].length; continue; }
      const run = /^[\w.-]+/.exec(stretch.slice(at, at + 4000));
      if (!run) break;
      joined += run[0];
      at += run[0].length;
      const full = WHOLE.exec(joined);
      if (full) return { code: full[0], length: at - (joined.length - full[0].length) };
    }
    const tail = /^(?:\n[\w.-]{20,}(?=\s|$))*/.exec(stretch.slice(plain.length))[0];
    return { code: plain, length: plain.length + tail.length };
  }

  /** The codes in a text, in order, each with its line; links of others; and how many lines held neither. */
  function find(pasted) {
    const text = pasted.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
    const found = [], from = starts(text);
    let line = 1, counted = 0, at = 0, rest = 0;
    const lineOf = place => {
      for (; counted < place; counted++) if (text[counted] === "\n") line++;
      return line;
    };
    const between = (start, end) => {
      let place = start;
      text.slice(start, end).split("\n").forEach(words => {
        let other = 0;
        words.split(/[\s<>"'“”‘’(),;|]+/).filter(Boolean).forEach(word => {
          if (LINK.test(word) || /^[\w.-]{40,}$/.test(word)) found.push({ line: lineOf(place), shown: short(word), code: word });
          else if (/[\p{L}\p{N}]/u.test(word)) other = 1;
        });
        rest += other;
        place += words.length + 1;
      });
    };
    from.forEach((start, index) => {
      if (start < at) return;
      let address = start;
      while (address > at && !/[\s<>"'“”‘’(),;|]/.test(text[address - 1])) address--;
      between(at, address);
      const one = code(text.slice(start, from[index + 1]));
      found.push({ line: lineOf(start), shown: short(one.code), code: one.code });
      at = start + one.length;
      while (at < text.length && !/[\s<>"'“”‘’(),;|]/.test(text[at]) && at < (from[index + 1] || text.length)) at++;
    });
    between(at, text.length);
    return { found, rest };
  }

  /** The same for the same marks under the same name, in whatever order they were written. */
  const sameness = ({ slug, text, name, bases, by, why, words }) =>
    JSON.stringify([slug, text, name, bases, Object.entries(by).sort(), Object.entries(why).sort(), words]);

  /* What some say by whom, most first; the same name in other letters or spaces is the same */
  function voices(names) {
    const all = new Map();
    names.forEach(name => {
      const key = name.toLowerCase().normalize("NFKC");
      if (!all.has(key)) all.set(key, { name, count: 0 });
      all.get(key).count++;
    });
    return [...all.values()].sort((one, other) => other.count - one.count);
  }

  function statement(n, pupils, ranges) {
    const counts = { s: 0, u: 0, i: 0, "-": 0 }, said = [], marked = new Array(ranges.length).fill(0);
    const reasons = [], stretches = new Map();
    pupils.forEach(pupil => {
      const basis = pupil.bases[n - 1];
      counts[basis]++;
      if (pupil.by[n]) said.push(pupil.by[n]);
      if (pupil.why[n]) reasons.push({ basis, why: pupil.why[n], name: pupil.name });
      const own = new Set(), keys = new Set();
      pupil.words.forEach(([at, first, last, why]) => {
        if (at !== n || (ranges.length && last > ranges.length)) return;
        for (let word = first; word <= last; word++) own.add(word);
        const key = first + " " + last;
        if (!stretches.has(key)) stretches.set(key, { n, first, last, count: 0, reasons: [] });
        if (!keys.has(key)) stretches.get(key).count++;
        keys.add(key);
        if (why) stretches.get(key).reasons.push({ why, name: pupil.name });
      });
      if (ranges.length) own.forEach(word => marked[word - 1]++);
    });
    const sides = BASES.map(([letter, name]) => ({ letter, name, count: counts[letter] }))
      .filter(side => side.count).sort((one, other) => other.count - one.count);
    const of = sides.reduce((sum, side) => sum + side.count, 0), most = sides.length ? sides[0].count : 0;
    return {
      n, counts, sides, of, most, besides: of - most, split: of > 0 && most * 2 <= of && sides.length > 1,
      voices: voices(said), reasons, marked, stretches: [...stretches.values()],
    };
  }

  /** What a class saw in each statement. `texts` has their words, or nothing where they are not known. */
  function count(pupils, statements, texts) {
    return Array.from({ length: statements }, (_, index) =>
      statement(index + 1, pupils, texts ? WhoSaysShare.words(texts[index]) : []));
  }

  /** The most split first: by how many did not see it as the largest group did; else in reading order. */
  const bySplit = tallies => [...tallies].sort((one, other) => other.besides - one.besides || one.n - other.n);

  /** Krippendorff's alpha for the basis (generator/agreement has the same): 1 where all always agree, 0 for
      what chance would give. Null where no statement has two answers, or everybody gave one and the same. */
  function alpha(tallies) {
    const labels = { s: 0, u: 0, i: 0 };
    let apart = 0;
    tallies.filter(({ of }) => of > 1).forEach(({ counts, of }) => BASES.forEach(([letter]) => {
      labels[letter] += counts[letter];
      apart += counts[letter] * (of - counts[letter]) / (of - 1);
    }));
    const each = Object.values(labels), total = each.reduce((sum, count) => sum + count, 0);
    const chance = total * total - each.reduce((sum, count) => sum + count * count, 0);
    return chance > 0 ? 1 - (total - 1) * apart / chance : null;
  }

  /** The same as figure and sentence, or the reason why there is none. */
  function agreement(tallies, pupils) {
    const value = alpha(tallies);
    if (value !== null) {
      const figure = (Math.round(value * 100) / 100 + 0).toFixed(2).replace("-", "−");
      return { figure, says: "1 would mean that all always agree, 0 that they agree as often as chance would have it." };
    }
    const says = pupils < 2 ? "With one pupil there is nobody to agree with: there is no figure of agreement."
      : tallies.some(({ of }) => of > 1) ? "Everybody gave one and the same answer throughout. That cannot be told from chance: there is no figure of agreement."
        : "No statement has the answers of two pupils: there is no figure of agreement.";
    return { figure: "", says };
  }

  /* A cell of a table: what a spreadsheet would take for a formula begins with an apostrophe */
  const cell = value => {
    const text = String(value);
    return `"${(/^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;
  };

  /** A line for each pupil and statement, as a spreadsheet reads it: UTF-8 with its mark, and CRLF. */
  function csv(group, article) {
    const rows = [["article", "version", "pupil", "name", "statement", "words", "basis", "by", "why", "marked", "annotators"]];
    group.pupils.forEach((pupil, index) => [...pupil.bases].forEach((basis, at) => {
      const of = article ? article.statements[at] : { text: "", basis: "" };
      const ranges = article ? WhoSaysShare.words(of.text) : [];
      const marked = pupil.words.filter(([n, , last]) => n === at + 1 && (!article || last <= ranges.length)).map(([, first, last, why]) =>
        (article ? of.text.slice(ranges[first - 1][0], ranges[last - 1][1]) : `${first}–${last}`) + (why ? ` (${why})` : ""));
      rows.push([group.slug, group.text, index + 1, pupil.name, at + 1, of.text, NAMES[basis],
        pupil.by[at + 1] || "", pupil.why[at + 1] || "", marked.join(" | "), of.basis]);
    }));
    return "\ufeff" + rows.map(row => row.map(cell).join(",") + "\r\n").join("");
  }

  /** The annotators' marks of an article's file of data, each with its words; `tests` are the codebook's questions. */
  function marks(data, tests) {
    const letters = data.blocks.map(block => Array.from(block.text)); // its places count code points, ours as strings do
    const part = (mark, start, end) => letters[mark.block].slice(start, end).join("");
    const voices = new Map((data.voices || []).map(voice => [voice.id, voice.name]));
    const at = new Map(data.statements.map((statement, index) => [statement.id, index]));
    const others = data.readings || [];
    const statements = data.statements.map(({ block, start, end, basis, by = [], kind = "", also = "", also_kind: other = "", note = "" }, index) => ({
      block, basis, also: [also, other && data.names.kinds[other].toLowerCase()].filter(Boolean).join(", "), note, text: part({ block }, start, end),
      others: others.map(({ reader, bases }) => ({ reader, basis: bases[index] })),
      voices: by.map(id => voices.get(id)), kind: kind && data.names.kinds[kind].toLowerCase(),
    }));
    const framing = (data.framing || []).filter(mark => at.has(mark.statement)).map(mark => {
      const index = at.get(mark.statement), text = part(mark, mark.start, mark.end);
      const start = part(mark, data.statements[index].start, mark.start).length;
      return { n: index + 1, start, end: start + text.length, text, technique: data.names.techniques[mark.technique], plain: mark.plain || "" };
    });
    const { slug, title, language, direction, text_version: text, questions = [] } = data;
    return { slug, title, language, direction, text, tests, statements, framing, questions: questions.map(({ ask }) => ask) };
  }

  return Object.freeze({ BASES, NAMES, find, sameness, count, bySplit, alpha, agreement, csv, marks });
})();

/* The parts of the class view: made once from the figures of a class. Words of strangers become text nodes. */
const WhoSaysParts = (() => {
  "use strict";
  const { BASES } = WhoSaysClass;
  const SVG = "http://www.w3.org/2000/svg";
  const ALL = [...BASES, ["-", "open"]];

  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }
  function set(element, values) {
    Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }
  const hidden = text => make("span", "vh", text);
  const counted = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;
  const own = text => make("bdi", "", text);

  /* The sign of a kind, as large as what it fills */
  const faces = new Map();
  function face(kind, width = "100%") {
    if (!faces.has(kind)) {
      const all = { width: "100%", height: "100%" };
      const rect = set(document.createElementNS(SVG, "rect"), { ...all, class: kind });
      if (["unsourced", "inferred", "split"].includes(kind)) rect.setAttribute("fill", `url(#p-${kind})`);
      const svg = set(document.createElementNS(SVG, "svg"), { "aria-hidden": "true", focusable: "false", class: "cell" });
      svg.append(set(document.createElementNS(SVG, "rect"), { ...all, class: "paper" }), rect);
      faces.set(kind, svg);
    }
    return set(faces.get(kind).cloneNode(true), { width });
  }

  function bar(tally, role) {
    const box = make("div", "bar");
    ALL.forEach(([letter, kind]) => {
      const count = tally.counts[letter];
      const part = make("div", count ? "seg " + kind : "seg none", count ? face(kind) : "", make("b", "", String(count)));
      if (count) part.style.flexGrow = count;
      part.dataset.basis = kind;
      if (role) part.setAttribute("role", role);
      box.append(part);
    });
    return box;
  }

  /* A statement's words, washed where pupils marked them, with how many did */
  function washed(text, marked) {
    const words = make("span", "txt");
    if (!marked.some(Boolean)) {
      words.append(text);
      return words;
    }
    const ranges = WhoSaysShare.words(text);
    let at = 0;
    for (let first = 0; first < ranges.length;) {
      let last = first;
      while (last + 1 < ranges.length && marked[last + 1] === marked[first]) last++;
      if (marked[first]) {
        const [from, to] = [ranges[first][0], ranges[last][1]];
        words.append(text.slice(at, from), make("span", "f", text.slice(from, to)), make("sup", "", hidden(" marked by "), String(marked[first]), hidden(" ")));
        at = to;
      }
      first = last + 1;
    }
    words.append(text.slice(at));
    return words;
  }

  const reason = ({ why, name }) => make("li", "", "“", own(why), "”", name ? make("span", "name", " ", own(name)) : "");
  const stretchText = (stretch, text) => {
    if (!text) return stretch.first === stretch.last ? `word ${stretch.first}` : `words ${stretch.first} to ${stretch.last}`;
    const ranges = WhoSaysShare.words(text);
    return text.slice(ranges[stretch.first - 1][0], ranges[stretch.last - 1][1]);
  };

  /* Who saw it how, by whom, and why: made when it is opened, for a class writes much */
  function inside(tally, pupils, text, lines) {
    const box = make("div", "inside");
    ALL.forEach(([letter, kind]) => {
      if (!tally.counts[letter]) return;
      const names = pupils.filter(pupil => pupil.bases[tally.n - 1] === letter && pupil.name).map(pupil => pupil.name);
      const reasons = tally.reasons.filter(each => each.basis === letter);
      const part = make("div", "", make("h3", "", make("span", "kind " + kind, letter === "-" ? "left open" : kind), ` ${tally.counts[letter]}`));
      if (names.length) part.append(make("p", "name", ...names.flatMap((name, index) => [index ? ", " : "", own(name)])));
      if (letter === "s" && tally.voices.length) part.append(make("p", "", "By whom: ", ...tally.voices.flatMap(({ name, count }, index) => [index ? ", " : "", own(name), ` ${count}`])));
      if (reasons.length) part.append(make("ul", "", ...reasons.map(reason)));
      if (part.children.length > 1) box.append(part);
    });
    const worded = tally.stretches.filter(stretch => stretch.reasons.length);
    worded.forEach(stretch => box.append(make("div", "", make("h3", "", set(make("span", "f", stretchText(stretch, text)), text ? lines : {})), make("ul", "", ...stretch.reasons.map(reason)))));
    return box;
  }
  function details(tally, pupils, text, lines) {
    const reasons = tally.reasons.length + tally.stretches.reduce((sum, each) => sum + each.reasons.length, 0);
    const named = pupils.some(pupil => pupil.name);
    if (!reasons && !named && tally.voices.length < 4) return "";
    const title = reasons ? counted(reasons, "reason") : "who saw it how";
    const box = make("details", reasons || tally.voices.length > 3 ? "" : "name", make("summary", "", title, hidden(`, statement ${tally.n}`)));
    box.addEventListener("toggle", () => { if (box.open && box.children.length === 1) box.append(inside(tally, pupils, text, lines)); });
    return box;
  }

  function annotators(of, tally) {
    const [letter] = BASES.find(([, name]) => name === of.basis);
    const lead = make("p", "key-only key", make("b", "", "Annotators: "), make("span", "kind " + of.basis, of.basis));
    if (of.voices.length) lead.append(", ", own(of.voices.join(", ")));
    if (of.kind) lead.append(", " + of.kind);
    if (of.also) lead.append(`; a fair reader could say ${of.also}`);
    lead.append(`. ${tally.counts[letter]} of ${tally.of} with them. `, make("span", "reason", own(of.note)));
    return lead;
  }

  /* What other readers of the article call it, those with one answer together */
  function readers(of) {
    const line = make("p", "key-only key", make("b", "", "Other readers: "));
    [...BASES, ["", "no answer for these words"]].forEach(([letter, name]) => {
      const names = of.others.filter(({ basis }) => basis === (letter && name)).map(({ reader }) => reader);
      if (!names.length) return;
      if (line.children.length > 1) line.append("; ");
      line.append(make("span", letter ? "kind " + name : "", name), " ", make("span", "", "(", ...names.flatMap((each, index) => [index ? ", " : "", own(each)]), ")"));
    });
    return line;
  }

  /** One statement of the list. */
  function row(tally, group, article, lines) {
    const of = article && article.statements[tally.n - 1], text = of ? of.text : "";
    const line = set(make("div", "row"), { role: "row", id: "c" + tally.n });
    const words = of ? set(washed(text, tally.marked), lines) : make("span", "txt", hidden("Statement "), `${tally.n}`);
    const said = set(make("div", "speech"), { role: "rowheader" });
    said.append(...(of ? [make("span", "no", String(tally.n)), " "] : []), words);
    const alike = set(make("div", "alike", make("b", "", String(tally.most)), ` of ${tally.of}`), { role: "cell" });
    const more = set(make("div", "more"), { role: "cell" });
    if (tally.voices.length) more.append(make("p", "by", "by ", ...tally.voices.slice(0, 3).flatMap(({ name, count }, index) => [index ? ", " : "", own(name), ` ${count}`]),
      tally.voices.length > 3 ? `, and ${tally.voices.length - 3} more` : ""));
    if (of) {
      more.append(annotators(of, tally), ...(of.others.length ? [readers(of)] : []));
      words.classList.add(of.basis);
    }
    more.append(details(tally, group.pupils, text, lines));
    const box = bar(tally, "cell");
    if (of) box.querySelector(`[data-basis="${of.basis}"]`).classList.add("theirs");
    line.append(said, box, alike, more);
    return line;
  }

  /** A statement to talk about, with a line that opens the talk. */
  function card(tally, article, lines) {
    const of = article && article.statements[tally.n - 1];
    const [first, second, third] = tally.sides;
    const says = (side, index) => `${side.count} ${index ? "" : side.count === 1 ? "says " : "say "}${side.name}`;
    const item = make("li", "", make("p", "which", set(make("a", "", `Statement ${tally.n}`), { href: "#c" + tally.n }), `, ${tally.most} of ${tally.of} alike`));
    if (of) item.append(set(make("p", "quote", of.text), lines));
    const picture = set(bar(tally), { "aria-hidden": "true" });
    item.append(picture, make("p", "ask", [first, second, third].filter(Boolean).map(says).join(", ") + ". Ask one of each: which words decided it for you?"));
    if (of) {
      picture.querySelector(`[data-basis="${of.basis}"]`).classList.add("theirs");
      item.append(make("dl", "", ...[first, second].flatMap(side => [make("dt", "", make("span", "kind " + side.name, side.name)), make("dd", "", article.tests[side.name])])), annotators(of, tally));
    }
    return item;
  }

  /** The whole article in blocks. */
  function strip(tallies, article) {
    const parts = [];
    let block = null;
    tallies.forEach(tally => {
      const of = article && article.statements[tally.n - 1];
      if (!parts.length || (of && of.block !== block)) parts.push(make("div", "pg", make("div", "cells")));
      block = of && of.block;
      const kind = tally.split ? "split" : tally.of ? tally.sides[0].name : "open";
      const seen = tally.sides.map(side => `${side.count} ${side.name}`).join(", ") || "nobody marked it";
      const link = set(make("a", "", face(kind, `${Math.max(2, of ? WhoSaysShare.words(of.text).length : 6)}em`), make("b", "", String(tally.n))),
        { href: "#c" + tally.n, "aria-label": `Statement ${tally.n}: ${tally.split ? "split, " : ""}${seen}` });
      parts[parts.length - 1].firstChild.append(link);
    });
    return parts;
  }

  /** A stretch of words that pupils marked, and how many did. */
  function stretch(one, most, article, lines) {
    const of = article && article.statements[one.n - 1], text = of ? of.text : "";
    const ranges = WhoSaysShare.words(text);
    const theirs = article ? article.framing.filter(mark => mark.n === one.n && mark.start < ranges[one.last - 1][1] && mark.end > ranges[one.first - 1][0]) : [];
    const gauge = set(make("span", "gauge", make("i", theirs.length ? "met" : "")), { "aria-hidden": "true" });
    gauge.firstChild.style.width = `${100 * one.count / most}%`;
    const item = make("li", "", make("p", "", set(make("span", "f", stretchText(one, text)), of ? lines : {}), " ", set(make("a", "no", String(one.n)), { href: "#c" + one.n, "aria-label": `statement ${one.n}` })), gauge, make("b", "", hidden("marked by "), String(one.count)));
    if (article) {
      const names = theirs.map(mark => mark.technique + (mark.plain ? ` (plain: ${mark.plain})` : "")).join("; ");
      item.append(make("p", "key-only small", names ? `Annotators: ${names}` : "Not marked by the annotators"));
    }
    return item;
  }

  return Object.freeze({ make, set, hidden, own, counted, row, card, strip, stretch });
})();
