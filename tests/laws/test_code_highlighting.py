"""Marks of code change nothing but themselves: without them a page is what it is without the setting."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import escapeHtml

from tests.data import outside_data
from tests.laws.strategies import LAW
from tests.unit.markdown.dialect_cases import CASES, NAMES, Case
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.markdown.code_highlighting import highlighted, unhighlighted
from toolkit.markdown.code_lexing import SHOWN_LANGUAGES
from toolkit.markdown.edition import make_edition
from toolkit.markdown.html_rules import Language
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import Rendered, render_html
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions

_PIECES = (
    *(
        "a",
        "let x = 1;",
        "def f():",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\r",
        "\f",
        "\u2028",
        "\ufeff",
        "é",
        "日本",
        "سلام",
    ),
    *('"', "'", "`", '"""', "f'{a}'", "r#", "\\", "${", "}", "{{", "{%", "%}", "#", "//", "/*", "*/", "<!--"),
    *("-->", "<a b='c'>", "</a>", "<script>", "</script>", "<style>", "&amp;", "&", "<", ">", "<?php", "?>"),
    *(
        "+a",
        "-b",
        "@@ -1 +1 @@",
        "$ ls",
        "> ",
        ">>> ",
        "... ",
        "PS> ",
        "=# ",
        "#!/bin/sh",
        'msgid "a"',
        "a: b",
    ),
    *("<span class", "</span>", "<pre>", "if", "0x1F", "1.5e3", "@x", "#[a]", ":b", "\x00", "\U0001f600"),
)
_CODE = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join), st.text(max_size=80))
_FILES = ("code-comments.md", "segments.md", "html.md", "placement.md", "directives.md")
_IN_GFM = [source for file in _FILES for _, source, _ in fixtures(file) if "broken front" not in source]


def _rendered(document: ParsedDocument, *, highlight_code: bool) -> Rendered:
    settings = RenderSettings(
        foreign=Language("en", "ltr"), waiting=frozenset(document.inline), highlight_code=highlight_code
    )
    return render_html(make_edition(document, {}), settings)


def _has_marks_and_keeps_the_rest(text: str, options: MarkdownOptions) -> bool:
    """Tell whether a page has marks; without them it is the page without the setting."""
    document = Document("d", "d.md", text, options)
    plain, marked = (
        _rendered(parse_document(document), highlight_code=highlight_code) for highlight_code in (False, True)
    )
    assert unhighlighted(marked.body) == plain.body
    assert marked.heading == plain.heading
    return marked.body != plain.body


@LAW
@given(language=st.sampled_from(sorted(SHOWN_LANGUAGES)), code=_CODE)
def test_without_its_marks_code_is_the_code(language: str, code: str) -> None:
    html = highlighted(language, code)
    assert html == "" or unhighlighted(html) == escapeHtml(code)
    assert unescape(unhighlighted(html)).count("<") in (0, code.count("<"))


@LAW
@given(language=st.sampled_from(sorted(SHOWN_LANGUAGES)), code=_CODE)
def test_a_mark_holds_text_alone_and_never_ends_in_white_space(language: str, code: str) -> None:
    open_marks, reached = 0, ""
    for piece in highlighted(language, code).split("<")[1:]:
        tag, _, reached = piece.partition(">")
        open_marks += -1 if tag == "/span" else 1
        assert tag == "/span" or (tag.startswith('span class="hl-') and reached.strip())
        assert open_marks in (0, 1)
        assert not open_marks or reached == reached.rstrip()
    assert open_marks == 0


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_pages_of_every_dialect_differ_by_marks_alone(case: Case) -> None:
    _has_marks_and_keeps_the_rest(case.source, case.options)


def test_pages_with_code_differ_by_marks_alone() -> None:
    options = MarkdownOptions(code="strings")
    cases = [unsigned(source.partition("\n-> ")[0]) for source in _IN_GFM]
    marked = [_has_marks_and_keeps_the_rest(case, options) for case in cases if not case.startswith("---")]
    assert sum(marked) > 20


def test_the_pages_of_a_book_differ_by_marks_alone() -> None:
    files = sorted(outside_data().glob("rust-book/new/src/*.md"))
    marked = [_has_marks_and_keeps_the_rest(path.read_text("utf-8"), MarkdownOptions()) for path in files]
    assert sum(marked) > 70
