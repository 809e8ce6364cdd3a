"""The emphasis of a text, and the marks that a translation holds as text where its source has markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.check.code_facts import changed_codes, code_facts, stray_backtick
from toolkit.check.pair import Pair
from toolkit.check.text_view import TextView
from toolkit.markdown.emphasis import mended_emphasis
from toolkit.markdown.inline_reading import InlineReading, PartKind, read_inline

_STRONG_TAGS = re.compile(r"<(?:b|strong)[\s>]", re.IGNORECASE)
_EMPHASIS_TAGS = re.compile(r"<(?:i|em|cite)[\s>]", re.IGNORECASE)
_LINKS = (PartKind.LINK, PartKind.IMAGE)
_MARKS = {
    PartKind.STRONG: re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|＊＊"),
    PartKind.EMPHASIS: re.compile(
        r"(?<![*\w])\*(?![*])|(?<![*])\*(?![*\w])|(?<![\w_])_(?=\w)|(?<=\w)_(?![\w_])"
    ),
    PartKind.STRUCK: re.compile(r"~~"),
}
_LINK_END = re.compile(r"[\]］】]\s{0,3}[(（]")
_LONE = re.compile(r"(?:^|(?<=\s))(?:\*\*|__|~~|[*_])(?=\s|$)")


def emphases(source: TextView, view: TextView) -> Counter[PartKind]:
    """Return how often a text is bold, emphasised and struck, as it is published beside ``source``."""
    reading = _published(source, view)
    found = Counter(part.kind for part in reading.parts if part.kind in _MARKS)
    for tag in (part.value for part in reading.parts if part.kind is PartKind.TAG):
        found[PartKind.STRONG] += bool(_STRONG_TAGS.match(tag))
        found[PartKind.EMPHASIS] += bool(_EMPHASIS_TAGS.match(tag))
    return Counter({kind: count for kind, count in found.items() if count})


def borrowed_emphases(source: TextView, view: TextView) -> int:
    """Return how many emphasised places only mark words of the source: terms left in its language."""
    words = source.text.lower()
    ours, theirs = (Counter(_emphasised(_published(source, one))) for one in (source, view))
    return sum(count for text, count in (theirs - ours).items() if text.lower() in words)


def _emphasised(reading: InlineReading) -> Iterator[str]:
    begun: list[str] = []
    for token in reading.tokens:
        if token.type == "em_open":
            begun.append("")
        elif token.type == "em_close" and begun:
            yield begun.pop()
        elif begun:
            begun[-1] += token.content


def left_markup(pair: Pair) -> tuple[str, tuple[int, int]] | None:
    """Return a mark that is text in a translation, where its source has markup that the translation lacks."""
    source, translation = pair.source, pair.translation
    text = translation.text
    here, there = source.reading, translation.reading
    if "`" in there.text and "`" not in here.text and not changed_codes(pair):
        fewer = translation.of(code_facts).total() < source.of(code_facts).total()
        if fewer and (place := stray_backtick(pair)):
            return "`", place
    ours, theirs = (sum(part.kind in _LINKS for part in one.parts) for one in (here, there))
    if theirs < ours and len(_LINK_END.findall(there.text)) > len(_LINK_END.findall(here.text)):
        match = next((one for one in _LINK_END.finditer(text) if " " in one[0] or "（" in one[0]), None)
        match = match or _LINK_END.search(text)
        return (match[0], match.span()) if match else None
    if not any(mark in there.text for mark in "*_~＊"):
        return None
    mended = mended_emphasis(source.text, text)
    if mended.left:
        return None  # another rule says so
    wanted, found = emphases(source, source), emphases(source, translation)
    words = _published(source, translation).text
    for kind, pattern in _MARKS.items():
        if found[kind] < wanted[kind] and len(pattern.findall(words)) > len(pattern.findall(here.text)):
            lone = next((one for one in _LONE.finditer(translation.prose) if pattern.fullmatch(one[0])), None)
            places = [one.span() for one in pattern.finditer(translation.prose)]
            place = lone.span() if lone else places[-1] if places else (0, 0)
            return (text[slice(*place)] or "*"), place
    return None


def _published(source: TextView, view: TextView) -> InlineReading:
    mended = mended_emphasis(source.text, view.text).text
    return view.reading if mended == view.text else read_inline(mended, view.dialect, view.definitions)
