"""``toolkit extract`` from end to end: what it writes, and all that it leaves alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from tests.cli.project import EPOCH, REPOSITORY, MakeProject, Project, first_lines
from tests.tools import require_tool
from toolkit.pipeline import locale_catalogs
from toolkit.workspace.write import replace_if_unchanged

ARTICLE = """\
---
title: Stem cells
---

# Stem cells

A first paragraph with **bold words**, long enough that a program that wraps lines will wrap it somewhere.

- one item
- another item with 100% certainty

| A | B |
|---|---|
| a \\| b | "quoted" and \\\\ a backslash |

A line with a hard break\\
and its second line.
"""
PO = "locales/es/LC_MESSAGES/article.po"
POT = "locales/article.pot"


def upper(msgid: str) -> str:
    return msgid.upper().replace("**BOLD WORDS**", "**ÑANDÚES**")


@pytest.fixture
def extracted(project: MakeProject) -> Project:
    made = project({"source/article.md": ARTICLE}, "es")
    made.done("extract")
    return made


@pytest.fixture
def translated(extracted: Project) -> Project:
    extracted.translate(PO, upper)
    return extracted


def test_a_first_run_creates_templates_and_the_po_files_of_every_locale(project: MakeProject) -> None:
    made = project({"source/article.md": "# One\n\nTwo\n", "source/sub/b.md": "Three\n"}, "es", "pt_BR")
    assert made.done("extract") == (
        "created locales/es/LC_MESSAGES/article.po (2 messages)\n"
        "created locales/es/LC_MESSAGES/sub.b.po (1 message)\n"
        "created locales/pt_BR/LC_MESSAGES/article.po (2 messages)\n"
        "created locales/pt_BR/LC_MESSAGES/sub.b.po (1 message)\n"
        "created locales/article.pot (2 messages)\n"
        "created locales/sub.b.pot (1 message)\n"
        "2 articles, 3 messages: 6 files changed.\n"
    )
    assert made.entries(PO) == {"One": ("", False, False), "Two": ("", False, False)}
    for path in made.contents("locales"):
        subprocess.run([require_tool("msgfmt"), "-c", "-o", "/dev/null", path], cwd=made.root, check=True)


def test_a_second_run_changes_no_byte_and_touches_no_file(translated: Project) -> None:
    before = translated.state()
    assert translated.done("extract") == "1 article, 10 messages: nothing to change in 2 files.\n"
    assert translated.state() == before


def test_a_later_clock_alone_changes_nothing(translated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = translated.state()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    translated.done("extract")
    assert translated.state() == before


def test_check_writes_nothing_and_exits_with_1_only_where_files_would_change(project: MakeProject) -> None:
    made = project({"source/article.md": ARTICLE}, "es")
    before = made.state()
    ran = made.run("extract", "--check")
    assert ran.code == 1
    assert f"would create {POT} (10 messages)\n" in ran.out
    assert made.state() == before
    made.done("extract")
    assert made.run("extract", "--check").code == 0


def test_a_difference_is_one_that_git_applies(translated: Project, tmp_path: Path) -> None:
    translated.write("source/article.md", ARTICLE.replace("one item", "one other item"))
    before = translated.state()
    ran = translated.run("extract", "--diff")
    assert (ran.code, ran.err, translated.state()) == (0, "", before)
    assert translated.run("extract", "--diff", "--check").code == 1
    copy = tmp_path / "copy"
    shutil.copytree(translated.root, copy)
    subprocess.run([require_tool("git"), "apply", "-"], input=ran.out.encode(), cwd=copy, check=True)
    translated.done("extract")
    patched = {p.relative_to(copy).as_posix(): p.read_bytes() for p in copy.rglob("*") if p.is_file()}
    assert patched == translated.contents()


def test_pot_only_leaves_po_files_alone(translated: Project) -> None:
    before = translated.contents()
    translated.write("source/article.md", ARTICLE + "\nA new one.\n")
    assert translated.done("extract", "--pot-only").startswith(f"updated {POT}")
    after = translated.contents()
    assert {path for path in after if after[path] != before[path]} == {"source/article.md", POT}


def test_only_the_locales_asked_for_are_updated(project: MakeProject) -> None:
    made = project({"source/article.md": ARTICLE}, "es", "ar", "pt_BR")
    made.done("extract", "-l", "pt-br", "--locale", "ar")
    assert sorted(made.contents("locales")) == [
        "locales/ar/LC_MESSAGES/article.po",
        POT,
        "locales/pt_BR/LC_MESSAGES/article.po",
    ]
    ran = made.run("extract", "-l", "fr")
    assert ran.code == 2
    assert ran.err.startswith('error[locale] the locale "fr" has no PO files (known: ar, es, pt_BR)\n')


def test_a_changed_text_is_fuzzy_and_its_old_pair_stays_obsolete(translated: Project) -> None:
    translated.write("source/article.md", ARTICLE.replace("- one item", "- one other item"))
    assert f"updated {PO} (1 changed)\n" in translated.done("extract")
    entries = translated.entries(PO)
    assert entries["one item"] == ("ONE ITEM", False, True)
    assert entries["one other item"] == ("ONE ITEM", True, False)
    assert entries["another item with 100% certainty"] == ("ANOTHER ITEM WITH 100% CERTAINTY", False, False)


def test_a_po_file_has_the_date_of_its_template(translated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = "POT-Creation-Date: 2023-11-14 22:13+0000"
    second = "POT-Creation-Date: 2023-11-15 22:13+0000"
    translated.write("source/article.md", ARTICLE.replace("one item", "one other item"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 86_400))
    translated.done("extract")
    assert second in translated.read(POT)
    assert second in translated.read(PO)
    # Only a mark goes when the translation was checked: the text is as old as before.
    translated.write(PO, translated.read(PO).replace("#, fuzzy\n", ""))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 2 * 86_400))
    assert f"updated {PO} (comments or references)\n" in translated.done("extract")
    assert "toolkit: changed" not in translated.read(PO)
    assert second in translated.read(PO)
    translated.write("source/article.md", ARTICLE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    translated.done("extract")
    assert first in translated.read(PO)


def test_going_back_to_an_old_text_brings_its_translation_back(translated: Project) -> None:
    before = translated.entries(PO)
    translated.write("source/article.md", ARTICLE.replace("one item", "one other item"))
    translated.done("extract")
    translated.write("source/article.md", ARTICLE)
    assert f"updated {PO} (1 restored, 1 dropped)\n" in translated.done("extract")
    assert translated.entries(PO) == before


def test_an_untranslated_text_that_is_gone_leaves_nothing(extracted: Project) -> None:
    extracted.write("source/article.md", ARTICLE.replace("- one item\n", ""))
    extracted.done("extract")
    assert "one item" not in extracted.read(PO)


def test_moved_messages_keep_their_translations(translated: Project) -> None:
    before = translated.entries(PO)
    head, body = ARTICLE.split("\n\n", 1)
    blocks = body.rstrip("\n").split("\n\n")
    translated.write("source/article.md", "\n\n".join([head, *reversed(blocks)]) + "\n")
    translated.done("extract")
    after = translated.entries(PO)
    assert after == before
    assert list(after) != list(before)
    assert list(after) == list(translated.entries(POT))


def test_only_the_entries_that_change_change_their_lines(translated: Project) -> None:
    old = translated.read(PO).rstrip("\n").split("\n\n")
    translated.write("source/article.md", ARTICLE.replace("- one item", "- one other item"))
    translated.done("extract")
    new = translated.read(PO).rstrip("\n").split("\n\n")
    added = (
        "# toolkit: changed\n#. type: list item, under: Stem cells\n#: source/article.md\n#, fuzzy\n"
        '#| msgid "one item"\nmsgid "one other item"\nmsgstr "ONE ITEM"'
    )
    retired = '# toolkit: obsolete since 2023-11-14\n#~ msgid "one item"\n#~ msgstr "ONE ITEM"'
    assert [entry for entry in new if entry not in old] == [added, retired]
    assert [entry for entry in old if entry not in new] == [
        '#. type: list item, under: Stem cells\n#: source/article.md\nmsgid "one item"\nmsgstr "ONE ITEM"'
    ]


def test_a_deleted_document_leaves_obsolete_entries_and_no_template(translated: Project) -> None:
    translated.write("source/other.md", "Another document.\n")
    translated.done("extract")
    (translated.root / "source/article.md").unlink()
    out = translated.done("extract")
    assert f"updated {PO} (10 obsolete)\n" in out
    assert f"removed {POT} (its document is gone)\n" in out
    assert not (translated.root / POT).exists()
    assert translated.entries(PO)["one item"] == ("ONE ITEM", False, True)
    assert all(obsolete for _, _, obsolete in translated.entries(PO).values())
    before = translated.state()
    translated.done("extract")
    assert translated.state() == before


def test_a_document_restored_brings_its_translations_back(translated: Project) -> None:
    translated.write("source/other.md", "Another document.\n")
    translated.done("extract")
    before = translated.entries(PO)
    (translated.root / "source/article.md").unlink()
    translated.done("extract")
    translated.write("source/article.md", ARTICLE)
    assert f"updated {PO} (10 restored)\n" in translated.done("extract")
    assert translated.entries(PO) == before


def test_the_last_document_gone_is_taken_for_a_bad_checkout(translated: Project) -> None:
    before = translated.contents("locales")
    (translated.root / "source/article.md").unlink()
    ran = translated.run("extract")
    assert ran.code == 2
    assert first_lines(ran.err) == [
        "babel.cfg:1: error[no-sources] [markdown: source/**.md] matches no document"
    ]
    assert translated.contents("locales") == before


def test_a_template_that_cannot_be_removed_does_not_stop_the_others(translated: Project) -> None:
    translated.write("source/other.md", "Another document.\n")
    translated.write("source/third.md", "A third one.\n")
    translated.done("extract")
    (translated.root / POT).rename(translated.root / "locales/kept.txt")
    (translated.root / POT).symlink_to("kept.txt")
    for name in ("article", "third"):
        (translated.root / f"source/{name}.md").unlink()
    ran = translated.run("extract")
    assert ran.code == 3
    assert first_lines(ran.err) == [
        f'{POT}: error[output-unwritable] "article.pot" is a link, and nothing is written through links'
    ]
    assert "removed locales/third.pot (its document is gone)\n" in ran.out
    assert (translated.root / "locales/kept.txt").exists()


def test_files_of_other_programs_are_not_ours_to_retire(translated: Project) -> None:
    foreign = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    paths = ("locales/django.pot", "locales/es/LC_MESSAGES/django.po", "locales/es/LC_MESSAGES/toolkit-ui.po")
    for path in paths:
        translated.write(path, foreign)
    before = translated.state()
    translated.done("extract")
    assert translated.state() == before


def test_a_document_that_cannot_be_read_leaves_its_files_alone(translated: Project) -> None:
    translated.write("source/other.md", "Another document.\n")
    translated.done("extract")
    before = translated.contents("locales")
    translated.write("source/article.md", b"caf\xe9\n")
    translated.write("source/other.md", "Another document, changed.\n")
    ran = translated.run("extract")
    assert ran.code == 3
    (line,) = first_lines(ran.err)
    assert line.startswith("source/article.md:1:4: error[")
    after = translated.contents("locales")
    assert {path for path in after if after[path] != before[path]} == {
        "locales/other.pot",
        "locales/es/LC_MESSAGES/other.po",
    }


def test_a_po_file_saved_meanwhile_is_merged_again(
    translated: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated.write("source/article.md", ARTICLE + "\nA new one.\n")
    saves = ["ONE SAVED MEANWHILE"]

    def saved_meanwhile(root: Path, path: str, old: bytes | None, new: bytes) -> bool:
        if saves:
            translated.translate(PO, {"one item": saves.pop()})
        return replace_if_unchanged(root, path, old, new)

    monkeypatch.setattr(locale_catalogs, "replace_if_unchanged", saved_meanwhile)
    translated.done("extract")
    entries = translated.entries(PO)
    assert entries["one item"] == ("ONE SAVED MEANWHILE", False, False)
    assert entries["A new one."] == ("", False, False)


def test_a_po_file_that_never_rests_is_left_alone_and_named(
    translated: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated.write("source/article.md", ARTICLE + "\nA new one.\n")
    before = (translated.root / PO).read_bytes()
    monkeypatch.setattr(locale_catalogs, "replace_if_unchanged", lambda *_: False)
    ran = translated.run("extract")
    assert ran.code == 3
    assert ran.err.startswith(f"{PO}: error[output-unwritable] the file keeps changing while it is updated")
    assert (translated.root / PO).read_bytes() == before


def test_two_runs_at_once_end_as_one_does(project: MakeProject) -> None:
    made = project({f"source/d{n}.md": f"# Title {n}\n\nText {n}.\n" for n in range(12)}, "es", "ar")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    for command in ("extract", "build"):
        programs = [
            subprocess.Popen(
                [sys.executable, "-m", "toolkit", command],
                cwd=made.root,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _ in range(2)
        ]
        assert [(program.communicate()[1], program.returncode) for program in programs] == [(b"", 0)] * 2
        before = made.state()
        made.done(command)
        assert made.state() == before


def test_windows_line_endings_of_a_po_file_stay(translated: Project) -> None:
    windows = translated.read(PO).replace("\n", "\r\n").encode()
    translated.write(PO, windows)
    before = translated.state()
    translated.done("extract")
    assert translated.state() == before
    translated.write("source/article.md", ARTICLE.replace("one item", "one other item"))
    translated.done("extract")
    after = (translated.root / PO).read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert translated.entries(PO)["one item"] == ("ONE ITEM", False, True)


Saver = Callable[[Path, Path], None]
"""Writes the PO file (first) as a program would; the template is the second."""


def _gettext(*command: str) -> Saver:
    def save(po: Path, pot: Path) -> None:
        program, *options = (part.format(po=po, pot=pot) for part in command)
        done = subprocess.run([require_tool(program), *options], check=True, capture_output=True)
        po.write_bytes(done.stdout or po.read_bytes())

    return save


def _polib(width: int) -> Saver:
    return lambda po, pot: polib.pofile(str(po), wrapwidth=width).save()


def _pybabel(po: Path, pot: Path) -> None:
    options = ["-m", "babel.messages.frontend", "-q", "update", "-i", str(pot), "-o", str(po), "-l", "es"]
    subprocess.run([sys.executable, *options], check=True, capture_output=True)


def _translate_toolkit(program: str, *options: str) -> Saver:
    def save(po: Path, pot: Path) -> None:
        out = po.with_suffix(".out")
        words = [part.format(po=po, pot=pot, out=out) for part in options]
        command = [require_tool(program), "--progress=none", *words]
        subprocess.run(command, check=True, capture_output=True)
        po.write_bytes(out.read_bytes())
        out.unlink()

    return save


@pytest.mark.parametrize(
    "save",
    [
        pytest.param(_gettext("msgcat", "{po}"), id="msgcat, wrapped"),
        pytest.param(_gettext("msgcat", "--width=40", "{po}"), id="msgcat, narrow"),
        pytest.param(_gettext("msgcat", "--no-wrap", "{po}"), id="msgcat, not wrapped"),
        pytest.param(_gettext("msgcat", "--sort-output", "{po}"), id="msgcat, sorted"),
        pytest.param(_gettext("msgcat", "--indent", "{po}"), id="msgcat, indented"),
        pytest.param(_gettext("msgcat", "--escape", "{po}"), id="msgcat, escaped"),
        pytest.param(_gettext("msgattrib", "--no-obsolete", "{po}"), id="msgattrib"),
        pytest.param(_gettext("msgmerge", "-q", "{po}", "{pot}"), id="msgmerge"),
        pytest.param(_gettext("msgmerge", "-q", "--previous", "--update", "{po}", "{pot}"), id="msgmerge -U"),
        pytest.param(_polib(78), id="polib"),
        pytest.param(_polib(0), id="polib, not wrapped"),
        pytest.param(_pybabel, id="pybabel"),
        pytest.param(_translate_toolkit("pomerge", "-t", "{po}", "-i", "{po}", "-o", "{out}"), id="pomerge"),
        pytest.param(_translate_toolkit("pot2po", "-t", "{po}", "-i", "{pot}", "-o", "{out}"), id="pot2po"),
    ],
)
def test_a_po_file_that_another_program_saved_keeps_every_byte(translated: Project, save: Saver) -> None:
    translated.translate(PO, {"one item": ""})
    save(translated.root / PO, translated.root / POT)
    before = translated.state()
    translated.done("extract")
    assert translated.state() == before
    assert translated.entries(PO)["Stem cells"] == ("STEM CELLS", False, False)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    "start",
    ["\n", "# by hand\n", 'msgid "one item"\nmsgstr "ñandú"\n', '\n#. x\nmsgid "A"\nmsgstr "Á"\n'],
)
def test_a_po_file_without_a_header_gets_one_when_it_changes(
    extracted: Project, start: str, ending: str
) -> None:
    extracted.write(PO, start.replace("\n", ending))
    extracted.done("extract")
    command = [require_tool("msgfmt"), "--check", "--output-file=/dev/null", PO]
    subprocess.run(command, cwd=extracted.root, check=True, capture_output=True)
    entries = extracted.entries(PO)
    assert len(entries) == 10
    assert "# by hand" not in start or "# by hand" in extracted.read(PO)
    assert ("ñandú" in start) == (entries["one item"][0] == "ñandú")
    before = extracted.state()
    extracted.done("extract")
    assert extracted.state() == before


def test_what_msgmerge_brought_up_to_a_new_template_needs_no_update(translated: Project) -> None:
    """Translators may update with gettext's own program: its guesses are fuzzy, and stay."""
    changed = ARTICLE.replace("another item with 100% certainty", "another item with 99% certainty")
    translated.write("source/article.md", changed)
    translated.done("extract", "--pot-only")
    command = [require_tool("msgmerge"), "--quiet", "--previous", "--update", PO, POT]
    subprocess.run(command, cwd=translated.root, check=True, env={**os.environ, "VERSION_CONTROL": "off"})
    before = translated.state()
    translated.done("extract")
    assert translated.state() == before
    assert translated.entries(PO)["another item with 99% certainty"] == (
        *("ANOTHER ITEM WITH 100% CERTAINTY", True, False),
    )


def test_what_extract_writes_is_what_gettext_reads(translated: Project) -> None:
    translated.write("source/article.md", ARTICLE.replace("one item", "one other item"))
    translated.done("extract")
    command = [require_tool("msgfmt"), "--check", "--output-file=/dev/null", PO]
    done = subprocess.run(command, cwd=translated.root, check=True, capture_output=True)
    assert done.stderr == b""
