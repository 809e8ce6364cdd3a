"""Titles of definitions are read as markdown-it reads them, and written so that they say what was meant."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.hostile import HOSTILE, TRANSLATIONS
from tests.laws.oracle import blocks, link_titles, signature
from tests.laws.strategies import LAW
from tests.unit.markdown.dialect_cases import FILES, parsed
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.link_titles import title_problem, title_text
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.document import MarkdownOptions
from toolkit.model.segment import MessageKey

# What is written, and what it means.
_PIECES = (
    *(("One", "One"), ("zwei", "zwei"), ("déjà", "déjà"), ("\\\\", "\\"), ("\\*", "*"), ("\\d", "\\d")),
    *(
        ('\\"', '"'),
        ("\\'", "'"),
        ("\\(", "("),
        ("\\)", ")"),
        ("&amp;", "&"),
        ("&quot;", '"'),
        ("&#40;", "("),
    ),
    *(("&nope;", "&nope;"), ("&", "&"), ("*so*", "*so*"), ("`c`", "`c`"), ("<b>", "<b>"), ("[a]", "[a]")),
    *(("\\&amp;", "&amp;"), ("&#92;", "\\"), ("x|y", "x|y"), ("\u00a0", "\u00a0"), ("{#i}", "{#i}")),
)
_MARKS = (('"', '"'), ("'", "'"), ("(", ")"))
_GAPS = ((" ", " "), ("  ", "  "), ("\n", " "), ("  \n   ", " "), ("\t\n", " "))
_SPECIAL = (
    *(
        "a",
        "Be",
        " ",
        '"',
        "'",
        "(",
        ")",
        "\\",
        "\\\\",
        "&",
        "&amp;",
        "&#34;",
        "&#x5c;",
        "&copy",
        ";",
        "#",
        "|",
    ),
    *("*", "<b>", "[", "]", "`", "{", "}", "%", "\n", "\r\n", "日"),
)
_TEXTS = st.one_of(
    st.lists(st.sampled_from(_SPECIAL), min_size=1, max_size=9).map("".join),
    st.lists(st.sampled_from(_SPECIAL), min_size=1, max_size=9).map("".join),
    st.sampled_from(HOSTILE),
    TRANSLATIONS,
)


class _Definition(NamedTuple):
    lines: list[str]
    title: str


@st.composite
def _definitions(draw: st.DrawFn) -> _Definition:
    opening, closing = draw(st.sampled_from(_MARKS))
    written = meant = draw(st.sampled_from(("Alpha", "Be", "c")))
    for piece in draw(st.lists(st.sampled_from(_PIECES), max_size=5)):
        gap = draw(st.sampled_from(_GAPS))
        written, meant = written + gap[0] + piece[0], meant + gap[1] + piece[1]
    outer = draw(st.sampled_from(("", "", " ", "\n")))
    label = draw(st.sampled_from(("a", "B c", "é", "x\\]", "l\nm")))
    before = draw(st.sampled_from((" ", "\n", "\t", " \n   ")))
    after = draw(st.sampled_from((" ", "\n", "  ", " \n  ")))
    target = draw(st.sampled_from(("/u", "<u v>", "https://example.org/(x)")))
    tail = draw(st.sampled_from(("", " ", "\t")))
    text = f"[{label}]:{before}{target}{after}{opening}{outer}{written}{outer}{closing}{tail}"
    return _Definition(text.split("\n"), meant.strip(" "))


_FRAMES = (("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("- > ", "  > "))


@st.composite
def _documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a document of definitions, and the titles that have an effect."""
    lines: list[str] = []
    titles: dict[str, str] = {}
    for found in draw(st.lists(_definitions(), min_size=1, max_size=3)):
        first, other = draw(st.sampled_from(_FRAMES))
        lines += [(other if number else first) + line for number, line in enumerate(found.lines)]
        lines += draw(st.sampled_from(([""], ["", "Text [a].", ""], ["", "[zz]: /u", ""])))
        titles.setdefault("\n".join(found.lines).partition("]:")[0].casefold(), found.title)
    ending = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    return ending.join(lines), list(titles.values())


def _titles(source: ParsedDocument) -> list[str]:
    return [source.segments[number].key.text for number in source.titles.values()]


@LAW
@given(_documents())
@example(("[a]: /u (A\n  b)\n[b]: /u 'C'\n[b]: /u 'D'", ["A b", "C"]))
def test_a_title_is_read_as_it_is_meant_and_keeps_every_byte(document: tuple[str, list[str]]) -> None:
    text, meant = document
    source = parsed(text, MarkdownOptions("gfm"))
    assert _titles(source) == meant
    assert [title_text(title) for title in link_titles(text).values()] == meant
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    assert make_edition(source, {}).text == itself.text == text


@LAW
@given(_documents(), st.lists(_TEXTS, min_size=1, max_size=3))
@example(("[a]: /u 'b'\n|-|-|\n", ["b"]), ["x | y"])
@example(("[a]: /u (b)", ["b"]), ["c \\"])
@example(("[a]: /u (b)", ["b"]), ["(c"])
@example(("[a]: /u 'b'", ["b"]), ["&amp; '&copy;' \\&amp;"])
def test_a_translated_title_is_read_as_it_was_put(
    document: tuple[str, list[str]], translations: list[str]
) -> None:
    text, _ = document
    source = parsed(text, MarkdownOptions("gfm"))
    put = _put(source, translations)
    edition = make_edition(source, put)
    for key, said in put.items():
        segment = next(s for s in source.segments if s.key == key)
        problem = title_problem(segment, said) if said != key.text else None
        expected = Refusal.LINK_TITLE if problem else None if title_text(said) else Refusal.EMPTY
        assert edition.refused.get(key) == expected, said
    assert signature(edition.text) == signature(text)
    assert [t.content for t in blocks(edition.text)[0]] == [t.content for t in blocks(text)[0]]
    kept = [k if k in edition.refused else k._replace(text=title_text(put[k])) for k in _keys(source)]
    assert [title_text(title) for title in link_titles(edition.text).values()] == [key.text for key in kept]
    again = parsed(edition.text, MarkdownOptions("gfm"))
    assert _titles(again) == [key.text for key in kept if any(map(str.isalpha, key.text))]


@LAW
@given(_documents(), _TEXTS, st.sampled_from(sorted(FILES)))
def test_a_link_shows_the_translated_title_in_every_dialect(
    document: tuple[str, list[str]], translation: str, dialect: str
) -> None:
    text = f"{document[0]}\n\n[Shown]\n\n[shown]: /shown 'Shown title'\n"
    source = parsed(text, FILES[dialect])
    key = MessageKey(None, "Shown title")
    edition = make_edition(source, {key: translation})
    wanted = "Shown title" if key in edition.refused else title_text(translation)
    shown = re.findall(r'<a href="/shown" title="([^"]*)">', render_html(edition, RenderSettings()).body)
    assert [unescape(title) for title in shown] == [wanted]


def _keys(source: ParsedDocument) -> list[MessageKey]:
    return [source.segments[number].key for number in source.titles.values()]


def _put(source: ParsedDocument, translations: list[str]) -> dict[MessageKey, str]:
    keys = dict.fromkeys(_keys(source))
    return {key: translations[n % len(translations)] for n, key in enumerate(keys)}
