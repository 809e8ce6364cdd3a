"""Jekyll: kramdown's Markdown with Liquid tags."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin

from toolkit.markdown.constructs.abbreviations import abbreviations
from toolkit.markdown.constructs.attribute_lists import KRAMDOWN_LIST, kramdown_lines
from toolkit.markdown.constructs.definition_terms import definition_terms
from toolkit.markdown.constructs.markdown_html import markdown_html
from toolkit.markdown.constructs.reference_footnotes import reference_footnotes
from toolkit.markdown.constructs.template_lines import RAW_CODE, TEMPLATE_TARGET, liquid_lines
from toolkit.markdown.constructs.template_references import template_references
from toolkit.markdown.dialects.dialect import Dialect

JEKYLL = Dialect(
    "jekyll",
    single_tilde=False,
    plugins=(
        reference_footnotes,
        deflist_plugin,
        definition_terms,
        kramdown_lines,
        markdown_html,
        abbreviations,
        liquid_lines,
        template_references,
    ),
    templates=(
        RAW_CODE,
        TEMPLATE_TARGET,
        r"\{\{(?:(?!\{\{).)*?\}\}",
        r"\{%(?:(?!\{%).)*?%\}",
        r"\{\{|\{%|%\}",
    ),
    verbatim=(KRAMDOWN_LIST,),
    heading_id=r"[A-Za-z][A-Za-z0-9_-]*",
    id_behind_marks=True,
    escapable="\\.*_+`<>()[]{}#!:|\"'$=-",  # kramdown's ESCAPED_CHARS
    openers=(r"\*\[",),
)
