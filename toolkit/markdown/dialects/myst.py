"""MyST, the Markdown of Sphinx and Jupyter Book."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin

from toolkit.markdown.constructs.attribute_lists import ATTRIBUTE_LIST, attribute_lines
from toolkit.markdown.constructs.directive_fence import directive_fences
from toolkit.markdown.constructs.fenced_container import colon_containers
from toolkit.markdown.constructs.myst_lines import myst_lines
from toolkit.markdown.constructs.reference_footnotes import reference_footnotes
from toolkit.markdown.dialects.dialect import Dialect

MYST = Dialect(
    "myst",
    plugins=(
        reference_footnotes,
        deflist_plugin,
        attribute_lines,
        myst_lines,
        colon_containers,
        directive_fences,
    ),
    plain_paragraphs=False,  # (label)= opens with a parenthesis
    verbatim=(
        r"\{[A-Za-z][\w.:+-]*\}(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
        r"\{\{(?:(?!\{\{).)*?\}\}",
        ATTRIBUTE_LIST,
    ),
    openers=(r":::", r"%", r"\+\+\+", r"\([^()]+\)="),
    math=True,
    spaced_math=True,
)
