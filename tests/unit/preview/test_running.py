"""When a project is built again."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.unit.preview.previewed import PO
from toolkit.preview import running
from toolkit.preview.running import look, watch
from toolkit.preview.workshop import Workshop
from toolkit.workspace.watching import FileStates


def test_what_changes_during_a_build_is_built_once_afterwards(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = Workshop(project)
    seen = look(workshop)
    builds: list[str] = []
    made = Workshop.build

    def build(self: Workshop) -> None:
        made(self)
        builds.append(self.last.now.id)
        for number in range(5 if len(builds) == 1 else 0):
            (project / PO).write_text(f"# {number}\n{text}", "utf-8")

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
