"""A file that we mean to write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """Bytes for one file; ``path`` is relative to the project (or output) folder, with ``/``."""

    path: str
    content: bytes
