"""Plural forms are those of the table, which gettext takes."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
from gettext import c2py
from pathlib import Path

import pytest

from tests.tools import require_tool
from tests.unit.languages.locale_tags import PLURAL_VALUES
from toolkit.languages import plural_table as table
from toolkit.languages.plurals import plural_forms
from toolkit.model.locale import LocaleTag

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = ROOT / "scripts" / "generate-plural-forms"


SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        ("en de es es_419 tr hu no ca@valencia", "nplurals=2; plural=(n != 1);"),
        ("fr pt pt_BR pt_AO fr_CA fa", "nplurals=2; plural=(n > 1);"),
        ("ja zh zh_CN zh_Hant zh_Hant_HK id ms my yue th", "nplurals=1; plural=0;"),
        ("ru uk sr sr@latin sh", f"nplurals=3; plural=({SLAVIC});"),
        ("oc_ES oc_Latn_ES@aranes", "nplurals=2; plural=(n != 1);"),
        ("oc oc_FR", "nplurals=2; plural=(n > 1);"),
    ],
)
def test_plural_forms_go_with_the_language_and_seldom_the_territory(texts: str, value: str) -> None:
    assert {plural_forms(LocaleTag.parse(text)) for text in texts.split()} == {value}


@pytest.mark.parametrize("value", PLURAL_VALUES)
def test_msgfmt_accepts_every_plural_forms_value(value: str, tmp_path: Path) -> None:
    count = int(value.removeprefix("nplurals=").split(";")[0])
    forms = "".join(f'msgstr[{index}] "%d text {index}"\n' for index in range(count))
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-11-03 12:00+0000\\n"\n'
        '"Last-Translator: A <a@example.org>\\n"\n"Language-Team: none\\n"\n'
        '"Language: xx\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {value}\\n"\n\n'
        f'#, c-format\nmsgid "%d text"\nmsgid_plural "%d texts"\n{forms}',
        encoding="utf-8",
    )
    done = subprocess.run(
        [require_tool("msgfmt"), "--check", "-o", os.devnull, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("value", PLURAL_VALUES)
def test_every_plural_form_is_reached_and_none_beyond(value: str) -> None:
    found = re.fullmatch(r"nplurals=([1-6]); plural=(.+);", value)
    assert found is not None
    form = c2py(found[2])
    assert {form(n) for n in (*range(1001), 100_000, 1_000_000)} == set(range(int(found[1])))


def test_the_table_is_what_the_script_writes() -> None:
    if importlib.util.find_spec("weblate_language_data") is None:
        pytest.skip("weblate-language-data is not installed: nothing to compare the table with")
    installed = importlib.metadata.version("weblate-language-data")
    if f"weblate-language-data {installed}." not in (table.__doc__ or ""):
        pytest.skip(f"weblate-language-data {installed} is installed; the table is of another version")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_language_of_weblate_keeps_its_value_in_the_shortened_table() -> None:
    data = pytest.importorskip("weblate_language_data.languages", reason="weblate-language-data is absent")
    installed = importlib.metadata.version("weblate-language-data")
    if f"weblate-language-data {installed}." not in (table.__doc__ or ""):
        pytest.skip(f"weblate-language-data {installed} is installed; the table is of another version")
    compared = 0
    for code, _name, count, formula in data.LANGUAGES:
        tag = LocaleTag.from_folder(code)
        if tag is None:
            continue
        wrapped = formula if formula.isdigit() else f"({formula})"
        assert plural_forms(tag) == f"nplurals={count}; plural={wrapped};", code
        compared += 1
    assert compared > 700
