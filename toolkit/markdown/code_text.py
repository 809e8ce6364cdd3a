"""A translation of a text in code: what it may hold, and whether the code around it stays what it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from toolkit.markdown.code_lexing import code_tokens
from toolkit.markdown.code_pieces import is_pragma
from toolkit.markdown.splice import splice
from toolkit.model.segment import Encoding, Segment, Span

_TRIALS: Final = 64
_READABLE: Final = ("Comment", "Literal.String")
# Ends of lines to some language, other controls, and what reorders code on a screen (CVE-2021-42574).
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FENCE = re.compile(r"[ \t>]*(?:`{3,}|~{3,})")
# What ends a comment in some language that others are embedded in, or to a browser alone.
_ENDINGS = re.compile(r"\*/|--!?>|\?>|</(?:script|style)", re.IGNORECASE)
_IN_STRING = re.compile(r"[\"'\\${}%`]")


def code_lines(translation: str) -> tuple[str, ...]:
    """Return the lines of a translation, each without the white space around it."""
    text = translation.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    return tuple(line.strip(" \t") for line in text.split("\n"))


def code_problem(segment: Segment, translation: str) -> str | None:
    """Return why a translation of a text in code cannot be published, or ``None``."""
    lines, source = code_lines(translation), segment.key.text.split("\n")
    if lines == ("",):
        return None  # found empty elsewhere
    if len(lines) != len(source):
        return f"the translation has {len(lines)} lines and its source {len(source)}"
    for line, old in zip(lines, source, strict=True):
        if not line:
            return "the translation has an empty line"
        if found := _CONTROLS.search(line):
            return f"the translation has the control character U+{ord(found[0]):04X}"
        if _FENCE.match(line):
            return "the translation has a line that could end the code block"
        if "\\" in line and "\\" not in old:
            return "the translation has a backslash, which its source does not have"
        if (end := _ENDINGS.search(line)) and end[0] not in old:
            return f"the translation has {end[0]}, which could end a comment"
        if segment.encoding is Encoding.CODE_STRING and (mark := _IN_STRING.search(line)):
            return f"the translation has {mark[0]}, which could mean something in a string"
        if segment.encoding is Encoding.CODE_COMMENT and is_pragma(line):
            return "the translation has a line that a program could take for an instruction"
    return None


def misfits_in_code(
    info: str, code: str, ranges: Sequence[tuple[int, Span]], lines: Mapping[int, tuple[str, ...]]
) -> frozenset[int]:
    """Return the texts that change code around them, by Pygments' tokens before and after.

    ``ranges`` has the number of a text and the range of one of its lines, in order; ``lines`` the
    translations by number.  They are tried together, and what does not fit is halved; after `_TRIALS` what
    is left of it counts as misfit.
    """
    accepted: dict[int, tuple[str, ...]] = {}
    groups = [list(lines)] if lines else []
    for _ in range(_TRIALS):
        if not groups:
            break
        group = groups.pop()
        together = accepted | {number: lines[number] for number in group}
        if _same_code(info, code, ranges, together):
            accepted = together
        elif len(group) > 1:
            middle = len(group) // 2
            groups += [group[middle:], group[:middle]]
    return frozenset(lines.keys() - accepted.keys())


def _same_code(
    info: str, code: str, ranges: Sequence[tuple[int, Span]], lines: Mapping[int, tuple[str, ...]]
) -> bool:
    edits: list[tuple[Span, str]] = []
    written: list[Span] = []
    seen: dict[int, int] = {}
    gained = 0
    for number, (start, stop) in ranges:
        if number in lines:
            text = lines[number][seen.setdefault(number, 0)]
            seen[number] += 1
            # HTML, 13.2.5.43: a browser ends a comment there, Pygments does not.
            if text.startswith((">", "->")) and code.endswith("<!--", 0, start):
                return False
            edits.append(((start, stop), text))
            written.append((start + gained, start + gained + len(text)))
            gained += len(text) - (stop - start)
    before = _outside(info, code, [span for span, _ in edits])
    return before is not None and before == _outside(info, splice(code, edits), written)


def _outside(info: str, code: str, texts: Sequence[Span]) -> list[tuple[str, str]] | None:
    """Return type and text of all tokens without the texts; ``None`` where a text is more than text."""
    found: list[tuple[str, str]] = []
    reached = 0
    for token in code_tokens(info, code):
        stop, kept, at = token.start + len(token.text), "", token.start
        while reached < len(texts) and texts[reached][0] < stop:
            first, last = texts[reached]
            if not token.kind.startswith(_READABLE):
                return None
            kept += code[at : max(at, first)]
            at = min(max(at, last), stop)
            if last > stop:
                break
            reached += 1
        kept += code[at:stop]
        if kept and found and found[-1][0] == token.kind:
            found[-1] = (token.kind, found[-1][1] + kept)
        elif kept:
            found.append((token.kind, kept))
    return found
