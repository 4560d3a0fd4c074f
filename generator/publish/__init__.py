"""Content to a finished site: carried over where nothing changed, made by several processes, swapped in whole."""

from __future__ import annotations

from generator.publish.engine import ENGINE
from generator.publish.options import MOST_WITH_PACKS, Options, SiteOutcome
from generator.publish.site import build_site

__all__ = ["ENGINE", "MOST_WITH_PACKS", "Options", "SiteOutcome", "build_site"]
