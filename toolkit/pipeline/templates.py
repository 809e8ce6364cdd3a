"""The template of a document, as the project wants it."""

from __future__ import annotations

from dataclasses import replace

from toolkit.catalog.template import build_template
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.message import Template
from toolkit.workspace.settings import References


def template_of(parsed: ParsedDocument, references: References) -> Template:
    """Return the template of a document, with the ``#:`` places that the project asks for."""
    document = parsed.document
    template = build_template(
        document.domain,
        document.path,
        parsed.segments,
        document.options.segmentation,
        with_lines=references == "line",
    )
    if references == "never":
        messages = tuple(replace(message, references=()) for message in template.messages)
        template = replace(template, messages=messages)
    return template
