"""One entry of a PO file in any spelling that gettext allows, or a refusal that says where it is broken."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from toolkit.catalog.po.comments import read_comments
from toolkit.catalog.po.escapes import BadEscape, unescape
from toolkit.catalog.po.scanner import Kind, Token, refusal, tokens
from toolkit.model.catalog import Entry, Previous
from toolkit.model.segment import MessageKey

_REST_OF_LINE = re.compile(r"[ \t\r\f\v]*(?:\n|\Z)")
_KEYWORDS = frozenset({"msgctxt", "msgid", "msgid_plural", "msgstr"})
_RESTORE = "the file seems to be cut off or damaged; take its last good state from version control"
_QUOTES = 'inside a text, a quotation mark is written \\"'


class Scanned(NamedTuple):
    """An entry, and the offset behind its text."""

    entry: Entry
    stop: int


def scan_entry(text: str, start: int, path: str, line: int = 1) -> Scanned | None:
    """Return the entry that begins at ``start``, or nothing where only comments and blank lines are left.

    ``line`` is the line number of ``start``. The text of the entry ends with the line of its last string, or
    behind that string where something else follows there. Raises ``CatalogError`` (``po-syntax``,
    ``po-conflict``).
    Comments after ``#|`` lines are read, though ``msgfmt`` refuses them: what they mean is plain.
    """
    return _Parser(text, start, path).entry(line)


class _Parser:
    def __init__(self, text: str, start: int, path: str) -> None:
        self.text = text
        self.start = start
        self.path = path
        self.tokens = tokens(text, start, path)
        self.next = next(self.tokens)
        self.last_stop = start
        self.obsolete = False
        self.previous = False

    def entry(self, line: int) -> Scanned | None:
        comments, earlier, previous = self.lead_in()
        first = self.next
        if first.kind is Kind.END:
            if previous:
                self.fail(previous, "an earlier msgid (#|) that belongs to no entry", _RESTORE)
            return None
        self.obsolete = first.obsolete
        context = self.field("msgctxt") if self.at("msgctxt") else None
        msgid = self.next
        text = self.field("msgid")
        plural = self.field("msgid_plural") if self.at("msgid_plural") else None
        msgstr = self.next
        forms = (self.field("msgstr"),) if plural is None else self.forms()
        stop = self.end_of_entry()
        said = read_comments("\n".join(comments))
        entry = Entry(
            self.text[self.start : stop],
            MessageKey(context, text),
            forms[0],
            said.fuzzy,
            self.obsolete,
            plural,
            () if plural is None else forms,
            said.notes,
            said.references,
            said.comments,
            said.flags,
            _previous(earlier),
            line + self.text.count("\n", self.start, msgid.start),
            line + self.text.count("\n", self.start, msgstr.start),
        )
        return Scanned(entry, stop)

    def lead_in(self) -> tuple[list[str], dict[str, str], Token | None]:
        comments: list[str] = []
        earlier: dict[str, str] = {}
        previous: Token | None = None
        while True:
            token = self.next
            if token.kind is Kind.COMMENT:
                comments.append(token.text)
                self.advance()
            elif token.previous and token.kind is Kind.WORD and token.text in _KEYWORDS - {"msgstr"}:
                previous = token
                self.obsolete, self.previous = token.obsolete, True
                earlier[token.text] = self.field(token.text)
                self.previous = False
            else:
                return comments, earlier, previous

    def forms(self) -> tuple[str, ...]:
        forms: list[str] = []
        while self.at("msgstr"):
            self.advance()
            self.expect(Kind.OPEN, "[ after the msgstr of an entry with msgid_plural")
            expected = str(len(forms)) if forms else ""
            if self.next.kind is Kind.NUMBER and self.next.text.lstrip("0") != expected:
                self.fail(self.next, f"plural form {self.next.text[:20]} where form {len(forms)} is expected")
            self.expect(Kind.NUMBER, "the number of a plural form")
            self.expect(Kind.CLOSE, "] after the number of a plural form")
            forms.append(self.strings("msgstr"))
        if not forms:
            self.expect(Kind.WORD, "msgstr[0]")
            self.fail(self.next, "msgstr[0] is missing")
        return tuple(forms)

    def field(self, keyword: str) -> str:
        if not self.at(keyword):
            self.unexpected(keyword)
        self.advance()
        return self.strings(keyword)

    def strings(self, keyword: str) -> str:
        if self.next.kind is not Kind.STRING:
            self.unexpected(f"a text in quotation marks after {keyword}")
        parts: list[str] = []
        while self.next.kind is Kind.STRING and self.next.previous == self.previous:
            token = self.next
            try:
                parts.append(unescape(token.text[1:-1]))
            except BadEscape as error:
                raise refusal(
                    "an escape that is not known, or not UTF-8",
                    self.text,
                    token.start + 1 + error.offset,
                    self.path,
                    hint="a backslash itself is written \\\\",
                ) from None
            self.advance()
        return "".join(parts)

    def at(self, keyword: str) -> bool:
        token = self.next
        return token.kind is Kind.WORD and token.text == keyword and token.previous == self.previous

    def expect(self, kind: Kind, what: str) -> None:
        if self.next.kind is not kind:
            self.unexpected(what)
        self.advance()

    def advance(self) -> None:
        token = self.next
        if token.kind is not Kind.COMMENT and (token.obsolete, token.previous) != (
            self.obsolete,
            self.previous,
        ):
            self.fail(token, "#~ or #| on some lines of an entry only")
        self.last_stop = token.stop
        self.next = next(self.tokens)

    def end_of_entry(self) -> int:
        token = self.next
        if token.kind in {Kind.STRING, Kind.NUMBER, Kind.OPEN, Kind.CLOSE}:
            self.unexpected("the end of the entry")
        if token.kind is Kind.WORD and token.text not in {"msgctxt", "msgid", "domain"}:
            self.unexpected("the end of the entry")
        rest = _REST_OF_LINE.match(self.text, self.last_stop)
        if rest is not None:
            return rest.end()
        if self.obsolete:
            self.fail(token, "something after an obsolete entry on its line", "begin a new line there")
        return self.last_stop

    def unexpected(self, expected: str) -> NoReturn:
        token = self.next
        if token.kind is Kind.END:
            self.fail(token, f"the file ends where {expected} is expected", _RESTORE)
        if token.kind is Kind.COMMENT:
            self.fail(token, f"a comment inside an entry, where {expected} is expected", _RESTORE)
        if token.kind is Kind.STRING:
            self.fail(token, f"a text where {expected} is expected", _QUOTES)
        if token.text == "domain":
            self.fail(
                token, "a domain directive; a file holds one domain here", "put each domain into its own file"
            )
        known = token.text in _KEYWORDS or token.kind is not Kind.WORD
        hint = _RESTORE if known else f"{_QUOTES}; comments begin with #"
        self.fail(token, f"{token.text[:40]} where {expected} is expected", hint)

    def fail(self, token: Token, message: str, hint: str = "") -> NoReturn:
        raise refusal(message, self.text, token.start, self.path, hint=hint)


def _previous(fields: dict[str, str]) -> Previous | None:
    if "msgid" not in fields:
        return None
    return Previous(fields["msgid"], fields.get("msgctxt"), fields.get("msgid_plural"))
