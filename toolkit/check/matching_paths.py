"""Whether a path fits a pattern of a configuration."""

from __future__ import annotations

import re
from functools import lru_cache

_WILD = {"**/": r"(?:.*/)?", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}


def path_matches(pattern: str, path: str) -> bool:
    """Tell whether a path below the project fits a pattern: ``*`` within a folder, ``**`` across folders.

    A pattern that names a folder fits all that is in it.
    """
    return _compiled(pattern.rstrip("/")).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = (_WILD.get(piece) or re.escape(piece) for piece in re.split(r"(\*\*/|\*\*|\*|\?)", pattern))
    return re.compile("".join(pieces) + r"(?:/.*)?", re.DOTALL)
