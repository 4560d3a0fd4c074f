/* A pupil's marks as a line of text, and back: docs/share-format.md says how. Pure functions. What comes
   from a stranger is data: it is checked part by part, and what is not known is refused, with a reason. */
const WhoSaysShare = (() => {
  "use strict";
  const VERSION = 1, STATEMENTS = 400, CHARACTERS = 280, STRETCHES = 400, WORDS = 2000, BYTES = 16000;

  const SAY = {
    damaged: "This link is damaged: a part of it is missing or changed. Ask for it again.",
    foreign: "This is no link with marks from Who Says?",
    newer: "This link was made by a newer version of this site. Open it there, or ask for a new link.",
    "too-long": "This link is longer than any link of ours can be.",
    article: "These marks are for another article.",
    text: "These marks are for an older text of this article. It has changed since.",
  };
  const refuse = why => ({ ok: false, why, say: SAY[why] });

  /* CRC-32, as in zip files: finds a link that was cut off or mistyped; it is no protection */
  const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  function crc(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
  }
  const utf8 = text => new TextEncoder().encode(text);
  const checksum = text => crc(utf8(text));

  function toBase64(bytes) {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  const fromBase64 = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));

  /* The words of a statement, as [start, end] in its text. Where a script has no spaces, each character is one. */
  const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
  const words = text => Array.from(text.matchAll(WORD), found => [found.index, found.index + found[0].length]);
  /** The words from the `first` to the `last`, without the marks of punctuation round them; empty where there are none. */
  function stretch(text, first, last) {
    const places = words(text);
    if (!places[first - 1] || !places[last - 1]) return "";
    const found = text.slice(places[first - 1][0], places[last - 1][1]).replace(/\s+/g, " ");
    return found.replace(/^[^\p{L}\p{N}\p{S}]+|[^\p{L}\p{N}\p{M}\p{S}%]+$/gu, "") || found;
  }

  const line = text => Array.from(String(text ?? "").replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim()).slice(0, CHARACTERS).join("").trim();
  const isLine = text => typeof text === "string" && text === line(text);
  const isNumber = (value, most) => Number.isInteger(value) && value >= 1 && value <= most;
  const isSlug = text => typeof text === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 120;

  /* The shape of version 1: [slug, text, name, bases, by, why, words] */
  function isLines(object, statements, allowed) {
    if (object === null || typeof object !== "object" || Array.isArray(object)) return false;
    return Object.entries(object).every(([key, text]) =>
      /^[1-9]\d*$/.test(key) && isNumber(Number(key), statements) && allowed(Number(key)) && text !== "" && isLine(text));
  }
  function isStretch(stretch, statements) {
    if (!Array.isArray(stretch) || stretch.length < 3 || stretch.length > 4) return false;
    const [statement, first, last, why] = stretch;
    return isNumber(statement, statements) && isNumber(last, WORDS) && isNumber(first, last)
      && (stretch.length === 3 || (why !== "" && isLine(why)));
  }
  function isShare(data) {
    if (!Array.isArray(data) || data.length !== 7) return false;
    const [slug, text, name, bases, by, why, stretches] = data;
    return isSlug(slug) && typeof text === "string" && /^[0-9a-f]{8}$/.test(text) && isLine(name)
      && typeof bases === "string" && bases.length <= STATEMENTS && /^[sui-]+$/.test(bases)
      && isLines(by, bases.length, number => bases[number - 1] === "s") && isLines(why, bases.length, () => true)
      && Array.isArray(stretches) && stretches.length <= STRETCHES
      && stretches.every(stretch => isStretch(stretch, bases.length));
  }

  function tidy(object, keep) {
    const lines = Object.entries(object || {}).map(([key, text]) => [key, line(text)]);
    return Object.fromEntries(lines.filter(([key, text]) => text && keep(key)));
  }

  /** The code of these marks, `w1.….…`; an empty string where they are too many for a link. */
  function encode({ slug, text, name, bases, by, why, words: stretches }) {
    const data = [slug, text, line(name), bases, tidy(by, key => bases[key - 1] === "s"), tidy(why, () => true),
      (stretches || []).map(([statement, first, last, reason]) => [statement, first, last, ...(line(reason) ? [line(reason)] : [])])];
    const packed = toBase64(utf8(JSON.stringify(data)));
    return isShare(data) && packed.length <= BYTES ? `w${VERSION}.${packed}.${checksum(packed)}` : "";
  }

  /** The marks in a link or a bare code; with `wanted` ({slug, text}), only if they are for that text. */
  function decode(given, wanted) {
    if (typeof given !== "string") return refuse("foreign");
    if (given.length > BYTES + 2000) return refuse("too-long");
    const code = given.slice(given.indexOf("#") + 1).replace(/\s+/g, ""); // mail breaks long lines
    const version = /^w([1-9]\d*)\./.exec(code);
    if (!version) return refuse("foreign");
    if (Number(version[1]) > VERSION) return refuse("newer");
    const parts = /^w1\.([A-Za-z0-9_-]+)\.([0-9a-f]{8})$/.exec(code);
    if (!parts || checksum(parts[1]) !== parts[2]) return refuse("damaged");
    if (parts[1].length > BYTES) return refuse("too-long");
    let data;
    try {
      data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64(parts[1])));
    } catch {
      return refuse("foreign"); // whole, and still not ours
    }
    if (!isShare(data)) return refuse("foreign");
    const [slug, text, name, bases, by, why, stretches] = data;
    if (wanted && wanted.slug !== slug) return refuse("article");
    if (wanted && wanted.text !== text) return refuse("text");
    return { ok: true, marks: { slug, text, name, bases, by, why, words: stretches } };
  }

  return Object.freeze({ encode, decode, words, stretch, line, checksum, CHARACTERS });
})();
