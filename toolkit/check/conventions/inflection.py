"""How the words of a language change within a sentence, as far as telling one word from another needs it."""

from __future__ import annotations

import re
from typing import Final

SEMITIC: Final = frozenset({"ar", "arz", "ary", "apc", "acm", "he", "iw", "yi"})
"""Languages that write prepositions and the article onto a word, and build plurals within it."""
CHANGING_AT_THE_BEGINNING: Final = frozenset(
    {
        # Initial mutation: https://en.wikipedia.org/wiki/Consonant_mutation
        *("br", "cy", "ga", "gd", "gv", "kw"),
        # Noun classes and verbal prefixes of Bantu languages: mgonjwa, wagonjwa
        *("bem", "lg", "ln", "ny", "rn", "rw", "sn", "st", "sw", "tn", "ts", "xh", "zu"),
        # Verbal and nominal prefixes of Austronesian languages: pengobatan, mengobati
        *("ceb", "fil", "id", "jv", "mg", "ms", "su", "tl"),
        # Verbal prefixes
        *("am", "ka", "ti"),
    }
)
"""Languages in which the end of a word tells as much as its beginning."""

# Arabic: wa-, fa-; bi-, li-, ka-; al- (li- with al- is ll-).  Hebrew: ve-, she-, and be-, le-, mi-, ke-, ha-.
_CLITICS = {
    "arabic": re.compile("(?P<and>[وف])?(?P<to>[بلك])?(?P<the>ال|ل)?"),
    "hebrew": re.compile("(?P<and>[וש])?(?P<to>[בלמכ])?(?P<the>ה)?"),
}
_WEAK = re.compile("[اويىةآءיוה]")
"""Letters that come and go in the plurals and forms of a word: خلية and خلايا, נסיוב and נסיובים."""


def without_clitics(word: str) -> frozenset[str]:
    """Return what a word of a Semitic language may be without what is written onto its beginning.

    The word itself is among them; nothing shorter than two letters is.
    """
    found = {word}
    kind = "hebrew" if "\u0590" <= word[:1] <= "\u05ff" else "arabic"
    clitics = _CLITICS[kind].match(word)
    if clitics is not None:
        found |= {word[clitics.end(name) :] for name in ("and", "to", "the") if clitics[name]}
    return frozenset(one for one in found if len(one) > 1)


def consonants(word: str) -> str:
    """Return the letters of a Semitic word that stay in most of its forms: خلية and خلايا are خل."""
    return _WEAK.sub("", word)
