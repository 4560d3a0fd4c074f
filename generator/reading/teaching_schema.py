"""The shapes of pairs and lessons, as pydantic models."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, PositiveInt

from generator.reading.schema import AnnotatorShape, Id, Level, QuestionShape, Text


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class FactShape(_Shape):
    """Something that is reported of the event."""

    what: Text = Field(description="The fact, in a neutral sentence.")
    reported: dict[str, Text] = Field(
        alias="in", min_length=1, description="The statements that report it, by article."
    )


class SameThingShape(_Shape):
    """Different words for one thing."""

    thing: Text = Field(description="What they stand for.")
    wordings: dict[str, Text] = Field(
        alias="in", min_length=1, description="Each article's own words for it."
    )


class PairShape(_Shape):
    """Two articles on one event."""

    title: Text = Field(description="The title of the page.")
    event: Text = Field(description="What happened, in a neutral sentence.")
    articles: list[Text] = Field(description="The slugs of the two articles.")
    facts: list[FactShape] = Field(min_length=1, description="What is reported, and where.")
    words: list[SameThingShape] = Field(default_factory=list, description="The same, other words.")
    questions: list[QuestionShape] = Field(default_factory=list, description="For a class.")


class StepShape(_Shape):
    """One step of a lesson."""

    minutes: PositiveInt = Field(description="How long it takes.")
    what: Text = Field(description="What is done.")
    how: Text = Field(description="How it goes.")


class StandardShape(_Shape):
    """A standard that a lesson serves."""

    code: Text = Field(description="Its code, such as RI.8.8.")
    says: Text = Field(description="What it asks for, in our own words.")


class LessonShape(_Shape):
    """The front matter of a lesson."""

    title: Text = Field(description="The title of the page.")
    summary: Text = Field(description="One or two sentences for the list of lessons.")
    minutes: PositiveInt = Field(description="How long it takes in all.")
    level: Level | None = Field(None, description="Ages it suits, such as 12-14.")
    aims: list[Text] = Field(min_length=1, description="What pupils can do after it.")
    articles: list[Text] = Field(default_factory=list, description="The articles that it uses.")
    pair: Id | None = Field(None, description="The pair that it uses.")
    print: list[Text] = Field(default_factory=list, description="What to print.")
    steps: list[StepShape] = Field(min_length=1, description="The time table.")
    questions: list[QuestionShape] = Field(min_length=1, description="Each with its answer.")
    younger: Text = Field(description="How to vary it for younger pupils.")
    stronger: Text = Field(description="How to vary it for stronger ones.")
    standards: list[StandardShape] = Field(min_length=1, description="What it serves.")
    authors: list[AnnotatorShape] = Field(min_length=1, description="Who wrote it.")
