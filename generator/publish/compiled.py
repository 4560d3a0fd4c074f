"""Compiled templates, kept from one run to the next: compiling them takes longer than an article does."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.publish.cache import FOLDER, Spoiled, bytes_checked, write_checked
from generator.render import environment


class Compiled(BytecodeCache):
    """Keeps each in a file with a checksum, for this generator alone; one that is damaged is compiled anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template that was compiled before; the bucket itself asks whether its text is the same."""
        try:
            bucket.load_bytecode(BytesIO(bytes_checked(self.folder / bucket.key)))
        except (FileNotFoundError, Spoiled):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; where that cannot be, the next run compiles it again."""
        compiled = BytesIO()
        bucket.write_bytecode(compiled)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_checked(self.folder / bucket.key, compiled.getvalue())
        except OSError:
            return


def templates_of(root: Path) -> Environment:
    """Give the templates of the project at `root`."""
    return environment(root / "templates", Compiled(root / FOLDER / "templates"))
