"""GitHub's Markdown, with footnotes and definition lists: the default."""

from __future__ import annotations

from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from toolkit.markdown.dialects.dialect import Dialect

GFM = Dialect("gfm", alerts=True, plugins=(footnote_plugin, deflist_plugin))
