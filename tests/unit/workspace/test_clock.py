from __future__ import annotations

import re

import pytest

from toolkit.errors import ConfigError
from toolkit.workspace.clock import creation_date


@pytest.mark.parametrize(
    ("given", "expected"),
    [("0", "1970-01-01 00:00+0000"), ("1700000059", "2023-11-14 22:14+0000")],
)
def test_the_date_is_that_of_the_source_in_utc(
    monkeypatch: pytest.MonkeyPatch, given: str, expected: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert creation_date() == expected


@pytest.mark.parametrize("given", [None, ""])
def test_without_it_the_date_is_now(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    if given is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d\+0000", creation_date())


@pytest.mark.parametrize("given", ["yesterday", "-1", "1.5", " 1", "1_0", "١", "999999999999", "9" * 30])
def test_a_bad_date_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(ConfigError) as caught:
        creation_date()
    assert caught.value.rule == "source-date-epoch"
    assert repr(given) in caught.value.message
