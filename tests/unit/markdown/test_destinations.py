from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.data import outside_data
from toolkit.markdown.destinations import Destination
from toolkit.markdown.edition import make_edition
from toolkit.markdown.render_settings import RenderSettings, Target
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import parse_document
from toolkit.markdown.splice import splice
from toolkit.model.document import Document


def untouched_parser() -> MarkdownIt:
    """Return the same dialect from markdown-it itself, without any rule of ours."""
    parser = MarkdownIt("gfm-like2", {"linkify": False, "maxNesting": 100}).disable("linkify")
    return parser.use(footnote_plugin).use(deflist_plugin)


def hrefs_by_markdown_it(text: str) -> list[tuple[bool, str]]:
    found = []
    env: dict[str, Any] = {}

    def visit(tokens: list[Token], *, alt: bool = False) -> None:
        for token in tokens:
            if token.type == "footnote_ref" and "label" not in token.meta:
                visit(env["footnotes"]["list"][token.meta["id"]]["tokens"])
            elif token.type == "image":
                visit(token.children or [], alt=True)
                if not alt:
                    found.append((True, str(token.attrs["src"])))
            elif token.type == "link_open" and token.info != "auto" and not alt:
                found.append((False, str(token.attrs["href"])))
            elif token.type == "inline":
                visit(token.children or [])

    # Footnotes that nobody refers to vanish from the page, and their links are links of the text yet.
    visit(untouched_parser().disable("footnote_tail").parse(text, env))
    return sorted(found)


def destinations(text: str) -> tuple[list[Destination], str]:
    """Return the destinations of Markdown that a rendering asks for, and the text they stand in."""
    edition = make_edition(parse_document(Document("a", "source/a.md", text)), {})
    found: list[Destination] = []

    def target(destination: Destination) -> Target:
        if not destination.attribute:
            found.append(destination)
        return Target(destination.href)

    render_html(edition, RenderSettings(target=target))
    return found, edition.text


def check_destinations(text: str) -> None:
    found, written = destinations(text)
    assert sorted((one.image, one.href) for one in found) == hrefs_by_markdown_it(text)
    parser = untouched_parser()
    for one in found:
        if one.span is None:
            assert one.href == ""
            continue
        bare = written[slice(*one.span)].replace("\\|", "|")
        if bare.startswith("<"):
            bare = bare[1:-1]
        assert parser.normalizeLink(unescapeAll(bare)) == one.href
    spans = sorted({one.span for one in found if one.span})
    names = {span: f"./{number}" for number, span in enumerate(spans)}
    rewritten = splice(written, [(span, names[span]) for span in spans])
    expected = [(one.image, names[one.span] if one.span else "") for one in found]
    again, _ = destinations(rewritten)
    assert [(one.image, one.href) for one in again] == expected


CASES = [
    "[a](b.md) and ![c](d.png)\n",
    "[a]( <b c.md> 'title' )\n",
    "[![alt](i.png)](page.md)\n",
    "![[in alt](no.md) ![x](no.png)](yes.png)\n",
    "[a [b](c) d](e)\n",
    "[a [^1] b](e)\n\n[^1]: note [n](o.md)\n",
    "^[note [a](b.md) ^[deeper [c](d.md)]] and [e](f.md)\n",
    "![a ^[note [a](b.md)]](c.png)\n",
    "x ^[one](two)\n",
    "[a][b] [b] [B][] ![b]\n\n[b]: <some where.md> 'title'\n[b]: never.md\n",
    "> [a][b]\n>\n> [b]:\n>   there.md\n",
    "> - [a]\n>\n>   [a]: there.md\n",
    "[^1]: [x]: in-note.md\n\n    [x]\n\ntext[^1]\n",
    "| a \\| [b\\|c](d\\|e.md) | ![x](y.png) |\n| --- | --- |\n| [1](2) | `[3](4)` [5](6) |\n",
    "> | a |\n> | --- |\n> | [x](y\\|z) |\n",
    "# [a](b.md) # {#id}\n\n[c](d.md)\n===\n\n[e](f)\nmore [g](h) {#x}\n---\n",
    "1. one\n   [a\n   b](c.md) d\n   - [ ] [e](f)\n- [x] [g](h)\n",
    "term [a](b)\n: definition [c](d)\n  more [e](f)\n",
    "> [!NOTE]\n> see [a](b)\n",
    "---\ntitle: x\n---\r\n\r\n[a](b)\r\n[c](d)\r\n\r\n[c]: d\r\n",
    "\ufeff[a](b)\r[c](d)\r",
    "[a]() ![b](<>) [c](javascript:x) [d](\\)x\\(&amp;)\n",
    "`[a](b)` \\[c](d) <b title='[e](f)'> [g](<h>)\n",
    "\u00a0\n[a](b)\n",
    "\x0b[a](b)\n",
    "a\n\t[b](c)\n",
    "- a\n\n\t[b](c)\n",
    "[a](b(c(d)e)f) [a](b (title))\n",
]


@pytest.mark.parametrize("text", CASES)
def test_each_destination_is_found_where_it_is_written(text: str) -> None:
    check_destinations(text)


PIECES = st.sampled_from(
    (
        *(
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "][",
            "<",
            ">",
            "a",
            "b",
            "x.md",
            "\\",
            "`",
            "^[",
            "[^1]",
            "|",
            "\\|",
        ),
        *(
            " ",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "# ",
            "[b]: ",
            "[^1]: ",
            "\t",
            "*",
            '"t"',
            "'",
            "&amp;",
            "{#i}",
            "---",
        ),
        *("\r\n", "[ ] ", ": ", "1. ", "[a](b)", "![a](b)", "[a][b]", "\n\n[b]: there.md\n"),
        "| a | [b](c) |\n| - | - |\n",
    )
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map("".join))
@example("[a][b\\]]\n\n[b\\]]: c\n")
def test_any_text_gives_the_destinations_that_markdown_it_finds(text: str) -> None:
    check_destinations(text)


def test_the_examples_of_commonmark_give_the_destinations_that_markdown_it_finds() -> None:
    examples = json.loads((outside_data() / "commonmark-spec.json").read_text(encoding="utf-8"))
    for one in examples:
        check_destinations(one["markdown"])
