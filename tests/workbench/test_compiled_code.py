"""What a browser keeps of a start, so that the next one is sooner."""

from __future__ import annotations

import compileall
import io
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from generator.workbench.compiled import compiled


def test_compiled_code_is_used_beside_sources_of_any_age(tmp_path: Path) -> None:
    """A browser unpacks its sources at each start: they are always younger than what it kept."""
    first, later = tmp_path / "first", tmp_path / "later"
    (first / "package").mkdir(parents=True)
    (first / "package/number.py").write_text("NUMBER = 1\n")
    compileall.compile_dir(first, quiet=1)
    (later / "package").mkdir(parents=True)
    (later / "package/number.py").write_text("NUMBER = 1 + 1  # of another length and age\n")
    with ZipFile(io.BytesIO(compiled(first))) as archive:
        archive.extractall(later)
    words = (sys.executable, "-c", "from package.number import NUMBER; print(NUMBER)")
    said = subprocess.run(words, cwd=later, capture_output=True, text=True, check=True)
    assert said.stdout == "1\n"
