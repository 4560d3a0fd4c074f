"""The shape of the front matter of a reading."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from generator.model import Stake, VoiceKind
from generator.reading.schema import Day, Id, Text


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ReadingVoiceShape(_Shape):
    """Someone or something that the reader found the article to rely on."""

    name: Text = Field(description="Who it is.")
    role: str = Field("", description="What they are, in a few words.")
    kind: VoiceKind = Field("person", description="What sort of source it is.")
    stake: Stake = Field("unknown", description="What they have to win or lose by being believed.")
    note: str = Field("", description="A sentence about the stake.")


class ReadingShape(_Shape):
    """The front matter of a reading: one person's marks of an article."""

    reader: Text = Field(description="Your name or pen name.")
    date: Day = Field(description="When you finished.")
    codebook: str = Field("", description="The codebook's version that you used.")
    voices: dict[Id, ReadingVoiceShape] = Field(
        default_factory=dict,
        description="Your voices, each under the id that `by` uses; the article's need not be here.",
    )
