"""What is wrong with the links of one page: what is said of each, and where it stands."""

from __future__ import annotations

import datetime
from functools import cached_property
from urllib.parse import unquote

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.destinations import Destination
from toolkit.markdown.render_settings import Target
from toolkit.markdown.source_lines import LineNumbers
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag


class LinkProblems:
    """Gathers the findings of one page.

    Only the source's page has any, and pages of an earlier text: another translation has no destination
    that its source does not have.
    """

    def __init__(
        self, page: TranslatedPage, locale: LocaleTag, source_locale: LocaleTag, as_of: datetime.date | None
    ) -> None:
        """Take the page, its language and the source's, and the day of an earlier text that it shows."""
        self._page = page
        self._locale = locale
        self._is_source = locale == source_locale
        self._as_of = as_of
        self._findings: set[Finding] = set()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, by place."""
        return tuple(sorted(self._findings, key=Finding.sort_key))

    def leave(self, destination: Destination, problem: str, hint: str = "") -> Target:
        """Take note of a link that leads nowhere, and return the target that leaves it as it is."""
        kind = "image" if destination.image else "link"
        shown = f'"{unquote(destination.href)}"'
        what = f"{destination.attribute} {shown} in raw HTML" if destination.attribute else f"{kind} {shown}"
        self.add("dead-link", f"the {what} {problem}", destination, hint)
        return Target(destination.href)

    def add(self, rule: str, message: str, destination: Destination, hint: str) -> None:
        """Take note of what is wrong with a destination."""
        if self._as_of:
            message += f" (in the text of {self._as_of.isoformat()}, which {self._locale.bcp47} shows)"
        if self._as_of or self._is_source:
            place = self.place(destination)
            self._findings.add(Finding(rule, Severity.WARNING, message, place, hint))

    def place(self, destination: Destination) -> Place:
        """Return where a destination stands in its document."""
        parsed = self._page.parsed
        path = parsed.document.path
        if self._as_of:
            return Place(path)  # its lines are not those of the file
        written = destination.tag or destination.span
        if self._is_source and written:
            return Place(path, self._numbers.line(written[0]), self._numbers.column(written[0]))
        # The tokens of an edition are those of its source, in their order.
        token = parsed.tokens[destination.token]
        above = self._numbers.line(parsed.body) - 1
        return Place(path, token.map[0] + 1 + above if token.map else 0)

    @cached_property
    def _numbers(self) -> LineNumbers:
        return LineNumbers(self._page.parsed.document.text)
