"""Which texts of code become messages, and how they are written: ``tests/fixtures/code-comments.md``."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.strategies import LAW
from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.assemble.offer import DEFAULT_JUDGEMENT, offer
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.catalog import Entry
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.message import State
from toolkit.model.segment import Segment

_CASES = fixtures("code-comments.md")
_IDS = [title for title, _, _ in _CASES]


def _parsed(source: str, code: str = "strings", dialect: str = "gfm") -> ParsedDocument:
    return parse_document(Document("d", "d.md", source, MarkdownOptions(dialect, code=code)))


def _dump(segment: Segment) -> str:
    return f"{segment.line} {segment.kind}: {signed(json.dumps(segment.key.text, ensure_ascii=False))}\n"


def dump_code(source: str) -> str:
    """Return the messages in code and, where there are some, the document with them in capitals."""
    parsed = _parsed(source)
    messages = "".join(_dump(segment) for segment in parsed.segments if segment.encoding.in_code)
    edition = make_edition(parsed, {s.key: s.key.text.upper() for s in parsed.segments if s.encoding.in_code})
    assert not edition.refused
    return messages + "->\n" + signed(edition.text) if messages else "nothing\n"


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=_IDS)
def test_code_has_the_messages_of_its_fixture(title: str, source: str, expected: str) -> None:
    assert dump_code(unsigned(source)) == expected, title


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=_IDS)
def test_code_is_copied_by_default_and_strings_are_by_comments(
    title: str, source: str, expected: str
) -> None:
    text = unsigned(source)
    everything = _parsed(text).segments
    assert _parsed(text, "copy").segments == tuple(s for s in everything if not s.encoding.in_code), title
    assert _parsed(text, "comments").segments == tuple(s for s in everything if s.kind != "code string")
    assert Document("d", "d.md", text).options == MarkdownOptions(code="copy")


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=_IDS)
def test_the_spans_of_a_message_are_its_lines(title: str, source: str, expected: str) -> None:
    text = unsigned(source)
    for segment in _parsed(text).segments:
        if segment.encoding.in_code:
            assert "\n".join(text[a:b] for a, b in segment.spans) == segment.key.text, title


def test_there_are_at_least_twenty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 20


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("```c\n/* Text */ int a;\n```\n", "Uno */ evil(); /*"),
        ("```c\n/* Text */ int a;\n```\n", "Uno */"),
        ("```c\n// Text\nint a;\n```\n", "Uno\\"),
        ("```c\n// Text\nint a;\n```\n", "Uno\nevil();"),
        ("```c\n// Text\nint a;\n```\n", "Uno\u2028evil();"),
        ("```c\n// Text\nint a;\n```\n", "Uno\rdos"),
        ("```c\n// Text\nint a;\n```\n", "\u202euno"),
        ("```c\n/*\nText\n*/\n```\n", "```"),
        ("```c\n/*\nText\n*/\n```\n", "~~~ uno"),
        ("```html\n<!-- Text -->\n```\n", "Uno --> <script>"),
        ("```html\n<!-- Text -->\n```\n", "Uno --!> <b>"),
        ("```html\n<!--Text-->\n```\n", "> <b>"),
        ('```py\n"""Text"""\n```\n', 'Uno """ + evil() + """'),
        ('```py\n"""Text"""\n```\n', 'Uno"'),
        ('```py\n"""Text"""\n```\n', "Uno\\"),
        ("```py\n# Text\n```\n", "noqa"),
        ("```py\n# Text\n# more\n```\n", "Uno"),
        ("```py\n# Text\n# more\n```\n", "Uno\n\ndos"),
        ('```py\nx = "Text"\n```\n', 'Uno" + evil() + "'),
        ("```js\nx = 'Text'\n```\n", "L'uno"),
        ('```bash\necho "Text"\n```\n', "$(evil)"),
        ('```php\n<?php $x = "Text";\n```\n', "{$x}"),
        ("```php\n<?php\n// Text\nf();\n```\n", "Uno ?> <b>"),
        ("```html\n<script>\n// Text\n</script>\n```\n", "Uno </script> <b>"),
        ("```haskell\n{- Text -}\n```\n", "Uno -} evil {-"),
    ],
)
def test_what_would_change_the_code_is_withheld(source: str, translation: str) -> None:
    parsed = _parsed(source)
    segment = parsed.segments[0]
    edition = make_edition(parsed, {segment.key: translation})
    assert (edition.text, dict(edition.refused)) == (source, {segment.key: Refusal.CODE})


@pytest.mark.parametrize(
    "translation", ["`uno` <b> & *dos*", "# uno", '"uno": dos', "uno | dos", "- uno", "> uno", "]] uno"]
)
@pytest.mark.parametrize("source", ["```py\n# Text\nf()\n```\n", "> - ```c\n>   /* Text */ f();\n>   ```\n"])
def test_what_is_harmless_in_a_comment_is_written_as_it_is(source: str, translation: str) -> None:
    parsed = _parsed(source)
    edition = make_edition(parsed, {parsed.segments[0].key: translation})
    assert not edition.refused
    assert edition.text == source.replace("Text", translation)


def test_one_misfit_does_not_keep_the_others_out() -> None:
    source = "```c\n/* One */ int a; /* Two */\n// Three\n```\n\nFour\n"
    parsed = _parsed(source)
    texts = dict(zip([s.key for s in parsed.segments], ["Uno", "Dos */ x", "Tres", "Cuatro"], strict=True))
    edition = make_edition(parsed, texts)
    assert dict(edition.refused) == {parsed.segments[1].key: Refusal.CODE}
    assert edition.text == "```c\n/* Uno */ int a; /* Two */\n// Tres\n```\n\nCuatro\n"


def test_a_misfit_elsewhere_leaves_code_translated() -> None:
    source = "- ```py\n  # One\n  # two\n  ```\n\n- <b>\n\n> Text\n"
    parsed = _parsed(source)
    code, text = parsed.segments[0].key, parsed.segments[-1].key
    edition = make_edition(parsed, {code: "Uno\ndos", text: "a\n\n</b>\n<div>"})
    assert edition.text.startswith("- ```py\n  # Uno\n  # dos\n  ```\n")


def test_tags_of_a_template_are_kept_in_code_too() -> None:
    (segment,) = _parsed("```py\n# Text {{ x }}\n```\n", "comments", "jekyll").segments
    found = offer(segment, Entry("", segment.key, "Uno {{ y }}"), DEFAULT_JUDGEMENT, DIALECTS["jekyll"])
    assert found.state is State.WITHHELD
    assert found.objection is not None
    assert found.objection.rule == "verbatim-piece"


def test_an_empty_translation_is_named_so() -> None:
    parsed = _parsed("```py\n# Text\n```\n")
    key = parsed.segments[0].key
    assert dict(make_edition(parsed, {key: " \n "}).refused) == {key: Refusal.EMPTY}


_WORDS = st.text(st.sampled_from("ab é\"'`*/-<>#\\\n{}!\u2028~$;"), max_size=12)


@LAW
@given(st.sampled_from(_CASES), st.lists(_WORDS, min_size=12, max_size=12))
def test_code_outside_of_texts_is_identical_whatever_they_become(
    case: tuple[str, str, str], words: list[str]
) -> None:
    source = unsigned(case[1])
    parsed = _parsed(source)
    assert make_edition(parsed, {}).text == source
    keys = [s.key for s in parsed.segments if s.encoding.in_code]
    texts = dict(zip(keys, words, strict=False))
    edition = make_edition(parsed, texts)
    kept = {key: text for key, text in texts.items() if key not in edition.refused and text != key.text}
    again = _parsed(edition.text).document.text
    rest = position = 0
    for segment in parsed.segments:
        lines = kept.get(segment.key, segment.key.text)
        if segment.encoding.in_code:
            for (start, stop), line in zip(
                segment.spans, lines.strip(" \t\n").replace("\r", "\n").split("\n"), strict=True
            ):
                assert again[position : position + start - rest] == source[rest:start]
                position += start - rest + len(line.strip(" \t"))
                rest = stop
    assert again[position:] == source[rest:]


def test_only_common_languages_and_short_code_are_read() -> None:
    assert not _parsed("```mcschema\n// Text\n```\n").segments
    assert not _parsed("```py\n# Text\n" + "x = 1\n" * 2000 + "```\n").segments
    assert [s.key.text for s in _parsed("```bat\nREM Text\n```\n\n```jsx\n// Text\n```\n").segments] == [
        "Text"
    ]


def test_many_misfits_are_found_among_others() -> None:
    source = "```c\n" + "".join(f"/* Text {'a' * n} */ f();\n" for n in range(40)) + "```\n"
    parsed = _parsed(source)
    texts = {s.key: s.key.text.replace("Text", "Uno") for s in parsed.segments}
    misfits = {parsed.segments[n].key for n in (3, 17, 30)}
    edition = make_edition(parsed, texts | dict.fromkeys(misfits, "Uno */ x"))
    assert edition.refused.keys() == misfits
