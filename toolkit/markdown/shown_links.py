"""The links, images and tags of a run of text, as its page shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from toolkit.markdown.constructs.template_references import TEMPLATE
from toolkit.markdown.destinations import Destination, Destinations
from toolkit.markdown.inline_text import text_of
from toolkit.markdown.link_recording import DESTINATION, inline_footnotes
from toolkit.markdown.parser import Env
from toolkit.markdown.render_settings import Target


@dataclass(frozen=True, slots=True)
class Run:
    """An inline token, and what says where its links lead."""

    index: int
    """Its index among the edition's tokens."""
    content: str
    destinations: Destinations
    tags: Callable[[str], str]
    """From a tag of raw HTML to the one that the page shows; to be asked in their order."""
    target: Callable[[Destination], Target]
    """From a destination in the document to the one on the page."""


def show_links(children: Sequence[Token], run: Run, env: Env) -> None:
    """Give the tokens of a run, and of the notes within it, the destinations that they have on the page."""
    _take_out_templates(children, env)
    for child in children:
        attributes: dict[str, Any] = child.attrs
        if child.type == "link_open" and child.info != "auto":
            target = run.target(run.destinations.of(child, run.index, run.content))
            attributes["href"] = target.href
            if target.language:
                attributes["hreflang"] = target.language
        elif child.type == "link_open":
            attributes["dir"] = "ltr"  # an address as text: else its last "/" would stand before it in Arabic
        elif child.type == "image":
            attributes["src"] = run.target(run.destinations.of(child, run.index, run.content)).href
        elif child.type == "html_inline":
            child.content = run.tags(child.content)
    for note in inline_footnotes(children, env):
        show_links(note, run, env)


def _take_out_templates(children: Sequence[Token], env: Env) -> None:
    """Make text of the links and images whose address a template gives: here no template runs."""
    references: Mapping[str, Any] = env.get("references", {})
    inside = False
    for child in children:
        label = child.meta.get(DESTINATION)
        if isinstance(label, str) and references.get(label, {}).get(TEMPLATE):
            inside = inside or child.type == "link_open"
            child.content = text_of(child) if child.type == "image" else ""
            child.type, child.tag = "text", ""
        elif inside and child.type == "link_close":
            child.type, inside = "text", False
