from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.assemble.offer import Translations
from toolkit.assemble.page import assemble_page
from toolkit.markdown.emphasis import Mended, mended_emphasis
from toolkit.markdown.parser import markdown_parser
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Entry
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey


def shown(text: str) -> str:
    """Return what readers see of an inline text, without emphasis."""
    html = markdown_parser().renderInline(text, {})
    return unescape(re.sub(r"</?(?:em|strong|s)>", "", html))


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("**True.** She", "**真。**她", "**真。**&#x5979;"),
        ("She is **“true”**.", "她**“真”**。", "&#x5979;**“真”**。"),
        ("She is **“true”** here", "她**“真”**了", "&#x5979;**“真”**&#x4E86;"),
        ("*True!* yes", "*真！*是", "*真！*&#x662F;"),
        ("The *word* is", "这_词_是", "&#x8FD9;_词_&#x662F;"),
        ("~~Wrong.~~ right", "~~错。~~对", "~~错。~~&#x5BF9;"),
        ("**“truth”** is", "**“진실”**은", "**“진실”**&#xC740;"),
        ("**[a](b.md)** is", "**[甲](b.md)**是", "**[甲](b.md)**&#x662F;"),
        ("**`x`** is", "**`x`**是", "**`x`**&#x662F;"),
        ("***True.*** She", "***真。***她", "***真。***&#x5979;"),
        ("- **A.** b **C.** d", "**甲。**乙**丙。**丁", "**甲。**&#x4E59;**丙。**&#x4E01;"),
    ],
)
def test_emphasis_beside_a_letter_is_mended_and_reads_the_same(
    source: str, translation: str, written: str
) -> None:
    assert mended_emphasis(source, translation) == Mended(written)
    assert shown(written) == re.sub(r"\*+|_|~~", "", shown(translation))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("**True** she", "**真**她"),
        ("**True.** she", "**真。** 她"),
        ("**True.** she", "**真**。她"),
        ("Code `a.**b`", "码 `a。**她`"),
        ("a * b", "甲 * 乙"),
        ("**True** she", "**真她"),
        ("[a](b.md)", "[甲](b。**她)"),
        ("\\*True.\\* she", "\\*真。\\*她"),
        ("snake_case", "蛇_形。_名"),
        ("{{ a.**b }}", "{{ 甲。**乙 }}"),
        ("<b title='a.**b'>", "<b title='甲。**乙'>"),
        ("**foo.**bar", "**foo.**bar"),
        ("« **Oui** »", "« **Oui** »"),
    ],
)
def test_everything_else_is_left_alone(source: str, translation: str) -> None:
    assert mended_emphasis(source, translation) == Mended(translation)


def test_emphasis_that_the_source_does_not_have_is_left_and_told() -> None:
    assert mended_emphasis("True. She", "**真。**她来了") == Mended("**真。**她来了", "真。**她来了")


def test_a_page_says_where_a_mark_stays_and_shows_the_mended_ones() -> None:
    parsed = parse_document(Document("a", "source/a.md", "**True.** She\n\nTrue. She\n\n- **True.** She\n"))
    texts = {"**True.** She": "**真。**她", "True. She": "**真。**她"}
    keys = {text: MessageKey(None, text) for text in texts}
    entries = {
        key: Entry("", key, texts[text], msgstr_line=line) for line, (text, key) in enumerate(keys.items(), 7)
    }
    page = assemble_page(parsed, Translations("zh.po", entries))
    assert page.edition.text == "**真。**&#x5979;\n\n**真。**她\n\n- **真。**&#x5979;\n"
    assert [f"{f.place} {f.severity} {f.rule} {f.message}" for f in page.findings] == [
        'zh.po:8:1 warning emphasis-flanking a mark of emphasis stays in the text at "真。**她"'
    ]


PIECES = (
    "**",
    "*",
    "_",
    "~~",
    "真",
    "她",
    "。",
    "“",
    "”",
    " ",
    "a",
    ".",
    "`",
    "[",
    "](b.md)",
    "\\",
    "<b>",
    "&amp;",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_only_marks_ever_vanish_from_what_readers_see(source: str, translation: str) -> None:
    mended = mended_emphasis(source, translation)

    def without_marks(text: str) -> str:
        return re.sub(r"[*_~]", "", shown(text))

    assert without_marks(mended.text) == without_marks(translation)
    assert unescape(mended.text) == unescape(translation)
    if mended.text != translation:
        assert not mended.left
        assert shown(mended.text) != shown(translation)


def test_long_texts_are_read_in_bounded_time() -> None:
    mended_emphasis("**a.** b " * 300, "**真。**她" * 300)
