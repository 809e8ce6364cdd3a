"""The bundled pages in a real browser: accessible, right in both directions, usable on a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser

PAGES = (
    "index.html",
    "en/index.html",
    "en/stem-cell-therapy-autoimmune.html",
    "es/index.html",
    "es/stem-cell-therapy-autoimmune.html",
    "es/guides/translating.html",
    "ar/stem-cell-therapy-autoimmune.html",
    "ar/guides/translating.html",
    "ja/stem-cell-therapy-autoimmune.html",
    "ru/about-these-translations.html",
    "ru/stem-cell-therapy-autoimmune.html",
)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_page_fits_a_narrow_screen(site: Path, browser: Browser, name: str) -> None:
    browser.open(site / name, 320)
    assert violations(browser) == []
    assert browser.ask("document.documentElement.scrollWidth") == 320


def test_arabic_runs_from_right_to_left_and_code_does_not(site: Path, browser: Browser) -> None:
    browser.open(site / "ar/guides/translating.html")
    asking = """
      (style => ({
        lang: document.documentElement.lang,
        page: style(document.documentElement),
        paragraph: style(document.querySelector('main p')),
        code: [...document.querySelectorAll('pre, code')].map(style).filter(d => d !== 'ltr').length,
        headings: document.querySelectorAll('h1').length,
      }))(element => getComputedStyle(element).direction)"""
    assert browser.ask(asking) == {
        "lang": "ar",
        "page": "rtl",
        "paragraph": "rtl",
        "code": 0,
        "headings": 1,
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_image_of_the_site_is_shown(site: Path, browser: Browser, name: str) -> None:
    browser.open(site / name)
    assert browser.ask("[...document.images].filter(i => !i.naturalWidth).map(i => i.src)") == []


def test_passages_that_wait_say_their_language_are_counted_and_look_it(site: Path, browser: Browser) -> None:
    browser.open(site / "ru/stem-cell-therapy-autoimmune.html")
    asking = """
      (() => {
        const found = selector => [...document.querySelectorAll(`main .text ${selector}`)];
        const line = name => [...new Set(found(name).map(e => getComputedStyle(e).borderInlineStartStyle))];
        return {
          english: found('.untranslated').map(b => [b.lang, b.dir]),
          stale: [found('.stale').length, found('.stale-note').length],
          lines: [line('.untranslated'), line('.stale')],
          numbers: [...document.querySelectorAll('.notice-translation p')]
            .map(p => parseInt(p.innerText) || 0),
        };
      })()"""
    assert browser.ask(asking) == {
        "english": [["en", "ltr"]] * 18,
        "stale": [7, 6],
        "lines": [["dotted"], ["dashed"]],
        "numbers": [0, 18, 7, 0],
    }
