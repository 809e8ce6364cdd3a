"""The articles that ship: their files are up to date, complete, and build without a warning."""

from __future__ import annotations

import shutil

import pytest

from tests.cli.project import REPOSITORY, MakeProject, Project

TRANSLATED = ["ar", "es", "hi", "ja", "ru"]
"""The languages that the articles ship in, beside English."""


@pytest.fixture
def bundled(project: MakeProject) -> Project:
    made = project({})
    for name in ("babel.cfg", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, made.root / name)
    for name in ("source", "locales"):
        shutil.copytree(REPOSITORY / name, made.root / name)
    return made


def test_templates_and_po_files_are_up_to_date(bundled: Project) -> None:
    ran = bundled.run("extract", "--diff", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_every_message_is_translated(bundled: Project) -> None:
    out = bundled.done("status", "--fail-under", "100")
    assert [line.split()[0] for line in out.split("\n")[3:-1]] == TRANSLATED


def test_every_page_is_built_without_a_warning(bundled: Project) -> None:
    out = bundled.done("build")
    documents = len(list((bundled.root / "source").rglob("*.md")))
    languages = 1 + len(TRANSLATED)
    assert out.startswith(f"Built {languages * documents} pages in {languages} languages: ")
    assert "Held back" not in out
    for path in (bundled.root / "source").rglob("*.md"):
        name = path.relative_to(bundled.root / "source").as_posix()
        assert bundled.read(f"output/markdown/en/{name}") == path.read_bytes().decode()
