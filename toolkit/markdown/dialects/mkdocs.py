"""MkDocs with the extensions that Material for MkDocs recommends."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from toolkit.markdown.constructs.abbreviations import abbreviations
from toolkit.markdown.constructs.attribute_lists import ATTRIBUTE_LIST, attribute_lines
from toolkit.markdown.constructs.definition_terms import definition_terms
from toolkit.markdown.constructs.fenced_container import slash_containers
from toolkit.markdown.constructs.indented_container import indented_containers
from toolkit.markdown.constructs.markdown_html import markdown_html
from toolkit.markdown.constructs.reference_footnotes import reference_footnotes
from toolkit.markdown.constructs.snippets import snippets
from toolkit.markdown.constructs.template_lines import RAW_CODE, TEMPLATE_TARGET, jinja_lines
from toolkit.markdown.constructs.template_references import template_references
from toolkit.markdown.dialects.dialect import Dialect

_KEY = r"(?:[\w-]+|\"[^\"\n]+\")"
KEYS = rf"(?<![\w\\+])\+\+{_KEY}(?:\+{_KEY})*\+\+"
"""The keys of PyMdown extensions, ``++ctrl+c++``: names that it shows in the words of the page."""

MKDOCS = Dialect(
    "mkdocs",
    single_tilde=False,
    plugins=(
        reference_footnotes,
        deflist_plugin,
        definition_terms,
        sub_plugin,
        superscript_plugin,
        jinja_lines,
        template_references,
        attribute_lines,
        markdown_html,
        abbreviations,
        snippets,
        slash_containers,
        indented_containers,
    ),
    templates=(
        RAW_CODE,
        TEMPLATE_TARGET,
        *(
            r"\{\{(?:(?!\{\{).)*?\}\}",
            r"\{%(?:(?!\{%).)*?%\}",
            r"\{#(?=\s)(?:(?!\{#).)*?#\}",
            r"\{\{|\{%|%\}",
        ),
    ),
    verbatim=(ATTRIBUTE_LIST, KEYS),
    notes_after_links=True,
    heading_id=r"[^\s{}\"'#.=]+",
    escapable="\\`*_{}[]()>#+-.!",  # Python-Markdown's ESCAPED_CHARS
    openers=(r"!!!", r"\?\?\?\+?[ \t]*[\w-]", r"===[!+]*[ \t]+\"", r"///", r"\*\[", r";*-+8<-", r"\[TOC\]"),
)
