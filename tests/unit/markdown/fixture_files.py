"""Fixture files: a title, an input and what is expected, with signs for what an editor would not show."""

from __future__ import annotations

from pathlib import Path

from markdown_it.utils import read_fixture_file

_SIGNS = str.maketrans(
    {
        "␍": "\r",
        "⇥": "\t",
        "␣": " ",
        "⍽": "\u00a0",
        "␌": "\x0c",
        "␋": "\x0b",
        "¶": "\u2028",
        "␅": "\u0085",
        "⊙": "\ufeff",
    }
)
_SHOWN = str.maketrans({character: chr(sign) for sign, character in _SIGNS.items() if character != " "})


def fixtures(name: str) -> list[tuple[str, str, str]]:
    """Return title, input and expected text of each case of ``tests/fixtures/<name>``."""
    path = Path(__file__).parents[2] / "fixtures" / name
    return [(title, source, expected) for _, title, source, expected in read_fixture_file(path)]


def unsigned(text: str) -> str:
    """Return a text of a fixture file with its signs read: ␍ ⇥ ␣ ⍽ ␌ ␋ ¶ (U+2028) ␅ (U+0085) ⊙ (BOM)."""
    return text.replace("␍\n", "\r\n").translate(_SIGNS)


def signed(text: str) -> str:
    """Return a text as a fixture file writes it."""
    shown = text.translate(_SHOWN)
    lines = shown.split("\n")
    return "\n".join(
        line[: len(line.rstrip(" "))] + "␣" * (len(line) - len(line.rstrip(" "))) for line in lines
    )
