"""The law on pages that are not complete: what the notice counts is marked where it stands, and nothing else.

The exceptions are those that docs/explanation/partly-translated-pages.md names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.html_strategies import HTML_DOCUMENTS
from tests.laws.oracle import parsed_or_none
from tests.laws.strategies import DOCUMENTS, LAW
from tests.small_site import VOID
from toolkit.assemble.offer import DEFAULT_JUDGEMENT, Translations
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.markdown.constructs.abbreviations import ABBREVIATION
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import Rendered, render_html
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.catalog import Entry, Previous
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Encoding
from toolkit.publish.passages import Passages, passage_id, passages_of

FIXTURES = Path(__file__).parents[1] / "fixtures"
SOURCE = Language("en-x-source", "ltr")
OPTIONS = MarkdownOptions(front_matter=("title", "description"), code="strings")
STALE = replace(DEFAULT_JUDGEMENT, stale=True)

CODE = """\
```python
x = "One string" # and a comment
# two lines
# of it
```

```js
/* over
   two lines */
f('it\\'s', "so")
```
"""
ATTRIBUTES = frozenset((Encoding.HTML_ATTRIBUTE, Encoding.HTML_UNQUOTED, Encoding.LINK_TITLE))
NO_SPAN = re.compile(
    r"<(?:datalist|dl|menu|noscript|ol|optgroup|option|select|table|tbody|template|tfoot|thead|tr|ul)\b", re.I
)


def made(parsed: ParsedDocument, states: list[int]) -> TranslatedPage:
    """Return a page of a document whose messages are, in turn, untranslated, translated and stale."""
    entries = {}
    for number, key in enumerate(dict.fromkeys(segment.key for segment in parsed.segments)):
        state = states[number % len(states)]
        words = f"ÜBER{number}" if state == 1 else f"ALT{number}"
        text = re.sub(r"^[^<>\n]*$", words, key.text) if key.text[:1] != '"' else f'"{words}"'
        if state == 1:
            entries[key] = Entry("", key, text)
        elif state == 2:
            old = Previous(f"Old {key.text}")
            entries[key] = Entry("", key, text, True, comments=("toolkit: changed",), previous=old)
    return assemble_page(parsed, Translations("xx.po", entries), STALE)


def rendered(page: TranslatedPage) -> tuple[Passages, Rendered]:
    """Return a page's passages and its HTML, the title of the front matter included."""
    passages = passages_of(page, PageWords(), SOURCE)
    translated = page.translated_tokens()
    settings = RenderSettings(
        source_heading_ids(page.parsed),
        SOURCE,
        translated,
        frozenset(page.parsed.inline.keys() - translated),
        passages.marks,
        passages.ids,
        passages.embedded,
    )
    html = render_html(page.edition, settings)
    heading = f"<h1{passages.title_attributes}{SOURCE.attributes}></h1>" * bool(passages.title_ids)
    return passages, Rendered(heading + html.heading, html.body, {**html.ids, **passages.title_ids})


class Marked(HTMLParser):
    """What is marked on a page: each id with the classes and languages at it or directly within it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.marks: dict[str, list[dict[str, str | None]]] = {}
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.waiting = self.old = ""
        self.feed(html.replace("--!>", "-->"))  # which ends a comment, as Python learnt late
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs) or "toolkit" not in str(attrs)
        attributes = dict(attrs)
        if identifier := attributes.get("id"):
            self.ids[identifier] += 1
            self.marks.setdefault(identifier, []).append(attributes)
        elif self.open and self.open[-1][0] in ("td", "th") and (cell := self.open[-1][1].get("id")):
            self.marks[cell].append(attributes)
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        classes = [str(attributes.get("class")) for _, attributes in self.open]
        if "untranslated" in classes:
            self.waiting += data
        if "stale" in classes:
            self.old += data


def nests(html: str) -> bool:
    """Tell whether each tag of a text has its partner there."""
    opened: list[str] = []
    for end, name in re.findall(r"<(/?)([a-z]+)", html.lower()):
        if not end and name not in VOID:
            opened.append(name)
        elif end and (not opened or opened.pop() != name):
            return False
    return not opened


def unmarkable(page: TranslatedPage) -> Iterator[int]:
    """Yield the segments that need not be marked: the exceptions of the documentation."""
    parsed = page.parsed
    for number, segment in enumerate(parsed.segments):
        if segment.encoding.in_front_matter or segment.encoding in ATTRIBUTES:
            yield number
    notes = 0
    for index, token in enumerate(parsed.tokens):
        notes += token.nesting * (token.type in ("footnote_reference_open", "footnote_reference_close"))
        # A footnote that nothing refers to is no part of the page.
        if index in parsed.inline and (notes or parsed.tokens[index - 1].info == ABBREVIATION):
            yield parsed.inline[index]
        for number, (start, stop) in parsed.embedded.get(index, ()):
            if token.type == "html_block":
                text = token.content[start:stop]
                if NO_SPAN.search(token.content) or not nests(text):
                    yield number


def assert_law(parsed: ParsedDocument, states: list[int]) -> None:
    page = made(parsed, states)
    tally = page.tally
    passages, html = rendered(page)
    assert (len(passages.waiting), len(passages.stale)) == (tally.blocks_in_source, tally.blocks_stale)
    marked = Marked(html.heading + html.body)
    placed = {n for n in passages.waiting | passages.stale if passage_id(n) in html.ids}
    assert passages.waiting | passages.stale == placed | (
        (passages.waiting | passages.stale) & frozenset(unmarkable(page))
    )
    own = {one for one in marked.ids if one.startswith("toolkit-passage-")}
    assert own == {place for place in html.ids.values() if place.startswith("toolkit-passage-")}
    assert all(marked.ids[one] == 1 for one in own)
    for number in placed:
        found = marked.marks[html.ids[passage_id(number)]]
        wanted = "stale" if number in passages.stale else "untranslated"
        assert wanted in " ".join(str(mark.get("class")) for mark in found).split()
        if wanted == "untranslated":
            assert any(SOURCE.tag == mark.get("lang") for mark in found)
    assert re.findall(r"ÜBER\d+|ALT\d+", marked.waiting) == []
    assert re.findall(r"ÜBER\d+", marked.old) == []


@LAW
@given(
    st.one_of(DOCUMENTS, HTML_DOCUMENTS, st.builds(lambda text: f"{text}\n\n{CODE}", HTML_DOCUMENTS)),
    st.lists(st.integers(0, 2), min_size=1, max_size=5),
)
@example("# One *two*\n\n- item\n\n| a | b |\n|---|---|\n| c | d |\n\nterm\n: meaning\n", [0, 2])
@example("> [!NOTE]\n> Text^[note]\n\n- [ ] task[^1]\n\n[^1]: used\n[^2]: not used\n", [0])
def test_what_is_counted_is_marked_and_nothing_else(text: str, states: list[int]) -> None:
    parsed = parsed_or_none(text)
    if parsed is not None:
        assert_law(parse_document(Document("a", "source/a.md", text, OPTIONS)), states)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("states", [[0], [2], [0, 1, 2], [1]])
def test_it_holds_in_the_dialects_too(path: Path, states: list[int]) -> None:
    name = path.stem.partition("-")[2].removesuffix("-math") if path.stem.startswith("dialect-") else "gfm"
    options = replace(OPTIONS, dialect=name, math=path.stem.endswith("-math"))
    for text in path.read_bytes().decode("utf-8").split("\n.\n"):
        if parsed_or_none(text) is not None:
            assert_law(parse_document(Document("a", "source/a.md", text, options)), states)


@LAW
@given(st.one_of(DOCUMENTS, HTML_DOCUMENTS))
def test_a_complete_page_has_no_id_and_no_mark_of_ours(text: str) -> None:
    if parsed_or_none(text) is None:
        return
    parsed = parse_document(Document("a", "source/a.md", text, OPTIONS))
    entries = {s.key: Entry("", s.key, s.key.text) for s in parsed.segments}
    page = assemble_page(parsed, Translations("xx.po", entries))
    if page.tally.translated == page.tally.total:
        passages, html = rendered(page)
        nothing: frozenset[int] = frozenset()
        assert passages == Passages(nothing, nothing, {}, {}, {}, {}, passages.title_attributes)
        plain = replace(RenderSettings(), heading_ids=source_heading_ids(parsed), foreign=SOURCE)
        again = assemble_page(parsed, Translations("xx.po", entries))
        plain = replace(plain, translated=again.translated_tokens())
        assert render_html(again.edition, plain) == html
        assert passages.title_attributes == ""
