"""The history of a file under all its names, in real repositories of every kind."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.cli.repository import Repository
from toolkit.errors import ConfigError
from toolkit.workspace.git_history import history_of

LINES = [f"Line {number} of the article, long enough to be known again.\n" for number in range(10)]
TEXT = "".join(LINES)
NAMES = ("b.md", "sub/deep/b.md", "Tea.md", 'with "quotes" and\nnewline.md', "naïve té 日本.md", ":(top)*.md")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository; git knows no settings but its own there, here too."""
    root = tmp_path / "project"
    root.mkdir()
    made = Repository(root, tmp_path)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, made.environment[name])
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def commit(repository: Repository, day: int, files: dict[str, str | None]) -> None:
    """Write files, or delete them, and commit that on a day of November."""
    for name, text in files.items():
        path = repository.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
    repository.environment["GIT_COMMITTER_DATE"] = f"2026-11-{day:02}T12:00:00Z"
    repository.commit(f"day {day}")


def texts(folder: Path, name: str, most: int = 50) -> list[tuple[int, str]]:
    """Return the day and the text of each version, the newest first."""
    history = history_of(folder)
    found = ((version.day, history.content(version)) for version in history.versions(name, most))
    return [(day.day, content.decode()) for day, content in found]


def refusal(folder: Path, name: str = "a.md") -> tuple[str, str]:
    """Return what is said where there is no history, and the hint."""
    with pytest.raises(ConfigError) as caught:
        texts(folder, name)
    assert caught.value.rule == "git"
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize("name", NAMES)
def test_a_renamed_file_is_followed_under_its_earlier_name(repository: Repository, name: str) -> None:
    commit(repository, 1, {"tea.md": TEXT, "other.md": "x\n"})
    commit(repository, 2, {"tea.md": TEXT + "More.\n"})
    commit(repository, 3, {"tea.md": None})
    repository.git("reset", "--quiet", "--soft", "HEAD^")
    commit(repository, 3, {name: TEXT + "More.\n"})
    commit(repository, 4, {name: TEXT + "Most.\n"})
    path = repository.root / name
    assert texts(path.parent, path.name) == [
        *((4, TEXT + "Most.\n"), (3, TEXT + "More.\n"), (2, TEXT + "More.\n"), (1, TEXT))
    ]


def test_a_file_that_was_renamed_and_edited_at_once_is_followed(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": None, "b.md": "".join(LINES[:7])})
    assert texts(repository.root, "b.md") == [(2, "".join(LINES[:7])), (1, TEXT)]
    commit(repository, 3, {"b.md": None, "c.md": "Something else.\n"})
    assert texts(repository.root, "c.md") == [(3, "Something else.\n")]


def test_names_that_were_exchanged_or_taken_back_are_those_of_their_time(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": None, "b.md": TEXT})
    commit(repository, 3, {"a.md": "A new article.\n"})
    commit(repository, 4, {"a.md": None})
    commit(repository, 5, {"b.md": None, "a.md": TEXT + "Back.\n"})
    assert texts(repository.root, "a.md") == [(5, TEXT + "Back.\n"), (2, TEXT), (1, TEXT)]


def test_a_copy_has_not_the_history_of_what_it_was_copied_from(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"b.md": TEXT})
    assert texts(repository.root, "b.md") == [(2, TEXT)]


def test_nor_has_a_copy_of_what_changed_in_the_same_commit(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": f"{TEXT}A line more.\n", "b.md": TEXT})
    assert texts(repository.root, "b.md") == [(2, TEXT)]


def test_a_file_is_followed_where_others_became_equal_to_it(repository: Repository) -> None:
    others = ("a/b.md", "b.md", "output/b.md", "z/a.md")
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": None} | dict.fromkeys(others, TEXT))
    for name in others:
        path = repository.root / name
        assert texts(path.parent, path.name) == [(2, TEXT), (1, TEXT)]


def test_a_file_that_came_back_has_its_history(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": None, "x": ""})
    commit(repository, 3, {"a.md": "Short.\n"})
    assert texts(repository.root, "a.md") == [(3, "Short.\n"), (1, TEXT)]


def test_a_rename_that_waits_to_be_committed_is_followed(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    repository.git("mv", "a.md", "b.md")
    assert texts(repository.root, "b.md") == [(1, TEXT)]


def test_a_file_called_like_a_commit_is_in_nobodys_way(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT, "HEAD": "x"})
    repository.git("mv", "a.md", "b.md")
    assert texts(repository.root, "b.md") == [(1, TEXT)]


def test_no_more_commits_are_looked_at_whatever_the_names(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": None, "b.md": TEXT})
    commit(repository, 3, {"b.md": TEXT + "More.\n"})
    assert [day for day, _ in texts(repository.root, "b.md", 2)] == [3, 2]
    assert [day for day, _ in texts(repository.root, "b.md", 3)] == [3, 2, 1]


def test_what_a_merge_made_of_both_sides_is_a_version(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    repository.branch("side")
    commit(repository, 2, {"a.md": TEXT + "Side.\n"})
    repository.switch("main")
    commit(repository, 3, {"a.md": TEXT + "Main.\n"})
    repository.run("merge", "--quiet", "side")
    commit(repository, 4, {"a.md": TEXT + "Both.\n"})
    assert texts(repository.root, "a.md") == [
        *((4, TEXT + "Both.\n"), (3, TEXT + "Main.\n"), (2, TEXT + "Side.\n"), (1, TEXT))
    ]


def test_settings_for_people_change_nothing(repository: Repository) -> None:
    commit(repository, 1, {"sub/a.md": TEXT})
    commit(repository, 2, {"sub/a.md": None, "sub/b.md": TEXT})
    settings = {
        **{"color.ui": "always", "diff.renames": "false", "log.follow": "true", "diff.relative": "true"},
        **{
            "log.decorate": "full",
            "log.showSignature": "true",
            "log.date": "relative",
            "diff.noprefix": "true",
        },
        **{"log.showRoot": "false", "log.diffMerges": "first-parent"},
    }
    repository.branch("side")
    commit(repository, 3, {"sub/b.md": TEXT + "Side.\n"})
    repository.switch("main")
    repository.git("merge", "--quiet", "--no-ff", "side")
    before = texts(repository.root / "sub", "b.md")
    for name, value in settings.items():
        repository.git("config", name, value)
    assert texts(repository.root / "sub", "b.md") == before
    assert sorted({(day, len(text)) for day, text in before}) == [
        *((1, len(TEXT)), (2, len(TEXT)), (3, len(TEXT) + len("Side.\n")))
    ]


def test_links_and_submodules_are_no_texts(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    (repository.root / "a.md").unlink()
    (repository.root / "a.md").symlink_to("elsewhere")
    commit(repository, 2, {})
    assert texts(repository.root, "a.md") == [(1, TEXT)]


def test_what_git_tells_its_hooks_leads_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, 1, {"a.md": TEXT})
    other = tmp_path / "other"
    other.mkdir()
    foreign = Repository(other, tmp_path)
    foreign.git("init", "--quiet", "--initial-branch=main")
    commit(foreign, 2, {"a.md": "Of the other one.\n"})
    for name, value in {
        **{"GIT_DIR": f"{other}/.git", "GIT_WORK_TREE": str(other), "GIT_INDEX_FILE": f"{other}/.git/index"},
        **{"GIT_PREFIX": "sub/", "GIT_OBJECT_DIRECTORY": f"{other}/.git/objects", "GIT_GLOB_PATHSPECS": "1"},
        **{"GIT_COMMON_DIR": f"{other}/.git", "GIT_NAMESPACE": "x", "GIT_LITERAL_PATHSPECS": "1"},
    }.items():
        monkeypatch.setenv(name, value)
    assert texts(repository.root, "a.md") == [(1, TEXT)]


def test_worktrees_and_submodules_have_the_history_of_their_repository(
    repository: Repository, tmp_path: Path
) -> None:
    commit(repository, 1, {"sub/a.md": TEXT})
    repository.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    assert texts(tmp_path / "tree/sub", "a.md") == [(1, TEXT)]
    above = tmp_path / "above"
    above.mkdir()
    whole = Repository(above, tmp_path)
    whole.git("init", "--quiet", "--initial-branch=main")
    source = repository.root.as_uri()
    whole.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source, "source")
    assert texts(above / "source/sub", "a.md") == [(1, TEXT)]


def test_a_repository_without_a_commit_has_no_versions(repository: Repository) -> None:
    assert texts(repository.root, "a.md") == []


def test_folders_without_a_usable_history_are_refused_with_the_reason(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": TEXT + "More.\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    uri = repository.root.as_uri()
    inside = "the folder is in no working tree of its git repository"
    assert refusal(repository.root / ".git")[0] == inside
    repository.git("clone", "--quiet", "--bare", uri, str(tmp_path / "bare"))
    assert refusal(tmp_path / "bare")[0] == inside
    repository.git("clone", "--quiet", "--depth=1", uri, str(tmp_path / "shallow"))
    message, hint = refusal(tmp_path / "shallow")
    assert message == "the clone is shallow: git has not fetched the earlier texts"
    assert "git fetch --unshallow" in hint
    assert refusal(tmp_path / "absent")[0] == "the folder is not there"
    (tmp_path / "none").mkdir()
    assert refusal(tmp_path / "none")[0].startswith("the folder is in no git repository: fatal: ")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    message, hint = refusal(repository.root)
    assert message == "git does not use the repository of the folder, for it belongs to another user"
    assert hint == f"if you trust it: git config --global --add safe.directory {repository.root}"
    monkeypatch.setenv("PATH", "")
    assert refusal(repository.root)[0] == "git is not installed, or not on the PATH"


@pytest.mark.parametrize("filter", ["blob:none", "tree:0"])
def test_a_partial_clone_is_refused_and_nothing_is_fetched(
    repository: Repository, tmp_path: Path, filter: str
) -> None:
    commit(repository, 1, {"a.md": TEXT})
    commit(repository, 2, {"a.md": TEXT + "More.\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "partial"
    repository.git("clone", "--quiet", f"--filter={filter}", repository.root.as_uri(), str(clone))
    message, hint = refusal(clone)
    assert message == "the clone is partial: git has not fetched the earlier texts"
    assert hint.startswith("fetch them: ")
    fetching = Repository(clone, tmp_path)
    fetching.git(*hint.removeprefix("fetch them: git ").split())
    assert texts(clone, "a.md") == [(2, TEXT + "More.\n"), (1, TEXT)]


def test_a_broken_repository_is_said(repository: Repository) -> None:
    commit(repository, 1, {"a.md": TEXT})
    (version,) = history_of(repository.root).versions("a.md", 1)
    assert version.day == date(2026, 11, 1)
    (repository.root / ".git/objects" / version.blob[:2] / version.blob[2:]).unlink()
    assert refusal(repository.root) == ("git cannot read the earlier texts", "look what is broken: git fsck")
    (repository.root / ".git/config").write_text("[broken", "utf-8")
    assert refusal(repository.root)[0].startswith("git cannot use the repository of the folder: fatal: ")
