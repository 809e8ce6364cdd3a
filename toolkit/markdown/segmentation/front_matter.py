"""The segments of a document's front matter."""

from __future__ import annotations

from toolkit.markdown.front_matter.cut import FrontMatter
from toolkit.markdown.front_matter.fields import translatable_scalars, unreliable
from toolkit.markdown.front_matter.syntax import Disagreement
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.markdown.source_lines import LineNumbers
from toolkit.model.segment import MessageKey, Segment


def gather_front_matter(found: Gathering, front: FrontMatter) -> None:
    """Add the values that are translated; front matter that two parsers read differently is a finding."""
    document = found.document
    numbers = LineNumbers(document.text)
    try:
        scalars = translatable_scalars(document.text, front, document.options.front_matter)
    except Disagreement:
        found.findings.append(unreliable(front, document.path, numbers.line(front.start)))
        return
    for path, scalar in scalars:
        span = (front.start + scalar.start, front.start + scalar.stop)
        line = numbers.line(span[0])
        key = MessageKey(path, scalar.text)
        found.segments.append(Segment(key, "front matter", "", "", (span,), "", front.encoding, line))
