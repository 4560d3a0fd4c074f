"""Where the site stands is said once, in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.addresses import Addresses, read_addresses
from tests.conftest import ROOT

NONE = Addresses("", "")


@pytest.mark.parametrize(
    ("settings", "environ", "site"),
    [
        ('site_url: !ENV [SITE_URL, ""]', {}, ""),
        ('site_url: !ENV [SITE_URL, ""]', {"SITE_URL": "https://a.example/x"}, "https://a.example/x/"),
        ('site_url: !ENV [SITE_URL, "https://b.example/"]', {}, "https://b.example/"),
        ("site_url: !ENV SITE_URL", {"SITE_URL": "https://a.example"}, "https://a.example/"),
        ("site_url: https://c.example/school/", {"SITE_URL": "https://a.example"}, "https://c.example/school/"),
        ("site_url: javascript:alert(1)", {}, ""),
        ("site_url: https://[", {}, ""),
        ("site_url: [", {}, ""),
        ("- a list", {}, ""),
    ],
)  # fmt: skip
def test_the_sites_address_is_what_the_settings_say(
    tmp_path: Path, settings: str, environ: dict[str, str], site: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
    assert read_addresses(tmp_path, environ).site == site


def test_without_settings_there_is_no_address(tmp_path: Path) -> None:
    assert read_addresses(tmp_path, {"SITE_URL": "https://a.example"}) == NONE


def test_our_own_settings_take_both_from_the_environment() -> None:
    both = {"SITE_URL": "https://a.example/x/", "REPO_URL": "https://b.example/y"}
    assert read_addresses(ROOT, both) == Addresses("https://a.example/x/", "https://b.example/y")
    assert read_addresses(ROOT, {}) == NONE
