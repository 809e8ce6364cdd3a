"""When a project is built again."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.preview.previewed import GUIDE, PO
from toolkit.preview import running
from toolkit.preview.running import look, watch
from toolkit.preview.workshop import Workshop
from toolkit.workspace.watching import FileStates


def test_what_changes_during_a_build_is_built_once_afterwards(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = Workshop(project)
    workshop.quick = math.inf  # however slow the machine is
    seen = look(workshop)
    builds: list[str] = []
    made = Workshop.build

    def build(self: Workshop, superseded: Callable[[], bool]) -> bool:
        made(self, superseded)
        builds.append(self.last.now.id)
        for number in range(5 if len(builds) == 1 else 0):
            (project / PO).write_text(f"# {number}\n{text}", "utf-8")
        return True

    text = (project / PO).read_text("utf-8")
    monkeypatch.setattr(Workshop, "build", build)
    stop = threading.Event()
    equal = 0

    def looking(workshop: Workshop) -> FileStates:
        nonlocal equal
        equal += len(builds) == 2
        if equal > 3:  # looks after the second build that found nothing new
            stop.set()
        return look(workshop)

    monkeypatch.setattr(running, "look", looking)
    (project / PO).write_text(f"# new\n{text}", "utf-8")
    told = [build.id for build in watch(workshop, seen, stop)]
    assert told == builds
    assert len(builds) == 2


def test_nothing_is_built_where_nothing_has_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop(project)
    seen = look(workshop)
    stop = threading.Event()
    looks = 0

    def looking(workshop: Workshop) -> FileStates:
        nonlocal looks
        looks += 1
        if looks > 2:
            stop.set()
        return look(workshop)

    workshop.build()  # what it writes is no change
    monkeypatch.setattr(running, "look", looking)
    assert list(watch(workshop, seen, stop)) == []


@pytest.fixture
def slow(project: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A project that is built, and for which a build counts as long."""
    workshop = Workshop(project)
    workshop.quick = 0.0
    workshop.build()
    monkeypatch.setattr(running, "_REST", 0.0)
    return workshop


def test_where_a_build_takes_long_the_page_is_made_ahead_and_written_by_the_build(
    slow: Workshop, project: Path
) -> None:
    page = project / "output/html/es/tea.html"
    written = page.read_bytes()
    builds = watch(slow, look(slow))
    text = (project / PO).read_text("utf-8")
    (project / ".new").write_text(text.replace('msgstr "Té"', 'msgstr "Infusión"'), "utf-8")
    (project / ".new").replace(project / PO)
    first = next(builds)
    assert first is slow.last.now
    assert first.ahead.keys() == {"html/en/tea.html", "html/es/tea.html"}
    assert page.read_bytes() == written
    second = next(builds)
    assert (second.id == first.id, dict(second.ahead)) == (False, {})  # the list of pages has changed as well
    assert "Infusión" in page.read_text("utf-8")
    assert {path: (project / "output" / path).read_bytes() for path in first.ahead} == first.ahead


def test_a_build_that_changes_nothing_more_is_no_news(slow: Workshop, project: Path) -> None:
    builds = watch(slow, look(slow))
    text = (project / PO).read_text("utf-8")
    (project / ".new").write_text(text.replace("Sirva", "Vierta"), "utf-8")
    (project / ".new").replace(project / PO)
    first = next(builds)
    second = next(builds)
    assert second == replace(first, ahead={})
    assert "Vierta" in (project / "output/html/es/tea.html").read_text("utf-8")


def test_a_po_file_that_breaks_is_said_ahead_and_the_findings_of_others_stay(
    slow: Workshop, project: Path
) -> None:
    assert list(slow.last.now.findings) == []
    (project / PO).write_text('msgid "', "utf-8")
    assert slow.build_ahead({PO})
    assert {found.place.path for found in slow.last.now.findings} == {PO}
    assert slow.last.now.ahead.keys() == {"html/en/tea.html"}
    (project / GUIDE).write_text('msgid "', "utf-8")
    assert slow.build_ahead({GUIDE})
    ahead = slow.last.now.findings
    assert sorted({found.place.path for found in ahead}) == [GUIDE, PO]
    slow.build()
    assert slow.last.now.findings == ahead


def test_only_pages_of_known_articles_are_made_ahead(slow: Workshop, project: Path) -> None:
    for path in ("babel.cfg", "source/photo.png", "locales/es/LC_MESSAGES/toolkit-ui.po", "source/new.md"):
        (project / path).write_text((project / "babel.cfg").read_text("utf-8"), "utf-8")
        assert not slow.build_ahead({PO, path})
    (project / "source/new.md").unlink()
    assert slow.build_ahead({PO, "source/tea.md"})
    slow.quick = 1000.0
    assert not slow.build_ahead({PO})


def test_a_change_ends_a_build_that_follows_another_and_its_page_comes_first(
    slow: Workshop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_LOOK", 0.0)
    builds = watch(slow, look(slow))
    text = (project / PO).read_text("utf-8")
    (project / PO).write_text(text.replace("Sirva", "Vierta"), "utf-8")
    first = next(builds)
    begun = Workshop.build
    ended: list[bool] = []

    def build(self: Workshop, superseded: Callable[[], bool]) -> bool:
        if not ended:  # somebody saves while the build goes on
            (project / PO).write_text(text.replace("Sirva", "Eche"), "utf-8")
        ended.append(begun(self, superseded))
        return ended[-1]

    monkeypatch.setattr(Workshop, "build", build)
    second = next(builds)
    assert ended == [False]
    assert "Eche" in second.ahead["html/es/tea.html"].decode()
    third = next(builds)
    assert ended == [False, True]
    assert third == replace(second, ahead={})
    assert first.id != second.id
