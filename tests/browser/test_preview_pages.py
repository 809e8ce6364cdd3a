"""The pages of the preview itself in headless Chromium: accessible, silent, narrow, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser
from tests.browser.test_every_kind_of_page import FOCUS, LOOKS
from tests.bundled import bundled_project
from tests.unit.preview.previewed import Previewed, previewed

GUIDE = "locales/ar/LC_MESSAGES/guides.translating.po"
BROKEN = "locales/ar/LC_MESSAGES/about-these-translations.po"
PAGES = (
    *("_toolkit/compare/ar/guides/translating", "_toolkit/compare/ja/stem-cell-therapy-autoimmune"),
    *("_toolkit/compare/ar/about-these-translations", "en/absent.html", "ar/guides/translating.html"),
)
SMALL = """
  [...document.querySelectorAll('a, button, summary, input')]
    .map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
    .filter(([html, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
SHOWN = "[...document.querySelectorAll('.block')].filter(e => e.getClientRects().length).length"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    """The project's own site, with texts of every state and a PO file that is broken."""
    root = bundled_project(tmp_path_factory.mktemp("project"))
    entries = (root / GUIDE).read_text("utf-8").split("\n\n")
    entries[3] = f'#, fuzzy\n#| msgid "What it was before"\n{entries[3]}'
    for index, text in ((5, ""), (8, "<b>77 mg</b>")):
        entries[index] = f'{entries[index].partition("msgstr")[0]}msgstr "{text}"'
    (root / GUIDE).write_text("\n\n".join(entries), "utf-8")
    with (root / BROKEN).open("a", encoding="utf-8") as file:
        file.write('\nmsgid "')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        with previewed(root, editor_url="vscode://file/{path}:{line}") as found:
            yield found


def address(served: Previewed, name: str) -> str:
    return f"http://127.0.0.1:{served.port}/{name}"


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "print"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_preview_is_accessible_and_asks_nothing_of_others(
    served: Previewed, browser: Browser, pictures: Path, name: str, look: str
) -> None:
    browser.open(address(served, name), **LOOKS[look])
    browser.picture(pictures / f"preview-{name.replace('/', '-')}-{look}.png")
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert browser.said == ([missing] if "absent" in name else [])
    assert [url for url in browser.asked if not url.startswith(address(served, ""))] == []
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.ask(beyond) == 0
    panel = "document.querySelector('#toolkit-preview')?.shadowRoot.querySelector('details').open"
    assert browser.ask(panel) is (None if "_toolkit" in name or "absent" in name else True)
    assert violations(browser) == []
    assert "_toolkit" not in name or browser.ask(SMALL) == []


def test_what_waits_is_shown_alone_by_keyboard_and_stays_so(served: Previewed, browser: Browser) -> None:
    page = address(served, PAGES[0])
    browser.open(page)
    everything = browser.ask(SHOWN)
    for _ in range(3):
        browser.press("Tab")
    assert browser.ask(FOCUS)[0] == "INPUT"
    browser.press("Space")
    assert browser.ask(SHOWN) == 3
    browser.open(page)
    assert browser.ask(SHOWN) == 3
    browser.ask("document.querySelector('#only-waiting').click()")
    assert browser.ask(SHOWN) == everything > 30


def test_a_panel_that_was_closed_stays_closed_until_it_says_something_else(
    served: Previewed, browser: Browser
) -> None:
    details = "document.querySelector('#toolkit-preview').shadowRoot.querySelector('details')"
    for page, open_before in (("ar/guides/translating.html", True), ("ar/guides/translating.html", False)):
        browser.open(address(served, page))
        assert browser.ask(f"{details}.open") is open_before
        browser.ask(
            f"new Promise(done => {{ {details}.addEventListener('toggle', () => setTimeout(done)); "
            f"{details}.open = false; if (!{json.dumps(open_before)}) done(); }})"
        )
