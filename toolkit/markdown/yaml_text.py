"""Writing a translation into a YAML scalar without touching anything else of the front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator

from toolkit.markdown.front_matter import Scalar, all_scalars


def yaml_with(source: str, number: int, text: str) -> str | None:
    """Return a YAML text with the value of its ``number``-th scalar replaced by ``text``.

    The scalar keeps its style where that can hold the text, and is double-quoted where it cannot.
    The result is read back: every other scalar has its old value.  ``None`` where no way was found.
    """
    before = all_scalars(source)
    if before is None:
        return None
    scalar = before[number]
    expected = [(s.tag, s.value) for s in before]
    for written in _candidates(source, scalar, text):
        result = source[: scalar.start] + written + source[scalar.stop :]
        after = all_scalars(result)
        if after is None or len(after) != len(before):
            continue
        if after[number].text == text and after[number].tag == scalar.tag:
            expected[number] = (scalar.tag, after[number].value)
            if [(s.tag, s.value) for s in after] == expected:
                return result
    return None


def _candidates(source: str, scalar: Scalar, text: str) -> Iterator[str]:
    if scalar.style in ("|", ">"):
        yield _block(source[scalar.start : scalar.stop], scalar.style, text)
    elif "\n" not in text:
        if scalar.style is None and "\t" not in text:  # readers disagree about tabs in plain scalars
            yield text
        elif scalar.style == "'":
            yield "'" + text.replace("'", "''") + "'"
    # JSON strings are YAML double-quoted strings, apart from what YAML calls line breaks.
    quoted = json.dumps(text, ensure_ascii=False)
    for character in "\x7f\x85\xa0\u2028\u2029\ufeff":
        if character != "\xa0":
            quoted = quoted.replace(character, f"\\u{ord(character):04x}")
    yield quoted


def _block(written: str, style: str, text: str) -> str:
    """Return a block scalar with the header and the indentation of the one that is there."""
    newline = "\r\n" if "\r\n" in written else "\r" if "\r" in written else "\n"
    header, _, content = written.partition(newline)
    first = next(line for line in content.split(newline) if line.strip())
    indent = first[: len(first) - len(first.lstrip(" "))]
    between = newline if style == "|" else newline * 2
    return header + newline + between.join(indent + line for line in text.split("\n"))
