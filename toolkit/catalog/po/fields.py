"""Changes to the flags, the earlier text and the translations of an entry, on the lines that say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from toolkit.catalog.po.comments import translator_comment, without_fuzzy
from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.scanner import Kind, Token, tokens
from toolkit.catalog.po.text import format_field
from toolkit.model.catalog import Entry, Previous

_MARKS = re.compile(r"[ \t\r\f\v]*(?:(?:#~\|?|#\|)[ \t\r\f\v]*)*")
_FLAGS = ("#,", "#=", "#!")
_Span = tuple[int, int]


def with_flags(entry: Entry, flags: tuple[str, ...], newline: str) -> Entry:
    """Return the entry with these flags on one ``#,`` line, ``fuzzy`` the first; without any, the line goes.

    The line stands where the first one of flags stood, always before ``#|`` lines, as ``msgfmt`` asks.
    """
    flags = tuple(sorted(dict.fromkeys(flags), key=lambda flag: flag != "fuzzy"))
    if entry.flags == flags and entry.fuzzy == ("fuzzy" in flags):
        return entry
    found = list(_tokens(entry))
    lines = [token for token in found if token.kind is Kind.COMMENT and token.text.startswith(_FLAGS)]
    texts = next(token for token in found if token.kind is Kind.WORD)
    place = min([texts.start, *[token.start for token in lines]])
    written = f"#, {', '.join(flags)}\n" if flags else ""
    return _spliced(entry, [_span(token) for token in lines], place, written, newline)


def with_fuzzy(entry: Entry, fuzzy: bool, newline: str) -> Entry:
    """Return the entry with or without the flag ``fuzzy``; the other flags stay."""
    if entry.fuzzy == fuzzy:
        return entry
    others = without_fuzzy(entry.flags)
    return with_flags(entry, ("fuzzy", *others) if fuzzy else others, newline)


def with_previous(entry: Entry, previous: Previous | None, newline: str, width: int | None = None) -> Entry:
    """Return the entry with this earlier text on its ``#|`` lines (obsolete: ``#~|``), or with none."""
    found = list(_tokens(entry))
    old = [token for token in found if token.previous and token.kind is not Kind.COMMENT]
    if entry.previous == previous and (previous is not None or not old):
        return entry
    place = next(token.start for token in found if token.kind is Kind.WORD and not token.previous)
    fields = [] if previous is None else _fields_of(previous)
    mark = "#~| " if entry.obsolete else "#| "
    written = "".join([format_field(keyword, text, mark, _width(entry, width)) for keyword, text in fields])
    return _spliced(entry, [_span(token) for token in old], place, written, newline)


def without_comments(entry: Entry, unwanted: Callable[[str], bool]) -> Entry:
    """Return the entry without the translator's comment lines whose text is unwanted."""
    if not any(map(unwanted, entry.comments)):
        return entry
    gone = [
        _span(token)
        for token in _tokens(entry)
        if token.kind is Kind.COMMENT
        and (said := translator_comment(token.text)) is not None
        and unwanted(said)
    ]
    return _spliced(entry, gone)


def with_translations(
    entry: Entry, translations: Sequence[str], newline: str, width: int | None = None
) -> Entry:
    """Return the entry with these translations, one for each plural form; what is equal keeps its lines."""
    if entry.translations == tuple(translations):
        return entry
    starts = [token.start for token in _tokens(entry) if _is_text(token, "msgstr")]
    ends = [*starts[1:], _end_of_texts(entry)]
    keywords = _msgstr_keywords(entry.plural, translations)
    if len(starts) != len(keywords):
        starts, ends = starts[:1], ends[-1:]
        return _rewritten(entry, starts[0], ends[0], zip(keywords, translations, strict=True), newline, width)
    changed = entry
    fields = list(zip(starts, ends, keywords, translations, entry.translations, strict=True))
    for start, end, keyword, text, before in reversed(fields):
        if text != before:
            stop = changed.raw.rindex('"', start, end) + 1
            changed = _rewritten(changed, start, stop, [(keyword, text)], newline, width, read=False)
    return _read_again(entry, changed.raw)


def with_msgid_plural(
    entry: Entry,
    plural: str | None,
    translations: Sequence[str],
    newline: str,
    width: int | None = None,
) -> Entry:
    """Return the entry with this ``msgid_plural``, or none, and these translations: one, or all its forms."""
    if entry.plural == plural:
        return with_translations(entry, translations, newline, width)
    start = next(
        token.start
        for token in _tokens(entry)
        if _is_text(token, "msgid_plural") or _is_text(token, "msgstr")
    )
    fields = [] if plural is None else [("msgid_plural", plural)]
    fields += zip(_msgstr_keywords(plural, translations), translations, strict=True)
    return _rewritten(entry, start, _end_of_texts(entry), fields, newline, width)


def _tokens(entry: Entry) -> Iterator[Token]:
    return tokens(entry.raw, 0, "")


def _is_text(token: Token, keyword: str) -> bool:
    return token.kind is Kind.WORD and token.text == keyword and not token.previous


def _span(token: Token) -> _Span:
    # A comment takes in the carriage return of its line's end.
    return token.start, token.start + len(token.text.rstrip("\r"))


def _end_of_texts(entry: Entry) -> int:
    return max(token.stop for token in _tokens(entry) if token.kind is Kind.STRING)


def _msgstr_keywords(plural: str | None, translations: Sequence[str]) -> list[str]:
    return ["msgstr"] if plural is None else [f"msgstr[{number}]" for number in range(len(translations))]


def _fields_of(previous: Previous) -> list[tuple[str, str]]:
    fields = [("msgctxt", previous.context), ("msgid", previous.text), ("msgid_plural", previous.plural)]
    return [(keyword, text) for keyword, text in fields if text is not None]


def _width(entry: Entry, width: int | None) -> int | None:
    return None if "no-wrap" in entry.flags else width


def _newline(entry: Entry, newline: str) -> str:
    if "\r\n" in entry.raw:
        return "\r\n"
    return "\n" if "\n" in entry.raw else newline


def _rewritten(
    entry: Entry,
    start: int,
    stop: int,
    fields: Iterable[tuple[str, str]],
    newline: str,
    width: int | None,
    *,
    read: bool = True,
) -> Entry:
    """Return the entry with other fields between the keyword at ``start`` and the end of a string."""
    raw = entry.raw
    mark = "#~ " if entry.obsolete else ""
    width = _width(entry, width)
    end = _newline(entry, newline)
    written = "".join([format_field(keyword, text, mark, width) for keyword, text in fields])
    begin = raw.rfind("\n", 0, start) + 1
    alone = _MARKS.fullmatch(raw, begin, start)
    before = raw[:begin] if alone else raw[:start].rstrip(" \t") + end
    raw = before + written.removesuffix("\n").replace("\n", end) + raw[stop:]
    return _read_again(entry, raw) if read else replace(entry, raw=raw)


def _spliced(
    entry: Entry, gone: Sequence[_Span], place: int = 0, written: str = "", newline: str = "\n"
) -> Entry:
    """Return the entry without these spans, and without the lines that held nothing else.

    ``written`` comes before the line of ``place``.
    """
    raw = entry.raw
    place = raw.rfind("\n", 0, place) + 1
    lines: list[str] = []
    start = 0
    for line in raw.split("\n"):
        if start == place:
            lines += written.replace("\n", _newline(entry, newline)).split("\n")[:-1]
        cut = [
            (max(first - start, 0), stop - start)
            for first, stop in gone
            if start <= first <= start + len(line)
        ]
        left = "".join([line[stop:first] for stop, first in _gaps(cut, len(line))]) if cut else line
        if not cut or not _MARKS.fullmatch(left):
            lines.append(left)
        start += len(line) + 1
    return _read_again(entry, "\n".join(lines))


def _gaps(cut: Sequence[_Span], length: int) -> list[_Span]:
    return list(zip([0, *[stop for _, stop in cut]], [*[first for first, _ in cut], length], strict=True))


def _read_again(entry: Entry, raw: str) -> Entry:
    """Return what a changed text says; its place in the file is that of the entry."""
    scanned = scan_entry(raw, 0, "")
    if scanned is None or scanned.stop != len(raw):
        raise AssertionError(raw)
    return replace(scanned.entry, line=entry.line, msgstr_line=entry.msgstr_line)
