"""The laws hold in every dialect: identity, partition, structure, coverage, stability."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.hostile import HOSTILE, TRANSLATIONS
from tests.laws.oracle import normal
from tests.laws.strategies import LAW, RANDOM_TEXT
from tests.pseudo import pseudo_messages
from tests.unit.markdown.dialect_cases import CASES, FILES, NAMES, Case, parsed
from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.edition import Edition, make_edition
from toolkit.markdown.parser import parse_blocks
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.document import MarkdownOptions
from toolkit.model.segment import MessageKey

_ALIEN = (
    *(
        "::: note",
        ":::",
        "!!! note",
        '=== "a"',
        "/// tip",
        "{{< x >}}",
        "{% x %}",
        "{{ x }}",
        "{x}",
        "{: .c}",
    ),
    *(
        "$$",
        "$$\na\n$$",
        "$a$",
        "% x",
        "+++ x",
        "(x)=",
        "```{note}",
        "<Tab>",
        "<b>x</b>",
        "</Tab>",
        "import a",
    ),
    *('"', "'", '\\"', ">}}", "%}", '" x="y', "]", "[", "a\n\nb", "*[a]: b", "--8<-- 'a'", "{", "}", "\\"),
    *(
        "{/* */}",
        "<!-- -->",
        "-->",
        "???+ x",
        "title",
        "    four",
        "\\[",
        "a\n:::",
        "a\n%}",
        "a {.b}",
        "#",
        "|",
    ),
)
_ALL = st.one_of(st.sampled_from(_ALIEN), st.sampled_from(HOSTILE), TRANSLATIONS)
_LETTER = re.compile("[A-Za-z]")
_UNREAD = re.compile(
    r'<(pre|code)\b.*?</\1>|<(span|div) class="math".*?</\2>|<p class="admonition-title">[A-Z][a-z]+</p>'
    r'|<summary class="admonition-title">[A-Z][a-z]+</summary>|<p class="visually-hidden".*?</p>'
    r'|<p class="markdown-alert-title">.*?</p>|<[^>]*>|&\w+;',
    re.DOTALL,
)


def _outline(document: ParsedDocument) -> list[tuple[str, str, int, str, str]]:
    return [
        (t.type, t.tag, t.level, t.info, t.content if t.type in ("copied", "fence", "code_block") else "")
        for t in document.tokens
    ]


def _check(source: ParsedDocument, texts: Mapping[MessageKey, str]) -> Edition:
    edition = make_edition(source, texts)
    again = parsed(edition.text, source.document.options)
    assert _outline(again) == _outline(source)
    text, reached, at = source.document.text, 0, 0
    for segment in source.segments:
        if segment.key in texts and segment.key not in edition.refused:
            piece, reached = text[reached : segment.region[0]], segment.region[1]
            found = edition.text.find(piece, at)
            assert found >= 0, (piece, edition.text)
            at = found + len(piece)
    assert edition.text.endswith(text[reached:])
    return edition


def _keeps_every_byte(source: ParsedDocument) -> bool:
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    return itself.text == source.document.text == make_edition(source, {}).text and not itself.refused


def _is_partition(source: ParsedDocument) -> bool:
    ends = [offset for segment in source.segments for span in segment.spans for offset in span]
    return ends == sorted(ends) and all(0 <= end <= len(source.document.text) for end in ends)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_fixtures_keep_every_byte_and_their_segments_do_not_overlap(case: Case) -> None:
    source = case.parsed()
    assert _keeps_every_byte(source)
    assert _is_partition(source)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_fixtures_keep_their_structure_in_pseudo_text_and_no_letter_is_left(case: Case) -> None:
    source = case.parsed()
    texts = pseudo_messages(source)
    edition = _check(source, texts)
    assert not edition.refused
    for key, text in texts.items():
        assert verbatim_problem(key.text, text, dialect_of(case.options)) is None
    if "i18n:skip" not in case.source and "left alone" not in case.name:
        body = _UNREAD.sub("", render_html(edition, RenderSettings(source_heading_ids(source))).body)
        assert not _LETTER.search(body), body


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_no_hostile_translation_changes_a_fixture(case: Case) -> None:
    source = case.parsed()
    for hostile in (*_ALIEN, *HOSTILE[::7]):
        _check(source, {segment.key: hostile for segment in source.segments})
    for number, segment in enumerate(source.segments):
        _check(source, {segment.key: _ALIEN[number % len(_ALIEN)]})


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_quick_rule_for_paragraphs_finds_what_the_others_find(case: Case) -> None:
    dialect = dialect_of(case.options)
    text = normal(case.source)
    quick, _ = parse_blocks(text, 100, dialect)
    slow, _ = parse_blocks(text, 100, replace(dialect, plain_paragraphs=False))
    assert [t.as_dict() for t in quick] == [t.as_dict() for t in slow]


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("docusaurus", "".join(f"{':' * (300 - n)}note\n" for n in range(200))),
        ("myst", "".join(f"{'`' * (300 - n)}{{note}}\n" for n in range(200))),
        ("mkdocs", "".join(f"{' ' * 4 * n}!!! note\n" for n in range(200))),
        ("mkdocs", "".join(f"{'/' * (300 - n)} note\n" for n in range(200))),
    ],
)
def test_containers_nested_too_deep_are_refused(dialect: str, text: str) -> None:
    with pytest.raises(SourceError) as refused:
        parsed(text + " " * 800 + "x\n", MarkdownOptions(dialect))
    assert refused.value.rule == "nesting"


def _nested(text: str, shape: int) -> str:
    if not shape:
        return text
    first, other = (("> ", "> "), ("- ", "  "), ("1. ", "    "))[shape - 1]
    lines = text.split("\n")
    return "\n".join((first if not n else other) + line for n, line in enumerate(lines)).rstrip() + "\n"


@st.composite
def _documents(draw: st.DrawFn) -> tuple[MarkdownOptions, str]:
    name = draw(st.sampled_from([name for name in FILES if name != "commonmark"]))
    sources = [case.source for case in CASES if case.name.startswith(f"{name}: ")]
    parts = draw(st.lists(st.tuples(st.sampled_from(sources), st.integers(0, 3)), min_size=1, max_size=3))
    glue = draw(st.sampled_from(("\n", "", "\n\n")))
    text = glue.join(_nested(part, shape) for part, shape in parts)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 6))
        text = text[:at] + draw(RANDOM_TEXT | st.sampled_from(_ALIEN)) + text[at + cut :]
    return FILES[name], text


def _parsed_or_none(text: str, options: MarkdownOptions) -> ParsedDocument | None:
    try:
        return parsed(text, options)
    except SourceError:
        return None


@LAW
@given(_documents(), st.lists(_ALL, min_size=1, max_size=4))
def test_the_laws_hold_on_what_is_composed_of_fixtures(
    document: tuple[MarkdownOptions, str], translations: list[str]
) -> None:
    options, text = document
    source = _parsed_or_none(text, options)
    if source is None:
        return
    assert _keeps_every_byte(source)
    assert _is_partition(source)
    keys = dict.fromkeys(segment.key for segment in source.segments)
    _check(source, {key: translations[n % len(translations)] for n, key in enumerate(keys)})
    render_html(make_edition(source, {}), RenderSettings(source_heading_ids(source)))
