"""The door for MkDocs, and the only room that knows it: `hooks:` in mkdocs.yml lists this file.

Before a build it runs the generator; for a build of specimens it puts these in the place of pages.
While serving it listens to content/, templates/ and the hand-written files of docs/, lets one edit
cause one rebuild, and shows the finished site. And it leaves the files of Material out of the site,
that no page asks for: docs/decisions/0006-material-as-carrier.md.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread, Timer
from typing import TYPE_CHECKING, Literal

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from generator.publish.engine import PAGES_ARE_BUILT, SPECIMENS
from generator.write import read_manifest

# A build of specimens needs none of the generator, and does not wait until it is loaded.
if TYPE_CHECKING:
    from jinja2 import Environment
    from watchdog.events import FileSystemEvent

    from generator.model import Problem
    from generator.publish.options import SiteOutcome

log = get_plugin_logger("whosays")
serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remember whether a server was asked for: it outlives a contributor's mistakes."""
    global serving
    serving = command == "serve"
    if SPECIMENS in os.environ:
        Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """End when the build that started this does: even if it was killed, its pipe ends here."""
    while os.read(0, 1):
        pass
    os._exit(1)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave MkDocs nothing to build for a server, which shows a site of the generator's making."""
    if serving:
        config.nav = None
    _list_ours_alone(config.theme)
    return config


def _list_ours_alone(theme: Theme) -> None:
    """Let MkDocs copy the files of our theme: that below it has fourteen thousand, mostly icons."""
    with_all: Callable[[], Environment] = theme.get_env
    ours = theme.custom_dir or ""

    def listing_ours() -> Environment:
        environment = with_all()
        listed = environment.overlay(loader=FileSystemLoader(ours)).list_templates
        environment.list_templates = listed  # type: ignore[method-assign]
        return environment

    theme.get_env = listing_ours  # type: ignore[method-assign]


def on_pre_build(config: MkDocsConfig) -> None:
    """Run the generator, so that docs/ holds the pages of what content/ says now."""
    if serving or SPECIMENS in os.environ or PAGES_ARE_BUILT in os.environ:
        return
    from generator.build import build

    _with_engine(_root(config))
    outcome = build(_root(config), today=date.today())
    _say(outcome.problems)
    if not outcome.ok:
        raise PluginError("content/ has errors, listed above; no page was written")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the specimens in the place of pages, where they are asked for."""
    if SPECIMENS in os.environ:
        return _with_specimens(files, config)
    return Files([]) if serving else files


def _with_specimens(files: Files, config: MkDocsConfig) -> Files:
    """Leave the generated pages out, and put a specimen of each kind in: `generator.publish.engine` stamps them."""
    config.validation.links.anchors = logging.INFO  # the finished site is checked, and not these
    specimens = json.loads(Path(os.environ[SPECIMENS]).read_text(encoding="utf-8"))
    generated = read_manifest(Path(config.docs_dir))
    by_hand = [f for f in files if f.src_uri not in generated and f.src_uri not in specimens]
    made = [File.generated(config, path, content=text) for path, text in specimens.items()]
    return Files([*by_hand, *made])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Serve the finished site, and bring it up to date with each edit by hand."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    from generator.publish.live import Live

    root, docs = _root(config), Path(config.docs_dir)
    _with_engine(root)
    live = Live(root, _say_outcome)
    _say_outcome(live.build())
    edits = _Edits(docs)
    handler = FileSystemEventHandler()
    handler.on_any_event = edits.on_any_event  # type: ignore[method-assign]

    def follow() -> None:
        log.info("Building documentation...")
        changed = edits.taken()
        problems = live.edit(changed)
        if problems is None:
            _say_outcome(live.build())
        else:
            _say(problems)

    server.builder = follow
    server.root = str(live.folder)
    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = Observer()  # type: ignore[assignment] # told by the system, not by looking
    _let_it_reload(server)
    bell = Path(config.site_dir, ".edited")  # in the server's own temporary folder
    bell.touch()
    server.watch(str(bell))
    edits.bell = bell
    for folder in (root / "content", root / "templates", docs, root / "mkdocs.yml"):
        server.observer.schedule(handler, str(folder), recursive=True)
    return server


def _let_it_reload(server: LiveReloadServer) -> None:
    """Take the policy out of what is served: the script that reloads a page stands inline."""
    from generator.finish.policy import without_policy

    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def into_open(page: bytes, epoch: int) -> bytes:
        return inject(without_policy(page.decode("utf-8")).encode("utf-8"), epoch)

    server._inject_js_into_html = into_open  # type: ignore[method-assign]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _with_engine(root: Path) -> None:
    """Fetch what the workbench runs on, if it is not there."""
    from generator.runtime.engine import prepare

    if fault := prepare(root, os.environ, log.info):
        log.info("The workbench will be without checks: %s.", fault)


def _say(problems: Iterable[Problem]) -> None:
    from generator.reading.problem import as_text

    for problem in problems:
        say = log.error if problem.severity == "error" else log.info
        say("%s", as_text(problem))


def _say_outcome(outcome: SiteOutcome) -> None:
    _say((*outcome.content, *outcome.problems))
    if outcome.fault:
        log.error("%s\n%s", outcome.fault, outcome.engine)
    if not outcome.ok:
        log.error("The pages shown are the last good ones.")


class _Edits:
    """Rings the bell, a file that the server watches, when a hand has edited something."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.bell: Path | None = None
        self.about_to_ring = False
        self.generated = set(read_manifest(docs))
        self.changed: set[Path] = set()

    def taken(self) -> frozenset[Path]:
        """The files that were edited since this was last asked."""
        taken, self.changed = frozenset(self.changed), set()
        return taken

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what is neither the generator's own writing nor an editor's scratch file."""
        if event.event_type in ("opened", "closed_no_write"):
            return
        paths = [Path(os.fsdecode(p)) for p in (event.src_path, event.dest_path) if p]
        edited = {path for path in paths if self._is_by_hand(path)}
        if event.is_directory or not edited:
            return
        self.changed |= edited
        # Saving is often several events, as the old file goes and the new one comes: one ring.
        if not self.about_to_ring:
            self.about_to_ring = True
            Timer(0.1, self._ring).start()

    def _ring(self) -> None:
        self.about_to_ring = False
        with suppress(FileNotFoundError):  # the server has ended, and its folder is gone
            os.utime(self.bell)  # type: ignore[arg-type]

    def _is_by_hand(self, path: Path) -> bool:
        if path.name.startswith((".", "#")) or path.name.endswith(("~", ".tmp", ".swp")):
            return False
        if not path.is_relative_to(self.docs):
            return True
        # A removed page is no longer listed, a new one is listed before it is written.
        self.generated |= read_manifest(self.docs)
        return path.relative_to(self.docs).as_posix() not in self.generated
