"""Documents that have a new name: found by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from toolkit.model.segment import MessageKey

_ALIKE = 0.5
"""The share of their words that two documents must have in common to be one: Dice's coefficient."""
_RUN = 3
"""Words are counted in runs of so many, so that it matters what is said and not only about what."""

_MOST = 50
"""A run of words in more documents than this is boilerplate, and counts for the first of them only."""


def moved_documents(
    gone: Mapping[str, Iterable[MessageKey]], new: Mapping[str, Iterable[MessageKey]]
) -> dict[str, str]:
    """Return the old domain of each new one that is an old document under another name.

    ``gone`` are the messages of documents that are no longer there, ``new`` those of documents without a
    catalog, by domain. Each document is found at most once, the most alike pair first.
    """
    if not gone or not new:
        return {}
    sizes: dict[str, int] = {}
    owners: dict[tuple[str, ...], list[str]] = {}
    for old, texts in gone.items():
        said = _runs(texts)
        sizes[old] = len(said)
        for run in said:
            owners.setdefault(run, []).append(old)
    pairs = []
    for domain, texts in new.items():
        said = _runs(texts)
        common = Counter(old for run in said for old in owners.get(run, ())[:_MOST])
        for old, both in common.items():
            alike = 2 * both / (len(said) + sizes[old])
            if alike >= _ALIKE:
                pairs.append((-alike, domain, old))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, domain, old in sorted(pairs):
        if domain not in found and old not in taken:
            found[domain] = old
            taken.add(old)
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
