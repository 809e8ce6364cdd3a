"""The links and images of an inline text, as far as they are written with brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.markdown.references import bracket_ends, link_destination_end
from toolkit.model.segment import Span

_LONGEST_LABEL = 1000  # CommonMark 0.31, 6.3


class Bracketed(NamedTuple):
    """Brackets with a target or a label right behind them: what may be a link or an image."""

    start: int
    stop: int
    """The whole, as a range of the text."""
    image: bool
    inside: Span
    """What stands in the brackets, as a range: brackets may stand in brackets, a million deep."""
    label: str | None
    """The label behind them; ``None`` where a target stands there."""

    def text(self, content: str, longest: int) -> str | None:
        """Return what stands in the brackets, if it is not longer than that."""
        start, stop = self.inside
        return content[start:stop] if stop - start <= longest else None


def bracketed(content: str) -> Iterator[Bracketed]:
    """Yield all such brackets, in the order in which they begin; none in code or in tags."""
    ends = bracket_ends(content)
    for start, close in sorted(ends.items()):
        image = content.startswith("!", start)
        inside = (start + 1 + image, close)
        if content.startswith("(", close + 1):
            stop = link_destination_end(content, close + 1)
            if stop is not None:
                yield Bracketed(start, stop, image, inside, None)
        elif content.startswith("[", close + 1):
            end = ends.get(close + 1)
            if end is not None and end - close <= _LONGEST_LABEL:
                yield Bracketed(start, end + 1, image, inside, content[close + 2 : end])
