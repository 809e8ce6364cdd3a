from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools import require_tool
from toolkit.catalog.memory.compendium import Addition, new_compendium, with_pairs
from toolkit.catalog.memory.pairs import Pair
from toolkit.catalog.po.header import HeaderSettings
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.model.catalog import Catalog
from toolkit.model.segment import MessageKey

SETTINGS = HeaderSettings("garden", "", "en", "l10n-toolkit 1", "")
NEW = """\
# Spanish translation memory
msgid ""
msgstr ""
"Project-Id-Version: garden\\n"
"PO-Revision-Date: 2026-11-22 15:00+0000\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Source-Language: en\\n"
"X-Generator: l10n-toolkit 1\\n"

msgid "Tea"
msgstr "Té"

# other translation: La taza
# other translation: Un \\"vaso\\"\\nalto
msgctxt "title"
msgid "Cup"
msgstr "Taza"
"""


def new() -> Catalog:
    return new_compendium(
        SETTINGS,
        "memory.po",
        "es",
        "nplurals=2; plural=(n != 1);",
        "2026-11-22 15:00+0000",
        ["Spanish translation memory"],
    )


def pair(source: str, target: str, context: str | None = None) -> Pair:
    return Pair(MessageKey(context, source), target)


def added(text: str, *pairs: Pair) -> tuple[str, Addition]:
    addition = with_pairs(read_catalog(text.encode(), "memory.po"), pairs)
    return write_catalog(addition.catalog).decode(), addition


def test_a_new_memory_is_a_po_file_that_other_programs_accept(tmp_path: Path) -> None:
    addition = with_pairs(
        new(),
        [
            pair("Tea", "Té"),
            pair("Cup", "Taza", "title"),
            pair("Cup", "La taza", "title"),
            pair("Tea", "Té", ""),
            pair("Cup", 'Un "vaso"\nalto', "title"),
        ],
    )
    assert (addition.new, addition.known, addition.other) == (2, 0, 2)
    written = write_catalog(addition.catalog)
    assert written.decode() == NEW
    (tmp_path / "memory.po").write_bytes(written)
    checked = subprocess.run(
        [require_tool("msgfmt"), "-c", "-o", "-", "memory.po"], cwd=tmp_path, capture_output=True, check=True
    )
    assert checked.stderr == b""


def test_what_is_known_changes_nothing() -> None:
    catalog = read_catalog(NEW.encode(), "memory.po")
    addition = with_pairs(
        catalog,
        [pair("Tea", "Té"), pair("Cup", 'Un "vaso"\nalto', "title"), pair("Cup", "La taza", "title")],
    )
    assert addition == Addition(catalog, 0, 3, 0)
    assert addition.catalog is catalog


OWN = """\
# Kept as it is:
 msgid   "Tea"
msgstr "T"  "é"

#~ msgid "Old"
#~ msgstr "Viejo"
# the end"""


def test_entries_keep_their_bytes_and_new_ones_stand_before_what_follows_the_last() -> None:
    text, addition = added(OWN, pair("Cup", "Taza"), pair("Tea", "Té"), pair("Old", "Viejo"))
    assert (addition.new, addition.known, addition.other) == (1, 2, 0)
    assert text == OWN.replace("# the end", '\nmsgid "Cup"\nmsgstr "Taza"\n# the end')


def test_another_translation_becomes_a_comment_and_the_first_stays() -> None:
    text, addition = added(OWN, pair("Tea", "Infusión"), pair("Old", "Antiguo"))
    assert (addition.new, addition.known, addition.other) == (0, 0, 2)
    assert text == OWN.replace("it is:\n", "it is:\n# other translation: Infusión\n").replace(
        "#~ msgid", "# other translation: Antiguo\n#~ msgid"
    )


def test_two_entries_on_one_line_are_parted_where_a_comment_comes_between() -> None:
    text, _addition = added('msgid "A" msgstr "B" msgid "C" msgstr "D"\n', pair("C", "E"))
    assert text == 'msgid "A" msgstr "B"\n# other translation: E\n msgid "C" msgstr "D"\n'
    assert added(text, pair("C", "E"))[0] == text


def test_a_file_keeps_its_line_ends_and_a_last_line_without_one_gets_one() -> None:
    text, _addition = added('msgid "A"\r\nmsgstr "B"\r\n\r\nmsgid "C"\r\nmsgstr "D"', pair("E", "F"))
    assert text == (
        'msgid "A"\r\nmsgstr "B"\r\n\r\nmsgid "C"\r\nmsgstr "D"\r\n\r\nmsgid "E"\r\nmsgstr "F"\r\n'
    )


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        ("a", "\n\nb\n", "b"),
        ("\na\n", "b", "\nb\n"),
        ("a\n", "\nb", "b\n"),
        ("a", "b", "b"),
    ],
)
def test_a_translation_begins_and_ends_as_its_text_for_gettext_asks_for_it(
    source: str, target: str, kept: str
) -> None:
    addition = with_pairs(new(), [pair(source, target)])
    assert addition.catalog.entries[-1].msgstr == kept


def test_new_entries_are_wrapped_as_the_file_is(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    (tmp_path / "long.po").write_text(f'msgid "{words}"\nmsgstr "{words}"\n', encoding="utf-8")
    wrapped = subprocess.run(
        [require_tool("msgcat"), "long.po"], cwd=tmp_path, capture_output=True, check=True
    ).stdout.decode()
    text, _addition = added(wrapped, pair(f"A {words}", f"B {words}"))
    assert text.startswith(wrapped)
    (tmp_path / "both.po").write_text(text, encoding="utf-8")
    again = subprocess.run([require_tool("msgcat"), "both.po"], cwd=tmp_path, capture_output=True, check=True)
    assert again.stdout.decode() == text
