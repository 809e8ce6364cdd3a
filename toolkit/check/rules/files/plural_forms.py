"""``Plural-Forms`` can be read, stays within its bounds, and tells apart what the language does."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

from toolkit.catalog.po.plural_expression import BadPluralForms, PluralForms, parse_plural_forms
from toolkit.check.catalog_view import CatalogView
from toolkit.check.conventions.older_plural_forms import OLDER_PLURAL_FORMS
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_field, header_for, hit_in_header
from toolkit.languages.plurals import plural_category
from toolkit.model.finding import Severity
from toolkit.model.locale import LocaleTag

_NAME = "plural-forms"
_NUMBERS: Final = (*range(1001), 10_000, 100_000, 1_000_000, 2_000_000)
"""Beyond a thousand, languages go by round numbers only (CLDR, "Language Plural Rules")."""


class _Problem(NamedTuple):
    message: str
    start: int = 0
    """Where in the value the offending piece begins; it goes to its end."""


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_for(_NAME, view.catalog)
    if header is None:
        return
    field = header_field(header, "Plural-Forms")
    has_plurals = any(entry.plural is not None and not entry.obsolete for entry in view.catalog.entries)
    hint = f'write "Plural-Forms: {view.plural_forms}\\n"' if view.plural_forms else ""
    if field is None or not field.value:
        if has_plurals:
            yield hit_in_header(
                header, 'the file has plurals, but no "Plural-Forms" in its header', hint=hint
            )
        return
    problem = _problem(field.value)
    if problem is None and has_plurals:
        # Nothing in a file without plurals depends on it.
        problem = _mingled(field.value, view.plural_forms, view.locale)
    if problem is not None:
        start = field.value_start + min(problem.start, len(field.value) - 1)
        stop = field.value_start + len(field.value)
        yield hit_in_header(header, problem.message, start, stop, hint, field.name)


@lru_cache(maxsize=256)
def _problem(value: str) -> _Problem | None:
    """Return what is wrong with a value whatever the language."""
    try:
        forms = parse_plural_forms(value)
    except BadPluralForms as error:
        return _Problem(f'"Plural-Forms" is broken: {error}', error.offset)
    for n in _NUMBERS:
        try:
            form = forms.form(n)
        except ZeroDivisionError:
            return _Problem(f'"Plural-Forms" divides by zero for the number {n}')
        if form >= forms.nplurals:
            ends = "the last is 0" if forms.nplurals == 1 else f"they are 0 to {forms.nplurals - 1}"
            return _Problem(f'"Plural-Forms" gives the number {n} form {form}, and {ends}')
    return None


@lru_cache(maxsize=256)
def _mingled(value: str, expected: str, locale: LocaleTag | None) -> _Problem | None:
    """Return two numbers that take one form in the file, though the language has two for them.

    Our table, CLDR and what is usual may differ: a value is right that tells apart what one of them does.
    """
    ours = parse_plural_forms(value)
    usual = OLDER_PLURAL_FORMS.get(locale.language, ()) if locale is not None else ()
    tables = [other for other in (expected, *usual) if other and _problem(other) is None]
    found = [_same_form(ours, parse_plural_forms(other).form) for other in tables]
    if locale is not None and plural_category(locale, 1) is not None:
        found.append(_same_form(ours, partial(plural_category, locale)))
    if not found or (0, 0) in found:
        return None
    one, another = found[0]
    return _Problem(
        f'"Plural-Forms" gives {one} and {another} the same form, and this language has two for them'
    )


def _same_form(ours: PluralForms, kind: Callable[[int], Hashable]) -> tuple[int, int]:
    """Return two numbers of one form and of two kinds; zero twice where there are none."""
    first: dict[int, tuple[Hashable, int]] = {}
    for n in _NUMBERS[1:]:  # what is said of none at all is a matter of taste in many languages
        known, number = first.setdefault(ours.form(n), (kind(n), n))
        if known != kind(n):
            return number, n
    return 0, 0


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "Plural-Forms is what the language needs",
    "take the value of the language from the header of a file that is right",
    find=_find,
)
