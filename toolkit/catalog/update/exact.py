"""The entry that a message has already: its active one, or an obsolete one that comes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.catalog.po.edit import folded, restored, with_comments, with_places
from toolkit.catalog.po.fields import (
    with_flags,
    with_fuzzy,
    with_msgid_plural,
    with_previous,
    without_comments,
)
from toolkit.catalog.update.marks import CHANGED, is_reason, is_since, reasons, without_own_words
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry, Previous
from toolkit.model.message import Message

_DIRECTIVE = re.compile(r"%(?:\([^)]*\)|[0-9]+\$)?[-+ #0]*[0-9*.]*[a-zA-Z]+|\{[^{}]*\}")


def exact_entry(active: Entry | None, obsolete: Sequence[Entry], message: Message, style: Style) -> Entry:
    """Return the entry of a message as it is to be now; the file has at least one, active or obsolete.

    The best one is taken: rather translated than fuzzy, rather active than obsolete, of several obsolete ones
    the last. What the others say is folded into its comments, for gettext knows one entry per key.
    """
    if active is not None and not obsolete:
        base = tidied(active, style)
    else:
        base = _best_of([*obsolete, *([active] if active is not None else [])], style)
    if message.flags is not None:
        base = _as_template_says(base, message, style)
    elif base.plural is not None:
        return base
    return with_places(base, message, style.newline)


def _best_of(candidates: list[Entry], style: Style) -> Entry:
    place = max(range(len(candidates)), key=lambda number: (*worth(candidates[number]), number))
    base = candidates.pop(place)
    if base.obsolete:
        base = without_comments(restored(base), is_since)
    return folded(tidied(base, style), [without_own_words(other) for other in candidates], style.newline)


def worth(entry: Entry) -> tuple[bool, bool]:
    """Return what orders entries by how much their translation is worth."""
    return entry.translated, not entry.fuzzy


def tidied(entry: Entry, style: Style) -> Entry:
    """Return an active entry without marks of ours that are no longer true."""
    if any(is_since(comment) for comment in entry.comments):
        entry = without_comments(entry, is_since)
    if not entry.fuzzy and reasons(entry):
        # The translator has looked at it; editors drop the earlier text then, people forget it.
        entry = with_previous(without_comments(entry, is_reason), None, style.newline)
    return entry


def _as_template_says(entry: Entry, message: Message, style: Style) -> Entry:
    """Return the entry with the flags and the plural of another extractor's template."""
    if entry.plural != message.plural:
        before = Previous(entry.key.text, entry.key.context, entry.plural)
        forms = style.forms(entry.translations, message.plural)
        lost = [form for form in entry.translations if form and form not in forms]
        entry = with_msgid_plural(entry, message.plural, forms, style.newline, style.width)
        entry = folded(entry, [_form_of(entry, form) for form in lost], style.newline)
        if entry.translated:
            entry = with_previous(with_fuzzy(entry, True, style.newline), before, style.newline, style.width)
            entry = with_comments(entry, [CHANGED], style.newline)
    wanted = message.flags or ()
    if _is_new_format(entry, wanted) and _directives(entry.key.text) != _directives(entry.msgstr):
        entry = with_fuzzy(entry, True, style.newline)  # msgfmt would refuse it
    own = [flag for flag in entry.flags if not _of_template(flag)]
    flags = tuple(dict.fromkeys([*own, *wanted]))
    return entry if set(flags) == set(entry.flags) else with_flags(entry, flags, style.newline)


def _is_new_format(entry: Entry, wanted: Sequence[str]) -> bool:
    """Tell whether a translated entry becomes one that a program fills in."""
    formats = {flag for flag in wanted if flag.endswith("-format") and not flag.startswith("no-")}
    return bool(entry.msgstr) and not formats <= set(entry.flags)


def _directives(text: str) -> list[str]:
    return sorted(_DIRECTIVE.findall(text))


def _of_template(flag: str) -> bool:
    """Tell whether a flag says what the program does with a text, which its template decides."""
    return flag.endswith("-format") or flag.startswith("range:")


def _form_of(entry: Entry, form: str) -> Entry:
    return Entry("", entry.key, form)
