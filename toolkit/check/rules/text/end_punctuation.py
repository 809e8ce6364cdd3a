"""A translation ends with the mark that its source ends with, as its language writes it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.conventions.sentence_ends import (
    DOTS_IN_WORDS,
    NO_ENDINGS,
    NO_QUESTION_AT_END,
    PREDICATE,
    STOP_FOR_COLON,
    STOP_FOR_QUESTION,
    Ending,
    is_abbreviation,
    usual_mark,
)
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.text.closing import Closing, closing, same_end
from toolkit.check.rules.text.code_words import is_code
from toolkit.check.text_view import TextView
from toolkit.model.finding import Severity

_TOLERATED = {
    (Ending.EXCLAMATION, Ending.STOP),
    (Ending.STOP, Ending.EXCLAMATION),
    (Ending.STOP, Ending.ELLIPSIS),  # "and so on" as dots
    (Ending.NONE, Ending.QUESTION),  # a heading "How it works" as a question
}
_ADDED = {(Ending.NONE, Ending.STOP), (Ending.NONE, Ending.COLON)}
"""What ends a sentence that its source leaves open: at a list, at code."""
_LABELS = ("heading", "table", "front matter")
_SHORT = 40
_ASKED = {(Ending.QUESTION, Ending.STOP), (Ending.QUESTION, Ending.NONE)}


def _find(pair: Pair) -> Iterator[Hit]:
    if same_end(pair.source.text, pair.translation.text):
        return
    source, found = pair.source.of(closing), pair.translation.of(closing)
    if source.ending is found.ending or source.ending is None or found.ending is None or is_code(pair):
        return
    if Ending.ELLIPSIS not in (source.ending, found.ending) and _mark(pair.source) == _mark(pair.translation):
        return
    language = pair.translation.locale.language
    change = (source.ending, found.ending)
    if language in NO_ENDINGS or change in _TOLERATED or _usual(change, language):
        return
    if language in PREDICATE and found.ending is Ending.NONE and not _predicate(pair.translation, found):
        return
    if change in _ADDED and not _label(pair):
        return
    if _abbreviated(pair.source, source) or _abbreviated(pair.translation, found):
        return
    wanted, ending = source.ending, found.ending
    hint = (
        f"end it with {_named(wanted)}: {usual_mark(wanted, language)}" if wanted is not Ending.NONE else ""
    )
    message = f"the translation ends with {_named(ending)}, its source with {_named(wanted)}"
    yield Hit(message, found.start, found.stop, hint=hint)


def _mark(view: TextView) -> str:
    found = view.of(closing)
    return view.prose[found.start : found.stop]


def _label(pair: Pair) -> bool:
    """Tell whether a text is a heading, a cell or so short that it is no sentence."""
    if pair.segment is not None and pair.segment.kind.startswith(_LABELS):
        return True
    return len(pair.source.text) <= _SHORT and "." not in pair.source.prose


def _predicate(view: TextView, found: Closing) -> bool:
    """Tell whether a text ends as a sentence: Japanese and Korean have no full stop after a noun."""
    return view.prose[: found.stop].endswith(PREDICATE[view.locale.language])


def _usual(change: tuple[Ending, Ending], language: str) -> bool:
    source, found = change
    if language in NO_QUESTION_AT_END and (Ending.QUESTION in change or Ending.EXCLAMATION in change):
        return True
    if change in _ASKED:
        return language in STOP_FOR_QUESTION
    if source is Ending.ELLIPSIS and found in (Ending.STOP, Ending.NONE):
        return language in DOTS_IN_WORDS
    return change == (Ending.COLON, Ending.STOP) and language in STOP_FOR_COLON


def _abbreviated(view: TextView, found: Closing) -> bool:
    if found.ending is not Ending.STOP:
        return False
    return is_abbreviation(view.prose[max(found.stop - 20, 0) : found.stop])


def _named(ending: Ending) -> str:
    if ending is Ending.NONE:
        return "no mark"
    return f"{'an' if ending.value[0] in 'e' else 'a'} {ending.value}"


RULE = EntryRule(
    "end-punctuation",
    Severity.INFO,
    "A translation ends with the mark that its source ends with",
    "leave the mark out, as the source does",
    find=_find,
)
