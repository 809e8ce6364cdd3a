"""A second look by another program: nothing is left out of a translation by what its source allows.

The HTML of a translation goes through nh3 twice: once with a list that allows what the HTML of its source
has, and once with one that allows all that is there.  Where the two differ, the translation holds something
that its source does not.  What nh3 returns is never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_html import rendered_reading
from toolkit.markdown.inline_reading import PartKind
from toolkit.model.finding import Severity

_HARMLESS: Final = {
    # What Markdown makes of marks alone, and says nothing but how words look.
    **dict.fromkeys(("br", "del", "em", "ins", "mark", "s", "strong", "sub", "sup"), frozenset[str]()),
    "code": frozenset({"class", "dir", "translate"}),
}
_TITLES: Final = {"a": frozenset({"title"}), "img": frozenset({"alt", "title"})}
_PLAIN: Final = frozenset(
    (PartKind.CODE, PartKind.EMPHASIS, PartKind.STRONG, PartKind.STRUCK, PartKind.BREAK)
)
_TAG = re.compile(r"<([A-Za-z][^\s/>]*)")
_WORD = re.compile(r"[^\s\"'<>/=]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DROPPED = re.compile(r"[\x00-\x1f]")
_PROBLEM = "the HTML of the translation holds something that the HTML of its source does not"


class _Allowed(NamedTuple):
    tags: set[str]
    attributes: dict[str, set[str]]
    """By tag, ``*`` for all of them."""
    schemes: set[str]
    comments: bool = True


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if "<" not in text and "[" not in text:
        return
    if not pair.translation.markdown and (pair.segment is None or not pair.segment.encoding.in_html_text):
        return  # plain text, whatever it looks like
    html = pair.translation.of(_html)
    if "<" in html and not _allows(pair.source.of(_allowed_by), html):
        yield Hit(_PROBLEM)


def _html(view: TextView) -> str:
    """Return the HTML of a text; nothing for one that is made of words and harmless markup alone."""
    if not view.markdown:
        return view.text
    if all(part.kind in _PLAIN for part in view.reading.parts):
        return ""
    return rendered_reading(view.reading, view.dialect)


def _allowed_by(view: TextView) -> _Allowed:
    """Return what a source's HTML lets its translation have, ``https`` for ``http`` included."""
    html = _html(view)
    attributes = {name: set(harmless) for name, harmless in _HARMLESS.items()}
    schemes: set[str] = set()
    for token in html_tokens(html):
        if token.kind is HtmlKind.START:
            names = attributes.setdefault(token.name, set(_TITLES.get(token.name, ())))
            for attribute in token.attributes:
                names.add(attribute.name)
                schemes |= _schemes(html[attribute.start : attribute.stop])
    if "http" in schemes:
        schemes.add("https")
    return _Allowed(set(attributes), attributes, schemes, "<!--" in html)


def _allows(allowed: _Allowed, html: str) -> bool:
    """Tell whether nothing is left out of some HTML by what is allowed.

    What would allow all that is there is made of its very words, so that no reader of tags decides alone.
    """
    names = {name.lower() for name in _WORD.findall(html)}
    tags = {name.lower() for name in _TAG.findall(html)} | allowed.tags
    everything = _Allowed(tags, {"*": names | set().union(*allowed.attributes.values())}, _schemes(html))
    return _cleaned(html, allowed) == _cleaned(html, everything)


def _schemes(html: str) -> set[str]:
    text = unescape(html) if "&" in html else html
    return {scheme.lower() for scheme in _SCHEME.findall(_DROPPED.sub("", text))}


def _cleaned(html: str, allowed: _Allowed) -> str:
    import nh3  # only where there is markup to look at

    return nh3.clean(
        html,
        tags=allowed.tags,
        clean_content_tags=set(),
        attributes=allowed.attributes,
        url_schemes=allowed.schemes,
        link_rel=None,
        strip_comments=not allowed.comments,
    )


RULE = EntryRule(
    "sanitizer",
    Severity.ERROR,
    "The HTML of a translation has nothing that the HTML of its source has not",
    "use the tags, attributes and links of the source, and no others",
    guard=True,
    find=_find,
)
