"""What each problem code stands for, said once and without an article, for tools that list them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One problem code."""

    code: str
    """The code."""
    what: str
    """What is wrong, in a sentence."""
    mend: str
    """What to do about it, in a sentence or two."""

    @property
    def level(self) -> str:
        """How much it weighs at least: an error stops a build, a warning does not."""
        return "warning" if self.code in _WARNINGS.split() else "error"


_WARNINGS = """
alike-names article-is-draft case-order codebook-version mixed-scripts one-sided-alike rule-without-case technique-unused
unknown-version unused-record unused-voice
"""

_RULES = """\
alike-names | The names of two voices look the same. | Make one voice of them, or say in the name what tells them apart.
ambiguous-id | Two entries of the codebook have one id. | Give one of them another id.
article-is-draft | A lesson uses an article that is not published. | Publish the article, or use another.
bare-word | A word in the braces of a mark has no value, or lacks its sign. | Write attributes as by=mayor, kinds with a point before them.
brace-in-value | An attribute’s value holds a brace. | Leave { and } out of values.
case-against-rule | A worked case says something else than its rule. | Correct the answer, or name the rule that gives it.
case-order | The worked cases are not in the order of the rules. | Put them in that order.
change-without-correction | A published mark is another one now, and no correction says so. | Add an entry to `changes`: the date and what was corrected.
circular-support | Statements rest on one another in a circle. | Take one `from` out: something has to come first.
code-block | Lines stand as a code block, and are not read. | Write them as a paragraph.
codebook-version | The article was marked with an older codebook. | Read what changed in the codebook, look the marks over, and set the new version.
cue-outside-sourced | A cue stands outside a sourced statement. | Draw it into the statement that it attributes, or take the mark out.
curly-quotes | Curly quotation marks stand round a value. | Use straight double ones: by="mayor clerk".
draft-left | A suggestion of `whosays draft` is still to be decided. | Decide it, write its note, and take draft=yes out.
duplicate-attribute | An attribute stands twice in one mark. | Keep one of the two.
duplicate-id | Two marks have one id. | Give each mark a note of its own, with a label of its own.
duplicate-key | A key stands twice in the front matter. | Keep one of the two.
duplicate-note | Two notes have one label. | Keep one, or give the second another label.
empty-mark | A mark covers no words. | Put words between [ and ], or take the mark out.
empty-note | A note has no words. | Say in a sentence why the mark is what it is.
empty-value | An attribute has nothing in its value. | Give it a value, or take it out.
engine-key | The front matter has a key that speaks to the builder of the site. | Take the line out.
entry-incomplete | An entry of the codebook lacks something that a reader needs. | Give it two examples, a near miss, what it is like, and why it matters.
entry-without-test | An entry of the codebook has no question that decides it. | Add `test: …?`, a question that the text itself can answer.
event-differs | A pair and its article do not name each other. | Name the pair in the article’s `event`, and the article in the pair.
example-brackets | The square brackets of an example do not come in pairs. | Write each [ with its ], and none inside another.
example-shared | Two entries of the codebook have one example. | Write another sentence for one of the two.
example-uses-another | An example shows another entry’s words as well. | Say it in other words: an example shows one thing.
example-without-words | An example does not show which of its words are meant. | Put [the words that do it] in square brackets.
framing-not-verbatim | A framing mark covers words that are not the original’s. | In a `quotation` article, mark only words between “ and ”.
front-matter-not-closed | The front matter never ends. | Put a line with `---` alone after its last line.
future-date | A date lies in the future. | Check year, month and day.
heading-level | A heading has the level of the page’s own title. | Begin it with `##`.
html | HTML stands in the text. | Write it in Markdown, or take it out.
id-on-mark | A mark has an id of its own beside its note. | Take the #id out: the label of the note is the mark’s id.
image | An image stands in the text. | Take it out, or say in words what it shows.
indented-text | Lines begin with four spaces, and their marks are not read. | Take the spaces away.
kind-without-inference | A second kind is given, and neither reading is an inference. | Write also=inferred beside it, or take `also-kind` out.
lesson-minutes | The minutes of a lesson are not those of its steps. | Make the two agree.
link-address | A link has no address that a page may link to. | Write the whole address, beginning with https://, http:// or mailto:.
link-title | A link has a title, which nothing would show. | Take it out with its quotation marks.
malformed-note | The beginning of a note is not written as one. | Write [^label]: and then the note, with no space before the colon.
mark-in-lesson | A mark or a note stands in a lesson. | To show how a mark is written, put it between backticks.
mark-in-note | A mark stands in a note. | Leave an empty line between a note and the text that follows it.
mark-without-note | A mark has no note. | Put [^label] directly after the mark, and `[^label]: why` at the end of the file.
missing-inference-kind | An inferred statement does not say what kind of conclusion it is. | Write {.inferred kind=…} with a kind of the codebook.
missing-key | The front matter lacks something that it needs. | Add the key with its value.
missing-kind | A mark does not say what it is. | Begin its braces with .sourced, .unsourced, .inferred, .framing or .cue.
missing-licence | A licensed text does not name its licence. | Add `licence:` with its name.
missing-technique | A framing mark does not name its technique. | Write {.framing technique=…} with a technique of the codebook.
mixed-scripts | A name or an address has a letter of another script among its own. | Retype it with the letters of one script.
nested-statement | A statement stands inside another. | End the first before the second begins.
no-front-matter | The file does not begin with its front matter. | Begin it with a line `---`, the keys, and a line `---` again.
no-shared-fact | No fact of a pair is reported by both articles. | Begin with what both report.
no-space | Two attributes stand together without a space. | Put a space between them.
no-statement | The article has no statement. | Mark its sentences.
no-words | A mark covers signs and no words. | Write the words between [ and ], or take the mark out.
not-of-the-pair | A pair speaks of an article that is none of its two. | Name one of the two.
not-utf-8 | The file is not saved as UTF-8 text. | Save it again as UTF-8.
note-on-cue | A cue has a note of its own. | Say it in the note of the statement.
note-without-mark | A note belongs to no mark. | Put [^label] directly after the mark, or take the note out.
numbered-list | A line begins with a number and a point, and becomes a list. | Put a backslash before the point.
one-sided-alike | Of two entries that are mistaken for each other, one does not say so. | Add it there too, with how to tell.
pair-articles | A pair has not two articles. | Write `articles: [one, the-other]`.
question-without-answer | A question for the class has no answer. | Add `answer: …`: what a good one has in it.
quotation-marks | It does not show which words are verbatim. | Put verbatim words between “ and ”, each with its partner.
quotation-run | A quotation is longer than a `quotation` article may have it. | Say a part of it in your own words.
quotation-share | More of the text is verbatim than a `quotation` article may have. | Shorten what stands in “double quotation marks”.
reference-definition | A line would turn words of the text into links. | Write a note as [^label]: why, and a link as [words](https://…).
reserved-id | An id is a name that the page itself uses. | Choose another.
rests-on-itself | A statement rests on itself. | Name the statements that it was concluded from, or leave `from` out.
round-brackets | A mark has round brackets in the place of its braces. | Write { and }.
rule | A line of hyphens or stars stands in the text. | Use an empty line, or a heading.
rule-order | A rule of the codebook comes after rules of a later step. | Move it up, or correct its step.
rule-without-case | No worked case shows how a rule decides. | Add one to `cases`.
same-address | Two files have names that would make one address. | Give one of them another name.
same-again | A second reading, or a look-alike, is the same as the first. | Name another, or take it out.
seen-shared | Two entries of the codebook are found by the same words. | Put it in other words for one of the two.
single-quotes | Single quotation marks stand round a value. | Use straight double ones: by="mayor clerk".
snippet | A line would fetch another file into the page. | Take it out, or put a backslash before it.
sourced-without-voice | A sourced statement does not name its voice. | Write {.sourced by=…}; if the text names nobody, it is {.unsourced}.
space-around-equals | A space stands beside the = of an attribute. | Take it out.
space-before-attributes | A space stands between the words of a mark and its braces. | Take it out.
space-before-note | A space stands between a mark and the call of its note. | Take it out.
stacked-marks | Too many accents or other signs are stacked on one letter. | Retype the word.
statement-in-wording | A statement stands inside a framing mark or a cue. | Turn them round: the statement outside, the words inside.
stray-sign | A sign in the braces of a mark belongs to nothing. | Take it out; attributes have spaces between them.
phrases-differ | A reading does not have the article’s verbatim phrases. | Keep what stands in “double quotation marks”, in its order.
symbolic-link | A symbolic link stands in content/. | Put the file itself in its place.
table | A table stands in the text. | Write it as sentences or as a list.
technique-unused | No article of the library shows a technique. | Add one that does.
template-code | Code for templates stands in the text. | Take it out, or put a backslash before it.
text-differs | A reading does not have the article’s own text. | Take the bare text of `whosays blind`, and change nothing but marks.
too-deep | Too many marks, lists or quotations stand inside one another. | Take some out.
too-long | A line or a file is longer than any article needs. | Cut it into paragraphs, or make two of it.
two-kinds | A mark has two kinds. | Keep one; a second fair reading is written also=….
unclosed-attributes | The braces of a mark are never closed. | Write the } where they end.
unclosed-mark | A [ has no ] in its paragraph. | Close it, or write \\[ for a bracket of the text itself.
unclosed-quotes | A quotation mark round a value is never closed. | Close it where the value ends.
uncovered-sentence | A sentence is no statement. | Mark it, or draw it into the statement beside it.
underlined-heading | A line of hyphens or equals signs turns a paragraph into a heading. | Take it out; a heading is written `## heading`.
unfilled | Three dots of the skeleton are left. | Write what belongs there, or take it out.
unknown-alike | An entry names a look-alike that the codebook does not have. | Name one that it has.
unknown-answer | A rule or a case gives an answer that the codebook does not have. | Name one that it has.
unknown-article | There is no article of that name. | Write the name of its file, without .md.
unknown-attribute | A mark has an attribute that its kind does not take. | Use those of its kind.
unknown-basis | A second reading names no basis. | Write sourced, unsourced or inferred.
unknown-event | An article names a pair that is not there. | Write the pair’s id, or take `event` out.
unknown-frame | The codebook has no such frame. | Write the id of one that it has.
unknown-group | The codebook has no such group of techniques. | Write the id of one that it has.
unknown-key | The front matter has a key that nothing reads. | Write one of those that there are; quote a text that has a comma in it.
unknown-kind | The codebook has no such kind of conclusion. | Write the id of one that it has.
unknown-mark | There is no such kind of mark. | Write .sourced, .unsourced, .inferred, .framing or .cue.
unknown-pair | There is no such pair. | Write the pair’s id.
unknown-record | The front matter has no such record. | Write the id of one that it has, or add it to `records`.
unknown-rule | A worked case names no rule of the codebook. | Write the id of one that it has.
unknown-standard | The project does not use that standard. | Write one that it uses.
unknown-statement | There is no such statement. | Write the label of its note.
unknown-step | A rule names no step of the codebook. | Write the id of one that it has.
unknown-technique | The codebook has no such technique. | Write the id of one that it has.
unknown-value | Only certain words can stand here, and this is none of them. | Write one of them.
unknown-version | The codebook has never had that version. | Write the one that you marked with.
unknown-voice | The front matter has no such voice. | Write the id of one that it has, or add it to `voices`.
unopened-mark | A mark ends, or has braces, and begins nowhere. | Put a [ before its first word, in the same paragraph.
unquoted-value | A value with spaces or signs in it has no quotation marks. | Put it in straight double ones.
unreadable | The file cannot be read. | Check its path and its rights.
unseen-character | A character stands in the file that cannot be seen. | Delete it, or retype the word.
unstable-id | A name would not make an address that lasts. | Use small letters, digits and hyphens, beginning with a letter.
unused-record | No statement was checked against a record. | Name it in a statement’s `see`, or take it out.
unused-voice | No statement is from a voice. | Name it in a statement’s `by`, or take it out.
version-without-change | The codebook does not say what is new in its version. | Add it to `changes`, with its date.
words-not-there | Words of a pair do not stand in the article. | Copy them from its text, without marks.
words-of-one | Words are given for one article of a pair only. | Give the words of each.
wrong-value | A value does not have the form that it needs. | Write it in that form.
yaml-character | A line holds a character that cannot be read. | Retype the line.
yaml-feature | The front matter uses something that it does not need, such as an alias. | Write the value out, or put it in double quotes.
yaml-syntax | The front matter cannot be read here. | Check indents, colons, quotation marks and brackets.
"""

RULES = {rule.code: rule for rule in (Rule(*line.split(" | ")) for line in _RULES.splitlines())}
"""Every code that the checks can give."""
