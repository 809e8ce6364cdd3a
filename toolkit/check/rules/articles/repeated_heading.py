"""No two headings of one section are the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.check.rules.articles.headings import headings
from toolkit.model.finding import Severity
from toolkit.model.segment import Segment


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    article: ArticleText | None = None
    above: list[tuple[int, int]] = []  # level and number of each heading around
    first: dict[tuple[int, str], Segment] = {}
    for number, heading in enumerate(headings(view.parsed), 1):
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else 0
        above.append((heading.level, number))
        segment = heading.segment
        if segment is None:
            continue
        earlier = first.setdefault((parent, segment.key.text), segment)
        if earlier is not segment and not heading.named:
            article = article or ArticleText(view)
            message = f"the heading stands in line {earlier.line} already, in the same section"
            yield article.in_segment(message, segment)


RULE = DocumentRule(
    "repeated-heading",
    Severity.INFO,
    "No two headings of one section are the same",
    "say what is different in this one, or give it an id of its own, as in {#second}",
    find=_find,
)
