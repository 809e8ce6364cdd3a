"""Addresses that open a file in somebody's editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.model.finding import Place
from toolkit.preview.editor import Editor, problem_of

HOSTILE = Place('so"urce/{line} té&<b>.md', 3)


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("vscode://file/{path}:{line}", "vscode://file/p/so%22urce/%7Bline%7D%20t%C3%A9%26%3Cb%3E.md:3"),
        (
            "editor:open?l={line}&f={path}",
            "editor:open?l=3&f=/p/so%22urce/%7Bline%7D%20t%C3%A9%26%3Cb%3E.md",
        ),
        ("", ""),
    ],
)
def test_path_and_line_are_put_in_and_nothing_else(pattern: str, url: str) -> None:
    assert problem_of(pattern or "x:{path}") == ""
    assert Editor(Path("/p"), pattern).url(HOSTILE) == url


def test_a_place_without_a_line_is_its_first_one_and_without_a_file_nowhere() -> None:
    editor = Editor(Path("/p"), "e:{path}#{line}")
    assert editor.url(Place("a")) == "e:/p/a#1"
    assert editor.url(Place("")) == editor.url(None) == ""


@pytest.mark.parametrize(
    "pattern",
    ["x", "vscode://file", "{path}", ":{path}", "/{path}", "javascript:{path}", "DATA:text/html,{path}"],
)
def test_what_leads_to_no_editor_is_refused(pattern: str) -> None:
    assert problem_of(pattern)
