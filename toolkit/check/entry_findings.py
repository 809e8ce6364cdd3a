"""What was found in an entry, as findings with their place in the PO file and in the article."""

from __future__ import annotations

from toolkit.catalog.po.positions import piece_in_entry
from toolkit.check.entry_check import Found
from toolkit.check.rule import Hit, Side
from toolkit.model.catalog import Entry
from toolkit.model.finding import Excerpt, Finding, Fix, Place, Severity
from toolkit.model.segment import MessageKey

WITHHELD = "; the page shows the source text"


def finding_in_entry(
    found: Found, entry: Entry, path: str, source: Place | None = None, *, published: bool = True
) -> Finding:
    """Return the finding of something found in an entry of the PO file at ``path``.

    Its place is that of the offending piece in the msgstr, or of the msgstr where there is none.  Where the
    entry is part of a page (``published``), an error says what becomes of it there.
    """
    rule, severity, hit, form = found
    place, excerpt = place_in_entry(entry, path, hit, form)
    end = WITHHELD if severity is Severity.ERROR and published else ""
    return Finding(
        rule.name,
        severity,
        hit.message + end,
        place,
        hit.hint or rule.advice,
        source,
        excerpt,
        subject_of(entry.key),
        None if hit.fix is None else _fix(entry, hit, hit.fix, form or 0),
    )


def place_in_entry(
    entry: Entry, path: str, hit: Hit, form: int | None = None
) -> tuple[Place, Excerpt | None]:
    """Return where a hit stands in its PO file, and the line to show where it is about a piece."""
    keyword = hit.side.value
    line = entry.line if hit.side is Side.SOURCE else entry.msgstr_line
    if hit.side is Side.TRANSLATION and entry.plural is not None:
        keyword = f"msgstr[{form or 0}]"
    elif hit.stop <= hit.start:
        return Place(path, line, 1), None
    piece = piece_in_entry(entry, keyword, hit.start, hit.stop)
    if piece is None:
        return Place(path, line, 1), None
    if hit.stop <= hit.start:
        return Place(path, piece.line, 1), None
    return Place(path, piece.line, piece.column), Excerpt(piece.text, piece.start, piece.stop)


def _fix(entry: Entry, hit: Hit, text: str, form: int) -> Fix:
    return Fix(entry.key, form, hit.start, hit.stop, text, entry.translations[form])


def subject_of(key: MessageKey) -> str:
    """Return what tells an entry from all others of its file, whatever its line."""
    return key.text if key.context is None else f"{key.context}\x04{key.text}"
