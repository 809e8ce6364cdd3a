"""Whether enough of a page is translated for it to be published, and how much is missing."""

from __future__ import annotations

from toolkit.model.tally import Tally


def is_complete(tally: Tally, min_complete: float) -> bool:
    """Tell whether a page is published: nothing is to translate, or enough is translated.

    Enough is at least one message whose translation the page shows, and the share ``min_complete`` (0 to 1).
    """
    return tally.total == 0 or (tally.translated + tally.stale >= 1 and tally.ratio >= min_complete)


def shortfall(tally: Tally, min_complete: float) -> str:
    """Return why a page is held back: ``3 of 4 messages translated, 75 %; min-complete is 80 %``."""
    counted = f"{tally.translated:,} of {tally.total:,} messages translated"
    if tally.ratio >= min_complete:
        return counted
    return f"{counted}, {tally.percent} %; min-complete is {100 * min_complete:.4g} %"
