"""Texts of links that say nothing of where they lead."""

from __future__ import annotations

from typing import Final

VAGUE_LINK_TEXTS: Final = {
    "en": frozenset(
        ("here", "click here", "this", "this link", "this page", "link", "read more", "more", "see here")
    ),
    "es": frozenset(("aquí", "haga clic aquí", "haz clic aquí", "este enlace", "enlace", "leer más", "más")),
    "fr": frozenset(
        ("ici", "cliquez ici", "cliquer ici", "ce lien", "lien", "lire la suite", "en savoir plus")
    ),
    "de": frozenset(
        ("hier", "hier klicken", "klicken sie hier", "dieser link", "link", "mehr", "weiterlesen")
    ),
}
"""By language, in lower case: what WCAG 2.2, technique F84, and its translations call uninformative."""
