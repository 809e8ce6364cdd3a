"""Search for documents that break the splice law with Hypothesis, for a number of seconds."""

from __future__ import annotations

import os
import random
import sys
import time

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import seeds
from tests.fuzz.splice_law import OPTIONS, check_splice
from tests.laws.strategies import COMPOSED, RANDOM_TEXT

_SEEDS = seeds()
_ALIEN = [line for data in _SEEDS for line in data[1:].decode().split("\n")]
_BATCH = 500


@st.composite
def _inputs(draw: st.DrawFn) -> bytes:
    first = draw(st.integers(0, len(OPTIONS) - 1))
    drawn = draw(st.integers(0, 9))
    if drawn == 0:
        return bytes((first,)) + draw(st.one_of(RANDOM_TEXT, COMPOSED)).encode()
    data = draw(st.sampled_from(_SEEDS))
    first = first if drawn > 7 else data[0]
    text = data[1:].decode()
    for _ in range(draw(st.integers(0, 3))):
        at, cut = draw(st.integers(0, len(text))), draw(st.integers(0, 8))
        new = draw(st.one_of(RANDOM_TEXT, st.sampled_from(_ALIEN), st.text(max_size=3)))
        text = text[:at] + new + text[at + cut :]
    return bytes((first,)) + text.encode("utf-8", "replace")


def search(seconds: float, first: int) -> int:
    """Run batches of new examples until ``seconds`` are over; return how many examples were tried."""
    end, tried = time.monotonic() + seconds, 0
    while time.monotonic() < end:

        @seed(first)
        @settings(max_examples=_BATCH, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(_inputs())
        def batch(data: bytes) -> None:
            nonlocal tried
            if time.monotonic() < end:
                tried += 1
                check_splice(data)

        batch()
        first += 1
    return tried


if __name__ == "__main__":
    number = int(os.environ.get("FUZZ_SEED") or random.randrange(1 << 32))
    sys.stdout.write(f"Hypothesis, FUZZ_SEED={number}\n")
    sys.stdout.write(f"{search(float(sys.argv[1]), number)} documents, no law broken.\n")
