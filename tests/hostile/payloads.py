"""What a stranger might write so that a browser runs it: known collections, and variations of our own."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
"""Known collections, which stand beside the checkout where the project is made."""

COLLECTIONS = ("blns.json", "dompurify.jsonl", "markdownit_xss.jsonl")
"""Their names."""

ELSEWHERE = "elsewhere.invalid"
"""A host that is none of ours."""

RUN = "alert('hostile-ran')"
"""What our own payloads want to run."""

_ELEMENTS = (
    "<script>RUN</script>",
    "<img src=x onerror=RUN>",
    "<svg onload=RUN>",
    "<svg><script>RUN</script></svg>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>",
    "<details open ontoggle=RUN><summary>x</summary></details>",
    "<input autofocus onfocus=RUN>",
    "<video><source onerror=RUN></video>",
    "<audio src=x onerror=RUN></audio>",
    "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
    "<iframe src=javascript:parent.RUN></iframe>",
    "<object data=javascript:RUN></object>",
    "<embed src=javascript:RUN>",
    "<a href=javascript:RUN>x</a>",
    "<math><mtext><a xlink:href=javascript:RUN>x</a></mtext></math>",
    "<form action=javascript:RUN><button autofocus>x</button></form>",
    "<button onclick=RUN autofocus>x</button>",
    "<body onload=RUN>",
    "<style onload=RUN></style>",
    "<template><img src=x onerror=RUN></template>",
    "<noscript><p title='</noscript><img src=x onerror=RUN>'></noscript>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>RUN</x:script>",
    "<base href=//elsewhere.invalid/>",
    "<link rel=stylesheet href=//elsewhere.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.invalid/'>",
    "<style>@import '//elsewhere.invalid/x.css'; * { background: url(//elsewhere.invalid/x) }</style>",
    "<img src=//elsewhere.invalid/x.png srcset='//elsewhere.invalid/y.png 2x'>",
    "<video poster=//elsewhere.invalid/x.png></video>",
)
"""Elements that run something or fetch something."""

_ENDS = ("", '"', "'", '">', "'>", "-->", "]]>", "</script>", "</title>", "</textarea>", "</style>")
"""What ends the place where a text stands."""

_ATTRIBUTES = (
    '" onmouseover="RUN" x="',
    "' onmouseover='RUN' x='",
    '" autofocus onfocus="RUN',
    '" style="animation: x 1s" onanimationstart="RUN',
    "x onclick=RUN ",
    "{: onclick=RUN }",
    '{ onclick="RUN" .sourced }',
    '\n{: onload="RUN" }',
)
"""Attributes that run something."""

_ADDRESSES = (
    "javascript:RUN",
    "data:text/html,<script>RUN</script>",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='RUN'/>",
    "vbscript:RUN",
    "blob:https://elsewhere.invalid/x",
    "//elsewhere.invalid/x",
    "\\\\elsewhere.invalid\\x",
    "https://example.org@elsewhere.invalid/",
    "view-source:javascript:RUN",
)
"""Addresses that no page of ours may link to."""

_CODE = (
    "{{ RUN }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% include '/etc/passwd' %}",
    "{% endraw %}{{ 7 * 7 }}",
    "${RUN}",
    "#{RUN}",
    '--8<-- "/etc/passwd"',
    '";RUN;//',
    "';RUN;//",
    "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
    "<!--<script>RUN//-->",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<?xml-stylesheet href='//elsewhere.invalid/x.xsl' type='text/xsl'?>",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "=HYPERLINK('javascript:RUN')",
    "[x](javascript:RUN)",
    "![x](//elsewhere.invalid/x.png)",
    "<javascript:RUN>",
    "[x]: javascript:RUN",
    "words\n## A heading { #content .page }\nwords",
    "words\n\n## A heading { onclick=RUN }\n\n<img src=x onerror=RUN>\n",
    "words\n---\ntemplate: x.html\n---\nwords",
    "zz-<content-zz zz-<title-zz zz-step-1-zz zz-toc-id zz-toc-title",
)
"""Code for other readers than a browser's parser of HTML."""


@cache
def collection(name: str) -> tuple[str, ...]:
    """The payloads of one known collection; none where it is not beside the project."""
    path = CORPORA / name
    if not path.exists():
        return ()
    text = path.read_text(encoding="utf-8")
    if name.endswith(".json"):
        return tuple(str(payload) for payload in json.loads(text))
    return tuple(str(json.loads(line)["payload"]) for line in text.splitlines())


@cache
def ours(seed: int = 8, count: int = 400) -> tuple[str, ...]:
    """Variations of our own: each plain form, and then mixtures of ends, forms and spellings."""
    chance = random.Random(seed)
    plain = [*_ELEMENTS, *_ATTRIBUTES, *_CODE, *_ADDRESSES]
    made = dict.fromkeys(form.replace("RUN", RUN) for form in plain)
    while len(made) < count:
        form = chance.choice(plain).replace("RUN", RUN)
        made[chance.choice(_ENDS) + chance.choice(_SPELLINGS)(form, chance)] = None
    return tuple(made)


def _mixed_case(form: str, chance: random.Random) -> str:
    return "".join(c.upper() if chance.random() < 0.3 and c in "srcioadjv" else c for c in form)


def _entities(form: str, chance: random.Random) -> str:
    ways = (lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):x};", lambda c: f"&#{ord(c):07d}")
    return "".join(chance.choice(ways)(c) if chance.random() < 0.2 else c for c in form)


def _percent(form: str, chance: random.Random) -> str:
    return "".join(f"%{ord(c):02x}" if c.isascii() and chance.random() < 0.2 else c for c in form)


def _gaps(form: str, chance: random.Random) -> str:
    """Tabs and line ends in the middle of an address, slashes in the place of spaces."""
    at = form.find("javascript:")
    if at >= 0:
        cut = at + chance.randrange(1, 10)
        return form[:cut] + chance.choice("\t\n\r") + form[cut:]
    return form.replace(" ", chance.choice(("/", "\t", "\n", "  ")), 1)


def _escapes(form: str, chance: random.Random) -> str:
    return "".join(f"\\{c}" if c in "<>[](){}\"'`" and chance.random() < 0.4 else c for c in form)


def _nested(form: str, chance: random.Random) -> str:
    """For filters that take something out once."""
    cut = chance.randrange(1, max(2, len(form)))
    return form[:cut] + form + form[cut:]


_SPELLINGS = (
    lambda form, chance: form,  # noqa: ARG005
    _mixed_case,
    _entities,
    _percent,
    _gaps,
    _escapes,
    _nested,
)


def every() -> tuple[str, ...]:
    """All payloads, ours first, each once and none that is blank."""
    return tuple(p for p in dict.fromkeys((*ours(), *_known())) if p.strip())


def _known() -> Iterator[str]:
    for name in COLLECTIONS:
        yield from collection(name)


def sample(count: int) -> tuple[str, ...]:
    """So many of them, spread over all collections: those with signs of markup first."""
    marked = [p for p in every() if any(sign in p for sign in ("<", "javascript:", "{{", '" on'))]
    step = max(1, len(marked) // count)
    return tuple(marked[::step][:count])
