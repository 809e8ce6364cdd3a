"""The HTML of a document without translations is the library's own, but for the marks listed here."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.laws.corpus import spec_examples
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.errors import SourceError
from toolkit.markdown.edition import make_edition
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions

_OPTIONS = {"xhtmlOut": False, "linkify": False, "alerts": True, "maxNesting": 100}
_GFM = MarkdownIt("gfm-like2", _OPTIONS | {"strikethrough_single_tilde": True}).disable("linkify")
_LIBRARY = {
    "commonmark": MarkdownIt("commonmark", _OPTIONS),
    "gfm": _GFM.use(footnote_plugin).use(deflist_plugin),
}

_CODE_MARKS = (
    ('<pre dir="ltr" translate="no" tabindex="0"><code', "<pre><code"),
    ('<code dir="ltr" translate="no">', "<code>"),
    ('" dir="ltr">', '">'),  # of an address as text
)
_GFM_MARKS = (
    ('<div class="table" role="group" aria-label="Table" tabindex="0">\n', ""),
    ("</table>\n</div>\n", "</table>\n"),
    ('<th scope="col"', "<th"),
    (' class="align-start">', ' style="text-align:left">'),
    (' class="align-center">', ' style="text-align:center">'),
    (' class="align-end">', ' style="text-align:right">'),
    (
        '<input type="checkbox" class="task-list-item-checkbox" disabled aria-label="Done" checked>',
        '<input class="task-list-item-checkbox" disabled="" type="checkbox" checked="">',
    ),
    (
        '<input type="checkbox" class="task-list-item-checkbox" disabled aria-label="To do">',
        '<input class="task-list-item-checkbox" disabled="" type="checkbox">',
    ),
    (' role="doc-noteref"', ""),
    (
        '<section class="footnotes" role="doc-endnotes" aria-labelledby="toolkit-footnotes">\n'
        '<p class="visually-hidden" id="toolkit-footnotes">Footnotes</p>\n',
        '<hr class="footnotes-sep">\n<section class="footnotes">\n',
    ),
    (' role="doc-backlink" aria-label="Back to text"', ""),
)
"""What the toolkit writes for readers, and what the library has there: nothing else may differ."""

_FILES = ("segments.md", "html.md", "links.md", "directives.md", "placement.md", "dialect-commonmark.md")
_CASES = {
    f"{file}: {title}": unsigned(source.partition("\n-> ")[0])
    for file in _FILES
    for title, source, _ in fixtures(file)
} | {
    "alignments": "| a | b | c |\n| :- | :-: | -: |\n| *d* | e |\n",
    "notes": "a[^x] ^[c *d* [^y]]\n\n[^x]: e\n\n    > f\n\n[^y]: g\n",
    "a note twice": "a[^x] b[^x]\n\n[^x]: c\n",
    "alerts": "> [!TIP]\n> a\n\n> [!CAUTION]\n> - [ ] b\n>\n> c\n> : d\n",
    "tildes": "~a~ ~~b~~ \\\nwww.example.org <b c='d'>&copy;</b>\n",
}
_ATTRIBUTES = "the attribute list of a heading is read, where the library shows it as text"
_APART = "the heading of the page is given apart, before the comments that stand above it"
_REFUSED = "there is no page"
_DIFFERENT = {
    "segments.md: an attribute list stands outside": _ATTRIBUTES,
    "links.md: a link to an explicit id": _ATTRIBUTES,
    "placement.md: heading: attributes of both": _ATTRIBUTES,
    "placement.md: heading: attributes stay": _ATTRIBUTES,
    "dialect-commonmark.md: an attribute list stands outside of a heading": _ATTRIBUTES,
    "segments.md: a skipped heading still names what stands under it": _APART,
    "directives.md: a range goes over headings and lists": _APART,
    "segments.md: broken front matter is refused with its place": _REFUSED,
    "a note twice": "each reference shows the number of its note, where the library adds :1 to the second",
}
"""The fixtures where more differs, all of them, and why."""


def _library(dialect: str, body: str) -> str:
    return str(_LIBRARY[dialect].render(re.sub(r"\r\n?", "\n", body)))


def _bodies(dialect: str, text: str) -> tuple[str, str]:
    """Return the HTML of a document, its marks undone, and the library's for its body."""
    parsed = parse_document(Document("d", "source/d.md", text, MarkdownOptions(dialect)))
    rendered = render_html(make_edition(parsed, {}), RenderSettings())
    html = f"{rendered.heading}\n{rendered.body}" if rendered.heading else rendered.body
    for ours, theirs in _CODE_MARKS if dialect == "commonmark" else (*_CODE_MARKS, *_GFM_MARKS):
        html = html.replace(ours, theirs)
    return html, _library(dialect, text[parsed.body :])


@pytest.mark.parametrize("dialect", ["commonmark", "gfm"])
def test_the_examples_of_the_standard_are_rendered_as_the_library_does(dialect: str) -> None:
    examples = spec_examples()
    assert len(examples) == 655
    different = []
    for example in examples:
        ours, theirs = _bodies(dialect, example)
        if ours != theirs:
            different.append(example)
    assert different == []


def test_fixtures_are_rendered_as_the_library_does_but_for_those_listed() -> None:
    different = []
    for title, source in _CASES.items():
        try:
            ours, theirs = _bodies("gfm", source)
        except SourceError:
            ours, theirs = "", "refused"
        if ours != theirs:
            different.append(title)
    assert sorted(different) == sorted(_DIFFERENT)


def test_the_fixtures_have_every_mark() -> None:
    pages = []
    for title, source in _CASES.items():
        if _DIFFERENT.get(title) != _REFUSED:
            parsed = parse_document(Document("d", "source/d.md", source))
            pages.append(render_html(make_edition(parsed, {}), RenderSettings()).body)
    whole = "".join(pages)
    assert [ours for ours, _ in (*_CODE_MARKS, *_GFM_MARKS) if ours not in whole] == []
