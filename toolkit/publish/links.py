"""Where the links and images of one page lead, in its HTML and in its Markdown edition."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.destinations import Destination
from toolkit.markdown.raw_html import destinations_in_raw_html
from toolkit.markdown.render_settings import Target
from toolkit.markdown.source_lines import LineNumbers
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.model.segment import Span
from toolkit.publish.layout import html_path, landing, markdown_path, relative_url

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#(?P<fragment>.*))?", re.DOTALL)
_UNSAFE = re.compile(r"\A/|[\\:\x00-\x1f\x7f]")
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
        self._markdown = markdown_path(document.name, locale)
        self._edits: dict[Span, str] = {}
        self._assets: set[Asset] = set()
        self._findings: set[Finding] = set()

    @property
    def edits(self) -> tuple[tuple[Span, str], ...]:
        """The destinations of the Markdown edition that would lead nowhere, and what to write there."""
        return tuple(sorted(self._edits.items()))

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that the page's destinations lead to, for both editions."""
        return tuple(sorted(self._assets))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the page's links, by place.

        Only the source's page has any: a translation has no destination that its source does not have.
        """
        return tuple(sorted(self._findings, key=Finding.sort_key))

    def target(self, destination: Destination) -> Target:
        """Return where a link or image leads on the HTML page."""
        unchanged = Target(destination.href)
        if not destination.href or _ABSOLUTE.match(destination.href):
            return unchanged
        parts = _PARTS.fullmatch(destination.href)
        path, query, fragment = parts.group("path", "query", "fragment") if parts else ("", None, None)
        if not path:
            own = self._site.pages.get((self._page.parsed.document.name, self._locale))
            if own and fragment and not destination.attribute:  # raw HTML may have ids of its own
                self._check_fragment(destination, fragment, own)
            return unchanged
        try:
            decoded = unquote(path, errors="strict")
        except UnicodeDecodeError:
            decoded = "\\"
        if _UNSAFE.search(decoded):
            return self._leave(destination, "is no path that every system can read")
        folder = decoded.rpartition("/")[2] in ("", ".", "..")
        file = f"{decoded}/index.md" if folder else decoded
        source = landing(self._path, file)
        if source.startswith("../"):
            return self._leave(destination, "leads outside the project")
        name = self._site.paths.get(source)
        if name and destination.attribute:
            problem = "leads to the Markdown source, which is not there in the HTML edition"
            return self._leave(destination, problem, f"write it as a Markdown link: [text]({path})")
        document = name and (
            self._site.page(name, self._locale) or self._site.page(name, self._site.source_locale)
        )
        if document:
            return self._to_document(destination, file, document, query or "", fragment)
        if folder:
            return self._leave(destination, "leads to a folder that has no index.md")
        if _DOCUMENT.search(source) and not destination.image:
            hint = did_you_mean(source, self._site.paths) or "link to one of the documents in babel.cfg"
            return self._leave(destination, f"leads to {source}, which is no document of the project", hint)
        return self._to_file(destination, decoded, source)

    def follow_raw_html(self) -> None:
        """Gather the files that the page's raw HTML leads to; its text is never changed.

        A translation has no raw HTML that its source does not have, so the source's list holds for all.
        """
        for destination in destinations_in_raw_html(self._page.parsed):
            self.target(destination)

    def _to_document(
        self, destination: Destination, file: str, document: PageSummary, query: str, fragment: str | None
    ) -> Target:
        if fragment:
            self._check_fragment(destination, fragment, document)
        suffix = query + (f"#{fragment}" if fragment is not None else "")
        wanted = markdown_path(document.name, document.locale)
        if landing(self._markdown, file) != wanted and destination.span:
            self._edits[destination.span] = relative_url(self._markdown, wanted) + suffix
        url = relative_url(self._html, html_path(document.name, document.locale)) + suffix
        return Target(url, "" if document.locale == self._locale else document.locale.bcp47)

    def _to_file(self, destination: Destination, decoded: str, source: str) -> Target:
        if any(part.startswith(".") for part in source.split("/")):
            return self._leave(destination, "leads to a hidden file, which is not published")
        for page, top in ((self._html, "html/"), (self._markdown, "markdown/")):
            output = landing(page, decoded)
            if not output.startswith(top):
                self._leave(
                    destination, f"leads outside output/{top}", "move the file nearer to the document"
                )
            elif output.casefold() in self._taken:
                self._leave(destination, f"would overwrite output/{output}", "give the file another name")
            else:
                self._assets.add(Asset(source, output, self._place(destination)))
        return Target(destination.href)

    def _check_fragment(self, destination: Destination, fragment: str, document: PageSummary) -> None:
        identifier = unquote(fragment)
        if identifier in document.ids or identifier == "top" or identifier.startswith(":~:"):
            return
        where = (
            "this page" if document.name == self._page.parsed.document.name else f"the page {document.name}"
        )
        message = f'the link "{destination.href}": no heading of {where} has the id "{identifier}"'
        self._add("link-fragment", message, destination, did_you_mean(identifier, document.ids))

    def _leave(self, destination: Destination, problem: str, hint: str = "") -> Target:
        kind = "image" if destination.image else "link"
        shown = f'"{unquote(destination.href)}"'
        what = f"{destination.attribute} {shown} in raw HTML" if destination.attribute else f"{kind} {shown}"
        message = f"the {what} {problem}"
        self._add("link-target", message, destination, hint)
        return Target(destination.href)

    def _add(self, rule: str, message: str, destination: Destination, hint: str) -> None:
        if self._locale == self._site.source_locale:
            place = self._place(destination)
            self._findings.add(Finding(rule, Severity.WARNING, message, place, hint))

    @cached_property
    def _numbers(self) -> LineNumbers:
        return LineNumbers(self._page.parsed.document.text)

    def _place(self, destination: Destination) -> Place:
        parsed = self._page.parsed
        in_source_text = self._locale == self._site.source_locale or destination.attribute
        if in_source_text and destination.span:
            offset = destination.span[0]
            return Place(self._path, self._numbers.line(offset), self._numbers.column(offset))
        number = parsed.inline.get(destination.token)
        return Place(self._path, 0 if number is None else parsed.segments[number].line)
