"""The tutorial is a session: its commands are run in a fresh folder and print what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, UPDATE, Fence, fences
from toolkit.cli.main import run

TUTORIAL = DOCS / "tutorial" / "first-article.md"
_ISOLATES = re.compile("[\u2066-\u2069]")  # they keep a table in order and cannot be seen


def test_the_tutorial_works_as_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    folder = tmp_path / "garden"
    folder.mkdir()
    monkeypatch.chdir(folder)
    text = written = TUTORIAL.read_text(encoding="utf-8")
    at = 0
    for fence in fences(TUTORIAL):
        if fence.info.startswith("text "):
            (folder / fence.info.removeprefix("text ")).write_text(fence.content, encoding="utf-8")
        elif fence.info == "po edit":
            translate(folder / "locales/es/LC_MESSAGES/tomatoes.po", fence)
        elif fence.info == "diff":
            edit(folder / "source/tomatoes.md", fence)
        elif fence.info == "console":
            at = written.index(f"```console\n{fence.content}", at) + len("```console\n")
            shown = session(fence, folder, capsys)
            written = written[:at] + shown + written[at + len(fence.content) :]
    if os.environ.get("UPDATE_DOCS") == "1":
        TUTORIAL.write_text(written, encoding="utf-8")
    else:
        assert written == text, UPDATE


def session(fence: Fence, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the commands of a block; return the block with what they print."""
    lines = []
    for line in fence.content.split("\n"):
        if not line.startswith("$ "):
            continue
        words = shlex.split(line[2:])
        if words[0] == "toolkit":
            assert run(words[1:]) == 0, line
            printed = "".join(capsys.readouterr())
        elif words[0] in ("cat", "tail"):
            printed = subprocess.run(
                words, capture_output=True, text=True, encoding="utf-8", check=True
            ).stdout
        else:
            assert words[0] in ("mkdir", "cd"), line
            printed = ""
        lines.append(f"{line}\n{_ISOLATES.sub('', printed).replace(str(folder), '…')}")
    return "".join(lines)


def translate(path: Path, fence: Fence) -> None:
    """Put the translations of a block of entries into a PO file."""
    text = path.read_text(encoding="utf-8")
    for entry in fence.content.rstrip("\n").split("\n\n"):
        untranslated = re.sub(r'^msgstr ".+"$', 'msgstr ""', entry, flags=re.MULTILINE)
        assert untranslated != entry
        assert text.count(untranslated) == 1, entry
        text = text.replace(untranslated, entry)
    path.write_text(text, encoding="utf-8")


def edit(path: Path, fence: Fence) -> None:
    """Apply a block of one removed and one added line."""
    lines = re.fullmatch(r"-(.*\n)\+(.*\n)", fence.content)
    assert lines, fence.content
    removed, added = lines.groups()
    text = path.read_text(encoding="utf-8")
    assert text.count(removed) == 1
    path.write_text(text.replace(removed, added), encoding="utf-8")
