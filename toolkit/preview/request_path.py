"""The path of a request, taken apart: the names that stand between its slashes."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

_LONGEST = 4096
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]|\A\.|\A[A-Za-z]:|\A\Z")


def names_of(target: str) -> tuple[str, ...] | None:
    """Return the names of a request's path, percent-decoded; the last is empty where it ends with a slash.

    The query is left out.  ``None`` for a path that could lead anywhere but to a visible file: one that
    does not begin with ``/``, and one with an empty or hidden name (``.`` and ``..`` among them), a slash or
    backslash in a name, a drive letter, a control character, or bytes that are not UTF-8.
    """
    path = target.partition("?")[0].partition("#")[0]
    if not path.startswith("/") or len(path) > _LONGEST:
        return None
    names = []
    for part in path[1:].split("/"):
        try:
            names.append(unquote_to_bytes(part).decode("utf-8"))
        except UnicodeDecodeError:
            return None
    if any(_UNFIT.search(name) for name in (names if names[-1] else names[:-1])):
        return None
    return tuple(names)


def is_own_host(hosts: list[str], port: int) -> bool:
    """Tell whether the ``Host`` headers of a request name this computer and this port, as they must.

    A page of another site can let its own name lead here (DNS rebinding): its requests say that name.
    """
    names = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
    if port == 80:
        names |= {"127.0.0.1", "localhost", "[::1]"}
    return len(hosts) == 1 and hosts[0].strip().lower() in names
