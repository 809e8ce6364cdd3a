"""Languages whose scripts have no slanted letters, so that emphasis is left out or said otherwise."""

from __future__ import annotations

from typing import Final

UPRIGHT_LANGUAGES: Final = frozenset(
    (
        # They use emphasis marks or brackets (CSS Text Decoration 3, part 3).
        *("ja", "ko", "yue", "zh"),
        # They use other weights or lengthened letters (W3C, Arabic & Persian Layout Requirements).
        *("ar", "ary", "arz", "ckb", "fa", "ps", "sd", "ug", "ur", "he", "yi"),
        *("bo", "dz", "km", "lo", "my", "th", "am", "ti"),
    )
)
"""By CLDR's language code; bold text is used in all of them."""
