"""The words, strings and comments of PO text, token by token, as GNU gettext reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from toolkit.errors import CatalogError


class Kind(Enum):
    """What a token is."""

    COMMENT = auto()
    STRING = auto()
    WORD = auto()
    NUMBER = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


class Token(NamedTuple):
    """A token and where it stands in the text."""

    kind: Kind
    text: str
    start: int
    stop: int
    obsolete: bool
    """Whether ``#~`` stands before it on its line."""
    previous: bool
    """Whether ``#|`` or ``#~|`` stands before it on its line."""


# White space and marks are what gettext's lexer (po-lex.c) takes for them; a line ends at "\n" only.
_TOKEN = re.compile(
    r"""[ \t\r\f\v]* (?:
        (?P<newline>\n)
      | (?P<string>")
      | (?P<mark>\#~\|?|\#\|)
      | (?P<comment>\#[^\n]*)
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<number>[0-9]+)
      | (?P<open>\[)
      | (?P<close>\])
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_KINDS = {kind.name.lower(): kind for kind in Kind}
_IN_STRING = re.compile(r'["\n]|\\[^\n]')
_BLANK = re.compile(r"[ \t\r\f\v]*")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \t\r\n]|\Z)", re.MULTILINE)
_RESTORE = "the file seems to be cut off or damaged; take its last good state from version control"


def tokens(text: str, start: int, path: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` from ``start`` on, the last of kind ``END``.

    Raises ``CatalogError`` where no token can begin.
    """
    position = start
    obsolete = previous = False
    while True:
        match = _TOKEN.match(text, position)
        if match is None:
            raise _unreadable(text, position, path)
        group = str(match.lastgroup)
        position = match.end()
        if group == "newline":
            obsolete = previous = False
            continue
        if group == "mark":
            obsolete = obsolete or match[group].startswith("#~")
            previous = previous or match[group].endswith("|")
            continue
        if group == "comment" and "\r" in match[group].rstrip("\r"):
            at = match.start(group) + match[group].index("\r")
            raise refusal(
                "a carriage return alone inside a comment: programs disagree whether the line ends there",
                text,
                at,
                path,
                hint="save the file with Unix (LF) or Windows (CRLF) line endings",
            )
        start = match.start(group)
        if group == "string":
            closed = _closed(text, position)
            if closed is None:
                raise _unreadable(text, start, path)
            position = closed
        yield Token(_KINDS[group], text[start:position], start, position, obsolete, previous)
        if group == "end":
            return


def refusal(
    message: str, text: str, offset: int, path: str, *, rule: str = "po-syntax", hint: str = ""
) -> CatalogError:
    """Return the error for a problem at ``offset`` of ``text``, with line and column from 1."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return CatalogError(message, rule=rule, path=path, line=line, column=column, hint=hint)


def _closed(text: str, position: int) -> int | None:
    """Return the offset behind the quotation mark that closes a string, if one does on its line."""
    for found in _IN_STRING.finditer(text, position):
        if found[0] == '"':
            return found.end()
        if found[0] == "\n":
            return None
    return None


def _unreadable(text: str, position: int, path: str) -> CatalogError:
    blank = _BLANK.match(text, position)
    at = blank.end() if blank else position
    if _CONFLICT.match(text, at):
        return refusal(
            "an unresolved merge conflict",
            text,
            at,
            path,
            rule="po-conflict",
            hint="choose between the two sides and delete the lines <<<<<<<, ======= and >>>>>>>",
        )
    if text[at] == '"':
        return refusal(
            "a text that is not closed with a quotation mark on its line", text, at, path, hint=_RESTORE
        )
    return refusal(f"{text[at]!a} where a keyword or a text is expected", text, at, path, hint=_RESTORE)
