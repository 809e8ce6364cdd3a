"""The one pass over the block tokens of a document: which block gives segments, and of which kind."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from toolkit.errors import SourceError
from toolkit.markdown.constructs.container import KIND
from toolkit.markdown.constructs.copied import COMMENT
from toolkit.markdown.directives import parse_directives
from toolkit.markdown.segmentation.code_blocks import gather_code
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.markdown.segmentation.html_blocks import gather_html
from toolkit.markdown.segmentation.inline_runs import Headings, gather_cell, gather_line_text, gather_run
from toolkit.markdown.segmentation.link_titles import gather_titles, titles_before
from toolkit.markdown.spans import row_cells
from toolkit.markdown.untranslated_parts import NOWHERE, untranslated_parts
from toolkit.model.segment import Encoding, Span

_CONTAINERS = {
    "list_item": "list item",
    "blockquote": "block quote",
    "footnote_reference": "footnote",
    "dd": "definition",
    "alert": "alert",
    "container": "admonition",
}
_OPENING = {name + "_open": kind for name, kind in _CONTAINERS.items()}
_CLOSING = frozenset(name + "_close" for name in _CONTAINERS)
_LEAVES = frozenset(
    {"paragraph_open", "heading_open", "dt_open", "th_open", "td_open", "tr_open", "alert_title_open"}
    | {"line_text_open", "copied_lines_open"}
)
_NO_ROW: list[Span] = []


def gather_body(found: Gathering, tokens: Sequence[Token], nesting: int) -> None:
    """Add the segments of a body, in the order of the text.

    Raises `SourceError` for blocks that are nested deeper than ``nesting``, where the parser drops text.
    """
    scopes, options = found.scopes, found.document.options
    headings = Headings(found)
    kinds = ["paragraph"]  # of the containers around, innermost last
    deepest = nesting - 1
    row, row_line, column = _NO_ROW, 0, 0
    titles = titles_before(found)
    parts = untranslated_parts(tokens)
    for index, token in enumerate(tokens):
        if index in titles:
            gather_titles(found, titles[index])
        name = token.type
        part = parts.get(index) if parts else None
        if part:
            scopes.leave_alone(False)
        if name == "inline":
            opened = tokens[index - 1].type
            if opened == "paragraph_open":
                if not scopes.skipping:
                    gather_run(found, index, token, kinds[-1], Encoding.BLOCK)
            elif opened == "td_open" or opened == "th_open":
                if column < len(row) and not scopes.skipping:
                    kind = "table cell" if opened == "td_open" else "table header"
                    gather_cell(found, index, row_line, row[column], kind)
                column += 1
            elif opened == "heading_open":
                headings.gather(index, token, tokens[index - 1])
            elif opened == "dt_open" and not scopes.skipping:
                gather_run(found, index, token, "term", Encoding.TERM)
            elif opened == "line_text_open" and not scopes.skipping:
                gather_line_text(found, index, token, tokens[index - 1])
        elif token.nesting > 0:
            if token.level >= deepest and name not in _LEAVES:
                raise _too_deep(found, token, nesting)
            if name in _OPENING:
                kinds.append(token.meta.get(KIND, _OPENING[name]))
            elif name == "tr_open" and token.map:
                row, row_line, column = row_cells(found.lines, token), token.map[0], 0
            if scopes.pending:
                scopes.opened(token.level)
        elif token.nesting < 0:
            if name in _CLOSING:
                kinds.pop()
            if scopes.pending or scopes.open:
                scopes.closed(token.level)
        elif (name == "html_block" or COMMENT in token.meta) and (
            directives := parse_directives(token.meta.get(COMMENT, token.content))
        ):
            scopes.direct(directives)
        elif name == "html_block" and options.html == "text":
            gather_html(found, index, token, part.before if part else NOWHERE)
        elif name == "fence" and options.code != "copy":
            gather_code(found, index, token)
        else:
            scopes.passed()
        if part:
            scopes.leave_alone(part.after)
    if len(tokens) in titles:
        gather_titles(found, titles[len(tokens)])


def _too_deep(found: Gathering, token: Token, nesting: int) -> SourceError:
    line = (token.map[0] if token.map else 0) + 1 + found.lines_before
    return SourceError(
        f"blocks are nested more than {nesting} deep, and what lies deeper would be lost",
        rule="nesting",
        path=found.document.path,
        line=line,
        hint="flatten the list or the quotes",
    )
