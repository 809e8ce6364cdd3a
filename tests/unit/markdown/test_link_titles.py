"""Titles of definitions: what may be published, what is withheld, and what both editions show."""

from __future__ import annotations

import pytest

from tests.unit.markdown.dialect_cases import parsed
from toolkit.assemble.offer import translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.markdown.edition import make_edition
from toolkit.markdown.link_titles import title_text, written_title
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.model.document import MarkdownOptions
from toolkit.model.message import State
from toolkit.model.segment import MessageKey

_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def page(dialect: str, source: str, translation: str) -> TranslatedPage:
    """Return a document in translation whose first message is the title of a definition."""
    document = parsed(source, MarkdownOptions(dialect))
    entry = format_entry(document.segments[0].key, translation)
    return assemble_page(document, translations_of(read_catalog((_HEADER + entry).encode(), "fr.po")))


@pytest.mark.parametrize(
    ("dialect", "title", "translation", "expected"),
    [
        ("gfm", "Text", "uno\ndos", None),
        ("gfm", "Text", " uno ", None),
        ("gfm", "Text", "<script> & [x](javascript:y) [^1] {{ z }} {w}", None),
        ("gfm", "Text", "uno\n\ndos", "link-title"),
        ("gfm", "Text", "uno\n \t\ndos", "link-title"),
        ("gfm", "Text", "uno\vdos", "link-title"),
        ("gfm", "Text", "uno\u0085dos", "link-title"),
        ("gfm", "Te\u0001xt", "u\u0001no", None),
        ("gfm", "Text", " ", "empty-translation"),
        ("jekyll", "{{ a }} Text", "uno {{ a }}", None),
        ("jekyll", "{{ a }} Text", "uno", "verbatim-piece"),
        ("jekyll", "Text", "uno {{ a }}", "verbatim-piece"),
        ("hugo", "Text", "uno {{< a >}}", "verbatim-piece"),
        ("hugo", "Text", "<script>", "verbatim-piece"),
        ("docusaurus", "Text", "uno {a}", "verbatim-piece"),
        ("docusaurus", "Text", "[x](javascript:y)", "verbatim-piece"),
    ],
)
def test_a_title_is_plain_text(dialect: str, title: str, translation: str, expected: str | None) -> None:
    source = f'[1]: /u "{title}"\n\n[5][1]\n'
    made = page(dialect, source, translation)
    assert [finding.rule for finding in made.findings] == ([expected] if expected else [])
    (decision,) = made.decisions.values()
    assert decision.state is (State.WITHHELD if expected else State.TRANSLATED)
    assert (made.edition.text == source) == (expected is not None)


def test_both_editions_show_the_title_at_links_and_images() -> None:
    source = '[a]: /u\n  "Text"\n\n[5][a] ![6][A] [a]\n'
    made = page("gfm", source, 'Un "<b>" & más')
    assert made.edition.text == '[a]: /u\n  "Un &quot;<b>&quot; & más"\n\n[5][a] ![6][A] [a]\n'
    title = 'title="Un &quot;&lt;b&gt;&quot; &amp; más"'
    assert render_html(made.edition, RenderSettings()).body == (
        f'<p><a href="/u" {title}>5</a> <img src="/u" alt="6" {title}> <a href="/u" {title}>a</a></p>\n'
    )


def test_what_a_template_reads_is_copied_where_markdown_spells_it_otherwise() -> None:
    source = "[a]: /u (Text {{ f \\(x\\) }})\n[b]: /u 'Text {{ f \"x\" }}'\n"
    document = parsed(source, MarkdownOptions("jekyll"))
    assert [segment.key.text for segment in document.segments] == ['Text {{ f "x" }}']
    (segment,) = document.segments
    edition = make_edition(document, {segment.key: "'uno' {{ f \"x\" }}"})
    assert edition.text == "[a]: /u (Text {{ f \\(x\\) }})\n[b]: /u '&#39;uno&#39; {{ f \"x\" }}'\n"


def test_a_title_and_a_paragraph_of_one_text_are_one_message_written_as_each_place_asks() -> None:
    document = parsed('[a]: /u "Text"\n\nText\n', MarkdownOptions())
    key = MessageKey(None, "Text")
    assert [segment.key for segment in document.segments] == [key, key]
    assert make_edition(document, {key: '# "uno"'}).text == '[a]: /u "# &quot;uno&quot;"\n\n\\# "uno"\n'
    blank = make_edition(document, {key: "uno\n\ndos"})
    assert (blank.text, set(blank.refused)) == (document.document.text, {key})


def test_a_misfit_beside_a_definition_does_not_keep_its_title_out() -> None:
    document = parsed('One\n\n[a]: /u "Text"\n\nTwo\n', MarkdownOptions())
    texts = {segment.key: "uno" for segment in document.segments}
    edition = make_edition(document, texts | {MessageKey(None, "Two"): "<!--"})
    assert edition.text == 'uno\n\n[a]: /u "uno"\n\nTwo\n'


def test_a_long_title_is_read_in_linear_time() -> None:
    lines = "a \n" * 20_000
    assert title_text(f"{lines}\n") == "a " * 19_999 + "a"
    (segment,) = parsed(f'[a]: /u "{lines}"\n', MarkdownOptions()).segments
    assert len(segment.spans) == 20_001
    assert written_title("&#" * 50_000, '"', False) == '"' + "&#" * 50_000 + '"'
