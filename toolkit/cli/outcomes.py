"""What became of the messages of a PO file, in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from toolkit.catalog.matching.word_difference import Piece, shortened, word_difference
from toolkit.catalog.update.outcome import Fate, Outcome
from toolkit.cli.word_difference import show_words

_TOLD = frozenset({Fate.CHANGED, Fate.CARRIED, Fate.SUGGESTED})
"""What a translator has to look at, or did not do himself."""
_UNCHANGED = frozenset({Fate.KEPT})
_MOST = 8
_LONGEST = 72
_COLOURS = {
    Fate.CHANGED: "yellow",
    Fate.SUGGESTED: "yellow",
    Fate.CARRIED: "green",
    Fate.RESTORED: "green",
    Fate.MIGRATED: "green",
    Fate.NEW: "cyan",
}


def outcome_lines(outcomes: Sequence[Outcome], *, everything: bool, more: str) -> Iterator[str]:
    """Yield a line for each message worth telling: all that did not stay as they were, or the first few.

    A changed text is shown with the words that went and came; ``more`` says how to see the others.
    """
    told = [o for o in outcomes if o.fate not in _UNCHANGED and (everything or o.fate in _TOLD)]
    shown = told if everything else told[:_MOST]
    for outcome in shown:
        label = click.style(_label(outcome), fg=_COLOURS.get(outcome.fate))
        yield f"  {label}: {_text(outcome)}"
    if len(told) > len(shown):
        yield f"  … and {len(told) - len(shown):,} more{more}"


def _label(outcome: Outcome) -> str:
    words = str(outcome.fate)
    if outcome.fate in (Fate.CHANGED, Fate.CARRIED) and outcome.change is not None:
        words += f" ({outcome.change})"
    if outcome.origin:
        words += f" from {outcome.origin}"
    return words


def _text(outcome: Outcome) -> str:
    before = outcome.previous
    text = outcome.key.text
    if before is None or before.text == text:
        note = "" if before is None or before.context == outcome.key.context else " (another context)"
        return show_words((Piece("same", _cut(text)),)) + note
    return show_words(shortened(word_difference(before.text, text)))


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    beginning, blank, _ = text[:_LONGEST].rpartition(" ")
    return f"{beginning if blank else text[:_LONGEST]} …"
