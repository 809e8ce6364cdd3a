"""The values of front matter that a project translates, and those that a page shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toolkit.markdown.front_matter.cut import FrontMatter
from toolkit.markdown.front_matter.syntax import Scalar
from toolkit.markdown.inline_scan import has_letter
from toolkit.model.finding import Finding, Place, Severity

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_PO = re.compile("[\0\4\ud800-\udfff]")  # gettext parts msgctxt and msgid with EOT


def translatable_scalars(
    text: str, front: FrontMatter, paths: Sequence[str]
) -> tuple[tuple[str, Scalar], ...]:
    """Return the chosen strings of a document's front matter in its order, each with its key path.

    ``paths`` holds ``title``, ``tags[]``, ``hero.alt``; the key path of a list's items has no brackets.
    Only strings with a letter count: dates, numbers and booleans stay, and so does what no PO file can
    hold: NUL, EOT and halves of surrogate pairs.  Raises `Disagreement` where no position can be trusted.
    """
    return tuple(
        (path.replace("[]", ""), scalar)
        for path, scalar in front.syntax.chosen(text[front.start : front.stop], paths)
        if has_letter(scalar.text) and not _NOT_IN_PO.search(scalar.value)
    )


def unreliable(front: FrontMatter, path: str, line: int) -> Finding:
    """Return what an author should know where no position can be trusted: nothing there is translated."""
    name = front.syntax.name
    return Finding(
        "front-matter-copied",
        Severity.WARNING,
        f"the places of the texts in this {name} cannot be told for certain; the front matter is copied",
        Place(path, line, 1),
        f"write the {name} in a simpler way, one key on a line",
    )


def front_matter_values(text: str, front: FrontMatter | None) -> Mapping[str, object]:
    """Return the top-level values of a document's front matter, for pages that show a title, date or tags."""
    return front.syntax.values(text[front.start : front.stop]) if front else {}


def shown(text: str) -> str:
    """Return a value as a page can hold it: JSON can spell characters that UTF-8 cannot."""
    return _LONE_SURROGATE.sub("\ufffd", text)
