"""Rules that a translator has switched off for one entry: ``# toolkit: ignore RULE``."""

from __future__ import annotations

import re

from toolkit.model.catalog import Entry

_MARK = "toolkit: ignore"
_COMMENT = re.compile(r"\s*toolkit: ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)")


def ignored_rules(entry: Entry) -> tuple[str, ...]:
    """Return the names of the rules that the comments of an entry switch off, in their order.

    Several stand with commas between them; what follows the last is the translator's reason.
    """
    if _MARK not in entry.raw:  # seldom, and comments are read only when asked for
        return ()
    return tuple(name for comment in entry.comments for name in ignored_in(comment))


def ignored_in(comment: str) -> tuple[str, ...]:
    """Return the names of the rules that one translator comment, without its marker, switches off."""
    match = _COMMENT.match(comment)
    return tuple(name.strip() for name in match[1].split(",")) if match else ()
