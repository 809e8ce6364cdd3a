"""What becomes of entries whose text is gone: obsolete, or dropped where nothing human is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from toolkit.catalog.po.edit import folded, obsoleted, with_comments
from toolkit.catalog.update.marks import CHANGED, obsolete_day, obsolete_since, without_marks
from toolkit.model.catalog import Entry
from toolkit.model.segment import MessageKey


def retired(
    entry: Entry, obsolete: Iterable[Entry], others: Mapping[MessageKey, Entry], now: str, newline: str
) -> Entry | None:
    """Return an entry as an obsolete one with the day noted, or nothing where nothing is to be kept.

    ``obsolete`` are entries of the same key that the file has among its obsolete ones already; what they say
    is folded in. ``others`` are the entries that stay, by key.
    """
    same = list(obsolete)
    if not same and (is_bare(entry) or _is_untouched(entry, others)):
        return None
    marked = with_comments(obsoleted(entry), [obsolete_since(now)], newline)
    return folded(marked, same, newline)


def is_bare(entry: Entry) -> bool:
    """Tell whether an entry holds nothing that a person wrote."""
    return not entry.translated and not without_marks(entry)


def is_copy(entry: Entry) -> bool:
    """Tell whether an update made an entry fuzzy with the translation of the text that it names."""
    return entry.fuzzy and CHANGED in entry.comments and entry.previous is not None


def may_be_pruned(entry: Entry, days: int, now: str) -> bool:
    """Tell whether an obsolete entry is so old that it may go.

    With 0 days every one may; with more, one that does not say since when it is obsolete may not.
    """
    if not entry.obsolete:
        return False
    if days == 0:
        return True
    since = obsolete_day(entry)
    return since is not None and (date.fromisoformat(now[:10]) - since).days >= days


def _is_untouched(entry: Entry, others: Mapping[MessageKey, Entry]) -> bool:
    """Tell whether an entry is a copy that an update made, with nothing added, of one that stays."""
    if not is_copy(entry) or entry.previous is None or entry.previous.key == entry.key:
        return False
    source = others.get(entry.previous.key)
    return (
        source is not None
        and source.translations == entry.translations
        and set(without_marks(entry)) <= set(source.comments)
    )
