"""A browser that notices when something runs, asks for something elsewhere, or goes somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

LISTEN = """
(() => {
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    Object.defineProperty(window, name, { value: (...said) => {
      if (name === "print" && /\\/assets\\//.test(new Error().stack)) return; // a button of ours
      window.hostileHeard(name, String(said[0]).slice(0, 80));
    } });
  }
  document.addEventListener("securitypolicyviolation", event =>
    window.hostileHeard("policy", `${event.effectiveDirective} ${event.blockedURI}`.slice(0, 120)));
  const done = new Promise(finished => addEventListener("load", () =>
    requestAnimationFrame(() => requestAnimationFrame(() => finished(true)))));
  Object.defineProperty(window, "hostileDone", { value: done });
})();
"""
"""Replaces what payloads call, and says when a page has finished: loaded, and painted twice."""

CENSUS = """
() => {
  const found = {};
  for (const element of Document.prototype.querySelectorAll.call(document, "*")) {
    const name = element.localName;
    found[name] = (found[name] || 0) + 1;
    for (const attribute of Element.prototype.getAttributeNames.call(element)) {
      const key = `${name}[${attribute}]`;
      found[key] = (found[key] || 0) + 1;
    }
  }
  return found;
}
"""
"""How often each element, and each attribute of an element, stands on a page."""

PROVOKE = """
() => {
  const all = [...document.querySelectorAll("*")];
  for (const element of all) {
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
    }
    if (/^(javascript|data|vbscript|blob):/.test(element.protocol || "")) element.click();
  }
  const controls = document.querySelectorAll("main button, main summary, main select, main label, svg a");
  for (const control of [...controls].slice(0, 200)) {
    if (control.click && control.type !== "submit" && control.checkVisibility()) control.click();
  }
  return all.length;
}
"""
"""Sets off what waits for a reader: handlers, addresses that run something, and our own controls."""

FINISHED = """
() => Promise.race([window.hostileDone, new Promise(late => setTimeout(() => late(false), 20000))])
"""
"""Whether the page has finished, when it has; a page that never does is unobserved."""

SETTLED = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
"""


@dataclass(slots=True)
class Watched:
    """A window, and what was noticed in it."""

    page: Page
    """The window."""
    home: str
    """Where all that it may ask for begins."""
    ran: list[str] = field(default_factory=list)
    """What ran: calls, dialogs, messages on the console."""
    elsewhere: list[str] = field(default_factory=list)
    """Requests to others, and journeys away from the page."""
    stopped: list[str] = field(default_factory=list)
    """What the security policy stopped."""
    faults: list[str] = field(default_factory=list)
    """Errors of scripts."""
    unobserved: list[str] = field(default_factory=list)
    """Pages that never finished."""
    pages: int = 0
    """How many pages were opened."""
    frames: set[str] = field(default_factory=set)
    """The names of the frames in which something ran."""
    waiting: set[Request] = field(default_factory=set)

    def heard(self, source: Mapping[str, Any], what: str, said: str) -> None:
        """Take what a page reports."""
        told = f"{source['page'].url}: {what} {said}"
        (self.stopped if what == "policy" else self.ran).append(told)
        if what != "policy":
            self.frames.add(source["frame"].name)

    def open(self, path: str, provoke: bool = True) -> dict[str, int]:
        """Open a page, wait until it has finished, provoke it, wait again; its census."""
        self.pages += 1
        address = self.home + path
        try:
            self.page.goto(address, wait_until="load", timeout=60_000)
            if not self.page.evaluate(FINISHED):
                self.unobserved.append(f"{path}: never finished")
            if provoke:
                self.page.evaluate(PROVOKE)
            self.settle()
            census: dict[str, int] = self.page.evaluate(CENSUS)
        except Error as error:
            self.unobserved.append(f"{path}: {error.message[:200]}")
            return {}
        if (
            self.page.url.partition("#")[0].partition("?")[0]
            != address.partition("#")[0].partition("?")[0]
        ):
            self.elsewhere.append(f"{path} went to {self.page.url}")
        return census

    def settle(self) -> None:
        """Wait until the page is painted, and no request is under way."""
        for _ in range(200):
            self.page.evaluate(SETTLED)
            if not self.waiting:
                return
        self.unobserved.append(f"{self.page.url}: {len(self.waiting)} requests never ended")

    def nothing_happened(self) -> None:
        """Nothing ran, nothing was asked for elsewhere, nothing was missed."""
        assert self.ran[:5] == []
        assert self.elsewhere[:5] == []
        assert self.unobserved[:5] == []
        assert not self.faults, repr(self.faults[:5])[:900]


@contextmanager
def watching(browser: Browser, home: str, *, policy: bool = True) -> Iterator[Watched]:
    """A window on the site at `home`; without `policy` the security policy of pages is switched off."""
    context = browser.new_context(bypass_csp=not policy, service_workers="block")
    watched = Watched(context.new_page(), home)
    _listen(context, watched)
    yield watched
    context.close()


def _listen(context: BrowserContext, watched: Watched) -> None:
    page = watched.page

    def on_console(message: ConsoleMessage) -> None:
        said_by_browser = message.type == "error" or message.text.startswith("The specified value ")
        if "hostile-ran" in message.text and not said_by_browser:  # of a field that takes no such
            watched.ran.append(f"console: {message.text[:80]}")

    def on_request(request: Request) -> None:
        if request.url.startswith(watched.home):
            watched.waiting.add(request)
        elif request.url.startswith(("http", "ws", "ftp")):
            watched.elsewhere.append(f"{page.url} asked for {request.url[:120]}")

    def on_dialog(dialog: Any) -> None:  # noqa: ANN401
        watched.ran.append(f"dialog: {dialog.message[:80]}")
        dialog.dismiss()

    context.expose_binding(
        "hostileHeard", lambda source, what, said: watched.heard(source, what, said)
    )
    context.add_init_script(LISTEN)
    context.route(re.compile(f"^(?!{re.escape(watched.home)})https?:"), lambda route: route.abort())
    page.on("console", on_console)
    page.on("dialog", on_dialog)
    page.on("request", on_request)
    page.on("requestfinished", lambda request: watched.waiting.discard(request))
    page.on("requestfailed", lambda request: watched.waiting.discard(request))
    page.on("pageerror", lambda error: watched.faults.append(f"{page.url}: {error.message[:200]}"))
    context.on("page", lambda other: watched.elsewhere.append(f"a new window: {other.url}"))
