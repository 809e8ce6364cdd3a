"""Docusaurus: MDX with admonitions."""

from __future__ import annotations

from toolkit.markdown.constructs.escaped_ids import escaped_ids
from toolkit.markdown.constructs.fenced_container import colon_containers
from toolkit.markdown.constructs.mdx import JSX_PIECE, mdx_blocks
from toolkit.markdown.constructs.reference_footnotes import reference_footnotes
from toolkit.markdown.dialects.dialect import Dialect

DOCUSAURUS = Dialect(
    "docusaurus",
    plugins=(reference_footnotes, mdx_blocks, escaped_ids, colon_containers),
    verbatim=(JSX_PIECE, r"[{}]"),
    lone_angles=False,
    openers=(r":::",),
    heading_id=r"[^\s{}\"'#.=]+",
    underlined_id_escaped=True,
)
