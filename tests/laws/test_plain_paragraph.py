"""The rule for plain paragraphs changes no token: it only finds the usual ones sooner."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.data import outside_data
from toolkit.markdown.parser import parse_blocks

_STARTS = [
    "a",
    "é",
    '"',
    "(",
    "`",
    "``",
    "```",
    "1.",
    "-",
    "#",
    ">",
    ":",
    "~",
    "[",
    "=",
    "---",
    "|",
    "[^n]:",
    "<b>",
]
_INDENTS = ["", " ", "   ", "    ", "\t", "> ", ">", "- ", "  ", "1. ", "- > ", ": "]
_LINE = st.builds(
    lambda indent, start, rest: indent + start + rest,
    st.sampled_from(_INDENTS),
    st.sampled_from(_STARTS),
    st.sampled_from(["", " b", "|c", " b  ", "\\", " :", ": d", "]: /u"]),
)
_TEXT = st.lists(st.one_of(_LINE, st.just(""), st.just(" ")), max_size=8).map("\n".join)


def plain_tokens(text: str) -> list[dict[str, object]]:
    parser = MarkdownIt("gfm-like2", {"linkify": False, "maxNesting": 100}).disable("linkify")
    parser.use(footnote_plugin).use(deflist_plugin)
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return [dict(token.as_dict()) for token in tokens]


def our_tokens(text: str) -> list[dict[str, object]]:
    tokens, _env = parse_blocks(text)
    shown = [dict(token.as_dict()) for token in tokens]
    for token in shown:
        token["meta"] = {k: v for k, v in token["meta"].items() if not k.startswith("toolkit:")}
    return shown


@given(_TEXT)
@settings(max_examples=1500)
@example("Term\n\n: Definition")
@example("Term\n\n~ Definition\n")
@example("> a\nb")
@example("- a\nb\n\n  c\nd")
@example("a\n===")
@example("a | b\n--- | ---\n")
def test_tokens_are_those_of_the_bare_parser(text: str) -> None:
    assert our_tokens(text) == plain_tokens(text)


def test_tokens_are_those_of_the_bare_parser_over_the_standard_and_a_book() -> None:
    data = outside_data()
    texts = [e["markdown"] for e in json.loads((data / "commonmark-spec.json").read_text("utf-8"))]
    texts += [p.read_text("utf-8") for p in sorted((data / "rust-book").rglob("*.md"))]
    for text in texts:
        assert our_tokens(text) == plain_tokens(text)
