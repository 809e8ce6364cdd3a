"""The parts of a message that are not its words: link targets, reference labels and code spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import bracket_ends, destination_range, link_destination_end


class SlotKind(StrEnum):
    """What stands in a slot."""

    CODE = "code"
    """A code span, backticks included."""
    DESTINATION = "destination"
    """``to.md`` or ``<to me.md>`` of ``[text](to.md "title")``, pointed brackets included; images too."""
    LABEL = "label"
    """``label`` of ``[text][label]``, which the author's definitions lead somewhere."""
    AUTOLINK = "autolink"
    """The address in ``<https://example.org>`` or ``<me@example.org>``."""
    URL = "url"
    """An address that stands in the text."""
    ATTRIBUTE = "attribute"
    """The value of ``href``, ``src`` and their like in a raw tag, quotes included."""


class Slot(NamedTuple):
    """A slot as a half-open range of offsets."""

    kind: SlotKind
    start: int
    stop: int


_ANY: Final = re.compile(r"[`<]|\]\(|\]\[|://|www\.", re.IGNORECASE)
_TAG_NAME = re.compile(r"<[A-Za-z][A-Za-z0-9-]*")
_TAG_ATTRIBUTE = re.compile(
    r"\s+(?P<name>[a-zA-Z_:][a-zA-Z0-9:._-]*)(?:\s*=\s*(?P<value>[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?"
)
_ADDRESSES: Final = frozenset({"href", "src", "srcset", "poster", "xlink:href"})
# Ends before everything but ASCII: what follows a URL without a space, as in Japanese, is text.
_URL = re.compile(r"(?<![A-Za-z0-9])(?P<scheme>(?:https?|ftp)://|www\.)[!#-;=?-Z_a-z~%&]+", re.IGNORECASE)
_TRAILING: Final = frozenset("?!.,:;*_~'")  # GFM 6.9: at its end these belong to the sentence
_REFERENCE = re.compile(r"&[A-Za-z0-9]{2,31};\Z")
_LABEL = re.compile(r"(?!\^)(?=\s*[^\s\]])(?:[^\[\]\\]|\\.){1,999}", re.DOTALL)  # "^" is a footnote's


def slots(text: str) -> tuple[Slot, ...]:
    """Return the slots of a message, in order; they do not overlap.

    ``[a][b]`` counts as a reference link although only the document knows whether ``b`` is defined: in a
    message every reference is written so.
    """
    if not _ANY.search(text):
        return ()
    found: list[Slot] = []
    position = 0
    for start, stop, inside in _markup(text):
        found += _urls(text, position, start)
        found += inside
        position = stop
    found += _urls(text, position, len(text))
    return tuple(found)


def between(text: str, found: Sequence[Slot]) -> tuple[str, ...]:
    """Return the texts before, between and after the slots of a text: one more than there are slots."""
    starts = [0, *(slot.stop for slot in found)]
    stops = [*(slot.start for slot in found), len(text)]
    return tuple(text[start:stop] for start, stop in zip(starts, stops, strict=True))


def _markup(text: str) -> Iterator[tuple[int, int, list[Slot]]]:
    """Yield ranges where no URL stands in the text, with the slots in them (CommonMark 0.31, 6.1 to 6.6)."""
    openers: list[tuple[bool, int]] = []  # whether it is an image, and what was inactive before it
    notes: list[tuple[int, int]] = []  # depth of an inline footnote, and what was inactive around it
    inactive = 0  # links below this depth stand around a link, and so are none
    skip_to = 0
    escaped = -1
    brackets = bracket_ends(text) if "][" in text else {}
    for kind, start, stop in scan_inline(text):
        if start < skip_to:
            continue
        if kind is PieceKind.CODE:
            yield start, stop, [Slot(SlotKind.CODE, start, stop)]
        elif kind is PieceKind.AUTOLINK:
            yield start, stop, [Slot(SlotKind.AUTOLINK, start + 1, stop - 1)]
        elif kind is PieceKind.TAG:
            yield start, stop, list(_attributes(text, start, stop))
        elif kind is PieceKind.ESCAPE:
            escaped = stop
        elif kind is PieceKind.OPEN or kind is PieceKind.OPEN_IMAGE:
            if text.startswith("^[", start - 1) and escaped != start:
                notes.append((len(openers), inactive))
            openers.append((kind is PieceKind.OPEN_IMAGE, inactive))
        elif kind is PieceKind.CLOSE and openers:
            image, inactive_before = openers.pop()
            if notes and notes[-1][0] == len(openers):
                inactive = min(notes.pop()[1], len(openers))
                continue
            active = image or len(openers) >= inactive
            inactive = min(inactive, len(openers))
            if active and (link := _link(text, stop, brackets)):
                skip_to = link[0]
                # A link in the text of an image makes the links around the image none the less links.
                inactive = min(inactive_before, len(openers)) if image else len(openers)
                yield stop, skip_to, link[1]


def _link(text: str, after: int, brackets: Mapping[int, int]) -> tuple[int, list[Slot]] | None:
    """Return where the link ends whose text ends before ``after``, and its target; ``None`` for no link."""
    if text.startswith("(", after):
        end = link_destination_end(text, after)
        if end is None:
            return None
        place = destination_range(text, after + 1)
        return end, [Slot(SlotKind.DESTINATION, *place)] if place else []
    close = brackets.get(after)
    if close is None or not _LABEL.fullmatch(text, after + 1, close):
        return None
    return close + 1, [Slot(SlotKind.LABEL, after + 1, close)]


def _attributes(text: str, start: int, stop: int) -> Iterator[Slot]:
    name = _TAG_NAME.match(text, start, stop)
    position = name.end() if name else stop
    while attribute := _TAG_ATTRIBUTE.match(text, position, stop):
        position = attribute.end()
        if attribute["value"] is not None and attribute["name"].lower() in _ADDRESSES:
            yield Slot(SlotKind.ATTRIBUTE, *attribute.span("value"))


def _urls(text: str, start: int, stop: int) -> Iterator[Slot]:
    for match in _URL.finditer(text, start, stop):
        end = match.start() + _url_length(match[0])
        if end > match.end("scheme"):
            yield Slot(SlotKind.URL, match.start(), end)


def _url_length(written: str) -> int:
    """Return how much of an address in a sentence is its own: not the sentence's signs and brackets."""
    surplus = written.count(")") - written.count("(")
    end = len(written)
    while end:
        last = written[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
        elif last not in _TRAILING:
            break
        reference = _REFERENCE.search(written, max(0, end - 33), end) if last == ";" else None
        end = reference.start() if reference else end - 1
    return end
