"""In a real browser the site works under its own security policy, and the policy holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route

from generator.finish.policy import MORE, policy
from tests.browser.articles import KINDS, POND, TRIALS, WAR

LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.lineNumber}`));
"""

SENTINEL = "https://sentinel.invalid/"
"""A picture that the policy stops: reports come in order, so when its own is in, all others are."""

SETTLE = """
sentinel => new Promise(settled => {
  document.addEventListener("securitypolicyviolation",
    event => event.blockedURI === sentinel && settled(window.violations));
  requestAnimationFrame(() => setTimeout(() => { new Image().src = sentinel; }));
})
"""

USE = """
() => {
  const controls = [
    ...document.querySelectorAll("button, summary, select, input, textarea, [role=button], [tabindex]"),
    ...[...document.querySelectorAll("a[href^='#']")].slice(0, 40),
  ];
  const click = e => e.checkVisibility({visibilityProperty: true}) && (e.click ? e.click()
    : e.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})));
  for (const round of [1, 2]) controls.forEach(click);
  return controls.map(e => e.type || e.localName);
}
"""
"""Clicks each visible control, and many links within the page, there and back again; says what there was."""


@dataclass(slots=True)
class _Watched:
    """A page, and what the browser held against it."""

    page: Page
    errors: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep an error that is not of the sentinel's making."""
        if message.type == "error" and SENTINEL not in message.text:
            self.errors.append(message.text)

    def violations(self) -> list[str]:
        """What the policy stopped, once the browser has reported all of it."""
        found = [str(one) for one in self.page.evaluate(SETTLE, SENTINEL)]
        return [one for one in found if SENTINEL not in one]


@pytest.fixture(scope="module")
def listening(browser: Browser) -> Iterator[Page]:
    """One window for all tests here; every page in it hears of what the policy stops."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def altered(browser: Browser) -> Iterator[Page]:
    """Another, for pages that something is added to: no service worker answers for them."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@contextmanager
def watched(page: Page, url: str, *, width: int = 1280, add: str = "") -> Iterator[_Watched]:
    """Open a page, or a copy of it with something added to its body, in a window that listens."""

    def copy(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(content_type="text/html", body=body.replace("</main>", f"{add}</main>"))

    opened = _Watched(page)

    def hear(message: ConsoleMessage) -> None:
        opened.hear(message)

    def throws(error: Error) -> None:
        opened.errors.append(str(error))

    if add:
        page.route(url, copy)
    page.set_viewport_size({"width": width, "height": 800})
    page.on("console", hear)
    page.on("pageerror", throws)
    page.goto(url, wait_until="load")
    yield opened
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", throws)
    page.unroute_all()
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.goto("about:blank")


def use_all(page: Page, url: str, width: int) -> list[str]:
    """Use every control of a page, with nothing stopped and no error; the controls' types."""
    with watched(page, url, width=width) as opened:
        controls: list[str] = opened.page.evaluate(USE)
        assert opened.violations() == []
        assert opened.errors == []
    return controls


@pytest.mark.parametrize("width", [pytest.param(360, marks=pytest.mark.long), 1280])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_every_control_works_under_the_policy(
    listening: Page, site_url: str, path: str, width: int
) -> None:
    """On each kind of page: 0 violations and 0 errors."""
    controls = set(use_all(listening, site_url + path, width))
    assert "button" in controls or "submit" in controls
    if path in (WAR, POND):
        assert controls >= {"button", "checkbox", "radio", "summary", "a"}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=kind, marks=pytest.mark.long if kind == "long" else ())
        for kind, path in TRIALS.items()
    ],
)
def test_trial_pages_work_under_the_policy(listening: Page, trial_url: str, path: str) -> None:
    """Long articles, other scripts, and the page for missing ones."""
    assert use_all(listening, trial_url + path, 1280)


@pytest.mark.parametrize(
    ("added", "stopped"),
    [
        ("<script>document.title = 'ran'</script>", "script-src-elem inline"),
        ("<button onclick=\"document.title = 'ran'\">x</button>", "script-src-attr inline"),
        ("<a role=button href=\"javascript:document.title = 'ran'\">x</a>", "script-src-elem"),
        ('<p style="color:red">x</p>', "style-src-attr inline"),
        ("<style>p{color:red}</style>", "style-src-elem inline"),
        ('<script src="https://example.org/a.js"></script>', "script-src-elem https"),
        ('<img alt="" src="https://example.org/a.png">', "img-src https"),
        ('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "img-src data"),
        ('<iframe src="."></iframe>', "frame-src http"),
        ('<base href="https://example.org/">', "base-uri https"),
        ('<form action="https://example.org/"><button>x</button></form>', "form-action https"),
    ],
)
def test_the_policy_stops_what_is_not_ours_and_the_test_sees_it(
    altered: Page, site_url: str, added: str, stopped: str
) -> None:
    """In a copy of a page with something added: it does not run, and the listener hears of it."""
    with watched(altered, site_url + "about/", add=added) as opened:
        opened.page.evaluate(USE)
        violations = opened.violations()
        assert any(one.startswith(stopped) for one in violations), violations
        assert opened.errors
        assert opened.page.title() != "ran"


def test_no_page_of_ours_needs_an_exception(site_dir: Path, trial_dir: Path) -> None:
    """No page's policy has a hash: an inline script would be somebody's slip. All but embeds have the same."""
    plain = policy("", ())
    for site in (site_dir, trial_dir):
        for page in site.rglob("*.html"):
            path = page.relative_to(site).as_posix()
            found = re.findall(
                r'<meta http-equiv="Content-Security-Policy" content="(.*?)">',
                page.read_text("utf-8"),
            )
            other = path in MORE or path.endswith("/embed/index.html")
            assert found == [policy(path, ()) if other else plain], path
