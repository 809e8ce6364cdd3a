"""Entries as gettext writes them: checked whole in one pass, their comments read when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.catalog.po.comments import read_comments
from toolkit.catalog.po.escapes import unescape
from toolkit.model.catalog import Entry, LateReaders, Lead, unread_entry
from toolkit.model.segment import MessageKey

# A string is only found here, quickly, as a line that begins and ends with a quotation mark. Whether it is
# one is then told by the number of marks, or by the second pattern where there are escapes. Nothing can match
# in two ways, and the bounds keep small what a repeated group remembers.
_LINES = rb'((?:"[^\n]*"\r?\n){1,1000})'
_FOUND = re.compile(
    rb"((?:(?:#(?![~|])[^\n\r]*)?\r?\n){0,1000})"
    rb"(?:msgctxt "
    + _LINES
    + rb")?msgid "
    + _LINES
    + rb"msgstr "
    + _LINES
    +
    # Whatever could still belong to the entry is left to the scanner.
    rb"(?![ \t\r\f\v\n]*(?:\"|msgid_plural|msgstr|\[|#~[ \t]*(?:\"|msgstr)))"
)
_STRINGS = rb'(?:"[^"\\\n]*(?:\\[abfnrtv"\\][^"\\\n]*){0,1000}"\r?\n){1,1000}'
_CHECKED = re.compile(rb"(?:msgctxt " + _STRINGS + rb")?msgid " + _STRINGS + rb"msgstr " + _STRINGS)
_QUOTE = ord('"')
_LEAD = re.compile(r"(?:(?:#[^\n]*)?\n|\r\n){0,1000}")


def deferred_entries(data: bytes, start: int, line: int) -> Iterator[tuple[Entry, int, int]]:
    """Yield active entries written as gettext does, without ``#|`` lines, up to the first other one.

    Each comes with the offset behind it and the line number there; ``line`` is that of ``start``. Where this
    ends, ``match_entry`` decides; what it yields, ``match_entry`` would find as well. Bytes are read, and
    decoded entry by entry: one emoji makes a string of the whole file four times as long. Raises
    ``UnicodeDecodeError``.
    """
    find, count, match = data.find, data.count, _FOUND.match
    while found := match(data, start):
        _, (_, body), (context, context_stop), (msgid, msgid_stop), (msgstr, stop) = found.regs
        escapes = find(b"\\", body, stop) >= 0
        if escapes:
            checked = _CHECKED.match(data, body)
            if checked is None or checked.end() != stop:
                return
        elif count(b'"', body, stop) != 2 * count(b"\n", body, stop):
            return
        msgid_line = line + count(b"\n", start, body)
        key_context = None
        if context >= 0:
            key_context = _value(data[context + 1 : data.rindex(b'"', context, context_stop)].decode())
            msgid_line += count(b"\n", context, context_stop)
        msgstr_line = msgid_line + count(b"\n", msgid, msgid_stop)
        line = msgstr_line + count(b"\n", msgstr, stop)
        fuzzy = find(b"fuzzy", start, body) >= 0 and read_comments(data[start:body].decode()).fuzzy
        # The line ends with a quotation mark and LF, or CRLF.
        content = data[
            msgid + 1 : msgid_stop - 2 if data[msgid_stop - 2] == _QUOTE else msgid_stop - 3
        ].decode()
        plain = not escapes and msgstr_line == msgid_line + 1
        key = MessageKey(key_context, content if plain else _value(content))
        yield (
            unread_entry(data[start:stop].decode(), key, fuzzy, msgid_line, msgstr_line, _READERS),
            stop,
            line,
        )
        start = stop


def _read_msgstr(raw: str) -> str:
    # No string holds a line end, so the last line that begins like this is the one.
    keyword = "\nmsgstr "
    return _value(raw[raw.rindex(keyword) + len(keyword) + 1 : raw.rindex('"')])


def _read_lead(raw: str) -> Lead:
    lead = _LEAD.match(raw)
    said = read_comments(lead[0] if lead else "")
    return Lead(said.notes, said.references, said.comments, said.flags)


_READERS = LateReaders(_read_msgstr, _read_lead)


def _value(content: str) -> str:
    if "\n" in content:
        # No string holds a line end, so a mark on each side of one stands between two strings.
        content = content.replace('"\n"', "").replace('"\r\n"', "")
    return unescape(content) if "\\" in content else content
