"""Pictures of the pages: what they are of, and how two of them are held side by side.

A picture is made small and grey before it is compared, so that the edge of a letter does not count
and a block that moved does.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from tests.browser.articles import POND, WAR
from tests.conftest import ROOT

KEPT = Path(__file__).parent / "pictures"
"""The small pictures that were looked at and found good."""

SHOWN = ROOT / "docs" / "assets" / "pictures"
"""The pictures that the README shows."""

SMALL = 200
"""The width of a small picture, in pixels."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One state of one page."""

    path: str
    """The page's address, with what is chosen in it."""
    width: int = 1280
    """The window's width."""
    height: int = 900
    """The window's height."""
    scheme: Literal["light", "dark"] = "light"
    """The colour scheme."""
    part: str = ""
    """What is taken, as a selector; empty for the window."""


SHOTS = {
    "opening": Shot(WAR),
    "opening-dark": Shot(WAR, scheme="dark"),
    "reading": Shot(f"{WAR}#s8"),
    "fallen-text": Shot(f"{WAR}?without=alaudinov#s9"),
    "drawing": Shot(f"{WAR}?without=alaudinov#support", part=".support"),
    "drawing-words": Shot(f"{POND}?without=holm#support", part=".stage"),
    "phone": Shot(POND, width=390, height=844),
    "phone-sheet": Shot(f"{POND}#s5", width=390, height=844),
    "home": Shot(""),
}
"""The states whose looks are kept."""

README = {
    "explainer": Shot(WAR, height=1000),
    "support": Shot(f"{WAR}?without=alaudinov#support", height=840),
}
"""The states that the README shows."""

WORKBENCH = Shot("contribute/workbench/#improve=the-pink-pond", height=720)
"""What the pages for contributors show, once the generator has answered."""

_LIGHT = """
async png => {
  const bytes = Uint8Array.from(atob(png), c => c.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const canvas = new OffscreenCanvas(whole.width, whole.height);
  canvas.getContext("2d").drawImage(whole, 0, 0);
  const blob = await canvas.convertToBlob({type: "image/webp", quality: 0.45});
  const url = await new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  return url.split(",")[1];
}
"""

_SHRINK = """
async ([png, width]) => {
  const bytes = Uint8Array.from(atob(png), c => c.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const height = Math.round(whole.height * width / whole.width);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.filter = "grayscale(1)";
  context.drawImage(whole, 0, 0, width, height);
  const data = context.getImageData(0, 0, width, height).data;
  const greys = [];
  for (let at = 0; at < data.length; at += 4) greys.push(data[at]);
  const blob = await canvas.convertToBlob({type: "image/png"});
  const url = await new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  return {greys, png: url.split(",")[1], height};
}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A small grey picture."""

    greys: tuple[int, ...]
    """Its pixels, row by row, from 0 to 255."""
    height: int
    """Its height in pixels."""
    png: bytes
    """The same as a file."""


def small(blank: Page, png: bytes) -> Picture:
    """Make a picture small and grey, in an empty page."""
    found = blank.evaluate(_SHRINK, [base64.b64encode(png).decode(), SMALL])
    return Picture(tuple(found["greys"]), found["height"], base64.b64decode(found["png"]))


def light(blank: Page, png: bytes) -> bytes:
    """Make a picture a WebP file, which is a fraction of the size, in an empty page."""
    return base64.b64decode(blank.evaluate(_LIGHT, base64.b64encode(png).decode()))


def unlike(one: Picture, other: Picture) -> tuple[float, float]:
    """How far two pictures are apart: on average (of 255), and the share of clearly other pixels."""
    if one.height != other.height:
        return 255.0, 1.0
    apart = [abs(a - b) for a, b in zip(one.greys, other.greys, strict=True)]
    return sum(apart) / len(apart), sum(a > 40 for a in apart) / len(apart)


def take(page: Page, shot: Shot) -> bytes:
    """Take a picture of a page that is open, once its fonts are there."""
    page.evaluate("document.fonts.ready.then(() => true)")
    if shot.part:
        return page.locator(shot.part).screenshot()
    return page.screenshot()
