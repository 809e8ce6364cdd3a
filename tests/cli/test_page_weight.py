"""What a reader downloads for an article, without its images."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.bundled import bundled_project
from toolkit.cli.main import run

MOST = 30_000
"""Bytes of HTML and CSS, compressed, as issue 6 has it."""


@pytest.mark.parametrize("highlight_code", ["false", "true"])
def test_a_page_and_its_style_weigh_at_most_thirty_kilobytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, highlight_code: str
) -> None:
    bundled_project(tmp_path, f"highlight-code = {highlight_code}\n")
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 0
    pages = sorted((tmp_path / "output/html").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        html = page.read_bytes()
        styles = re.findall(rb'<link rel="stylesheet" href="([^"]+)">', html)
        assert len(styles) == 1, page
        scripts = html.replace(b'<script type="application/ld+json">', b"").count(b"<script")
        # The choice of languages has one, which nothing waits for.
        assert (
            scripts
            == html.count(b'<script src="assets/languages.js" defer>')
            == (page == tmp_path / "output/html/index.html")
        )
        assert b"<style" not in html
        style = (page.parent / styles[0].decode()).read_bytes()
        assert len(gzip.compress(html)) + len(gzip.compress(style)) <= MOST, page
