"""Hostile catalogs cost a bounded number of comparisons for each message."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.unit.catalog.matching.places import place
from toolkit.catalog.matching import evidence, near
from toolkit.catalog.matching.ancestors import find_ancestors
from toolkit.catalog.matching.words import Text

MOST = 60
"""Comparisons of texts for each new message, whatever the catalog."""
SIZE = 2000


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    count: Counter[str] = Counter()
    for module in (evidence, near):
        for name in ("likeness", "shared"):
            original = getattr(module, name)

            def compared(first: Text, second: Text, original: object = original) -> object:
                count["comparisons"] += 1
                assert callable(original)
                return original(first, second)

            monkeypatch.setattr(module, name, compared)
    return count


def rng() -> random.Random:
    return random.Random(5)


def words(source: random.Random, letters: str, length: int) -> str:
    return " ".join(source.choice(letters) for _ in range(length))


SHAPES = {
    "equal words": (
        [f"{'same ' * (n % 50 + 3)}{n}" for n in range(SIZE)],
        [f"{'same ' * (n % 50 + 3)}-{n}" for n in range(SIZE)],
    ),
    "one word, other lengths": (
        ["same " * (2 * n + 1) for n in range(SIZE // 4)],
        ["same " * (2 * n + 2) for n in range(SIZE // 4)],
    ),
    "few words": (
        list({words(random.Random(n), "abcdef", 9): None for n in range(SIZE)}),
        list({words(random.Random(n), "abcdef", 8): None for n in range(SIZE)}),
    ),
    "all alike": (
        [f"The parcel number {n} was sent to the usual address." for n in range(SIZE)],
        [f"The letter number {n} was sent to the usual address." for n in range(SIZE)],
    ),
    "one of many": (
        [f"The parcel number {n} was sent to the usual address." for n in range(SIZE)],
        ["The parcel number 7.5 was sent to the usual address."],
    ),
    "nothing in common": (
        [f"a{n} b{n} c{n} d{n}" for n in range(SIZE)],
        [f"e{n} f{n} g{n} h{n}" for n in range(SIZE)],
    ),
    "single letters of Han": (
        [chr(0x4E00 + n % 50) * (n // 50 + 1) for n in range(SIZE // 4)],
        [chr(0x4E00 + n % 50) * (n // 50 + 100) for n in range(SIZE // 4)],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("anchored", [0, 1, 7, 45])
def test_comparisons_grow_with_the_messages_not_with_their_pairs(
    shape: str, anchored: int, counted: Counter[str]
) -> None:
    before, after = SHAPES[shape]
    old = [place(text) for text in before]
    new = [place(text) for text in after]
    if anchored:
        for number in range(0, len(old), anchored):
            old.insert(number, place(f"anchor {number}"))
        for number in range(0, len(new), anchored):
            new.insert(number, place(f"anchor {number}"))
    known = {one.key for one in old}
    wanted = [j for j, one in enumerate(new) if one.key not in known]
    find_ancestors(old, new, range(len(old)), wanted)
    assert counted["comparisons"] <= MOST * len(wanted)


def test_neighbours_in_disorder_cost_no_more(counted: Counter[str]) -> None:
    source = rng()
    stayed = [place(f"anchor {n}") for n in range(SIZE)]
    old = [one for n, one in enumerate(stayed) for one in (one, place(f"same same {n} old"))]
    new = [
        one for n, one in enumerate(source.sample(stayed, SIZE)) for one in (one, place(f"same same {n} new"))
    ]
    find_ancestors(old, new, range(len(old)), range(1, 2 * SIZE, 2))
    assert counted["comparisons"] <= MOST * SIZE


def test_a_memory_of_texts_all_alike_costs_few_comparisons(counted: Counter[str]) -> None:
    memory = near.NearTexts(SHAPES["all alike"][0])
    for text in SHAPES["all alike"][1][:200]:
        memory.best(text)
    assert counted["comparisons"] <= 2 * 8 * 200
