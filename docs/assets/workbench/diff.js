/* Which lines of a text have changed, with a little around them. */

const AROUND = 2, MOST = 9e6;

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
      parts.at(-1)?.lines.push(each);
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
  let head = 0, old = before.length, end = now.length;
  while (head < old && head < end && before[head] === now[head]) head++;
  while (old > head && end > head && before[old - 1] === now[end - 1]) { old--; end--; }
  const wide = end - head + 1, size = (old - head + 1) * wide;
  const longest = new Uint16Array(size > MOST ? 0 : size); // too long to be compared: all of it was replaced
  /** How many lines both have from here on. @param {number} a @param {number} b */
  const from = (a, b) => longest[(a - head) * wide + b - head] ?? 0;
  if (longest.length) {
    for (let a = old - 1; a >= head; a--) {
      for (let b = end - 1; b >= head; b--) longest[(a - head) * wide + b - head] = before[a] === now[b] ? from(a + 1, b + 1) + 1 : Math.max(from(a + 1, b), from(a, b + 1));
    }
  }
  const lines = /** @type {Line[]} */ (now.slice(0, head).map(line => ({ sort: "same", line })));
  for (let a = head, b = head; a < old || b < end;) {
    if (a < old && b < end && before[a] === now[b]) lines.push({ sort: "same", line: before[a++] }), b++;
    else if (a < old && (b >= end || from(a + 1, b) >= from(a, b + 1))) lines.push({ sort: "removed", line: before[a++] });
    else lines.push({ sort: "added", line: now[b++] });
  }
  return [...lines, ...now.slice(end).map(line => /** @type {Line} */ ({ sort: "same", line }))];
}
