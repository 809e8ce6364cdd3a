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
            '# toolkit: changed\n#: src/a.c:7\n#, fuzzy\n#| msgid "Open the window"\n'
            'msgid "Open the window"\nmsgid_plural "Open %d windows"\n'
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


def merged(files: Project, old: str, new: str, *options: str) -> str:
    """Return the old file after a merge that leaves nothing for a second one, and that msgfmt accepts."""
    files.write("old.po", old)
    files.write("new.pot", new)
    assert files.run("merge", *options, "old.po", "new.pot").code == 0
    after = files.read("old.po")
    assert "nothing to change" in files.run("merge", "old.po", "new.pot").err
    command = [require_tool("msgfmt"), "-c", "-o", "x.mo", "old.po"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return after


def entries(*texts: str, translated: bool = True) -> str:
    """Return entries of texts."""
    return "".join(f'\nmsgid "{text}"\nmsgstr "{text.upper() if translated else ""}"\n' for text in texts)


def test_a_sorted_file_stays_in_its_order_merge_after_merge(files: Project) -> None:
    old = HEADER + entries(*"abcdefghijkl")
    new = POT_HEADER + entries(*"lkjihgfedcba", "zebra", translated=False)
    after = merged(files, old, new)
    assert after.index('"a"') < after.index('"b"') < after.index('"k"')
    again = merged(files, after, new + entries("yak", translated=False))
    assert again.index('"a"') < again.index('"b"') < again.index('"k"')


def test_a_few_entries_in_an_order_of_their_own_keep_it_while_nothing_else_changes(files: Project) -> None:
    old = HEADER + entries("c", "a", "b")
    assert merged(files, old, POT_HEADER + entries("a", "b", "c", translated=False)) == old


def test_memories_of_one_name_do_not_hide_each_other(files: Project) -> None:
    files.write("one/old.po", HEADER + entries("one"))
    files.write("two/old.po", HEADER + entries("two"))
    options = ("--trust-memory", "--memory", "one/old.po", "--memory", "two/old.po")
    after = merged(files, HEADER, POT_HEADER + entries("one", "two", translated=False), *options)
    assert after.endswith(entries("one", "two"))


def test_an_empty_msgid_in_a_context_is_a_message(files: Project) -> None:
    old = HEADER + '\nmsgctxt "menu"\nmsgid ""\nmsgstr "Menü"\n' + entries("a")
    assert merged(files, old, POT_HEADER + '\nmsgctxt "menu"\nmsgid ""\nmsgstr ""\n' + entries("a")) == old


def test_a_text_that_a_program_fills_in_now_must_have_the_same_places(files: Project) -> None:
    old = HEADER + '\nmsgid "one %s two"\nmsgstr "eins zwei"\n\nmsgid "to %s"\nmsgstr "an %s"\n'
    new = POT_HEADER + "".join(
        f'\n#, c-format\nmsgid "{text}"\nmsgstr ""\n' for text in ("one %s two", "to %s")
    )
    after = merged(files, old, new)
    assert '\n#, fuzzy, c-format\nmsgid "one %s two"\nmsgstr "eins zwei"\n' in after
    assert '\n#, c-format\nmsgid "to %s"\nmsgstr "an %s"\n' in after


def test_a_file_without_header_gets_that_of_the_template(files: Project) -> None:
    header = POT_HEADER.replace("Language: ", "Language: de")
    after = merged(files, entries("a")[1:], header + entries("a", "b", translated=False))
    assert after == header + entries("a") + entries("b", translated=False)


def test_of_several_forms_the_first_that_says_something_is_kept(files: Project) -> None:
    old = HEADER + '\nmsgid "a file here"\nmsgid_plural "files"\nmsgstr[0] ""\nmsgstr[1] "Dateien"\n'
    after = merged(files, old, POT_HEADER + entries("a file there", translated=False))
    assert '\nmsgid "a file there"\nmsgstr "Dateien"\n' in after


def test_prune_takes_no_file_for_a_number_of_days(files: Project) -> None:
    old = HEADER + entries("a") + '\n#~ msgid "b"\n#~ msgstr "B"\n'
    assert merged(files, old, POT_HEADER + entries("a", translated=False), "--prune") == HEADER.replace(
        "POT-Creation-Date: 2020-01-01", "POT-Creation-Date: 2026-11-22"
    ) + entries("a")


def test_back_at_the_text_that_its_translation_is_of_an_entry_names_no_other(files: Project) -> None:
    old = HEADER + '\n#, fuzzy\n#| msgid "one two three five"\nmsgid "one two three six"\nmsgstr "EINS"\n'
    after = merged(files, old, POT_HEADER + entries("one two three five", translated=False))
    assert '#, fuzzy\nmsgid "one two three five"\nmsgstr "EINS"\n' in after


def test_what_a_person_wrote_into_a_guess_is_kept_beside_a_better_translation(files: Project) -> None:
    old = HEADER + (
        '\n# ask Anna first\n# toolkit: changed\n#, fuzzy\nmsgid "a"\nmsgstr "human draft"\n'
        '\n#~ msgid "a"\n#~ msgstr "earlier one"\n'
    )
    after = merged(files, old, POT_HEADER + entries("a", translated=False))
    assert after.endswith(
        '\n# ask Anna first\n# other translation: human draft\nmsgid "a"\nmsgstr "earlier one"\n'
    )


def test_a_link_stays_a_link(files: Project) -> None:
    (files.root / "link.po").symlink_to("old.po")
    files.run("merge", "link.po", "new.pot")
    assert (files.root / "link.po").is_symlink()
    assert files.read("old.po") == AFTER
    assert files.run("merge", "old.po", "new.pot", "-o", "/dev/null").code == 0
