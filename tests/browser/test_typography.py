"""How the parts of a page stand in scripts that differ: Nastaliq, both directions, long lines, paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.browser import Browser
from toolkit.cli.main import run

SOURCE = """\
# A heading

## It waits and it is long enough that its line goes on and on over the edge of a narrow screen

See <https://example.org/> and [there](https://example.org/b/).[^n][^m]

- [ ] A task with so many words that they do not go into one line of a screen that is narrow

| A | B |
| - | - |
| c | d |

## Third

Text.

## Fourth

<figure><img src="a.svg" alt="E"></figure>

<details><summary>F</summary><p>G</p></details>

[^n]: A note
[^m]: It waits too
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article in Urdu of which all but what waits is translated."""
    project = tmp_path_factory.mktemp("project")
    (project / "source").mkdir()
    (project / "source/a.md").write_text(SOURCE, "utf-8")
    (project / "source/a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="9"/>')
    (project / "babel.cfg").write_text("[markdown: source/**.md]\n")
    (project / "toolkit.toml").write_text("search = true\n")
    (project / "locales/ur/LC_MESSAGES").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["extract"]) == 0
        path = project / "locales/ur/LC_MESSAGES/a.po"
        header, *entries = path.read_text("utf-8").rstrip("\n").split("\n\n")
        path.write_text("\n\n".join([header, *map(_translated, entries)]) + "\n", "utf-8")
        assert run(["build"]) == 0
    return project / "output/html"


def _translated(entry: str) -> str:
    before, _, text = entry.partition("msgid ")
    msgid = text.partition("\nmsgstr")[0]
    return f"{before}msgid {msgid}\nmsgstr " + ('""' if "It waits" in msgid else msgid)


def found(browser: Browser, script: str) -> Any:
    """Return what a script finds; ``box`` gives the place of an element, ``style`` its style."""
    return browser.ask(
        "(() => { const one = name => document.querySelector(name), all = name => "
        "[...document.querySelectorAll(name)], box = e => e.getBoundingClientRect(), "
        f"style = (e, part) => getComputedStyle(e, part); return {script}; }})()"
    )


def test_lines_of_a_table_in_nastaliq_have_the_room_of_other_lines(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html")
    ratio = "[one('td'), one('.contents a:not([lang])')].map(e => style(e)).map(s => " + (
        "Math.round(100 * parseFloat(s.lineHeight) / parseFloat(s.fontSize)))"
    )
    assert found(browser, ratio) == [230, 230]


def test_a_title_in_the_other_direction_stands_where_its_list_begins(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html")
    script = """all('.contents a').map(e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return [e.lang, Math.round(Math.max(...[...range.getClientRects()].map(r => r.right)) - box(e).right)];
    })"""
    assert found(browser, script) == [["en", 0], ["", 0], ["", 0]]


def test_what_is_known_of_a_translation_stands_on_lines_of_its_own(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html", 320)
    script = """(spans => [spans.length, new Set(spans.map(e => box(e).right)).size,
      spans.map(e => style(e, '::before').content), box(spans[1]).top >= box(spans[0]).bottom]
    )([...one('.about dd').children])"""
    assert found(browser, script) == [2, 1, ["none", "none"], True]


def test_the_mark_of_a_list_stands_beside_the_first_line_of_a_link(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html", 320)
    browser.ask("document.querySelectorAll('.about details').forEach(one => { one.open = true })")
    # Of a box in a line, the last line would else stand beside the mark.
    script = "all('.about details a').map(e => [style(e).display, style(e).verticalAlign])"
    assert found(browser, script) == [["inline-block", "top"]] * 2


def test_a_second_line_of_a_task_begins_below_the_first(site: Path, browser: Browser) -> None:
    for locale, edge in (("en", "left"), ("ur", "right")):
        browser.open(site / locale / "a.html", 320)
        script = f"""(() => {{
          const range = document.createRange();
          range.selectNodeContents([...one('.task-list-item').childNodes].at(-1));
          const places = [...range.getClientRects()].map(r => Math.round(r.{edge}));
          return [places.length > 1, Math.max(...places) - Math.min(...places) < 6];
        }})()"""
        assert found(browser, script) == [True, True]


def test_a_figure_is_as_wide_as_the_text(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html", 320)
    assert found(browser, "box(one('figure')).width === box(one('.text')).width")


def test_the_arrow_of_a_note_points_back_along_its_own_line(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html")
    arrows = "all('.footnote-backref').map(e => [style(e.parentNode).direction, style(e).transform])"
    assert found(browser, arrows) == [["rtl", "matrix(-1, 0, 0, 1, 0, 0)"], ["ltr", "none"]]


@pytest.mark.parametrize("locale", ["en", "ur"])
def test_letters_twice_as_large_fit_on_a_narrow_screen(site: Path, browser: Browser, locale: str) -> None:
    browser.open(site / locale / "a.html", 320)
    browser.do(lambda: browser.page.evaluate("document.documentElement.style.fontSize = '200%'"))
    assert found(browser, "[box(one('.search')).left >= 0, box(one('.search')).right <= 320]") == [True, True]
    assert browser.ask("document.documentElement.scrollWidth") == 320


def test_on_paper_all_is_unfolded_and_each_address_stands_once(site: Path, browser: Browser) -> None:
    browser.open(site / "ur/a.html", 720, media="print")
    assert found(browser, "box(one('.text details p')).height > 0")
    shown = "all('.text a[href^=http]').map(e => [e.textContent, e.dir, style(e, '::after').content])"
    assert found(browser, shown) == [
        ["https://example.org/", "ltr", "none"],
        ["there", "", '" \u2066(https://example.org/b/)\u2069"'],
    ]
