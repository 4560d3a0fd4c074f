// What stands beside an article's explainer: the student page, the embed, the data, the source.

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { escaped, run, strip } from "./parts.mjs";

const START = "<!--body-->";
const END = "<!--/body-->";
const BASES = new Set(["sourced", "unsourced", "inferred"]);

/** Write all four into the folder of the explainer, whose HTML is given. */
export function writeBeside(folder, explainer, article) {
  write(path.join(folder, "read", "index.html"), student(explainer, article));
  write(path.join(folder, "embed", "index.html"), embed(article));
  write(path.join(folder, "data.json"), JSON.stringify(data(article)));
  write(path.join(folder, "source.gz"), zlib.gzipSync(article.source, { level: 9 }));
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** The explainer's page with the student's body in place of its own, one folder deeper. */
function student(explainer, { blocks }) {
  const opens = (mark) =>
    BASES.has(mark.class) ? `<span class="s" data-n="${mark.number}"><b class="n">${mark.number}</b>` : "";
  const closes = (mark) => (BASES.has(mark.class) ? "</span>" : "");
  const verse = (block) =>
    `<div class="verse"><div class="words"><${block.tag}>${run(block, opens, closes)}</${block.tag}></div><ul class="room on-paper" aria-hidden="true">${block.statements.map((one) => `<li>${one.number}</li>`).join("")}</ul></div>`;
  const body = `<div class="bench"><div class="todo"><h2>What to do</h2>
<ol><li>For each numbered sentence, ask what it rests on.</li>
<li>Mark the words that steer you: those that carry a judgement.</li>
<li>Say why, in a line.</li></ol></div>
<div class="text">${blocks.map(verse).join("\n")}</div></div>`;
  const from = explainer.indexOf(START) + START.length;
  const page = explainer.slice(0, from) + body + explainer.slice(explainer.indexOf(END));
  return page.replaceAll('"../../', '"../../../');
}

/** The strip and the marked text, for a frame on a page of others. */
function embed(article) {
  const opens = (mark) => {
    if (!BASES.has(mark.class)) return mark.class === "framing" ? "<mark>" : "";
    return `<a class="${mark.class[0]}" id="${mark.id}" href="../#note-${mark.id}" target="_blank" aria-label="${mark.number}, ${mark.class}">${mark.number}</a><span class="${mark.class[0]}">`;
  };
  const closes = (mark) => {
    if (BASES.has(mark.class)) return "</span>";
    return mark.class === "framing" ? "</mark>" : "";
  };
  const text = article.blocks.map((block) => `<${block.tag}>${run(block, opens, closes)}</${block.tag}>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(article.title)} · Who Says?</title>
<meta name="robots" content="noindex">
<link rel="stylesheet" href="../../../assets/embed.css">
</head>
<body>
<main>
<h1><a href="../" target="_blank" rel="noopener">${escaped(article.title)}</a></h1>
${strip(article)}
<div class="text">${text}</div>
</main>
</body>
</html>
`;
}

/** The annotation as data: the text, its marks and their notes. */
function data({ title, blocks, statements, framing }) {
  const plain = ({ within, ...mark }) => ({ ...mark, statement: within?.id });
  return {
    title,
    blocks: blocks.map((block) => block.run.map((piece) => piece.text ?? "").join("")),
    statements: statements.map(plain),
    framing: framing.map(plain),
  };
}
