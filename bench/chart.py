"""The chart of `docs/performance.md`: bars as inline SVG, in the colour of the text round it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 420
_BAR = 14
_STEP = 40
_HEAD = 30
_RIGHT = 70
"""Room for the figure after the longest bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure."""

    label: str
    """What it is of."""
    value: float
    """How long the bar is."""
    figure: str
    """What stands after it."""
    ours: bool
    """Ours are filled, rivals are outlined."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that are compared with one another, on a scale of their own."""

    title: str
    """What stands over them."""
    bars: tuple[Bar, ...]
    """From top to bottom."""


def chart(title: str, panels: Sequence[Panel]) -> str:
    """All panels below one another."""
    parts: list[str] = []
    y = 0
    for panel in panels:
        parts.append(_text(0, y + 18, panel.title, bold=True))
        y += _HEAD
        longest = max(bar.value for bar in panel.bars)
        for bar in panel.bars:
            parts += _bar(bar, y, longest)
            y += _STEP
        y += _HEAD // 2
    return "\n".join(
        [
            f'<svg viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" role="img" '
            f'aria-label="{escape(title)}" fill="currentColor" font-size="13">',
            *parts,
            "</svg>",
        ]
    )


def _bar(bar: Bar, y: int, longest: float) -> list[str]:
    width = max(2.0, (WIDTH - _RIGHT) * bar.value / longest)
    paint = "" if bar.ours else ' fill="none" stroke="currentColor" stroke-width="1.5"'
    return [
        _text(0, y + 11, bar.label),
        f'<rect x="1" y="{y + 16}" width="{width:.1f}" height="{_BAR}"{paint}/>',
        _text(width + 8, y + 16 + _BAR - 3, bar.figure),
    ]


def _text(x: float, y: int, words: str, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.0f}" y="{y}"{weight}>{escape(words)}</text>'
