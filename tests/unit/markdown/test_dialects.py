"""What of a document in a dialect becomes which message, and what a dialect is."""

from __future__ import annotations

import pytest

from tests.unit.markdown.dialect_cases import CASES, FILES, NAMES, Case, parsed
from tests.unit.markdown.test_segments import shown
from toolkit.markdown.dialects.registry import DIALECTS, dialect_of
from toolkit.markdown.parser import markdown_parser
from toolkit.model.document import MarkdownOptions


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_document_in_a_dialect_has_the_segments_of_its_fixture(case: Case) -> None:
    assert shown(case.parsed()) == case.expected


def test_every_dialect_has_fifteen_cases_with_titles_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for name in DIALECTS:
        assert name == "gfm" or sum(n.startswith(f"{name}: ") for n in NAMES) >= 15, name
    assert {options.dialect for options in FILES.values()} == DIALECTS.keys()


@pytest.mark.parametrize("name", DIALECTS)
def test_the_name_of_a_dialect_stands_in_the_segmentation(name: str) -> None:
    assert MarkdownOptions(name).segmentation == f"1; {name}"
    assert DIALECTS[name].name == name


def test_formulas_are_those_of_the_dialect_unless_the_options_say_otherwise() -> None:
    assert [name for name in DIALECTS if dialect_of(MarkdownOptions(name)).math] == ["myst"]
    assert [s.key.text for s in parsed("$x$\n", MarkdownOptions("myst", math=False)).segments] == ["$x$"]
    assert parsed("$x$\n", MarkdownOptions("gfm", math=True)).segments == ()
    assert [s.key.text for s in parsed("$x$\n", MarkdownOptions("gfm")).segments] == ["$x$"]


def test_one_parser_serves_all_documents_of_a_dialect() -> None:
    one, other = (dialect_of(MarkdownOptions("hugo", math=True)) for _ in range(2))
    assert markdown_parser(100, one) is markdown_parser(100, other)
