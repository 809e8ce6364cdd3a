"""The law that ``scripts/fuzz`` searches with holds on every fixture, and can be broken."""

from __future__ import annotations

import pytest

from tests.fuzz import splice_law
from tests.fuzz.hypothesis_run import search
from tests.fuzz.seeds import seeds
from tests.fuzz.splice_law import OPTIONS, check_splice
from toolkit.markdown.edition import Edition, make_edition


def test_every_fixture_keeps_the_splice_law_in_its_dialect_and_in_another() -> None:
    for number, data in enumerate(seeds()):
        check_splice(data)
        check_splice(bytes((number % len(OPTIONS),)) + data[1:])


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe\xff", b"\1\0\0\n\r\n\r", b"\2" + bytes(range(256))])
def test_any_bytes_keep_the_splice_law(data: bytes) -> None:
    check_splice(data)


def test_the_search_finds_what_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> Edition:
        edition = make_edition(*arguments)  # type: ignore[arg-type]  # it stands in for make_edition itself
        return Edition(edition.text.replace("|", "\n"), edition.body, edition.tokens, edition.env, {})

    monkeypatch.setattr(splice_law, "make_edition", broken)
    with pytest.raises(AssertionError):
        search(60, 1)
