"""The front matter's shape, as pydantic models; `whosays schema` prints it as JSON Schema."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator.model import Rights, Stake, VoiceKind

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Address = Annotated[
    str,
    StringConstraints(
        pattern=r'^(https?://[^\s/?#\\%@"<>]+([/?#][^\s\\"<>]*)?|mailto:[^\s\\"<>]+)$'
    ),
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Level = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?-[1-9][0-9]?$")]


def _iso(value: object) -> object:
    """Take only `2025-03-04`, not the numbers that pydantic would read as seconds."""
    if isinstance(value, str) and len(value) != len("2025-03-04"):
        raise ValueError("not a date")
    return value


Day = Annotated[date, BeforeValidator(_iso)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class VoiceShape(_Shape):
    """Someone or something that the article relies on."""

    name: Text = Field(description="The name on the page.")
    role: str = Field("", description="What they are, in a few words.")
    kind: VoiceKind = Field("person", description="What sort of source it is.")
    stake: Stake = Field(description="What they have to win or lose by being believed.")
    note: str = Field("", description="A sentence about the stake.")


class RecordShape(_Shape):
    """Something outside the article that it was checked against."""

    title: Text = Field(description="What it is called.")
    publisher: str = Field("", description="Who issued it.")
    date: Day | None = Field(None, description="When.")
    number: str = Field("", description="Its own number, by which it can be found.")
    url: Address | None = Field(None, description="Its address, if you are certain of it.")
    says: Text = Field(description="What it says that bears on the article.")


class OriginalShape(_Shape):
    """The published text that the article annotates."""

    title: str = Field("", description="Its headline.")
    author: str = Field("", description="Who wrote it.")
    publisher: str = Field("", description="Who published it.")
    published: Day | None = Field(None, description="When it was published.")
    url: Address | None = Field(None, description="Where it stands.")
    archived: Address | None = Field(None, description="An archived copy.")
    accessed: Day | None = Field(None, description="When you read it.")


class MissingShape(_Shape):
    """A voice or a fact that a reader would need."""

    what: Text = Field(description="What is missing.")
    why: Text = Field(description="Why a reader would need it.")
    at: str = Field("", description="The statement where it is missed.")


class QuestionShape(_Shape):
    """A question for a class."""

    ask: Text = Field(description="The question.")
    standard: str = Field("", description="The standard it serves, such as RI.8.8.")
    answer: str = Field("", description="What a good answer has in it.")


class AnnotatorShape(_Shape):
    """Who marked the article."""

    name: Text = Field(description="Your name or pen name.")
    date: Day | None = Field(None, description="When you finished.")


class ChangeShape(_Shape):
    """A correction."""

    date: Day = Field(description="When.")
    what: Text = Field(description="What was corrected, in a sentence.")
    by: str = Field("", description="Who asked for it, by the name or pen name they chose.")
    at: str = Field("", description="The statement or the framing mark that was corrected.")


class DecisionShape(_Shape):
    """What was decided where readers differed; `whosays adjudicate` writes it."""

    at: Text = Field(description="The mark, or a reader's mark as reader:id.")
    readings: Text = Field(description="What each reading had.")
    decided: Text = Field(description="What the published article has now.")
    by: Text = Field(description="Who decided, by the name or pen name they chose.")
    date: Day = Field(description="When.")
    why: Text = Field(description="The reason, in a sentence.")


class ArticleShape(_Shape):
    """The front matter of an article."""

    title: Text = Field(description="The title of the page.")
    summary: str = Field("", description="One or two sentences for the library.")
    original: OriginalShape = Field(description="The published text.")
    rights: Rights = Field(description="By what right the text is here.")
    licence: str = Field("", description="The licence of a licensed text.")
    language: Language = Field("en", description="The text's language, such as en or ar.")
    genre: str = Field("", description="News report, opinion, press release, …")
    invented: bool = Field(
        False, description="Written for teaching: people, places and events are invented."
    )
    level: Level | None = Field(None, description="Ages it suits, such as 12-14.")
    topics: list[Text] = Field(default_factory=list, description="What it is about.")
    frames: list[Text] = Field(default_factory=list, description="Frames of the codebook.")
    event: Id | None = Field(None, description="The pair of articles on one event it belongs to.")
    voices: dict[Id, VoiceShape] = Field(
        default_factory=dict, description="The voices, each under the id that `by` uses."
    )
    records: dict[Id, RecordShape] = Field(
        default_factory=dict, description="The records, each under the id that `see` uses."
    )
    missing: list[MissingShape] = Field(default_factory=list, description="What is missing.")
    questions: list[QuestionShape] = Field(default_factory=list, description="For a class.")
    annotators: list[AnnotatorShape] = Field(min_length=1, description="Who marked it.")
    codebook: str = Field("", description="The codebook's version.")
    changes: list[ChangeShape] = Field(default_factory=list, description="Corrections.")
    decisions: list[DecisionShape] = Field(
        default_factory=list, description="What was decided where readers differed."
    )
    status: Literal["published", "draft"] = Field(
        "published", description="A draft is checked and not published."
    )
