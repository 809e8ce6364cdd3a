"""Pseudo-text: every letter a reader sees replaced, everything that carries structure left alone."""

from __future__ import annotations

from collections.abc import Container, Iterator

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import label_end, label_key, link_destination_end

PSEUDO = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопярстувщхызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩХЫЗ",
)


class _Everything:
    def __contains__(self, item: object) -> bool:
        return True


def pseudo_text(
    text: str, labels: Container[str] = _Everything(), notes: Container[str] = _Everything()
) -> str:
    """Return ``text`` in Cyrillic letters, but for code, tags, entities, escapes, targets and labels.

    ``labels`` (in the form of `label_key`) and ``notes`` are the reference and footnote labels that the
    document defines; without them, whatever looks like a reference is taken for one.
    """
    parts = []
    position = 0
    for start, stop in _untouched(text, labels, notes):
        parts += (text[position:start].translate(PSEUDO), text[start:stop])
        position = stop
    return "".join(parts) + text[position:].translate(PSEUDO)


def _untouched(text: str, labels: Container[str], notes: Container[str]) -> Iterator[tuple[int, int]]:
    skip_to = 0
    for piece in scan_inline(text):
        if piece.start < skip_to or piece.kind is PieceKind.OPEN_IMAGE:
            continue
        start, stop = piece.start, piece.stop
        if piece.kind is PieceKind.OPEN:
            end = label_end(text, start) if text.startswith("^", stop) else None
            if end is None or text[stop + 1 : end] not in notes:
                continue
            stop = end + 1
        elif piece.kind is PieceKind.CLOSE:
            found = None
            if text.startswith("(", stop):
                found = link_destination_end(text, stop)
            elif text.startswith("[", stop):
                end = label_end(text, stop)
                found = end + 1 if end is not None and label_key(text[stop + 1 : end]) in labels else None
            if found is None:
                continue
            start, stop = stop, found
        yield start, stop
        skip_to = stop
