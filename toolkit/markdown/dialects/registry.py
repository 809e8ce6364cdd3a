"""All dialects, by the name that ``babel.cfg`` gives them; a new one is a file and a line here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from toolkit.markdown.constructs.math import MATH_PIECES, SPACED_MATH_PIECES, display_math
from toolkit.markdown.dialects.commonmark import COMMONMARK
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.docusaurus import DOCUSAURUS
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.dialects.hugo import HUGO
from toolkit.markdown.dialects.jekyll import JEKYLL
from toolkit.markdown.dialects.mkdocs import MKDOCS
from toolkit.markdown.dialects.myst import MYST
from toolkit.model.document import MarkdownOptions

DIALECTS: Final = {
    dialect.name: dialect for dialect in (COMMONMARK, GFM, MKDOCS, MYST, HUGO, DOCUSAURUS, JEKYLL)
}
"""The Markdown dialects that can be read; the dialect is part of the form of the messages."""


def dialect_of(options: MarkdownOptions) -> Dialect:
    """Return the dialect that a document is written in."""
    dialect = DIALECTS[options.dialect]
    return _with_math(dialect) if (dialect.math if options.math is None else options.math) else dialect


@cache
def _with_math(dialect: Dialect) -> Dialect:
    return replace(
        dialect,
        math=True,
        plugins=(*dialect.plugins, display_math),
        verbatim=(*(SPACED_MATH_PIECES if dialect.spaced_math else MATH_PIECES), *dialect.verbatim),
    )
