"""The security policy of a page: what it may load and run, in a meta tag at its top.

`docs/decisions/0005-security-policy.md` says why, and what a meta tag cannot do.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

from generator.finish.markup import Tag

Sources = Mapping[str, tuple[str, ...]]

POLICY: Sources = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""What every page may do. A page that runs nothing inline gets exactly this."""

FRAMED: Sources = {
    "default-src": ("'none'",),
    "style-src": ("'self'",),
    "font-src": ("'self'",),
    "form-action": ("'none'",),
    "base-uri": ("'none'",),
}
"""What a page may do that stands in frames on pages of others: it looks like something, no more."""

MORE: Mapping[str, Sources] = {
    "search/index.html": {"script-src": ("'wasm-unsafe-eval'",)},  # Pagefind is WebAssembly
    "contribute/workbench/index.html": {"script-src": ("'wasm-unsafe-eval'",)},  # Python is, too
}
"""What single pages may do besides, by their path in the site."""

SCRIPT_TYPES = frozenset(
    {"", "module", "importmap", "speculationrules"}
    | {f"text/{name}" for name in ("javascript", "ecmascript", "jscript", "livescript")}
    | {f"text/javascript1.{minor}" for minor in range(6)}
    | {f"text/x-{name}" for name in ("javascript", "ecmascript")}
    | {f"application/{name}" for name in ("javascript", "ecmascript")}
    | {f"application/x-{name}" for name in ("javascript", "ecmascript")}
)
"""The types that a browser runs; a script of another type is data, such as JSON-LD."""

_EMBED = re.compile(r"articles/[^/]+/embed/index\.html")
_HEAD = re.compile(
    r"""\A\ufeff?(?:\s++|<!--(?:(?!-->).)*+-->|<!doctype[^<>]*+>|<(?:html|head)(?:\s[^<>]*+)?+>)*+"""
    r"""<meta\s+charset=["']?utf-8["']?\s*/?>""",
    re.IGNORECASE | re.DOTALL,
)
_OURS = re.compile(
    r'\n<meta http-equiv="Content-Security-Policy" content="[^"]*">'
    r'\n<meta name="referrer" content="no-referrer">'
)


def policy(path: str, tags: Iterable[Tag], more: Mapping[str, Sources] = MORE) -> str:
    """The policy of the page at `path`, with the hashes of what stands in it inline."""
    allowed = FRAMED if _EMBED.fullmatch(path) else POLICY
    found = {name: list(sources) for name, sources in allowed.items()}
    for name, sources in more.get(path, {}).items():
        found[name] = [s for s in found.get(name, []) if s != "'none'"] + list(sources)
    for tag in tags:
        if tag.name == "script" and _runs(tag) and "script-src" in found:
            found["script-src"].append(_hash(tag.text))
        elif tag.name == "style":
            found["style-src"].append(_hash(tag.text))
    return "; ".join(f"{name} {' '.join(dict.fromkeys(found[name]))}" for name in found)


def without_policy(page: str) -> str:
    """The page as it was before `with_policy`."""
    head = _HEAD.match(page)
    ours = head and _OURS.match(page, head.end())
    return page[: ours.start()] + page[ours.end() :] if ours else page


def with_policy(page: str, policy: str) -> str:
    """The page with its policy as the first thing after its charset, in place of an older one."""
    page = without_policy(page)
    head = _HEAD.match(page)
    if head is None:
        raise ValueError("a page without a head has no place for a policy")
    return (
        f"{page[: head.end()]}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="referrer" content="no-referrer">{page[head.end() :]}'
    )


def has_place(page: str) -> bool:
    """Whether the page begins as it must: nothing before its charset but html and head."""
    return _HEAD.match(page) is not None


def _runs(script: Tag) -> bool:
    kind = script.attributes.get("type", "").strip().lower()
    return "src" not in script.attributes and kind in SCRIPT_TYPES


def _hash(text: str) -> str:
    """The hash as a browser takes it: of the text in UTF-8, with its line ends normalised."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
