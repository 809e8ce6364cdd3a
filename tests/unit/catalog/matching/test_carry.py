"""Which translations outlive a change of their source: ``tests/fixtures/carry.md`` shows it."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.tools import require_tool
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.catalog.matching.carry import carried
from toolkit.catalog.po.text import format_entry
from toolkit.model.segment import MessageKey

CASES = fixtures("carry.md")
NOT = "NOT CARRIED"


def texts(source: str) -> tuple[str, str, str]:
    old, rest = source.removesuffix("\n").split("\n-> ")
    new, msgstr = rest.split("\n=> ")
    return unsigned(old), unsigned(new), unsigned(msgstr)


@pytest.mark.parametrize(("title", "source", "expected"), CASES, ids=[title for title, *_ in CASES])
def test_a_translation_is_carried_as_in_its_fixture(title: str, source: str, expected: str) -> None:
    result = expected.removesuffix("\n")
    assert carried(*texts(source)) == (None if result == NOT else unsigned(result)), title


def test_each_kind_has_five_cases_that_are_carried_and_five_that_are_not() -> None:
    assert len({title for title, *_ in CASES}) == len(CASES)
    counts = Counter((title.partition(":")[0], expected.strip() == NOT) for title, _, expected in CASES)
    assert set(counts) == {
        *((kind, no) for kind in ("white space", "wrapping", "link target") for no in (True, False)),
        ("never", True),
    }
    assert min(counts.values()) >= 5


def test_what_did_not_change_keeps_its_translation() -> None:
    assert carried("a", "a", "b") == "b"
    assert carried("a", "a", "") is None


def test_msgfmt_accepts_what_is_carried(tmp_path: Path) -> None:
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for number, (_, source, expected) in enumerate(CASES):
        if expected.strip() != NOT:
            _, new, _ = texts(source)
            key = MessageKey(str(number), new)
            entries.append(format_entry(key, unsigned(expected.removesuffix("\n"))))
    path = tmp_path / "carried.po"
    path.write_text("\n".join(entries), encoding="utf-8", newline="\n")
    command = [require_tool("msgfmt"), "-c", "-o", str(tmp_path / "carried.mo"), str(path)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0
