"""What a browser may load and run on a page: only what its source page has, whatever its translation says.

Follows Content Security Policy, level 3 (W3C).  A policy is the last line: rules withhold translations
before, and templates escape.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from toolkit.check.addresses import Address, address
from toolkit.markdown.page_loads import Load, PageLoads

_ORDER: Final = ("default-src", *(load.value for load in Load), "connect-src")
_NONE: Final = ("'none'",)
_SELF: Final = "'self'"
_ALWAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "default-src": _NONE,
    "script-src": _NONE,
    "style-src": (_SELF,),
    "img-src": (_SELF,),
    "base-uri": _NONE,
    "form-action": _NONE,
}
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.?(:[0-9]+)?")
_LOCAL: Final = frozenset({"data", "blob"})
_DIRECTIVE = re.compile(r"[a-z]+(-[a-z]+)*")
_SOURCE = re.compile(r"[!-+\--:<-~]+")
"""Visible ASCII without the comma and the semicolon, which end a source and a directive."""


@dataclass(frozen=True, slots=True)
class ContentPolicy:
    """A policy as templates write it: ``content="{{ content_policy }}"``."""

    sources: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(_ALWAYS), hash=False)
    """By directive."""

    def __str__(self) -> str:
        """Return the policy as the value of a header or a ``meta`` element."""
        names = dict.fromkeys((*(name for name in _ORDER if name in self.sources), *sorted(self.sources)))
        return "; ".join(f"{name} {' '.join(self.sources[name])}" for name in names)

    def also(self, directive: str, *sources: str) -> ContentPolicy:
        """Return the policy with more sources for a directive; for templates of a theme.

        Raises ``ValueError`` for what could not stand in a policy.
        """
        if not _DIRECTIVE.fullmatch(directive) or not all(map(_SOURCE.fullmatch, sources)):
            raise ValueError(f"no directive and sources of a policy: {' '.join((directive, *sources))}")
        before = [one for one in self.sources.get(directive, ()) if one != "'none'"]
        return ContentPolicy({**self.sources, directive: tuple(dict.fromkeys((*before, *sources))) or _NONE})


def content_policy(loads: PageLoads) -> ContentPolicy:
    """Return the policy of the pages of a document, in every language, whose source page loads this.

    A ``javascript:`` address of the source does not run, for no policy allows a single one.
    """
    policy = ContentPolicy()
    base = next((written for load, written in loads.addresses if load is Load.BASE), "")
    for load, written in sorted(loads.addresses):
        source = _source(written if load is Load.BASE else _based(written, base), exact=load is Load.SCRIPT)
        if source:
            policy = policy.also(load, source)
    if loads.inline_style:
        policy = policy.also("style-src", "'unsafe-inline'")
    if loads.handlers:
        policy = policy.also("script-src", "'unsafe-hashes'")
    hashes = sorted(map(_hash, loads.scripts | loads.handlers))
    policy = policy.also("script-src", *hashes) if hashes else policy
    if policy.sources["script-src"] != _NONE:
        policy = policy.also("connect-src", _SELF)  # what a script of the author's fetches of the site
    return policy


def _based(written: str, base: str) -> str:
    return base if base and address(written).scheme == "" else written


def _source(written: str, *, exact: bool) -> str:
    """Return the source expression of an address; empty for one that no policy speaks of."""
    found = address(written)
    if not found.scheme:
        return _SELF
    if found.scheme in _LOCAL:
        return f"{found.scheme}:"
    if found.scheme not in ("http", "https", "//"):
        return ""
    host = _ascii_host(found)
    prefix = "" if found.scheme == "//" else f"{found.scheme}://"
    # Many hosts of scripts serve anybody's: the very file is allowed.
    path = quote(re.split(r"[?#]", found.rest)[0], safe="/-._~!$&'()+=:@*") if exact and host else ""
    return f"{prefix}{host}{path if len(path) > 1 else ''}" if host else ""


def _ascii_host(found: Address) -> str:
    host, colon, port = found.host.rpartition("@")[2].partition(":")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return host + colon + port if _HOST.fullmatch(host + colon + port) else ""


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"
