"""A browser is found or installed, or its absence is said in one line; never skipped."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import pytest

from tests.browser import chromium

AT = "/somewhere/chromium"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without a browser, on which nothing works; the commands that are tried."""
    tried: list[str] = []

    def fails(command: Sequence[str]) -> bool:
        tried.append(" ".join(command))
        return False

    monkeypatch.delenv("WHOSAYS_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    monkeypatch.setattr(chromium, "MAC", ())
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: AT)
    monkeypatch.setattr(chromium, "_try", fails)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return tried


def test_without_any_chromium_there_is_one_clear_line(
    bare: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """After Playwright's download and Debian's package have failed, the run fails and says so."""
    with pytest.raises(SystemExit) as end:
        chromium.main()
    assert str(end.value).startswith("error: no Chromium")
    assert "\n" not in str(end.value)
    assert capsys.readouterr().out == ""
    assert ["playwright install" in bare[0], "apt-get install" in bare[-1]] == [True, True]


def test_a_chromium_that_does_not_start_is_passed_over(
    bare: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that lacks the system's libraries is no browser: the next source is asked."""
    monkeypatch.setattr(shutil, "which", {"chromium": AT, "apt-get": "/usr/bin/apt-get"}.get)
    monkeypatch.setattr("pathlib.Path.exists", lambda _: True)
    with pytest.raises(chromium.NoChromiumError):
        chromium.find_or_install()
    assert f"{AT} --version" in bare
    assert any("apt-get install" in command for command in bare)


@pytest.mark.usefixtures("bare")
def test_a_named_chromium_is_the_only_one_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names a browser wants that one, and hears if it does not run."""
    monkeypatch.setenv("WHOSAYS_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(chromium.NoChromiumError, match="WHOSAYS_CHROMIUM names /nowhere/chromium"):
        chromium.find_or_install()
