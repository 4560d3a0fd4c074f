"""New files on the disk: never over one that is there, and all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from generator.commands.shared import shown


def write_new(output: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """One file as `output`; several in it as a folder; any number where it ends in `.zip`."""
    if output.suffix == ".zip" and not output.is_dir():
        targets = {output: _zipped(files)}
    elif len(files) == 1 and not output.is_dir():
        targets = {output: next(iter(files.values()))}
    else:
        targets = {output / name: data for name, data in files.items()}
    for path in targets:
        if path.exists():
            raise click.BadParameter(f"{shown(path)} exists already", param_hint="--output")
    made: list[Path] = []
    try:
        for path, data in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except OSError as fault:
        for path in made:
            path.unlink(missing_ok=True)
        reason = f"{shown(output)} cannot be written: {fault.strerror}"
        raise click.BadParameter(reason, param_hint="--output") from None
    return tuple(targets)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in a zip that is the same each time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return buffer.getvalue()
