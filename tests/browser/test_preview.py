"""The preview in headless Chromium: its script runs under the page's policy, and loads the page again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.unit.preview.previewed import PO, previewed, write_project


def test_a_page_that_is_open_is_loaded_again_when_a_po_file_is_saved(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path)
    with previewed(tmp_path) as served:
        origin = f"http://127.0.0.1:{served.port}/"
        browser.open(f"{origin}es/tea.html")
        first = {url.removeprefix(origin).partition("?")[0] for url in browser.asked}
        served.save(PO, 'msgstr "Té"', 'msgstr "Infusión"')
        browser.wait("document.querySelector('h1').innerText === 'Infusión'")
        assert browser.said == []
        browser.open("about:blank")  # nobody asks a server that has gone
    assert first >= {"es/tea.html", "assets/style.css", "_toolkit/reload.js", "_toolkit/preview.css"}
