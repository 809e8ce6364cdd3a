"""Segments become messages once per text and context, and the template changes only with them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tools import require_tool
from toolkit.catalog.po.header import HeaderSettings, new_template_header
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.template import build_template, refresh_template
from toolkit.model.message import Message, Template
from toolkit.model.segment import Encoding, MessageKey, Segment

SETTINGS = HeaderSettings("Health", "", "en", "l10n-toolkit 0.1.0", "1; gfm")
DAY, NEXT_DAY = "2026-11-22 15:00+0000", "2026-11-23 09:30+0000"


def segment(
    text: str,
    kind: str = "paragraph",
    heading: str = "",
    comment: str = "",
    line: int = 1,
    context: str | None = None,
) -> Segment:
    """Return a segment at a line; where it stands in the text is of no matter to a template."""
    return Segment(MessageKey(context, text), kind, heading, comment, ((0, 1),), "", Encoding.BLOCK, line)


def messages(*segments: Segment, with_lines: bool = False) -> tuple[Message, ...]:
    """Return the messages of one document."""
    return build_template("a", "source/a.md", segments, "1; gfm", with_lines).messages


def test_equal_texts_of_one_context_are_one_message_at_its_first_place() -> None:
    template = build_template(
        "guides.a",
        "source/guides/a.md",
        [
            segment("one", line=3),
            segment("two", line=5),
            segment("one", line=9),
            segment("one", context="title", line=11),
        ],
        "1; gfm",
        with_lines=True,
    )
    paragraph = ("type: paragraph",)
    assert template == Template(
        "guides.a",
        (
            Message(MessageKey(None, "one"), paragraph, ("source/guides/a.md:3", "source/guides/a.md:9")),
            Message(MessageKey(None, "two"), paragraph, ("source/guides/a.md:5",)),
            Message(MessageKey("title", "one"), paragraph, ("source/guides/a.md:11",)),
        ),
        "1; gfm",
    )


def test_without_lines_a_message_names_its_file_once() -> None:
    (message,) = messages(segment("one", line=3), segment("one", line=9))
    assert message.references == ("source/a.md",)


def test_two_places_on_one_line_are_one_reference() -> None:
    (message,) = messages(segment("one", line=3), segment("one", line=3), with_lines=True)
    assert message.references == ("source/a.md:3",)


@pytest.mark.parametrize(
    ("places", "notes"),
    [
        ([segment("a", "list item", "Usual treatment")], ("type: list item, under: Usual treatment",)),
        ([segment("a", "heading 1")], ("type: heading 1",)),
        ([segment("a", "heading 1", "Hard\nbreak")], ("type: heading 1, under: Hard break",)),
        ([segment("a", "x", comment="Name.\nNot a verb.")], ("type: x", "Name.", "Not a verb.")),
        ([segment("a", "x", comment="one\r\ntwo \rthree")], ("type: x", "one", "two", "three")),
        ([segment("a", "x", "y"), segment("a", "x", "y")], ("type: x, under: y",)),
        ([segment("a", "x", "y"), segment("a", "z")], ("type: x, under: y; type: z",)),
        ([segment("a", kind) for kind in "tuv"], ("type: t; type: u; type: v",)),
        ([segment("a", kind) for kind in "tuvwt"], ("type: t; type: u; type: v; and 1 more",)),
        (
            [segment("a", "x", comment=comment) for comment in ("c", "", "d", "c")],
            ("type: x", "c", "d"),
        ),
    ],
)
def test_notes_tell_what_a_text_is_and_what_its_author_says(
    places: list[Segment], notes: tuple[str, ...]
) -> None:
    (message,) = messages(*places)
    assert message.notes == notes


TEMPLATE = build_template(
    "a",
    "source/a b.md",
    [
        segment("Title", "heading 1", context="title"),
        segment("Say *this*:\nor that", comment="first\n\nsecond"),
        segment('A "quoted" \\ text\u2028', heading="Überschrift"),
    ],
    "1; gfm",
)


def test_a_template_is_written_header_first_with_a_blank_line_between_entries() -> None:
    header = new_template_header(SETTINGS, DAY)
    assert refresh_template(None, TEMPLATE, SETTINGS, DAY).decode() == header.raw + (
        '\n#. type: heading 1\n#: \u2068source/a b.md\u2069\nmsgctxt "title"\nmsgid "Title"\nmsgstr ""\n'
        "\n#. type: paragraph\n#. first\n#.\n#. second\n#: \u2068source/a b.md\u2069\n"
        'msgid ""\n"Say *this*:\\n"\n"or that"\nmsgstr ""\n'
        "\n#. type: paragraph, under: Überschrift\n#: \u2068source/a b.md\u2069\n"
        'msgid "A \\"quoted\\" \\\\ text\u2028"\nmsgstr ""\n'
    )


def test_msgcat_and_the_reader_find_nothing_to_change_in_a_template(tmp_path: Path) -> None:
    data = refresh_template(None, TEMPLATE, SETTINGS, DAY)
    (tmp_path / "a.pot").write_bytes(data)
    command = [require_tool("msgcat"), "--no-wrap", "a.pot"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout == data
    read = [(entry.key, entry.notes, entry.references) for entry in read_catalog(data, "a.pot").entries[1:]]
    assert read == [(message.key, message.notes, message.references) for message in TEMPLATE.messages]


OLD = refresh_template(None, TEMPLATE, SETTINGS, DAY)
EMPTY = Template("a", (), "1; gfm")


def test_an_unchanged_template_is_the_old_one_whatever_day_it_is() -> None:
    newer = replace(SETTINGS, generator="l10n-toolkit 9")
    for old, template in (
        (OLD, TEMPLATE),
        (OLD.replace(b"\n", b"\r\n"), TEMPLATE),
        (refresh_template(None, EMPTY, SETTINGS, DAY), EMPTY),
    ):
        assert refresh_template(old, template, newer, NEXT_DAY) is old


def test_another_setting_changes_the_header_but_not_the_date() -> None:
    renamed = replace(SETTINGS, project="Illness")
    assert refresh_template(OLD, TEMPLATE, renamed, NEXT_DAY) == OLD.replace(b": Health", b": Illness")


@pytest.mark.parametrize(
    "template",
    [
        replace(TEMPLATE, messages=TEMPLATE.messages[1:]),
        replace(TEMPLATE, messages=TEMPLATE.messages[:-1]),
        replace(TEMPLATE, messages=TEMPLATE.messages[::-1]),
        replace(TEMPLATE, messages=(replace(TEMPLATE.messages[0], notes=("other",)), *TEMPLATE.messages[1:])),
        EMPTY,
    ],
    ids=["first removed", "last removed", "turned", "another note", "all removed"],
)
def test_other_messages_change_the_date(template: Template) -> None:
    new = refresh_template(None, template, SETTINGS, NEXT_DAY)
    assert refresh_template(OLD, template, SETTINGS, NEXT_DAY) == new


@pytest.mark.parametrize("old", [b"", b"\xff\xfe", b"no template", OLD[OLD.index(b"\n\n") :], OLD[:-1]])
def test_what_is_no_template_of_ours_is_written_anew(old: bytes) -> None:
    new = refresh_template(None, TEMPLATE, SETTINGS, NEXT_DAY)
    assert refresh_template(old, TEMPLATE, SETTINGS, NEXT_DAY) == new


def test_the_template_says_which_form_its_messages_have() -> None:
    data = refresh_template(None, replace(TEMPLATE, segmentation="2; commonmark"), SETTINGS, DAY)
    assert read_catalog(data, "a.pot").header["X-Toolkit-Segmentation"] == "2; commonmark"
