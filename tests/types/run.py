"""Checks the types of the workbench's modules with TypeScript's own checker: part of `make types`.

Needs Node, and says so where there is none: the modules run without this check, as they are.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parents[1] / "docs" / "assets" / "workbench" / "jsconfig.json"


def main() -> int:
    """1 if a type is wrong; every fault is printed with its place."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        sys.stdout.write("tsc: not run, as there is no Node here (npm is not found)\n")
        return 0
    if (
        not _installed()
        and subprocess.run([npm, "ci", "--silent"], check=False, cwd=HERE).returncode
    ):
        sys.stdout.write("tsc: not run, as npm could not install it\n")
        return 0
    tsc = HERE / "node_modules" / "typescript" / "bin" / "tsc"
    return subprocess.run([node, str(tsc), "--project", str(PROJECT)], check=False).returncode


def _installed() -> bool:
    """Whether what is installed is what the lock names: npm notes it beside the packages."""
    noted = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    return noted.exists() and noted.stat().st_mtime >= lock.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
