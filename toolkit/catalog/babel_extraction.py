"""The extraction method that ``babel.cfg`` names ``markdown``: the same messages as ``toolkit extract``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import IO

from toolkit.catalog.template import build_template
from toolkit.markdown.decoding import decode_document
from toolkit.markdown.options import parse_options
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey

Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]
"""Line, function name, message (with its context before it), and comments, as Babel wants them."""


def extract_markdown(
    fileobj: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[Extracted]:
    """Yield the messages of a Markdown file for ``pybabel extract``.

    A message with a context comes as a call of ``pgettext``, which is how Babel learns of a ``msgctxt``.
    Raises `ConfigError` for options that cannot be used and `SourceError` for a file that cannot be read.
    """
    path = getattr(fileobj, "name", "")
    markdown_options = parse_options(options)
    text = decode_document(fileobj.read(), path)
    parsed = parse_document(Document("", path, text, markdown_options))
    lines: dict[MessageKey, int] = {}
    for segment in parsed.segments:
        lines.setdefault(segment.key, segment.line)
    template = build_template("", path, parsed.segments, markdown_options.segmentation)
    for message in template.messages:
        context, msgid = message.key
        comments = list(message.notes)
        if context is None:
            yield lines[message.key], None, msgid, comments
        else:
            yield lines[message.key], "pgettext", (context, msgid), comments
