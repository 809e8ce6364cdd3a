"""One PO entry as text, in gettext's order, broken at newlines only, as ``msgcat --no-wrap`` writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.catalog.po.wrapping import strings_of_field
from toolkit.model.catalog import Previous
from toolkit.model.segment import MessageKey

REFERENCE_COLUMNS = 79
"""Where ``#:`` lines are broken: gettext's page width, counted in bytes, also with ``--no-wrap``."""

_ESCAPES = (
    ("\\", "\\\\"),
    ('"', '\\"'),
    ("\n", "\\n"),
    ("\t", "\\t"),
    ("\r", "\\r"),
    ("\a", "\\a"),
    ("\b", "\\b"),
    ("\f", "\\f"),
    ("\v", "\\v"),
)
_LINE_NUMBER = re.compile(r":[0-9]+\Z")


def escape(text: str) -> str:
    """Return ``text`` as it stands between the quotation marks of a PO string, on one line."""
    for character, written in _ESCAPES:
        if character in text:
            text = text.replace(character, written)
    return text


def format_entry(
    key: MessageKey,
    msgstr: str = "",
    *,
    plural: str | None = None,
    forms: Sequence[str] = (),
    comments: Sequence[str] = (),
    notes: Sequence[str] = (),
    references: Sequence[str] = (),
    flags: Sequence[str] = (),
    previous: Previous | None = None,
    obsolete: bool = False,
    newline: str = "\n",
    width: int | None = None,
) -> str:
    """Return the text of an entry, its last line ending with ``newline`` and no blank line around it.

    ``comments``, ``notes`` and ``references`` are single lines without markers. An obsolete entry gets no
    notes and references: gettext drops them there. An entry with a ``plural`` has ``forms`` in place of
    ``msgstr``. With a ``width``, texts are wrapped at it as gettext does, unless the flags say ``no-wrap``.
    """
    if "no-wrap" in flags:
        width = None
    mark = "#~ " if obsolete else ""
    context, text = key
    parts = [f"# {comment}\n" if comment else "#\n" for comment in comments] if comments else []
    if not obsolete and (notes or references):
        parts.append(format_places(notes, references))
    if flags:
        parts.append(f"#, {', '.join(flags)}\n")
    if previous is not None:
        earlier = "#~| " if obsolete else "#| "
        if previous.context is not None:
            parts.append(format_field("msgctxt", previous.context, earlier, width))
        parts.append(format_field("msgid", previous.text, earlier, width))
        if previous.plural is not None:
            parts.append(format_field("msgid_plural", previous.plural, earlier, width))
    if context is not None:
        parts.append(format_field("msgctxt", context, mark, width))
    parts.append(format_field("msgid", text, mark, width))
    if plural is not None:
        parts.append(format_field("msgid_plural", plural, mark, width))
        parts += [format_field(f"msgstr[{number}]", form, mark, width) for number, form in enumerate(forms)]
    else:
        parts.append(format_field("msgstr", msgstr, mark, width) if msgstr else f'{mark}msgstr ""\n')
    entry = "".join(parts)
    return entry if newline == "\n" else entry.replace("\n", newline)


def format_places(notes: Sequence[str], references: Sequence[str]) -> str:
    """Return the ``#.`` and ``#:`` lines of an entry, ended with LF."""
    lines = "".join([f"#. {note}\n" if note else "#.\n" for note in notes])
    if not references:
        return lines
    column = 2
    parts = [lines, "#:"]
    for reference in references:
        place = _quoted(reference) if " " in reference or "\t" in reference else reference
        width = 1 + (len(place) if place.isascii() else len(place.encode("utf-8")))
        if column > 2 and column + width > REFERENCE_COLUMNS:
            parts.append("\n#:")
            column = 2
        parts.append(f" {place}")
        column += width
    parts.append("\n")
    return "".join(parts)


def _quoted(reference: str) -> str:
    number = _LINE_NUMBER.search(reference)
    stop = number.start() if number else len(reference)
    return f"\u2068{reference[:stop]}\u2069{reference[stop:]}"


def format_field(keyword: str, text: str, mark: str = "", width: int | None = None) -> str:
    """Return the lines of one field of an entry, ended with LF; ``mark`` (``#~ ``) begins each of them."""
    if width is not None:
        return _wrapped_field(keyword, text, mark, width)
    if text.find("\n", 0, -1) < 0:
        return f'{mark}{keyword} "{escape(text)}"\n'
    lines = text.split("\n")
    last = lines.pop()
    strings = [f'{mark}"{escape(line)}\\n"\n' for line in lines]
    if last:
        strings.append(f'{mark}"{escape(last)}"\n')
    return f'{mark}{keyword} ""\n{"".join(strings)}'


def _wrapped_field(keyword: str, text: str, mark: str, width: int) -> str:
    *others, last = [escape(line) for line in text.split("\n")]
    lines = [f"{line}\\n" for line in others] + ([last] if last else [])
    first, *strings = strings_of_field(lines, width, len(mark) + len(keyword) + 2, len(mark) + 1)
    return f'{mark}{keyword} "{first}"\n' + "".join([f'{mark}"{string}"\n' for string in strings])
