"""Makes the same call for many jobs, on as many processes as are worth it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

_WORTH_A_PROCESS = 1_000_000
"""Bytes; below it another process takes longer to begin than to end."""

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def workers_for(size: int) -> int:
    """Return how many processes are worth it for PO files of so many bytes."""
    return min(processors(), 1 + size // _WORTH_A_PROCESS)


def shares(jobs: Sequence[_Job], count: int) -> tuple[tuple[_Job, ...], ...]:
    """Return the jobs dealt out in turn to ``count`` shares, none of them empty; at least one share."""
    found = tuple(tuple(jobs[first::count]) for first in range(count))
    return tuple(share for share in found if share) or ((),)


@contextmanager
def running(
    call: Callable[[_Job], _Result], jobs: Sequence[_Job], workers: int
) -> Iterator[Iterator[_Result]]:
    """Begin to call for each job; the block gets the results in the order of the jobs, as it asks for them.

    With one worker, or one job, each call is made in this process when its result is asked for.  Else they
    are made on processes of their own meanwhile; ``call``, the jobs and the results are then pickled.
    """
    if workers < 2 or len(jobs) < 2:
        yield map(call, jobs)
        return
    executor: Executor = ProcessPoolExecutor(min(workers, len(jobs)))
    with executor:
        yield executor.map(call, jobs)
