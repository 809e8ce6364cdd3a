"""The policy of a page in a real browser: what the source has is loaded and runs, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.bundled import bundled_project
from toolkit.cli.main import run

ALLOWED = """# Scripts of the author's

![A square](square.svg) <b style="color: rgb(1, 2, 3)">coloured</b>

<style>b { font-style: italic; background: url(square.svg) }</style>

<p id="a">one</p>
<p id="b">two</p>
<p id="c">three</p>
<img src="square.svg" alt="" onload="document.getElementById('b').textContent = 'run &amp; done'">

<script>
document.getElementById('a').textContent = "ran";
</script>

<script src="script.js"></script>
"""
PLAIN = "# Nothing of the kind\n\nA text.\n"
INJECTED = """<script>document.title = 'RAN'</script>
<img src="https://beacon.example/x.gif" onerror="document.title = 'RAN'">
<a href="javascript:document.title = 'RAN'" id="l">x</a>
<iframe src="https://evil.example/"></iframe>
<iframe srcdoc="<script>parent.document.title = 'RAN'</script>"></iframe>
<object data="https://evil.example/x"></object><embed src="https://evil.example/y">
<link rel="stylesheet" href="https://evil.example/x.css"><style>p { display: none }</style>
<p style="display: none">x</p><base href="https://evil.example/">
<svg><script>document.title = 'RAN'</script></svg><svg onload="document.title = 'RAN'"></svg>
<video src="https://evil.example/v"></video><script src="https://evil.example/x.js"></script>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # With an address of the site pages hold data in a script element, which is none to the policy.
    project = bundled_project(tmp_path_factory.mktemp("policy"), 'base-url = "https://example.org"\n')
    (project / "source/allowed.md").write_text(ALLOWED, "utf-8")
    (project / "source/plain.md").write_text(PLAIN, "utf-8")
    square = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"></svg>'
    (project / "source/square.svg").write_text(square, "utf-8")
    (project / "source/script.js").write_text(
        "document.getElementById('c').textContent = 'ran too';", "utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["build"]) == 0
    return project / "output/html"


def test_no_page_of_the_site_breaks_its_own_policy(site: Path, browser: Browser) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 8
    assert sum('<script type="application/ld+json">' in page.read_text("utf-8") for page in pages) > 8
    for page in pages:
        browser.open(page)
        # What servers show at any address has its style at the top of the host, and none from disk.
        missing = ["Failed to load resource: net::ERR_FILE_NOT_FOUND"] if page.name == "404.html" else []
        assert browser.said == missing


def test_styles_and_images_are_loaded_from_disk(site: Path, browser: Browser) -> None:
    asking = """({
      styled: getComputedStyle(document.querySelector('.skip-link')).position,
      images: [...document.images].map(image => image.naturalWidth),
    })"""
    browser.open(site / "en/plain.html")
    assert browser.ask(asking) == {"styled": "absolute", "images": []}
    browser.open(site / "en/guides/translating.html")
    answer = browser.ask(asking)
    assert answer["styled"] == "absolute"
    assert answer["images"] != []
    assert 0 not in answer["images"]


def test_what_the_author_wrote_is_loaded_and_runs(site: Path, browser: Browser) -> None:
    browser.open(site / "en/allowed.html")
    assert browser.said == []
    found = "['a', 'b', 'c'].map(id => document.getElementById(id).textContent)"
    assert browser.ask(found) == ["ran", "run & done", "ran too"]


@pytest.mark.parametrize("name", ["en/plain.html", "en/allowed.html", "es/index.html", "index.html"])
def test_what_somebody_brought_in_neither_runs_nor_loads(site: Path, browser: Browser, name: str) -> None:
    page = site / name
    injected = page.with_name("injected.html")
    injected.write_text(page.read_text("utf-8").replace("</main>", f"{INJECTED}</main>"), "utf-8")
    browser.open(injected)
    said = list(browser.said)
    injected.unlink()
    assert browser.ask("document.title") != "RAN"
    complaints = "\n".join(said)
    assert [line for line in said if "Content Security Policy" not in line] == []
    for blocked in (
        "https://beacon.example/x.gif",
        "https://evil.example/x.js",
        "https://evil.example/x.css",
    ):
        assert blocked in complaints
    for blocked in ("https://evil.example/v", "base-uri", "frame", "inline event handler"):
        assert blocked in complaints
    assert ("Applying inline style" in complaints) == ("allowed" not in name)


def test_without_a_policy_it_would_run(site: Path, browser: Browser) -> None:
    page = site / "en/plain.html"
    bare = page.with_name("bare.html")
    html = page.read_text("utf-8").replace("Content-Security-Policy", "nothing")
    bare.write_text(html.replace("</main>", f"{INJECTED}</main>"), "utf-8")
    browser.open(bare)
    bare.unlink()
    assert browser.ask("document.title") == "RAN"
