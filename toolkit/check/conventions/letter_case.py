"""Languages that tell capitals from small letters at the beginning of a sentence."""

from __future__ import annotations

from typing import Final


def _codes(text: str) -> list[str]:
    return text.split()


BICAMERAL: Final = frozenset({"Latn", "Grek", "Cyrl", "Armn"})
"""Scripts whose sentences begin with a capital; Georgian capitals are a style of whole words."""

SMALL_PREFIX: Final = frozenset(_codes("ga gd gv zu xh ss nr nd ts st tn ve sw lg rw rn sn ny kea tlh"))
"""Languages that put a small prefix before a capital: ``tSeirbhís``, ``iNgqikithi``."""
