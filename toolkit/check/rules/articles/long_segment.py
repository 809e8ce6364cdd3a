"""A text is short enough to be translated and looked through as one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.model.finding import Severity
from toolkit.model.words import word_count


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    most = view.limits.segment_words
    # A word is a character at least.
    long = [
        one for one in view.parsed.segments if len(one.key.text) > most and word_count(one.key.text) > most
    ]
    if long:
        article = ArticleText(view)
        for segment in long:
            words = word_count(segment.key.text)
            message = (
                f"the {segment.kind} has {words} words, and one of more than {most} is hard to translate"
            )
            yield article.in_segment(message, segment)


RULE = DocumentRule(
    "long-segment",
    Severity.INFO,
    "A paragraph is short enough to be translated as one",
    "split it in two, or make a list of it: when one word changes, all of it must be translated anew",
    find=_find,
)
