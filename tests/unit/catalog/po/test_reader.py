"""What is legal is read as gettext reads it; what is damaged is refused by rule and place."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit.catalog.po.reader
from tests.data import outside_data
from tests.tools import require_tool
from toolkit.catalog.po.deferred import deferred_entries
from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.ordinary import match_entry
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Entry, Previous
from toolkit.model.segment import MessageKey

HEADER = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

LEGAL: dict[str, tuple[str, tuple[str | None, str, str]]] = {
    "one line each": ('msgid "a"\nmsgstr "b"\n', (None, "a", "b")),
    "context": ('msgctxt "title"\nmsgid "a"\nmsgstr "b"\n', ("title", "a", "b")),
    "empty context is a context": ('msgctxt ""\nmsgid "a"\nmsgstr "b"\n', ("", "a", "b")),
    "several strings on a line": ('msgid "a" "b"\nmsgstr "c" "d" \t"e"\n', (None, "ab", "cde")),
    "a whole entry on a line": ('msgctxt "x" msgid "a" msgstr "b"\n', ("x", "a", "b")),
    "keyword alone on its line": ('msgid\n"a"\nmsgstr\n\n"b"\n', (None, "a", "b")),
    "no space after the keyword": ('msgid"a"\nmsgstr"b"\n', (None, "a", "b")),
    "tabs and indents": ('\tmsgid\t"a"\n\t\t"b"\n  msgstr  "c"\n    "d"\n', (None, "ab", "cd")),
    "form feeds are white space": ('\f\vmsgid \f"a"\nmsgstr\v"b"\f\n', (None, "a", "b")),
    "space after the string": ('msgid "a" \t\nmsgstr "b"  \n', (None, "a", "b")),
    "blank lines inside an entry": ('msgid "a"\n\n"b"\n\nmsgstr "c"\n \n"d"\n', (None, "ab", "cd")),
    "Windows line endings": ('msgid ""\r\n"a\\n"\r\n"b"\r\nmsgstr "c"\r\n', (None, "a\nb", "c")),
    "doubled carriage returns": ('msgid ""\r\r\n"a"\r\r\nmsgstr "b"\r\r\n', (None, "a", "b")),
    "Macintosh line endings": ('msgid ""\r"a"\rmsgstr "b"\r', (None, "a", "b")),
    "no final newline": ('msgid "a"\nmsgstr "b"', (None, "a", "b")),
    "line separators inside strings": (
        'msgid "a\u2028b\u2029c"\nmsgstr "\x85\x1c\u2028"\n',
        (None, "a\u2028b\u2029c", "\x85\x1c\u2028"),
    ),
    "all escapes": (
        'msgid "-\\n\\t\\r\\"\\\\\\a\\b\\f\\v"\nmsgstr "\\\\n"\n',
        (None, '-\n\t\r"\\\a\b\f\v', "\\n"),
    ),
    "octal and hexadecimal are UTF-8": ('msgid "\\303\\251"\nmsgstr "\\xc3\\xa9\\60"\n', (None, "é", "é0")),
    "escapes of bytes on a line of their own": (
        'msgid "very"\nmsgstr ""\n"tr\\303\\250s"\n"tr\\xc3\\xa8s"\n',
        (None, "very", "trèstrès"),
    ),
    "a hash mark inside a string": ('msgid "# a"\nmsgstr "#, fuzzy"\n', (None, "# a", "#, fuzzy")),
    "conflict markers inside a string": (
        'msgid "<<<<<<< a"\nmsgstr ""\n"======="\n',
        (None, "<<<<<<< a", "======="),
    ),
    "keywords inside a string": ('msgid "msgid \\"a\\""\nmsgstr "msgstr"\n', (None, 'msgid "a"', "msgstr")),
}


def only(text: str) -> Entry:
    """Return the only entry behind the header of a file, as the file is read."""
    catalog = read_catalog((HEADER + text).encode(), "x.po")
    assert len(catalog.entries) == 2
    assert write_catalog(catalog) == (HEADER + text).encode()
    return catalog.entries[1]


def outcome(text: str) -> Catalog | CatalogError:
    """Return what reading a text gives, the refusal included."""
    try:
        return read_catalog(text.encode(), "x.po")
    except CatalogError as error:
        return error


@pytest.mark.parametrize(("text", "fields"), LEGAL.values(), ids=LEGAL)
def test_every_legal_spelling_says_what_it_says_to_gettext(
    text: str, fields: tuple[str | None, str, str]
) -> None:
    entry = only(text)
    assert (entry.key.context, entry.key.text, entry.msgstr) == fields
    assert not entry.obsolete


@pytest.mark.parametrize("text", [text for text, _ in LEGAL.values()], ids=LEGAL)
def test_msgfmt_accepts_every_spelling_that_we_call_legal(text: str, tmp_path: Path) -> None:
    source = tmp_path / "x.po"
    source.write_bytes((HEADER + text).encode())
    done = subprocess.run([require_tool("msgfmt"), "-o", str(tmp_path / "x.mo"), str(source)], check=False)
    assert done.returncode == 0


OBSOLETE = {
    "gettext's own": '#~ msgctxt "c"\n#~ msgid "a"\n#~ msgstr "b"\n',
    "without spaces": '#~msgctxt "c"\n#~msgid "a"\n#~msgstr "b"\n',
    "continued": '#~ msgctxt "c"\n#~ msgid ""\n#~ "a"\n#~ msgstr ""\n#~ "b"\n',
    "with its earlier text": '#~| msgid "z"\n#~ msgctxt "c"\n#~ msgid "a"\n#~ msgstr "b"\n',
    "with its earlier text as polib writes it": '#| msgid "z"\n#~ msgctxt "c"\n#~ msgid "a"\n#~ msgstr "b"\n',
    "blank lines inside": '#~ msgctxt "c"\n\n#~ msgid "a"\n\n#~ msgstr "b"\n',
}


@pytest.mark.parametrize("text", OBSOLETE.values(), ids=OBSOLETE)
def test_obsolete_entries_are_read_like_active_ones(text: str) -> None:
    entry = only(f"# mine\n{text}")
    assert entry == Entry(
        entry.raw,
        MessageKey("c", "a"),
        "b",
        obsolete=True,
        comments=("mine",),
        previous=Previous("z") if '"z"' in text else None,
    )


def test_comment_lines_are_told_apart_by_their_marker() -> None:
    entry = only(
        "# first\n#second\n#\n#  third\n#. note\n#.  deep\n#.bare\n#.\n"
        "#: a.md b.md:3\n#:\tc.md\n#: \u2068d e.md\u2069:4 \u2068f\n#: g.md\u2069\n"
        '#, c-format, fuzzy\n#| msgctxt "old"\n#| msgid ""\n#| "older"\nmsgid "a"\nmsgstr "b"\n'
    )
    assert entry == Entry(
        entry.raw,
        MessageKey(None, "a"),
        "b",
        fuzzy=True,
        flags=("c-format", "fuzzy"),
        previous=Previous("older", "old"),
        notes=("note", " deep", "bare", ""),
        references=("a.md", "b.md:3", "c.md", "d e.md:4", "f g.md"),
        comments=("first", "second", "", " third"),
    )
    assert (entry.line, entry.msgstr_line) == (22, 23)


@pytest.mark.parametrize(
    ("flags", "fuzzy"),
    [
        ("#, fuzzy", True),
        ("#,fuzzy", True),
        ("#= fuzzy", True),
        ("#=fuzzy", True),
        ("#! fuzzy", True),
        ("#, md-text,fuzzy", True),
        ("#, c-format\n#, fuzzy", True),
        ("#, fuzzy\r", True),
        ("#, not-fuzzy", False),
        ("#, fuzzyish", False),
        ("# fuzzy", False),
        ("#. fuzzy", False),
        ("#: fuzzy", False),
    ],
)
def test_the_fuzzy_flag_is_seen_in_every_spelling_and_nowhere_else(flags: str, fuzzy: bool) -> None:
    assert only(f'{flags}\nmsgid "a"\nmsgstr "b"\n').fuzzy is fuzzy


def test_earlier_texts_may_stand_before_the_flags() -> None:
    entry = only('#|msgid "z"\n#| msgid_plural "zs"\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    assert (entry.key.text, entry.fuzzy) == ("a", True)
    assert entry.previous == Previous("z", None, "zs")


def test_a_plural_entry_gives_all_its_forms() -> None:
    entry = only('msgid "a"\nmsgid_plural "as"\nmsgstr[ 0 ] "b"\nmsgstr [1]\n"c" "d"\n')
    assert entry == Entry(entry.raw, MessageKey(None, "a"), "b", plural="as", forms=("b", "cd"))


def test_entries_need_no_blank_line_between_them_and_keep_their_own_lines() -> None:
    text = 'msgid "a"\nmsgstr "b"\n# c\nmsgid "c"\nmsgstr "d"\n\n\n#~ msgid "e"\n#~ msgstr "f"\n# end\n\n'
    catalog = read_catalog(text.encode(), "x.po")
    assert catalog == Catalog(
        "x.po",
        (
            Entry('msgid "a"\nmsgstr "b"\n', MessageKey(None, "a"), "b"),
            Entry('# c\nmsgid "c"\nmsgstr "d"\n', MessageKey(None, "c"), "d", comments=("c",)),
            Entry('\n\n#~ msgid "e"\n#~ msgstr "f"\n', MessageKey(None, "e"), "f", obsolete=True),
        ),
        tail="# end\n\n",
    )
    assert [entry.line for entry in catalog.entries] == [1, 4, 8]


def test_entries_on_one_line_are_cut_behind_the_last_string() -> None:
    catalog = read_catalog(b'msgid "a" msgstr "b" msgid "c" msgstr "d" # e\nmsgid "f" msgstr "g"', "x.po")
    assert [entry.raw for entry in catalog.entries] == [
        'msgid "a" msgstr "b"',
        ' msgid "c" msgstr "d"',
        ' # e\nmsgid "f" msgstr "g"',
    ]
    assert catalog.entries[2].comments == ("e",)


@pytest.mark.parametrize("text", ["\n", "\n\n", "# nothing yet\n", "\ufeff", "#, fuzzy\n#: a.md", " "])
def test_a_file_of_nothing_but_comments_has_no_entries(text: str) -> None:
    catalog = read_catalog(text.encode(), "x.po")
    assert (catalog.entries, catalog.header) == ((), {})
    assert write_catalog(catalog) == text.encode()


def test_a_byte_order_mark_is_remembered() -> None:
    catalog = read_catalog(b"\xef\xbb\xbf" + HEADER.encode(), "x.po")
    assert catalog.bom
    assert catalog.header["Language"] == "de"
    assert write_catalog(catalog) == b"\xef\xbb\xbf" + HEADER.encode()


def test_the_header_gives_its_fields_and_the_first_of_a_repeated_one() -> None:
    text = 'msgid ""\nmsgstr "A:1\\nLanguage: de\\n"\n"Language: fr\\n" "Long: a: "\n"b\\n"\n'
    assert read_catalog(text.encode(), "x.po").header == {"A": "1", "Language": "de", "Long": "a: b"}


@pytest.mark.parametrize("text", ['msgid "a"\nmsgstr "A: b\\n"\n', '#~ msgid ""\n#~ msgstr "A: b\\n"\n'])
def test_a_file_that_begins_with_another_entry_has_no_header(text: str) -> None:
    assert read_catalog(text.encode(), "x.po").header == {}


@pytest.mark.parametrize(
    ("text", "newline"),
    [("\n", "\n"), ('msgid "a"\r\nmsgstr "b"\r\n', "\r\n"), ('msgid "a"\r\nmsgstr "b"\n\n', "\n")],
)
def test_new_entries_get_the_line_ending_of_most_lines(text: str, newline: str) -> None:
    assert read_catalog(text.encode(), "x.po").newline == newline


def test_obsolete_entries_may_repeat_a_key_but_keep_their_own_text() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n\n#~ msgid "a"\n#~ msgstr "d"\n'
    assert [entry.msgstr for entry in read_catalog(text.encode(), "x.po").entries] == ["b", "c", "d"]


REFUSED: dict[str, tuple[bytes, str, tuple[int, int]]] = {
    "cut inside the last string": (b'msgid "a"\nmsgstr "b', "po-syntax", (2, 8)),
    "cut after a backslash": (b'msgid "a"\nmsgstr "b\\', "po-syntax", (2, 8)),
    "a string over two lines": (b'msgid "a\nb"\nmsgstr ""\n', "po-syntax", (1, 7)),
    "nothing at all": (b"", "po-syntax", (1, 1)),
    "cut inside a later line of the last string": (
        HEADER.encode() + b'msgid "Good text here."\nmsgstr ""\n"Do not "\n"take this',
        "po-syntax",
        (9, 1),
    ),
    "a later line of a string not closed, more behind it": (
        HEADER.encode() + b'msgid "a"\nmsgstr ""\n"Do not "\n"take this\n\nmsgid "b"\nmsgstr "c"\n',
        "po-syntax",
        (9, 1),
    ),
    "a later line of a msgid not closed": (
        b'msgid ""\n"Do not "\n"take this\nmsgstr "b"\n',
        "po-syntax",
        (3, 1),
    ),
    "an earlier text not closed": (b'#| msgid ""\n#| "a\nmsgid "b"\nmsgstr "c"\n', "po-syntax", (2, 4)),
    "an obsolete text not closed": (
        b'#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n#~ "c\n',
        "po-syntax",
        (4, 4),
    ),
    "cut inside the header": (HEADER[: HEADER.index("plain")].encode(), "po-syntax", (4, 1)),
    "cut before msgstr": (b'msgid "a"\n', "po-syntax", (2, 1)),
    "cut after msgstr": (b'msgid "a"\nmsgstr', "po-syntax", (2, 7)),
    "cut in a keyword": (b'msgid "a"\nmsgst', "po-syntax", (2, 1)),
    "cut after msgctxt": (b'msgctxt "a"\n', "po-syntax", (2, 1)),
    "cut before the plural forms": (b'msgid "a"\nmsgid_plural "b"\n', "po-syntax", (3, 1)),
    "an earlier text without an entry": (b'#| msgid "a"\n', "po-syntax", (1, 4)),
    "a second entry before msgstr": (b'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "po-syntax", (3, 1)),
    "msgstr without msgid": (b'msgstr "b"\n', "po-syntax", (1, 1)),
    "msgstr twice": (b'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "po-syntax", (3, 1)),
    "context behind msgid": (b'msgid "a"\nmsgctxt "b"\nmsgstr "c"\n', "po-syntax", (2, 1)),
    "a string without keyword": (b'"a"\n', "po-syntax", (1, 1)),
    "a comment between strings": (b'msgid "a"\nmsgstr "b"\n# c\n"d"\n', "po-syntax", (4, 1)),
    "a comment inside an entry": (b'msgid "a"\n# c\nmsgstr "b"\n', "po-syntax", (2, 1)),
    "a comment between plural forms": (
        b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n# d\nmsgstr[1] "e"\n',
        "po-syntax",
        (5, 1),
    ),
    "quotation marks inside a string": (b'msgid "a "b" c"\nmsgstr "d"\n', "po-syntax", (1, 11)),
    "an unknown escape": (b'msgid "a\\q"\nmsgstr ""\n', "po-syntax", (1, 9)),
    "an escape of NUL": (b'msgid "a\\0"\nmsgstr ""\n', "po-syntax", (1, 9)),
    "an escape of no UTF-8": (b'msgid "a\\377"\nmsgstr ""\n', "po-syntax", (1, 9)),
    "plural form that is no number": (b'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n', "po-syntax", (3, 8)),
    "plural form out of order": (b'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "po-syntax", (3, 8)),
    "plural form 999": (
        b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[999] "d"\n',
        "po-syntax",
        (4, 8),
    ),
    "plural form without bracket": (b'msgid "a"\nmsgid_plural "b"\nmsgstr[0 "c"\n', "po-syntax", (3, 10)),
    "plural entry with one msgstr": (b'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "po-syntax", (3, 8)),
    "plural forms without msgid_plural": (b'msgid "a"\nmsgstr[0] "c"\n', "po-syntax", (2, 7)),
    "half an entry obsolete": (b'#~ msgid "a"\nmsgstr "b"\n', "po-syntax", (2, 1)),
    "half a string obsolete": (b'msgid "a"\nmsgstr "b"\n#~ "c"\n', "po-syntax", (3, 4)),
    "two obsolete entries on a line": (
        b'#~ msgid "a" msgstr "b" msgid "c" msgstr "d"\n',
        "po-syntax",
        (1, 25),
    ),
    "a domain directive": (b'domain "a"\nmsgid "a"\nmsgstr "b"\n', "po-syntax", (1, 1)),
    "a carriage return inside a comment": (b'# a\rmsgid "b"\rmsgstr "c"\r', "po-syntax", (1, 4)),
    "HTML": (b"<!DOCTYPE html>\n", "po-syntax", (1, 1)),
    "prose": (b"Dear translators,\n", "po-syntax", (1, 1)),
    "garbage behind the last entry": (b'msgid "a"\nmsgstr "b"\n%%\n', "po-syntax", (3, 1)),
    "a merge conflict between entries": (
        b'msgid "a"\nmsgstr "b"\n<<<<<<< HEAD\nmsgid "c"\nmsgstr "d"\n=======\n>>>>>>> x\n',
        "po-conflict",
        (3, 1),
    ),
    "a merge conflict inside an entry": (
        b'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n',
        "po-conflict",
        (2, 1),
    ),
    "the rest of a merge conflict": (
        b'msgid "a"\nmsgstr "b"\n=======\r\nmsgstr "c"\n',
        "po-conflict",
        (3, 1),
    ),
    "the base of a merge conflict": (b'msgid "a"\nmsgstr "b"\n||||||| merged\n', "po-conflict", (3, 1)),
    "the end of a merge conflict": (b'>>>>>>> branch\nmsgid "a"\nmsgstr "b"\n', "po-conflict", (1, 1)),
    "Latin-1": (b'msgid "a"\nmsgstr "\xe9"\n', "po-encoding", (2, 9)),
    "invalid UTF-8 in a comment": (b'# \xff\nmsgid "a"\nmsgstr "b"\n', "po-encoding", (1, 3)),
    "UTF-16": ('\ufeffmsgid "a"\nmsgstr "b"\n'.encode("utf-16-le"), "po-encoding", (1, 1)),
    "NUL": (b'msgid "a"\nmsgstr "b\0"\n', "po-encoding", (2, 10)),
    "an MO file": (b"\xde\x12\x04\x95\0\0\0\0", "po-encoding", (1, 1)),
    "declared Latin-1": (
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n',
        "po-charset",
        (2, 35),
    ),
    "declared Latin-1 and true to it": (
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\nmsgid "a"\nmsgstr "\xe9"\n',
        "po-charset",
        (4, 9),
    ),
    "declared UTF-7": (
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-7\\n"\n',
        "po-charset",
        (3, 28),
    ),
    "a character set in a second field": (
        b'msgid ""\nmsgstr "Content-Type: charset=UTF-8\\n" "X: Charset=rot13\\n"\n',
        "po-charset",
        (2, 23),
    ),
    "one msgid twice": (b'msgid "a"\nmsgstr "b"\n\n# c\nmsgid "a"\nmsgstr "b"\n', "po-duplicate", (5, 1)),
    "two headers": (b'msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n', "po-duplicate", (4, 1)),
}


@pytest.mark.parametrize(("data", "rule", "place"), REFUSED.values(), ids=REFUSED)
def test_what_is_damaged_is_refused_with_rule_place_and_advice(
    data: bytes, rule: str, place: tuple[int, int]
) -> None:
    with pytest.raises(CatalogError) as caught:
        read_catalog(data, "de/x.po")
    error = caught.value
    assert (error.rule, error.path, (error.line, error.column)) == (rule, "de/x.po", place)
    assert error.message
    assert "\n" not in error.message
    assert rule != "po-conflict" or "<<<<<<<" in error.hint


def test_a_repeated_msgid_names_the_line_of_the_first() -> None:
    with pytest.raises(CatalogError, match="line 2"):
        read_catalog(b'\nmsgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', "x.po")


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", "utf8", "ASCII", "us-ascii", "CHARSET", '\\"UTF-8\\"'])
def test_every_name_of_utf_8_is_accepted(name: str) -> None:
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={name}\\n"\n'
    assert len(read_catalog(text.encode(), "x.po").entries) == 1


def test_files_beyond_the_limits_are_refused_in_one_sentence() -> None:
    data = b'msgid "a"\nmsgstr ""\nmsgid "b"\nmsgstr ""\n'
    assert len(read_catalog(data, "x.po", max_bytes=len(data), max_entries=2).entries) == 2
    with pytest.raises(CatalogError, match="bytes") as too_long:
        read_catalog(data, "x.po", max_bytes=len(data) - 1)
    with pytest.raises(CatalogError, match="entries") as too_many:
        read_catalog(data, "x.po", max_entries=1)
    assert {too_long.value.rule, too_many.value.rule} == {"po-limit"}


def test_a_file_cut_inside_any_of_its_strings_is_refused() -> None:
    text = (
        HEADER + 'msgctxt "t"\nmsgid ""\n"one\\n"\n"two \\"2\\""\nmsgstr ""\n"eins\\n"\n"zw\\303\\251i"\n\n'
        '#~ msgid "old"\n#~ msgstr ""\n#~ "al"\n#~ "t\\\\"\n'
    )
    inside = [
        string.start() + length
        for string in re.finditer(r'"(?:[^"\\\n]|\\.)*"', text)
        for length in range(1, len(string[0]))
    ]
    assert len(inside) > 100
    assert [cut for cut in inside if not isinstance(outcome(text[:cut]), CatalogError)] == []


@pytest.mark.parametrize("number", [999, 1000, 1001, 1002, 5000])
@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ('# a\n%smsgid "b"\nmsgstr "c"\n', "# d\n"),
        ('msgid ""\n%smsgstr "c"\n', '"a"\n'),
        ('msgid "a"\nmsgstr ""\n%s', '"b"\n'),
        ('msgid "a"\nmsgstr "%s"\n', '\\"'),
        ('#| msgid ""\n%smsgid "a"\nmsgstr "b"\n', '#| "c"\n'),
    ],
)
def test_long_entries_are_read_like_short_ones(text: str, repeated: str, number: int) -> None:
    entry = only(text % (repeated * number))
    careful = scan_entry(text % (repeated * number), 0, "x.po", entry.line)
    assert careful is not None
    assert careful.entry == replace(entry, raw=careful.entry.raw)
    said = "".join([*entry.comments, entry.key.text, entry.msgstr, entry.raw])
    assert said.count(repeated.strip()) >= number


PIECES = [
    'msgid "a"',
    'msgid ""',
    '"b\\n"',
    '"\\101"',
    "msgstr",
    'msgstr "c"',
    'msgctxt "d"',
    'msgid_plural "e"',
    "[ 0 ]",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "# f\n",
    "#. g\n",
    "#: h\n",
    "#, fuzzy\n",
    "#~ ",
    "#| ",
    "#~| ",
    '"',
    "\\",
    "<",
    'msgid "a"\nmsgstr "b"\n',
    '#~ msgid "i"\n#~ msgstr "j"\n',
    '#~ "k"\n',
    "======= \n",
]


# Entries of every kind in turn, with letters of one to four bytes between them.
LONG = (
    "\ufeff"
    + HEADER
    + "".join(
        f'# 😀é\n#: a.md\nmsgid "{number}ä"\nmsgstr ""\n"中\\n"\n"😀"\n\n'
        f'#, fuzzy\n#| msgid "ö"\nmsgid "{number}中"\nmsgstr "b"\n\n'
        f'msgid  "{number}😀" "d"\nmsgstr "d"\n\n#~ msgid "{number}ä"\n#~ msgstr "é"\n\n'
        for number in range(3)
    )
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=500)
def test_a_text_is_read_whole_or_refused_and_nothing_between(text: str) -> None:
    result = outcome(text)
    if isinstance(result, CatalogError):
        assert result.rule in {"po-syntax", "po-conflict", "po-duplicate"}
        assert 1 <= result.line <= text.count("\n") + 1
    else:
        assert write_catalog(result) == text.encode()


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(PIECES))
@settings(max_examples=500)
def test_the_quick_way_finds_what_the_scanner_finds(text: str, start: str) -> None:
    quick = match_entry(start + text, 0, 1)
    if quick is not None:
        try:
            careful = scan_entry(start + text, 0, "x.po", 1)
        except CatalogError:
            # The scanner looks one token ahead; what it refuses there must be refused as the next entry, too.
            with pytest.raises(CatalogError):
                scan_entry(start + text, quick.stop, "x.po", 1)
            return
        assert careful is not None
        assert (quick, quick.entry.line, quick.entry.msgstr_line) == (
            careful,
            careful.entry.line,
            careful.entry.msgstr_line,
        )


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(PIECES))
@settings(max_examples=500)
def test_what_is_read_late_is_what_the_scanner_finds(text: str, start: str) -> None:
    data = (start + text).encode()
    position, line = 0, 1
    for entry, stop, next_line in deferred_entries(data, 0, 1):
        try:
            careful = scan_entry(data[position:].decode(), 0, "x.po", line)
        except CatalogError:
            # It looks one token ahead, as above.
            with pytest.raises(CatalogError):
                scan_entry(data[stop:].decode(), 0, "x.po", next_line)
            return
        assert careful is not None
        assert (entry.line, entry.msgstr_line) == (careful.entry.line, careful.entry.msgstr_line)
        assert (entry, stop) == (careful.entry, position + len(entry.raw))
        assert next_line == line + entry.raw.count("\n")
        position, line = stop, next_line


def test_an_entry_that_is_read_late_is_like_any_other() -> None:
    text = '# mine\n#. note\n#: a.md\n#, c-format, fuzzy\nmsgctxt "c"\nmsgid "a"\nmsgstr "\\"b\\""\n'
    plain = Entry(
        text,
        MessageKey("c", "a"),
        '"b"',
        fuzzy=True,
        notes=("note",),
        references=("a.md",),
        comments=("mine",),
        flags=("c-format", "fuzzy"),
    )

    def late() -> Entry:
        return read_catalog(text.encode(), "x.po").entries[0]

    assert late() == plain
    assert hash(late()) == hash(plain)
    assert repr(late()) == repr(replace(plain, line=6, msgstr_line=7))
    assert replace(late(), msgstr="c", forms=()) == replace(plain, msgstr="c")
    assert pickle.loads(pickle.dumps(late())) == plain
    assert copy.copy(late()) == plain
    assert (late().msgstr, late().notes, late().previous, late().translated) == ('"b"', ("note",), None, True)
    with pytest.raises(AttributeError, match="'Entry' object has no attribute 'msgtr'"):
        getattr(late(), "msgtr")  # noqa: B009
    with pytest.raises(FrozenInstanceError):
        setattr(late(), "msgstr", "c")  # noqa: B010


@pytest.mark.parametrize("without", ["deferred_entries", "match_entry"])
def test_the_careful_ways_read_every_legal_spelling_like_the_quick_ones(
    without: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [HEADER + text for text, _ in LEGAL.values()] + list(OBSOLETE.values()) + [LONG]

    def read() -> list[Catalog]:
        return [read_catalog(text.encode(), "x.po") for text in texts]

    def lines(catalogs: list[Catalog]) -> list[tuple[int, int]]:
        return [(entry.line, entry.msgstr_line) for catalog in catalogs for entry in catalog.entries]

    quick = read()
    monkeypatch.setattr(toolkit.catalog.po.reader, "deferred_entries", lambda *_: iter(()))
    if without == "match_entry":
        monkeypatch.setattr(toolkit.catalog.po.reader, "match_entry", lambda *_: None)
    assert read() == quick
    assert lines(read()) == lines(quick)


@pytest.mark.parametrize(
    "unit",
    [
        "# comment\n",
        "\n",
        '"',
        "msgid ",
        '#~ msgid "a"\n',
        'msgid "a"\n',
        "#|",
        '"a"\n',
        '#| msgid "a"\n',
        "\r",
        "\\",
        " ",
        "# \r",
        '#~ "a"\n',
        'msgid "\\n',
        'msgid "a"\nmsgstr ""\n"b"\n"\\303\\251"\n"',
    ],
)
@pytest.mark.parametrize(
    "start", ['msgid "a"\nmsgstr "b"\n', 'msgid "a"\nmsgstr "', "# ", '#~ msgid "a"\n#~ msgstr "b"\n']
)
def test_hostile_repetition_ends_quickly(start: str, unit: str) -> None:
    text = start + unit * (1_000_000 // len(unit))
    result = outcome(text)
    assert isinstance(result, CatalogError) or write_catalog(result) == text.encode()


def test_outside_files_come_back_byte_for_byte_and_say_what_polib_reads() -> None:
    files = sorted((outside_data() / "po").glob("*.po"))
    assert files
    for file in files:
        data = file.read_bytes()
        catalog = read_catalog(data, file.name)
        assert write_catalog(catalog) == data
        ours = [
            (entry.key.context, entry.key.text, entry.msgstr, entry.fuzzy, entry.obsolete, entry.comments)
            for entry in catalog.entries[1:]
        ]
        theirs = [
            (
                entry.msgctxt,
                entry.msgid,
                entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr,
                entry.fuzzy,
                bool(entry.obsolete),
                tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
            )
            for entry in polib.pofile(data.decode())
        ]
        assert ours == theirs
        assert catalog.header == polib.pofile(data.decode()).metadata
