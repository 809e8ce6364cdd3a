"""The spelling in which nearly all entries are written, read with one regular expression per entry."""

from __future__ import annotations

import re

from toolkit.catalog.po.comments import NO_COMMENTS, read_comments
from toolkit.catalog.po.escapes import unescape
from toolkit.catalog.po.grammar import Scanned
from toolkit.model.catalog import Entry, Previous
from toolkit.model.segment import MessageKey

# No character can be matched in two ways, so a failure is found in time linear in the entry. The bounds keep
# the memory small that a repeated group takes per round; what is longer is left to the scanner. Possessive
# quantifiers would need neither, but before Python 3.11.5 they let go of what they matched.
_CONTENT = r'[^"\\\n]*(?:\\[abfnrtv"\\][^"\\\n]*){0,1000}'
_BLANK = r"[ \t\r\f\v]*"
_END = rf"{_BLANK}(?:\n|\Z)"


def _lines(mark: str) -> str:
    return rf'"{_CONTENT}"{_END}(?:{mark}"{_CONTENT}"{_END}){{0,1000}}'


def _ordinary(mark: str, previous: str) -> re.Pattern[str]:
    strings, previous_strings = _lines(mark), _lines(previous)
    return re.compile(
        rf"((?:{_BLANK}(?:\#(?![~|])[^\n\r]*\r*)?\n){{0,1000}})"
        rf"(?:{previous}msgctxt[ ]({previous_strings}))?(?:{previous}msgid[ ]({previous_strings}))?"
        rf"(?:{mark}msgctxt[ ]({strings}))?"
        rf"{mark}msgid[ ]({strings})"
        rf"{mark}msgstr[ ]({strings})"
        # Whatever could still belong to the entry is left to the scanner.
        r"(?![ \t\r\f\v\n]*(?:\"|msgid_plural|msgstr|\[|\#~[ \t]*(?:\"|msgstr)))"
    )


_ACTIVE = _ordinary("", r"\#\|[ ]")
_OBSOLETE = _ordinary(r"\#~[ ]", r"\#~\|[ ]")
_STRING = re.compile(rf'"({_CONTENT})"')


def match_entry(text: str, start: int, line: int) -> Scanned | None:
    """Return the entry at ``start`` if it is written in the ordinary way, else nothing.

    ``line`` is the line number of ``start``. Where this finds nothing, ``scan_entry``
    decides; where it finds an entry, ``scan_entry`` finds the same.
    """
    match = _ACTIVE.match(text, start)
    obsolete = match is None
    if match is None:
        match = _OBSOLETE.match(text, start)
        if match is None:
            return None
    lead, earlier_context, earlier, context, msgid, msgstr = match.groups()
    said = read_comments(lead) if "#" in lead else NO_COMMENTS
    msgid_line = line + text.count("\n", start, match.start(5))
    entry = Entry(
        match[0],
        MessageKey(context if context is None else _value(context), _value(msgid)),
        _value(msgstr),
        said.fuzzy,
        obsolete,
        None,
        (),
        said.notes,
        said.references,
        said.comments,
        said.flags,
        None if earlier is None else _previous(earlier, earlier_context),
        msgid_line,
        msgid_line + msgid.count("\n"),
    )
    return Scanned(entry, match.end())


def _previous(text: str, context: str | None) -> Previous:
    return Previous(_value(text), None if context is None else _value(context))


def _value(lines: str) -> str:
    only = lines.rstrip(" \t\r\f\v\n")
    if "\n" in only:
        return unescape("".join(_STRING.findall(lines)))
    return unescape(only[1:-1])
