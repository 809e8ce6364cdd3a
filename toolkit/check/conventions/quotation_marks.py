"""The quotation marks of languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from toolkit.model.locale import LocaleTag


def _codes(text: str) -> list[str]:
    return text.split()


_ENGLISH = "“” ‘’"
_GERMAN = "„“ ‚‘ »« ›‹"
_CORNERS = "「」 『』 “” ‘’ ﹁﹂ ﹃﹄ 《》 〈〉 〝〟"

_BY_LOCALE: Final = {
    **dict.fromkeys(
        _codes("en ga cy gd ko th vi id ms jv tr hi bn mr gu pa ta te kn ml ne si fil tl sw zu af ha ig yo"),
        _ENGLISH,
    ),
    **dict.fromkeys(_codes("ja yue zh"), _CORNERS),
    **dict.fromkeys(_codes("de lb hsb dsb"), _GERMAN + " «» ‹›"),
    "de_CH": "«» ‹› „“ ‚‘",
    "rm": "«» ‹› “”",
    "gsw": "«» ‹› „“",
    "fr": "«» ‹› “” ‘’",
    "br": "«» “” ‘’",
    "co": "«» “”",
    "oc": "«» “” ‘’",
    "fr_CA": "«» “” ‘’ ‹›",
    **dict.fromkeys(_codes("es ca eu gl it ast an pt"), "«» “” ‘’"),
    "pt_BR": "“” ‘’",
    **dict.fromkeys(_codes("ru be"), "«» „“ ‚‘"),
    "uk": "«» „“ “” ‚‘",
    **dict.fromkeys(_codes("kk ky tg tk uz az hy ka mn tt ba"), "«» “” „“ „” ‘’"),
    "bg": "„“ ’’ «» ‚‘",
    "mk": "„“ ’‘ ‚‘ «»",
    **dict.fromkeys(_codes("sr bs hr cnr"), "„” „“ ’’ ‘’ »« «» ‚’ ‚‘ “”"),
    "sl": "„“ ‚‘ »« ›‹",
    **dict.fromkeys(_codes("cs sk"), "„“ ‚‘ »« ›‹"),
    "pl": "„” «» »« ‚’ ‘’",
    "hu": "„” »« ’’ ‚’ ‘’",
    "ro": "„” «» ‘’ ‚’",
    "et": "„“ „” «» ‚‘",
    "lv": "“” „“ „” «» ‘’ ‚‘",
    "lt": "„“ ‚‘ «»",
    "is": "„“ ‚‘",
    "fo": "“” „“ ’’",
    "da": "“” ”” »« „“ ’’ ‘’ „”",
    **dict.fromkeys(_codes("nb nn no"), "«» ‘’ ’’ „” „“ “” ””"),
    "sv": "”” ’’ »» »«",
    "fi": "”” ’’ »»",
    "nl": "“” ‘’ „” ‚’ ”” ’’",
    "fy": "“” ‘’ „” ‚’",
    "el": "«» “” ‘’ ‹›",
    "sq": "«» “” „” „“ ‘’",
    **dict.fromkeys(_codes("ar fa ur ps ckb ug sd"), "«» “” ”“ ‘’ ’‘ ‹›"),
    "he": "”” ’’ „” “” ‘’ «»",
    "am": "«» ‹› “” ‘’",
    "eo": "“” „“ «» ‘’",
}
"""Pairs of marks, the usual one first.

After CLDR's ``delimiters`` (primary and alternate), and beside them what dictionaries and style guides
of the language allow: German and Danish books, Swiss typography, Portuguese of Portugal.
"""

ALL_PAIRS: Final = frozenset(pair for pairs in _BY_LOCALE.values() for pair in pairs.split())
"""Pairs that some language has."""


@lru_cache(maxsize=256)
def quotation_marks(locale: LocaleTag) -> tuple[str, ...]:
    """Return the pairs of marks of a locale, the usual one first; none where we do not know them."""
    found = _BY_LOCALE.get(f"{locale.language}_{locale.territory}") or _BY_LOCALE.get(locale.language, "")
    return tuple(found.split())
