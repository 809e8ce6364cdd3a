"""The choice of languages remembers what was chosen, and never leads on who came from inside the site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.browser.wandering import WanderingBrowser
from tests.built_sites import built_site

CHOSEN = "localStorage.getItem('toolkit-language')"
KIND = "performance.getEntriesByType('navigation')[0].type"


class Quiet(SimpleHTTPRequestHandler):
    """A static host."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[WanderingBrowser]:
    with WanderingBrowser() as browser:
        yield browser


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = built_site("start-pages", tmp_path_factory.mktemp("site")) / "html"
    (folder / "favicon.ico").write_bytes(b"")  # which browsers ask for, and complain of
    (folder / "elsewhere.html").write_text('<!doctype html><title>x</title><a href="/">x</a>', "utf-8")
    return folder


@pytest.fixture
def host(html: Path) -> Iterator[str]:
    """Return the address of the site; each test has an origin of its own, and so nothing is remembered."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(html)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def led(browser: WanderingBrowser, address: str, to: str) -> None:
    """Open an address, and wait until a script has led on from there."""
    with suppress(Error):  # the page may be left before all of it is loaded
        browser.open(address)
    browser.wait(f"location.pathname === {to!r} && document.readyState === 'complete'")


def stays(browser: WanderingBrowser) -> bool:
    """Tell whether the reader is at the choice of languages, and no script leads on."""
    return browser.ask("location.pathname") == "/index.html" and browser.led == []


def chosen(browser: WanderingBrowser, host: str, locale: str = "es") -> None:
    """Choose a language as a reader does."""
    browser.open(f"{host}/index.html")
    assert stays(browser)
    browser.follow(f".language-list a[hreflang={locale}]")
    assert browser.ask("location.pathname") == f"/{locale}/index.html"


def test_at_first_the_reader_chooses(browser: WanderingBrowser, host: str) -> None:
    browser.open(f"{host}/index.html")
    assert stays(browser)
    assert browser.ask(CHOSEN) is None
    assert browser.said == []


@pytest.mark.parametrize("address", ["/index.html", "/"])
def test_a_later_visit_from_outside_leads_to_what_was_chosen(
    browser: WanderingBrowser, host: str, address: str
) -> None:
    chosen(browser, host)
    led(browser, host + address, "/es/index.html")
    assert browser.ask("document.documentElement.lang") == "es"
    assert browser.said == []


def test_a_link_of_another_site_is_a_visit_from_outside(browser: WanderingBrowser, host: str) -> None:
    chosen(browser, host)
    other = host.replace("127.0.0.1", "localhost")
    browser.open(f"{other}/elsewhere.html")
    browser.ask(f"document.querySelector('a').href = '{host}/index.html'")
    with suppress(Error):
        browser.follow("a")
    browser.wait("location.pathname === '/es/index.html'")


def test_the_choice_leaves_no_step_to_go_back_to(browser: WanderingBrowser, host: str) -> None:
    chosen(browser, host)
    before = browser.ask("history.length")
    led(browser, f"{host}/index.html", "/es/index.html")
    assert browser.ask("history.length") == before + 2  # the empty page between, and this one


@pytest.mark.parametrize("page", ["/es/article.html", "/ar/guides/start.html", "/elsewhere.html"])
def test_nobody_is_led_on_who_comes_from_inside(browser: WanderingBrowser, host: str, page: str) -> None:
    chosen(browser, host)
    browser.open(host + page)
    browser.ask(f"document.querySelector('a').href = '{host}/index.html'")
    browser.follow("a")
    assert stays(browser)


def test_the_link_to_all_languages_leads_there_even_where_no_page_says_where_it_came_from(
    browser: WanderingBrowser, host: str
) -> None:
    chosen(browser, host)
    browser.open(f"{host}/es/article.html")
    browser.ask("document.querySelector('.site-footer a').referrerPolicy = 'no-referrer'")
    browser.follow(".site-footer a")
    assert stays(browser)
    assert browser.ask("document.referrer") == ""


@pytest.mark.parametrize("end", ["#choose", "?choose", "#es"])
def test_nobody_is_led_on_who_asks_for_the_choice(browser: WanderingBrowser, host: str, end: str) -> None:
    chosen(browser, host)
    browser.open(f"{host}/index.html{end}")
    assert stays(browser)


def test_nobody_is_led_on_who_goes_back_or_loads_the_page_again(browser: WanderingBrowser, host: str) -> None:
    browser.open(f"{host}/index.html")
    browser.ask("localStorage.setItem('toolkit-language', 'es')")
    browser.again()
    assert stays(browser)
    assert browser.ask(KIND) == "reload"
    browser.follow(".language-list a[hreflang=ar]")
    assert browser.ask(CHOSEN) == "ar"
    browser.back()
    assert stays(browser)
    assert browser.ask(KIND) == "back_forward"


@pytest.mark.parametrize("value", ["fr", "de-AT", "//evil.example/", "javascript:x", ""])
def test_only_a_language_of_the_list_is_followed(browser: WanderingBrowser, host: str, value: str) -> None:
    browser.open(f"{host}/index.html")
    browser.ask(f"localStorage.setItem('toolkit-language', {value!r})")
    browser.open(f"{host}/index.html")
    assert stays(browser)


def test_where_nothing_can_be_kept_the_reader_chooses(browser: WanderingBrowser, host: str) -> None:
    with browser.without_storage():
        browser.open(f"{host}/index.html")
        assert stays(browser)
        browser.follow(".language-list a[hreflang=es]")
        assert browser.ask("location.pathname") == "/es/index.html"
        assert browser.said == []


def test_without_script_the_list_is_one_of_links(browser: WanderingBrowser, host: str) -> None:
    with browser.without_scripts():
        browser.open(f"{host}/index.html")
        browser.follow(".language-list a[hreflang=es]")
        browser.open(f"{host}/index.html")
        assert stays(browser)
