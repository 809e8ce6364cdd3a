"""Translations of raw HTML on a page: what is published, what is withheld, and what the reader gets."""

from __future__ import annotations

from toolkit.assemble.offer import translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import MessageKey


def _page(source: str, texts: dict[str, str], dialect: str = "gfm") -> TranslatedPage:
    entries = tuple(Entry("", MessageKey(None, key), text) for key, text in texts.items())
    parsed = parse_document(Document("d", "d.md", source, MarkdownOptions(dialect)))
    return assemble_page(parsed, translations_of(Catalog("d.po", entries)))


def test_both_editions_show_the_translated_block() -> None:
    source = '<details>\n<summary>More</summary>\n\nText\n\n<img src="a.png" alt=Drop>\n</details>\n'
    page = _page(source, {"More": "Más", "Text": "Texto", "Drop": 'Una "gota"'})
    image = '<img src="a.png" alt="Una &quot;gota&quot;">'
    assert not page.findings
    assert page.edition.text == f"<details>\n<summary>Más</summary>\n\nTexto\n\n{image}\n</details>\n"
    rendered = render_html(page.edition, RenderSettings())
    assert rendered.body == f"<details>\n<summary>Más</summary>\n<p>Texto</p>\n{image}\n</details>\n"


def test_html_of_its_own_is_withheld_with_its_reason() -> None:
    page = _page("<p>Text</p>\n", {"Text": "`<script>x()</script>`"})
    assert page.edition.text == "<p>Text</p>\n"
    assert [(finding.rule, finding.message) for finding in page.findings] == [
        (
            "raw-html",
            "the translation has the HTML tag <script>, which its source does not have; "
            "the page shows the source text",
        )
    ]


def test_links_and_notes_of_markdown_are_text_in_html() -> None:
    page = _page("<p>Text</p>\n", {"Text": "[x](https://example.org) ^[y]"})
    assert page.edition.text == "<p>[x](https://example.org) ^[y]</p>\n"


def test_every_place_of_a_message_has_its_say() -> None:
    source = '<div title="Text">5</div>\n\nText\n\n<p>Text</p>\n'
    link = _page(source, {"Text": "[x](https://example.org)"})
    assert [finding.rule for finding in link.findings] == ["foreign-link"]
    tag = _page(source, {"Text": "<b>x</b>"})
    assert [finding.rule for finding in tag.findings] == ["raw-html"]
    assert link.edition.text == tag.edition.text == source
    alone = _page('<div title="Text">5</div>\n', {"Text": "<b>x</b>"})
    assert alone.edition.text == '<div title="&lt;b&gt;x&lt;/b&gt;">5</div>\n'


def test_template_tags_are_those_of_the_source_where_templates_run() -> None:
    source = "<p>By {{ author }}</p>\n"
    assert (
        _page(source, {"By {{ author }}": "{{ author }}"}, "jekyll").edition.text == "<p>{{ author }}</p>\n"
    )
    page = _page(source, {"By {{ author }}": "De {% include x %}"}, "jekyll")
    assert [finding.rule for finding in page.findings] == ["verbatim-piece"]


def test_the_title_of_a_page_may_stand_below_a_block_of_html() -> None:
    page = _page("<p>Text</p>\n\n# Title\n", {"Text": "Texto", "Title": "Título"})
    assert render_html(page.edition, RenderSettings()).body == "<p>Texto</p>\n<h1>Título</h1>\n"
