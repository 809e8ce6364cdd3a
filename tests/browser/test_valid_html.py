"""Every kind of page, and the stylesheet, is without fault to the Nu Html Checker of the W3C and WHATWG."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.built_sites import SITES, built_site
from tests.tools import require_html_checker
from tests.unit.preview.previewed import previewed, write_project

ACCEPTED = (
    # To the checker a file has no origin, so that nothing is 'self'; and it takes data for a script.
    r"(Resource|Inline script) violates Content Security Policy \(meta tag\): .* “(style|img|script)-src” .*",
    # The section of footnotes has a name, which no heading is: it would be one of the article's.
    r"Section lacks heading\..*",
    # "#" alone, as an author may write it.
    r"Empty heading\.",
    # Level 3 of CSS Text Decoration lets "right" and "left" be left out; the checker knows older words.
    r"CSS: “text-emphasis-position”: “(over|under)” is not a “text-emphasis-position” value\.",
)


def preview_pages(folder: Path) -> None:
    """Write what the preview shows: a page with its panel, a comparison, and that there is no such page."""
    root = folder / "project"
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        write_project(root)
        with previewed(root) as served:
            asked = ("/index.html", "/es/tea.html", "/_toolkit/compare/es/tea", "/nowhere.html")
            for number, path in enumerate(asked):
                (folder / f"{number}.html").write_text(served.ask(path).text, "utf-8")


def test_every_page_is_valid(tmp_path: Path) -> None:
    command = require_html_checker()
    (tmp_path / "preview").mkdir()
    preview_pages(tmp_path / "preview")
    files = [str(tmp_path / f"preview/{number}.html") for number in range(4)]
    for name in SITES:
        (tmp_path / name).mkdir()
        html = built_site(name, tmp_path / name) / "html"
        files += [str(path) for path in sorted(html.rglob("*.html"))]
    files.append(str(html / "assets/style.css"))
    assert len(files) > 400
    options = ["--also-check-css", "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *options, *files], capture_output=True, check=True)
    found = json.loads(done.stdout)["messages"]
    assert any("Content Security" in one["message"] for one in found), "it did look"
    wrong = {
        f"{one['type']}: {one['message']} {one.get('extract', '')}": one["url"]
        for one in found
        if not any(re.fullmatch(accepted, one["message"]) for accepted in ACCEPTED)
    }
    assert wrong == {}
