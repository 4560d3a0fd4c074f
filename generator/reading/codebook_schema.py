"""The codebook's shape, as pydantic models."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from generator.reading.schema import ChangeShape, Id, Text


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class NearShape(_Shape):
    """A near miss."""

    text: Text = Field(description="A sentence that looks like it; the words that tempt in [].")
    why: Text = Field(description="Why it is none.")


class AlikeShape(_Shape):
    """An entry that another is mistaken for."""

    id: Text = Field(description="The other entry's id.")
    tell: Text = Field(description="How to tell the two apart, in a line.")


class GroupShape(_Shape):
    """A group of techniques."""

    name: Text = Field(description="The name in plain words.")
    published: str = Field("", description="The name in the published scheme.")
    definition: Text = Field(description="What its techniques have in common.")


class EntryShape(GroupShape):
    """One definition."""

    group: str = Field("", description="The group it belongs to.")
    test: str = Field("", description="The question that decides it.")
    examples: list[Text] = Field(default_factory=list, description="Two; what does it in [].")
    near: NearShape | None = Field(None, description="What looks like it and is not.")
    alike: list[AlikeShape] = Field(default_factory=list, description="What it is mistaken for.")
    matters: str = Field("", description="Why it matters to a reader.")
    seen: list[Text] = Field(
        default_factory=list, description="What one might type who sees it and lacks its name."
    )


class VersionShape(ChangeShape):
    """A version of the codebook."""

    version: Text = Field(description="Its number.")


class StageShape(_Shape):
    """A step of the decision order."""

    name: Text = Field(description="What is settled in it.")
    definition: Text = Field(description="How to go through it.")


class RuleShape(_Shape):
    """A rule of the decision order."""

    id: Id = Field(description="The name that cases use.")
    step: Text = Field(description="The step it belongs to.")
    name: Text = Field(description="The name in plain words.")
    ask: Text = Field(description="The question; the first yes decides.")
    then: Text = Field(description="What a yes means.")
    gives: Text = Field(description="A basis, kind or technique, or cue, cut, alone or framing.")


class CaseShape(_Shape):
    """A worked case."""

    text: Text = Field(description="The sentences; what is asked about in [].")
    rule: Text = Field(description="The one rule that settles it.")
    answer: Text = Field(description="A basis, kind or technique, or cue, cut or none.")
    why: Text = Field(description="The rule's reason, in a sentence.")


class CodebookShape(_Shape):
    """The codebook."""

    version: Text = Field(description="The codebook's version, that articles name.")
    changes: list[VersionShape] = Field(
        default_factory=list, description="Its versions, and what changed in each."
    )
    bases: dict[Id, EntryShape] = Field(description="The bases: sourced, unsourced, inferred.")
    kinds: dict[Id, EntryShape] = Field(description="The kinds of inference.")
    cues: dict[Id, EntryShape] = Field(
        default_factory=dict, description="The words that attribute, by sort."
    )
    stakes: dict[Id, EntryShape] = Field(description="What a voice has to win or lose.")
    groups: dict[Id, GroupShape] = Field(description="The groups of techniques.")
    techniques: dict[Id, EntryShape] = Field(description="The techniques of framing.")
    frames: dict[Id, EntryShape] = Field(description="The frames of a whole article.")
    steps: dict[Id, StageShape] = Field(
        default_factory=dict, description="The steps of the decision order."
    )
    rules: list[RuleShape] = Field(
        default_factory=list, description="The rules, in the order in which they are asked."
    )
    cases: list[CaseShape] = Field(
        default_factory=list, description="Worked cases, each settled by one rule."
    )
