"""A long translation belongs to one text: the same one under another text was most likely pasted there."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.glossary.words import folded, is_unspaced, plain_words
from toolkit.check.rule import SiteHit, SiteRule
from toolkit.check.rules.terms.comparing import letters, shown
from toolkit.check.site_view import Published, SiteView
from toolkit.model.finding import Severity

_LONG = 30
"""Characters that a translation has more of; texts as short as that come down to the same by right."""
_LONG_UNSPACED = 20
"""The same in scripts that say as much with fewer characters."""
_STEM = 4
_ALIKE = 0.5
_COMPARED = 8
"""Texts of one translation that are compared with each further one."""


def _find(view: SiteView) -> Iterator[SiteHit]:
    groups: dict[str, list[Published]] = {}
    for published in view.entries:
        msgstr = published.entry.msgstr
        if len(msgstr) > _LONG_UNSPACED:
            groups.setdefault(msgstr, []).append(published)
    for msgstr, group in groups.items():
        if len(group) > 1 and len(msgstr) > (_LONG_UNSPACED if is_unspaced(msgstr) else _LONG):
            yield from _pasted(group)


def _pasted(group: list[Published]) -> Iterator[SiteHit]:
    different: list[Published] = []
    for one in group:
        text = one.entry.key.text
        like = next((other for other in different if not _really_different(other.entry.key.text, text)), None)
        if like is not None:
            continue
        if different:
            first = different[0]
            place = f"{first.path}:{first.entry.msgstr_line}"
            message = f"it is also the translation of {shown(first.entry.key.text)} in {place}"
            yield SiteHit(message, one.path, one.entry)
        if len(different) < _COMPARED:
            different.append(one)


def _really_different(one: str, other: str) -> bool:
    """Tell whether two texts say different things: they have fewer than half of their words in common.

    Case, punctuation, numbers and endings make no difference.
    """
    if letters(one) == letters(other):
        return False
    ours, theirs = _stems(one), _stems(other)
    if not ours or not theirs:
        return False
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) < _ALIKE


def _stems(text: str) -> frozenset[str]:
    return frozenset(folded(word)[:_STEM] for word in plain_words(text) if not word.isdecimal())


RULE = SiteRule(
    "reused",
    Severity.WARNING,
    "Texts that say different things have different translations",
    "compare both with their sources: one of them was probably pasted from the other",
    find=_find,
)
