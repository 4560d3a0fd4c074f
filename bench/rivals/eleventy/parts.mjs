// The parts of an article's pages, as HTML.

export const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STATEMENT = /^(?:sourced|unsourced|inferred)$/;
const named = (id) => escaped(id[0].toUpperCase() + id.slice(1).replaceAll("-", " "));
const words = (text) => text.split(/\s+/).length;
const signed = (one) => (one.class === "sourced" ? "" : ` class="${one.class}"`);
export const chips = (some) => some.map((one) => `<a${signed(one)} href="#${one.id}">${one.number}</a> `).join("");

/** A block's words, with `opens` and `closes` for its marks. */
export function run(block, opens, closes) {
  return block.run
    .map((piece) => {
      if (piece.opens) return opens(piece.opens);
      return piece.closes ? closes(piece.closes) : escaped(piece.text);
    })
    .join("");
}

/** The reading: each block with the notes of its marks beside it. */
export function reading({ blocks, statements, voices }) {
  const known = new Map([...statements, ...voices].map((one) => [one.id, one]));
  return blocks
    .map((block) => {
      const text = run(
        block,
        (mark) => {
          if (STATEMENT.test(mark.class))
            return `<span class="s ${mark.class}" id="${mark.id}"><a class="n" href="#note-${mark.id}">${mark.number}</a><span class="t">`;
          return mark.class === "framing" ? `<a class="f" href="#note-${mark.id}" id="${mark.id}">` : "";
        },
        (mark) => (STATEMENT.test(mark.class) ? "</span></span>" : mark.class === "framing" ? "</a>" : ""),
      );
      return `<div class="g3 para"><div class="words" lang="en" dir="ltr"><${block.tag}>${text}</${block.tag}></div>
<div class="put">${block.framing.map(framingNote).join("\n")}</div>
<div class="rests">${block.statements.map((one) => statementNote(one, known)).join("\n")}</div>
</div>`;
    })
    .join("\n");
}

function framingNote(mark) {
  const plain = mark.plain ? ` <i>${escaped(mark.plain)}</i>` : "";
  return `<div id="note-${mark.id}"><a class="f" href="#${mark.id}">${escaped(mark.text)}</a>${plain} <b>${named(mark.technique)}</b> ${escaped(mark.note)}</div>`;
}

function statementNote(one, known) {
  const from = one.from?.split(" ").map((id) => known.get(id)) ?? [];
  const by = one.by?.split(" ").map((id) => escaped(known.get(id).name));
  let rests = by ? ` <span>to ${by.join(" and ")}</span>` : "";
  if (one.kind) rests = `<span>: <a href="../../kinds/${one.kind}/">${named(one.kind)}</a>${from.length ? `, from ${chips(from)}` : ""}</span>`;
  const records = one.see?.split(" ").map((id) => ` <a class="see" href="#record-${id}">${id}</a>`) ?? [];
  const also = one.also ? ` <span class="contested">Or ${escaped(one.also)}: a fair reader could call it that.</span>` : "";
  return `<div class="${one.class}" id="note-${one.id}"><a href="#${one.id}">${one.number}</a><b>${named(one.class)}</b>${rests}. ${escaped(one.note)}${also}${records.join("")}</div>`;
}

/** The strip: a cell a statement, as wide as its words, with a flag for each framing mark. */
export function strip({ blocks }) {
  const cell = (one, flags) =>
    `<a class="${one.class}" href="#${one.id}"><svg width="${words(one.text)}em"><rect/>${flags
      .map((mark) => {
        const share = (length) => Math.round((100 * length) / one.text.length);
        return `<rect x="${share(mark.start)}%" width="${Math.max(1, share(mark.text.length))}%"/>`;
      })
      .join("")}</svg><b>${one.number}</b></a>`;
  const rows = blocks.map(({ statements, framing }) =>
    statements.map((one) => cell(one, framing.filter((mark) => mark.within === one))).join(""),
  );
  return `<div class="strip" role="group" aria-label="The article at a glance">${rows.map((row) => `<div class="pg">${row}</div>`).join("")}</div>`;
}

/** Who speaks, and what falls without them. */
export function voices({ voices, statements }) {
  const load = ({ falls }) => `${Math.round((100 * falls.length) / statements.length)} %`;
  const rows = voices.map(
    (one) =>
      `<tr id="voice-${one.id}"><th scope="row">${escaped(one.name)} <small>${escaped(one.role)}</small> <small>${escaped(one.note)}</small></th><td>${one.stake}</td><td class="chips">${chips(one.own)}</td><td class="num">${load(one)}</td></tr>`,
  );
  const panels = voices.map(
    (one) =>
      `<div class="panel"><p>Take away <strong>${escaped(one.name)}</strong>, and <strong>${one.falls.length} of ${statements.length}</strong> statements fall.</p><p class="chips">${chips(one.falls)}</p></div>`,
  );
  return `<table class="voices">\n${rows.join("\n")}\n</table>
<h2 id="support">What rests on what</h2>
${panels.join("\n")}`;
}

/** The framing marks by technique, most frequent first. */
export function wording({ framing }) {
  const groups = new Map();
  for (const mark of framing) groups.set(mark.technique, [...(groups.get(mark.technique) ?? []), mark]);
  const item = (mark) => `<li><a href="#${mark.id}">${escaped(mark.text)}</a>${mark.plain ? ` <i>${escaped(mark.plain)}</i>` : ""}</li>`;
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(
      ([id, marks]) =>
        `<section><h3><a href="../../techniques/${id}/">${named(id)}</a> <small>${marks.length} here</small></h3><ul>\n${marks.map(item).join("\n")}\n</ul></section>`,
    )
    .join("\n");
}
