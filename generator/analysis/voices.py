"""How much of an article each voice carries."""

from __future__ import annotations

from generator.analysis.figures import VoiceFigures
from generator.analysis.support import remove_voice
from generator.model import Article


def voice_figures(article: Article) -> tuple[VoiceFigures, ...]:
    """Each voice's share, heaviest load first, then most statements, then front-matter order."""
    figures = []
    for voice in article.voices:
        own = [s for s in article.statements if voice.id in s.voices]
        figures.append(
            VoiceFigures(
                id=voice.id,
                name=voice.name,
                stake=voice.stake,
                statements=len(own),
                words=sum(statement.words for statement in own),
                removal=remove_voice(article, voice.id),
            )
        )
    return tuple(sorted(figures, key=lambda v: (-v.removal.load, -v.statements)))
