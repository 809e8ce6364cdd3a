"""What the programs that read a dialect may take for markup, though CommonMark takes it for text.

Our own pages are safe without this: it is for the Markdown edition, which Python-Markdown, kramdown,
Goldmark, MDX and template languages read by looser rules. So it asks for less than a grammar: whatever looks
like a tag, a link target or something in braces must stand in the source too, in the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_TAG = re.compile(r"<[A-Za-z/!?_$][^>]*>?")
_TARGET = re.compile(r"\]\s*\(\s*<?([^\s)>]*)")
_SCHEME = re.compile(r"(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_HALF = re.compile(r"\{\{[<%]-?\s*/|\{%-?\s*end")
_VALUE = r"""=(?:"[^"<>{}]*"|'[^'<>{}]*'|[\w./#-]+)"""
_WELL_FORMED = re.compile(rf"</?[A-Za-z][\w.-]*(?:\s+[\w:.-]+(?:{_VALUE})?)*\s*/?>")
_BLANK = re.compile(r"\s+")


def other_markup(source: str, translation: str) -> str | None:
    """Return what a translation adds that some reader of the dialect could act on, or ``None``."""
    for what, pattern in (("the tag", _TAG), ("the link target", _TARGET), ("the address", _SCHEME)):
        added = Counter(_found(pattern, translation)) - Counter(_found(pattern, source))
        for piece in added:
            # An attribute that people read may be translated; the tag itself is compared elsewhere.
            if what != "the tag" or not _same_but_for_values(piece, source):
                return f'the translation has {what} "{_shown(piece)}", which its source does not have'
    here, there = list(_in_braces(source)), list(_in_braces(translation))
    for piece in Counter(there) - Counter(here):
        return f'the translation has "{_shown(piece)}", which its source does not have, or not as often'
    if any(_HALF.match(piece) for piece in here) and here != there:
        return "the tags in braces do not stand in the order of the source"
    return None


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield _BLANK.sub(" ", match[1] if pattern.groups else match[0])


def _same_but_for_values(tag: str, source: str) -> bool:
    bare = _bare(tag)
    return bare is not None and any(_bare(other) == bare for other in _found(_TAG, source))


def _bare(tag: str) -> str | None:
    """Return a well-formed tag without the values that people read; ``None`` for anything else."""
    if not _WELL_FORMED.fullmatch(tag):
        return None
    return re.sub(r"""\b(alt|title|label|placeholder|aria-label)=(?:"[^"]*"|'[^']*')""", r"\1", tag)


def _in_braces(text: str) -> Iterator[str]:
    """Yield the outermost pieces in braces; where these do not pair, all from the first to the last."""
    depth = start = 0
    found: list[str] = []
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth == 0:
            depth = -1
            break
        else:
            depth -= 1
            if depth == 0:
                found.append(_BLANK.sub(" ", text[start : match.end()]))
    if depth != 0:
        first = min(place for place in (text.find("{"), text.find("}")) if place >= 0)
        found = [_BLANK.sub(" ", text[first : max(text.rfind("{"), text.rfind("}")) + 1])]
    yield from found


def _shown(piece: str) -> str:
    return piece if len(piece) <= 40 else piece[:39] + "…"
