"""The law on marks: without them a page that is not complete is the complete one, byte by byte.

Each translation here is its source text again, so nothing but the marks can differ.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.html_strategies import HTML_DOCUMENTS
from tests.laws.oracle import parsed_or_none
from tests.laws.strategies import DOCUMENTS, LAW
from tests.laws.test_passages import CODE, OPTIONS, STALE, rendered
from tests.unit.markdown.dialect_cases import CASES, NAMES, Case
from toolkit.assemble.offer import Translations
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Entry, Previous
from toolkit.model.document import Document, MarkdownOptions

STATES = st.lists(st.integers(0, 2), min_size=1, max_size=5)
MARKS = re.compile(
    r' <small class="stale-note">.*?</small>|</?span>| class="(?:untranslated|stale)"|(?<=[a-z]) stale(?=")'
    r'|(?<= class=")(?:untranslated|stale) '
    r'| id="toolkit-passage-\d+"| lang="en-x-source" dir="ltr"| title="\[-Old [^"]*"',
    re.DOTALL,
)
HOSTILE_HTML = """\
<div lang="de"><p title="a > b">One</p>two<template><p>three</p></template><noscript>four</noscript></div>

<table><caption>a</caption><tr><th>b<td>c<td>d<tr><td>e</table>

<p>a <svg><title>b</title><text>c</text></svg> <select><option>d<b>e</b></select> <textarea>f</textarea></p>

<a href="x">a <b>b</a> c</b> <![CDATA[ d ]]> <!-- e <p> --> <script>"f"</script> <style>g</style> h

<object>a</object><iframe>b</iframe><math><mtext>c</mtext></math>

<button>d</button><label>e <input title="f"></label>
"""


def page(text: str, options: MarkdownOptions, states: list[int]) -> TranslatedPage:
    """Return a page of a document whose messages are, in turn, untranslated, translated and stale."""
    parsed = parse_document(Document("a", "source/a.md", text, options))
    entries = {}
    for number, key in enumerate(dict.fromkeys(segment.key for segment in parsed.segments)):
        state = states[number % len(states)]
        if state == 1:
            entries[key] = Entry("", key, key.text)
        elif state == 2:
            old = Previous(f"Old {key.text}")
            entries[key] = Entry("", key, key.text, True, comments=("toolkit: changed",), previous=old)
    return assemble_page(parsed, Translations("xx.po", entries), STALE)


def unmarked(html: str) -> str:
    before = ""
    while html != before:  # a span loses its attributes, then itself
        before, html = html, MARKS.sub("", html)
    return html


def assert_law(text: str, options: MarkdownOptions, states: list[int]) -> None:
    complete = page(text, options, [1])
    if complete.tally.translated != complete.tally.total:
        return  # a text that is no translation of itself, as one with a control character
    partly = page(text, options, states)
    assert partly.edition.text == complete.edition.text
    wanted, found = (rendered(one)[1] for one in (complete, partly))
    assert unmarked(found.body) == unmarked(wanted.body)


@LAW
@given(
    st.one_of(DOCUMENTS, HTML_DOCUMENTS, st.builds(lambda text: f"{text}\n\n{CODE}", HTML_DOCUMENTS)), STATES
)
@example(HOSTILE_HTML, [0])
@example(HOSTILE_HTML, [2])
@example(HOSTILE_HTML + CODE, [0, 1, 2])
def test_a_page_is_the_complete_one_but_for_its_marks(text: str, states: list[int]) -> None:
    if parsed_or_none(text) is not None:
        assert_law(text, OPTIONS, states)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
@pytest.mark.parametrize("states", [[0], [2], [0, 1, 2]])
def test_it_is_in_the_dialects_too(case: Case, states: list[int]) -> None:
    assert_law(case.source, replace(case.options, front_matter=OPTIONS.front_matter, code="strings"), states)
