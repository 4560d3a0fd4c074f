"""The door for MkDocs, and the only room that knows it: `hooks:` in mkdocs.yml lists this file.

Before a build it runs the generator. While serving it listens to content/, templates/ and the
hand-written files of docs/, and lets one edit cause one rebuild: the pages that the generator
writes into docs/ during that rebuild must not cause another. And it leaves the files of Material
out of the site, that no page asks for: docs/decisions/0006-material-as-carrier.md.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Timer
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.build import build
from generator.reading.problem import as_text
from generator.site import PAGES_ARE_BUILT
from generator.write import read_manifest

log = get_plugin_logger("whosays")
serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remember whether a server was asked for: it outlives a contributor's mistakes."""
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Run the generator, so that docs/ holds the pages of what content/ says now."""
    if PAGES_ARE_BUILT in os.environ:
        return
    outcome = build(_root(config), today=date.today())
    for problem in outcome.problems:
        say = log.error if problem.severity == "error" else log.info
        say("%s", as_text(problem))
    if outcome.ok:
        return
    if not serving:
        raise PluginError("content/ has errors, listed above; no page was written")
    log.error("content/ has errors, listed above; the pages shown are the last good ones")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the scripts, styles and pictures of the theme that ours stands on."""
    theirs = {Path(folder) for folder in config.theme.dirs} - {Path(config.theme.custom_dir or "")}
    return Files([file for file in files if Path(file.src_dir or "") not in theirs])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Rebuild once for each edit by hand, in place of once for each file that changes in docs/."""
    root, docs = _root(config), Path(config.docs_dir)
    bell = Path(config.site_dir, ".edited")  # in the server's own temporary folder
    bell.touch()
    server.watch(str(bell))
    server.unwatch(str(docs))
    edits = _Edits(docs, bell)
    for folder in (root / "content", root / "templates", docs):
        server.observer.schedule(edits, str(folder), recursive=True)
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


class _Edits(FileSystemEventHandler):
    """Rings the bell, a file that the server watches, when a hand has edited something."""

    def __init__(self, docs: Path, bell: Path) -> None:
        self.docs = docs
        self.bell = bell
        self.about_to_ring = False
        self.generated = set(read_manifest(docs))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what is neither the generator's own writing nor an editor's scratch file."""
        paths = [Path(os.fsdecode(p)) for p in (event.src_path, event.dest_path) if p]
        if event.is_directory or not any(self._is_by_hand(path) for path in paths):
            return
        # Saving is often several events, as the old file goes and the new one comes: one ring.
        if not self.about_to_ring:
            self.about_to_ring = True
            Timer(0.1, self._ring).start()

    def _ring(self) -> None:
        self.about_to_ring = False
        with suppress(FileNotFoundError):  # the server has ended, and its folder is gone
            os.utime(self.bell)

    def _is_by_hand(self, path: Path) -> bool:
        if path.name.startswith((".", "#")) or path.name.endswith(("~", ".tmp", ".swp")):
            return False
        if not path.is_relative_to(self.docs):
            return True
        # A removed page is no longer listed, a new one is listed before it is written.
        self.generated |= read_manifest(self.docs)
        return path.relative_to(self.docs).as_posix() not in self.generated
