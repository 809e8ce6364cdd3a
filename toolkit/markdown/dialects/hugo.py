"""Hugo: Goldmark's Markdown with shortcodes."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from toolkit.markdown.constructs.attribute_lists import ATTRIBUTE_LIST, attribute_lines
from toolkit.markdown.constructs.template_lines import TEMPLATE_TARGET, hugo_lines
from toolkit.markdown.dialects.dialect import Dialect

HUGO = Dialect(
    "hugo",
    alerts=True,
    plugins=(footnote_plugin, deflist_plugin, attribute_lines, hugo_lines),
    templates=(
        TEMPLATE_TARGET,
        r"\{\{<(?:(?!\{\{<).)*?>\}\}",
        r"\{\{%(?:(?!\{\{%).)*?%\}\}",
        r"\{\{[<%]|[>%]\}\}",
    ),
    verbatim=(ATTRIBUTE_LIST,),
    heading_id=r"[^\s{}\"'#.=]+",
    id_behind_marks=True,
)
