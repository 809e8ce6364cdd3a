"""Runs the preview: the server beside a loop that builds whenever a file has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from toolkit.preview.server import PreviewServer
from toolkit.preview.state import Build
from toolkit.preview.workshop import Workshop
from toolkit.workspace.watching import FileStates, file_states

_LOOK: Final = 0.15
"""Seconds between two looks at the files."""
_SHARE: Final = 0.1
"""Of one processor, what looking may take at most."""
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

    What changes during a build is built once when that has ended, however much it is.
    """
    stop = stop or threading.Event()
    pause = _LOOK
    while not stop.wait(pause):
        begun = time.perf_counter()
        states = look(workshop)
        pause = max(_LOOK, (time.perf_counter() - begun) / _SHARE)
        if states == seen:
            continue
        for _ in range(_MOST_SETTLING):
            before = states
            if stop.wait(_SETTLE):
                return
            states = look(workshop)
            if states == before:
                break
        places = workshop.places
        workshop.build()
        # Where it looks at other places than before, what changed there meanwhile was not seen: build again.
        seen = states if workshop.places == places else {}
        yield workshop.last.now


def look(workshop: Workshop) -> FileStates:
    """Return the state of the files that a build reads."""
    return file_states(workshop.project.root, workshop.places)
