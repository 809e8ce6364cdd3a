"""Law: importing plain text keeps its words, in order, and makes markup of none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from toolkit.errors import SourceError
from toolkit.markdown.plain_text import literal
from toolkit.markdown.plain_text.article import import_text

_PARSER = MarkdownIt("gfm-like2", {"linkify": False, "maxNesting": 100}).disable("linkify")
_PARSER.use(footnote_plugin).use(deflist_plugin)
_BLOCKS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_COPIED = "looks like Markdown already: copied as it is"
_FRONT_MATTER = re.compile(r"\A---\ntitle: .+\n---\n\n")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff\u200b]")
_MARKERS = re.compile(r"[\s•・‣◦▪●○\uf0b7·*–().-]")

_HOSTILE = (
    *re.findall(
        r"\S+", "# ## - * + > >> 1. 1) (1) 2. 10. 3) [x] [ ] [x](y) ![x](y) [^1] [^1]: [a]: ^[n] [!NOTE]"
    ),
    *re.findall(
        r"\S+", "<b> </b> <!-- --> <https://x.org> https://x.org/a_b_c https://x.org/%41 http://a.b?c=d&e=1"
    ),
    *re.findall(
        r"\S+", "(https://x.org/a). &amp; &#33; &copy R&D ~ ~~ ~a~ ~~~ ~~b~~ ` `` ``` `c` * ** *a* **b** _ __"
    ),
    *re.findall(
        r"\S+", "_a_ __b__ a_b ___ --- *** === | a|b |---| \\ \\* \\\\ a\\ : :- := {#id} {.c} x{#y} <a <1 a<b"
    ),
    *re.findall(
        r"\S+", "a@b.org <a@b.org> $x$ ::: - -- – • ◦ · ‣ • 。 ？ ： word Word words, end. Heading WORD FAQ"
    ),
    *re.findall(
        r"\S+", "hyphen- and 日本 語。 العربية؟ é ① ０１. a) 01. http://xn--nxasmq6b.org/ HTTP://A.org"
    ),
    *("\u00a0", "\u200b", "\u00ad", "\ufeff", "\x00"),
)
_WORD = st.one_of(
    st.sampled_from(_HOSTILE), st.text(st.sampled_from("aB1*_`[]()<>&;#-+.:~|\\ !{}=^/é日"), max_size=8)
)
_SEPARATOR = st.sampled_from(
    [
        " ",
        " ",
        " ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\n    ",
        "\n\t",
        "\n• ",
        "\n1. ",
    ]
)
_TEXT = st.lists(st.tuples(_WORD, _SEPARATOR), max_size=24).map(
    lambda parts: "".join(w + s for w, s in parts)
)


# One line as the importer hands it on: no white space at its ends, single spaces within, a letter somewhere.
_LINE = (
    st.lists(_WORD, min_size=1, max_size=6)
    .map(lambda words: " ".join(_INVISIBLE.sub("", " ".join(words)).split()))
    .filter(lambda line: any(character.isalnum() for character in line))
)


def _visible(tokens: list[Token]) -> Iterator[str]:
    """Yield what a reader sees, with the numbers of numbered items; fail on any markup."""
    numbers: list[int | None] = []
    for token in tokens:
        name = re.sub(r"_(open|close)$", "", token.type)
        if name == "inline":
            for child in token.children or []:
                if child.type in ("link_open", "link_close"):
                    assert child.markup == "autolink"
                else:
                    assert child.type == "text", child.type
                    yield child.content
            yield "\n"
            continue
        assert name in _BLOCKS | _TABLE, token.type
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrs.get("start", 1))
            numbers.append(start if name == "ordered_list" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and (number := numbers[-1]) is not None:
            yield f"{number}. "
            numbers[-1] = number + 1


def _seen(markdown: str) -> str:
    # Zero-width spaces stay between Thai, Lao, Myanmar and Khmer letters, so they are not compared.
    return _INVISIBLE.sub("", "".join(_visible(_PARSER.parse(_FRONT_MATTER.sub("", markdown)))))


def _imported(text: str) -> str:
    """Return the Markdown of a text that is neither empty nor Markdown already."""
    try:
        result = import_text(text)
    except SourceError as error:
        if error.rule != "import-empty" or _INVISIBLE.sub("", text).strip():
            raise
        assume(False)
        raise
    assume(all(doubt.message != _COPIED for doubt in result.doubts))
    return result.markdown


@settings(max_examples=200, deadline=None)
@given(_TEXT)
@example("Title\n\n- - -\n\n• --\n1. ---")
@example("Title\n\n• a\n  5. b\n  7. c\n• d\n3. e")
@example("Title\n\nTerm\n\n: not a definition\n\n~ nor this")
def test_every_character_but_list_markers_is_seen_in_order(text: str) -> None:
    expected = _MARKERS.sub("", _INVISIBLE.sub("", text))
    assert _MARKERS.sub("", _seen(_imported(text))) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_no_text_whatever_loses_a_character_or_crashes_the_import(text: str) -> None:
    expected = _MARKERS.sub("", _INVISIBLE.sub("", text))
    assert _MARKERS.sub("", _seen(_imported(text))) == expected


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(_WORD, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6))
def test_words_of_paragraphs_are_seen_unchanged_when_no_line_is_an_item(paragraphs: list[str]) -> None:
    # A letter before each paragraph keeps list markers from being markers; nothing is left to forgive.
    text = "\n\n".join(f"Z{paragraph}" for paragraph in paragraphs)
    assert _seen(_imported(text)).split() == _INVISIBLE.sub("", text).split()


@settings(max_examples=100, deadline=None)
@given(_TEXT)
def test_blocks_are_one_line_each_and_one_blank_line_apart(text: str) -> None:
    markdown = _imported(text)
    assert re.search(r"[\r\t\v\f\x85\u2028\u2029]|\n\n\n|[ ]\n", markdown) is None
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    for token in _PARSER.parse(_FRONT_MATTER.sub("", markdown)):
        if token.type == "inline" and token.map:
            assert token.map[1] - token.map[0] == 1


@settings(max_examples=100, deadline=None)
@given(_TEXT)
def test_importing_the_result_again_changes_nothing_once_there_is_a_title(text: str) -> None:
    markdown = _imported(text)
    assume(markdown.startswith("---\n"))
    again = import_text(markdown)
    assert (again.markdown, [doubt.message for doubt in again.doubts]) == (markdown, [_COPIED])


@settings(max_examples=100, deadline=None)
@given(_TEXT)
def test_every_doubt_names_a_line_of_the_input(text: str) -> None:
    lines = len(re.split(r"\r\n|\r|\n", text))
    try:
        doubts = import_text(text).doubts
    except SourceError:
        return
    assert all(1 <= doubt.line <= lines for doubt in doubts)
    assert list(doubts) == sorted(set(doubts))


@settings(max_examples=200, deadline=None)
@given(_LINE)
@example("[a]: https://x.org")
@example("[^1]: a")
@example("[x] a")
@example("<!-- a -->")
@example("<?a?>")
@example("</a>")
@example("~~~ a")
@example("a ##")
@example("1. a")
@example(": a")
@example("a\\|b|\\")
def test_one_line_reads_the_same_wherever_it_is_written(line: str) -> None:
    assert _seen(f"A\n\n{literal.paragraph(line)}\n\nB") == f"A\n{line}\nB\n"
    assert _seen(f"A\n\n- {literal.item(line)}\n  1. {literal.item(line)}\n") == f"A\n{line}\n1. {line}\n"
    assert _seen(f"## {literal.heading(line)}\n") == f"{line}\n"
    written = literal.cell(line)
    table = f"| {written} | {written} |\n| --- | --- |\n| {written} | {written} |\n"
    assert _seen(table) == f"{line}\n" * 4
