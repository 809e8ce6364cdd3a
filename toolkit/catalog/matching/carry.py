"""Carrying a translation over a mechanical change of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Final

from toolkit.catalog.matching.change import Change, classify
from toolkit.catalog.matching.line_breaks import BLANKS, joined, line_breaks
from toolkit.catalog.matching.slots import Slot, SlotKind, between, slots
from toolkit.markdown.splice import splice

# Wherever it stands: what "java\nscript:" or a srcset hides costs more than a message that stays fuzzy.
_DANGEROUS: Final = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
# Roughly: what is left of it differs only where more than a target does.
_TARGETS: Final = re.compile(r"\]\([^)]*|\]\[[^\]]*|<[^>]*|(?:\w+://|www\.)\S*")
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")


def carried(old: str, new: str, msgstr: str) -> str | None:
    """Return the translation that is still right after its msgid changed from ``old`` to ``new``.

    Only white space, wrapping and link targets are carried, and these only where nothing is guessed;
    else ``None``. A translation that is a copy of the old text stays one. Of a plural entry each form
    is carried alone.
    """
    if not msgstr.strip(BLANKS):
        return None
    if old == new:
        return msgstr
    if _without_targets(old) != _without_targets(new):
        return None  # words, numbers or typography, seen without a closer look
    change = classify(old, new)
    if change is Change.LINK_TARGET:
        return _with_new_targets(old, new, msgstr)
    if change is not Change.WHITE_SPACE and change is not Change.WRAPPING:
        return None
    if msgstr == old:
        return new
    body = msgstr.strip(BLANKS)
    kept = body if change is Change.WHITE_SPACE else _wrapped_alike(old, new, body)
    return None if kept is None else _with_ends(old, new, msgstr, kept)


def _without_targets(text: str) -> str:
    return "".join(_TARGETS.sub(" ", text).split())


def _wrapped_alike(old: str, new: str, body: str) -> str | None:
    before, after, here = (line_breaks(text.strip(BLANKS)) for text in (old, new, body))
    if after in (before, here):
        return body
    return joined(body) if after == 0 and here == before else None


def _with_ends(old: str, new: str, msgstr: str, body: str) -> str:
    """Return a body between the blanks of ``msgstr``, or those of ``new`` where they changed.

    msgfmt asks that msgid and msgstr both begin, and both end, with a line break, or neither.
    """
    (old_head, old_tail), (new_head, new_tail), (head, tail) = map(_ends, (old, new, msgstr))
    if old_head != new_head or head.startswith("\n") != new_head.startswith("\n"):
        head = new_head
    if old_tail != new_tail or tail.endswith("\n") != new_tail.endswith("\n"):
        tail = new_tail
    return head + body + tail


def _ends(text: str) -> tuple[str, str]:
    body = text.strip(BLANKS)
    start = text.index(body)
    return text[:start], text[start + len(body) :]


_Target = tuple[SlotKind, str]


def _with_new_targets(old: str, new: str, msgstr: str) -> str | None:
    old_slots, new_slots, here = slots(old), slots(new), slots(msgstr)
    if between(old, old_slots) != between(new, new_slots):
        return None
    were, are, stand = _written(old, old_slots), _written(new, new_slots), _written(msgstr, here)
    changed = {was: now for was, now in zip(were, are, strict=True) if was != now}
    if not _carriable(changed, were, stand):
        return None
    result = splice(
        msgstr,
        [
            ((slot.start, slot.stop), changed[target][1])
            for slot, target in zip(here, stand, strict=True)
            if target in changed
        ],
    )
    found = slots(result)
    expected = [changed.get(target, target) for target in stand]
    right = _written(result, found) == expected and between(result, found) == between(msgstr, here)
    return result if right else None


def _carriable(changed: Mapping[_Target, _Target], were: Sequence[_Target], stand: Sequence[_Target]) -> bool:
    source, translation = Counter(were), Counter(stand)
    bare, there = Counter(_address(target) for target in were), Counter(_address(target) for target in stand)
    for was, now in changed.items():
        if was[0] is SlotKind.CODE or source[was] != 1 or translation[was] != 1:
            return False
        # In another spelling it would stay behind, and lead where the source no longer does.
        if bare[_address(was)] != there[_address(was)]:
            return False
        if _DANGEROUS.search(_IGNORED.sub("", unescape(now[1]))):
            return False
    return True


def _written(text: str, found: Sequence[Slot]) -> list[_Target]:
    return [(slot.kind, text[slot.start : slot.stop]) for slot in found]


def _address(target: _Target) -> str:
    return target[1].strip("<>\"'")
