"""``toolkit serve`` as a command; what it serves is tested in ``tests/unit/preview``."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
import webbrowser

import pytest

from tests.cli.project import REPOSITORY, MakeProject
from toolkit.cli import serve_command
from toolkit.preview.state import Build

SOURCE = {"source/tea.md": "# Tea\n"}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be opened in a browser; the command ends as soon as it would wait for changes."""
    found: list[str] = []
    monkeypatch.setattr(serve_command, "watch", lambda workshop, seen: [])
    monkeypatch.setattr(webbrowser, "open_new_tab", found.append)
    return found


def test_it_says_where_it_serves_and_opens_that(project: MakeProject, opened: list[str]) -> None:
    made = project(SOURCE, "es")
    made.done("extract")
    said = made.done("serve", "--port", "0", "--open", "--locale", "es")
    address = re.match(
        r"Serving (http://127\.0\.0\.1:\d+/es/) \(Ctrl-C ends it\)\nBuilt: 0 findings\n\Z", said
    )
    assert address
    assert opened == [address[1]]


def test_a_taken_port_leads_to_the_next_free_one(project: MakeProject, opened: list[str]) -> None:
    made = project(SOURCE)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        said = made.done("serve", "--port", str(taken))
    assert f":{taken}/" not in said
    assert opened == []


def test_what_is_wrong_is_said_in_the_terminal_too(project: MakeProject, opened: list[str]) -> None:
    made = project({**SOURCE, "locales/es/LC_MESSAGES/tea.po": 'msgid "'})
    ran = made.run("serve", "--port", "0")
    assert ran.code == 0
    assert "locales/es/LC_MESSAGES/tea.po:1" in ran.err
    assert ran.out.endswith("Built: 1 finding\n")


def test_a_build_that_only_writes_what_pages_show_already_is_not_told(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project(SOURCE)
    builds = [Build("1"), Build("1"), Build("2")]
    monkeypatch.setattr(serve_command, "watch", lambda workshop, seen: builds)
    assert made.done("serve", "--port", "0").count("Built: 0 findings\n") == 3


def test_a_project_or_a_language_that_is_not_there_ends_it(project: MakeProject) -> None:
    made = project(SOURCE, "es")
    ran = made.run("serve", "--locale", "fr")
    assert ran.code == 2
    assert 'the locale "fr" has no PO files (known: es)' in ran.err
    made.write("toolkit.toml", "them = 1\n")
    assert made.run("serve").code == 2
    assert not (made.root / "output").exists()


@pytest.mark.skipif(os.name == "nt", reason="another process cannot press Ctrl-C there")
def test_ctrl_c_ends_it(project: MakeProject) -> None:
    made = project(SOURCE)
    program = subprocess.Popen(
        [sys.executable, "-m", "toolkit", "serve", "--port", "0"],
        cwd=made.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        address = program.stdout.readline().split()[1]
        with urllib.request.urlopen(f"{address}en/tea.html", timeout=60) as page:
            assert b"Tea" in page.read()
        # A page that is open must not hold it up.
        with urllib.request.urlopen(f"{address}_toolkit/events", timeout=60) as events:
            assert events.readline() == b"retry: 500\n"
            assert program.stdout.readline() == "Built: 0 findings\n"
            program.send_signal(signal.SIGINT)
            assert program.wait(60) == 130
        assert program.communicate()[1].lstrip() == "Interrupted; files that were written are complete.\n"
    finally:
        program.kill()
        program.communicate()
