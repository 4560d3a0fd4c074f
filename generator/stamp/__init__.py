"""Puts generated pages into the theme's shell, which the engine makes once a kind of page.

An engine that builds ten thousand pages reads each as Markdown, though ours are HTML but for their
headings, and fills the same template for each. So it builds one specimen of each kind, with signs in
the places that differ, and the pages are stamped from those: byte for byte what it would have made
(docs/decisions/0010-stamped-pages.md, tests/test_stamp.py).
"""

from __future__ import annotations

from generator.stamp.shell import Shell, ShellKey, key_of, shell_of
from generator.stamp.source import Source, source_of
from generator.stamp.specimens import specimen_path, specimen_text

__all__ = [
    "Shell",
    "ShellKey",
    "Source",
    "key_of",
    "shell_of",
    "source_of",
    "specimen_path",
    "specimen_text",
]
