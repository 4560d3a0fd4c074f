/* Which lines of a text have changed, with a little around them. */

const AROUND = 2, MOST = 3000;

/**
 * @typedef {{sort: "same" | "removed" | "added", line: string}} Line
 * @typedef {{line: number, lines: Line[]}} Part `line` is the first one's number in the new text
 */

/**
 * @param {string} before
 * @param {string} now
 * @returns {Part[]}
 */
export function changes(before, now) {
  const all = compared(before.replace(/\n$/, "").split("\n"), now.replace(/\n$/, "").split("\n"));
  /** @type {Part[]} */
  const parts = [];
  let number = 1, until = -1;
  all.forEach((each, index) => {
    const near = all.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(other => other.sort !== "same");
    if (near) {
      if (index !== until + 1 || !parts.length) parts.push({ line: number, lines: [] });
      parts[parts.length - 1]?.lines.push(each);
      until = index;
    }
    if (each.sort !== "removed") number++;
  });
  return parts;
}

/**
 * The longest lines that both have in order stay; the rest was removed or added.
 * @param {string[]} before
 * @param {string[]} now
 * @returns {Line[]}
 */
function compared(before, now) {
  let head = 0, tail = 0;
  while (head < before.length && head < now.length && before[head] === now[head]) head++;
  while (tail < before.length - head && tail < now.length - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  /** @param {"same" | "removed" | "added"} sort */
  const as = sort => (/** @type {string} */ line) => ({ sort, line });
  return [...before.slice(0, head).map(as("same")), ...middle(before.slice(head, before.length - tail), now.slice(head, now.length - tail)), ...before.slice(before.length - tail).map(as("same"))];
}

/**
 * @param {string[]} before
 * @param {string[]} now
 * @returns {Line[]}
 */
function middle(before, now) {
  const wide = now.length + 1;
  if (before.length > MOST || now.length > MOST) return [...before.map(line => ({ sort: /** @type {const} */ ("removed"), line })), ...now.map(line => ({ sort: /** @type {const} */ ("added"), line }))];
  const longest = new Uint16Array((before.length + 1) * wide);
  const of = (/** @type {number} */ a, /** @type {number} */ b) => longest[a * wide + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = now.length - 1; b >= 0; b--) {
      longest[a * wide + b] = before[a] === now[b] ? of(a + 1, b + 1) + 1 : Math.max(of(a + 1, b), of(a, b + 1));
    }
  }
  /** @type {Line[]} */
  const lines = [];
  let a = 0, b = 0;
  while (a < before.length || b < now.length) {
    if (a < before.length && b < now.length && before[a] === now[b]) {
      lines.push({ sort: "same", line: before[a++] ?? "" });
      b++;
    } else if (a < before.length && (b >= now.length || of(a + 1, b) >= of(a, b + 1))) lines.push({ sort: "removed", line: before[a++] ?? "" });
    else lines.push({ sort: "added", line: now[b++] ?? "" });
  }
  return lines;
}
