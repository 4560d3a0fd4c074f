/* A pupil's marks of one article, kept in this browser under `whosays-read:` and the article's name:
   {v: 1, texts: {version of the text: {number: {basis, by, why, words, print}}}}. `print` is the checksum of
   the sentence, so that marks of an older text find their sentences again. No part of this touches the page. */
const WhoSaysMarks = (() => {
  "use strict";
  const STEPS = 200;
  const isPair = pair => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger);
  const isMark = mark => mark !== null && typeof mark === "object" && ["", "s", "u", "i"].includes(mark.basis)
    && [mark.by, mark.why, mark.print].every(text => typeof text === "string")
    && Array.isArray(mark.words) && mark.words.every(isPair);
  const says = mark => Boolean(mark.basis || mark.why || mark.words.length);
  const blank = () => ({ basis: "", by: "", why: "", words: [], print: "" });

  /* What stands in the storage may be of any age, or of somebody else */
  function parsed(raw) {
    const texts = {};
    try {
      const data = JSON.parse(raw || "{}");
      if (data.v !== 1) return texts;
      for (const [version, marks] of Object.entries(data.texts)) {
        texts[version] = Object.fromEntries(Object.entries(marks).filter(([number, mark]) => /^[1-9]\d*$/.test(number) && isMark(mark)));
      }
    } catch { /* then there is nothing */ }
    return texts;
  }

  /** The marks of the text `version` of an article; `blocked` is called once if nothing can be kept. */
  function open(slug, version, { blocked = () => {}, changed = () => {} } = {}) {
    const key = "whosays-read:" + slug, steps = [];
    let texts = {}, last = null, kept = true, typing = "";

    function attempt(what) {
      if (!kept) return;
      try { what(); } catch { kept = false; blocked(); }
    }
    function read() {
      attempt(() => {
        const raw = localStorage.getItem(key);
        if (raw === last) return;
        last = raw;
        texts = parsed(raw);
        changed();
      });
    }
    function write() {
      attempt(() => {
        const any = Object.values(texts).some(marks => Object.keys(marks).length);
        last = any ? JSON.stringify({ v: 1, texts }) : null;
        if (any) localStorage.setItem(key, last); else localStorage.removeItem(key);
      });
    }
    const marks = () => texts[version] || (texts[version] = {});
    const get = number => marks()[number] || blank();
    const copy = value => JSON.parse(JSON.stringify(value));

    /* One change is one step back, and so is a run of changes with one tag, as in typing. What another
       tab has kept meanwhile is read first: only the sentences that change are written over. */
    function change(values, tag = "") {
      read();
      const numbers = Object.keys(values);
      const before = Object.fromEntries(numbers.map(number => [number, copy(get(number))]));
      numbers.forEach(number => put(number, { ...get(number), ...values[number] }));
      if (!tag || tag !== typing) steps.push({ before });
      typing = tag;
      if (steps.length > STEPS) steps.shift();
      write();
      return numbers.map(Number);
    }
    function put(number, mark) {
      if (says(mark)) marks()[number] = mark; else delete marks()[number];
    }
    function undo() {
      const step = steps.pop();
      if (!step) return null;
      read();
      typing = "";
      for (const [number, mark] of Object.entries(step.before)) put(number, mark);
      if (step.older) texts = { ...step.older, ...texts };
      write();
      return Object.keys(step.before).map(Number);
    }
    function clear() {
      read();
      const { [version]: before = {}, ...older } = texts;
      steps.push({ before, older });
      typing = "";
      texts = {};
      write();
    }
    const older = () => Object.entries(texts).filter(([name]) => name !== version).flatMap(([, each]) => Object.values(each));
    const numbers = () => Object.keys(marks()).map(Number).sort((a, b) => a - b);

    addEventListener("storage", event => { if (event.key === key || event.key === null) read(); });
    addEventListener("pageshow", event => { if (event.persisted) read(); });
    read();
    return { get, change, undo, clear, older, numbers, settle: () => { typing = ""; }, get steps() { return steps.length; } };
  }
  return Object.freeze({ open });
})();
