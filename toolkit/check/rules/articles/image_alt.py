"""An image says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.check.rules.articles.bracketed import bracketed
from toolkit.markdown.html_attributes import attribute_value
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import label_key
from toolkit.model.finding import Severity
from toolkit.model.segment import Span

_MESSAGE = "the image has no text that says what it shows"
_TAG_MESSAGE = "the image has no attribute alt"
_BLANK = re.compile(r"\s*")
_ALT_BEHIND = re.compile(r"\{[^{}\n]{0,200}\balt=")
_NAMED = ("alt", "aria-label", "aria-labelledby")


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    if "![" not in view.parsed.document.text and "<img" not in view.parsed.document.text.lower():
        return
    article = ArticleText(view)
    labels = view.parsed.env.get("references", {})
    for index, content in article.runs("![", "<img", "<IMG"):
        for one in bracketed(content) if "![" in content else ():
            unknown = one.label and label_key(one.label) not in labels
            if not one.image or unknown or not _BLANK.fullmatch(content, *one.inside):
                continue
            if not _ALT_BEHIND.match(content, one.stop):
                written = content[one.start : one.stop]
                yield article.in_run(_MESSAGE, index, content, (one.start, one.stop), written)
        for start, stop in _tags(content):
            yield article.in_run(_TAG_MESSAGE, index, content, (start, stop), content[start:stop])
    for index, html in article.blocks("<img"):
        for span in _images(html):
            yield article.in_block(_TAG_MESSAGE, index, html, span, html[slice(*span)])


def _tags(content: str) -> Iterator[Span]:
    if "<img" not in content.lower():
        return
    for piece in scan_inline(content):
        if piece.kind is PieceKind.TAG:
            for start, stop in _images(content[piece.start : piece.stop]):
                yield piece.start + start, piece.start + stop


def _images(html: str) -> Iterator[Span]:
    """Yield the images of some HTML that nothing names, and that are not marked as mere decoration."""
    for tag in html_tokens(html):
        if tag.kind is not HtmlKind.START or tag.name != "img":
            continue
        hidden = attribute_value(html, tag, "aria-hidden") == "true"
        decoration = attribute_value(html, tag, "role") in ("presentation", "none")
        named = any(
            attribute.name in _NAMED or attribute.name.startswith("{") for attribute in tag.attributes
        )
        if not (named or hidden or decoration):
            yield tag.start, tag.stop


RULE = DocumentRule(
    "image-alt",
    Severity.WARNING,
    "An image says in words what it shows",
    'write it between the brackets, ![like this](image.png); of mere decoration write <img alt="" …>',
    find=_find,
)
