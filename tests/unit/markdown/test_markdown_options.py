from __future__ import annotations

import pytest

from toolkit.errors import ConfigError
from toolkit.markdown.options import parse_options
from toolkit.model.document import MarkdownOptions


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, MarkdownOptions()),
        ({"dialect": " gfm "}, MarkdownOptions()),
        (
            {"front_matter": "title, tags[] hero.alt\nlinks[].text"},
            ("title", "tags[]", "hero.alt", "links[].text"),
        ),
        ({"front_matter": "a a,a"}, ("a",)),
        ({"front_matter": ""}, ()),
        ({"encoding": "UTF8"}, MarkdownOptions()),
        ({"dialect": "myst", "math": "No"}, MarkdownOptions("myst", math=False)),
        ({"math": "yes"}, MarkdownOptions(math=True)),
        ({"math": "auto"}, MarkdownOptions()),
        ({"html": "text"}, MarkdownOptions()),
        ({"html": "copy"}, MarkdownOptions(html="copy")),
        ({"code": "comments"}, MarkdownOptions(code="comments")),
        ({"code": "strings"}, MarkdownOptions(code="strings")),
        ({"keywords": {"_": None}, "add_comments": ["NOTE"]}, MarkdownOptions()),
    ],
)
def test_options_of_a_section(given: dict[str, object], expected: MarkdownOptions | tuple[str, ...]) -> None:
    if isinstance(expected, tuple):
        expected = MarkdownOptions("gfm", expected)
    assert parse_options(given) == expected


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        ({"dialekt": "gfm"}, 'unknown option "dialekt"', 'did you mean "dialect"?'),
        ({"front-matter": "x"}, 'unknown option "front-matter"', 'did you mean "front_matter"?'),
        (
            {"zz": "x"},
            'unknown option "zz"',
            "known options: dialect, front_matter, math, html, code, encoding",
        ),
        (
            {"dialect": "zzz"},
            'unknown dialect "zzz"',
            "known dialects: commonmark, gfm, mkdocs, myst, hugo, docusaurus, jekyll",
        ),
        ({"dialect": "gmf"}, 'unknown dialect "gmf"', 'did you mean "gfm"?'),
        (
            {"front_matter": "title [x]"},
            'front_matter: "[x]" is not a key path',
            "write keys with dots between them and [] after a list: title, tags[], hero.alt",
        ),
        (
            {"math": "maybe"},
            'math: "maybe" is neither yes nor no',
            "write yes, no, or auto for what the dialect has",
        ),
        ({"html": "copied"}, 'html: "copied" is not known', 'did you mean "copy"?'),
        ({"code": "all"}, 'code: "all" is not known', "write copy or comments or strings"),
        ({"html": ""}, 'html: "" is not known', "write text or copy"),
        ({"encoding": "latin-1"}, 'encoding: "latin-1" is not supported', "use utf-8"),
        ({"encoding": "no such"}, 'encoding: "no such" is not supported', "use utf-8"),
    ],
)
def test_a_bad_option_is_named_with_a_way_out(given: dict[str, object], message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_options(given)
    assert (caught.value.message, caught.value.hint, caught.value.rule) == (message, hint, "babel-cfg")


@pytest.mark.parametrize("path", ["a..b", ".a", "a.", "a[", "a[]b", "[]", "a[][]"])
def test_what_is_no_key_path_is_refused(path: str) -> None:
    with pytest.raises(ConfigError, match="is not a key path"):
        parse_options({"front_matter": path})
