"""Where an address leads, read as a browser reads it.

Follows the URL standard of the WHATWG (living standard, 4.4) as far as it decides scheme, host and path;
what it leaves out only ever makes two addresses differ that are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import unquote

_ENDS: Final = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_END = re.compile(r"[/?#]")
_SPECIAL: Final = frozenset({"http", "https", "ftp", "ws", "wss", "file"})
_WEB: Final = ("http", "https")
_DOTS = str.maketrans(dict.fromkeys("\u3002\uff0e\uff61", "."))


class Address(NamedTuple):
    """Where a link leads."""

    scheme: str
    """In lower case; empty where it is relative, ``//`` where only that is the page's own."""
    host: str
    """In Unicode and lower case, with port and user where it has them; all of it where there is no host."""
    rest: str
    """Path, query and fragment, without percent-encoding."""

    @property
    def origin(self) -> tuple[str, str]:
        """Scheme and host: what decides who answers."""
        return self.scheme, self.host


@lru_cache(maxsize=4096)
def address(target: str) -> Address:
    """Return where a target leads; character references in it are resolved once more than they should be."""
    text = unescape(unescape(target)) if "&" in target else target
    text = _DROPPED.sub("", text.strip(_ENDS))
    match = _SCHEME.match(text)
    scheme = match[1].lower() if match else ""
    if match and scheme not in _SPECIAL:
        return Address(scheme, unquote(text[match.end() :]).casefold(), "")
    if match:
        text = text[match.end() :]
    slashed = text.replace("\\", "/")
    if not match and not slashed.startswith("//"):
        return Address("", "", unicodedata.normalize("NFC", unquote(text)))
    begin = len(text) - len(slashed.lstrip("/"))
    end = _HOST_END.search(slashed, begin)
    stop = end.start() if end else len(text)
    rest = unquote(text[stop:])
    if not rest.startswith("/"):
        rest = "/" + rest
    return Address(scheme or "//", _host(text[begin:stop]), unicodedata.normalize("NFC", rest))


def _host(written: str) -> str:
    user, at, host = written.rpartition("@")
    host = unicodedata.normalize("NFKC", unquote(host).translate(_DOTS)).casefold()
    if "xn--" in host:
        host = ".".join(map(_unicode_label, host.split(".")))
    return user + at + host


def _unicode_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode").casefold()
    except (UnicodeError, ValueError):
        return label


def is_listed(found: Address, hosts: Iterable[str]) -> bool:
    """Tell whether an address of the web is on one of some hosts: ``*.wikipedia.org`` is all hosts below."""
    if found.scheme not in _WEB:
        return False
    return any(
        found.host.endswith(pattern[1:].casefold())
        if pattern.startswith("*.")
        else found.host == pattern.casefold()
        for pattern in hosts
    )
