"""A build that is stopped from outside, at any moment, leaves the old site or the new one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.small import files, left_over, small_project, write_article

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

LONG = os.environ.get("WHOSAYS_FUZZ") == "long"
MOMENTS = 20 if LONG else 1
"""At so many moments each signal is sent; `make test-long` has the larger number."""

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}
SIGNALS = [(number, n) for number in ENDS for n in range(MOMENTS)]

_random = random.Random(8)
FRACTIONS = {(number, n): _random.random() for number, n in SIGNALS}
"""When in the build, of which 0 is the beginning and 1 the end."""


def start(root: Path) -> subprocess.Popen[str]:
    """A real build with the real engine, in two processes, as a session of its own."""
    command = ("site", "--no-packs", "--no-index", "--jobs", "2", "--no-cache")
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(build: subprocess.Popen[str]) -> None:
    """Let a build come to its good end."""
    _, said = build.communicate(timeout=120)
    assert build.returncode == 0, said


def begun(root: Path, build: subprocess.Popen[str]) -> bool:
    """Wait until the build has its workshop; False where it has ended."""
    while not left_over(root):
        if build.poll() is not None:
            return False
        time.sleep(0.01)
    return True


def alive(session: int) -> list[str]:
    """The processes of a session that have not ended."""
    listed = subprocess.run(
        ["ps", "-o", "stat=,args=", "-s", str(session)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    return [line for line in listed if not line.lstrip().startswith("Z")]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], float]:
    """A project with a new article, what its finished site would be, and how long a build takes."""
    root = small_project(tmp_path_factory.mktemp("stopped") / "project", "deep-well", "well")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "offline.js", root / "docs")
    shutil.copytree(ROOT / "generator", root / "generator")
    finish(start(root))
    old = root.parent / "old"
    shutil.copytree(root / "site", old)
    write_article(root, "third-well")
    build = start(root)
    assert begun(root, build)
    since = time.monotonic()
    finish(build)
    took = time.monotonic() - since
    new = files(root / "site")
    shutil.rmtree(root / "site")
    shutil.copytree(old, root / "site")
    return root, new, took


@pytest.mark.skipif(shutil.which("ps") is None, reason="no ps here")
@pytest.mark.parametrize(("number", "moment"), SIGNALS)
def test_a_build_that_is_stopped_leaves_a_whole_site(
    ready: tuple[Path, dict[str, str], float], number: signal.Signals, moment: int
) -> None:
    """The old or the new, no process, and a line; what a killed one leaves, the next one removes."""
    root, new, took = ready
    before = files(root / "site")
    build = start(root)
    assert begun(root, build)
    time.sleep(took * FRACTIONS[number, moment])
    build.send_signal(number)
    told, said = build.communicate(timeout=60)
    assert files(root / "site") in (before, new)
    if build.returncode != 0 and "The site is ready" not in told:  # not quicker than the signal
        assert build.returncode == ENDS[number]
        if number != signal.SIGKILL:
            assert said.splitlines()[-1:] == ["Stopped. Nothing half done is left."]
            assert "Traceback" not in said
            assert not left_over(root)
    for _ in range(100):
        if not (running := alive(build.pid)):
            break
        time.sleep(0.1)
    assert running == []
    if moment == 0:
        finish(start(root))
        assert files(root / "site") == new
        assert not left_over(root)
