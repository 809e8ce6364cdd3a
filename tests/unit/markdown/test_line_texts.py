"""Texts within lines of structure: written as their place asks, and read again as they were meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.strategies import LAW
from tests.unit.markdown.dialect_cases import parsed
from toolkit.markdown.edition import make_edition
from toolkit.model.document import MarkdownOptions


def written(dialect: str, source: str, translation: str) -> str | None:
    """Return a document with its one message translated, or ``None`` where that is refused."""
    document = parsed(source, MarkdownOptions(dialect))
    (segment,) = document.segments
    edition = make_edition(document, {segment.key: translation})
    return None if edition.refused else edition.text


@pytest.mark.parametrize(
    ("dialect", "source", "translation", "expected"),
    [
        ("hugo", '{{< x title="a" >}}\n', 'b "c" \\', '{{< x title="b \\"c\\" \\\\" >}}\n'),
        ("hugo", '{{< x title="a" >}}\n', "b\nc", '{{< x title="b c" >}}\n'),
        ("hugo", '{{< x title="a" >}}\n', "b >}} c", '{{< x title="b >}} c" >}}\n'),
        ("hugo", '{{% x title="a" %}}\n', 'b %}} "c', '{{% x title="b %}} \\"c" %}}\n'),
        ("jekyll", '{% x title="a" %}\n', "b 'c'", "{% x title=\"b 'c'\" %}\n"),
        ("jekyll", '{% x title="a" %}\n', 'b "c"', None),
        (
            "docusaurus",
            '<X title="a" />\n',
            'b "c" & <d> {e}',
            '<X title="b &quot;c&quot; &amp; <d> {e}" />\n',
        ),
        ("docusaurus", "<X title='a' />\n", "b's", "<X title='b&#39;s' />\n"),
        ("docusaurus", "<p>a</p>\n", "b\n\nc", "<p>b c</p>\n"),
        ("docusaurus", ":::note[a]\n:::\n", "b ] c [d]", ":::note[b \\] c [d]]\n:::\n"),
        ("docusaurus", ":::note[a]\n:::\n", "`b]`", None),
        ("docusaurus", ":::note a\n:::\n", "[b]", ":::note [b]\n:::\n"),
        ("docusaurus", ":::note a\n:::\n", "b {.c}", None),
        ("mkdocs", '!!! note "a"\n    ***\n', 'b "c"\nd', '!!! note "b "c" d"\n    ***\n'),
        ("mkdocs", "*[a]: b\n", "- c", "*[a]: - c\n"),
        ("docusaurus", "<p>\n  a\n</p>\n", "- b", "<p>\n  \\- b\n</p>\n"),
        ("docusaurus", ":::note a\n:::\n", "b <3", ":::note b &lt;3\n:::\n"),
        ("docusaurus", "a\n", "b <3 `<3` <= c <d>e</d> <> f </>", "b &lt;3 `<3` &lt;= c <d>e</d> <> f </>\n"),
        ("docusaurus", "a\n", "[b](<c d>) \\<3", "[b](<c d>) \\<3\n"),
        ("docusaurus", "# a\n", "b < c", "# b &lt; c\n"),
        ("hugo", "a\n", "b <3", "b <3\n"),
        ("mkdocs", "a\n", ": b", "&#58; b\n"),
        ("mkdocs", "a\n", "~~~", "&#126;&#126;&#126;\n"),
        ("mkdocs", "a\n", "[b]: c", "[b]&#58; c\n"),
        ("mkdocs", "a\n", "- b", "\\- b\n"),
        ("jekyll", "a\n", ": b", "\\: b\n"),
        ("jekyll", "a\n", "~~~", "&#126;&#126;&#126;\n"),
        ("gfm", "a\nb\n\n: ***\n", "c d", "c\nd\n\n: ***\n"),
        ("gfm", "a\nb\n\n: ***\n", "`c d` - e", "`c d` -\ne\n\n: ***\n"),
        ("gfm", "> a\n> b\n> : ***\n", "c", "> c\n"),
        ("gfm", "a\nb\n\n: ***\n", "c", None),
        ("myst", "a\r\nb\r\n\r\n~ ***\r\n", "c + d", "c\r\n\\+ d\r\n\r\n~ ***\r\n"),
        ("myst", "```{figure} x\n:alt: a\n```\n", '"b', '```{figure} x\n:alt: "\\"b"\n```\n'),
        ("myst", "```{figure} x\n:alt: a\n```\n", "b # c", '```{figure} x\n:alt: "b # c"\n```\n'),
        ("myst", "```{figure} x\n:alt: a\n```\n", "b: c\\", '```{figure} x\n:alt: "b: c\\\\"\n```\n'),
        ("myst", "```{figure} x\n:alt: a\n```\n", "b's #1", '```{figure} x\n:alt: "b\'s #1"\n```\n'),
        ("myst", "```{figure} x\n:alt: a\n```\n", "b's", "```{figure} x\n:alt: b's\n```\n"),
        ("myst", "```{figure} x\n:alt: 'a'\n```\n", '"b: c"', '```{figure} x\n:alt: "b: c"\n```\n'),
        ("myst", "```{figure} x\n:alt: *a*\n```\n", "*b*", "```{figure} x\n:alt: *b*\n```\n"),
        ("myst", "```{admonition} a\n```\n", "b `c`", None),
        ("myst", ":::{admonition} a\n:::\n", "b `c`", ":::{admonition} b `c`\n:::\n"),
    ],
)
def test_a_translation_is_written_as_its_place_asks(
    dialect: str, source: str, translation: str, expected: str | None
) -> None:
    assert written(dialect, source, translation) == expected


@pytest.mark.parametrize(
    ("dialect", "translation", "expected"),
    [
        ("mkdocs", '!!! note "b"', '\\!!! note "b"\n'),
        ("mkdocs", "??? quoi", "&#63;?? quoi\n"),
        ("mkdocs", "??? !", "??? !\n"),
        ("mkdocs", '=== "b"', '&#61;== "b"\n'),
        ("mkdocs", "*[b]: c", "\\*[b]: c\n"),
        ("mkdocs", "::: b", "::: b\n"),
        ("docusaurus", "::: b", "\\::: b\n"),
        ("docusaurus", "import b from 'c'", None),
        ("docusaurus", "<b>", None),
        ("myst", "% b", "\\% b\n"),
        ("myst", "(b)=", "\\(b)=\n"),
        ("myst", "```{note}", "\\`\\`\\`{note}\n"),
        ("hugo", "{{< b >}}", None),
        ("jekyll", "{: .b}", None),
        ("gfm", '!!! note "b"', '!!! note "b"\n'),
    ],
)
def test_what_would_open_a_block_of_the_dialect_is_escaped_or_refused(
    dialect: str, translation: str, expected: str | None
) -> None:
    assert written(dialect, "a\n", translation) == expected


_PLACES = (
    ("hugo", '> {{< x title="a" alt=b >}}\n'),
    ("jekyll", "- {% x title='a' %}\n"),
    ("docusaurus", '<X title="a" label={b} />\n'),
    ("docusaurus", "<X\n  title='a'\n/>\n"),
    ("docusaurus", ":::tip[a]\n:::\n"),
    ("mkdocs", '=== "a"\n\n    1\n'),
    ("myst", "```{tab-item} a\n```\n"),
)


@LAW
@given(st.sampled_from(_PLACES), st.text(st.sampled_from("bc \"'\\&;<>{}[]%`*$:#.=/\n\u00a0é"), max_size=12))
def test_a_text_that_is_written_is_read_again(place: tuple[str, str], translation: str) -> None:
    dialect, source = place
    text = written(dialect, source, translation)
    if text is None or text == source:
        return
    (segment,) = parsed(source, MarkdownOptions(dialect)).segments
    again = parsed(text, MarkdownOptions(dialect)).segments
    assert len(again) <= 1
    if again and segment.encoding.in_quotes:
        assert again[0].key.text.split() == translation.split()
