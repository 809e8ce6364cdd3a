"""An old address leads on in a real browser, with no script and no complaint of the page's policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browser import Browser
from toolkit.cli.main import run

ARTICLE = '---\ntitle: Here it is\naliases: ["it\'s; old/"]\n---\n\nText of the article.\n'


def test_an_old_address_leads_to_the_page(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "source").mkdir(parents=True)
    (project / "babel.cfg").write_text("[markdown: source/**.md]\n", "utf-8")
    (project / "source/an; url=article.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(project)
    assert run(["build"]) == 0
    stub = project / "output/html/en/it's; old/index.html"
    assert "Text of the article." not in stub.read_text("utf-8")
    browser.open(stub)
    browser.wait("document.body.innerText.includes('Text of the article.')")
    assert browser.said == []
