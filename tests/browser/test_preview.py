"""The preview in headless Chromium: its script runs under the page's policy, and loads the page again."""

from __future__ import annotations

import queue
import subprocess
from pathlib import Path

import pytest

from tests.tools import require_tool
from tests.unit.preview.previewed import PATIENCE, PO, previewed, write_project
from toolkit.preview.responses import Responder, Response


def test_a_page_that_is_open_is_loaded_again_when_a_po_file_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = require_tool("chromium")
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    write_project(root)
    asked: queue.Queue[str] = queue.Queue()
    answer = Responder.answer

    def answering(self: Responder, names: tuple[str, ...] | None, origin: str) -> Response:
        asked.put("/".join(names or ()))
        return answer(self, names, origin)

    monkeypatch.setattr(Responder, "answer", answering)
    with previewed(root) as served:
        log = tmp_path / "log"
        with log.open("w") as written:
            browser = subprocess.Popen(
                [
                    *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                    *("--disable-background-networking", "--remote-debugging-port=0"),
                    *("--enable-logging=stderr", "--v=0", f"--user-data-dir={tmp_path / 'profile'}"),
                    f"http://127.0.0.1:{served.port}/es/tea.html",
                ],
                stdout=written,
                stderr=written,
            )
        try:
            first = {asked.get(timeout=PATIENCE) for _ in range(4)}
            served.save(PO, 'msgstr "Té"', 'msgstr "Infusión"')
            while asked.get(timeout=PATIENCE) != "es/tea.html":
                pass
        finally:
            browser.terminate()
            browser.wait(PATIENCE)
    assert first == {"es/tea.html", "assets/style.css", "_toolkit/reload.js", "_toolkit/preview.css"}
    assert "CONSOLE" not in log.read_text("utf-8", "replace")
