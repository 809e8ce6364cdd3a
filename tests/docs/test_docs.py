"""What the documentation says about files and commands is so."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from tests.docs.pages import ROOT, Fence, fences, heading_ids, headings, links, pages
from toolkit.cli.main import cli

PAGES = pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
_EXTERNAL = re.compile(r"(?:https?|mailto):")
_SEPARATORS = frozenset({"|", "||", "&&", ";", ">", ">>", "&"})


@PAGES
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    nowhere = []
    for link in links(page):
        if _EXTERNAL.match(link):
            continue
        path, _, fragment = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (fragment and fragment not in heading_ids(target)):
            nowhere.append(link)
    assert nowhere == []


@PAGES
def test_every_command_line_can_be_typed(page: Path) -> None:
    problems = []
    for fence in fences(page):
        for command in commands(fence):
            try:
                parse(command)
            except click.exceptions.Exit:
                continue  # --help and --version end parsing
            except click.ClickException as error:
                problems.append(f"line {fence.line}: {shlex.join(command)}: {error.format_message()}")
    assert problems == []


@PAGES
def test_no_page_names_a_folder_of_somebodys_machine(page: Path) -> None:
    assert re.findall(r"(?<![\w./])/(?:home|root|tmp|work|Users)/\S*", page.read_text(encoding="utf-8")) == []


@PAGES
def test_a_page_begins_with_its_only_title(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith("# ")
    assert len(list(headings(page, 1))) == 1


def commands(fence: Fence) -> Iterator[list[str]]:
    """Yield the arguments of each ``toolkit …`` command line of a fenced block."""
    for line in fence.content.split("\n"):
        if fence.language == "console":
            typed = line[2:] if line.startswith("$ ") else ""
        elif fence.language in ("sh", "yaml"):
            typed = line.strip().removeprefix("- run:").removeprefix("run:").strip()
        else:
            continue
        if "toolkit" in typed:
            yield from _toolkit_commands(typed)


def _toolkit_commands(typed: str) -> Iterator[list[str]]:
    typed = re.sub(r"\$\([^()]*\)", "0", typed)  # what another command prints
    lexer = shlex.shlex(typed, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words: list[str] = []
    for word in [*lexer, ";"]:
        if word in _SEPARATORS:
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                words.pop(0)
            if words[:3] == ["python", "-m", "toolkit"]:
                yield words[3:]
            elif words and words[0].rpartition("/")[2] == "toolkit":
                yield words[1:]
            words = []
        else:
            words.append(word)


def parse(arguments: list[str]) -> None:
    """Parse a command line without running it; raises click's errors."""
    if not arguments or arguments[0].startswith("-"):
        cli.make_context("toolkit", arguments[:])
        return
    group: click.Group = cli
    parent, rest = cli.make_context("toolkit", arguments[:]), arguments[:]
    while True:
        name, command, rest = group.resolve_command(parent, rest)
        assert command is not None
        if not isinstance(command, click.Group) or not rest or rest[0].startswith("-"):
            command.make_context(name, rest, parent=parent)
            return
        parent, group = command.make_context(name, rest[:], parent=parent), command


def test_a_wrong_command_line_would_be_found() -> None:
    typed = "$ cd x && toolkit extract --chek\n$ A=$(b c) .venv/bin/toolkit statsu | head\n"
    typed += "$ toolkit tm exprot\n$ toolkit tm export --ouptut x\n"
    fence = Fence("console", typed, 1, "")
    assert list(commands(fence)) == [
        ["extract", "--chek"],
        ["statsu"],
        ["tm", "exprot"],
        ["tm", "export", "--ouptut", "x"],
    ]
    for command in commands(fence):
        with pytest.raises(click.UsageError):
            parse(command)
