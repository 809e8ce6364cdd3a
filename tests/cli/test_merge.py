"""``toolkit merge``: any PO file brought up to any template."""

from __future__ import annotations

import subprocess

import pytest

from tests.cli.project import MakeProject, Project
from tests.tools import require_tool

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: p\\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"
"PO-Revision-Date: 2020-01-01 00:00+0000\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
POT_HEADER = HEADER.replace("2020-01-01", "2026-11-22").replace("Language: de", "Language: ")
OLD = (
    HEADER
    + """
#: src/a.c:1
#, c-format
msgid "%d file was copied to the folder"
msgid_plural "%d files were copied to the folder"
msgstr[0] "%d Datei wurde kopiert"
msgstr[1] "%d Dateien wurden kopiert"

#: src/a.c:7
msgid "Open the window"
msgstr "Fenster öffnen"

#: src/b.c:3
msgctxt "menu"
msgid "Close"
msgstr "Schließen"
"""
)
NEW = (
    POT_HEADER
    + """
#: src/a.c:2
#, c-format
msgid "%d file was copied to the folder"
msgid_plural "%d files were copied to the folder"
msgstr[0] ""
msgstr[1] ""

#. A verb
#: src/a.c:8
msgid "Open the windows"
msgstr ""

#: src/b.c:3
msgctxt "menu"
msgid "Close"
msgstr ""

#: src/c.c:1
#, c-format
msgid "%d new message"
msgid_plural "%d new messages"
msgstr[0] ""
msgstr[1] ""
"""
)
AFTER = (
    HEADER.replace("POT-Creation-Date: 2020-01-01", "POT-Creation-Date: 2026-11-22")
    + """
#: src/a.c:2
#, c-format
msgid "%d file was copied to the folder"
msgid_plural "%d files were copied to the folder"
msgstr[0] "%d Datei wurde kopiert"
msgstr[1] "%d Dateien wurden kopiert"

# toolkit: changed
#. A verb
#: src/a.c:8
#, fuzzy
#| msgid "Open the window"
msgid "Open the windows"
msgstr "Fenster öffnen"

#: src/b.c:3
msgctxt "menu"
msgid "Close"
msgstr "Schließen"

#: src/c.c:1
#, c-format
msgid "%d new message"
msgid_plural "%d new messages"
msgstr[0] ""
msgstr[1] ""

# toolkit: obsolete since 2023-11-14
#~ msgid "Open the window"
#~ msgstr "Fenster öffnen"
"""
)


@pytest.fixture
def files(project: MakeProject) -> Project:
    """Return a folder with an old PO file and a new template, and no project of ours."""
    made = project({"old.po": OLD, "new.pot": NEW})
    (made.root / "babel.cfg").unlink()
    return made


def test_the_file_itself_is_brought_up(files: Project) -> None:
    ran = files.run("merge", "old.po", "new.pot")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "updated old.po (1 changed, 1 new)\n  changed (words): Open the [-window-]{+windows+}\n"
    )
    assert files.read("old.po") == AFTER


def test_another_file_and_the_standard_output_take_the_result(files: Project) -> None:
    files.run("merge", "old.po", "new.pot", "-o", "out.po")
    assert files.read("out.po") == AFTER
    assert files.read("old.po") == OLD
    assert (
        files.program("merge", "-q", "old.po", "new.pot", "-o", "-", SOURCE_DATE_EPOCH="1700000000").out
        == AFTER
    )


def test_a_second_merge_gives_the_bytes_back(files: Project) -> None:
    files.run("merge", "old.po", "new.pot")
    ran = files.run("merge", "old.po", "new.pot")
    assert (ran.code, ran.err) == (0, "old.po: nothing to change.\n")
    assert files.read("old.po") == AFTER


def test_msgfmt_accepts_the_result_and_msgmerge_finds_nothing_to_do(files: Project) -> None:
    files.run("merge", "old.po", "new.pot")
    done = subprocess.run(
        [require_tool("msgfmt"), "-c", "-o", "x.mo", "old.po"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run(
        [require_tool("msgmerge"), "--previous", "--no-wrap", "-q", "old.po", "new.pot"],
        capture_output=True,
        check=True,
    )
    assert (done.stdout.decode(), done.stderr) == (AFTER, b"")


def test_a_memory_offers_and_a_trusted_one_translates(files: Project) -> None:
    files.write("other.po", HEADER + '\nmsgid "Save"\nmsgstr "Sichern"\n')
    files.write("new.pot", NEW + '\nmsgid "Save"\nmsgstr ""\n')
    files.run("merge", "old.po", "new.pot", "--memory", "other.po", "-o", "out.po")
    assert (
        files.read("out.po").count(
            '# toolkit: suggested from other\n#, fuzzy\nmsgid "Save"\nmsgstr "Sichern"\n'
        )
        == 1
    )
    files.run("merge", "old.po", "new.pot", "--memory", "other.po", "--trust-memory", "-o", "out.po")
    assert '\n\nmsgid "Save"\nmsgstr "Sichern"\n' in files.read("out.po")


@pytest.mark.parametrize(
    ("plural", "entry"),
    [
        (
            'msgid_plural "Open %d windows"\nmsgstr[0] ""\nmsgstr[1] ""\n',
            '#, fuzzy\n#| msgid "Open the window"\nmsgid "Open the window"\nmsgid_plural "Open %d windows"\n'
            'msgstr[0] "Fenster öffnen"\nmsgstr[1] "Fenster öffnen"\n',
        ),
        ('msgstr ""\n', 'msgid "Open the window"\nmsgstr "Fenster öffnen"\n'),
    ],
    ids=["a plural comes", "as it was"],
)
def test_a_plural_that_comes_makes_the_entry_fuzzy(files: Project, plural: str, entry: str) -> None:
    files.write("new.pot", POT_HEADER + f'\n#: src/a.c:7\nmsgid "Open the window"\n{plural}')
    files.run("merge", "old.po", "new.pot")
    assert entry in files.read("old.po")


def test_what_cannot_be_read_is_one_clear_line(files: Project) -> None:
    files.write("broken.po", HEADER + '\nmsgid "a\nmsgstr "b"\n')
    ran = files.run("merge", "broken.po", "new.pot")
    assert ran.code == 3
    assert ran.err.startswith("broken.po:14:7: error[po-syntax] ")
    ran = files.run("merge", "old.po", "none.pot")
    assert (ran.code, ran.err) == (3, "none.pot: error[po-unreadable] there is no such file\n")
    assert files.read("old.po") == OLD
