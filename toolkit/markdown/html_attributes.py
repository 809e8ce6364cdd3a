"""The attributes of HTML tags that people read, and their values as plain text."""

from __future__ import annotations

import re
from html import escape, unescape
from html.entities import html5
from typing import Final

from toolkit.markdown.html_spaces import WHITE_SPACE, folded
from toolkit.markdown.html_tokens import HtmlAttribute, HtmlToken

# HTML, 3.2.6.2 ("translatable attributes"), and the texts among ARIA's.
_ANYWHERE: Final = frozenset(
    (
        *("alt", "title", "placeholder", "abbr"),
        *("aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext"),
    )
)
_LABELLED: Final = frozenset(("optgroup", "option", "track"))
_BUTTONS: Final = frozenset(("button", "reset", "submit"))
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9A-Fa-f]+);?|[A-Za-z][A-Za-z0-9]*(?:;|(?![A-Za-z0-9=])))")
_UNQUOTED = re.compile(r"[^\s\"'=<>`]+")


def readable_attributes(html: str, tag: HtmlToken) -> tuple[HtmlAttribute, ...]:
    """Return the attributes of a start tag that readers see or hear."""
    if not tag.attributes:
        return ()
    return tuple(found for found in unique_attributes(tag) if is_readable(html, tag, found.name))


def is_readable(html: str, tag: HtmlToken, name: str) -> bool:
    """Tell whether readers see or hear an attribute of a tag."""
    if name in _ANYWHERE:
        return True
    if name == "label":
        return tag.name in _LABELLED
    if name == "summary":
        return tag.name == "table"
    return name == "value" and tag.name == "input" and attribute_value(html, tag, "type") in _BUTTONS


def unique_attributes(tag: HtmlToken) -> tuple[HtmlAttribute, ...]:
    """Return the attributes of a tag without repetitions, of which a browser takes the first."""
    found: dict[str, HtmlAttribute] = {}
    for attribute in tag.attributes:
        found.setdefault(attribute.name, attribute)
    return tuple(found.values())


def attribute_value(html: str, tag: HtmlToken, name: str) -> str | None:
    """Return the value of an attribute in lower case, as keywords are compared; ``None`` without it."""
    for attribute in tag.attributes:
        if attribute.name == name:
            return html[attribute.start : attribute.stop].strip(WHITE_SPACE).lower()
    return None


def untranslated(html: str, tag: HtmlToken) -> bool:
    """Tell whether the author asks to leave an element alone: ``translate="no"`` or ``notranslate``."""
    if not tag.attributes:
        return False
    if attribute_value(html, tag, "translate") == "no":
        return True
    return "notranslate" in (attribute_value(html, tag, "class") or "").split()


def attribute_text(written: str) -> str:
    """Return a value as people read it: without character references, white space folded."""
    return _REFERENCE.sub(_character, folded(written))


def quoted_value(text: str, quote: str) -> str:
    """Return a text as a value between quotes; nothing in it ends the value, the tag or the block."""
    escaped = escape(text, quote=False)
    for character in f"{quote}\n\r\t\f":
        escaped = escaped.replace(character, f"&#{ord(character)};" if character != '"' else "&quot;")
    return escaped


def unquoted_value(text: str) -> str:
    """Return a text as a value that had no quotes: with quotes where it needs them."""
    escaped = quoted_value(text, '"')
    return escaped if _UNQUOTED.fullmatch(escaped) else f'"{escaped}"'


def _character(reference: re.Match[str]) -> str:
    # In an attribute "&copy=1" and "&copies" are no characters, though "&copy" is one in a text.
    written = reference[0]
    return unescape(written) if written[1] == "#" or written[1:] in html5 else written
