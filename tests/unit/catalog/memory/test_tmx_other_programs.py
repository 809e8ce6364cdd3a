"""Translate Toolkit reads what we write, and we read what it writes: the same pairs, both ways."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data import outside_data
from tests.tools import require_tool
from toolkit.catalog.memory.gathering import Part, gather
from toolkit.catalog.memory.pairs import pairs_of
from toolkit.catalog.memory.tmx_reader import read_tmx
from toolkit.catalog.memory.tmx_writer import tmx_text
from toolkit.catalog.po.reader import read_catalog
from toolkit.model.locale import LocaleTag

EN = LocaleTag.parse("en")
SMALL = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Some **bold** & <b>html</b>, \"quoted\".\nA second line, ]]>"
msgstr "Du **gras** & <b>html</b>, « cité ».\n  Une ligne, ]]>\t"

msgctxt "title"
msgid "Tea 🍵"
msgstr "Thé 🍵"

#, fuzzy
msgid "fuzzy"
msgstr "flou"

msgid "untranslated"
msgstr ""

msgid "one cup"
msgid_plural "many cups"
msgstr[0] "une tasse"
msgstr[1] "des tasses"
"""
THEIR_READER = """
import json, sys
from translate.storage.tmx import tmxfile
store = tmxfile.parsefile(sys.argv[1])
store.settargetlanguage(sys.argv[2])
print(json.dumps([[unit.getcontext(), unit.source, unit.target] for unit in store.units]))
"""


def po_file(name: str, folder: Path) -> Path:
    if name != "small":
        return outside_data() / "po" / name
    path = folder / "small.po"
    path.write_text(SMALL.lstrip(), encoding="utf-8")
    return path


def active_pairs(path: Path) -> list[list[str]]:
    catalog = read_catalog(path.read_bytes(), path.name)
    gone = {entry.key for entry in catalog.entries if entry.obsolete}
    pairs = [[key.context or "", key.text, target] for key, target, _line in pairs_of(catalog)]
    assert pairs
    return [pair for pair in pairs if (pair[0] or None, pair[1]) not in gone]


FILES = pytest.mark.parametrize(
    ("name", "tag"),
    [("small", "fr"), ("comprehensive-rust.ar.po", "ar"), ("comprehensive-rust.ja.po", "ja")],
)


@FILES
def test_they_read_what_we_write(tmp_path: Path, name: str, tag: str) -> None:
    require_tool("po2tmx")
    path = po_file(name, tmp_path)
    catalog = read_catalog(path.read_bytes(), path.name)
    units = gather([Part("book", LocaleTag.parse(tag), catalog)]).units
    (tmp_path / "ours.tmx").write_bytes(tmx_text(units, EN, "1"))
    read = subprocess.run(
        [sys.executable, "-c", THEIR_READER, "ours.tmx", tag], cwd=tmp_path, capture_output=True, check=True
    )
    expected = {(key.context or "", key.text, target) for key, target, _line in pairs_of(catalog)}
    theirs = [tuple(pair) for pair in json.loads(read.stdout)]
    assert set(theirs) == expected
    assert len(theirs) == len(expected)


@FILES
def test_we_read_what_they_write(tmp_path: Path, name: str, tag: str) -> None:
    path = po_file(name, tmp_path)
    subprocess.run(
        [require_tool("po2tmx"), "-l", tag, "--progress=none", str(path), "theirs.tmx"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    units = read_tmx((tmp_path / "theirs.tmx").read_bytes(), "theirs.tmx", EN).units
    assert [[unit.context or "", unit.source, unit.targets[0][1]] for unit in units] == active_pairs(path)
    assert {tag_ for unit in units for tag_, _text in unit.targets} == {LocaleTag.parse(tag)}
