"""Runs Lighthouse over page kinds of the built site and holds its scores: `make lighthouse`.

Needs Node, and says so where there is none. Scores for accessibility, best practices and search
engines must be whole. Speed is shown and fails nothing: another program on the machine can make
any page look slow.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import IO, Any

from tests.browser.chromium import find_or_install

HERE = Path(__file__).parent
PAGES = ("", "articles/changing-sides/", "techniques/loaded-language/", "search/")
WHOLE = ("accessibility", "best-practices", "seo")
ALL = (*WHOLE, "performance")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"


class _Compressed(SimpleHTTPRequestHandler):
    """Serves the site as hosts do: texts compressed, and kept for a while."""

    def send_head(self) -> BytesIO | IO[bytes] | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in (".html", ".css", ".js", ".svg", ".json"):
            return super().send_head()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the scores say what was wrong."""


def scores(url: str, chromium: str) -> tuple[dict[str, float], list[str]]:
    """Lighthouse's scores for one address, from 0 to 1, and what cost points."""
    command = [
        str(HERE / "node_modules" / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        f"--only-categories={','.join(ALL)}",
        f"--chrome-flags={FLAGS}",
    ]
    done = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": chromium}
    )
    report = json.loads(done.stdout)
    cost = [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}"
        for name, audit in report["audits"].items()
        if audit["score"] is not None and audit["score"] < 0.9 and _counts(report, name)
    ]
    return {name: category["score"] for name, category in report["categories"].items()}, cost


def _counts(report: dict[str, Any], audit: str) -> bool:
    """Whether an audit weighs in a score, or only informs."""
    references = [r for c in report["categories"].values() for r in c["auditRefs"]]
    return any(r["id"] == audit and r["weight"] > 0 for r in references)


def main() -> int:
    """Print every page's scores; 1 if one that must be whole is not."""
    npm = shutil.which("npm")
    if npm is None:
        print("lighthouse: not run, as there is no Node here (npm is not found)")
        return 0
    if subprocess.run([npm, "install", "--silent"], check=False, cwd=HERE).returncode:
        print("lighthouse: not run, as npm could not install it")
        return 0
    site = Path(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    chromium, low = find_or_install(), False
    home = f"http://127.0.0.1:{server.server_port}/"
    with ThreadPoolExecutor(2) as two:  # each waits for its Chromium most of the time
        all_scores = two.map(lambda page: scores(home + page, chromium), PAGES)
        for page, (found, cost) in zip(PAGES, all_scores, strict=True):
            said = ", ".join(f"{name} {found[name]:.2f}" for name in ALL)
            print(f"  /{page}: {said}", *cost, sep="\n    ", flush=True)
            low = low or any(found[name] < 1 for name in WHOLE)
    server.shutdown()
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
