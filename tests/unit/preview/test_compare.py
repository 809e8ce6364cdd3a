"""Source and translation side by side, with their places and what is wrong with them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.unit.preview.previewed import GUIDE, PO, Previewed
from toolkit.jobs import pool
from toolkit.pipeline import check
from toolkit.pipeline.check_paths import check_paths


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
    assert 'href="/es/guides/cups.html"' in compared


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
