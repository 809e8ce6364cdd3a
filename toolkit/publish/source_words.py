"""A source text as its readers see it: its words, without the marks around them."""

from __future__ import annotations

from html import unescape
from typing import Final

from toolkit.markdown.headings import collapsed
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_text import plain_text
from toolkit.markdown.parser import Env
from toolkit.model.segment import Encoding

_PLAIN: Final = (Encoding.HTML_ATTRIBUTE, Encoding.HTML_UNQUOTED, Encoding.LINK_TITLE)


def source_words(text: str, encoding: Encoding, env: Env) -> str:
    """Return a text of a message on one line without its markup, or with it where nothing else is there.

    ``env`` is that of the document: what its references and footnotes are.
    """
    words = text
    if encoding.in_html_text:
        parts = (text[one.start : one.stop] for one in html_tokens(text) if one.kind is HtmlKind.TEXT)
        words = unescape("".join(parts))
    elif not (encoding.in_front_matter or encoding.in_code or encoding.in_quotes or encoding in _PLAIN):
        words = plain_text(text, env)
    return collapsed(words) or collapsed(text)
