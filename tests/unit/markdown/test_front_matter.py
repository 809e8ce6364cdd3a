"""Front matter: where it ends, what is refused, and translations written into its YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.strategies import LAW
from toolkit.errors import SourceError
from toolkit.markdown.edition import make_edition
from toolkit.markdown.front_matter.cut import cut_front_matter
from toolkit.markdown.front_matter.fields import front_matter_values, translatable_scalars
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions

_PATHS = ("title", "description", "tags[]", "hero.alt")


def _translated(source: str, *texts: str) -> str:
    """Return a document with its messages translated in order."""
    parsed = parse_document(Document("d", "d.md", source, MarkdownOptions(front_matter=_PATHS)))
    edition = make_edition(
        parsed, {segment.key: text for segment, text in zip(parsed.segments, texts, strict=True)}
    )
    assert not edition.refused
    return edition.text


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("One", "Uno", "Uno"),
        ("One", "Uno: dos", '"Uno: dos"'),
        ("One", "Uno #dos", '"Uno #dos"'),
        ("One", "# uno", '"# uno"'),
        ("One", "---", "---"),
        ("One", "- uno", '"- uno"'),
        ("One", "uno\ndos", '"uno\\ndos"'),
        ("One", "yes", '"yes"'),
        ("One", "no", '"no"'),
        ("One", "null", '"null"'),
        ("One", "2026", '"2026"'),
        ("One", "2026-01-02", '"2026-01-02"'),
        ("One", "1.5", '"1.5"'),
        ("One", '"uno"', '"\\"uno\\""'),
        ("One", "'uno'", "\"'uno'\""),
        ("One", "it's", "it's"),
        ("One", "*uno*", '"*uno*"'),
        ("One", "&uno", '"&uno"'),
        ("One", "!uno", '"!uno"'),
        ("One", "{uno}", '"{uno}"'),
        ("One", "@uno", '"@uno"'),
        ("One", "😀 ünï 日本", "😀 ünï 日本"),
        ("One", "a\\b", "a\\b"),
        ("One", "a\u2028b\u0085c", '"a\\u2028b\\u0085c"'),
        ("One", "a\tb", '"a\\tb"'),
        ("'One'", "it's", "'it''s'"),
        ("'One'", "uno: dos", "'uno: dos'"),
        ("'One'", "uno\ndos", '"uno\\ndos"'),
        ('"One"', 'a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ('"One"', "uno\ndos", '"uno\\ndos"'),
        ("&a One", "Uno: dos", '&a "Uno: dos"'),
        ("!!str One", "2026", "!!str 2026"),
        ("One # remark", "Uno", "Uno # remark"),
    ],
)
def test_a_translation_is_written_in_the_style_that_can_hold_it(
    written: str, text: str, expected: str
) -> None:
    before, after = "---\nkey: 1\ntitle: ", "\nother: [x, 'y']\n---\nbody **b**\n"
    source = before + written + after
    parsed = parse_document(Document("d", "d.md", source))
    edition = make_edition(parsed, {parsed.segments[0].key: text})
    assert edition.text == before + expected + after
    assert front_matter_values(edition.text, cut_front_matter(edition.text, 0, ""))["title"] == text


def test_block_scalars_keep_their_header_and_indent() -> None:
    source = "---\ntitle: |\n    One\n    two\n\ndescription: >-\n  Three\n  four\n---\n"
    expected = "---\ntitle: |\n    Uno\n    # dos\n\ndescription: >-\n  Tres: cuatro\n---\n"
    assert _translated(source, "Uno\n# dos", "Tres: cuatro") == expected


def test_carriage_returns_stay() -> None:
    source = "---\r\ntitle: One\r\ndescription: |\r\n  Two\r\n  three\r\n---\r\nFour\r\n"
    expected = "---\r\ntitle: Uno\r\ndescription: |\r\n  Dos\r\n  tres\r\n---\r\nCuatro\r\n"
    assert _translated(source, "Uno", "Dos\ntres", "Cuatro") == expected


def test_lists_and_nested_keys_are_translated_where_they_stand() -> None:
    source = "---\ntags: [one, 'two', 3]\nhero: {alt: Three, src: x.png}\n---\n"
    expected = "---\ntags: [uno, 'dos', 3]\nhero: {alt: \"Tres, cuatro\", src: x.png}\n---\n"
    assert _translated(source, "uno", "dos", "Tres, cuatro") == expected


def test_an_alias_follows_its_anchor() -> None:
    text = _translated("---\ntitle: &t One\nother: *t\n---\n", "Uno")
    assert text == "---\ntitle: &t Uno\nother: *t\n---\n"


@pytest.mark.parametrize("mark", ["[", "{", "- ", "{a: ", "&a ", "!a ", "? ", "'", '"', "#"])
def test_a_translation_of_thousands_of_marks_stays_a_text(mark: str) -> None:
    for text in (mark * 5000 + "x", "x" + mark * 5000 + "x"):
        for written in ("One", "'One'", "|\n  One"):
            values = yaml.safe_load(_translated(f"---\ntitle: {written}\n---\n", text)[4:-4])
            assert values["title"].strip() == text


def test_white_space_around_a_quoted_value_stays() -> None:
    source = "---\ntitle: ' One\t'\ndescription: \"\\nTwo \"\n---\n"
    assert _translated(source, "Uno", "Dos") == source.replace("One", "Uno").replace("Two", "Dos")


def test_an_alias_bomb_is_walked_once() -> None:
    levels = ["a0: &a0 [x, y]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    text = _translated("---\ntitle: One\n" + "\n".join(levels) + "\n---\n", "Uno")
    assert text.startswith("---\ntitle: Uno\na0:")


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("---\ntitle: a: b\n---\n", 2, 9),
        ("\ufeff---\r\nx: 1\r\ntitle: 'a\r\n---\r\n", 4, 1),
        ("---\ntitle: [a\n---\n", 3, 1),
        ("---\ntitle: *none\n---\n", 2, 8),
        ("---\ntitle: a\n\tb: c\n---\n", 3, 1),
    ],
)
def test_broken_yaml_is_refused_with_its_place(source: str, line: int, column: int) -> None:
    with pytest.raises(SourceError) as caught:
        parse_document(Document("d", "source/d.md", source))
    error = caught.value
    assert (error.rule, error.path, error.line, error.column) == ("front-matter", "source/d.md", line, column)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "---",
        "---\n",
        "---\ntitle: a\n",
        "---\n---\n",
        "---\na b\n---\n",
        "---\n- a\n---\n",
        "--- a\nb: c\n---\n",
    ],
)
def test_what_is_no_mapping_between_fences_is_markdown(source: str) -> None:
    assert cut_front_matter(source, 0, "d.md") is None


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "...", "---  "])
def test_front_matter_ends_at_the_first_fence(ending: str, closing: str) -> None:
    source = ending.join(("---", "title: a", closing, "x", "---", ""))
    found = cut_front_matter(source, 0, "d.md")
    assert found is not None
    assert source[found.start : found.stop] == f"title: a{ending}"
    assert source[found.body :] == ending.join(("x", "---", ""))


def test_thousands_of_lines_without_a_closing_fence_are_read_once() -> None:
    # A pattern that tries the ways to cut lines with carriage returns would never come back.
    for ending in ("\r", "\n", "\r\n"):
        assert cut_front_matter("---" + ending + ("a: b" + ending) * 20_000, 0, "d.md") is None


@LAW
@given(
    st.text(
        st.sampled_from("ab:#-'\"\\\n[]{}&*!|>%@`, \t\u00a0\u0085\u2028\ufeff😀?0~"), min_size=1, max_size=12
    )
)
@example("\ufeff")
@example("a\n\nb")
def test_any_translation_is_read_back_or_refused(text: str) -> None:
    for written in ("One", "'One'", '"One"', "|\n  One", ">-\n  One"):
        source = f"---\ntitle: {written}\nother: x\n---\nbody\n"
        parsed = parse_document(Document("d", "d.md", source))
        key = parsed.segments[0].key
        edition = make_edition(parsed, {key: text})
        if edition.refused:
            assert edition.text == source
            continue
        values = yaml.safe_load(edition.text[4 : edition.text.index("\n---\n", 4) + 1])
        assert str(values["title"]).strip() == text.strip()
        assert values["other"] == "x"


def test_only_strings_with_letters_are_translatable() -> None:
    text = (
        "---\ntitle: 2026\ndescription: '12 %'\ntags: [a, 1, true, null, 2026-01-01]\nhero: {alt: [b]}\n---\n"
    )
    front = cut_front_matter(text, 0, "")
    assert front is not None
    found = [(path, scalar.text) for path, scalar in translatable_scalars(text, front, _PATHS)]
    assert found == [("tags", "a")]
