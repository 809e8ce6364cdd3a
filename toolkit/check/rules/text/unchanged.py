"""A translation is not its source text, copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.conventions.scripts import scripts_of
from toolkit.check.conventions.unchanged_words import SAME, function_words
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.text.code_words import is_code
from toolkit.check.text_view import FILLER
from toolkit.model.finding import Severity

_LETTERS = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
_EDGES = "*_~.,:;!?()[]{}\"'“”‘’«»„‚「」『』…、。，：！？（）-–—|"
_LINK = re.compile(rf"\W*\[[^\[\]]*\]{FILLER}+\W*")  # what a link alone names has a title
_SURE = 2  # small words beside a function word
_WORD = 5  # letters, that keywords of a program be no finding
_TERMS = 3  # small words without one: a term of two is often the same in the other language


def _find(pair: Pair) -> Iterator[Hit]:
    if not pair.copied:
        return
    source, locale = pair.source.locale, pair.translation.locale
    if source.language == locale.language or _is_no_prose(pair):
        return
    words = [word for word in _words(pair.translation.prose) if word.lower() not in SAME]
    small = [word for word in words if word[0].islower() or not word[0].isupper()]
    known = function_words(source.language)
    functions = sum(word.lower() in known for word in words)
    content = len({word for word in small if word not in known})
    if set(scripts_of(source)) & set(scripts_of(locale)):
        untranslated = (functions and content and len(words) > _SURE) or content >= _TERMS
    else:
        untranslated = len(words) > 1 and any(len(word) >= _WORD for word in small)
    if untranslated:
        yield Hit("the translation is the source text")


def _is_no_prose(pair: Pair) -> bool:
    text = pair.source.text
    return is_code(pair) or " --" in text or "[-" in text or _LINK.fullmatch(pair.source.prose) is not None


def _words(prose: str) -> Iterator[str]:
    """Yield the words that are no names of programs, abbreviations or numbers."""
    for token in prose.replace(FILLER, "\x00").split():
        word = token.strip(_EDGES)
        if _LETTERS.fullmatch(word) and (word[1:].islower() or not (word[0].islower() or word[0].isupper())):
            yield word


RULE = EntryRule(
    "unchanged",
    Severity.WARNING,
    "A translation is not its source text, copied",
    "translate it, or leave msgstr empty: then the page shows the source text and says so",
    find=_find,
    copies=True,
)
