"""The specimens: pages with signs in place of words, of which the engine makes shells."""

from __future__ import annotations

import json

from generator.stamp.shell import ShellKey


def specimen_path(key: ShellKey) -> str:
    """Give the specimen's path under `docs/`; its steps tell where a page's own steps go."""
    if not key.depth:
        return "index.md"
    steps = [key.folder, *(f"zz-step-{n}-zz" for n in range(1, key.depth))]
    return "/".join((*steps, "index.md"))


def specimen_text(key: ShellKey) -> str:
    """Give the specimen's text: each word of its front matter is a sign that shows if it was escaped."""
    signs = {name: f"zz-<{name}-zz" for name in key.names}
    front: dict[str, str | bool] = {"kind": key.kind, **signs, **dict.fromkeys(key.flags, True)}
    lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
    heading = "## zz-toc-title { #zz-toc-id }\n\n" if key.listed else ""
    return f"---\n{lines}---\n\n{heading}zz-content\n"
