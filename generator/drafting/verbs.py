"""Verbs as cues: `said`, `has accused`, `sees it as`; which use of a verb hands something on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.drafting.group import Group, clause_follows, group_at
from generator.drafting.quotations import QUOTED
from generator.drafting.tokens import capital, is_word
from generator.drafting.values import HANDED_ON, CueClass, FoundCue, Sentence, Stretch, Token
from generator.drafting.words import Verb, Words

Side = Literal["left", "right", "inside", "none"]
_ENDS = frozenset({".", "!", "?", "…", ";", ")", ",", "—", "–"})
_NEAR = 7
"""How many words may stand between a speaker's cue and the comma or the quotation it belongs to."""


def verb_cues(number: int, sentence: Sentence, words: Words) -> Iterator[FoundCue]:
    """The verbs of a sentence that hand something on, outside its quotations."""
    items = sentence.items
    for at, token in enumerate(items):
        for verb in words.verbs.get(token.low, ()):
            last = at + len(verb.behind)
            if tuple(item.low for item in items[at + 1 : last + 1]) != verb.behind:
                continue
            use = _Use(items, at, verb, group_at(items, at, last, verb.form, words), words)
            side = use.side()
            if side and use.fits(side):
                first = use.group.first
                span = Stretch(items[first].start, items[last].end)
                yield FoundCue(number, span, use.of(), verb.base, first, last, side)
                break


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a verb in a sentence."""

    items: Sequence[Token]
    at: int
    verb: Verb
    group: Group
    words: Words

    def low(self, at: int) -> str:
        return self.items[at].low if 0 <= at < len(self.items) else ""

    @property
    def left(self) -> str:
        return self.group.left.low if self.group.left else ""

    @property
    def right(self) -> str:
        return self.low(self.group.last + 1)

    def by(self) -> bool:
        """Whether a “by” follows, with the doer behind it."""
        return self.right in self.words.grammar["by"]

    def side(self) -> Side | None:
        """Where the subject stands; None where the verb has none, or is no verb."""
        grammar = self.words.grammar
        if self.verb.form == "state":
            be = self.low(self.at - 1) in grammar["be"] or self.group.helped
            return "left" if be and self.left else None
        if self.group.passive or (self.by() and self.verb.form in ("past", "participle")):
            return "right" if self.by() else "left" if self.passive_counts() else None
        if self.verb.form == "participle" and not self.group.helped:
            return None
        if self.verb.form == "ing":
            return self.side_of_ing()
        if self.group.infinitive:
            return "left"
        if not self.left:
            return "right" if self.verb.form == "past" and self.inverted() else None
        if self.left == QUOTED:
            of_noun = self.low(self.group.first - 2) in grammar["determiners"]
            turned = self.verb.base in grammar["inverting"] and self.starts_phrase(self.right)
            return "right" if turned and not of_noun else "left"
        if self.left in (",", "—", "–"):
            return "right" if self.inverted() else "left"
        if self.left in grammar["joiners"]:
            return "left" if self.verb.form != "base" or self.group.helped else None
        return "left" if self.subject() else None

    def side_of_ing(self) -> Side | None:
        grammar = self.words.grammar
        if any(self.low(at) in grammar["be"] for at in range(self.group.first, self.at)):
            owner = self.low(self.group.first) == "'s" and self.group.left is not None
            ours = not owner or self.left in grammar["subject_pronouns"]
            return "left" if ours else None
        follows = clause_follows(self.items, self.group.last + 1, self.words)
        if self.left in (",", QUOTED, "—", "–"):
            return "left" if follows or self.verb.frame in ("object", "free") else None
        if self.left in self.words.grammar["beginning"]:
            return "left"
        if self.left in self.words.grammar["gerunds_after"]:
            return "left" if follows else None
        word = self.group.left and is_word(self.group.left)
        other = self.left in grammar["prepositions"] | grammar["determiners"]
        return "left" if word and not other and follows else None

    def passive_counts(self) -> bool:
        """A passive that names nobody: what it hands on stands in schemes wider than ours."""
        return self.verb.of == "stance"

    def subject(self) -> bool:
        """Whether the word to the left can be this form's subject."""
        grammar, left = self.words.grammar, self.left
        assert self.group.left
        if not is_word(self.group.left) and left not in (")", "'"):
            return False
        subject = left in grammar["subject_pronouns"]
        if not subject and (
            left in grammar["determiners"] or left in grammar["prepositions"] or left == "'s"
        ):
            return False
        if self.group.helped or left in grammar["relatives"]:
            return True
        plural = (
            (
                left.endswith(self.words.ends["plural"])
                and not left.endswith(self.words.ends["singular"])
            )
            or left in grammar["plurals"]
            or left in grammar["plural_subjects"]
        )
        if self.verb.form == "base":
            follows = not self.verb.noun and (self.right == QUOTED or self.right in grammar["that"])
            return (plural and (not self.verb.noun or subject or self.content())) or follows
        if self.verb.noun and self.verb.form == "third":
            return subject or capital(self.group.left) or self.content()
        return True

    def content(self) -> bool:
        """Whether something stands behind that a noun would not have there."""
        grammar = self.words.grammar
        return (
            clause_follows(self.items, self.group.last + 1, self.words)
            or self.right in grammar["determiners"] | grammar["objects"]
            or self.right[:1].isdigit()
            or self.aside()
        )

    def starts_phrase(self, low: str) -> bool:
        """Whether a noun phrase can begin with the word behind the verb."""
        grammar = self.words.grammar
        token = self.items[self.group.last + 1] if self.group.last + 1 < len(self.items) else None
        if token is None or not is_word(token):
            return False
        return low not in grammar["prepositions"] and low not in grammar["askers"]

    def inverted(self) -> bool:
        """`, said the spokesman.`: a short noun phrase behind the verb, and no verb behind that."""
        grammar = self.words.grammar
        turned = self.verb.base in grammar["inverting"] and not self.group.helped
        if not turned or not self.starts_phrase(self.right):
            return False
        for token in self.items[self.group.last + 1 : self.group.last + 1 + 2 * _NEAR]:
            if token.low in _ENDS or token.low == QUOTED or token.low in grammar["relatives"]:
                return True
            if token.low in grammar["auxiliaries"] and token.low != "'s":
                return False
            if token.low.endswith(self.words.ends["past"]) and not capital(token):
                return False
        return self.group.last + 2 * _NEAR >= len(self.items)

    def aside(self) -> bool:
        """Whether it stands between commas, or at the sentence's end: `…, the log shows, …`."""
        if self.right and self.right not in _ENDS:
            return False
        before = [
            token.low for token in self.items[max(0, self.group.first - _NEAR) : self.group.first]
        ]
        return "," in before or QUOTED in before or "—" in before or "–" in before

    def quoted(self, reach: int) -> bool:
        """Whether a quotation stands within `reach` items behind, or right before."""
        behind = [t.low for t in self.items[self.group.last + 1 : self.group.last + 1 + reach]]
        before = [t.low for t in self.items[max(0, self.group.first - _NEAR) : self.group.first]]
        return QUOTED in behind or QUOTED in before

    def fits(self, side: Side) -> bool:
        """Whether what the verb's frame asks for stands around it."""
        grammar, frame, after = self.words.grammar, self.verb.frame, self.group.last + 1
        if (
            self.verb.of in ("show", "believe")
            and self.left in grammar["pointing"]
            and side == "left"
        ):
            return False
        if self.left in grammar["there"]:
            return False
        if self.verb.of == "want" and (
            self.left in grammar["before_nouns"]
            or (frame == "object" and self.right in grammar["prepositions"])
        ):
            return False
        if side == "right" and self.by() and frame != "beside":
            return True
        clause = clause_follows(self.items, after, self.words) or self.aside()
        if frame == "free":
            return True
        if frame == "state":
            return not self.right or self.right in grammar["after_state"]
        if frame == "object":
            return bool(self.right) and (self.right not in _ENDS or self.aside())
        if frame == "clause":
            document = self.verb.of in ("show", "write") and self.by_document()
            return clause or self.quoted(5) or (document and self.right not in _ENDS)
        if frame == "beside":
            return self.quoted(_NEAR)
        if frame == "target":
            return side == "right" or (bool(self.right) and self.right not in _ENDS)
        if frame == "naming":
            return self.names()
        ahead = [token.low for token in self.items[after : after + 10]]
        return frame in ahead[:1] if frame in grammar["infinitive"] else frame in ahead

    def names(self) -> bool:
        """`called the plan a disgrace`, `called it “unfair”`."""
        ahead = [token.low for token in self.items[self.group.last + 1 : self.group.last + 9]]
        stop = next((n for n, low in enumerate(ahead) if low in _ENDS), len(ahead))
        grammar, judging = self.words.grammar, self.words.ends["judging"]
        around = grammar["prepositions"]
        if QUOTED in ahead[:stop]:
            return True
        if any(b in grammar["naming"] and a not in around for a, b in pairwise(ahead[:stop])):
            return True
        of_thing = ahead[0] in grammar["determiners"] | grammar["objects"] if ahead else False
        return of_thing and ahead[:stop][-1].endswith(judging)

    def by_document(self) -> bool:
        """Whether the words to the left name something that holds words or numbers."""
        for token in reversed(self.items[max(0, self.group.first - _NEAR) : self.group.first]):
            if token.low in self.words.voices["documents"]:
                return True
            if token.low in _ENDS:
                return False
        return False

    def of(self) -> CueClass:
        """What handing on it is, here."""
        grammar, of = self.words.grammar, self.verb.of
        two = f"{self.low(self.group.first - 2)} {self.left}"
        nobody = bool({self.left, two} & grammar["nobody"])
        if self.group.future and of in HANDED_ON:
            return "deed"
        if self.verb.frame == "target" and not self.by() and not self.targets():
            return "deed"
        if self.verb.form != "ing" and self.left in grammar["writer"] and of in HANDED_ON:
            return "deed"
        if (self.group.negated or nobody) and (
            of in ("say", "write") or self.verb.base in grammar["knowing"]
        ):
            return "silent" if self.verb.base not in grammar["never_silent"] else of
        if self.group.passive and not self.by():
            return "deed"
        if of == "want" and not self.plain_wish():
            return "deed"
        if self.group.infinitive and of in HANDED_ON and not self.carried():
            return "deed"
        return of

    def plain_wish(self) -> bool:
        """Whether the sentence gives the wish to somebody, and not as a reason or on the side."""
        grammar, first = self.words.grammar, self.group.first
        if self.left in grammar["relatives"] or (self.verb.form == "ing" and not self.group.helped):
            return False
        for back, token in enumerate(reversed(self.items[max(0, first - _NEAR) : first])):
            if token.low in _ENDS:
                break
            if token.low in grammar["reasons"] or (back < 3 and token.low in grammar["everybody"]):
                return False
        return True

    def targets(self) -> bool:
        """Whether a name, a person or a plan follows: `slammed the plan`, and not `the door`."""
        ahead = self.items[self.group.last + 1 : self.group.last + 5]
        known = self.words.grammar["targets"]
        return any(capital(t) or t.low in known or t.low == QUOTED for t in ahead)

    def carried(self) -> bool:
        """`continued to argue`: the words before “to” tell of a habit of saying."""
        before = " ".join(
            t.low for t in self.items[max(0, self.group.first - 4) : self.group.first]
        )
        return bool(self.words.phrases["carriers"].search(f" {before.removesuffix(' to')} "))
