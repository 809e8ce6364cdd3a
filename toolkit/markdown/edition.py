"""A document with translations in place, verified to have the structure of its source (law 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token

from toolkit.markdown.front_matter import all_scalars
from toolkit.markdown.parser import Env, parse_blocks
from toolkit.markdown.placement import Placement, place
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.source_lines import source_lines
from toolkit.markdown.trial import Trial
from toolkit.markdown.yaml_text import yaml_with
from toolkit.model.segment import Encoding, MessageKey, Segment


class Refusal(StrEnum):
    """Why a text could not be put in place."""

    EMPTY = "empty"
    """It holds no text."""
    STRUCTURE = "structure"
    """It would open, close or change a block, however escaped."""
    FRONT_MATTER = "front matter"
    """It does not fit into the YAML."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The text of a document with translations in place, and the parse that verified it."""

    text: str
    body: int
    """Offset of the Markdown body in the text."""
    tokens: Sequence[Token]
    env: Env
    refused: Mapping[MessageKey, Refusal]
    """Messages that stay in the source language, since their text fits at one of their places not."""


def make_edition(parsed: ParsedDocument, texts: Mapping[MessageKey, str]) -> Edition:
    """Return a document with ``texts`` at all places of their messages.

    A message is put in place everywhere or nowhere.  A text equal to its message leaves the bytes
    alone.  The blocks of the result are parsed once; only where its structure is not that of the
    source are the texts tried block by block, to find the ones at fault.
    """
    wanted = {key: text for key, text in texts.items() if text != key.text}
    if not wanted:
        source = parsed.document.text
        return Edition(
            source, parsed.body, *parse_blocks(source_lines(source, parsed.body).text, parsed.nesting), {}
        )
    refused: dict[MessageKey, Refusal] = {}
    front, front_refused = _front_matter(parsed, wanted)
    refused.update(dict.fromkeys(front_refused, Refusal.FRONT_MATTER))
    places: dict[int, Placement] = {}
    for number, segment in enumerate(parsed.segments):
        if segment.encoding is not Encoding.YAML and segment.key in wanted:
            placement = place(parsed.document.text, segment, wanted[segment.key])
            if placement is None:
                refused[segment.key] = Refusal.EMPTY
            else:
                places[number] = placement
    trial = Trial(parsed, places)
    kept = trial.without(refused)
    parse = trial.parse(kept)
    if parse is None:
        misfits = {parsed.segments[number].key for number in trial.misfits(kept)}
        refused.update(dict.fromkeys(misfits, Refusal.STRUCTURE))
        kept = trial.without(refused)
        parse = trial.parse(kept)
    if parse is None:
        kept, parse = trial.largest(kept)
        left_out = {parsed.segments[number].key for number in places.keys() - kept} - refused.keys()
        refused.update(dict.fromkeys(left_out, Refusal.STRUCTURE))
    if front is not None and any(segment.key in refused for segment in _in_front_matter(parsed)):
        # A text with the context of a key may stand in the body too, where it was refused only now.
        front, _ = _front_matter(parsed, {k: text for k, text in wanted.items() if k not in refused})
    body_text, tokens, env = parse
    head = parsed.document.text[: parsed.body] if front is None else front
    return Edition(head + body_text, len(head), tokens, env, refused)


def _in_front_matter(parsed: ParsedDocument) -> list[Segment]:
    return [segment for segment in parsed.segments if segment.encoding is Encoding.YAML]


def _front_matter(
    parsed: ParsedDocument, wanted: Mapping[MessageKey, str]
) -> tuple[str | None, frozenset[MessageKey]]:
    """Return the text up to the body with its translations, and the messages that do not fit."""
    front = parsed.front_matter
    document = parsed.document.text
    segments = [segment for segment in _in_front_matter(parsed) if segment.key in wanted]
    if front is None or not segments:
        return None, frozenset()
    source = document[front.start : front.stop]
    numbers = {front.start + s.start: n for n, s in enumerate(all_scalars(source) or ())}
    refused = set()
    for segment in segments:
        written = yaml_with(source, numbers[segment.region[0]], wanted[segment.key].strip())
        if written is None:
            refused.add(segment.key)
        else:
            source = written
    return document[: front.start] + source + document[front.stop : front.body], frozenset(refused)
