"""One decision carried out in the text of an article: which edits it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.adjudication.opened import Opened
from generator.adjudication.values import DROP, KEEP, OPEN, Ruling
from generator.agreement.differences import BOTH, NONE
from generator.agreement.figures import Answer, Difference
from generator.agreement.laying import PUBLISHED
from generator.agreement.values import Marked, Piece
from generator.exchange.braces import quoted
from generator.exchange.markdown import begun, escaped, rich
from generator.exchange.results import Tally
from generator.fixes.edit import Edit
from generator.model import Framing, Note, Reading, Statement


class Refused(Exception):
    """A decision that cannot be carried out; it says why."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a decision does."""

    edits: list[Edit]
    """In the text and its notes."""
    decided: str
    """What the published article has after it, for the trail."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries decisions out in one article."""

    file: Opened
    """The article as it is by now."""
    marked: Marked
    """All readers' marks."""
    readings: dict[str, Reading]
    """The readings, by name."""

    def carry(self, ruling: Ruling, difference: Difference) -> Carried:
        """The edits of one decision."""
        ours = next((a for a in difference.answers if a.reader == PUBLISHED), None)
        if ours is None:
            raise Refused("The published marks are not among the readings.")
        names = [answer.reader for answer in difference.answers if answer.reader != PUBLISHED]
        if ruling.decided == KEEP or ruling.decided == PUBLISHED:
            return Carried(self._noted(ruling, ours), ours.said if ours.id else "no framing")
        if ruling.decided == DROP:
            return self._dropped(difference, ours)
        if ruling.decided == OPEN:
            return self._left_open(ruling, difference, ours)
        if ruling.decided not in names:
            choices = ", ".join([KEEP, OPEN, *([DROP] if _framing(difference) else []), *names])
            raise Refused(f"`{ruling.decided}` is none of: {choices}.")
        theirs = next(a for a in difference.answers if a.reader == ruling.decided)
        return self._taken(ruling, difference, ours, theirs)

    def _noted(self, ruling: Ruling, ours: Answer) -> list[Edit]:
        """The note that the decision gives, if it gives one."""
        return [self.file.note(ours.id, [_text(ruling.note)])] if ruling.note and ours.id else []

    def _dropped(self, difference: Difference, ours: Answer) -> Carried:
        if not _framing(difference):
            raise Refused("A statement cannot be dropped: take a reader's basis, or edit the file.")
        if not ours.id:
            return Carried([], "no framing")
        mark = self.file.mark(ours.id)
        return Carried([*self.file.unmarked(*mark), self.file.note_dropped(ours.id)], "no framing")

    def _left_open(self, ruling: Ruling, difference: Difference, ours: Answer) -> Carried:
        other = _other(difference, ours)
        if not ours.id:
            return self._added(ruling, other, also="none")
        edits: list[Edit] = []
        also = f"{ours.said}, or {other.said}"
        if other.label != ours.label:
            edits.append(self.file.value(ours.id, "also", other.label))
        if other.kind:
            edits.append(self.file.value(ours.id, "also-kind", other.kind))
        if ruling.note:
            edits += self._noted(ruling, ours)
        else:
            said = "no framing." if other.label == NONE else f"{other.said}."
            why = _text(f"Read otherwise by {other.name}: {other.note or said}")
            edits.append(self.file.note_end(ours.id, why))
        return Carried(edits, also)

    def _taken(
        self, ruling: Ruling, difference: Difference, ours: Answer, theirs: Answer
    ) -> Carried:
        if BOTH in theirs.label:
            raise Refused(
                f"{theirs.reader} cut this statement in several: cut it in the file, "
                "or take another decision."
            )
        if not _framing(difference):
            return self._basis(ruling, difference, ours, theirs)
        if theirs.label == NONE:
            return self._dropped(difference, ours)
        if not ours.id:
            return self._added(ruling, theirs, also="")
        mark = self._their_framing(theirs)
        braces = _braces("framing", {"technique": mark.technique, "plain": mark.plain})
        return Carried(
            [self.file.braces(ours.id, braces), self.file.note(ours.id, _said(ruling, mark.note))],
            mark.technique,
        )

    def _basis(
        self, ruling: Ruling, difference: Difference, ours: Answer, theirs: Answer
    ) -> Carried:
        reading = self.readings[theirs.reader]
        mark = next(s for s in reading.statements if s.id == theirs.id)
        own = next(s for s in self.file.article.statements if s.id == ours.id)
        values = {"see": " ".join(own.records), "short": own.short}
        if mark.basis == "sourced":
            values |= {"by": " ".join(self._voices(mark, reading)), "how": mark.how}
        elif mark.basis == "inferred":
            rests = (
                own.rests_on
                if difference.what == "kind"
                else self._supports(mark, reading.name, own.id)
            )
            values |= {"kind": mark.kind, "from": " ".join(rests)}
        edits = [
            self.file.braces(ours.id, _braces(mark.basis, values)),
            self.file.note(ours.id, _said(ruling, mark.note)),
        ]
        if mark.basis != "sourced":
            edits += self.file.cues_in(ours.id)
        return Carried(edits, f"{mark.basis}: {mark.kind}" if mark.kind else mark.basis)

    def _voices(self, mark: Statement, reading: Reading) -> Iterator[str]:
        """The article's voices that a reader means, by id or by name."""
        names = {voice.id: voice.name for voice in reading.voices}
        for given in mark.voices:
            name = names.get(given, "")
            found = [
                voice.id
                for voice in self.file.article.voices
                if (voice.name.casefold() == name.casefold() if name else voice.id == given)
            ]
            if not found:
                called = f"`{name}`" if name else f"`{given}`"
                raise Refused(f"The article has no voice {called}: add it to its `voices` first.")
            yield found[0]

    def _supports(self, mark: Statement, name: str, without: str) -> Iterator[str]:
        """The published statements on which a reader's inference rests."""
        reader = next(r for r in self.marked.readers if r.id == name)
        pieces = {piece.id: piece for piece in reader.statements}
        published = self.marked.readers[0].statements
        found = (
            max(published, key=pieces[given].shared).id
            for given in mark.rests_on
            if given in pieces and published
        )
        yield from (support for support in dict.fromkeys(found) if support != without)

    def _added(self, ruling: Ruling, theirs: Answer, also: str) -> Carried:
        """A framing mark that only a reader has, put into the text."""
        mark = self._their_framing(theirs)
        piece = self._piece(theirs)
        name = _free(mark.id, self.file)
        values = {"technique": mark.technique, "plain": mark.plain, "also": also}
        after = f"{_braces('framing', values)}[^{name}]"
        put = self.file.marked(piece.start, piece.end, mark.text, after)
        if put is None:
            raise Refused("Where these words stand in the file cannot be told: mark them by hand.")
        note = self.file.note_added(name, _said(ruling, mark.note))
        decided = f"{mark.technique}, or no framing" if also else mark.technique
        return Carried([*put, note], decided)

    def _their_framing(self, theirs: Answer) -> Framing:
        return next(f for f in self.readings[theirs.reader].framing if f.id == theirs.id)

    def _piece(self, theirs: Answer) -> Piece:
        reader = next(r for r in self.marked.readers if r.id == theirs.reader)
        return next(piece for piece in reader.framing if piece.id == theirs.id)


def _framing(difference: Difference) -> bool:
    return difference.what in ("technique", "mark")


def _other(difference: Difference, ours: Answer) -> Answer:
    """The reading that most readers hold against the published one; of several the first.

    Of a reader who cut a statement in two, the part that is judged otherwise counts.
    """
    others = [
        replace(answer, label=label)
        for answer in difference.answers
        for label in answer.label.split(BOTH)
        if label != ours.label or (answer.label == label and answer.kind != ours.kind)
    ]
    said = [answer.said for answer in others]
    return max(others, key=lambda a: (said.count(a.said), -said.index(a.said)))


def _free(name: str, file: Opened) -> str:
    """A name for a mark that no other has."""
    article = file.article
    taken = {s.id for s in article.statements} | {f.id for f in article.framing}
    taken |= {cue.id for cue in article.cues}
    names = (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def _braces(kind: str, values: dict[str, str]) -> str:
    order = ("by", "how", "kind", "technique", "plain", "from", "see", "also", "short")
    pairs = (f"{key}={quoted(values[key], Tally())}" for key in order if values.get(key))
    return "{" + " ".join((f".{kind}", *pairs)) + "}"


def _said(ruling: Ruling, note: Note | None) -> list[str]:
    """The note that the decision gives, or the reader's, a Markdown paragraph each."""
    if ruling.note:
        return [_text(ruling.note)]
    return list(_paragraphs(note)) or [_text(ruling.why)]


def _paragraphs(note: Note | None) -> Iterable[str]:
    return [text for p in note.paragraphs for text in rich(p)[0]] if note else []


def _text(text: str) -> str:
    return begun(escaped(" ".join(text.split())))
