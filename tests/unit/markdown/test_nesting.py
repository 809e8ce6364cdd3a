"""Depth and length: what lies too deep is refused by name, and work grows with the text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from toolkit.errors import SourceError
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document


def _parsed(text: str) -> ParsedDocument:
    return parse_document(Document("d", "source/d.md", text))


def _parsed_or_refusal(text: str) -> ParsedDocument | SourceError:
    try:
        return _parsed(text)
    except SourceError as error:
        return error


def _lists(depth: int) -> str:
    return "".join("  " * level + f"- a{level}\n" for level in range(depth))


def test_every_level_that_is_not_refused_is_extracted() -> None:
    for depth in range(1, 60):
        for text in (
            _lists(depth),
            "> " * depth + "a\n",
            "".join("> " * n + f"a{n}\n>\n" for n in range(1, depth)),
        ):
            found = _parsed_or_refusal(text)
            if isinstance(found, SourceError):
                assert (found.rule, found.path, depth > 30) == ("nesting", "source/d.md", True)
            else:
                assert sum(s.key.text.count("a") for s in found.segments) == text.count("a")


def test_what_lies_too_deep_is_refused_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        _parsed("a\n\n" + _lists(60))
    assert caught.value.line == 3 + 49


@pytest.mark.parametrize(
    "text",
    [
        "> " * 10_000 + "a\n",
        "- " * 10_000 + "a\n",
        "1. " * 10_000 + "a\n",
        "[" * 10_000 + "a" + "]" * 10_000 + "\n",
        "[" * 10_000 + "a\n",
        "![" * 10_000 + "a\n",
        "^[" * 10_000 + "a\n",
        "*a " * 10_000 + "\n",
        "`" * 10_000 + "a\n",
        "<" * 10_000 + "a\n",
        "[a](" * 10_000 + "\n",
        "[a][" * 10_000 + "\n\n[x]: /u\n",
        "`a  \n" * 10_000,
        "---\r" + "a\r" * 10_000,
        "[^a]: " * 10_000 + "b\n",
        "<div>\n" + "<b>" * 10_000 + "a" + "</b>" * 10_000,
        "<div>\n" + "<div title=a>b</div>" * 10_000,
        "<div>\n" + "<![CDATA[>a" * 10_000,
        "<div title='a" + " <br " * 10_000,
        "<p>\na\n" * 10_000,
        "a\n: " * 5_000 + "b\n",
        "> - " * 5_000 + "a\n",
        "|" * 10_000 + "a\n" + "|-" * 10_000 + "\n",
        "# a" + " " * 50_000 + "{#b\n",
        "# a" + " #" * 10_000 + " {a}\n",
        "# a {" + "a=b " * 10_000 + "\n",
        _lists(1_000),
    ],
    ids=lambda text: text[:6].strip(),
)
def test_absurd_input_ends_in_a_result_or_a_refusal(text: str) -> None:
    found = _parsed_or_refusal(text)
    if isinstance(found, SourceError):
        assert found.rule == "nesting"
    else:
        itself = {segment.key: segment.key.text for segment in found.segments}
        assert make_edition(found, itself).text == text


@pytest.mark.parametrize(
    "source",
    [
        *("Text\n", "# Text\n", "Text\n---\n", "|Text|b|\n|-|-|\n", "Text\n: b\n"),
        *("<p>Text</p>\n", "<p title=Text></p>\n"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 100_000 + "b",
        "<a" + " " * 100_000,
        "a" + "\n " * 50_000 + "b",
        "\\" * 100_000,
        "`a\nb` " * 10_000,
        "|" * 50_000,
        "# " * 50_000,
        "* " * 50_000 + "a",
        "[" * 50_000 + "]:",
        "<b " * 50_000,
        "<![CDATA[>" * 50_000,
        " {#a}" * 10_000,
    ],
    ids=lambda text: text[:5].strip(),
)
def test_absurd_translations_are_placed_or_refused(source: str, text: str) -> None:
    # Not timed: a pattern that takes the square of the length would not come back.
    parsed = _parsed(source)
    edition = make_edition(parsed, {parsed.segments[0].key: text})
    assert not edition.refused or edition.text == source


def _work(act: Callable[[], object]) -> int:
    """Return how many function calls and lines of Python an act takes."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "A [b](c) *d* `e`.\n\n",
        "- a\n  b\n",
        "> a\n",
        "# a\n\nb  \nc\n\n",
        "| a | b |\n|---|---|\n| c | d |\n\n",
        "[a] [b][] `c` <d> &e; ",
        "a [[b]] ",
        "`a`` ",
        "<!-- i18n:comment: a -->\nb\n\n",
        "a\n: b\n\n",
        "<p>a <b title='c'>d</b><br></p>\n",
        "<p>\na\n</p>\n\n",
    ],
)
def test_work_grows_with_the_text(unit: str) -> None:
    tail = "\n\n[a]: /u\n"
    small = _work(lambda: _parsed(unit * 40 + tail))
    large = _work(lambda: _parsed(unit * 160 + tail))
    assert large < 4.6 * small


def test_verifying_an_edition_grows_with_the_text() -> None:
    def edition(times: int) -> None:
        parsed = _parsed("".join(f"- a{n}\n\nb{n}\n\n" for n in range(times)))
        texts = {segment.key: "1. " + segment.key.text for segment in parsed.segments}
        texts[parsed.segments[-1].key] = "<div>"
        assert len(make_edition(parsed, texts).refused) == 1

    assert _work(lambda: edition(80)) < 4.6 * _work(lambda: edition(20))
