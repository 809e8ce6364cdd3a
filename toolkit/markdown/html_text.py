"""A translation of a text in raw HTML: what it may hold, and how it is written in its block."""

from __future__ import annotations

import re
from typing import Final

from toolkit.markdown.html_attributes import quoted_value, unquoted_value
from toolkit.markdown.html_spaces import WHITE_SPACE, folded
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_safety import tag_problem
from toolkit.model.segment import Encoding, Segment

_PROBE: Final = "<i>"
_SPACES = re.compile(r"[\t\f ]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_QUOTE = re.compile(r"[\"']")


def html_problem(segment: Segment, translation: str) -> str | None:
    """Return why a translation of a text in a block of raw HTML cannot be published, or ``None``.

    Its text may use the tags of its source, each as often, and translate the attributes that people read.
    It holds no other markup: no comment, no tag without an end.  A value of an attribute is plain text,
    of which nothing can go wrong.
    """
    if not segment.encoding.in_html_text or "<" not in translation:
        return None
    text = folded(translation)
    # What would swallow the tag that follows the text in its block swallows the probe.
    tokens = list(html_tokens(text + _PROBE))
    tags = [text[t.start : t.stop] for t in tokens if t.kind in (HtmlKind.START, HtmlKind.END)]
    allowed = segment.key.text
    source = [
        allowed[t.start : t.stop] for t in html_tokens(allowed) if t.kind in (HtmlKind.START, HtmlKind.END)
    ]
    probed = tokens[-1].kind is HtmlKind.START and tokens[-1].start == len(text)
    if problem := tag_problem(source, tags[:-1] if probed else tags):
        return problem
    if not probed or any(token.kind is HtmlKind.OTHER for token in tokens):
        return "the translation has HTML that is neither text nor a whole tag"
    return None


def html_lines(segment: Segment, translation: str) -> tuple[str, ...]:
    """Return a translation as the lines of a text in a block of HTML; none where it holds nothing.

    It is one line, for a blank line would end the block.  But a tag alone on the first line of a block may
    be what makes it one (CommonMark 0.31, 4.6, type 7): there the text goes on below.
    """
    text = folded(translation.replace("\0", "\ufffd"))
    if segment.encoding is Encoding.HTML_OPENING and text.startswith("<"):
        tag = next(html_tokens(text))
        if tag.kind in (HtmlKind.START, HtmlKind.END) and tag.stop < len(text):
            return text[: tag.stop], text[tag.stop :].lstrip(" ")
    return (text,) if text else ()


def html_value(segment: Segment, source: str, translation: str) -> str:
    """Return a translation as the value of an attribute, with quotes where it had none and needs them."""
    text = translation.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text.strip(WHITE_SPACE)))
    if "\n" not in segment.key.text:
        text = " ".join(filter(None, text.split("\n")))
    if not text or segment.encoding is Encoding.HTML_UNQUOTED:
        return unquoted_value(text) if text else ""
    quote = _QUOTE.search(source, segment.region[1])
    return quoted_value(text, quote[0] if quote else '"')
