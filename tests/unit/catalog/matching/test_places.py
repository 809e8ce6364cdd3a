"""What an entry's notes and references tell of its place."""

from __future__ import annotations

import pytest

from toolkit.catalog.matching.ancestors import Place, place_of
from toolkit.model.segment import MessageKey

KEY = MessageKey(None, "x")


@pytest.mark.parametrize(
    ("notes", "kind", "heading"),
    [
        (["type: list item, under: Usual treatment"], "list item", "Usual treatment"),
        (["type: paragraph"], "paragraph", ""),
        (["type: table cell, under: A; type: heading 2, under: B; and 3 more"], "table cell", "A"),
        (["type: paragraph, under: One; two, three"], "paragraph", "One; two, three"),
        (["a comment", "type: Plain text"], "Plain text", ""),
        (["a comment"], "", ""),
        ([], "", ""),
    ],
)
def test_a_note_names_the_first_kind_and_heading(notes: list[str], kind: str, heading: str) -> None:
    assert place_of(KEY, notes, ()) == Place(KEY, kind, heading)


@pytest.mark.parametrize(
    ("references", "file", "line"),
    [
        (["source/a.md"], "source/a.md", 0),
        (["source/a.md:12", "source/b.md:1"], "source/a.md", 12),
        (["with space.md:3"], "with space.md", 3),
        (["c:/a.md"], "c:/a.md", 0),
        ([], "", 0),
    ],
)
def test_the_first_reference_names_file_and_line(references: list[str], file: str, line: int) -> None:
    assert place_of(KEY, (), references) == Place(KEY, file=file, line=line)
