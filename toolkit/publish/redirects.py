"""Where pages stood before: small pages that lead from there to where they stand now."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.page import PageSummary, SiteIndex

DEVICES: Final = "(?:con|prn|aux|nul|(?:com|lpt)[0-9])"
"""Names that are devices on Windows, whatever ending a file gives them."""

_UNFIT = re.compile(
    r"[\\:*?\"<>|#\x00-\x1f\x7f-\x9f\u2028\u2029\ufffd]|[. ]/|[. ]\Z|(?:\A|/)[. ]"
    rf"|(?:\A|/)(?i:{DEVICES})(?:[./]|\Z)"
)
_ENDING = re.compile(r"\.(?:html?|md|markdown)\Z", re.IGNORECASE)
_LONGEST_PART = 200
"""Bytes of a part of a path; file systems take 255, and temporary files have longer names."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at an old place."""

    path: str
    """Below the output folder."""
    page: PageSummary
    """Where it leads."""


@dataclass(frozen=True, slots=True)
class Redirects:
    """All redirects of a site."""

    redirects: tuple[Redirect, ...]
    findings: tuple[Finding, ...]
    """The old places that cannot be: outside the site, or taken."""


def plan_redirects(site: SiteIndex, taken: Iterable[str]) -> Redirects:
    """Return what the ``aliases`` of all documents ask for; ``taken`` are the paths that others have.

    ``old/name`` is in the folder of each language that has the page; ``/old/name`` is in the folder of the
    site, and leads to the page in the source language, or in the one whose folder the path begins with.
    The ending ``.html`` may be left out; ``old/`` is ``old/index.html``. What is refused is refused
    in all languages. The first document wins a place that several want.
    """
    files = {folded(path) for path in taken}
    folders = {folder for path in files for folder in _folders(path)}
    sources = {name: path for path, name in site.paths.items()}
    redirects: list[Redirect] = []
    findings: list[Finding] = []
    for name in site.documents:
        source = site.page(name, site.source_locale)
        done: set[str] = set()
        for alias in source.aliases if source else ():
            wanted = [one for one in _wanted(site, name, alias) if one.path not in done]
            problem = _unfit(alias) or _in_the_way([one.path for one in wanted], files, folders)
            if problem:
                message = f'nothing can lead from the alias "{alias}" to this page: {problem}'
                place = Place(sources.get(name, ""))
                findings.append(Finding("alias", Severity.WARNING, message, place, "correct it or remove it"))
                continue
            redirects += wanted
            done.update(one.path for one in wanted)
            files.update(folded(one.path) for one in wanted)
            folders.update(folder for one in wanted for folder in _folders(folded(one.path)))
    return Redirects(tuple(redirects), tuple(findings))


def _wanted(site: SiteIndex, name: str, alias: str) -> Iterator[Redirect]:
    path = _file(alias)
    editions = {page.locale.bcp47: page for page in site.editions(name)}
    if alias.startswith("/"):
        own = editions.get(path.partition("/")[0]) or editions.get(site.source_locale.bcp47)
        if own:
            yield Redirect(f"html/{path}", own)
        return
    for folder, page in editions.items():
        yield Redirect(f"html/{folder}/{path}", page)


def _file(alias: str) -> str:
    """Return the path of the file that answers to an old path."""
    path = unquote(alias).removeprefix("/")
    if path.endswith("/") or not path:
        return f"{path}index.html"
    return f"{_ENDING.sub('', path)}.html"


def _unfit(alias: str) -> str:
    path = unquote(alias).removeprefix("/")
    if posixpath.normpath(path).startswith("..") or path.startswith("/"):
        return "it leaves the site"
    parts = path.removesuffix("/").split("/")
    if _UNFIT.search(path.removesuffix("/")) or (not all(parts) and path):
        return "it is no path that every system can have"
    if any(len(part.encode("utf-8", "surrogatepass")) > _LONGEST_PART for part in parts):
        return "it is too long"
    return ""


def _in_the_way(paths: Iterable[str], files: set[str], folders: set[str]) -> str:
    for path in paths:
        one = folded(path)
        if one in files or one in folders or not files.isdisjoint(_folders(one)):
            return f"output/{path} would be in the way of another page or file"
    return ""


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def folded(path: str) -> str:
    """Return a text that is equal for paths that some file system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
