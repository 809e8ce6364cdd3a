"""Words that a language rightly writes twice."""

from __future__ import annotations

from typing import Final


def _codes(text: str) -> list[str]:
    return text.split()


DOUBLING: Final = frozenset(
    _codes(
        "id ms jv su tl fil ceb ilo mi haw sm to vi th lo km my zh ja yue ko tr az tk uz kk ky ug tt ba mn "
        "hi bn mr gu pa ne si ta te kn ml or as ur sd ks sa kok fa ps ku ckb tg sw ha ig yo zu xh st tn sn "
        "rw eu hy ht pap rcf am ti om so"
    )
)
"""Languages in which a word said twice means plural, each, or very (reduplication; WALS, chapter 27)."""

_BY_LANGUAGE: Final = {
    "af": "nie",
    "ca": "us ens vos",
    "cs": "si se",
    "da": "der at for som",
    "de": "die der das den dem sie ihr ihnen uns euch dass",
    "el": "σιγά λίγο πρώτα μόλις",
    "en": "that had is do",
    "es": "nos os",
    "fr": "nous vous",
    "ga": "go",
    "gl": "nos se",
    "he": "אחד אחת שניים לאט מאוד",
    "hu": "egy már az",
    "it": "via piano man piccolo",
    "lb": "die déi dat",
    "nl": "die dat er het je",
    "no": "der at som det",
    "nb": "der at som det",
    "pl": "się",
    "pt": "nos se como",
    "ru": "еле чуть вот",
    "sv": "som att det den för till",
    "nn": "som at det",
    "ar": "شيئًا شيئا فردا واحدا خطوة رويدا",
}
"""Words that follow themselves by the grammar of a language: ``nous nous lavons``, ``die, die die Zeit``."""


def may_double(word: str, language: str) -> bool:
    """Tell whether a language rightly writes this word twice."""
    return language in DOUBLING or word.lower() in _BY_LANGUAGE.get(language, "").split()
