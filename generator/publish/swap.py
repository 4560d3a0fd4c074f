"""Puts a new folder in the place of an old one, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_CWD = -100  # the paths are those of the process, not of an open folder
_EXCHANGE = 2


def swap(new: Path, site: Path, *, old: Path) -> None:
    """Move `new` to `site`; what was there goes to `old`. If that fails, it is back in its place.

    On Linux the two change places in one step, so that whoever reads the site finds every page at
    every moment. Elsewhere there is a moment between two renames.
    """
    if site.exists() and _exchanged(new, site):
        new.rename(old)
        return
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:  # whoever stops it between the two finds the old one as well
        if old.exists() and not site.exists():
            old.rename(site)
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system or its file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(
        rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), ctypes.c_uint(_EXCHANGE))
        == 0
    )
