// The student page: the text without its marks, a number before each statement.

const START = "<!--body-->";
const END = "<!--/body-->";
const BASES = /\b(sourced|unsourced|inferred)\b/;

export const student = {
  text(tokens) {
    let number = 0;
    const line = (inline) =>
      inline.children
        .map((token) => {
          if (token.type === "text") return escaped(token.content);
          if (token.type === "softbreak") return "\n";
          if (token.type !== "span_open" || !BASES.test(token.attrGet("class") ?? "")) return "";
          number += 1;
          return `<span class="n" id="n${number}">${number}</span>`;
        })
        .join("");
    const end = tokens.findIndex((token) => token.type === "footnote_block_open");
    return tokens
      .slice(0, end < 0 ? undefined : end)
      .filter((token) => token.type === "inline")
      .map((token) => `<div class="verse"><p>${line(token)}</p></div>`)
      .join("\n");
  },

  /** The explainer's page with the student's body in place of its own, one folder deeper. */
  page(explainer, text) {
    const body = `<div class="bench"><div class="todo"><h2>What to do</h2>
<ol><li>For each numbered sentence, ask what it rests on.</li>
<li>Mark the words that steer you: those that carry a judgement.</li>
<li>Say why, in a line.</li></ol></div>
<div class="text">${text}</div></div>`;
    const from = explainer.indexOf(START) + START.length;
    const to = explainer.indexOf(END);
    const page = explainer.slice(0, from) + body + explainer.slice(to);
    return page.replaceAll('"../../', '"../../../');
  },
};

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
