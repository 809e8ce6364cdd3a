"""What is watched, and what counts as a change."""

from __future__ import annotations

import os
from pathlib import Path

from toolkit.workspace.project import find_project
from toolkit.workspace.watching import file_states, shown_states, state_of, watched_places


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", "utf-8")


def seen(root: Path) -> set[str]:
    project = find_project(root)
    states = file_states(project.root, watched_places(project))
    return {Path(path).relative_to(project.root).as_posix() for path in states}


def test_what_a_build_reads_is_watched_and_nothing_else(tmp_path: Path) -> None:
    wanted = (
        *("source/a.md", "source/b/c.md", "source/b/photo.png", "texts/d.md", "locales/es/LC_MESSAGES/a.po"),
        *("locales/glossary.csv", "mine/templates/page.html"),
    )
    write(tmp_path, *wanted, "src/x.py", "output/html/index.html", "source/.a.md.swp", "source/a.md~")
    write(tmp_path, "locales/es/LC_MESSAGES/a.mo", "source/4913", "source/#a.md#", "source/a.md.tmp")
    write(tmp_path, "locales/.toolkit.lock", "source/node_modules/x.md", ".git/x", "README.md")
    (tmp_path / "babel.cfg").write_text("[markdown: source/**.md]\n[markdown: texts/*.md]\n", "utf-8")
    (tmp_path / "toolkit.toml").write_text('theme = "mine"\n', "utf-8")
    assert seen(tmp_path) == {*wanted, "babel.cfg", "toolkit.toml"}


def test_a_project_that_is_its_own_source_folder_leaves_its_output_out(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b/output/c.md", "output/html/index.html", "output/a.md")
    (tmp_path / "babel.cfg").write_text("[markdown: **.md]\n", "utf-8")
    assert seen(tmp_path) == {"a.md", "b/output/c.md", "babel.cfg"}


def test_new_gone_replaced_and_rewritten_files_are_changes(tmp_path: Path) -> None:
    write(tmp_path, "a")
    first = file_states(tmp_path, (tmp_path,))
    assert file_states(tmp_path, (tmp_path,)) == first
    write(tmp_path, "b")
    second = file_states(tmp_path, (tmp_path,))
    assert second.keys() - first.keys() == {os.fspath(tmp_path / "b")}
    times = (tmp_path / "a").stat()
    write(tmp_path, "c")
    (tmp_path / "c").replace(tmp_path / "a")
    os.utime(tmp_path / "a", ns=(times.st_atime_ns, times.st_mtime_ns))
    replaced = file_states(tmp_path, (tmp_path,))
    assert os.name == "nt" or replaced != second
    os.utime(tmp_path / "a", ns=(times.st_atime_ns, times.st_mtime_ns + 1_000_000_000))
    assert file_states(tmp_path, (tmp_path,)) != replaced
    assert file_states(tmp_path, (tmp_path / "absent",)) == {}


def test_files_that_pages_show_are_told_with_those_that_could_replace_them(tmp_path: Path) -> None:
    write(tmp_path, "logo.png", "images/photo.png", "images/photo.fr.png", "images/other.png", "README.md")
    shown = ("logo.png", "images/photo.png", "images/absent.png")
    first = shown_states(tmp_path, shown)
    assert first == {
        "logo.png": state_of(tmp_path / "logo.png"),
        "images/photo.png": state_of(tmp_path / "images/photo.png"),
        "images/photo.fr.png": (0, 0, 0),
    }
    write(tmp_path, "images/absent.png", "logo.de.png", "images/other.de.png")
    assert shown_states(tmp_path, shown).keys() - first.keys() == {"images/absent.png", "logo.de.png"}
    assert shown_states(tmp_path, ("nowhere/x.png",)) == {}
    assert state_of(tmp_path / "nowhere/x.png") is None
