"""Writing references in full changes no link, and the letter scanner sees what a parser sees."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.oracle import PARSER, inline_tokens
from tests.laws.strategies import LAW
from toolkit.markdown.inline_scan import code_spans, has_letter
from toolkit.markdown.references import label_key, with_full_references

_LABELS = ("a", "b c", "!", "x`y`", "é", "ß", "*e*", "a\\]", "b\\c", "foo|bar")
_REFERENCES = {
    label_key(label): {"title": "", "href": f"/{n}", "map": [0, 1]} for n, label in enumerate(_LABELS)
}
# Without a lone "(": after "](" with no destination, markdown-it drops what stands up to the next bracket.
_BRACKETS = st.lists(
    st.sampled_from(
        (
            *"[[[[]]]])ab `\\!*\n<>",
            *(
                "[a]",
                "[A]",
                "[b c]",
                "[b  c]",
                "[b\nc]",
                "[]",
                "![",
                "](/u)",
                '](/u "t")',
                "](<u v>)",
                "][a]",
                "][]",
            ),
            *(
                "[é]",
                "[É]",
                "[ss]",
                "[ẞ]",
                "[x`y`]",
                "[!]",
                "[*e*]",
                "[a\\]]",
                "[b\\c]",
                "[foo|bar]",
                "[zz]",
                "[ a ]",
            ),
            *(
                "`]`",
                "<b]>",
                '<b c="]">',
                "<http://x/]>",
                "&amp;",
                "\\[",
                "\\]",
                "](x y z",
                "^",
                "[^1]",
                "^[",
                "![a]",
            ),
        )
    ),
    max_size=14,
).map("".join)
_LETTERED = st.lists(
    st.sampled_from(
        (
            *"a1 `<>&;\\\n日é_",
            *("`a`", "``a`b``", "<b>", "</b>", "<b c='d'>", "<!-- a -->", "<?a?>", "<![CDATA[a]]>", "<!A b>"),
            *(
                "<http://a>",
                "<a@b.c>",
                "<m:a b>",
                "&amp;",
                "&#65;",
                "&#x41;",
                "&nope;",
                "&copy",
                "\\`",
                "\\<",
                "\\&",
            ),
        )
    ),
    max_size=8,
).map("".join)
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W\d_]")


def _rendered(text: str) -> str:
    return _SPACE.sub(" ", PARSER.renderInline(text, {"references": _REFERENCES}))


@LAW
@given(_BRACKETS)
@example("[![a]](/u)")
@example("[[a]](/u)")
@example("[a [b c]](/u)")
def test_a_text_with_full_references_renders_as_the_text_itself(text: str) -> None:
    full = with_full_references(text, _REFERENCES)
    assert _rendered(full) == _rendered(text), full


@LAW
@given(_BRACKETS)
def test_full_references_stay_as_they_are(text: str) -> None:
    full = with_full_references(text, _REFERENCES)
    assert with_full_references(full, _REFERENCES) == full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("[a] and [A][] and [t][a]", "[a][a] and [A][A] and [t][a]"),
        ("![a] in [![a]][b c]", "![a][a] in [![a][a]][b c]"),
        ("[a](/u) [zz] \\[a] `[a]` <b c='[a]'>", "[a](/u) [zz] \\[a] `[a]` <b c='[a]'>"),
        ("[a]: [b c].", "[a][a]: [b c][b c]."),
    ],
)
def test_a_short_reference_of_a_known_label_gets_its_label(text: str, full: str) -> None:
    assert with_full_references(text, _REFERENCES) == full


@LAW
@given(_LETTERED)
def test_a_letter_is_found_where_a_parser_finds_one_outside_code_tags_and_entities(text: str) -> None:
    shown, hidden = "", 0
    for token in inline_tokens(text, {}):
        if token.type == "link_open" and token.markup == "autolink":
            hidden += 1
        elif token.type == "link_close":
            hidden -= 1
        elif (token.type == "text" or token.info == "escape") and not hidden:
            shown += token.content
    assert has_letter(text) == bool(_LETTER.search(shown))


@LAW
@given(_LETTERED)
def test_code_spans_are_where_a_parser_finds_them(text: str) -> None:
    found = [text[start:stop].strip("`").replace("\n", " ").strip() for start, stop in code_spans(text)]
    code = [
        token.content.strip("`").strip() for token in inline_tokens(text, {}) if token.type == "code_inline"
    ]
    assert found == code
