from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog.template import build_template
from toolkit.markdown.directives import SPELLINGS, Directive, Verb, parse_directives
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions


def parsed(text: str) -> ParsedDocument:
    return parse_document(Document("a", "source/a.md", text))


def texts(text: str) -> list[str]:
    return [segment.key.text for segment in parsed(text).segments]


def findings(text: str) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.message}; {f.hint}" for f in parsed(text).findings]


@pytest.mark.parametrize(
    ("comment", "verb", "argument"),
    [
        ("<!-- i18n:skip -->", Verb.SKIP, ""),
        ("<!--i18n: skip-->", Verb.SKIP, ""),
        ("<!-- i18n : skip: it is code -->", Verb.SKIP, "it is code"),
        ("<!-- i18n:skip start -->", Verb.SKIP_START, ""),
        ("<!-- i18n:skip: end -->", Verb.SKIP_END, ""),
        ("<!-- i18n:skip start of the song -->", Verb.SKIP, "start of the song"),
        ("<!--- i18n:skip-start ---->", Verb.SKIP_START, ""),
        ("<!-- mdbook-xgettext:skip -->", Verb.SKIP, ""),
        ("<!-- mdbook-xgettext: comment: Hi -->", Verb.COMMENT, "Hi"),
        ("<!-- i18n:comment: One.\n  Two. -->", Verb.COMMENT, "One.\nTwo."),
        ("<!-- i18n:comment: a dash - -->", Verb.COMMENT, "a dash -"),
        ("<!-- i18n:context menu -->", Verb.CONTEXT, "menu"),
        ("<!-- i18n:max-length: 40 -->", Verb.MAX_LENGTH, "40"),
        ("<!-- mdpo-disable-next-line -->", Verb.SKIP, ""),
        ("<!-- mdpo-disable-next-block -->", Verb.SKIP, ""),
        ("<!-- mdpo-disable -->", Verb.SKIP_START, ""),
        ("<!-- mdpo-enable -->", Verb.SKIP_END, ""),
        ("<!-- mdpo-enable-next-line -->", Verb.TAKE, ""),
        ("<!-- mdpo-enable-next-block -->", Verb.TAKE, ""),
        ("<!-- mdpo-disable-codeblocks -->", Verb.NOTHING, ""),
        ("<!-- mdpo-translator A verb. -->", Verb.COMMENT, "A verb."),
        ("<!-- mdpo-context month -->", Verb.CONTEXT, "month"),
        ("<!-- translate:off -->", Verb.SKIP_START, ""),
        ("<!--translate:on-->", Verb.SKIP_END, ""),
    ],
)
def test_a_directive_is_read_in_each_of_its_spellings(comment: str, verb: Verb, argument: str) -> None:
    assert parse_directives(f"{comment}\n") == (Directive(verb, argument),)


@pytest.mark.parametrize(
    "html",
    [
        "<!-- skip -->",
        "<!-- i18n:skipping -->",
        "<!-- translate:off for now -->",
        "<!-- translate: off -->",
        "<!-- i18n:skip --> text",
        "<p><!-- i18n:skip --></p>",
        "<!-- i18n:skip",
    ],
)
def test_anything_else_is_no_directive(html: str) -> None:
    assert parse_directives(html) == ()


def test_every_spelling_that_a_hint_can_name_is_read() -> None:
    assert [word for word in SPELLINGS if not parse_directives(f"<!-- {word} -->")] == []


def test_a_range_left_alone_ends_with_any_spelling() -> None:
    text = "a\n\n<!-- translate:off -->\n\nb\n\n- c\n\n<!-- i18n:skip-end -->\n\nd\n"
    assert (texts(text), findings(text)) == (["a", "d"], [])


def test_one_block_of_a_range_can_be_taken() -> None:
    text = (
        "<!-- mdpo-disable -->\na\n\n<!-- mdpo-enable-next-line -->\n- b\n- c\n\nd\n\n<!-- mdpo-enable -->\n"
    )
    assert (texts(text), findings(text)) == (["b", "c"], [])


def test_max_length_holds_for_the_next_block_and_all_in_it() -> None:
    text = "<!-- i18n:max-length: 40 -->\n\n- a\n\n  <!-- i18n:max-length: 7 -->\n  b\n- c\n\nd\n"
    found = {segment.key.text: segment.max_length for segment in parsed(text).segments}
    assert (found, findings(text)) == ({"a": 40, "b": 7, "c": 40, "d": None}, [])


def test_translators_read_the_smallest_length_after_the_description() -> None:
    text = (
        "# H\n\n<!-- i18n:max-length: 40 -->\n<!-- i18n:comment: On a button. -->\n\nOpen\n\n"
        "<!-- i18n:max-length: 12 -->\n\n- Open\n\nOpen\n\n<!-- i18n:max-length: 9 -->\n\nShut\n"
    )
    messages = build_template("a", "source/a.md", parsed(text).segments, "1; gfm").messages
    assert [message.notes for message in messages[1:]] == [
        (
            "type: paragraph, under: H; type: list item, under: H",
            "max length: 12 characters",
            "On a button.",
        ),
        ("type: paragraph, under: H", "max length: 9 characters"),
    ]


@pytest.mark.parametrize("number", ["", "ten", "0", "-3", "1.5", "\u0663", "9" * 10])
def test_a_length_that_is_no_number_is_reported_and_means_nothing(number: str) -> None:
    document = parsed(f"<!-- i18n:max-length: {number} -->\n\na\n")
    assert document.segments[0].max_length is None
    (finding,) = document.findings
    assert finding.message == f'max-length needs a number of characters, not "{number}"'


@pytest.mark.parametrize(
    ("comment", "shown", "hint"),
    [
        ("<!-- i18n:skp -->", "i18n:skp", 'did you mean "i18n:skip"?'),
        ("<!-- i18n: skip-begin -->", "i18n: skip-begin", 'did you mean "i18n:skip-start"?'),
        ("<!-- i18n:skip-stop -->", "i18n:skip-stop", 'did you mean "i18n:skip-end"?'),
        ("<!-- i18n:ignore -->", "i18n:ignore", 'did you mean "i18n:skip"?'),
        ("<!-- i18n:maxlength: 4 -->", "i18n:maxlength", 'did you mean "i18n:max-length"?'),
        ("<!-- i18n-skip -->", "i18n-skip", 'did you mean "i18n:skip"?'),
        ("<!-- i18n skip -->", "i18n skip", 'did you mean "i18n:skip"?'),
        ("<!-- I18N:Context: x -->", "I18N:Context", 'did you mean "i18n:context"?'),
        ("<!-- i8n:skip -->", "i8n:skip", 'did you mean "i18n:skip"?'),
        ("<!-- il8n:comment: x -->", "il8n:comment", 'did you mean "i18n:comment"?'),
        ("<!-- mdpo-disabel -->", "mdpo-disabel", 'did you mean "mdpo-disable"?'),
        ("<!-- mdpo:disable -->", "mdpo:disable", 'did you mean "mdpo-disable"?'),
        (
            "<!-- mdpo-include Text -->",
            "mdpo-include",
            "text in a comment is never extracted: write it outside",
        ),
        ("<!-- mdbook-gettext:skip -->", "mdbook-gettext:skip", 'did you mean "mdbook-xgettext:skip"?'),
        ("<!-- translate:of -->", "translate:of", "write translate:off, and translate:on where it ends"),
        ("<!-- translate: on -->", "translate: on", "write translate:off, and translate:on where it ends"),
    ],
)
def test_a_misspelt_directive_is_reported_with_the_right_spelling(
    comment: str, shown: str, hint: str
) -> None:
    assert findings(f"---\ntitle: T\n---\n\n> {comment}\n> text\n") == [
        f'5:3 there is no directive "{shown}"; it does nothing; {hint}'
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- more -->",
        "<!-- prettier-ignore -->",
        "<!-- markdownlint-disable-next-line -->",
        "<!-- pyml disable-next-line -->",
        "<!-- comment: x -->",
        "<!-- skip -->",
        "<!-- i18n -->",
        "<!-- Our i18n: see below -->",
        "<!-- translate: the list below too -->",
        "<!-- translate -->",
        "<!-- toc -->",
        "<!---->",
        "<!-- mdpo-disable-codeblock -->",
    ],
)
def test_other_comments_are_nobodys_business(comment: str) -> None:
    assert findings(f"{comment}\n\ntext {comment} text\n") == []


def test_a_range_without_an_end_or_a_beginning_is_reported() -> None:
    text = (
        "<!-- i18n:skip-end -->\n\n- <!-- i18n:skip-start -->\n\na\n\n<!-- translate:off -->\n\nb\n\n"
        "<!-- i18n:skip-end -->\nc\n\n> <!-- mdpo-disable -->\n\nd\n"
    )
    assert findings(text) == [
        "1:1 nothing is left alone here that could end; write i18n:skip-start where the text to leave"
        " alone begins, or take this out",
        "7:1 the text is left alone already, from line 3 on; the first i18n:skip-end ends both",
        "14:3 everything from here to the end of the file is left alone; write i18n:skip-end where the"
        " text to translate begins again, or at the end",
    ]
    assert texts(text) == ["c"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("## H <!-- i18n:skip -->\n", "1:6"),
        ("<!-- i18n:skip --> text\n", "1:1"),
        ("<div>\n<!-- i18n:comment: x -->\n</div>\n", "2:1"),
        ("a\n| b |\n|---|\n| <!-- i18n:skip --> c |\n", "4:3"),
    ],
)
def test_a_directive_that_shares_its_lines_is_reported(text: str, place: str) -> None:
    assert findings(text) == [
        f"{place} the directive does nothing here: it shares its lines with something else; write it on a"
        " line of its own, and leave an empty line after what stands above it"
    ]


def test_what_stands_in_code_is_no_directive() -> None:
    text = "`<!-- i18n:skip -->` a\n\n    <!-- i18n:skp -->\n\n```\n<!-- i18n:skip-start -->\n```\n"
    assert findings(text) == []


@pytest.mark.parametrize(
    ("dialect", "written"),
    [("myst", "% {}"), ("docusaurus", "{{/* {} */}}"), ("mkdocs", "{{# {} #}}")],
)
def test_the_comments_of_a_dialect_are_checked_too(dialect: str, written: str) -> None:
    text = "a\n\n" + "".join(
        f"{written.format(words)}\n\nb\n\n" for words in ("i18n:skip-start", "i18n:skp", "a note")
    )
    document = parse_document(Document("a", "a.md", text, MarkdownOptions(dialect=dialect)))
    assert [(f.place.line, f.message) for f in document.findings] == [
        (3, "everything from here to the end of the file is left alone"),
        (7, 'there is no directive "i18n:skp"; it does nothing'),
    ]
    assert [segment.key.text for segment in document.segments] == ["a"]


def test_places_count_every_kind_of_line_ending() -> None:
    text = "a\r\n\r<!-- i18n:skp -->\r\nb\r\n> - <!-- i18n:x -->"
    assert [(f.place.line, f.place.column) for f in parsed(text).findings] == [(3, 1), (5, 5)]


PIECES = (
    "<!--",
    "-->",
    "i18n:",
    "mdpo-",
    "skip",
    "-start",
    "-end",
    "comment",
    ":",
    " ",
    "\n",
    "-",
    "x",
    "> ",
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_comment_is_read_and_every_place_is_a_comment(text: str) -> None:
    lines = text.split("\n")
    for finding in parsed(text).findings:
        place = finding.place
        assert place.column == 0 or lines[place.line - 1].startswith("<!--", place.column - 1)


def test_hostile_comments_are_read_in_linear_time() -> None:
    many = 100_000
    for piece in ("<!--", "<!-- i18n:skip", "<!-- i18n:comment: -", "-->", "<!---", "<!-- i18n:skip -->"):
        parse_directives(piece * (many // len(piece)))
    parse_directives("<!-- i18n:comment:" + " " * many + "-" * many + "-->")
    assert len(findings("<!-- i18n:comment:" + " -" * many + "-->\n\na <!-- i18n:skp -->\n")) == 1
