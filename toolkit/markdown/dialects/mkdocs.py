"""MkDocs with the extensions that Material for MkDocs recommends."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from toolkit.markdown.constructs.abbreviations import abbreviations
from toolkit.markdown.constructs.attribute_lists import ATTRIBUTE_LIST, attribute_lines
from toolkit.markdown.constructs.fenced_container import slash_containers
from toolkit.markdown.constructs.indented_container import indented_containers
from toolkit.markdown.constructs.markdown_html import markdown_html
from toolkit.markdown.constructs.snippets import snippets
from toolkit.markdown.constructs.template_lines import TEMPLATE_TARGET, jinja_lines
from toolkit.markdown.dialects.dialect import Dialect

MKDOCS = Dialect(
    "mkdocs",
    single_tilde=False,
    plugins=(
        footnote_plugin,
        deflist_plugin,
        sub_plugin,
        superscript_plugin,
        jinja_lines,
        attribute_lines,
        markdown_html,
        abbreviations,
        snippets,
        slash_containers,
        indented_containers,
    ),
    templates=(
        TEMPLATE_TARGET,
        *(
            r"\{\{(?:(?!\{\{).)*?\}\}",
            r"\{%(?:(?!\{%).)*?%\}",
            r"\{#(?=\s)(?:(?!\{#).)*?#\}",
            r"\{\{|\{%|%\}",
        ),
    ),
    verbatim=(ATTRIBUTE_LIST,),
    heading_id=r"[^\s{}\"'#.=]+",
    openers=(r"!!!", r"\?\?\?\+?[ \t]*[\w-]", r"===[!+]*[ \t]+\"", r"///", r"\*\[", r";*-+8<-", r"\[TOC\]"),
)
