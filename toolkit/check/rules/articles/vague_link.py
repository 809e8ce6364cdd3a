"""The text of a link says where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.conventions.vague_words import VAGUE_LINK_TEXTS
from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.check.rules.articles.bracketed import bracketed
from toolkit.markdown.references import label_key
from toolkit.model.finding import Severity

_AROUND = " \t\n*_~.,:;!…>»→"
_LONGEST = 40
_SPACE = re.compile(r"\s+")


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    vague = VAGUE_LINK_TEXTS.get(view.locale.language)
    if vague is None:
        return
    article = ArticleText(view)
    labels = view.parsed.env.get("references", {})
    for index, content in article.runs("](", "]["):
        for one in bracketed(content):
            text = None if one.image else one.text(content, _LONGEST)
            if text is None or _SPACE.sub(" ", text.strip(_AROUND)).lower() not in vague:
                continue
            if one.label is None or label_key(one.label) in labels:
                message = f'the link text "{_SPACE.sub(" ", text)}" does not say where the link leads'
                yield article.in_run(message, index, content, one.inside, text)


RULE = DocumentRule(
    "vague-link",
    Severity.INFO,
    "The text of a link says where it leads",
    "name what the link leads to: many people hear or see links without the sentence around them",
    find=_find,
)
