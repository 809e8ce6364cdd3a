"""Footnotes with a label; the programs that read the dialects have none of the form ``^[like this]``."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin


def reference_footnotes(parser: MarkdownIt) -> None:
    """Add footnotes: ``^[`` may be a superscript with a link, or text."""
    footnote_plugin(parser, inline=False)
