"""What rules find in whole files is said with the place that it has in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog.po.reader import read_catalog
from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.file_check import check_catalog
from toolkit.check.pair import Limits
from toolkit.check.profile import DEFAULT_PROFILE
from toolkit.check.rule import CatalogRule, DocumentRule, FileHit
from toolkit.check.rules.articles import family as articles
from toolkit.check.rules.articles.article_text import MOST_HITS
from toolkit.check.rules.files import family as files
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.locale import LocaleTag

EN = LocaleTag("en")


def in_article(text: str, words: int = 150, dialect: str = "gfm") -> Iterator[tuple[str, FileHit]]:
    parsed = parse_document(Document("a", "source/a.md", text, MarkdownOptions(dialect)))
    view = DocumentView(parsed, EN, Limits(segment_words=words))
    for rule in articles.RULES:
        if not isinstance(rule, DocumentRule):
            continue  # found where links are followed, or where the article is parsed
        for hit in rule.find(view):
            yield rule.name, hit


def in_catalog(
    text: str, locale: str = "fr", *, rules: dict[str, bool] | None = None
) -> list[tuple[str, FileHit]]:
    catalog = read_catalog(text.encode(), "a.po")
    view = CatalogView(catalog, LocaleTag.parse(locale), rules=rules or {})
    return [
        (rule.name, hit) for rule in files.RULES if isinstance(rule, CatalogRule) for hit in rule.find(view)
    ]


def piece(text: str, hit: FileHit) -> str:
    line = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))[hit.line - 1]
    return line[hit.column - 1 :][: hit.length]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "---\ntitle: Water\n---\n\n", "Text\n\n> - quoted\n>\n\n"])
def test_a_piece_of_an_article_is_found_in_its_line(before: str, newline: str) -> None:
    lines = "![](a.png) and\n  ![](b.png)\n\n> - Text [here](x.md)\n>\n>   <p>\n>   <img src=c>\n>   </p>\n"
    text = (before + lines).replace("\n", newline)
    found = [(rule, piece(text, hit)) for rule, hit in in_article(text)]
    assert found == [
        ("image-alt", "![](a.png)"),
        ("image-alt", "![](b.png)"),
        ("image-alt", "<img src=c>"),
        ("vague-link", "here"),
    ]


_PIECES = st.sampled_from(
    (
        "# A\n",
        "### B\n",
        "![](a)",
        "[x y][z]",
        "[here](a)",
        "<img src=a>",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "| a | ![](b) |\n",
        "|-|-|\n",
        "`",
        "word ",
        "\\",
        "<div>\n",
        "\r\n",
        "&amp;",
        "\u2028",
        "[a b]: c\n",
        "😀",
        "    ",
        "\t",
    )
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=25).map("".join), st.sampled_from(("", "\ufeff", "---\ntitle: x\n---\n")))
def test_every_place_in_an_article_is_in_the_article(body: str, before: str) -> None:
    text = before + body
    lines = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
    for _rule, hit in in_article(text, words=2):
        assert 1 <= hit.line <= len(lines)
        assert hit.column >= 1
        assert hit.column - 1 + hit.length <= len(lines[hit.line - 1])
        assert hit.message


def test_who_has_very_many_of_one_thing_hears_of_a_hundred() -> None:
    text = "![](a.png) " * (MOST_HITS + 5)
    assert [rule for rule, _ in in_article(text)] == ["image-alt"] * MOST_HITS


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_field_of_a_header_is_found_in_its_line(bom: str, newline: str) -> None:
    lines = (
        '# A comment\n\n# Another\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"X-Quote: \\"a\\"\\nLanguage: de\\n"\n"Plural-"\n"Forms: nplurals=2; plu"\n"ral=n n;\\n"\n'
        '"no field"\n'
    )
    text = bom + lines.replace("\n", newline)
    found = [(rule, hit.line, piece(text, hit)) for rule, hit in in_catalog(text)]
    assert found == [
        ("header-field", 11, "no field"),
        ("language", 7, "de"),
        ("plural-forms", 10, "n;"),
    ]


def test_a_comment_is_found_above_its_entry() -> None:
    text = (
        'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        "# toolkit: ignore numbers,  links now\n# TOOLKIT: ignore it all\n#. type: paragraph\n"
        'msgctxt "title"\nmsgid ""\n"Drink "\n"water."\nmsgstr "Buvez."\n'
    )
    found = [
        (rule, hit.line, piece(text, hit), hit.hint)
        for rule, hit in in_catalog(text, rules={"numbers": False, "link": False})
    ]
    assert found == [
        ("unknown-ignore", 4, "links", 'did you mean "link"?'),
        (
            "unknown-ignore",
            5,
            "# TOOLKIT: ignore it all",
            'write "# toolkit: ignore NAME", with the name of the rule',
        ),
    ]


def test_names_are_not_judged_where_nobody_gives_the_names_of_rules() -> None:
    text = 'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    assert in_catalog(text + '\n# toolkit: ignore nothing-known\nmsgid "a"\nmsgstr "b"\n') == []


def test_a_header_without_order_is_not_reported_line_by_line() -> None:
    text = 'msgid ""\nmsgstr ""\n' + '"no field\\n"\n' * 5000
    found = [rule for rule, _ in in_catalog(text)]
    assert found.count("header-field") == 10


_LINES = st.sampled_from(
    (
        "Language: fr",
        "Language:",
        "Plural-Forms: nplurals=2; plural=n;",
        "Content-Type: charset=CHARSET;",
        ": x",
        "\\t",
        "a\\\\",
        "Plural-Forms: 1",
        "X-Toolkit-Segmentation: 9",
        '\\"',
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "\\001: é",
    )
)


@settings(max_examples=200)
@given(st.lists(_LINES, max_size=8), st.booleans())
def test_every_place_in_a_header_is_in_the_file(lines: list[str], ended: bool) -> None:
    end = "\\n" if ended else ""
    text = 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}{end}"\n' for line in lines)
    shown = text.split("\n")
    for _rule, hit in in_catalog(text):
        assert 0 <= hit.line <= len(shown)
        if hit.length:
            assert hit.column >= 1
            assert hit.column - 1 + hit.length <= len(shown[hit.line - 1])


def test_a_carriage_return_alone_ends_no_line_of_a_po_file() -> None:
    text = (
        'msgid ""\nmsgstr ""\n"X-A: a\rb\\n"\n"Language: de\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '# toolkit: ignore raw-html\nmsgid "a\rb"\nmsgstr "c"\n'
    )
    view = CatalogView(read_catalog(text.encode(), "a.po"), LocaleTag("fr"))
    found = list(check_catalog(view, DEFAULT_PROFILE))
    assert [(finding.rule, str(finding.place)) for finding in found] == [
        ("header-field", "a.po:3:8"),
        ("language", "a.po:4:12"),
        ("unknown-ignore", "a.po:7:19"),
    ]
    shown = [excerpt.line[excerpt.start : excerpt.stop] for one in found if (excerpt := one.excerpt)]
    assert shown == ["\r", "de", "raw-html"]
