"""The nearest text of a memory."""

from __future__ import annotations

import pytest

from toolkit.catalog.matching.ancestors import Ancestor
from toolkit.catalog.matching.near import NearTexts

TEXTS = (
    "Take two tablets after each meal.",
    "Shake the bottle well before use.",
    "Do not drive or use machines after taking it.",
    "Run the `fetch` command.",
    "打开灯塔的门之前请先敲门。",
)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Take two tablets after each big meal.", 0),
        ("shake the bottle well, before use", 1),
        ("Do not drive or use heavy machines after taking it.", 2),
        ("打开灯塔的大门之前请先敲门。", 4),
    ],
)
def test_a_text_that_is_really_alike_is_found(text: str, index: int) -> None:
    found = NearTexts(TEXTS).best(text)
    assert found is not None
    assert found.index == index
    assert 0.75 <= found.likeness < 1


@pytest.mark.parametrize(
    "text",
    ["Run the `deploy` command.", "Take the bottle to the machines.", "Meal", "Run it.", "", "打开窗户。"],
)
def test_nothing_is_offered_for_a_text_of_another_sense(text: str) -> None:
    assert NearTexts(TEXTS).best(text) is None


def test_an_equal_text_is_the_nearest_and_the_first_of_equals_wins() -> None:
    assert NearTexts([*TEXTS, *TEXTS]).best(TEXTS[1]) == Ancestor(1, 1.0)


def test_a_memory_may_be_empty() -> None:
    assert NearTexts([]).best("Shake the bottle well before use.") is None
