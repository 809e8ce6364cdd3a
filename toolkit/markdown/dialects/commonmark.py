"""The standard alone: no tables, strikethrough, task lists, alerts, footnotes or definition lists."""

from __future__ import annotations

from toolkit.markdown.dialects.dialect import Dialect

COMMONMARK = Dialect("commonmark", preset="commonmark")
