"""What the figures were taken on: the machine, and the versions of all that ran."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.plan import NODE_MODULES

_PACKAGES = ("mkdocs", "mkdocs-material", "markdown-it-py", "jinja2", "pagefind")
_FROM_NPM = (
    "@11ty/eleventy",
    "markdown-it",
    "markdown-it-bracketed-spans",
    "markdown-it-attrs",
    "markdown-it-footnote",
)


def machine() -> dict[str, str]:
    """Processor, cores, memory and system, as far as they can be known."""
    found = {
        "cores": str(os.cpu_count()),
        "processor": _line("/proc/cpuinfo", "model name") or platform.machine(),
        "system": platform.system(),
    }
    if memory := _line("/proc/meminfo", "MemTotal"):
        found["memory"] = f"{int(memory.split()[0]) / 1024**2:.0f} GB"
    return found


def versions() -> dict[str, str]:
    """Of Python, of our own packages, and of the rivals that are installed."""
    found = {"Python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    for name in ("node", "hugo"):
        if said := _said(name, "--version" if name == "node" else "version"):
            found[name] = said.split()[1 if name == "hugo" else 0].lstrip("v").split("+")[0]
    for name in _FROM_NPM:
        settings = NODE_MODULES / name / "package.json"
        if settings.exists():
            found[name] = str(json.loads(settings.read_text(encoding="utf-8"))["version"])
    return found


def _line(file: str, name: str) -> str:
    """The value of the first line of that name, or nothing."""
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "")


def _said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
