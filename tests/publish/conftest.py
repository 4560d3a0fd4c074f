"""What makes hundreds of small builds bearable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.render import environment


class _Compiled(BytecodeCache):
    """Templates that were compiled once, by what is in them: each test has its own folder of them."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The name alone."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of this text."""
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember it."""
        assert bucket.code
        self.known[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(autouse=True, scope="session")
def _templates_are_compiled_once() -> Iterator[None]:
    shared = _Compiled()

    def quick(root: Path) -> Environment:
        return environment(root / "templates", shared)

    with pytest.MonkeyPatch.context() as patch:
        for room in ("opening", "article"):
            patch.setattr(f"generator.publish.{room}.templates_of", quick)
        yield
