"""A word difference as a line for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import click

from toolkit.catalog.matching.word_difference import Piece

_SHOWN: Final = {"\n": "⏎", "\t": "⇥", "\r": "␍", "\u00a0": "⍽", "\u202f": "⍽"}
# Controls of the terminal, and of the direction of text: a msgid must not rule the screen.
_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)


def show_words(pieces: Iterable[Piece]) -> str:
    """Return a difference as one line: ``[-went-]`` in red and struck through, ``{+came+}`` in green.

    The marks stand without colour too, where click strips it. Line breaks are shown as ``⏎``, other
    characters that are not seen by a sign or by their code; what changed and is blank, with ``␣``.
    """
    return "".join(map(_shown, pieces))


def _shown(piece: Piece) -> str:
    text = _UNSEEN.sub(_sign, piece.text)
    if piece.kind == "same":
        return text
    if not piece.text.strip():
        text = text.replace(" ", "␣")
    if piece.kind == "gone":
        struck = click.style(text, fg="red", strikethrough=True)
        return click.style("[-", fg="red") + struck + click.style("-]", fg="red")
    return click.style(f"{{+{text}+}}", fg="green")


def _sign(match: re.Match[str]) -> str:
    character = match[0]
    return _SHOWN.get(character) or f"<U+{ord(character):04X}>"
