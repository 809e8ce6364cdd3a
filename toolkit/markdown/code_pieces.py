"""The texts of a code block that people read: its comments and, where asked for, its strings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.markdown.code_lexing import CodeToken, code_tokens, is_markup
from toolkit.model.segment import Span

COMMENT: Final = "code comment"
STRING: Final = "code string"

_BLOCKS: Final = (
    *(("<!--", "-->"), ("<%--", "--%>"), ("--[[", "]]"), ("=begin", "=end"), ("{-", "-}"), ("(*", "*)")),
    *(("<#", "#>"), ("{#", "#}"), ('"""', '"""'), ("'''", "'''"), ("/**", "*/"), ("/*!", "*/"), ("/*", "*/")),
)
_LINE = re.compile(r"//[/!]?|#+[!:]?|--+\|?|;+|%+|\"|'|!|[Rr][Ee][Mm]\b|dnl\b")
_PREFIX = re.compile(r"[rRuU](?=\"\"\"|''')")
_NEXT_LINE = re.compile(r"[ \t]*\n")
_DOC_COMMENT = re.compile(r"[rRuU]?(?:\"\"\"|''')|[^\"'rRuU]")
_TEXT_LINE = re.compile(r"[^\n]+")
_OWN_PIECE = re.compile(r"[@:\\\-]")
_PRAGMA = re.compile(
    r"[\W_]*(?:noqa|nosec|nolint|noinspection|type:|pylint|mypy:|ruff:|isort:|fmt:|yapf:|flake8|pragma|coding[:=]"
    r"|encoding:|eslint|jshint|jslint|prettier-|ts-|tslint|istanbul|webpack|jsx|flow\b|charset|generated"
    r"|sourceMappingURL|sourceURL|SPDX-|clang-|shellcheck|rubocop|frozen_string_literal|syntax=|phpcs|phpstan"
    r"|psalm|nosemgrep|language=|vim:|region\b|endregion\b|doctest:|cspell|markdownlint|ANCHOR|go:|build\b"
    r"|export\b|reference\b|yaml-language-server|global\b|if\b.*\]$|endif\b.*\]$|i18n:)",
    re.IGNORECASE,
)
_PLAIN_STRING = re.compile(r"\"[^\"\\\n${}%`]*\"|'[^'\\\n${}%`]*'")
_STRINGS: Final = frozenset(("Literal.String", "Literal.String.Single", "Literal.String.Double"))
_COMMENTS: Final = frozenset(("Comment", "Comment.Single", "Comment.Multiline", "Comment.Special"))
_DOC: Final = "Literal.String.Doc"


@dataclass(frozen=True, slots=True)
class CodePiece:
    """A text in code, as the range of each of its lines."""

    kind: str
    lines: tuple[Span, ...]

    def text(self, code: str) -> str:
        """Return the msgid."""
        return "\n".join(code[start:stop] for start, stop in self.lines)


def code_pieces(info: str, code: str, strings: bool) -> tuple[CodePiece, ...]:
    """Return the texts of a code block that hold a letter, in order.

    Line comments that follow each other with the same marker and indent are one text.  A block comment is
    one text for each paragraph; a line with a tag or a bullet begins another.  Shebangs, pragmas and
    directives of tools are copied, and so are strings with escapes or placeholders.
    """
    tokens = code_tokens(info, code)
    found: list[CodePiece] = []
    for start, stop in _comments(tokens):
        if block := _block(code, start, stop):
            found += _paragraphs(code, *block)
        elif marker := _LINE.match(code, start, stop):
            _add_line(code, found, marker, stop)
    if strings and not is_markup(info):
        found += [CodePiece(STRING, ((start + 1, stop - 1),)) for start, stop in _strings(tokens)]
    kept = [_trimmed(code, piece) for piece in found]
    return tuple(sorted((piece for piece in kept if piece), key=lambda piece: piece.lines))


def is_pragma(line: str) -> bool:
    """Tell whether a line of a comment speaks to a program."""
    return _PRAGMA.match(line) is not None


def _comments(tokens: Sequence[CodeToken]) -> Iterator[Span]:
    """Yield the range of each comment; lexers may give one in several tokens."""
    text, start = "", 0
    for token in tokens:
        doc = token.kind == _DOC and (text or _DOC_COMMENT.match(token.text))
        if token.kind not in _COMMENTS and not doc:
            if text:
                yield start, start + len(text)
            text = ""
        elif text and (_unfinished(text) or (not _opening(text) and "\n" not in text)):
            text += token.text
        else:
            if text:
                yield start, start + len(text)
            text, start = token.text, token.start
    if text:
        yield start, start + len(text)


def _opening(text: str) -> tuple[str, str] | None:
    return next((pair for pair in _BLOCKS if text.startswith(pair[0])), None)


def _unfinished(text: str) -> bool:
    pair = _opening(text)
    if pair is None:
        return False
    return len(text.rstrip()) < sum(map(len, pair)) - (pair[0] == "/**") or not text.rstrip().endswith(
        pair[1]
    )


def _block(code: str, start: int, stop: int) -> Span | None:
    """Return the range between the delimiters of a block comment; an empty one where it never ends."""
    prefix = _PREFIX.match(code, start, stop)
    start = prefix.end() if prefix else start
    text = code[start:stop].rstrip()
    if not (pair := _opening(text)):
        return None
    if _unfinished(text):
        return start, start
    return min(start + len(pair[0]), start + len(text) - len(pair[1])), start + len(text) - len(pair[1])


def _paragraphs(code: str, start: int, stop: int) -> Iterator[CodePiece]:
    lines: list[Span] = []
    reached = start
    starred = code.endswith(("/*", "/**", "/*!"), 0, start)
    for match in _TEXT_LINE.finditer(code, start, stop):
        first = match.start()
        last = match.start() + len(match[0].rstrip(" \t*" if starred else " \t"))
        marks = re.compile(r"[ \t]*\*?[ \t]*" if starred else r"[ \t]*").match(code, first, last)
        first = marks.end() if marks else first
        says = any(map(str.isalnum, code[first:last])) and not is_pragma(code[first:last])
        ends = match.start() - reached > 1 or not says or _OWN_PIECE.match(code, first)
        if ends and lines:
            yield CodePiece(COMMENT, tuple(lines))
            lines = []
        if says:
            lines.append((first, last))
        reached = match.end()
    if lines:
        yield CodePiece(COMMENT, tuple(lines))


def _add_line(code: str, found: list[CodePiece], marker: re.Match[str], stop: int) -> None:
    """Add a line comment, as a line of the one before where it goes on there."""
    start = marker.end()
    text = code[start:stop].rstrip()
    shebang = marker.start() == 0 and code.startswith("#!")
    if "\n" in text or shebang or is_pragma(text) or not any(map(str.isalnum, text)):
        return
    line = (start + len(text) - len(text.lstrip(" \t")), start + len(text))
    begin = code.rfind("\n", 0, start) + 1
    before = code[begin:start]
    if found and not code[begin : marker.start()].strip(" \t"):
        last = found[-1].lines[-1]
        above = code[code.rfind("\n", 0, last[0]) + 1 : last[0]]
        if above.rstrip(" \t") == before and _NEXT_LINE.fullmatch(code, last[1], begin):
            found[-1] = CodePiece(COMMENT, (*found[-1].lines, line))
            return
    found.append(CodePiece(COMMENT, (line,)))


def _strings(tokens: Sequence[CodeToken]) -> Iterator[Span]:
    """Yield the range of each string between quotes that stands for exactly its characters."""
    text, start, plain = "", 0, True
    for token in (*tokens, CodeToken(0, "", "")):
        if token.kind.startswith("Literal.String"):
            start = start if text else token.start
            plain = (plain or not text) and token.kind in _STRINGS
            text += token.text
        else:
            if text and plain and _PLAIN_STRING.fullmatch(text):
                yield start, start + len(text)
            text = ""


def _trimmed(code: str, piece: CodePiece) -> CodePiece | None:
    """Return a piece without the white space around each line; ``None`` where it has no letter."""
    lines = []
    for start, stop in piece.lines:
        text = code[start:stop]
        first = start + len(text) - len(text.lstrip())
        lines.append((first, max(first, start + len(text.rstrip()))))
    whole = any(start == stop for start, stop in lines)
    return (
        None if whole or not any(map(str.isalpha, piece.text(code))) else CodePiece(piece.kind, tuple(lines))
    )
