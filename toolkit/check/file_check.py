"""Looking at whole files, and at all files of a locale, by the rules for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from toolkit.catalog.po.reader import write_catalog
from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.entry_findings import subject_of
from toolkit.check.ignoring import ignored_rules
from toolkit.check.profile import Profile
from toolkit.check.registry import BY_NAME
from toolkit.check.rule import FileHit, Rule
from toolkit.check.site_view import SiteView
from toolkit.model.finding import Excerpt, Finding, Place, Severity

_GUARDS: Final = {name: rule.guard for name, rule in BY_NAME.items()}
_LINE_END = re.compile(r"\r\n|\n|\r")


def check_catalog(view: CatalogView, profile: Profile) -> Iterator[Finding]:
    """Yield what the rules for PO files find in one."""

    def lines() -> Sequence[str]:
        text = write_catalog(view.catalog).decode("utf-8").removeprefix("\ufeff")
        return [line.removesuffix("\r") for line in text.split("\n")]  # as gettext has it

    if not view.rules:
        view = replace(view, rules=_GUARDS)
    hits = ((rule, severity, rule.find(view)) for rule, severity in profile.catalog_rules)
    yield from _findings(hits, view.catalog.path, lines)


def check_document(view: DocumentView, profile: Profile) -> Iterator[Finding]:
    """Yield what the rules for articles find in one."""
    document = view.parsed.document
    hits = ((rule, severity, rule.find(view)) for rule, severity in profile.document_rules)
    yield from _findings(hits, document.path, lambda: _LINE_END.split(document.text.removeprefix("\ufeff")))


def check_site(view: SiteView, profile_of: Callable[[str], Profile]) -> Iterator[Finding]:
    """Yield what the rules that compare files find in a locale; ``profile_of`` gives the rules for a file."""
    rules = dict.fromkeys(
        rule for path in {one.path for one in view.entries} for rule, _ in profile_of(path).site_rules
    )
    for rule in rules:
        for hit in rule.find(view):
            severity = dict(profile_of(hit.path).site_rules).get(rule)
            if severity is not None and rule.name not in ignored_rules(hit.entry):
                place = Place(hit.path, hit.entry.msgstr_line, 1)
                hint = hit.hint or rule.advice
                yield Finding(
                    rule.name, severity, hit.message, place, hint, subject=subject_of(hit.entry.key)
                )


def _findings(
    hits: Iterable[tuple[Rule, Severity, Iterable[FileHit]]],
    path: str,
    read_lines: Callable[[], Sequence[str]],
) -> Iterator[Finding]:
    lines: Sequence[str] | None = None
    for rule, severity, found in hits:
        for hit in found:
            excerpt = None
            if hit.length and hit.line:
                lines = lines or read_lines()
                excerpt = Excerpt(lines[hit.line - 1], hit.column - 1, hit.column - 1 + hit.length)
            place = Place(path, hit.line, hit.column)
            hint = hit.hint or rule.advice
            yield Finding(rule.name, severity, hit.message, place, hint, excerpt=excerpt, subject=hit.subject)
