"""Searching in headless Chromium, over HTTP: the right page in each language, without a complaint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser
from tests.bundled import bundled_project
from tests.tools import require_package
from toolkit.cli.main import run

ARTICLE = "stem-cell-therapy-autoimmune.html"
GUIDE = "guides/translating.html"
WORDS = {
    "en": ("glossary", GUIDE),
    "ar": ("المناعة", ARTICLE),
    "ja": ("幹細胞", ARTICLE),
    "hi": ("कोशिकाओं", ARTICLE),
    "ru": ("склероз", ARTICLE),
}
# What is found, once the script has said how much that is.
FOUND = """
  (async () => {
    const status = document.querySelector('[role=status]');
    while (!status.textContent) await new Promise(done => setTimeout(done, 20));
    return {
      status: status.textContent,
      pages: [...document.querySelectorAll('.results li')].map(e => ({
        url: e.querySelector('a').href, title: e.querySelector('a').textContent,
        marks: [...e.querySelectorAll('mark')].map(m => m.textContent),
        elements: [...new Set([...e.querySelectorAll('*')].map(one => one.tagName))].sort(),
      })),
    };
  })()"""
SMALL = """
  [...document.querySelectorAll('header a, header input, main a, main input, main button')]
    .map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
    .filter(([html, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Silent(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # asked for by the browser, not by a page
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


def built(project: Path) -> Path:
    require_package("pagefind")
    (project / "toolkit.toml").write_text("search = true\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["build"]) == 0
    return project / "output/html"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site in a folder of its host, as many are, and give its address."""
    handler = partial(_Silent, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/html"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(bundled_project(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", WORDS)
def test_a_word_leads_to_its_page_in_the_language(
    site: str, browser: Browser, pictures: Path, locale: str, width: int
) -> None:
    word, page = WORDS[locale]
    browser.open(f"{site}/{locale}/search.html?q={quote(word)}", width, dark=width == 1280 and locale == "ja")
    found = browser.ask(FOUND)
    browser.picture(pictures / f"search-{locale}-{width}.png")
    assert f"{site}/{locale}/{page}" in [one["url"] for one in found["pages"]]
    assert all(one["url"].startswith(f"{site}/{locale}/") for one in found["pages"])
    assert all(one["marks"] for one in found["pages"])
    assert {name for one in found["pages"] for name in one["elements"]} == {"A", "P", "MARK"}
    assert browser.ask("document.querySelector('#toolkit-search').value") == word
    assert browser.said == []
    beyond = [url for url in browser.asked if not url.startswith(f"{site}/")]
    assert [url for url in beyond if not url.endswith("/favicon.ico")] == []
    assert browser.ask(BEYOND) == 0
    assert browser.ask(SMALL) == []
    assert violations(browser) == []


def test_the_field_of_a_page_leads_there_by_keyboard(site: str, browser: Browser, pictures: Path) -> None:
    for locale, look in (("ar", 320), ("ar", 1280), ("en", 320), ("en", 1280), ("ja", 320)):
        browser.open(f"{site}/{locale}/{GUIDE}", look)
        browser.picture(pictures / f"search-form-{locale}-{look}.png")
        assert browser.ask(BEYOND) == 0
        assert browser.ask(SMALL.replace("main a, main input, main button", "header button")) == []
        assert not [url for url in browser.asked if url.endswith((".js", ".json", ".pagefind"))]
    browser.open(f"{site}/en/{GUIDE}", 320)
    while browser.ask("document.activeElement.id") != "toolkit-search":
        assert browser.ask("document.activeElement.closest('main') === null")
        browser.press("Tab")
    browser.type("glossary")
    browser.press("Enter")
    browser.wait(f"location.href === '{site}/en/search.html?q=glossary'")
    assert f"{site}/en/{GUIDE}" in [one["url"] for one in browser.ask(FOUND)["pages"]]
    assert browser.said == []


def test_without_a_word_the_field_waits_and_without_a_page_it_is_said(site: str, browser: Browser) -> None:
    browser.open(f"{site}/ru/search.html", 320)
    assert browser.ask("document.activeElement.id") == "toolkit-search"
    assert browser.ask("document.querySelector('[role=status]').textContent") == ""
    browser.open(f"{site}/ru/search.html?q=%3Cimg%20src%3Dx%3Eqqqq", 320)
    assert browser.ask(FOUND) == {"status": "Ничего не найдено", "pages": []}
    assert browser.said == []


def test_a_page_opened_from_a_disk_says_that_it_cannot_search(folder: Path, browser: Browser) -> None:
    browser.open(folder / "en/search.html", 320)
    assert browser.ask(FOUND) == {
        "status": "Searching works only where the pages come from a web server, not from a disk.",
        "pages": [],
    }
    assert browser.said == []


def test_more_results_follow_on_demand_and_text_stays_text(tmp_path: Path, browser: Browser) -> None:
    project = tmp_path / "project"
    (project / "source").mkdir(parents=True)
    (project / "babel.cfg").write_text("[markdown: source/**.md]\n", "utf-8")
    for number in range(12):
        text = f"# Tea {number} <b>\n\nBefore `<img src=x onerror=alert(1)>` and `&lt;mark>` there is tea.\n"
        (project / f"source/it's {number}; a &.md").write_text(text, "utf-8")
    with served(built(project)) as site:
        browser.open(f"{site}/en/search.html?q=tea", 320)
        found = browser.ask(FOUND)
        assert (found["status"], len(found["pages"])) == ("12 pages found", 10)
        assert {tuple(page["elements"]) for page in found["pages"]} == {("A", "MARK", "P")}
        assert "<img src=x onerror=alert(1)>" in browser.ask("document.querySelector('.results p').innerText")
        # Who is impatient gets nothing twice.
        browser.ask("[1, 2].forEach(() => document.querySelector('.more').click())")
        more = browser.ask("""(async () => {
          while (document.querySelectorAll('.results a').length < 12) await new Promise(setTimeout);
          await new Promise(done => setTimeout(done, 100));
          const all = [...document.querySelectorAll('.results a')];
          return [all.length, all.indexOf(document.activeElement), document.querySelector('.more').hidden,
                  (await fetch(all[11].href)).status];
        })()""")
        assert more == [12, 10, True, 200]
        assert browser.said == []
