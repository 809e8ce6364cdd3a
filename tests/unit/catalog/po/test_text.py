"""An entry is written as gettext writes it, and says what went in."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import require_tool
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import escape, format_entry
from toolkit.model.catalog import Entry, Previous
from toolkit.model.segment import MessageKey

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'

# Surrogates cannot be encoded, and NUL is refused on reading.
CHARACTERS = st.one_of(
    st.sampled_from('\n\n\n\t\r"\\\a\b\f\v\u2028\x85\x1c aß中#~nx0'),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
TEXTS = st.text(CHARACTERS, max_size=30)
LINES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), min_size=1, max_size=30
).map(lambda line: f"a{line}")
PLACES = st.builds(
    "{}{}.md{}".format,
    st.sampled_from(["source/", "a b/", "ä/"]),
    st.text(st.sampled_from("ab ß中"), max_size=30),
    st.sampled_from(["", ":12"]),
)


def as_read(text: str) -> Entry:
    """Return the one entry of a text, which must be all of the text."""
    catalog = read_catalog(text.encode(), "x.po")
    assert (len(catalog.entries), catalog.tail) == (1, "")
    return catalog.entries[0]


@given(
    key=st.builds(MessageKey, st.none() | TEXTS, TEXTS),
    msgstr=TEXTS,
    comments=st.lists(LINES, max_size=3),
    notes=st.lists(LINES, max_size=3),
    references=st.lists(PLACES, max_size=6),
    fuzzy=st.booleans(),
    previous=st.none() | st.builds(Previous, TEXTS, st.none() | TEXTS, st.none() | TEXTS),
    forms=st.none() | st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=3)),
    obsolete=st.booleans(),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_reading_what_was_written_gives_the_parts_back(
    key: MessageKey,
    msgstr: str,
    comments: list[str],
    notes: list[str],
    references: list[str],
    fuzzy: bool,
    previous: Previous | None,
    forms: tuple[str, list[str]] | None,
    obsolete: bool,
    newline: str,
) -> None:
    plural, translations = forms or (None, [])
    text = format_entry(
        key,
        msgstr,
        plural=plural,
        forms=translations,
        comments=comments,
        notes=notes,
        references=references,
        flags=["fuzzy", "no-wrap"] if fuzzy else [],
        previous=previous,
        obsolete=obsolete,
        newline=newline,
    )
    assert as_read(text) == Entry(
        text,
        key,
        translations[0] if translations else msgstr,
        fuzzy,
        obsolete,
        plural,
        tuple(translations),
        notes=() if obsolete else tuple(notes),
        references=() if obsolete else tuple(references),
        comments=tuple(comments),
        flags=("fuzzy", "no-wrap") if fuzzy else (),
        previous=previous,
    )
    assert text.count("\n") == text.count(newline)


def test_an_entry_is_written_in_the_order_of_gettext() -> None:
    text = format_entry(
        MessageKey("title", 'say "a"\tb\n'),
        "eins\nzwei\n",
        comments=["mine", ""],
        notes=["type: heading 1", ""],
        references=["source/a.md:3", "source/b c.md:4"],
        flags=["fuzzy"],
        previous=Previous("old\nolder"),
    )
    assert text == (
        "# mine\n#\n#. type: heading 1\n#.\n#: source/a.md:3 \u2068source/b c.md\u2069:4\n#, fuzzy\n"
        '#| msgid ""\n#| "old\\n"\n#| "older"\nmsgctxt "title"\nmsgid "say \\"a\\"\\tb\\n"\n'
        'msgstr ""\n"eins\\n"\n"zwei\\n"\n'
    )


def test_an_obsolete_entry_keeps_comments_flags_and_earlier_text_only() -> None:
    text = format_entry(
        MessageKey("c", "a\nb"),
        "d",
        comments=["mine"],
        notes=["type: paragraph"],
        references=["a.md"],
        flags=["fuzzy"],
        previous=Previous("old", "c"),
        obsolete=True,
        newline="\r\n",
    )
    assert text == (
        '# mine\r\n#, fuzzy\r\n#~| msgctxt "c"\r\n#~| msgid "old"\r\n#~ msgctxt "c"\r\n'
        '#~ msgid ""\r\n#~ "a\\n"\r\n#~ "b"\r\n#~ msgstr "d"\r\n'
    )


@pytest.mark.parametrize(
    ("references", "lines"),
    [
        (["a" * 200], ["#: " + "a" * 200]),
        (["a" * 38, "b" * 37], [f"#: {'a' * 38} {'b' * 37}"]),
        (["a" * 38, "b" * 38], [f"#: {'a' * 38}", f"#: {'b' * 38}"]),
        (["ä" * 19, "b" * 38], [f"#: {'ä' * 19}", f"#: {'b' * 38}"]),
    ],
    ids=["never inside a name", "79 columns fit", "80 do not", "columns are bytes"],
)
def test_places_are_broken_at_79_columns(references: list[str], lines: list[str]) -> None:
    text = format_entry(MessageKey(None, "a"), references=references)
    assert text.split("\n")[:-3] == lines


@given(TEXTS)
def test_escaped_text_is_on_one_line_and_polib_reads_it_back(text: str) -> None:
    written = escape(text)
    assert "\n" not in written
    assert polib.unescape(written.replace("\\a", "")) == text.replace("\a", "")


@pytest.mark.parametrize("obsolete", [False, True])
def test_msgcat_writes_the_same(obsolete: bool, tmp_path: Path) -> None:
    # Drawn with a fixed seed and not by Hypothesis: many entries in one file need one process only.
    draw = random.Random(1)

    def text() -> str:
        return "".join(draw.choices('\n\n\t"\\\u2028 aß中ب#~nx0-', k=draw.randint(1, 100)))

    entries = [
        format_entry(
            MessageKey(draw.choice([None, "c", "d e"]), f"{number} {text()}"),
            text() if fuzzy or obsolete else draw.choice(["", text()]),
            comments=draw.choice([[], ["mine", "", "yours"]]),
            notes=["type: paragraph, under: Überschrift"],
            references=draw.sample(["ab" * 9, "äß" * 9, "中" * 20, "c:12", "d"], draw.randint(0, 5)),
            flags=["fuzzy"] if fuzzy else [],
            previous=Previous(text(), draw.choice([None, "c"])) if fuzzy else None,
            obsolete=obsolete,
        )
        for number, fuzzy in enumerate(draw.choices([False, True], k=1000))
    ]
    written = "\n".join([HEADER, *entries])
    (tmp_path / "in.po").write_bytes(written.encode())
    command = [require_tool("msgcat"), "--no-wrap", "-o", "out.po", "in.po"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert (tmp_path / "out.po").read_bytes().decode() == written


@given(st.lists(TEXTS.map(lambda text: f"a{text}"), max_size=20, unique=True))
def test_polib_reads_what_we_write(keys: list[str]) -> None:
    # polib cannot read "\a", and cuts lines at whatever str.splitlines() takes for a line end.
    keys = [key for key in keys if key.isprintable() or set(key) <= set('\n\t"\\')]
    text = HEADER + "".join(format_entry(MessageKey(None, key), key) for key in keys)
    assert [(entry.msgid, entry.msgstr) for entry in polib.pofile(text)] == [(key, key) for key in keys]
