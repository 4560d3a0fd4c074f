"""What a stranger might bring to the workbench is text: nothing of it runs, and nothing is asked of anybody else."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, FilePayload

from tests.browser.visitor import PATIENCE, PLACE, Visitor, checked
from tests.hostile.payloads import every, sample
from tests.hostile.watch import PROVOKE, SETTLED, Watched, watching

FEW = 16
"""So many payloads in each place: all the collections are run at the site's own pages."""


def work(payloads: tuple[str, ...]) -> dict[str, Any]:
    """A saved work that has payloads wherever a text may stand."""
    texts = [" ".join(p.split()) or "x" for p in payloads]
    half, after = texts[: len(texts) // 2], texts[len(texts) // 2 :]
    place = [
        {"block": at, "start": 0, "end": len(t.encode("utf-16-le")) // 2}
        for at, t in enumerate(half)
    ]
    blank = {
        "how": "",
        "see": [],
        "also": "",
        "also_kind": "",
        "source": "",
        "draft": False,
        "aside": False,
    }
    statements = [
        {
            **where,
            **blank,
            "id": f"s{at + 1}",
            "basis": ("sourced", "unsourced", "inferred")[at % 3],
            "by": [f"v{at}"] if at % 3 == 0 else [],
            "kind": "prediction" if at % 3 == 2 else "",
            "from": ["s1"] if at % 3 == 2 else [],
            "short": after[at][:60],
            "note": after[at],
        }
        for at, where in enumerate(place)
    ]
    framing = [
        {
            **where,
            "id": f"f{at + 1}",
            "technique": "loaded-language",
            "plain": after[at],
            "also": "",
            "note": after[at],
            "draft": False,
        }
        for at, where in enumerate(place)
        if at % 2
    ]
    front = {
        "title": after[0],
        "summary": after[1],
        "language": "en",
        "rights": "own",
        "genre": after[2],
        "original": {"title": after[3], "publisher": after[4], "author": after[5], "url": half[6]},
        "voices": {
            f"v{at}": {
                "name": after[at],
                "role": half[at],
                "kind": "person",
                "stake": "party",
                "note": after[at],
            }
            for at in range(0, len(half), 3)
        },
        "records": {
            f"r{at}": {
                "title": after[at],
                "publisher": half[at],
                "url": half[at],
                "says": after[at],
            }
            for at in range(3)
        },
        "missing": [{"what": after[at], "why": half[at]} for at in range(4, 8)],
        "questions": [{"ask": after[at], "answer": half[at]} for at in range(4, 8)],
        "topics": after[:4],
        "annotators": [{"name": half[0], "date": "2026-11-22"}],
    }
    blocks = [{"kind": "paragraph", "level": 0, "text": text, "styles": []} for text in half]
    blocks[1]["styles"] = [
        {"kind": "link", "start": 0, "end": 1, "href": "javascript:alert('hostile-ran')"}
    ]
    return {
        "version": 1,
        "slug": "hostile",
        "base": "",
        "front": front,
        "blocks": blocks,
        "statements": statements,
        "framing": framing,
        "cues": [],
    }


def file(name: str, text: str) -> FilePayload:
    """A file as somebody chooses it."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode("utf-8")}


def use(watched: Watched) -> None:
    """Open all that opens, the preview too; wait for what the generator says; then provoke the page."""
    page = watched.page
    checked(page, "problem")
    page.locator("#preview summary").click()
    page.wait_for_function(
        "() => document.querySelector('.preview-frame').contentDocument.querySelector('main').textContent.length > 20"
        " || document.querySelector('#preview [role=status]').textContent.includes('no page')",
        timeout=PATIENCE,
    )
    page.evaluate(
        "() => document.querySelectorAll('#desk details').forEach(each => { each.open = true; })"
    )
    Visitor(page).press("Escape")
    page.locator("#text .s").nth(2).focus()
    Visitor(page).press("Enter")
    page.evaluate(PROVOKE.replace("main button, ", ""))
    page.evaluate(SETTLED)
    watched.settle()
    watched.nothing_happened()
    assert watched.stopped == []


def test_nothing_hostile_runs_at_the_workbench(browser: Browser, site_url: str) -> None:
    """Pasted, typed into each field, opened as an article's file and as a saved work; with the preview open."""
    payloads = sample(FEW) if len(sample(FEW)) >= FEW else every()[:FEW]
    with watching(browser, site_url) as watched:
        page = watched.page
        visitor = Visitor(page)
        watched.open(PLACE, provoke=False)
        page.wait_for_selector("#begin-text")
        page.fill("#begin-text", "\n\n".join(f"It says {p} here." for p in payloads))
        page.fill("#begin-name", payloads[0])
        page.fill("#begin-publisher", payloads[1])
        page.click("#begin .paste .go")
        page.wait_for_selector("#text .s")
        page.locator("#text .s").first.focus()
        visitor.press("s", "Enter")
        visitor.press_until("Tab", "add-voice")
        visitor.press("Enter")
        page.fill("#voice-name", payloads[2])
        page.fill("#voice-role", payloads[3])
        page.check("[name=voice-stake][value=party]")
        page.click(".maker .go")
        page.fill("#note", payloads[4])
        visitor.press("Escape", "ArrowRight", "f")
        visitor.reach("technique")
        visitor.write("scary")
        visitor.press("Enter")
        visitor.reach("plain")
        visitor.write(payloads[5].replace("\n", " "))
        use(watched)

        saved = work(payloads)
        article = (
            f"---\ntitle: {json.dumps(payloads[6])}\n---\n\n"
            + "\n\n".join(
                f"[{' '.join(p.split())}]{{.unsourced}}[^s{at}]"
                for at, p in enumerate(payloads[:12])
            )
            + "\n\n"
            + "\n".join(f"[^s{at}]: {' '.join(p.split())}" for at, p in enumerate(payloads[:12]))
            + "\n"
        )
        for given in (
            file("work.whosays.json", json.dumps(saved)),
            file("<img src=x>.md", article),
        ):
            watched.open(PLACE, provoke=False)
            if page.locator("#desk").is_visible():
                page.get_by_role("button", name="Another text").click()
            page.wait_for_selector("#begin-file")
            page.set_input_files("#begin-file", given)
            page.wait_for_function(
                "() => !document.getElementById('desk').hidden || document.querySelector('#begin .wrong')?.textContent",
                timeout=PATIENCE,
            )
            if given["name"].endswith(".json"):
                assert page.locator("#text .s").count() == len(saved["statements"])
            if page.locator("#desk").is_visible():
                use(watched)
        watched.nothing_happened()
