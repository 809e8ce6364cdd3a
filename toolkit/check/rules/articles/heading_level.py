"""Headings go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.check.rules.articles.headings import Heading, headings
from toolkit.model.finding import Severity


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    article: ArticleText | None = None
    before: Heading | None = None
    for heading in headings(view.parsed):
        if before is not None and heading.level > before.level + 1:
            article = article or ArticleText(view)
            message = f"a heading of level {heading.level} follows one of level {before.level}"
            if heading.segment is not None:
                yield article.in_segment(message, heading.segment)
            else:
                yield article.hit(message, None, article.line(heading.token))
        before = heading


RULE = DocumentRule(
    "heading-level",
    Severity.INFO,
    "Headings go down one level at a time",
    "leave out no level: programs that read pages aloud tell sections by it",
    find=_find,
)
