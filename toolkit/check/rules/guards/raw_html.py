"""A translation has no raw HTML that its source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.html_text import html_problem
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_safety import added_tag, raw_html_problem
from toolkit.markdown.inline_scan import PieceKind, raw_tags, scan_inline
from toolkit.markdown.placement.normal_text import placed_forms
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source.text, pair.translation.text
    if "<" not in translation:
        return
    if pair.segment is not None and pair.segment.encoding.in_html:
        if problem := html_problem(pair.segment, translation):
            yield Hit(
                problem, *added_tag([source[a:b] for a, b in _tags(source)], translation, _tags(translation))
            )
    elif pair.translation.markdown:
        # A translation can be written in more than one way: none of them may be more than its source.
        problems = (raw_html_problem(source, text) for text in placed_forms(translation))
        if problem := next(filter(None, problems), None):
            pieces = [(one.start, one.stop) for one in scan_inline(translation) if one.kind is PieceKind.TAG]
            yield Hit(problem, *added_tag(raw_tags(source), translation, pieces))


def _tags(html: str) -> list[tuple[int, int]]:
    kinds = (HtmlKind.START, HtmlKind.END)
    return [(token.start, token.stop) for token in html_tokens(html) if token.kind in kinds]


RULE = EntryRule(
    "raw-html",
    Severity.ERROR,
    "A translation has only the HTML tags that its source has",
    "write < as &lt; where it is no tag, or use the tags of the source",
    guard=True,
    find=_find,
)
