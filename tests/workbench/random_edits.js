/* What the tests of the edits share: what must hold of every work, and edits by chance that a seed repeats. */
import * as edits from "/edits.js";
import { textOf } from "/values.js";
import { createStore } from "/store.js";

export { edits, createStore, textOf };

const TEXT = `The harbour bridge opens twice

The bridge will cut every trip by half, the mayor said on Monday. “It is a triumph,” said Ada Renn. Nobody has asked the ferrymen.

Everyone knows that the old ferry was slow. It was also cheap. What will the council do with the boats? The council has not said.

- A list has items. They have sentences too.
- The second item is short.`;

export const given = { unseen: "[\u200b\u200d\u202e\ufeff]", quotation: false, language: "en", today: "2026-11-22" };
export const sample = (options = {}) => edits.fresh(TEXT, { ...given, ...options }).work;

/** mulberry32: the same numbers for the same seed. */
export function chance(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = number => Math.floor(next() * number);
  return { below, pick: list => list[below(list.length)], some: list => list.filter(() => next() < 0.3) };
}

/** What is wrong with a work, in words; written apart from the code that it tests. */
export function faults(work) {
  const found = [], marks = [...work.statements, ...work.framing, ...work.cues];
  const ids = marks.map(mark => mark.id).filter(Boolean), statements = new Set(work.statements.map(mark => mark.id));
  if (new Set(ids).size !== ids.length) found.push("an id twice");
  for (const mark of marks) {
    const text = work.blocks[mark.block]?.text ?? "";
    if (!(mark.start < mark.end && mark.end <= text.length)) found.push(`${mark.id}: out of its block`);
    const words = text.slice(mark.start, mark.end);
    if (words !== words.trim()) found.push(`${mark.id}: white space at an edge`);
    for (const other of marks) {
      const apart = other.block !== mark.block || other.end <= mark.start || mark.end <= other.start;
      const inside = (mark.start <= other.start && other.end <= mark.end) || (other.start <= mark.start && mark.end <= other.end);
      if (!apart && !inside) found.push(`${mark.id} crosses ${other.id}`);
    }
  }
  for (const list of [work.statements, work.framing, work.cues]) {
    for (const [at, mark] of list.entries()) {
      const last = list[at - 1];
      if (last && (last.block > mark.block || (last.block === mark.block && last.start > mark.start))) found.push("out of order");
      if (list === work.statements && last && last.block === mark.block && last.end > mark.start) found.push("statements overlap");
    }
  }
  for (const mark of [...work.framing, ...work.cues]) {
    if (!work.statements.some(each => each.block === mark.block && each.start <= mark.start && mark.end <= each.end)) found.push("words outside of statements");
  }
  for (const mark of work.statements) {
    if (mark.basis !== "sourced" && (mark.by.length || mark.how)) found.push(`${mark.id}: by without sourced`);
    if (mark.basis !== "inferred" && (mark.kind || mark.from.length)) found.push(`${mark.id}: kind without inferred`);
    if (mark.basis && mark.aside) found.push(`${mark.id}: aside with a basis`);
    if (mark.also && (!mark.basis || mark.also === mark.basis)) found.push(`${mark.id}: also its basis`);
    if (mark.also_kind && mark.basis !== "inferred" && mark.also !== "inferred") found.push(`${mark.id}: also_kind without inferred`);
    if (mark.from.includes(mark.id)) found.push(`${mark.id} rests on itself`);
    if (mark.from.some(id => !statements.has(id))) found.push(`${mark.id} rests on what is not there`);
    if (mark.by.some(id => !work.front.voices?.[id])) found.push(`${mark.id}: an unknown voice`);
    if (mark.see.some(id => !work.front.records?.[id])) found.push(`${mark.id}: an unknown record`);
    if ([mark.by, mark.from, mark.see].some(list => new Set(list).size !== list.length)) found.push(`${mark.id}: named twice`);
  }
  for (const { at } of work.front.missing ?? []) if (at && !statements.has(at)) found.push("missing at what is not there");
  return found;
}

/** One edit by chance: the new work, or why not. */
function step(work, luck) {
  const id = luck.pick(work.statements).id, block = luck.below(work.blocks.length), { length } = work.blocks[block].text;
  const place = { block, start: luck.below(length), end: luck.below(length + 1) };
  const voices = Object.keys(work.front.voices ?? {}), records = Object.keys(work.front.records ?? {});
  const all = work.statements.map(mark => mark.id), mark = luck.pick(work.framing) ?? { id: "" };
  const taken = made => (typeof made === "string" ? made : made[0]);
  return luck.pick([
    () => edits.split(work, id, luck.below(140)),
    () => edits.split(work, id, luck.below(140)),
    () => edits.join(work, id),
    () => edits.statement(work, id, {
      basis: luck.pick(["", "sourced", "unsourced", "inferred"]), by: luck.some([...voices, "nobody"]), how: luck.pick(["", "quote", "mixed"]),
      from: luck.some([...all, "s99"]), kind: luck.pick(["", "motive"]), see: luck.some(records), also: luck.pick(["", "inferred", "sourced"]),
      also_kind: luck.pick(["", "motive", "prediction"]), note: luck.pick(["", "It rests on s2 and s3."]), aside: luck.below(5) === 0,
    }),
    () => edits.statement(work, id, { basis: luck.pick(["", "sourced", "inferred"]) }),
    () => taken(edits.frame(work, place)),
    () => taken(edits.frame(work, place)),
    () => edits.framing(work, mark.id, { technique: "loaded-language", plain: "said" }),
    () => edits.unframe(work, mark.id),
    () => edits.cue(work, place),
    () => edits.uncue(work, luck.pick(work.cues) ?? place),
    () => edits.voice(work, luck.pick([null, null, ...voices]), { name: luck.pick(["Ada Renn", "The Council", "李明", "Bo Renn"]), stake: "party" })[0],
    () => (voices.length > 2 ? edits.removeVoice(work, luck.pick(voices)) : work),
    () => edits.record(work, null, { title: "Minutes of 3 March", says: "They met." })[0],
    () => (records.length ? edits.removeRecord(work, luck.pick(records)) : work),
    () => edits.missing(work, null, { what: "Anyone who uses it", why: "They know.", at: id }),
    () => edits.missing(work, luck.below(3), luck.pick([null, { why: "They would know." }])),
    () => edits.question(work, null, { ask: `What rests on ${id}?` }),
    () => edits.front(work, luck.pick([["title"], ["original", "url"], ["topics", "0"]]), luck.pick(["A title", undefined])),
    () => edits.reword(work, id, luck.pick(["The bridge opened twice, it seems.", `Well: ${textOf(work, work.statements.find(each => each.id === id))}`])),
    () => edits.decide(work, id),
  ])();
}

/** A run of edits: the store, every state that it had, and what went wrong. */
export function run(seed, count) {
  const luck = chance(seed), first = sample({ quotation: seed % 3 === 0 }), store = createStore(first), states = [first], wrong = [];
  for (let number = 0; number < count; number++) {
    const before = store.work, frozen = JSON.stringify(before), next = step(before, luck);
    const why = store.apply(`Edit ${number}`, next);
    if (JSON.stringify(before) !== frozen) wrong.push(`seed ${seed}, edit ${number}: the old work was changed`);
    if (typeof next === "string" && (!why.endsWith(".") || store.work !== before)) wrong.push(`seed ${seed}: a refusal that is none: ${why}`);
    if (store.work !== before) states.push(store.work);
    const found = faults(store.work);
    if (found.length) {
      wrong.push(`seed ${seed}, edit ${number}: ${found[0]}`);
      break;
    }
  }
  return { store, states, wrong };
}
