"""Jobs give the same results in this process and on several, in the same order."""

from __future__ import annotations

import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.catalog.po.reader import read_catalog
from toolkit.jobs.pool import running, shares, workers_for


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def test_several_processes_give_what_one_gives() -> None:
    jobs = list(range(20))
    with running(square, jobs, 1) as one, running(square, jobs, 3) as three:
        assert list(one) == list(three) == [number * number for number in jobs]


def test_one_job_stays_in_this_process() -> None:
    with running(process, [1], 4) as results:
        assert list(results) == [os.getpid()]
    with running(process, [1, 2], 2) as results:
        assert os.getpid() not in list(results)


@given(st.lists(st.integers()), st.integers(1, 9))
def test_every_job_is_in_one_share(jobs: list[int], count: int) -> None:
    found = shares(jobs, count)
    assert sorted(job for share in found for job in share) == sorted(jobs)
    assert len(found) <= count
    assert all(found) or found == ((),)


def test_a_small_file_is_not_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.jobs.pool.processors", lambda: 8)
    assert [workers_for(size) for size in (0, 999_999, 2_500_000, 90_000_000)] == [1, 1, 3, 8]


def test_an_entry_goes_to_another_process_as_it_is() -> None:
    text = '#. note\n#: a.md:3\nmsgid "a"\nmsgstr "b"\n\n#, fuzzy\n#| msgid "c"\nmsgid "d"\nmsgstr "e"\n'
    catalog = read_catalog(text.encode(), "a.po")
    assert pickle.loads(pickle.dumps(catalog)) == catalog
    for entry, other in zip(catalog.entries, pickle.loads(pickle.dumps(catalog.entries)), strict=True):
        assert (other.line, other.msgstr_line, other.notes, other.msgstr, other.previous) == (
            entry.line,
            entry.msgstr_line,
            entry.notes,
            entry.msgstr,
            entry.previous,
        )
