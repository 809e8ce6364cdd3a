"""A document with translations in place, verified to have the structure of its source (law 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markdown_it.token import Token

from toolkit.markdown.code_blocks import misfits_in_blocks
from toolkit.markdown.code_text import code_problem
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.expected import embedded_places
from toolkit.markdown.front_matter.edits import with_translations
from toolkit.markdown.html_text import html_problem
from toolkit.markdown.link_titles import title_problem
from toolkit.markdown.parser import Env, parse_blocks
from toolkit.markdown.placement.place import place
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.source_lines import source_lines
from toolkit.markdown.trial import Trial
from toolkit.model.segment import Encoding, MessageKey, Segment, Span


class Refusal(StrEnum):
    """Why a text could not be put in place."""

    EMPTY = "empty"
    """It holds no text."""
    STRUCTURE = "structure"
    """It would open, close or change a block, however escaped."""
    FRONT_MATTER = "front matter"
    """It cannot be a value of the front matter."""
    CODE = "code"
    """It would change the code around it."""
    LINK_TITLE = "link title"
    """It cannot be the title of a link reference definition."""


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
    embedded: Mapping[int, tuple[tuple[int, Span], ...]] = field(default_factory=dict, hash=False)
    """What `ParsedDocument.embedded` says, of the contents that the tokens have here."""


def make_edition(parsed: ParsedDocument, texts: Mapping[MessageKey, str]) -> Edition:
    """Return a document with ``texts`` at all places of their messages.

    A message is put in place everywhere or nowhere.  A text equal to its message leaves the bytes
    alone.  The blocks of the result are parsed once; only where its structure is not that of the
    source are the texts tried block by block, to find the ones at fault.
    """
    dialect = dialect_of(parsed.document.options)
    wanted = {key: text for key, text in texts.items() if text != key.text}
    if not wanted:
        source = parsed.document.text
        return Edition(
            source,
            parsed.body,
            *parse_blocks(source_lines(source, parsed.body).text, parsed.nesting, dialect),
            {},
            parsed.embedded,
        )
    refused: dict[MessageKey, Refusal] = {}
    front, front_refused = _front_matter(parsed, wanted)
    refused.update(front_refused)
    places: dict[int, Placement] = {}
    for number, segment in enumerate(parsed.segments):
        if not segment.encoding.in_front_matter and segment.key in wanted:
            if html_problem(segment, wanted[segment.key]):
                refused[segment.key] = Refusal.STRUCTURE
                continue
            if segment.encoding is Encoding.LINK_TITLE and title_problem(segment, wanted[segment.key]):
                refused[segment.key] = Refusal.LINK_TITLE
                continue
            if segment.encoding.in_code and code_problem(segment, wanted[segment.key]):
                refused[segment.key] = Refusal.CODE
                continue
            placement = place(parsed.document.text, segment, wanted[segment.key], dialect)
            if placement is None:
                refused[segment.key] = Refusal.EMPTY
            else:
                places[number] = placement
    misfits_around = misfits_in_blocks(parsed, places, refused)
    refused.update(dict.fromkeys((parsed.segments[n].key for n in misfits_around), Refusal.CODE))
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
    embedded = embedded_places(parsed, {number: places[number] for number in kept})
    return Edition(head + body_text, len(head), tokens, env, refused, embedded)


def _in_front_matter(parsed: ParsedDocument) -> list[Segment]:
    return [segment for segment in parsed.segments if segment.encoding.in_front_matter]


def _front_matter(
    parsed: ParsedDocument, wanted: Mapping[MessageKey, str]
) -> tuple[str | None, Mapping[MessageKey, Refusal]]:
    """Return the text up to the body with its translations, and the messages that do not fit."""
    segments = [segment for segment in _in_front_matter(parsed) if segment.key in wanted]
    if parsed.front_matter is None or not segments:
        return None, {}
    texts = {segment.region[0]: wanted[segment.key].strip() for segment in segments}
    placed = {start: text for start, text in texts.items() if text}
    written, misfits = with_translations(parsed.document.text, parsed.front_matter, placed)
    refused = {}
    for segment in segments:
        start = segment.region[0]
        if start not in placed:
            refused[segment.key] = Refusal.EMPTY
        elif start in misfits:
            refused[segment.key] = Refusal.FRONT_MATTER
    return written, refused
