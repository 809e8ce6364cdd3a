"""A comment that switches a rule off is written as it is read, and names a rule that can be switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toolkit.catalog.po.positions import entry_lines
from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_in
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity
from toolkit.model.nearest import did_you_mean

_MEANT = re.compile(
    r"#(?P<kind>[.,:=!|]?)\s{0,9}toolkit\s{0,9}[:;,.-]?\s{0,9}(?P<word>ignor[a-z]*|ingor[a-z]*|ignre|igonre|disable|suppress)\b"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_FORM = 'write "# toolkit: ignore NAME", with the name of the rule'


def _find(view: CatalogView) -> Iterator[FileHit]:
    for entry in view.catalog.entries:
        raw = entry.raw
        if not entry.obsolete and ("toolkit" in raw or "Toolkit" in raw) and "#" in raw:
            yield from _in_entry(entry, view.rules)


def _in_entry(entry: Entry, rules: Mapping[str, bool]) -> Iterator[FileHit]:
    for text, line in entry_lines(entry):
        found = _MEANT.match(text)
        if found is None:
            continue
        written = FileHit("", line, 1, len(text.rstrip()), "", entry.key.text)
        names = () if found["kind"] else ignored_in(text[1:])
        if found["kind"] and found["kind"] != "|":
            message = (
                f'the comment is not read: it begins with "#{found["kind"]}", whose lines programs write'
            )
            yield written._replace(message=message, hint='begin it with "# "')
        elif not names:
            missing = found["rest"].strip() == ""
            message = "the comment names no rule to ignore" if missing else "the comment is not read"
            yield written._replace(message=message, hint=_FORM)
        elif rules:
            column = found.start("rest")
            for name in names:
                column = text.index(name, column)
                if problem := _problem(name, rules):
                    yield FileHit(problem[0], line, column + 1, len(name), problem[1], entry.key.text)
                column += len(name)
            # A reason may begin with any word, such as "number"; it does not consist of names alone.
            more = text[column:].split()
            if more and all(name in rules for name in more):
                column = text.index(more[0], column)
                message = f'"{more[0]}" is not read as the name of a rule: no comma stands before it'
                hint = f"write {', '.join([*names, *more])}"
                yield FileHit(message, line, column + 1, len(more[0]), hint, entry.key.text)


def _problem(name: str, rules: Mapping[str, bool]) -> tuple[str, str] | None:
    if name not in rules:
        hint = did_you_mean(name, rules) or "toolkit explain --list shows the names of all rules"
        return f'there is no rule "{name}"', hint
    if rules[name]:
        message = f'the rule "{name}" protects readers and the page: no comment switches it off'
        return message, "mend the translation, and delete the comment"
    return None


RULE = CatalogRule(
    "unknown-ignore",
    Severity.WARNING,
    "A comment that switches a rule off names a rule that can be switched off",
    _FORM,
    find=_find,
)
