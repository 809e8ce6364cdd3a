"""Pseudo-text: every letter a reader sees replaced, everything that carries structure left alone."""

from __future__ import annotations

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import label_end, link_destination_end

PSEUDO = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопярстувщхызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩХЫЗ",
)


def pseudo_text(text: str) -> str:
    """Return ``text`` in Cyrillic letters, but for code, tags, entities, escapes, targets and labels."""
    parts = []
    position = 0
    for start, stop in _untouched(text):
        parts += (text[position:start].translate(PSEUDO), text[start:stop])
        position = stop
    return "".join(parts) + text[position:].translate(PSEUDO)


def _untouched(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    skip_to = 0
    for piece in scan_inline(text):
        if piece.start < skip_to:
            continue
        if piece.kind is PieceKind.OPEN and text.startswith("^", piece.stop):
            end = label_end(text, piece.start)
            if end is not None:
                found.append((piece.start, end))
                skip_to = end
        elif piece.kind is PieceKind.CLOSE:
            end = None
            if text.startswith("(", piece.stop):
                end = link_destination_end(text, piece.stop)
            elif text.startswith("[", piece.stop):
                end = label_end(text, piece.stop)
            if end is not None:
                found.append((piece.stop, end))
                skip_to = end
        elif piece.kind not in (PieceKind.OPEN, PieceKind.OPEN_IMAGE):
            found.append((piece.start, piece.stop))
    return found
