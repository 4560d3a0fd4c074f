"""What can break a build besides the content, said in words: the disk, a template, a process."""

from __future__ import annotations

import re
import traceback
from concurrent.futures import BrokenExecutor

from jinja2 import TemplateError

BROKEN = (OSError, UnicodeDecodeError, TemplateError, BrokenExecutor)
"""What is no fault of the code, and so needs no traceback."""

_IN_TEMPLATE = re.compile(r'File "(?:[^"]*?/)?(templates/[^"]+\.j2)", line (\d+)')


def why(error: BaseException) -> str:
    """Give the reason for there being no site."""
    if isinstance(error, BrokenExecutor):
        return "a process that made articles was ended from outside"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    if isinstance(error, UnicodeDecodeError):
        return "a file of templates/ is not text in UTF-8"
    return f"{_place(error)}{error}"


def _place(error: BaseException) -> str:
    """Where in the templates it was, also where another process rendered them; or nothing."""
    told = "".join(traceback.format_exception(error))
    places = _IN_TEMPLATE.findall(told.replace("\\", "/"))
    return f"{places[-1][0]}, line {places[-1][1]}: " if places else ""
