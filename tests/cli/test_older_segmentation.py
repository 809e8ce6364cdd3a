"""A catalog whose keys an older segmentation made keeps its translations as translated."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.cli.project import MakeProject, Project
from tests.tools import require_tool
from toolkit.markdown.earlier_segmentations import EARLIER, EarlierSegmentation
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey, Segment

PO = "locales/de/LC_MESSAGES/a.po"
SOURCE = """\
# Fever

Drink plenty
of water,
and rest.

- One line.
- Two
  lines.
"""
OLD = """\
msgid ""
msgstr ""
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Toolkit-Segmentation: {segmentation}\\n"

#. type: heading 1
#: source/a.md
msgid "Fever"
msgstr "Fieber"

# ask a nurse
#. type: paragraph, under: Fever
#: source/a.md
msgid ""
"Drink plenty\\n"
"of water,\\n"
"and rest."
msgstr ""
"Viel\\n"
"trinken und ruhen."

#. type: list item, under: Fever
#: source/a.md
msgid "One line."
msgstr "Eine Zeile."

#. type: list item, under: Fever
#: source/a.md
#, fuzzy
msgid ""
"Two\\n"
"lines."
msgstr "Zwei Zeilen?"
"""


def lines_kept(document: Document, nesting: int) -> Iterable[Segment]:
    """Return the segments of an invented older rule: soft line breaks stayed in the text."""
    for segment in parse_document(document, nesting).segments:
        text = "\n".join(document.text[start:stop].strip() for start, stop in segment.spans)
        yield replace(segment, key=MessageKey(segment.key.context, text))


@pytest.fixture
def older(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project whose German catalog the older rule made."""
    monkeypatch.setitem(
        EARLIER, "0; gfm", EarlierSegmentation(lines_kept, lambda text: text.replace("\n", " "))
    )
    return project({"source/a.md": SOURCE, PO: OLD.format(segmentation="0; gfm")})


AFTER = {
    "Fever": ("Fieber", False, False),
    "Drink plenty of water, and rest.": ("Viel trinken und ruhen.", False, False),
    "One line.": ("Eine Zeile.", False, False),
    "Two lines.": ("Zwei Zeilen?", True, False),
}


def test_every_translation_is_kept_as_it_was(older: Project) -> None:
    out = older.done("extract")
    assert f"updated {PO} (2 migrated)" in out
    assert older.entries(PO) == AFTER
    assert '"X-Toolkit-Segmentation: 1; gfm\\n"' in older.read(PO)
    assert "# ask a nurse\n" in older.read(PO)
    assert "#~" not in older.read(PO)
    assert "nothing to change" in older.done("extract")


def test_also_where_msgmerge_has_been_there_before(older: Project) -> None:
    older.done("extract", "--pot-only")
    command = [require_tool("msgmerge"), "-q", "--previous", "--no-wrap", "-U", "--backup=off", PO]
    subprocess.run([*command, "locales/a.pot"], cwd=older.root, check=True)
    assert "#, fuzzy" in older.read(PO)
    older.done("extract")
    assert older.entries(PO) | {"Two lines.": AFTER["Two lines."]} == AFTER


def test_translations_of_texts_that_changed_meanwhile_are_found_by_likeness(older: Project) -> None:
    older.write("source/a.md", SOURCE.replace("and rest.", "and sleep well."))
    older.done("extract")
    entries = older.entries(PO)
    assert entries["Drink plenty of water, and sleep well."] == ("Viel\ntrinken und ruhen.", True, False)
    assert entries["Drink plenty\nof water,\nand rest."] == ("Viel\ntrinken und ruhen.", False, True)


def test_a_catalog_of_a_newer_toolkit_is_left_alone(older: Project) -> None:
    older.write(PO, OLD.format(segmentation="2; gfm"))
    before = older.read(PO)
    ran = older.run("extract")
    assert ran.code == 3
    assert f'{PO}: error[po-segmentation] its messages are of segmentation "2; gfm", newer than 1' in ran.err
    assert older.read(PO) == before


def test_a_rule_that_nobody_knows_loses_nothing(older: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(EARLIER, "0; gfm")
    older.done("extract")
    entries = older.entries(PO)
    assert entries["Drink plenty of water, and rest."][0] == "Viel\ntrinken und ruhen."
    assert {msgstr for msgstr, _, _ in entries.values()} >= {"Fieber", "Eine Zeile.", "Zwei Zeilen?"}


def test_a_catalog_of_a_newer_toolkit_is_left_alone_also_without_its_article(older: Project) -> None:
    older.write(PO, OLD.format(segmentation="2; gfm"))
    older.write("source/b.md", "Something else.\n")
    (older.root / "source/a.md").unlink()
    before = older.read(PO)
    ran = older.run("extract")
    assert (ran.code, "po-segmentation" in ran.err) == (3, True)
    assert older.read(PO) == before


def test_a_translation_that_the_new_key_has_already_is_kept_too(older: Project) -> None:
    known = '\n#~ msgid "Drink plenty of water, and rest."\n#~ msgstr "Trinke viel."\n'
    older.write(PO, OLD.format(segmentation="0; gfm") + known)
    older.done("extract")
    entry = older.entries(PO)["Drink plenty of water, and rest."]
    text = older.read(PO)
    assert entry[1:] == (False, False)
    assert all(words in text for words in ("Trinke viel.", "trinken und ruhen.", "# ask a nurse"))
