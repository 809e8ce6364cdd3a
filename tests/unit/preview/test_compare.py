"""Source and translation side by side, with their places and what is wrong with them."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest

from tests.unit.preview.previewed import GUIDE, PO, Previewed, previewed
from toolkit.jobs import pool
from toolkit.model.finding import Place
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State
from toolkit.model.page import PageSummary
from toolkit.model.tally import Tally
from toolkit.pipeline import check
from toolkit.pipeline.check_paths import check_paths
from toolkit.pipeline.compare import Block, Comparison
from toolkit.preview.compare_page import compare_values
from toolkit.preview.editor import Editor


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def line_of(served: Previewed, path: str, text: str) -> int:
    return (served.root / path).read_text("utf-8").split("\n").index(text) + 1


def test_each_block_names_its_places(served: Previewed) -> None:
    page = served.page("/_toolkit/compare/es/tea")
    assert '<div class="text" lang="en" dir="ltr">Tea</div>' in page
    assert '<div class="text" lang="es" dir="ltr">Té</div>' in page
    for text, line in (("Tea", 1), ("Boil 5 ml of *water*.", 3), ("Pour <b>it</b>.", 5)):
        entry = line_of(served, PO, f'msgid "{text}"')
        assert f"<code>{PO}:{entry}</code>" in page
        assert f'data-copy="{PO}:{entry}"' in page
        assert f"<code>source/tea.md:{line}</code>" in page
    assert "Pour &lt;b&gt;it&lt;/b&gt;." in page


def test_each_side_has_its_language_and_direction(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.save(PO.replace("/es/", "/ar/"), 'msgid "Tea"\nmsgstr ""', 'msgid "Tea"\nmsgstr "شاي"')
    served.built_after(before)
    page = served.page("/_toolkit/compare/ar/tea")
    assert '<div class="text" lang="ar" dir="rtl">شاي</div>' in page
    assert '<div class="text" lang="en" dir="ltr">Tea</div>' in page


def test_a_page_leads_to_the_comparison_and_back(served: Previewed) -> None:
    assert 'href="/_toolkit/compare/es/tea"' in served.page("/es/tea.html")
    source = served.page("/en/guides/cups.html")
    assert 'href="/_toolkit/compare/es/guides/cups"' in source
    assert 'href="/_toolkit/compare/ar/guides/cups"' in source
    compared = served.page("/_toolkit/compare/es/guides/cups")
    assert 'href="/en/guides/cups.html"' in compared
    assert 'href="/es/guides/cups.html"' not in compared
    assert "The page is held back: 0 of 2 messages translated." in compared
    assert 'href="/es/tea.html"' in served.page("/_toolkit/compare/es/tea")


def test_hostile_texts_are_texts(served: Previewed) -> None:
    hostile = r"</div></template><script>alert(1)</script><img src=x onerror=alert(1)> {{ 1 }} '\""
    before = served.workshop.last.now.id
    served.save(PO, 'msgstr "Té"', f'msgstr "{hostile}"')
    served.built_after(before)
    for path in ("/_toolkit/compare/es/tea", "/es/tea.html", "/es/"):
        found = Tags(served.page(path))
        assert "img" not in found.tags
        assert "alert(1)" not in "".join(found.tags)
    page = served.page("/_toolkit/compare/es/tea")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "error[raw-html]" in page
    assert Tags(page).tags.count("script") == 2
    assert "script-src 'self'" in served.ask("/_toolkit/compare/es/tea").headers["Content-Security-Policy"]


def test_the_findings_are_those_of_check_each_at_its_block(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.save(
        PO, 'msgid "Boil 5 ml of *water*."\nmsgstr ""', 'msgid "Boil 5 ml of *water*."\nmsgstr "50 ml."'
    )
    served.save(GUIDE, "Language: es", "Language: fr")
    served.built_after(before)
    found = served.workshop.compare("es", "tea")
    assert found is not None
    checked = check_paths(served.root, (), None, ["es"]).findings
    mine = tuple(one for one in checked if one.place.path in (PO, "source/tea.md"))
    assert mine
    assert sorted([*found.findings, *(one for block in found.blocks for one in block.findings)], key=str) == (
        sorted(mine, key=str)
    )
    assert [bool(block.findings) for block in found.blocks] == [False, True, False]
    assert "error[quantity]" in served.page("/_toolkit/compare/es/tea")
    guide = served.workshop.compare("es", "guides/cups")
    assert guide is not None
    assert [one.rule for one in guide.findings] == ["language"]


def test_a_po_file_that_cannot_be_read_is_said(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.save(PO, 'msgstr "Té"', 'msgstr "Té')
    served.built_after(before)
    page = served.page("/_toolkit/compare/es/tea")
    assert "error[po-syntax]" in page
    assert page.count("No translation") == 3


def test_no_process_is_forked_beside_the_threads_of_the_server(
    served: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(check, "workers_for", lambda size: 4)
    monkeypatch.setattr(pool, "ProcessPoolExecutor", refuse)
    assert served.workshop.compare("es", "tea") is not None


EVERY_KIND = """---
title: Brew tea
---
# Tea

A paragraph.

- a list item

> a quote

| Head |
| ---- |
| a cell |

<p title="a tip">Raw HTML.</p>

```python
print("a string")  # a comment
```

[^1]: A footnote.

See[^1] [it][x].

[x]: https://example.org "a title"
"""


def test_every_kind_of_text_is_a_block(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.write("babel.cfg", "[markdown: source/**.md]\ncode = strings\n")
    served.built_after(before)
    before = served.workshop.last.now.id
    served.write("source/tea.md", EVERY_KIND)
    served.built_after(before)
    found = served.workshop.compare("es", "tea")
    assert found is not None
    assert [(block.text, block.place.line, block.heading) for block in found.blocks] == [
        *(("Brew tea", 2, ""), ("Tea", 4, "tea"), ("A paragraph.", 6, "tea"), ("a list item", 8, "tea")),
        *(("a quote", 10, "tea"), ("Head", 12, "tea"), ("a cell", 14, "tea"), ("a tip", 16, "tea")),
        *(("Raw HTML.", 16, "tea"), ("a string", 19, "tea"), ("a comment", 19, "tea")),
        *(("A footnote.", 22, "tea"), ("See[^1] [it][x].", 24, "tea"), ("a title", 26, "tea")),
    ]
    assert served.page("/_toolkit/compare/es/tea").count('<li id="block-') == len(found.blocks)


def test_states_are_said_in_words_and_counted(served: Previewed) -> None:
    before = served.workshop.last.now.id
    po = (served.root / PO).read_text("utf-8")
    po = po.replace('msgid "Tea"', '#, fuzzy\n#| msgid "Old <b>tea</b>"\nmsgid "Tea"')
    served.write(PO, po.replace("Sirva <b>esto</b>", "Sirva <i>esto</i>"))
    served.built_after(before)
    page = served.page("/_toolkit/compare/es/tea")
    assert re.findall(r'<li class="\w+">(\d+ [^<]*)</li>', page) == [
        *("1 fuzzy", "1 withheld", "1 not translated", "1 with findings")
    ]
    assert re.findall(r'<strong class="state">([^<]*)</strong>(?: <span>([^<]*)</span>)?', page) == [
        ("fuzzy", "pages do not show it before somebody has looked at it"),
        ("not translated", ""),
        ("withheld", "an error keeps it from the pages"),
    ]
    assert '<del class="text" lang="en" dir="ltr">Old &lt;b&gt;tea&lt;/b&gt;</del>' in page
    assert "only-waiting" not in page, "there would be nothing to choose"


def test_what_waits_can_be_shown_alone(served: Previewed) -> None:
    page = served.page("/_toolkit/compare/es/tea")
    assert re.findall(r'<li class="\w+">(\d+ [^<]*)</li>', page) == ["2 translated", "1 not translated"]
    assert "Only the 1 that wait or have findings" in page
    assert re.findall(r'id="block-(\d)" class="block (\w+) ?(done)?', page) == [
        *(("1", "translated", "done"), ("2", "untranslated", ""), ("3", "translated", "done"))
    ]


def test_each_block_leads_to_its_words_in_the_pages(served: Previewed) -> None:
    page = served.page("/_toolkit/compare/es/tea")
    found = re.findall(r'href="(/e[ns]/tea.html#[^"]*)"', page)
    assert found == [
        *("/en/tea.html#tea:~:text=Tea", "/es/tea.html#tea:~:text=T%C3%A9"),
        *("/en/tea.html#tea:~:text=Boil%205%20ml%20of", "/es/tea.html#tea:~:text=Boil%205%20ml%20of"),
        *("/en/tea.html#tea:~:text=Pour", "/es/tea.html#tea:~:text=Sirva"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("abcdef " * 20, "abcdef%20" * 10 + "abcdef"),
        ("well-known tea *leaves*", "well%2Dknown%20tea"),
        ("tea*leaves*", "tea"),
        ("*tea* leaves", None),
        ("x", None),
    ],
)
def test_only_whole_words_as_the_page_has_them_are_looked_for(text: str, found: str | None) -> None:
    place = Place("source/tea.md", 1)
    block = Block("paragraph", text, place, "", State.UNTRANSLATED, None, ())
    comparison = Comparison("tea", LocaleTag("es"), LocaleTag("en"), (block,), ())
    (shown,) = cast(
        list[dict[str, object]], compare_values(comparison, None, "", Editor(Path("/x")))["blocks"]
    )
    end = "" if found is None else f"#:~:text={found}"
    assert shown["source_page"] == f"/en/tea.html{end}"


def test_an_earlier_text_is_said_to_be_what_the_page_shows() -> None:
    day, tally = date(2026, 11, 3), Tally()
    summary = PageSummary(
        *("tea", LocaleTag("es"), "Té", True, "", False, None, frozenset(), tally, False, True), as_of=day
    )
    found = Comparison("tea", LocaleTag("es"), LocaleTag("en"), (), ())
    values = compare_values(found, summary, "", Editor(Path("/x")))
    assert values["notes"] == ["The page is not of these texts: it shows the article as of 2026-11-03."]
    assert compare_values(found, None, "", Editor(Path("/x")))["notes"] == ["There is no page yet."]


def test_places_open_an_editor_where_somebody_said_how(project: Path) -> None:
    with previewed(project, editor_url="vscode://file/{path}:{line}") as served:
        line = line_of(served, PO, 'msgid "Tea"')
        page = served.page("/_toolkit/compare/es/tea")
        assert f'<a href="vscode://file{project}/{PO}:{line}"><code>{PO}:{line}</code></a>' in page
        before = served.workshop.last.now.id
        served.save(PO, 'msgstr "Té"', 'msgstr "<Roto')
        served.built_after(before)
        assert f'<a class="place" href="vscode://file{project}/{PO}' in served.page("/es/tea.html")
