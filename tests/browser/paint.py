"""What is painted, asked in the page: contrast as a reader meets it, and looks that a test adds."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

CONTRAST = """
selectors => {
  const rgba = text => {
    const parts = text.match(/[\\d.]+/g)?.map(Number) ?? [];
    return text.startsWith("rgb") ? [parts[0], parts[1], parts[2], parts[3] ?? 1] : null;
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
  const paint = element => {
    const style = getComputedStyle(element);
    if (style.visibility === "hidden") return null;
    const shape = element instanceof SVGElement && !(element instanceof SVGSVGElement) && element.tagName !== "text";
    const colour = rgba(shape ? style.fill : style.backgroundColor);
    return colour && colour[3] === 1 ? colour : null;
  };
  const fixed = element => element && (getComputedStyle(element).position === "fixed" || fixed(element.parentElement));
  return selectors.map(selector => {
    const element = document.querySelector(selector);
    element.scrollIntoView({block: "center", behavior: "instant"});
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = (element instanceof SVGElement ? element : range).getClientRects()[0];
    const style = getComputedStyle(element);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    const stack = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const mine = stack.findIndex(one => one === element || one.contains(element) || element.contains(one));
    if (mine < 0) return [selector, 0, "is not where it says it is"];
    const over = stack.slice(0, mine).find(paint);
    if (over && (over.closest("svg[role=img]") || fixed(over))) return [selector, 1, "cannot be seen now"];
    if (over) return [selector, 0, "is covered by " + over.outerHTML.slice(0, 80)];
    const ground = paint(stack.slice(mine).find(paint));
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    return [selector, ratio(ink, ground) / (large ? 3 : 4.5), ink + " on " + ground];
  });
}
"""


def too_faint(page: Page, selectors: list[str]) -> list[str]:
    """Texts that contrast with what is painted under them by less than WCAG AA asks, with why.

    A text that lies under an open sheet, or under a block that fell on it in a drawing, is not seen.
    """
    found: list[tuple[str, float, str]] = page.evaluate(CONTRAST, selectors)
    return [
        f"{selector}: {why} ({share:.2f} of enough)" for selector, share, why in found if share < 1
    ]


def add_style(page: Page, css: str) -> None:
    """Add a look to the page, as a reader's own style would, whatever the page's policy says."""
    page.evaluate(
        """css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        css,
    )


PIXELS = """
async ([png, x, y, width, height]) => {
  const bytes = Uint8Array.from(atob(png), c => c.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const data = context.getImageData(x, y, width ?? picture.width - 2 * x, height ?? picture.height - 2 * y).data;
  const greys = [];
  for (let at = 0; at < data.length; at += 4) greys.push(data[at]);
  return greys;
}
"""


def greys(blank: Page, png: str, inset: int) -> list[int]:
    """The grey values of a picture that is grey already, without `inset` pixels at each side."""
    values: Any = blank.evaluate(PIXELS, [png, inset, inset, None, None])
    return [int(value) for value in values]
