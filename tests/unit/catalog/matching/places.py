"""Old and new messages in few words, for tests of matching."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from toolkit.catalog.matching.ancestors import Place, find_ancestors
from toolkit.model.segment import MessageKey


def place(text: str, kind: str = "", heading: str = "", file: str = "", line: int = 0) -> Place:
    return Place(MessageKey(None, text), kind, heading, file, line)


def ancestors(
    old: Sequence[str | Place], new: Sequence[str | Place], untranslated: Collection[str] = ()
) -> dict[str, str]:
    """Return the old text by new text, where all old messages but ``untranslated`` have a translation."""
    before = [place(one) if isinstance(one, str) else one for one in old]
    after = [place(one) if isinstance(one, str) else one for one in new]
    known = {one.key for one in before}
    found = find_ancestors(
        before,
        after,
        [i for i, one in enumerate(before) if one.key.text not in untranslated],
        [j for j, one in enumerate(after) if one.key not in known],
    )
    return {after[j].key.text: before[ancestor.index].key.text for j, ancestor in found.items()}
