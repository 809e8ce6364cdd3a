"""The code in a text, and what a translation made of the code of its source."""

from __future__ import annotations

import re
from collections import Counter

from toolkit.check.pair import Pair
from toolkit.check.text_view import TextView
from toolkit.markdown.inline_reading import PartKind
from toolkit.markdown.inline_scan import code_spans

_LONGEST = 60
_BLOCK = "```"
_OTHER_MARKUP = re.compile(r"(?<![\w`]):[a-z][a-z0-9:+.-]{0,40}:`[^`]|(?<![`\w])`[^`]{1,500}`__?(?![\w`])")
_LITERAL = "``"
_FREE = re.compile(r"\s+|(?<=\")[^\"]*(?=\")|(?<=')[^']*(?=')|(?<=<)[^\W\d_A-Z](?:[^\W_A-Z]|[ _-])+(?=>)")


def code_facts(view: TextView) -> Counter[str]:
    """Return how often each code span stands in a text; ask for it with `TextView.of`.

    Other programs' files have whole code blocks as messages: they have none.
    """
    text = view.text
    if "`" not in text or _BLOCK in text:
        return Counter()
    return Counter({" ".join(code.split()): n for code, n in view.reading.counted(PartKind.CODE).items()})


def literals(view: TextView) -> Counter[str]:
    """Return the same of a text in reStructuredText, where one backtick begins a role or a link."""
    spans = (view.text[start:stop] for start, stop in code_spans(view.text))
    return Counter(" ".join(span.strip("`").split()) for span in spans if span.startswith(_LITERAL))


def _codes(pair: Pair) -> tuple[Counter[str], Counter[str]]:
    # Which markup it is the source says, and only of other programs' files.
    other = pair.segment is None and "`" in pair.source.text and _OTHER_MARKUP.search(pair.source.text)
    read = literals if other else code_facts
    return pair.source.of(read), pair.translation.of(read)


def missing_codes(pair: Pair) -> tuple[str, ...]:
    """Return the code of the source that a translation has nowhere."""
    here, there = _codes(pair)
    return tuple(code for code in here if code not in there)


def changed_codes(pair: Pair) -> tuple[tuple[str, str, tuple[int, int]], ...]:
    """Return the code of a translation that stands for other code of its source: that, this, and where.

    Code that is only added is none, nor is a word of the source that the translation has as code; white
    space, the words in a quoted string and a ``<place for a name>`` may be other ones.
    """
    here, there = _codes(pair)
    if here == there:
        return ()
    source, kept = pair.source.text, {_bare(code) for code in here}
    added = [code for code in there if code not in here and code not in source and _bare(code) not in kept]
    made = {_bare(code) for code in there}
    missing = tuple(code for code in missing_codes(pair) if _bare(code) not in made)
    return tuple(
        (wrong, right, _place(pair.translation.text, wrong))
        for wrong, right in zip(added, _nearest(added, missing), strict=False)
    )


def stray_backtick(pair: Pair) -> tuple[int, int] | None:
    """Return where a backtick stands that is text in a translation and not in its source; or ``None``."""
    if pair.translation.reading.text.count("`") <= pair.source.reading.text.count("`"):
        return None
    text = pair.translation.text
    spans = code_spans(text)
    position = text.find("`")
    for start, stop in spans:
        if position < start:
            break
        position = text.find("`", stop)
    return (position, position + 1) if position >= 0 else (0, 0)


def shown_code(code: str) -> str:
    """Return code as findings show it."""
    return code if len(code) <= _LONGEST else code[: _LONGEST - 1] + "…"


def _bare(code: str) -> str:
    return _FREE.sub("", code)


def _nearest(added: list[str], missing: tuple[str, ...]) -> list[str]:
    """Return for each added code the missing one that it most likely stands for."""
    left = list(missing)
    found = []
    for code in added[: len(missing)]:
        letters = set(code)
        best = max(left, key=lambda one: len(letters & set(one)) / (len(letters | set(one)) or 1))
        left.remove(best)
        found.append(best)
    return found


def _place(text: str, code: str) -> tuple[int, int]:
    for start, stop in code_spans(text):
        content = text[start:stop].strip("`")
        if " ".join(content.split()) == code:
            inner = content.strip()
            first = text.index(inner, start)
            return first, first + len(inner)
    return 0, 0
