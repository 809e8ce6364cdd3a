"""What the columns of a glossary table are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from toolkit.catalog.memory.language_match import best_match
from toolkit.languages.names import is_known_language
from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean

FORBIDDEN = "forbidden"
_FOR_PEOPLE = ("context", "domain")
"""Columns that may be there and say nothing to us."""


class ColumnKind(StrEnum):
    """What a column holds."""

    TERM = "term"
    KEEP = "keep"
    CASE = "case"
    NOTE = "note"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class Column(NamedTuple):
    """A column that we read."""

    kind: ColumnKind
    locale: LocaleTag | None = None


_NAMED = {kind.value: kind for kind in (ColumnKind.TERM, ColumnKind.KEEP, ColumnKind.CASE, ColumnKind.NOTE)}


def columns_of(
    names: Sequence[str], source: LocaleTag, object_to: Callable[[int, str, str], None]
) -> tuple[Column | None, ...]:
    """Return the columns of a header row; ``None`` for one that is not read.

    Without a column ``term`` that of the source language holds the terms. ``object_to`` is told the
    position of a column that nobody knows or that is there twice, what is wrong and how to mend it.
    """
    columns: list[Column | None] = []
    for number, name in enumerate(names):
        column = _column(name.strip())
        if column is None and name.strip() and name.strip().lower() not in _FOR_PEOPLE:
            object_to(number, f'no column is called "{name.strip()[:40]}"', _hint(name.strip()))
        columns.append(column)
    if not any(column == Column(ColumnKind.TERM) for column in columns):
        offered = [column.locale for column in columns if column and column.kind is ColumnKind.ALLOWED]
        tag = best_match(source, [locale for locale in offered if locale is not None])
        if tag is not None:
            columns[columns.index(Column(ColumnKind.ALLOWED, tag))] = Column(ColumnKind.TERM)
    for number, column in enumerate(columns):
        if column is not None and column in columns[:number]:
            object_to(number, f'the column "{names[number].strip()[:40]}" is there twice', "join the two")
            columns[number] = None
    return tuple(columns)


def _column(name: str) -> Column | None:
    kind = _NAMED.get(name.lower())
    if kind is not None:
        return Column(kind)
    tag, _, suffix = name.partition(":")
    if suffix.strip().lower() not in ("", FORBIDDEN) or name.endswith(":"):
        return None
    try:
        locale = LocaleTag.parse(tag.strip())
    except ValueError:
        return None
    if not suffix and not is_known_language(locale) and did_you_mean(name.lower(), _NAMED):
        return None  # "kep" might be a language, but nobody knows it
    return Column(ColumnKind.FORBIDDEN if suffix else ColumnKind.ALLOWED, locale)


def _hint(name: str) -> str:
    tag, colon, _ = name.partition(":")
    known = [*_NAMED, *_FOR_PEOPLE, *([f"{tag}:{FORBIDDEN}"] if colon else ())]
    return did_you_mean(name.lower(), known) or 'columns are "term", "keep", "case", "note" and locales'
