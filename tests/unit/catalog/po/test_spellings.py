"""What other tools write, damage or choke on: each spelling is kept byte for byte, or refused by place."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tools import require_tool
from toolkit.catalog.po.edit import with_fuzzy, with_translations
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry, Previous
from toolkit.model.segment import MessageKey

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PLAIN = 'msgid "a"\nmsgstr "b"\n'


class Read(NamedTuple):
    """A file that is read: its text behind a header, its entries without raw text, and msgfmt's verdict."""

    text: str
    entries: tuple[Entry, ...]
    msgfmt: bool = True
    tail: str = ""


class Refused(NamedTuple):
    """A file that is refused: its bytes, the rule, line and column, and msgfmt's verdict."""

    data: bytes
    rule: str
    place: tuple[int, int]
    msgfmt: bool = False


def said(text: str = "a", msgstr: str = "b", **fields: object) -> Entry:
    """Return an entry without raw text."""
    return Entry("", MessageKey(None, text), msgstr, **fields)  # type: ignore[arg-type]


READ = {
    # The rows of what polib refuses, drops or changes.
    "#= introduces flags": Read(
        f"#= fuzzy, c-format\n{PLAIN}", (said(fuzzy=True, flags=("fuzzy", "c-format")),)
    ),
    "#, and #= both": Read(
        f"#, fuzzy\n#= c-format\n{PLAIN}", (said(fuzzy=True, flags=("fuzzy", "c-format")),)
    ),
    "flags without a blank": Read(f"#,fuzzy\n{PLAIN}", (said(fuzzy=True, flags=("fuzzy",)),)),
    "a comment without a blank": Read(f"#comment\n{PLAIN}", (said(comments=("comment",)),)),
    "an obsolete entry's earlier text": Read(
        '#~| msgid "z"\n#~ msgid "a"\n#~ msgstr "b"\n', (said(obsolete=True, previous=Previous("z")),)
    ),
    "an obsolete entry's notes and places": Read(
        '#. note\n#: a.md:3\n#~ msgid "a"\n#~ msgstr "b"\n',
        (said(obsolete=True, notes=("note",), references=("a.md:3",)),),
    ),
    "a name with blanks in #:": Read(
        f"#: \u2068a b.md\u2069:3 c.md:4\n{PLAIN}", (said(references=("a b.md:3", "c.md:4")),)
    ),
    "a long comment and a long note": Read(
        f"# {'mine ' * 60}\n#. {'note ' * 60}\n{PLAIN}",
        (said(comments=("mine " * 60,), notes=("note " * 60,)),),
    ),
    "places beyond 79 columns": Read(
        f"#:{' a/b/c.md:123' * 20}\n{PLAIN}", (said(references=("a/b/c.md:123",) * 20),)
    ),
    "line ends inside a wrapped text": Read(
        'msgid ""\n"one\\n"\n"two "\n"three\\n"\nmsgstr ""\n"eins\\nzwei "\n"drei\\n"\n',
        (said("one\ntwo three\n", "eins\nzwei drei\n"),),
    ),
    "Windows line ends": Read(
        '# mine\r\n#, fuzzy\r\nmsgid ""\r\n"a"\r\nmsgstr "b"\r\n',
        (said(comments=("mine",), fuzzy=True, flags=("fuzzy",)),),
    ),
    "comments behind the last entry": Read(
        f"{PLAIN}\n# the end\n#~ # really\n\n", (said(),), tail="\n# the end\n#~ # really\n\n"
    ),
    "U+2028 and U+0085 inside a text": Read(
        'msgid "a\u2028\x85b"\nmsgstr "c\x85\x0bd"\n', (said("a\u2028\x85b", "c\x85\x0bd"),)
    ),
    # What gettext allows.
    "several strings on a line": Read('msgid "a" "b"\nmsgstr "c" "d"\n', (said("ab", "cd"),)),
    "a keyword alone on its line": Read('msgid\n"a"\nmsgstr\n"b"\n', (said(),)),
    "no blank behind a keyword": Read('msgid"a"\nmsgstr"b"\n', (said(),)),
    "tabs and indents": Read('\tmsgid\t"a"\n  msgstr\t\t"b"\n\t"c"\n', (said(msgstr="bc"),)),
    "blanks in the brackets of a plural form": Read(
        'msgid "a"\nmsgid_plural "as"\nmsgstr[ 0 ] "b"\nmsgstr [1]\n"c"\n',
        (said(plural="as", forms=("b", "c")),),
    ),
    "an earlier text without a blank": Read(
        f'#, fuzzy\n#|msgid "z"\n{PLAIN}', (said(fuzzy=True, flags=("fuzzy",), previous=Previous("z")),)
    ),
    "an obsolete entry without blanks": Read('#~msgid "a"\n#~msgstr "b"\n', (said(obsolete=True),)),
    "an obsolete text on several lines": Read(
        '#~ msgid ""\n#~ "a"\n#~ msgstr ""\n#~ "b"\n#~ "c"\n', (said(msgstr="bc", obsolete=True),)
    ),
    "blank lines inside an entry": Read('msgid "a"\n\n"b"\n\nmsgstr "c"\n\n', (said("ab", "c"),), tail="\n"),
    "no blank line between entries": Read(f'{PLAIN}msgid "c"\nmsgstr "d"\n', (said(), said("c", "d"))),
    "a comment before an obsolete entry": Read(
        '# mine\n#~ msgid "a"\n#~ msgstr "b"\n', (said(obsolete=True, comments=("mine",)),)
    ),
    "doubled carriage returns": Read('msgid ""\r\r\n"a"\r\r\nmsgstr "b"\r\r\n', (said(),)),
    "an old pair kept beside the fuzzy one that came of it": Read(
        '#, fuzzy\n#| msgid "z"\nmsgid "a"\nmsgstr "b"\n\n#~ msgid "z"\n#~ msgstr "b"\n',
        (said(fuzzy=True, flags=("fuzzy",), previous=Previous("z")), said("z", obsolete=True)),
    ),
    # What msgfmt refuses, and is plain all the same.
    "an earlier text before the flags": Read(
        f'#| msgid "z"\n#, fuzzy\n{PLAIN}',
        (said(fuzzy=True, flags=("fuzzy",), previous=Previous("z")),),
        msgfmt=False,
    ),
    "an active and an obsolete entry of one msgid": Read(
        f'{PLAIN}\n#~ msgid "a"\n#~ msgstr "c"\n', (said(), said(msgstr="c", obsolete=True)), msgfmt=False
    ),
    "two obsolete entries of one msgid": Read(
        '#~ msgid "a"\n#~ msgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        (said(obsolete=True), said(msgstr="c", obsolete=True)),
        msgfmt=False,
    ),
    "a text that begins with a line end in one half": Read(
        'msgid "\\na"\nmsgstr "b"\n', (said("\na"),), msgfmt=False
    ),
}

HEADED = HEADER.encode()
REFUSED = {
    "a msgid twice": Refused(f'{HEADER}{PLAIN}\nmsgid "a"\nmsgstr "c"\n'.encode(), "po-duplicate", (7, 1)),
    "a msgid twice on one line": Refused(
        f'{HEADER}msgid "a" msgstr "b" msgid "a" msgstr "c"\n'.encode(),
        "po-duplicate",
        (4, 1),
        msgfmt=True,  # it only says so
    ),
    "an unresolved merge conflict": Refused(
        f"{HEADER}<<<<<<< HEAD\n{PLAIN}=======\n{PLAIN}>>>>>>> theirs\n".encode(), "po-conflict", (4, 1)
    ),
    "a conflict inside an entry": Refused(
        f'{HEADER}msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n'.encode(), "po-conflict", (5, 1)
    ),
    "another character set, true to it": Refused(
        HEADED.replace(b"UTF-8", b"ISO-8859-1") + b'msgid "a"\nmsgstr "\xe9"\n',
        "po-charset",
        (5, 9),
        msgfmt=True,
    ),
    "another character set, in letters of ASCII": Refused(
        HEADED.replace(b"UTF-8", b"KOI8-R") + PLAIN.encode(), "po-charset", (2, 35), msgfmt=True
    ),
    "another character set behind an odd entry": Refused(
        b'msgid"a"msgstr"\xc3\xa9"\nmsgid""\nmsgstr "charset=KOI8-R\\n"\n', "po-charset", (3, 9), msgfmt=True
    ),
    "a byte that is no UTF-8 far down": Refused(
        HEADED + b"".join(b'msgid "%d"\nmsgstr ""\n' % number for number in range(9)) + b"# \xff\n",
        "po-encoding",
        (22, 3),
        msgfmt=True,
    ),
    "a comment inside an entry": Refused(
        f'{HEADER}msgid "a"\n# c\nmsgstr "b"\n'.encode(), "po-syntax", (5, 1)
    ),
    "a second domain": Refused(f'{HEADER}domain "d"\n{PLAIN}'.encode(), "po-syntax", (4, 1), msgfmt=True),
    "a truncated text": Refused(f'{HEADER}msgid "a"\nmsgstr "b'.encode(), "po-syntax", (5, 8)),
}


@pytest.mark.parametrize("case", READ.values(), ids=READ)
def test_a_spelling_is_read_and_comes_back_byte_for_byte(case: Read) -> None:
    newline = "\r\n" if "\r\n" in case.text and "\r\r" not in case.text else "\n"
    data = (HEADER.replace("\n", newline) + case.text).encode()
    catalog = read_catalog(data, "x.po")
    assert tuple(replace(entry, raw="") for entry in catalog.entries[1:]) == case.entries
    assert (catalog.tail, catalog.newline) == (case.tail, newline)
    assert write_catalog(catalog) == data
    marked = read_catalog("\ufeff".encode() + data, "x.po")
    assert (marked.bom, marked.entries) == (True, catalog.entries)
    assert write_catalog(marked) == "\ufeff".encode() + data


@pytest.mark.parametrize("case", READ.values(), ids=READ)
def test_a_changed_translation_changes_the_lines_of_its_entry_alone(case: Read) -> None:
    catalog = read_catalog((HEADER + case.text).encode(), "x.po")
    for number, entry in enumerate(catalog.entries[1:], 1):
        changed = with_translations(entry, ["new"] * len(entry.translations), "\n")
        changed = with_fuzzy(changed, not entry.fuzzy, "\n")
        entries = (*catalog.entries[:number], changed, *catalog.entries[number + 1 :])
        again = read_catalog(write_catalog(replace(catalog, entries=entries)), "x.po")
        assert (again.entries, again.tail) == (entries, catalog.tail)
        kept = [
            line
            for line in entry.raw.split("\n")
            if line.lstrip(" #~|").startswith(("msgid", "msgctxt", ". ", ": "))
        ]
        assert all(line in changed.raw.split("\n") for line in kept if "msgstr" not in line)
        assert [line for line in entry.raw.split("\n") if line.startswith("# ")] == [
            line for line in changed.raw.split("\n") if line.startswith("# ")
        ]


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_refused_by_rule_and_place(case: Refused) -> None:
    with pytest.raises(CatalogError) as caught:
        read_catalog(case.data, "de/x.po")
    error = caught.value
    assert (error.rule, error.path, (error.line, error.column)) == (case.rule, "de/x.po", case.place)
    assert error.message
    assert error.hint or case.rule == "po-syntax"


MSGFMT = {
    **{title: ((HEADER + case.text).encode(), case.msgfmt) for title, case in READ.items()},
    **{title: (case.data, case.msgfmt) for title, case in REFUSED.items()},
    "a byte order mark": ("\ufeff".encode() + HEADED, False),
}


@pytest.mark.parametrize(("data", "accepts"), MSGFMT.values(), ids=MSGFMT)
def test_msgfmt_says_what_is_written_here_of_each_spelling(
    data: bytes, accepts: bool, tmp_path: Path
) -> None:
    (tmp_path / "x.po").write_bytes(data)
    command = [require_tool("msgfmt"), "-o", str(tmp_path / "x.mo"), str(tmp_path / "x.po")]
    assert (subprocess.run(command, capture_output=True, check=False).returncode == 0) == accepts
