"""Documents that have a new name: found by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toolkit.model.segment import MessageKey

_ALIKE = 0.5
"""The share of their words that two documents must have in common to be one: Dice's coefficient."""
_RUN = 3
"""Words are counted in runs of so many, so that it matters what is said and not only about what."""


def moved_documents(
    gone: Mapping[str, Iterable[MessageKey]], new: Mapping[str, Iterable[MessageKey]]
) -> dict[str, str]:
    """Return the old domain of each new one that is an old document under another name.

    ``gone`` are the messages of documents that are no longer there, ``new`` those of documents without a
    catalog, by domain. Each document is found at most once, the most alike pair first.
    """
    if not gone or not new:
        return {}
    before = {domain: _runs(keys) for domain, keys in gone.items()}
    pairs = []
    for domain, keys in new.items():
        runs = _runs(keys)
        for old, others in before.items():
            both = len(runs & others)
            alike = 2 * both / (len(runs) + len(others)) if both else 0.0
            if alike >= _ALIKE:
                pairs.append((-alike, domain, old))
    found: dict[str, str] = {}
    for _, domain, old in sorted(pairs):
        if domain not in found and old not in found.values():
            found[domain] = old
    return found


def _runs(keys: Iterable[MessageKey]) -> frozenset[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for key in keys:
        words = key.text.split()
        if len(words) < _RUN:
            # A text without spaces, as in Chinese or Thai, is one such word: equal or not.
            runs.add(tuple(words))
        runs.update(zip(*(words[start:] for start in range(_RUN)), strict=False))
    return frozenset(runs)
