"""Directives that do nothing, or not what their author meant: misspelt, out of place, without an end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from markdown_it.token import Token

from toolkit.markdown.constructs.copied import COMMENT
from toolkit.markdown.directives import SPELLINGS, Verb, parse_directives
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.source_lines import SourceLines, line_starts
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.nearest import did_you_mean
from toolkit.model.segment import Span

_OWN = re.compile(r"\s*(?:(?:i18n|mdbook-xgettext)\s*:|mdpo-)\s*(?P<verb>[\w-]+)")
_SWITCH = re.compile(r"\s*translate\s*:\s*(?P<verb>[A-Za-z]+)\s*\Z")
_OTHER = re.compile(r"\s*(?P<prefix>[A-Za-z0-9]+(?:[-_]?x?gettext)?)(?:\s*[:./=_-]\s*|\s+)(?P<verb>[\w-]+)")
_SWITCHES = frozenset({"on", "off", "of", "no", "yes", "false", "true", "start", "stop", "end"})
_MEANT = {"begin": "start", "stop": "end", "ignore": "skip", "disable": "skip", "note": "comment"}
_PREFIXES = {"i18n": "i18n:", "mdbook-xgettext": "mdbook-xgettext:", "mdpo": "mdpo-"}
_HINTS = {
    "include": "text in a comment is never extracted: write it outside",
    "include-codeblock": "code is copied: leave the directive out",
    "include-codeblocks": "code is copied: leave the directive out",
}


def directive_findings(path: str, tokens: Sequence[Token], lines: SourceLines, above: int) -> list[Finding]:
    """Return a warning for each directive of a document that has no effect, in the order of the text.

    ``lines`` is the text that was parsed to ``tokens``, and ``above`` counts the document's lines before it.
    The comments of other template languages count too, where the dialect knows them.
    """
    if "<!--" not in lines.text and not any(COMMENT in token.meta for token in tokens):
        return []
    return sorted(_Check(path, lines, above).findings(tokens), key=Finding.sort_key)


class _Check:
    def __init__(self, path: str, lines: SourceLines, above: int) -> None:
        self._path = path
        self._text = lines.text
        self._above = above
        self._content = ""  # of the last token that was asked about
        self._content_starts = [0]
        self._range: Place | None = None  # where the range begins that is left alone

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self._text)

    def findings(self, tokens: Sequence[Token]) -> Iterator[Finding]:
        for token in tokens:
            comment = token.meta.get(COMMENT)
            if not comment and (token.type not in ("html_block", "inline") or "<!--" not in token.content):
                continue
            directives = parse_directives(comment or token.content) if token.type != "inline" else ()
            if not comment and not directives:
                yield from self._comments(token)
            elif not directives and (problem := _misspelt(comment or "")):
                yield self._misspelt(token, 0, problem)
            for directive in directives:
                place = self._place(token, 0 if comment else directive.offset)
                if directive.verb is Verb.MAX_LENGTH and directive.length is None:
                    message = f'max-length needs a number of characters, not "{_short(directive.argument)}"'
                    yield self._finding(message, place, "write it like <!-- i18n:max-length: 40 -->")
                elif directive.verb is Verb.SKIP_START and self._range:
                    message = f"the text is left alone already, from line {self._range.line} on"
                    yield self._finding(message, place, "the first i18n:skip-end ends both")
                elif directive.verb is Verb.SKIP_START:
                    self._range = place
                elif directive.verb is Verb.SKIP_END and not self._range:
                    hint = "write i18n:skip-start where the text to leave alone begins, or take this out"
                    yield self._finding("nothing is left alone here that could end", place, hint)
                elif directive.verb is Verb.SKIP_END:
                    self._range = None
        if self._range:
            hint = "write i18n:skip-end where the text to translate begins again, or at the end"
            yield self._finding(
                "everything from here to the end of the file is left alone", self._range, hint
            )

    def _comments(self, token: Token) -> Iterator[Finding]:
        """Yield what is wrong with the comments of a block that holds more, or other, than directives."""
        content = token.content
        for start, stop in _comments(token):
            if found := parse_directives(content[start:stop]):
                if found[0].verb is not Verb.NOTHING:
                    place = self._place(token, start)
                    message = "the directive does nothing here: it shares its lines with something else"
                    hint = "write it on a line of its own, and leave an empty line after what stands above it"
                    yield self._finding(message, place, hint)
            elif problem := _misspelt(content[start:stop]):
                yield self._misspelt(token, start, problem)

    def _misspelt(self, token: Token, offset: int, problem: tuple[str, str]) -> Finding:
        shown, hint = problem
        message = f'there is no directive "{shown}"; it does nothing'
        return self._finding(message, self._place(token, offset), hint)

    def _place(self, token: Token, offset: int) -> Place:
        content = token.content
        line = (token.map[0] if token.map else 0) + self._line_in(content, offset)
        end = content.find("\n", offset)
        rest = (len(content) if end < 0 else end) - offset
        # What a container puts before a line is not in the content: its end is where both agree.
        stop = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self._text)
        start = stop - rest
        if not self._text.startswith("<!--", start):  # a cell, or a heading with marks at its end too
            start = self._text.find(
                content[offset : offset + rest].partition("-->")[0], self._starts[line], stop
            )
        column = start - self._starts[line] + 1 if start >= 0 else 0
        return Place(self._path, line + 1 + self._above, column)

    def _line_in(self, content: str, offset: int) -> int:
        if self._content is not content:
            self._content, self._content_starts = content, line_starts(content)
        return bisect_right(self._content_starts, offset) - 1

    def _finding(self, message: str, place: Place, hint: str) -> Finding:
        return Finding("directive", Severity.WARNING, message, place, hint)


def _comments(token: Token) -> Iterator[Span]:
    """Yield where the comments of a block stand in its content; code spans hold none."""
    content = token.content
    spans = tuple(_comment_spans(content))
    if not any(_misspelt(content[a:b]) or parse_directives(content[a:b]) for a, b in spans):
        return  # whatever the block holds, no comment in it says anything to us
    if token.type == "html_block":
        yield from spans
    else:
        pieces = (piece for piece in scan_inline(content) if piece.kind is PieceKind.TAG)
        yield from ((p.start, p.stop) for p in pieces if content.startswith("<!--", p.start))


def _comment_spans(content: str) -> Iterator[Span]:
    """Yield where comments that end stand: a pattern would look for the end again at every beginning."""
    stop = 0
    while (start := content.find("<!--", stop)) >= 0:
        end = content.find("-->", start + len("<!--"))
        if end < 0:
            return
        stop = end + len("-->")
        yield start, stop


def _misspelt(comment: str) -> tuple[str, str] | None:
    """Return a comment's directive that nobody knows, as it is written, and a hint; or ``None``."""
    text = comment[: -len("-->")].rstrip("-")[len("<!") :].lstrip("-")
    if switch := _SWITCH.match(text):
        near = switch["verb"].lower() in _SWITCHES
        return (_short(text), "write translate:off, and translate:on where it ends") if near else None
    own = _OWN.match(text)
    other = own or _OTHER.match(text)
    if not other:
        return None
    shown = _short(text[: other.end()])
    if own and (hint := _HINTS.get(own["verb"])):
        return shown, hint
    verb = other["verb"].lower().replace("_", "-")
    meant = "-".join(_MEANT.get(part, part) for part in verb.split("-"))
    if own:
        word = text[: own.start("verb")].strip().replace(" ", "") + meant
        return shown, did_you_mean(word, SPELLINGS) or f"known are {', '.join(SPELLINGS[:6])}"
    for prefix in get_close_matches(other["prefix"].lower(), _PREFIXES, n=1, cutoff=0.7):
        for word in (_PREFIXES[prefix] + verb, _PREFIXES[prefix] + meant):
            if word in SPELLINGS:
                return shown, f'did you mean "{word}"?'
    return None


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:40] + "…"
