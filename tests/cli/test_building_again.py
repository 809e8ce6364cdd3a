"""A process that builds again and again, as the preview does: no build is the slower for those before it."""

from __future__ import annotations

import gc

import pytest

from tests.cli.project import MakeProject
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.pipeline.build import build
from toolkit.pipeline.project_files import open_project
from toolkit.publish.theme import Theme


def _build(make: MakeProject, times: int) -> None:
    settings = 'base-url = "https://example.org"\n'
    project = make({"toolkit.toml": settings, "source/a.md": "---\ntags: [one]\n---\n# A\n\n[B](b.md)\n"})
    for number in range(times):
        project.write("source/b.md", f"# B {number}\n")
        build(open_project(project.root))


def test_no_page_is_compared_with_those_of_earlier_builds(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[PageSummary] = []

    def equal(self: PageSummary, other: object) -> bool:
        compared.append(self)
        return self is other

    monkeypatch.setattr(PageSummary, "__eq__", equal)
    _build(project, 3)
    assert compared == []


@pytest.mark.parametrize("kind", [SiteIndex, Theme])
def test_only_what_the_last_builds_made_is_remembered(project: MakeProject, kind: type) -> None:
    before = _alive(kind)
    _build(project, 6)
    assert _alive(kind) - before <= 2


def _alive(kind: type) -> int:
    gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())
