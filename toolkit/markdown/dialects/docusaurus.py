"""Docusaurus: MDX with admonitions."""

from __future__ import annotations

from mdit_py_plugins.footnote import footnote_plugin

from toolkit.markdown.constructs.escaped_ids import escaped_ids
from toolkit.markdown.constructs.fenced_container import colon_containers
from toolkit.markdown.constructs.mdx import JSX_PIECE, mdx_blocks
from toolkit.markdown.dialects.dialect import Dialect

DOCUSAURUS = Dialect(
    "docusaurus",
    plugins=(footnote_plugin, mdx_blocks, escaped_ids, colon_containers),
    verbatim=(JSX_PIECE, r"[{}]"),
    openers=(r":::",),
    heading_id=r"[^\s{}\"'#.=]+",
    underlined_id_escaped=True,
)
