"""The files of a pack, from the sheets that go into it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from generator.finish.addresses import Target, follow
from generator.finish.links import style_links
from generator.finish.packs.contents import Beside, Contents, PackPage, Part
from generator.finish.packs.links import relative, with_links
from generator.finish.packs.plain import origin, plain_text, rights
from generator.finish.packs.sheet import Sheet
from generator.finish.packs.tree import markup

CONTENTS, LESSON, PAIR, WORKSHEET, KEY, PLAIN = (
    *("index.html", "lesson.html", "pair.html"),
    *("worksheet.html", "key.html", "article.txt"),
)
"""The files of a pack. In a lesson's, each pair and article has a folder of its own."""

SAYS = {
    LESSON: ("Lesson", "For the teacher."),
    PAIR: ("Side by side", "Both articles, with their marks. Keep it back together with the keys."),
    WORKSHEET: ("Worksheet", "Print it: on paper it has room to write."),
    KEY: ("Key", "Every mark, and the reason for it. Print it, and keep it back for a while."),
}
"""What stands at the top of each page, on the screen."""

OWN_STYLE = "assets/pack.css"
"""The style sheet of what only packs have, by its path in the site."""

FONT_LICENCE = "OFL.txt"
"""The licence that goes where the fonts beside it go."""


def pack_files(site: Path, templates: Environment, sheets: Mapping[str, Sheet]) -> dict[str, bytes]:
    """All files of a pack by name, sorted, from its sheets by name, the main one first."""
    main = next(iter(sheets.values()))
    own = (OWN_STYLE,) if (site / OWN_STYLE).is_file() else ()
    loaded = dict.fromkeys(style for sheet in sheets.values() for style in (*sheet.styles, *own))
    assets = _assets(site, loaded)
    files = {name: _page(templates, name, sheets, own) for name in sheets}
    files |= {plain: plain_text(sheet).encode("utf-8") for plain, sheet in _plain(sheets)}
    contents = Contents(
        title=main.title,
        kind="page-pack",
        lesson=LESSON if LESSON in sheets else "",
        pairs=tuple(
            Beside(sheet.title, name)
            for name, sheet in sheets.items()
            if posixpath.basename(name) == PAIR
        ),
        parts=tuple(_part(plain, sheet) for plain, sheet in _plain(sheets)),
        fonts=next((asset for asset in assets if asset.endswith(f"/{FONT_LICENCE}")), ""),
        styles=(*main.styles[:1], *own),
    )
    index = templates.get_template("pack/index.html.j2").render(view=contents)
    files |= {CONTENTS: index.encode("utf-8"), **assets}
    return dict(sorted(files.items()))


def _page(
    templates: Environment, name: str, sheets: Mapping[str, Sheet], own: tuple[str, ...]
) -> bytes:
    sheet = sheets[name]
    what, how = SAYS[posixpath.basename(name)]
    view = PackPage(
        title=sheet.title,
        what=what,
        how=how,
        kind=sheet.kind,
        body=Markup(markup(with_links(name, sheets))),
        contents=relative(name, CONTENTS),
        styles=tuple(relative(name, style) for style in (*sheet.styles, *own)),
    )
    return templates.get_template("pack/page.html.j2").render(view=view).encode("utf-8")


def _plain(sheets: Mapping[str, Sheet]) -> Iterator[tuple[str, Sheet]]:
    """The name of each article's plain text, with the worksheet that it is taken from."""
    for name, sheet in sheets.items():
        folder, file = posixpath.split(name)
        if file == WORKSHEET:
            yield posixpath.join(folder, PLAIN), sheet


def _part(plain: str, worksheet: Sheet) -> Part:
    folder = posixpath.dirname(plain)
    return Part(
        title=worksheet.title,
        worksheet=posixpath.join(folder, WORKSHEET),
        key=posixpath.join(folder, KEY),
        plain=plain,
        origin=origin(worksheet),
        rights=rights(worksheet),
        address=worksheet.address,
    )


def _assets(site: Path, styles: Iterable[str]) -> dict[str, bytes]:
    """The style sheets, and all that they load, and that loads."""
    assets: dict[str, bytes] = {}
    waiting = list(styles)
    while waiting:
        path = waiting.pop()
        if path in assets or not (site / path).is_file():
            continue  # one that is not there is for the link check to report
        assets[path] = (site / path).read_bytes()
        if path.endswith(".css"):
            css = assets[path].decode("utf-8", errors="replace")
            targets = (follow(path, link.address, loads=True) for link in style_links(css))
            waiting += (target.file for target in targets if isinstance(target, Target))
        elif path.endswith(".woff2"):
            waiting.append(posixpath.join(posixpath.dirname(path), FONT_LICENCE))
    return assets
