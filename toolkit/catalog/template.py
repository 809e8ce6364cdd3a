"""The segments of a document to its POT file: one message per text and context."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from toolkit.catalog.po.header import CREATION_DATE, GENERATOR, HeaderSettings, new_template_header
from toolkit.catalog.po.text import format_entry
from toolkit.model.message import Message, Template
from toolkit.model.segment import MessageKey, Segment

MOST_DESCRIPTIONS = 3
"""How many places of one text are described to translators."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_FREE_FIELDS = re.compile(rf'^"(?:{CREATION_DATE}|{GENERATOR}): .*\n', re.MULTILINE)
_DATE = re.compile(rf'^"{CREATION_DATE}: (.*)\\n"$', re.MULTILINE)


def build_template(
    domain: str, path: str, segments: Iterable[Segment], segmentation: str, with_lines: bool = False
) -> Template:
    """Return the messages of a document in the order of their first places.

    ``path`` is the document's path below the project, which becomes the reference; ``with_lines`` adds line
    numbers. The first note says what the text is (``type: list item, under: Usual treatment``), for at most
    three distinct places; how long it may be and the author's comments follow.
    """
    places: dict[MessageKey, list[Segment]] = {}
    for segment in segments:
        places.setdefault(segment.key, []).append(segment)
    messages = [
        Message(
            key,
            _notes(found),
            tuple(dict.fromkeys(f"{path}:{place.line}" for place in found)) if with_lines else (path,),
        )
        for key, found in places.items()
    ]
    return Template(domain, tuple(messages), segmentation)


def refresh_template(old: bytes | None, template: Template, settings: HeaderSettings, now: str) -> bytes:
    """Return the POT file of ``template`` in place of ``old``: ``old`` itself where it still says the same.

    The creation date becomes ``now`` only if the messages changed; a new generator alone is no change.
    """
    settings = replace(settings, segmentation=template.segmentation)
    body = _body(template)
    if old is not None:
        # A checkout may have turned the line endings. What cannot be decoded is simply not the same.
        before = old.decode("utf-8", "replace").replace("\r\n", "\n")
        header, same_body = before[: len(before) - len(body)], before.endswith(body)
        date = _DATE.search(header)
        if same_body and date is not None:
            kept = new_template_header(settings, date[1]).raw
            if _FREE_FIELDS.sub("", header) == _FREE_FIELDS.sub("", kept):
                return old
            if header.count("\nmsgid ") == kept.count("\nmsgid "):
                return (kept + body).encode("utf-8")
    return (new_template_header(settings, now).raw + body).encode("utf-8")


def creation_date_of(template: bytes) -> str:
    """Return the date in the header of a POT file as gettext writes it, or empty."""
    found = _DATE.search(template.decode("utf-8", "replace").replace("\r\n", "\n"))
    return found[1] if found else ""


def _body(template: Template) -> str:
    return "".join(
        [
            f"\n{format_entry(message.key, notes=message.notes, references=message.references)}"
            for message in template.messages
        ]
    )


def _notes(places: list[Segment]) -> tuple[str, ...]:
    if len(places) == 1 and not places[0].comment and places[0].max_length is None:
        return (_description(places[0]),)
    descriptions = list(dict.fromkeys(_description(place) for place in places))
    described = "; ".join(descriptions[:MOST_DESCRIPTIONS])
    if len(descriptions) > MOST_DESCRIPTIONS:
        described += f"; and {len(descriptions) - MOST_DESCRIPTIONS} more"
    comments = dict.fromkeys(place.comment for place in places if place.comment)
    lines = [line.rstrip() for comment in comments for line in _LINE_END.split(comment)]
    limits = [place.max_length for place in places if place.max_length is not None]
    # One translation serves all places, so it has to fit into the smallest.
    room = (f"max length: {min(limits)} characters",) if limits else ()
    return (described, *room, *lines)


def _description(place: Segment) -> str:
    if not place.heading:
        return f"type: {place.kind}"
    # A heading may hold hard breaks; a note is one line.
    return f"type: {place.kind}, under: {' '.join(place.heading.split())}"
