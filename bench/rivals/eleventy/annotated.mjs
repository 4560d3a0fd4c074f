// An annotated article from markdown-it's tokens: its statements, its framing marks, and its text.

const BASES = ["sourced", "unsourced", "inferred"];

/** The article of a file's tokens; `voices` are those of its front matter. */
export function annotated(tokens, voices) {
  const notes = notesOf(tokens);
  const statements = [];
  const framing = [];
  const blocks = [];
  const end = tokens.findIndex((token) => token.type === "footnote_block_open");
  for (const [at, token] of (end < 0 ? tokens : tokens.slice(0, end)).entries()) {
    if (token.type !== "inline") continue;
    const block = { tag: tokens[at - 1].tag, run: [], statements: [], framing: [] };
    read(token.children, block, notes);
    for (const one of block.statements) statements.push(Object.assign(one, { number: statements.length + 1 }));
    framing.push(...block.framing);
    blocks.push(block);
  }
  return { blocks, statements, framing, voices: falling(voices ?? {}, statements) };
}

/** The notes by label, as text: markdown-it-footnote puts them at the end. */
function notesOf(tokens) {
  const notes = new Map();
  let label = "";
  for (const token of tokens) {
    if (token.type === "footnote_open") label = token.meta.label;
    else if (label && token.type === "inline") notes.set(label, token.content);
    else if (token.type === "footnote_close") label = "";
  }
  return notes;
}

/** Read one block: its words, and where marks begin and end in them. */
function read(children, block, notes) {
  const open = [];
  let closed;
  for (const token of children) {
    if (token.type === "text") say(token.content);
    else if (token.type === "softbreak") say(" ");
    else if (token.type === "span_open") {
      const within = open.find((one) => BASES.includes(one.class));
      const start = within?.text.length ?? 0;
      const mark = { ...Object.fromEntries(token.attrs), text: "", within, start };
      if (BASES.includes(mark.class)) block.statements.push(mark);
      else if (mark.class === "framing") block.framing.push(mark);
      open.push(mark);
      block.run.push({ opens: mark });
    } else if (token.type === "span_close") {
      closed = open.pop();
      block.run.push({ closes: closed });
    } else if (token.type === "footnote_ref") {
      closed.id = token.meta.label;
      closed.note = notes.get(closed.id);
    }
  }

  function say(text) {
    block.run.push({ text });
    for (const mark of open) mark.text += text;
  }
}

/** Each voice with its statements, and what falls without it, heaviest first. */
function falling(voices, statements) {
  return Object.entries(voices)
    .map(([id, voice]) => {
      const own = statements.filter((one) => one.by?.split(" ").includes(id));
      const gone = new Set();
      for (let before = -1; before < gone.size; ) {
        before = gone.size;
        for (const one of statements) {
          const on = one.by?.split(" ").map((by) => by === id) ?? one.from?.split(" ").map((from) => gone.has(from));
          if (on?.length && on.every(Boolean)) gone.add(one.id);
        }
      }
      return { ...voice, id, own, falls: statements.filter((one) => gone.has(one.id)) };
    })
    .filter((voice) => voice.own.length)
    .sort((one, other) => other.falls.length - one.falls.length);
}
