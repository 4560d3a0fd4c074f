"""What mkdocs.yml says that pages need: where site and repository stand, and whether there is a workbench."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq, TaggedScalar
from ruamel.yaml.error import YAMLError


@dataclass(frozen=True, slots=True)
class Addresses:
    """The two addresses that pages print in full, and one switch."""

    site: str
    """The site's, with a slash at its end, or empty where nobody said."""
    repository: str
    """The repository's, without one, or empty."""
    workbench: bool = True
    """Whether the site has the workbench: `extra: {workbench: false}` leaves it out."""


def read_addresses(root: Path, environ: Mapping[str, str]) -> Addresses:
    """Read them from the mkdocs.yml of the project at `root`, with these environment variables."""
    try:
        settings = YAML().load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError):
        settings = None  # the engine tells what is wrong with it; the pages do without
    if not isinstance(settings, Mapping):
        return Addresses("", "")
    site = _web_address(_said(settings.get("site_url"), environ))
    repository = _web_address(_said(settings.get("repo_url"), environ))
    extra = settings.get("extra")
    workbench = not (isinstance(extra, Mapping) and extra.get("workbench") is False)
    return Addresses(f"{site}/" if site else "", repository, workbench)


def _said(value: object, environ: Mapping[str, str]) -> str:
    """A setting's text; `!ENV [NAME, OTHER, default]` takes the first variable that is set."""
    if isinstance(value, TaggedScalar):
        return environ.get(str(value.value), "")
    if isinstance(value, CommentedSeq) and value:
        *names, default = (str(item or "") for item in value)
        return next((environ[name] for name in names if name in environ), default)
    return value if isinstance(value, str) else ""


def _web_address(text: str) -> str:
    """The address without a slash at its end, or empty where it is no address of the web."""
    address = text.strip().rstrip("/")
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""
