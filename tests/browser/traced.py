"""What a key makes the browser do: counted, not timed, so that a busy machine gives the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import CDPSession, Page

Event = dict[str, Any]
"""An event of a trace, as Chromium gives it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was done from a key to the end of the frame that shows it."""

    styled: int
    """How many elements were given a style."""
    laid_out: int
    """How many boxes were laid out, one that was laid out twice counted twice."""
    painted: tuple[str, ...]
    """What was painted: elements with their ids and classes, whose parts are painted together."""
    busy: float
    """How long the page's thread worked, in milliseconds of its own time."""


def traced(page: Page, press: Callable[[], None]) -> list[Shown]:
    """Press keys, one at a time, and give what was done for each."""
    devtools = page.context.new_cdp_session(page)
    events = [
        event
        for event in _events(devtools, page, press)
        if event.get("ph") == "X" and "tts" in event
    ]
    events.sort(key=lambda event: float(event["ts"]))
    keys = [event for event in events if _is_key(event)]
    thread = (keys[0]["pid"], keys[0]["tid"])
    own = [event for event in events if (event["pid"], event["tid"]) == thread]
    ends = [*(float(key["ts"]) for key in keys), float("inf")]
    found = (
        _shown([event for event in own if start <= event["ts"] < end])
        for start, end in pairwise(ends)
    )
    return [each for each in found if each]


def _events(devtools: CDPSession, page: Page, press: Callable[[], None]) -> list[Event]:
    events: list[Event] = []
    ended: list[object] = []
    devtools.on("Tracing.dataCollected", lambda given: events.extend(given["value"]))
    devtools.on("Tracing.tracingComplete", lambda given: ended.append(given))
    kinds = ["devtools.timeline", "disabled-by-default-devtools.timeline"]
    devtools.send("Tracing.start", {"traceConfig": {"includedCategories": kinds}})
    press()
    devtools.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    devtools.detach()
    return events


def _is_key(event: Event) -> bool:
    return bool(event["name"] == "EventDispatch" and event["args"]["data"]["type"] == "keydown")


def _shown(events: list[Event]) -> Shown | None:
    """What one key's events say, up to the first frame; nothing where no frame came."""
    frame = next((event for event in events if event["name"] == "Commit"), None)
    if frame is None:
        return None
    before = [event for event in events if event["ts"] <= frame["ts"]]
    of: dict[str, list[Event]] = {}
    for event in before:
        of.setdefault(event["name"], []).append(event["args"])
    return Shown(
        styled=sum(args.get("elementCount", 0) for args in of.get("UpdateLayoutTree", ())),
        laid_out=sum(args["beginData"]["dirtyObjects"] for args in of.get("Layout", ())),
        painted=tuple(args["data"].get("nodeName", "") for args in of.get("Paint", ())),
        busy=(frame["tts"] + frame["tdur"] - before[0]["tts"]) / 1000,
    )
