"""Every kind of page in five scripts: accessible, silent, of one origin, by keyboard, narrow, mirrored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser

LOCALES = ("en", "ar", "ja", "hi", "ru")
ARTICLE = "stem-cell-therapy-autoimmune.html"
GUIDE = dict.fromkeys(LOCALES, "guides/translating.html")
GUIDE["ru"] = "about-these-translations.html"  # the Russian guide is below its threshold
KINDS = ("index.html", "404.html", ARTICLE, "tags/stem-cells.html")
PAGES = (
    *("index.html", "404.html"),
    *(f"{locale}/{kind}" for locale in LOCALES for kind in (*KINDS, GUIDE[locale])),
)
LOOKS: dict[str, dict[str, Any]] = {
    "narrow": {"width": 320},
    "dark": {"dark": True},
    "print": {"width": 720, "media": "print"},
}
# WCAG 2.2, 2.5.8; links within sentences may be smaller.
SMALL = """
  [...document.querySelectorAll('header a, footer a, .tags a, .contents a, summary, .neighbours a, .about a, '
    + 'main > p > a, .page-list > li > a, .language-list a, .notice a')]
    .map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
    .filter(([html, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
FOCUS = "(e => [e.tagName, e.className, e.getAttribute('href'), e.innerText])(document.activeElement)"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_silent_and_asks_nothing_of_others(
    site: Path, browser: Browser, pictures: Path, name: str, look: str
) -> None:
    browser.open(site / name, **LOOKS[look])
    browser.picture(pictures / f"{name.removesuffix('.html').replace('/', '-')}-{look}.png")
    assert browser.said == []
    assert [url for url in browser.asked if not url.startswith(site.as_uri() + "/")] == []
    assert len(browser.asked) >= 2, "the page and its style"
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.ask(beyond) == 0
    if look != "print":
        assert violations(browser) == []
        assert browser.ask(SMALL) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_keyboard_leads_through_skip_link_menu_and_contents(
    site: Path, browser: Browser, locale: str
) -> None:
    browser.open(site / locale / GUIDE[locale], 320)
    browser.press("Tab")
    assert browser.ask(FOCUS)[1] == "skip-link"
    assert browser.ask("document.activeElement.getBoundingClientRect().width") > 24
    browser.press("Enter", "Tab")
    assert browser.ask("document.querySelector('main').contains(document.activeElement)")

    browser.open(site / locale / GUIDE[locale], 320)
    browser.press("Tab", "Tab")
    assert browser.ask(FOCUS)[1] == "home"
    languages = browser.ask("document.querySelectorAll('.languages a').length")
    for number in range(languages):
        browser.press("Tab")
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert browser.ask(
            f"[...document.querySelectorAll('.languages a')][{number}] === document.activeElement"
        )
        assert browser.ask(outline) == "solid"
    while browser.ask("document.activeElement.closest('.contents') === null"):
        assert browser.ask("document.activeElement.closest('.text') === null")
        browser.press("Tab")
    assert browser.ask("document.activeElement.tagName") == "SUMMARY"
    browser.press("Enter", "Tab")
    assert browser.ask("document.activeElement.closest('details').open")
    first = browser.ask("'#' + document.querySelector('.text h2').id")
    target = browser.ask("document.activeElement.getAttribute('href')")
    browser.press("Enter")
    assert browser.ask("location.hash") == target == first


@pytest.mark.parametrize("locale", LOCALES)
def test_on_a_wide_screen_the_contents_stand_beside_the_text(
    site: Path, browser: Browser, locale: str
) -> None:
    browser.open(site / locale / ARTICLE)
    where = """
      (box => ({
        heading: box('h1'), contents: box('.contents'), first: box('.contents li a'), text: box('.text'),
        summary: box('summary').width,
      }))(name => document.querySelector(name).getBoundingClientRect().toJSON())"""
    found = browser.ask(where)
    assert found["summary"] == 0
    assert found["first"]["height"] >= 24
    if locale == "ar":
        assert found["contents"]["right"] < found["text"]["left"]
    else:
        assert found["contents"]["left"] > found["text"]["right"]
    assert found["contents"]["top"] == pytest.approx(found["heading"]["top"], abs=20)


def test_arabic_is_mirrored_and_aligned_at_the_right(site: Path, browser: Browser) -> None:
    where = """
      (() => {
        const p = document.querySelector('.text h2'), range = document.createRange();
        range.selectNodeContents(p);
        const first = range.getClientRects()[0], box = p.getBoundingClientRect();
        const place = name => document.querySelector(name).getBoundingClientRect();
        const middle = name => place(name).left + place(name).width / 2;
        return {
          gaps: [first.left - box.left, box.right - first.right],
          order: [middle('.breadcrumb'), middle('.languages')],
          steps: [middle('.neighbours .before'), middle('.neighbours .after')],
          code: [...document.querySelectorAll('pre')].map(e => getComputedStyle(e).direction),
        };
      })()"""
    found = {}
    for locale in ("en", "ar"):
        browser.open(site / locale / "guides/translating.html")
        found[locale] = browser.ask(where)
    assert found["en"]["gaps"][0] < 1
    assert found["ar"]["gaps"][1] < 1
    for kind in ("order", "steps"):
        assert found["en"][kind] == sorted(found["en"][kind])
        assert found["ar"][kind] == sorted(found["ar"][kind], reverse=True)
    assert set(found["ar"]["code"]) == {"ltr"}


def test_each_script_has_its_own_letters_and_stress(site: Path, browser: Browser) -> None:
    style = """
      (() => {
        const make = (lang, tag) => {
          const box = document.createElement('p'), one = document.createElement(tag);
          box.lang = lang;
          box.append(one);
          document.querySelector('.text').append(box);
          const s = getComputedStyle(one), p = getComputedStyle(box);
          return [p.fontFamily.split(',')[0].replaceAll('"', ''), p.lineHeight !== 'normal' && Math.round(
            100 * parseFloat(p.lineHeight) / parseFloat(p.fontSize)), s.fontStyle, s.fontWeight,
            p.wordBreak, p.lineBreak];
        };
        return Object.fromEntries(
          ['en', 'ar', 'ur', 'he', 'hi', 'th', 'zh-Hans', 'zh-Hant', 'ja', 'ko'].map(l => [l, make(l, 'em')])
        );
      })()"""
    browser.open(site / "en" / ARTICLE)
    assert browser.ask(style) == {
        "en": ["system-ui", 165, "italic", "400", "normal", "auto"],
        "ar": ["Segoe UI", 185, "normal", "600", "normal", "auto"],
        "ur": ["Noto Nastaliq Urdu", 230, "normal", "600", "normal", "auto"],
        "he": ["Segoe UI", 165, "normal", "600", "normal", "auto"],
        "hi": ["Kohinoor Devanagari", 185, "normal", "600", "normal", "auto"],
        "th": ["Thonburi", 185, "normal", "600", "normal", "auto"],
        "zh-Hans": ["PingFang SC", 180, "normal", "400", "normal", "strict"],
        "zh-Hant": ["PingFang TC", 180, "normal", "400", "normal", "strict"],
        "ja": ["Hiragino Sans", 180, "normal", "400", "normal", "strict"],
        "ko": ["Apple SD Gothic Neo", 180, "normal", "600", "keep-all", "strict"],
    }


def test_nothing_moves_for_readers_who_asked_for_less_motion(site: Path, browser: Browser) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    found = []
    for still in (True, False):
        browser.open(site / "en" / ARTICLE, still=still)
        found.append(browser.ask(behaviour))
    assert found == ["auto", "smooth"]


def test_a_printed_page_is_the_text_and_what_is_known_of_it(site: Path, browser: Browser) -> None:
    browser.open(site / "ar" / ARTICLE, 720, media="print", dark=True)
    shown = "name => document.querySelector(name).getClientRects().length > 0"
    names = ("h1", ".text", ".about", ".site-header", ".contents", ".neighbours", ".site-footer")
    found = {name: browser.ask(f"({shown})({name!r})") for name in names}
    assert [name for name in names if found[name]] == ["h1", ".text", ".about"]
    colours = "(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))"
    assert browser.ask(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
