/* The shapes that the workbench's modules and the generator, in its worker, hand to each other.
   Only types: nothing here runs. Places in a text count UTF-16 units, as JavaScript does. */

/**
 * @typedef {"sourced" | "unsourced" | "inferred"} Basis
 * @typedef {null | boolean | number | string | JsonList | {[key: string]: Json}} Json
 * @typedef {Json[]} JsonList
 *
 * @typedef {object} Block a paragraph, heading, quotation or list item of the text
 * @property {"paragraph" | "heading" | "quote" | "item"} kind
 * @property {number} level a heading's level, 2 to 6; otherwise 0
 * @property {string} text its plain text
 * @property {{kind: string, start: number, end: number, href: string}[]} styles emphasis and links over it
 *
 * @typedef {object} Statement a sentence or a part of one
 * @property {string} id its note's label: `s1`, `s2`, … or what the file has
 * @property {number} block the block that holds it, counted from 0
 * @property {number} start its first unit in the block's text
 * @property {number} end one past its last
 * @property {"" | Basis} basis empty while it is not decided: then it is written as plain text
 * @property {boolean} aside whether somebody decided that it is no statement (a label, a line of dots)
 * @property {string[]} by ids of voices
 * @property {"" | "quote" | "paraphrase" | "mixed"} how
 * @property {string} kind an inference kind
 * @property {string[]} from ids of statements
 * @property {string[]} see ids of records
 * @property {string} also a second basis
 * @property {string} also_kind a second kind
 * @property {string} short
 * @property {string} note the note, in Markdown
 * @property {boolean} draft whether it is a suggestion that nobody has decided yet
 * @property {string} source in an article of `quotation` rights, the original's sentence: it stays in this browser
 *
 * @typedef {object} Framing words that steer
 * @property {string} id its note's label: `f1`, … or what the file has
 * @property {number} block
 * @property {number} start
 * @property {number} end
 * @property {string} technique empty while it is not decided: then it is not written
 * @property {string} plain
 * @property {string} also
 * @property {string} note
 * @property {boolean} draft
 *
 * @typedef {object} Cue words that attribute
 * @property {string} id its `#id`, or empty
 * @property {number} block
 * @property {number} start
 * @property {number} end
 *
 * @typedef {object} Work an article as it is being marked; a value: it is never changed, only replaced
 * @property {1} version
 * @property {string} slug the file's name without ending
 * @property {string} base the file's text that it was opened from; empty for a new article
 * @property {{[key: string]: Json}} front the front matter, as the file has it: `voices` and `records` by id, dates as text
 * @property {Block[]} blocks
 * @property {Statement[]} statements in the order of reading; they do not overlap
 * @property {Framing[]} framing in the order of reading; they nest or are apart
 * @property {Cue[]} cues in the order of reading
 *
 * @typedef {object} Problem what `whosays check` says
 * @property {"error" | "warning"} severity
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {number} line in the written file
 * @property {number} column
 * @property {string} at what it is about: a mark's id, `front.voices.mayor.stake`, or empty
 * @property {string} field which of a mark's fields it is about, or empty
 *
 * @typedef {object} Load how much rests on one voice
 * @property {string} id
 * @property {string} name
 * @property {string} stake
 * @property {number} statements that it is named for
 * @property {string[]} falls ids of statements that fall without it
 * @property {string[]} leans ids of statements that lean without it
 * @property {number} load share that falls, 0 to 1
 *
 * @typedef {object} Figures
 * @property {string} sentence the paragraph made from the figures, in plain words
 * @property {{total: number, sourced: number, unsourced: number, inferred: number}} statements
 * @property {Load[]} voices the heaviest first
 *
 * @typedef {object} Part lines that changed, with two around
 * @property {number} line the first one's number in the text as it is now
 * @property {{sort: "same" | "removed" | "added", line: string}[]} lines
 *
 * @typedef {object} Checked
 * @property {string} text the file, as it would be written now
 * @property {Part[]} changes how it differs from the file that it was opened from; none for a new article
 * @property {Problem[]} problems
 * @property {Figures | null} figures null where the file cannot be read as an article
 *
 * @typedef {object} Opened
 * @property {Work | null} work null where the file cannot be read as an article
 * @property {Problem[]} problems
 *
 * @typedef {object} Preview
 * @property {string} title
 * @property {string} html the explainer's body, as the generator renders it
 * @property {Problem[]} problems why there is none, where `html` is empty
 *
 * What the page asks of the generator: `ask(op, given)` resolves to the value beside it.
 * @typedef {object} Asked
 * @property {[{text: string, slug: string}, Opened]} open a file's text
 * @property {[{work: Work, today: string}, {work: Work | null, why: string}]} suggest the work with suggestions for what is
 *   not decided; in words, why there are none
 * @property {[{work: Work, today: string}, Checked]} check
 * @property {[{work: Work, today: string}, Preview]} preview
 *
 * @typedef {object} Named an entry of the codebook
 * @property {string} id
 * @property {string} name
 * @property {string} is its definition
 * @property {string} test the question that decides it
 * @property {string} example
 * @property {{id: string, tell: string}[]} alike
 * @property {string} group
 * @property {string[]} seen what somebody might type who sees it and does not know its name
 * @property {string} href its page, from the workbench
 *
 * @typedef {object} Rule a question of the decision order
 * @property {string} id
 * @property {string} step
 * @property {string} name
 * @property {string} ask
 * @property {string} then
 * @property {string} gives a basis, a kind, or `cue`, `cut`, `alone`, `framing`
 *
 * @typedef {object} Known what the page knows before the generator has arrived: `codebook.json` beside it
 * @property {string} version of the codebook
 * @property {string} repository the address of the project's repository, or empty
 * @property {string} branch where its articles are
 * @property {Named[]} bases
 * @property {Named[]} kinds
 * @property {Named[]} techniques
 * @property {Named[]} frames
 * @property {Named[]} stakes
 * @property {{id: string, name: string, definition: string}[]} steps
 * @property {Rule[]} rules
 * @property {{slug: string, title: string}[]} articles that can be improved; at most 500
 * @property {string} unseen what nobody can see, as a class of a regular expression
 * @property {string[]} languages that a draft can be made in
 */
export {};
