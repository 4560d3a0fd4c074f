/* Compare: a pupil's own marks beside the annotators', on the explainer, where its address asks for it. What
   the annotators say is taken from the page itself. There is no score: two careful readers may differ. */
(() => {
  "use strict";
  const box = document.getElementById("compare");
  if (!box || !new URLSearchParams(location.search).has("compare")) return;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, name, ...inside) => {
    const made = Object.assign(document.createElement(tag), { className: name });
    made.append(...inside);
    return made;
  };
  const NAMES = { s: "sourced", u: "unsourced", i: "inferred" };
  const assets = new URL("./", document.currentScript.src);
  const { slug, text: version } = box.dataset;

  /* What the annotators marked */
  function theirs() {
    return all(".reading .s[id]").map(first => {
      const note = document.getElementById("note-" + first.id);
      const pieces = all(`.reading .s[data-note="note-${CSS.escape(first.id)}"]`), framing = new Map();
      let text = "";
      pieces.forEach(piece => {
        const walker = document.createTreeWalker(one(".t", piece), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (node.parentElement.closest(".p, .fate")) continue;
          for (let mark = node.parentElement.closest(".f"); mark; mark = mark.parentElement.closest(".f")) {
            const found = framing.get(mark) || { mark, start: text.length, end: 0 };
            framing.set(mark, Object.assign(found, { end: text.length + node.length }));
          }
          text += node.data;
        }
      });
      const basis = Object.values(NAMES).find(name => first.classList.contains(name));
      const also = Object.values(NAMES).find(name => name !== basis && first.classList.contains("or-" + name)) || "";
      return { id: first.id, number: Number(note.firstElementChild.textContent), note, text, basis, also, framing: [...framing.values()] };
    });
  }

  /* What the pupil marked: kept in this browser, or in the address where it keeps nothing */
  function mine() {
    if (/^#w\d/.test(location.hash)) {
      const found = WhoSaysShare.decode(location.hash, { slug, text: version });
      if (!found.ok) return { why: found.say };
      const { bases, by, why, words } = found.marks;
      return { get: number => ({
        basis: (bases[number - 1] || "-").replace("-", ""), by: by[number] || "", why: why[number] || "",
        words: words.filter(([statement]) => statement === number).map(([, first, last]) => [first, last]),
      }) };
    }
    const marks = WhoSaysMarks.open(slug, version);
    if (marks.numbers().length) return { get: marks.get };
    return { why: marks.older().length ? "Your marks are of an older text of this article. Go back, and bring over those that still fit."
      : "Nothing is marked yet in this browser. Mark a few sentences first, then come back." };
  }

  const link = (statement, text = String(statement.number)) => Object.assign(make("a", "", text), { href: "#" + statement.id });
  const links = list => list.flatMap((statement, at) => [at ? at === list.length - 1 ? " and " : ", " : "", link(statement, "s" + statement.number)]);
  const kind = name => make("b", "kind " + name, name);
  const test = name => {
    const entry = one(`[data-basis="${name}"]`, box);
    return make("p", "test", make("b", "", one("dt", entry).textContent + "? "), one("dd", entry).textContent);
  };

  function difference({ statement, mark }) {
    const name = NAMES[mark.basis], note = make("p", "", ...statement.note.cloneNode(true).childNodes);
    note.firstElementChild.remove();
    all(".sheet-only, .mend, .you", note).forEach(each => each.remove());
    note.firstElementChild.className = "kind " + statement.basis;
    const yours = make("div", "", make("p", "who-says", "You"), make("p", "", kind(name), mark.by ? make("span", "", " to ", make("bdi", "", mark.by)) : ""));
    if (mark.why) yours.append(make("p", "", make("bdi", "", mark.why)));
    const quoted = make("p", "quoted", link(statement), " ", Object.assign(make("bdi", "", statement.text), { lang: one(".words").lang }));
    return make("li", "", quoted, make("div", "two", yours, make("div", "", make("p", "who-says", "The annotators"), note)),
      make("div", "two", test(name), test(statement.basis)),
      make("p", "small", "You may disagree. Put both questions to the sentence; if yours still fits better, say so, and say why."));
  }

  function alike(list, unmarked) {
    const lines = [];
    if (list.length) lines.push(make("p", "", "You see alike: ", ...links(list.map(({ statement }) => statement)), "."));
    list.filter(({ mark, statement }) => NAMES[mark.basis] !== statement.basis).forEach(({ mark, statement }) =>
      lines.push(make("p", "", link(statement), " is contested: they call it ", kind(statement.basis), " and allow ", kind(NAMES[mark.basis]), ", as you do.")));
    list.filter(({ mark }) => mark.basis === "s" && mark.by).forEach(({ mark, statement }) => {
      const voices = one(":scope>span", statement.note);
      if (voices && !voices.textContent.toLowerCase().includes(mark.by.toLowerCase())) lines.push(make("p", "", link(statement), ": you wrote ", make("bdi", "", mark.by), "; they say it is sourced ", ...voices.cloneNode(true).childNodes, "."));
    });
    if (unmarked.length > 8) lines.push(make("p", "", `${unmarked.length} sentences are still unmarked.`));
    else if (unmarked.length) lines.push(make("p", "", "You have not marked ", ...links(unmarked), "."));
    return lines;
  }

  /* Words: a stretch of yours meets one of theirs where they share a character */
  function steering(statements, get) {
    const both = [], you = [], they = [];
    const technique = mark => {
      const note = document.getElementById("note-" + (mark.id || (mark.hash || "").replace("#note-", "")));
      return note ? one(":scope>b", note).textContent : "";
    };
    const words = ({ mark }) => {
      const text = mark.cloneNode(true);
      all(".p", text).forEach(ours => ours.remove());
      return text.textContent;
    };
    statements.forEach(statement => {
      const places = WhoSaysShare.words(statement.text), met = new Set();
      get(statement.number).words.forEach(([first, last]) => {
        if (!places[first - 1] || !places[last - 1]) return;
        const [start, end] = [places[first - 1][0], places[last - 1][1]];
        const meets = statement.framing.filter(mark => mark.start < end && start < mark.end);
        meets.forEach(mark => met.add(mark));
        const item = make("li", "", make("bdi", "f", WhoSaysShare.stretch(statement.text, first, last)), " ", make("small", "", meets.map(({ mark }) => technique(mark)).filter(Boolean).join(", ") || "in ", meets.length ? "" : link(statement)));
        (meets.length ? both : you).push(item);
      });
      statement.framing.filter(mark => !met.has(mark)).forEach(mark =>
        they.push(make("li", "", make("bdi", "f", words(mark)), " ", make("small", "", technique(mark.mark), technique(mark.mark) ? ", " : "", "in ", link(statement)))));
    });
    const part = (title, items, none) => make("div", "", make("h3", "", title), items.length ? make("ul", "", ...items) : make("p", "small", none));
    return [part("You both marked", both, "No words yet."), part("Only you", you, "Nothing else."), part("Only they", they, "Nothing else.")];
  }

  function show() {
    const found = mine(), verdict = one(".verdict", box);
    box.hidden = false;
    if (!found.get) {
      verdict.textContent = found.why;
      one(".back-to a", box).textContent = "Mark it yourself";
    } else {
      compare(found.get, verdict);
    }
    box.scrollIntoView();
    one("h2", box).focus({ preventScroll: true });
  }
  function compare(get, verdict) {
    const statements = theirs(), pairs = statements.map(statement => ({ statement, mark: get(statement.number) }));
    const marked = pairs.filter(({ mark }) => mark.basis), agree = ({ statement, mark }) => [statement.basis, statement.also].includes(NAMES[mark.basis]);
    const same = marked.filter(agree), other = marked.filter(pair => !agree(pair));
    const figure = make("strong", "", `${same.length} of ${marked.length}`);
    if (!marked.length) verdict.replaceChildren("You have marked words, and not yet what a sentence rests on.");
    else if (marked.length < statements.length) verdict.replaceChildren(`Of the ${statements.length} sentences you marked ${marked.length}. You and the annotators see `, figure, " alike");
    else verdict.replaceChildren("You and the annotators see ", figure, " alike");
    if (other.length) verdict.append("; look at ", ...links(other.slice(0, 6).map(({ statement }) => statement)), other.length > 6 ? " first." : ".");
    else if (marked.length) verdict.append(". Ask what both of you may have missed.");
    one(".differences", box).replaceChildren(...other.map(difference));
    one(".same-as", box).replaceChildren(...alike(same, pairs.filter(({ mark }) => !mark.basis).map(({ statement }) => statement)));
    one(".steering", box).replaceChildren(...steering(statements, get));
    pairs.forEach(({ statement, mark }) => {
      const said = mark.basis ? ["You: ", kind(NAMES[mark.basis])] : ["You: not marked"];
      statement.note.insertBefore(make("p", "you", ...said), one(".more, .sheet-nav", statement.note));
    });
  }

  const load = (tag, values) => new Promise((done, failed) =>
    document.head.append(Object.assign(document.createElement(tag), { ...values, onload: done, onerror: failed })));
  Promise.all([
    load("link", { rel: "stylesheet", href: new URL("compare.css", assets).href }),
    load("script", { src: new URL("share.js", assets).href }),
    load("script", { src: new URL("marks.js", assets).href }),
  ]).then(show);
})();
