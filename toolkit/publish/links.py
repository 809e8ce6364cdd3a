"""Where the links and images of one page lead, in its HTML and in its Markdown edition."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import unquote

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.destinations import Destination
from toolkit.markdown.raw_destinations import attribute_text
from toolkit.markdown.render_settings import Target
from toolkit.model.finding import Finding, Place
from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.model.segment import Span
from toolkit.publish.layout import html_path, landing, markdown_path, quoted, relative_url
from toolkit.publish.link_problems import LinkProblems
from toolkit.publish.localized_files import localized

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#(?P<fragment>.*))?", re.DOTALL)
_UNSAFE = re.compile(r"\A/|[\\:\x00-\x1f\x7f]")
_FOLLOWED = frozenset({"a", "area"})
"""The elements whose fragments readers follow; others may name parts of an image."""
_DOCUMENT = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Asset:
    """A file to copy: from below the project folder to below the output folder, both with ``/``."""

    source_path: str
    output_path: str
    place: Place = field(compare=False)
    """Where the first link to it stands."""


class PageLinks:
    """Resolves the destinations of one page, and gathers what follows from them."""

    def __init__(
        self, page: TranslatedPage, locale: LocaleTag, site: SiteIndex, taken: Container[str]
    ) -> None:
        """Take the page, and the output paths (case folded) that no asset may have."""
        self._page = page
        self._locale = locale
        self._site = site
        self._taken = taken
        document = page.parsed.document
        self._path = document.path
        self._html = html_path(document.name, locale)
        self._markdown = markdown_path(document.name, locale, site.layout)
        self._edits: dict[Span, str] = {}
        self._assets: set[Asset] = set()
        own = site.pages.get((document.name, locale))
        self._as_of = own.as_of if own else None
        self._problems = LinkProblems(page, locale, site.source_locale, self._as_of)

    @property
    def edits(self) -> tuple[tuple[Span, str], ...]:
        """The destinations of the Markdown edition that would lead nowhere, and what to write there."""
        found: list[tuple[Span, str]] = []
        for span, url in sorted(self._edits.items()):
            if not found or found[-1][0][1] <= span[0]:  # none stands in another; whatever comes, no crash
                found.append((span, url))
        return tuple(found)

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that the page's destinations lead to, for both editions."""
        return tuple(sorted(self._assets))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the page's links, by place."""
        return self._problems.findings

    def target(self, destination: Destination) -> Target:
        """Return where a link or image leads on the HTML page, be it of Markdown or of raw HTML."""
        unchanged = Target(destination.href)
        if not destination.href or _ABSOLUTE.match(destination.href):
            return unchanged
        parts = _PARTS.fullmatch(destination.href)
        path, query, fragment = parts.group("path", "query", "fragment") if parts else ("", None, None)
        if not path:
            own = self._site.pages.get((self._page.parsed.document.name, self._locale))
            if own and fragment:
                self._check_fragment(destination, fragment, own)
            return unchanged
        try:
            decoded = unquote(path, errors="strict")
        except UnicodeDecodeError:
            decoded = "\\"
        if _UNSAFE.search(decoded):
            return self._problems.leave(destination, "is no path that every system can read")
        folder = decoded.rpartition("/")[2] in ("", ".", "..")
        file = f"{decoded}/index.md" if folder else decoded
        source = landing(self._path, file)
        if folder and source not in self._site.paths:  # as Hugo calls it where a folder has other pages
            file = f"{decoded}/_index.md"
            source = landing(self._path, file)
        if source.startswith("../"):
            return self._problems.leave(destination, "leads outside the project")
        name = self._site.paths.get(source)
        document = name and (
            self._site.page(name, self._locale) or self._site.page(name, self._site.source_locale)
        )
        if document:
            return self._to_document(destination, file, document, query or "", fragment)
        if folder:
            return self._problems.leave(destination, "leads to a folder that has no index.md")
        if _DOCUMENT.search(source) and not destination.image:
            hint = did_you_mean(source, self._site.paths) or "link to one of the documents in babel.cfg"
            return self._problems.leave(
                destination, f"leads to {source}, which is no document of the project", hint
            )
        suffix = (query or "") + (f"#{fragment}" if fragment is not None else "")
        return self._to_file(destination, decoded, source, suffix)

    def _to_document(
        self, destination: Destination, file: str, document: PageSummary, query: str, fragment: str | None
    ) -> Target:
        moved = False
        if fragment and (self._as_of or document.as_of) and not _leads_into(fragment, document):
            # One of the two texts is not of today: the page is right, and the place in it unknown there.
            fragment, moved = None, True
        if fragment:
            self._check_fragment(destination, fragment, document)
        suffix = query + (f"#{fragment}" if fragment is not None else "")
        wanted = markdown_path(document.name, document.locale, self._site.layout)
        if moved or landing(self._markdown, file) != wanted:
            self._edit(destination, relative_url(self._markdown, wanted) + suffix)
        url = relative_url(self._html, html_path(document.name, document.locale)) + suffix
        return Target(url, "" if document.locale == self._locale else document.locale.bcp47)

    def _edit(self, destination: Destination, url: str) -> bool:
        """Take note of another destination for the Markdown edition; tell whether its place is known."""
        if destination.span is None:
            return False
        written = attribute_text(url, bare=destination.bare) if destination.attribute else url
        self._edits[destination.span] = written
        return True

    def _to_file(self, destination: Destination, decoded: str, source: str, suffix: str) -> Target:
        if any(part.startswith(".") for part in source.split("/")):
            return self._problems.leave(destination, "leads to a hidden file, which is not published")
        if self._locale != self._site.source_locale:
            own = localized(source, self._locale, self._site.source_locale, self._site.localized)
            if own != source and (target := self._to_own_file(destination, decoded, own, suffix)):
                return target
        for page, top in ((self._html, "html/"), (self._markdown, "markdown/")):
            output = landing(page, decoded)
            if not output.startswith(top):
                self._problems.leave(
                    destination, f"leads outside output/{top}", "move the file nearer to the document"
                )
            elif output.casefold() in self._taken:
                self._problems.leave(
                    destination, f"would overwrite output/{output}", "give the file another name"
                )
            else:
                self._assets.add(Asset(source, output, self._problems.place(destination)))
        return Target(destination.href)

    def _to_own_file(self, destination: Destination, decoded: str, own: str, suffix: str) -> Target | None:
        """Return the way to the file that the page's language has of its own; ``None`` if it has no room."""
        file = posixpath.join(posixpath.dirname(decoded), posixpath.basename(own))
        html, markdown = landing(self._html, file), landing(self._markdown, file)
        inside = html.startswith("html/") and markdown.startswith("markdown/")
        if not inside or html.casefold() in self._taken or markdown.casefold() in self._taken:
            return None
        url = quoted(file) + suffix
        if not self._edit(destination, url):
            return None
        place = self._problems.place(destination)
        self._assets |= {Asset(own, html, place), Asset(own, markdown, place)}
        return Target(url)

    def _check_fragment(self, destination: Destination, fragment: str, document: PageSummary) -> None:
        if destination.attribute and destination.element not in _FOLLOWED:
            return
        if _leads_into(fragment, document):
            return
        identifier = unquote(fragment)
        where = (
            "this page" if document.name == self._page.parsed.document.name else f"the page {document.name}"
        )
        message = f'the link "{destination.href}": no heading of {where} has the id "{identifier}"'
        self._problems.add("dead-fragment", message, destination, did_you_mean(identifier, document.ids))


def _leads_into(fragment: str, document: PageSummary) -> bool:
    """Tell whether a page has the place that a fragment names."""
    identifier = unquote(fragment)
    return identifier in document.ids or identifier == "top" or identifier.startswith(":~:")
