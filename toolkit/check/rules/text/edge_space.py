"""A translation begins and ends with space where its source does."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.conventions.spaced_marks import spaced_marks
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_WITHOUT_SPACES = frozenset(["zh", "ja", "yue", "th", "lo", "km", "my", "bo"])
_LEANING = ",.;:!?)،؛؟、。，；：！？"
_INDENT = "\u3000"


def _find(pair: Pair) -> Iterator[Hit]:
    source, text = pair.source.text, pair.translation.text
    if not text or not (
        text[0].isspace() or text[-1].isspace() or source[:1].isspace() or source[-1:].isspace()
    ):
        return
    if text.isspace():
        return
    fewer = pair.translation.locale.language in _WITHOUT_SPACES
    lead, wanted = _lead(text), _lead(source)
    if wanted and not lead and text[0] in _LEANING:
        wanted = ""  # a mark that stands at the word before it: "; to run it" for " to run it"
    if lead and not wanted and text[len(lead)] in spaced_marks(pair.translation.locale):
        lead = ""  # the space that the language writes before the mark
    if lead != wanted and not lead.startswith(_INDENT) and (lead or not fewer):
        yield Hit(_message("begins", lead, wanted), 0, len(lead), fix=wanted)
    end, wanted = _end(text), _end(source)
    if end != wanted and (end or not fewer):
        yield Hit(_message("ends", end, wanted), len(text) - len(end), len(text), fix=wanted)


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _end(text: str) -> str:
    return text[len(text.rstrip()) :]


def _message(verb: str, found: str, wanted: str) -> str:
    space = "a line break" if "\n" in found + wanted else "a space"
    if not wanted:
        return f"the translation {verb} with {space}, its source does not"
    if not found:
        return f"the source {verb} with {space}, the translation does not"
    return f"the translation {verb} with other white space than its source"


RULE = EntryRule(
    "edge-space",
    Severity.INFO,
    "A translation begins and ends with space where its source does",
    "write the space as the source has it",
    find=_find,
)
