"""What is fetched for the workbench: two files, each of one version and one content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """A published file."""

    name: str
    """The package, as its registry calls it."""
    version: str
    """Its version."""
    file: str
    """What the file is called."""
    sha256: str
    """What is in it."""


PYTHON = Pin(
    "pyodide",
    "314.0.7",
    "pyodide-314.0.7.tgz",
    "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0",
)
"""Python for browsers, from npm."""

CORE = Pin(
    "pydantic-core",
    "2.50.4",
    "pydantic_core-2.50.4-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
    "e6da138a1ecc1341c8b788a5ee822670b03788e1f5decf7af9d461de6e508b8e",
)
"""The one compiled package that the core stands on, for that Python."""

ABI = "2026_0"
"""What both are built for: it stands in the second one's name, and the first one asks for it."""

PINS = (PYTHON, CORE)
"""All that comes from elsewhere."""
