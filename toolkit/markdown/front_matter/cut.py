"""Where the front matter of a document stands: YAML, TOML or JSON, by what the document begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.errors import SourceError
from toolkit.markdown.front_matter.json_syntax import JSON, json_end
from toolkit.markdown.front_matter.syntax import Disagreement, Syntax, Unreadable
from toolkit.markdown.front_matter.toml_syntax import TOML
from toolkit.markdown.front_matter.yaml_syntax import YAML
from toolkit.markdown.source_lines import LineNumbers
from toolkit.model.segment import Encoding

SYNTAXES: Final[Mapping[Encoding, Syntax]] = {
    Encoding.YAML: YAML,
    Encoding.TOML: TOML,
    Encoding.JSON: JSON,
}

_BREAK = r"(?:\r\n|\n|\r(?!\n))"  # a break is never read as two: trying both ways would never come back
_DASHES = re.compile(rf"---[ \t]*{_BREAK}\ufeff?")
_DASHES_END = re.compile(rf"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:{_BREAK}|\Z)")
_YAML_KEY = re.compile(rf"(?:[ \t]*(?:#[^\r\n]*)?{_BREAK})*[\w\"'.-]+[ \t]*:(?:\s|$)")
_THREE_PLUSES: Final = "+" * 3  # tests/architecture would take it, written out, for a pattern's sign
_PLUSES = re.compile(rf"\+\+\+[ \t]*{_BREAK}")
_PLUSES_ALONE = re.compile(r"\+\+\+[ \t]*(?:[\r\n]|\Z)")
_PLUSES_END = re.compile(rf"(?<=[\r\n])\+\+\+[ \t]*(?:{_BREAK}|\Z)")
_TOML_KEY = re.compile(
    rf"(?:[ \t]*(?:#[^\r\n]*)?{_BREAK})*[ \t]*"
    rf"(?:[\w\"'.-]+[ \t]*=(?!=)|\[\[?[\w\"'. -]+\]\]?[ \t]*(?:#|{_BREAK}))"
)
_JSON_KEY = re.compile(r'\{[ \t\r\n]*"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"[ \t\r\n]*:')
_JSON_LINE = re.compile(r"[^\r\n]*[{}\[,][ \t]*(?:[\r\n]|\Z)")
_LINE_END = re.compile(rf"[ \t]*(?:{_BREAK}|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the fences (JSON is its own fence) and where the body begins, as offsets."""

    start: int
    stop: int
    body: int
    encoding: Encoding

    @property
    def syntax(self) -> Syntax:
        """The language it is written in."""
        return SYNTAXES[self.encoding]


def cut_front_matter(text: str, start: int, path: str) -> FrontMatter | None:
    """Return the front matter that begins at ``start``, or ``None`` where Markdown begins there.

    A thematic break, plus signs and braces may open a document too: front matter is what holds keys, and in
    TOML also nothing at all.
    Raises `SourceError` where keys were meant, and what stands there is broken or, after ``+++`` and
    ``{``, never ends: dashes that nothing closes are a thematic break.
    """
    if text.startswith("---", start):
        return _fenced(text, _DASHES.match(text, start), _DASHES_END, Encoding.YAML, _YAML_KEY, path)
    if text.startswith(_THREE_PLUSES, start):
        return _fenced(text, _PLUSES.match(text, start), _PLUSES_END, Encoding.TOML, _TOML_KEY, path)
    if text.startswith("{", start) and _JSON_KEY.match(text, start):
        return _json(text, start, path)
    return None


def has_front_matter(text: str, start: int) -> bool:
    """Tell whether a document would be read as one with front matter, be it broken."""
    try:
        return cut_front_matter(text, start, "") is not None
    except SourceError:
        return True


def opens_front_matter(text: str) -> bool:
    """Tell whether a text, as the first of a document, could be read as the opening of front matter."""
    return bool(_PLUSES_ALONE.match(text) or _JSON_KEY.match(text))


def _fenced(
    text: str,
    opening: re.Match[str] | None,
    fence: re.Pattern[str],
    encoding: Encoding,
    key: re.Pattern[str],
    path: str,
) -> FrontMatter | None:
    if not opening:
        return None
    first = opening.end()
    closing = fence.search(text, first)
    if not closing:
        if encoding is Encoding.TOML and key.match(text, first):
            problem = Unreadable(f"no line {_THREE_PLUSES} closes it", opening.start())
            raise _broken(problem, TOML, text, 0, path)
        return None
    front = FrontMatter(first, closing.start(), closing.end(), encoding)
    source = text[first : front.stop]
    try:
        reading = front.syntax.read(source)
        if source.strip() and not reading.scalars and not reading.rest:
            return None  # remarks, which Markdown reads as headings
    except Disagreement:
        pass
    except Unreadable as problem:
        if not key.match(source):
            return None
        raise _broken(problem, front.syntax, text, first, path) from None
    return front


def _json(text: str, start: int, path: str) -> FrontMatter | None:
    try:
        stop = json_end(text, start)
        ending = _LINE_END.match(text, stop)
        if not ending:
            return None  # a sentence that begins with an object
        front = FrontMatter(start, stop, ending.end(), Encoding.JSON)
        JSON.read(text[start:stop])
    except Disagreement:
        pass
    except Unreadable as problem:
        if not _JSON_LINE.match(text, start):
            return None
        raise _broken(problem, JSON, text, 0, path) from None
    return front


def _broken(problem: Unreadable, syntax: Syntax, text: str, base: int, path: str) -> SourceError:
    numbers = LineNumbers(text)
    offset = base + problem.offset
    line, column = numbers.line(offset), numbers.column(offset)
    if line == 1 and text.startswith("\ufeff"):
        column = max(column - 1, 1)  # editors do not count a byte order mark
    return SourceError(
        f"the front matter is not valid {syntax.name}: {problem.problem}",
        rule="front-matter",
        path=path,
        line=line,
        column=column,
        hint=syntax.hint,
    )
