"""Runs the preview: the server beside a loop that builds whenever a file has changed."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from toolkit.preview.server import PreviewServer
from toolkit.preview.state import Build
from toolkit.preview.workshop import Workshop
from toolkit.workspace.watching import FileStates, file_states, shown_states

_LOOK: Final = 0.15
"""Seconds between two looks at the files."""
_SHARE: Final = 0.1
"""Of one processor, what looking may take at most."""
_REST: Final = 1.5
"""Seconds without a change after which a long build begins."""
_SETTLE: Final = 0.03
"""Seconds in which nothing may change before a build: programs write several files, or one in pieces."""
_MOST_SETTLING: Final = 30


@contextmanager
def serving(server: PreviewServer) -> Iterator[None]:
    """Answer requests in threads of their own while the block runs."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.last.close()
        server.shutdown()
        thread.join()
        server.server_close()


def watch(workshop: Workshop, seen: FileStates, stop: threading.Event | None = None) -> Iterator[Build]:
    """Build whenever the files are others than those last ``seen``, and yield each build; until ``stop``.

    What changes during a build is built once when that has ended, however much it is.  Where a build takes
    long, pages of a few changed files are made ahead of it; it begins when nothing changes any more, and
    makes way for the next change.
    """
    stop = stop or threading.Event()
    pause, due = _LOOK, math.inf
    while not stop.wait(pause):
        begun = time.perf_counter()
        states = look(workshop)
        pause = max(_LOOK, (time.perf_counter() - begun) / _SHARE)
        if states == seen and not _shown_changed(workshop) and begun < due:
            continue
        for _ in range(_MOST_SETTLING if states != seen else 0):
            before = states
            if stop.wait(_SETTLE):
                return
            states = look(workshop)
            if states == before:
                break
        places = workshop.places
        if states != seen and workshop.build_ahead(_changed(workshop, seen, states)):
            seen, due = states, time.perf_counter() + _REST
        elif workshop.build(_Changes(workshop, states).found if states == seen else _never):
            # Where it looks at other places than before, what changed there meanwhile was not seen.
            seen, due = states if workshop.places == places else {}, math.inf
        else:
            pause = 0.0  # somebody waits for a page
            continue
        yield workshop.last.now


def _never() -> bool:
    return False


class _Changes:
    """Looks, not too often, whether files are others than they were."""

    def __init__(self, workshop: Workshop, states: FileStates) -> None:
        self._workshop = workshop
        self._states = states
        self._next = 0.0

    def found(self) -> bool:
        """Tell whether a file has changed."""
        now = time.perf_counter()
        if now < self._next:
            return False
        changed = look(self._workshop) != self._states
        self._next = time.perf_counter() + max(_LOOK, (time.perf_counter() - now) / _SHARE)
        return changed


def _changed(workshop: Workshop, seen: FileStates, states: FileStates) -> frozenset[str]:
    """Return the paths of what has changed, below the project's folder, with ``/``."""
    changed = (path for path in {*seen, *states} if seen.get(path) != states.get(path))
    return frozenset(os.path.relpath(path, workshop.project.root).replace(os.sep, "/") for path in changed)


def look(workshop: Workshop) -> FileStates:
    """Return the state of the files that a build reads, but those that pages show from elsewhere."""
    return file_states(workshop.project.root, workshop.places)


def _shown_changed(workshop: Workshop) -> bool:
    return shown_states(workshop.project.root, workshop.beyond) != workshop.shown
