"""A new header pleases msgfmt, and setting a field changes its line alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools import require_tool
from toolkit.catalog.po.header import (
    HeaderSettings,
    header_fields,
    new_catalog_header,
    new_template_header,
    with_header_field,
)
from toolkit.catalog.po.reader import read_catalog
from toolkit.model.catalog import Entry

SETTINGS = HeaderSettings(
    "Health articles", "https://example.org/issues", "en", "l10n-toolkit 0.1.0", "1; gfm"
)
DATE = "2026-11-22 15:00+0000"


def header(text: str) -> Entry:
    """Return the first entry of a file."""
    return read_catalog(text.encode(), "x.po").entries[0]


def test_a_new_template_has_no_plural_forms_and_no_language() -> None:
    entry = new_template_header(SETTINGS, DATE)
    assert entry == header(entry.raw)
    assert entry.raw == (
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: Health articles\\n"\n'
        '"Report-Msgid-Bugs-To: https://example.org/issues\\n"\n'
        '"POT-Creation-Date: 2026-11-22 15:00+0000\\n"\n'
        '"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n'
        '"Last-Translator: \\n"\n'
        '"Language-Team: \\n"\n'
        '"Language: \\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"X-Source-Language: en\\n"\n'
        '"X-Toolkit-Segmentation: 1; gfm\\n"\n'
        '"X-Generator: l10n-toolkit 0.1.0\\n"\n'
    )


def test_a_new_catalog_says_who_it_is_for_and_leaves_the_translator_s_fields_empty() -> None:
    entry = new_catalog_header(SETTINGS, "pt_BR", "nplurals=2; plural=(n > 1);", DATE, ("Saúde", ""))
    assert entry == header(entry.raw)
    assert (entry.line, entry.msgstr_line) == (3, 4)
    assert entry.raw.startswith('# Saúde\n#\nmsgid ""\nmsgstr ""\n"Project-Id-Version')
    assert header_fields(entry) == {
        "Project-Id-Version": "Health articles",
        "Report-Msgid-Bugs-To": "https://example.org/issues",
        "POT-Creation-Date": DATE,
        "PO-Revision-Date": DATE,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": "pt_BR",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
        "X-Source-Language": "en",
        "X-Poedit-Basepath": "../../..",
        "X-Toolkit-Segmentation": "1; gfm",
        "X-Generator": "l10n-toolkit 0.1.0",
    }


def test_msgfmt_has_nothing_to_say_about_a_new_catalog(tmp_path: Path) -> None:
    entry = new_catalog_header(SETTINGS, "de", "nplurals=2; plural=(n != 1);", DATE, ("German",))
    (tmp_path / "de.po").write_bytes(f'{entry.raw}\nmsgid "a"\nmsgstr "b"\n'.encode())
    command = [require_tool("msgfmt"), "-c", "-o", str(tmp_path / "de.mo"), str(tmp_path / "de.po")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_msgmerge_and_msgcat_leave_a_new_catalog_as_it_is(tmp_path: Path) -> None:
    header_of_catalog = new_catalog_header(SETTINGS, "de", "nplurals=2; plural=(n != 1);", DATE)
    catalog = f'{header_of_catalog.raw}\nmsgid "a"\nmsgstr ""\n'
    template = f'{new_template_header(SETTINGS, DATE).raw}\nmsgid "a"\nmsgstr ""\n'
    (tmp_path / "x.po").write_bytes(catalog.encode())
    (tmp_path / "x.pot").write_bytes(template.encode())
    merge = [require_tool("msgmerge"), "--no-wrap", "--previous", "-q", "x.po", "x.pot"]
    assert subprocess.run(merge, cwd=tmp_path, capture_output=True, check=True).stdout.decode() == catalog
    for name, text in (("x.po", catalog), ("x.pot", template)):
        done = subprocess.run(
            [require_tool("msgcat"), "--no-wrap", name], cwd=tmp_path, capture_output=True, check=True
        )
        assert done.stdout.decode() == text


def test_a_newline_in_a_setting_makes_no_further_field() -> None:
    settings = HeaderSettings("a\r\nLanguage: xx\nb", "", "en", "g", "1")
    assert header_fields(new_template_header(settings, DATE))["Project-Id-Version"] == "a Language: xx b"


CHANGES = {
    "a line of its own": (
        '# c\n#, fuzzy\nmsgid ""\nmsgstr ""\n"A: 1\\n"\n"B: 2\\n"\n"BB: 3\\n"\n',
        '# c\n#, fuzzy\nmsgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"\n"BB: 3\\n"\n',
    ),
    "without blank after the colon": (
        'msgid ""\nmsgstr ""\n"B:2\\n"\n"A:1\\n"\n',
        'msgid ""\nmsgstr ""\n"B: new\\n"\n"A:1\\n"\n',
    ),
    "Windows line endings": (
        'msgid ""\r\nmsgstr ""\r\n"B: 2\\n"\r\n"A: 1\\n"\r\n',
        'msgid ""\r\nmsgstr ""\r\n"B: new\\n"\r\n"A: 1\\n"\r\n',
    ),
    "wrapped over lines": (
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n"B: long "\n"and \\"longer\\" "\n"\\n"\n"C: 3\\n"\n',
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"\n"C: 3\\n"\n',
    ),
    "absent": (
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n',
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"\n',
    ),
    "absent, Windows line endings": (
        'msgid ""\r\nmsgstr ""\r\n"A: 1\\n"\r\n',
        'msgid ""\r\nmsgstr ""\r\n"A: 1\\n"\r\n"B: new\\n"\r\n',
    ),
    "absent, no final newline": (
        'msgid ""\nmsgstr ""\n"A: 1\\n"',
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"',
    ),
    "absent in an empty header": ('msgid ""\nmsgstr ""\n', 'msgid ""\nmsgstr ""\n"B: new\\n"\n'),
    "absent, the last field open": (
        'msgid ""\nmsgstr ""\n"A: 1"\n',
        'msgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"\n',
    ),
    "all on one line": (
        '# c\nmsgid ""\nmsgstr "A: 1\\nB: 2\\nC: 3\\n"\n',
        '# c\nmsgid ""\nmsgstr ""\n"A: 1\\n"\n"B: new\\n"\n"C: 3\\n"\n',
    ),
    "repeated": (
        'msgid ""\nmsgstr ""\n"B: 2\\n"\n"B: 3\\n"\n',
        'msgid ""\nmsgstr ""\n"B: new\\n"\n"B: 3\\n"\n',
    ),
    "named in a comment, too": (
        '# "B: 2\\n"\nmsgid ""\nmsgstr ""\n"B: 2\\n"\n',
        '# "B: 2\\n"\nmsgid ""\nmsgstr ""\n"B: new\\n"\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_setting_a_field_changes_its_line_alone(before: str, after: str) -> None:
    newline = "\r\n" if "\r" in before else "\n"
    changed = with_header_field(header(before), "B", "new", newline)
    assert changed.raw == after
    assert changed == header(after)
    assert with_header_field(changed, "B", "new", newline) is changed
