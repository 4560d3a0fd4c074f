"""A site is built without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.runtime.engine import prepare

from .conftest import ROOT


def run(project: Path, log: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python, where each try to reach the network is written down and fails."""
    blocked = f"{ROOT / 'tests/no_network'}{os.pathsep}{ROOT}"
    return subprocess.run(
        [sys.executable, *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": blocked, "WHOSAYS_TRIED": str(log)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_site_is_built_and_nothing_tries_the_network(project: Path, tmp_path: Path) -> None:
    """Neither the generator nor the engine nor any process that they start."""
    assert not prepare(ROOT, os.environ, print)  # the one step that may ask for something
    log, out = tmp_path / "tried.txt", tmp_path / "site"
    done = run(project, log, "-m", "generator", "site", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert (out / "index.html").is_file()
    assert not log.exists(), log.read_text(encoding="utf-8")


def test_a_try_would_be_seen_in_a_child_too(tmp_path: Path) -> None:
    """The test above is not blind: a child that swallows its error is written down."""
    log = tmp_path / "tried.txt"
    child = (
        "import socket, contextlib\n"
        "with contextlib.suppress(OSError): socket.create_connection(('192.0.2.1', 80), 1)\n"
    )
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    done = run(tmp_path, log, "-c", code)
    assert done.returncode == 0, done.stderr
    assert "192.0.2.1" in log.read_text(encoding="utf-8")
