from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from toolkit.errors import SourceError
from toolkit.markdown.plain_text.article import Doubt, import_text

FIXTURES = Path(__file__).parents[2] / "fixtures" / "import"
LONG = (
    "The garden lies behind the library, and on most mornings nobody is there but the gardener and two cats."
)


def body(text: str) -> str:
    """Return the Markdown of a text put under a title, without the title."""
    markdown = import_text(f"Title\n\n{text}").markdown
    return markdown.removeprefix("---\ntitle: Title\n---\n\n# Title\n\n").removesuffix("\n")


def doubts(text: str) -> list[tuple[int, str]]:
    """Return line and the first words of each doubt."""
    return [(doubt.line, doubt.message.split(":")[0].split(";")[0]) for doubt in import_text(text).doubts]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("medical_style", [3, 24, 27, 33]),
        ("museum_wrapped", [21, 25, 28, 32]),
        ("garden_crlf", [16]),
        ("garden_arabic", [11]),
        ("museum_japanese", [12]),
    ],
)
def test_a_pasted_article_becomes_the_markdown_beside_it(name: str, lines: list[int]) -> None:
    result = import_text((FIXTURES / f"{name}.txt").read_bytes().decode())
    assert result.markdown == (FIXTURES / f"{name}.md").read_bytes().decode()
    assert [doubt.line for doubt in result.doubts] == lines


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\u00ad\n\u200b", "\x00", "\u2028\u00a0"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        import_text(text)
    assert (caught.value.rule, caught.value.exit_code) == ("import-empty", 3)
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "# Title\r\n\r\ntext *as* it is  \r\n",
        "\ufeff---\ntitle: x\n---\n\nText",
        "\ufeff+++\r\ntitle = 'x'\r\n+++\r\nText",
        '{"title": "x"}\n\nText',
        "+++\ntitle = broken\n+++\n",
        "Some text\n\n## Part\n\n- item\n",
        "Run this:\n\n```sh\nls\n```\n",
    ],
)
def test_markdown_is_copied_byte_for_byte_with_one_doubt(text: str) -> None:
    result = import_text(text)
    assert result.markdown == text
    assert [doubt.message for doubt in result.doubts] == ["looks like Markdown already: copied as it is"]


def test_a_text_that_would_begin_with_json_front_matter_is_escaped() -> None:
    given = '\n{"title": "' + "one two " * 40 + '"}\n'
    assert import_text(given).markdown == "\\" + given.lstrip().replace(' "}', ' "}')


@pytest.mark.parametrize(
    "text", ["Title\n\n# 5 is alive", "Title\n\n```", "---\nTitle\n---", "Title\n\n#1 rule"]
)
def test_a_lone_sign_does_not_make_a_text_markdown(text: str) -> None:
    assert import_text(text).markdown != text
    assert "copied" not in "".join(doubt.message for doubt in import_text(text).doubts)


@pytest.mark.parametrize(
    "title",
    [
        "Stem cells",
        "A guide: the basics",
        "No",
        "null",
        "2026-11-22",
        "12",
        '"Quoted" and \\ more',
        "It's #1",
        "Café & thé",
        "[x] or {y}",
        "@home",
        "% of people",
        "水の旅",
        "ماء",
        "x\ufffe\U0001f600",
        "Was it?",
        "a\u00a0b",
    ],
)
def test_the_title_in_the_front_matter_is_the_first_line_exactly(title: str) -> None:
    markdown = import_text(f"{title}\n\n{LONG}").markdown
    opening, front, rest = markdown.split("---\n", 2)
    assert (opening, yaml.safe_load(front)) == ("", {"title": title})
    assert rest.startswith("\n# ")


def test_plain_titles_stand_without_quotes_and_others_in_double_quotes() -> None:
    assert import_text("Stem cells, a guide").markdown.startswith("---\ntitle: Stem cells, a guide\n---\n")
    assert import_text("Cells: a guide").markdown.startswith('---\ntitle: "Cells: a guide"\n---\n')


def test_without_a_title_on_top_the_first_heading_becomes_the_title_with_a_doubt() -> None:
    result = import_text(f"{LONG}\n\nThe pond\n\n{LONG}\n\nThe wall\n\n{LONG}")
    assert (
        result.markdown
        == f"---\ntitle: The pond\n---\n\n{LONG}\n\n# The pond\n\n{LONG}\n\n## The wall\n\n{LONG}\n"
    )
    assert [doubt.line for doubt in result.doubts] == [3]
    assert "does not begin with a title" in result.doubts[0].message


def test_without_any_heading_no_title_is_invented() -> None:
    result = import_text(f"\n{LONG}\n\n{LONG}")
    assert result.markdown == f"{LONG}\n\n{LONG}\n"
    assert [doubt.line for doubt in result.doubts] == [2]
    assert "no line looks like a title" in result.doubts[0].message


def test_a_brief_sentence_on_top_is_a_title_with_a_doubt() -> None:
    result = import_text(f"Gardens are for everyone.\n{LONG}")
    assert "# Gardens are for everyone.\n" in result.markdown
    assert [(doubt.line, "ends like a sentence" in doubt.message) for doubt in result.doubts] == [(1, True)]


def test_page_furniture_is_kept_and_named() -> None:
    text = f"Skip to content\nThe pond\n\nShare\n\n{LONG}\n\nAdvertisement\n\n{LONG}"
    result = import_text(text)
    assert "# The pond\n\nShare\n\n" in result.markdown
    assert "\n\nAdvertisement\n\n" in result.markdown
    assert [doubt.line for doubt in result.doubts] == [1, 4, 8]


@pytest.mark.parametrize(
    "heading", ["Conclusion", "FAQ", "RISKS AND BENEFITS", "What we know", "まとめ", "خاتمة", "Заключение"]
)
def test_a_short_line_above_text_is_a_heading(heading: str) -> None:
    for break_ in ("\n", "\n\n"):
        result = import_text(f"Title\n\n{LONG}\n{heading}{break_}{LONG}")
        assert f"\n\n## {heading}\n\n{LONG}\n" in result.markdown
        assert result.doubts == ()


@pytest.mark.parametrize(
    "line",
    [
        "It is cold.",
        "とても寒い。",
        "هل هو بارد جدا؛",
        "यह ठंडा है।",
        "Oh no!",
        "first, a small letter",
        "one, two,",
        "https://example.org/page",
        "It really works. We tried",
    ],
)
def test_a_short_line_that_reads_like_a_sentence_is_a_paragraph(line: str) -> None:
    assert f"\n\n## {line}" not in import_text(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}").markdown


@pytest.mark.parametrize("question", ["Is it safe?", "安全ですか？", "هل هو آمن؟"])
def test_a_short_question_is_a_heading_with_a_doubt(question: str) -> None:
    text = f"Title\n\n{LONG}\n\n{question}\n{LONG}"
    assert f"\n\n## {question}\n\n" in import_text(text).markdown
    assert doubts(text) == [(5, "a short question")]


@pytest.mark.parametrize("colon", [":", "："])
def test_a_line_with_a_colon_above_bullets_is_a_lead_in(colon: str) -> None:
    assert body(f"Symptoms{colon}\n• pain\n• cold") == f"Symptoms{colon}\n\n- pain\n- cold"


def test_a_label_with_a_colon_above_a_paragraph_is_a_paragraph_with_a_doubt() -> None:
    assert doubts(f"Title\n\nWhat to do:\n{LONG}") == [(3, "ends with a colon, but no list follows")]


def test_short_lines_that_may_be_a_list_or_headings_are_named() -> None:
    text = f"Title\n\n{LONG[:-1]}:\nPain\nCold\n\n{LONG}"
    assert import_text(text).markdown.endswith(f"{LONG[:-1]}:\n\nPain\n\nCold\n\n{LONG}\n")
    assert doubts(text) == [(4, "2 short lines after a colon")]
    assert doubts(f"Title\n\n{LONG}\n\nHome\nNews\nThe pond\n{LONG}") == [
        (5, "2 short lines one after the other"),
        (7, "the last of several short lines"),
    ]
    assert doubts(f"Title\n\n{LONG}\n\nThe wall\nIts stones\n{LONG}") == [
        (5, "two short lines one after the other")
    ]
    assert doubts(f"Title\n\n{LONG}\n\nThe end") == [(5, "a short line with nothing under it")]
    assert doubts(f"Title\nBy the gardeners\n{LONG}") == [(2, "the line right under the title")]


def test_terms_with_definitions_stay_paragraphs() -> None:
    assert body("Bed: a plot\n\nRow: a line\nHoe: a tool") == "Bed: a plot\n\nRow: a line\n\nHoe: a tool"


@pytest.mark.parametrize("bullet", tuple("•‣◦–-*·・"))
@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "  "])
def test_every_bullet_makes_a_tight_list(bullet: str, space: str) -> None:
    assert (
        body(f"{bullet}{space}one\n\n{bullet}{space}two\n  {bullet}{space}three") == "- one\n- two\n  - three"
    )


@pytest.mark.parametrize("form", ["{}.", "{})", "({})"])
def test_a_numbered_list_keeps_its_first_number(form: str) -> None:
    text = "\n".join(f"{form.format(number)} thing {number}" for number in (9, 10, 11))
    assert body(text) == "9. thing 9\n10. thing 10\n11. thing 11"


def test_numbers_that_do_not_count_on_are_kept_with_a_doubt() -> None:
    assert body("1. one\n2. two\n4. four\n4. again") == "1. one\n2. two\n\n4) four\n\n4. again"
    assert doubts("Title\n1. one\n2. two\n4. four") == [(4, "number 4 comes after 2")]


def test_bullets_below_a_number_are_its_own() -> None:
    text = "1. one\n• a\n• b\n2. two\n• c"
    assert body(text) == "1. one\n   - a\n   - b\n2. two\n   - c"
    assert body("1. one\n2. two\n• other") == "1. one\n2. two\n\n- other"


def test_items_nest_by_indentation_and_come_back() -> None:
    text = "  • a\n\t• b\n\t\t– c\n • d\n10. ten\n    • e\n    1. f\n11. eleven"
    assert body(text) == ("- a\n  - b\n    - c\n- d\n\n10. ten\n    - e\n\n    1. f\n11. eleven")


def test_wrapped_items_are_joined_and_short_ones_are_not() -> None:
    assert body("• one that goes\n  on and\n  on\n• two") == "- one that goes on and on\n- two"
    text = (
        "• a bell that rings when somebody stands before the side door and\nwaits\n• two\n"
        "Plain words follow here."
    )
    assert body(text) == (
        "- a bell that rings when somebody stands before the side door and waits\n- two\n\n"
        "Plain words follow here."
    )


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next_line() -> None:
    assert body("•\none\n•\ntwo") == "- one\n- two"


@pytest.mark.parametrize(
    "line", ["– Good morning, she said.", "* Prices may change.", "1. May is a holiday."]
)
def test_a_lone_item_is_doubtful(line: str) -> None:
    assert doubts(f"Title\n\n{LONG}\n\n{line}") == [(5, "a single line with a list marker")]


def test_numbered_lines_above_paragraphs_are_headings_with_doubts() -> None:
    text = f"Title\n\n1. Rheumatoid arthritis\n{LONG}\n2. Lupus\n{LONG}"
    assert body(text.removeprefix("Title\n\n")) == (
        f"## 1. Rheumatoid arthritis\n\n{LONG}\n\n## 2. Lupus\n\n{LONG}"
    )
    assert doubts(text) == [
        (3, "a short numbered line above a paragraph"),
        (5, "a short numbered line above a paragraph"),
    ]


def test_a_numbered_list_before_a_paragraph_stays_a_list() -> None:
    assert body(f"1. Dig\n2. Plant\n{LONG}") == f"1. Dig\n2. Plant\n\n{LONG}"


def test_numbers_that_markdown_does_not_have_are_kept_line_by_line() -> None:
    text = "a) dig the bed\nb) plant the herbs\n01. rest"
    assert body(text) == "a) dig the bed\n\nb) plant the herbs\n\n01\\. rest"
    assert [line for line, _ in doubts(f"Title\n{text}")].count(3) == 1


def test_hard_wrapped_paragraphs_become_one_line_each() -> None:
    text = (
        "The harbour museum stands where the fish market used to be, and you\n"
        "enter through the old hall. There you see a wooden crane that turns.\n"
        "It was moved here in one piece, for nobody wanted to take it apart.\n"
        "Now it stands."
    )
    assert body(text) == text.replace("\n", " ")


def test_long_lines_without_blank_lines_between_stay_paragraphs() -> None:
    assert body(f"{LONG}\n{LONG}\nAnd this one is short.\n{LONG}") == (
        f"{LONG}\n\n{LONG}\n\nAnd this one is short.\n\n{LONG}"
    )


def test_wrapped_chinese_is_joined_without_a_space() -> None:
    line = "花園在圖書館的後面，早上很安靜，只有園丁和兩隻貓在那裡散步看花"
    assert body(f"{line}\n{line}\n沒有人。") == f"{line}{line}沒有人。"


def test_tabs_make_a_table_with_a_doubt_and_one_row_does_not() -> None:
    assert body("Herb\tUse | cost\nMint\t\nSage\ta*b*") == (
        "| Herb | Use \\| cost |\n| --- | --- |\n| Mint |  |\n| Sage | a\\*b\\* |"
    )
    assert doubts("Title\n\na\tb\nc\td") == [(3, "2 lines with 2 columns between tabs")]
    assert body("a\t\nb\t") == "a\n\nb"
    assert body(f"a\tb\n\nc\td\te\n{LONG}") == f"a b\n\nc d e\n\n{LONG}"


@pytest.mark.parametrize(
    ("plain", "markdown"),
    [
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("p < 0.05*", "p < 0.05*"),
        ("*a* and **b**", "\\*a\\* and \\*\\*b\\*\\*"),
        ("snake_case_name", "snake_case_name"),
        ("_a_ and b_c", "\\_a\\_ and b_c"),
        ("~5 to ~6", "\\~5 to \\~6"),
        ("about ~5", "about ~5"),
        ("one ` only", "one ` only"),
        ("`a` b", "\\`a\\` b"),
        ("[1] and [2]", "[1] and [2]"),
        ("see [x](y)", "see \\[x](y)"),
        ("see ^[x]", "see ^\\[x]"),
        ("[x]: y", "\\[x]: y"),
        ("a <b> and <3", "a \\<b> and <3"),
        ("a <!-- b -->", "a \\<!-- b -->"),
        ("https://xn--nxasmq6b.org/", "https://xn--nxasmq6b.org/"),
        ("R&D &amp; &x", "R&D \\&amp; &x"),
        ("C:\\dir and \\*", "C:\\dir and \\\\*"),
        ("a | b", "a | b"),
        ("> quoted", "\\> quoted"),
        ("# of visitors", "\\# of visitors"),
        ("#1 of visitors", "#1 of visitors"),
        ("+ plus", "\\+ plus"),
        ("-5 degrees", "-5 degrees"),
        ("2026. it was", "2026\\. it was"),
        (": odd", "\\: odd"),
        ("    indented", "indented"),
        ("a{#b}", "a\\{#b}"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
        ("so\u00adft «\u00a0nbsp\u00a0» ze\u200bro", "soft «\u00a0nbsp\u00a0» zero"),
        ("ส\u200bว", "ส\u200bว"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("“smart” – it’s", "“smart” – it’s"),
        ("go to https://a.org/b_c_d.", "go to <https://a.org/b_c_d>."),
        ("(https://a.org/b_(c))", "(<https://a.org/b_(c)>)"),
        ("https://a.org/%41_b", "https://a.org/%41_b"),
        ("https://a.org/b:80%_c", "https://a.org/b:80%_c"),
        ("https://a.org:801234 b", "https://a.org:801234 b"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(plain: str, markdown: str) -> None:
    assert body(f"{LONG}\n\n{plain} .") == f"{LONG}\n\n{markdown} ."


@pytest.mark.parametrize(
    ("plain", "markdown"),
    [
        ("---", "\\---"),
        ("* * *", "\\* * *"),
        ("___", "\\___"),
        ("===", "==="),
        ("~~~", "\\~~~"),
        ("```", "\\`\\`\\`"),
    ],
)
def test_lines_of_signs_are_kept_as_text_with_a_doubt(plain: str, markdown: str) -> None:
    assert body(f"{LONG}\n{plain}\n{LONG}") == f"{LONG}\n\n{markdown}\n\n{LONG}"
    assert doubts(f"Title\n\n{LONG}\n{plain}\n{LONG}") == [(4, "a line of signs only")]


def test_headings_and_items_are_escaped_where_they_stand() -> None:
    assert body(f"C ##\n{LONG}\n• [x] done\n• 1. one\n• # two") == (
        f"## C \\##\n\n{LONG}\n\n- \\[x] done\n- 1\\. one\n- \\# two"
    )


def test_a_written_link_is_named() -> None:
    assert doubts(f"Title\n\n{LONG}\nSee [this](https://a.org).") == [
        (4, "[text](address) is how Markdown writes a link")
    ]


def test_all_line_breaks_break_but_only_those_of_editors_count() -> None:
    text = f"Title\r\n\r{LONG}\u2028{LONG}\x0b\x0c\u2029{LONG}\n\n\n\n– one"
    assert import_text(text).markdown == (
        f"---\ntitle: Title\n---\n\n# Title\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n- one\n"
    )
    assert [doubt.line for doubt in import_text(text).doubts] == [7]


def test_a_doubt_says_what_was_decided_and_what_else_it_may_be() -> None:
    assert import_text(f"Title\n\n{LONG}\n\n– one").doubts == (
        Doubt(
            5,
            "a single line with a list marker: taken as a list of one item; "
            "if it is a note, a dash or a sentence, write it as a paragraph",
        ),
    )
