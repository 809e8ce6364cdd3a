"""Hugo: Goldmark's Markdown with shortcodes."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin

from toolkit.markdown.constructs.attribute_lists import ATTRIBUTE_LIST, attribute_lines
from toolkit.markdown.constructs.definition_terms import definition_terms
from toolkit.markdown.constructs.reference_footnotes import reference_footnotes
from toolkit.markdown.constructs.template_lines import SHORTCODES, TEMPLATE_TARGET, hugo_lines
from toolkit.markdown.constructs.template_references import template_references
from toolkit.markdown.dialects.dialect import Dialect

HUGO = Dialect(
    "hugo",
    alerts=True,
    plugins=(
        reference_footnotes,
        deflist_plugin,
        definition_terms,
        attribute_lines,
        hugo_lines,
        template_references,
    ),
    templates=(
        TEMPLATE_TARGET,
        *SHORTCODES,
        r"\{\{[<%]|[>%]\}\}",
    ),
    verbatim=(ATTRIBUTE_LIST,),
    heading_id=r"[^\s{}\"'#.=]+",
    id_behind_marks=True,
)
