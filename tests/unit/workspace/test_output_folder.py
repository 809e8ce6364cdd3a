from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.workspace.conftest import Tree
from toolkit.errors import OutputError
from toolkit.model.output import Output
from toolkit.workspace.manifest import digest_of, format_manifest, left_alone, overwritten
from toolkit.workspace.output_folder import PublishReport, publish_outputs, read_manifest
from toolkit.workspace.project import Project
from toolkit.workspace.remove import current_digests, remove_files, remove_template
from toolkit.workspace.settings import Settings


def publish(root: Path, planned: dict[str, bytes]) -> PublishReport:
    return publish_outputs(Project(root, Settings()), [Output(path, data) for path, data in planned.items()])


def output_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root / "output").as_posix(): path.read_bytes()
        for path in (root / "output").rglob("*")
        if path.is_file() and path.name != ".manifest"
    }


def folders_of(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_dir() and not path.is_symlink()
    }


def manifest_of(root: Path) -> dict[str, str]:
    return dict(read_manifest(Project(root, Settings()))[0])


PLANS = st.dictionaries(
    st.sampled_from(["a", "b", "x/a", "x/b", "x/y/c", "a/d", "x"]),
    st.sampled_from([b"", b"1", b"2"]),
    max_size=4,
).filter(lambda plan: not any(other.startswith(f"{path}/") for path in plan for other in plan))


@settings(max_examples=80, deadline=None)
@given(st.lists(PLANS, min_size=1, max_size=4))
def test_after_each_run_the_folder_is_what_was_planned_and_a_second_run_rests(
    plans: list[dict[str, bytes]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "output").mkdir()
        (root / "output/.gitkeep").touch()
        for plan in plans:
            report = publish(root, plan)
            assert (report.findings, report.failed) == ((), ())
            assert output_of(root) == plan | {".gitkeep": b""}
            assert manifest_of(root) == {path: digest_of(data) for path, data in plan.items()}
            needed = {parent.as_posix() for path in plan for parent in Path("output", path).parents}
            assert folders_of(root) == (needed | {"output"}) - {"."}
            assert publish(root, plan) == PublishReport(unchanged=tuple(plan))


def test_what_is_gone_is_removed_with_its_empty_folders(tree: Tree) -> None:
    root = tree({"output/.gitkeep": "", "output/html/notes.txt": "by hand"})
    publish(root, {"html/es/a/b.html": b"1", "html/fr/c.html": b"2"})
    assert publish(root, {}) == PublishReport(removed=("html/es/a/b.html", "html/fr/c.html"))
    assert output_of(root) == {".gitkeep": b"", "html/notes.txt": b"by hand"}
    assert folders_of(root) == {"output", "output/html"}


def test_the_output_folder_itself_stays(tree: Tree) -> None:
    root = tree({})
    publish(root, {"a": b"1"})
    publish(root, {})
    (root / "output/.manifest").unlink()
    assert folders_of(root) == {"output"}


def test_nothing_planned_and_nothing_written_makes_no_folder(tree: Tree) -> None:
    root = tree({})
    assert publish(root, {}) == PublishReport()
    assert folders_of(root) == set()


def test_a_gone_file_that_others_changed_stays_and_is_reported_once(tree: Tree) -> None:
    root = tree({})
    publish(root, {"a": b"1", "b": b"2"})
    (root / "output/a").write_bytes(b"by hand")
    assert publish(root, {"b": b"2"}) == PublishReport(unchanged=("b",), findings=(left_alone("a"),))
    assert output_of(root) == {"a": b"by hand", "b": b"2"}
    assert publish(root, {"b": b"2"}) == PublishReport(unchanged=("b",))


def test_a_planned_file_that_others_changed_is_overwritten_and_reported(tree: Tree) -> None:
    root = tree({"output/c": "was here before us", "output/d": "4"})
    publish(root, {"a": b"1", "b": b"2"})
    (root / "output/a").write_bytes(b"by hand")
    (root / "output/b").write_bytes(b"3")
    plan = {"a": b"1", "b": b"3", "c": b"3", "d": b"4"}
    assert publish(root, plan) == PublishReport(
        written=("a", "c"), unchanged=("b", "d"), findings=(overwritten("a"), overwritten("c"))
    )
    assert output_of(root) == plan
    assert publish(root, {}).removed == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    "data", [b"", b"\xff\0", b"# x\nnonsense\n", b"# x\n" + b"0" * 64 + b"  ../../precious\n"]
)
def test_a_corrupt_manifest_is_a_warning_and_removes_nothing(tree: Tree, data: bytes) -> None:
    root = tree({"output/.manifest": data, "output/old": "1", "precious": "", "output/a": "1"})
    report = publish(root, {"a": b"1"})
    assert [finding.rule for finding in report.findings] == ["output-manifest"]
    assert (report.removed, report.failed) == ((), ())
    assert output_of(root) == {"old": b"1", "a": b"1"}
    assert (root / "precious").exists()
    assert publish(root, {"a": b"1"}) == PublishReport(unchanged=("a",))


def test_files_outside_the_runs_scope_are_kept_and_stay_ours(tree: Tree) -> None:
    root = tree({})
    publish(root, {"es/a": b"1", "fr/a": b"1"})
    project = Project(root, Settings())
    report = publish_outputs(project, [], keep=lambda path: path.startswith("es/"))
    assert report == PublishReport(removed=("fr/a",))
    assert manifest_of(root) == {"es/a": digest_of(b"1")}


def test_an_interrupted_run_removes_nothing_and_still_knows_its_files(tree: Tree) -> None:
    root = tree({})
    publish(root, {"old": b"1"})

    def outputs() -> Iterator[Output]:
        yield Output("new", b"2")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish_outputs(Project(root, Settings()), outputs())
    assert output_of(root) == {"old": b"1", "new": b"2"}
    assert manifest_of(root) == {"old": digest_of(b"1"), "new": digest_of(b"2")}
    assert publish(root, {}).removed == ("new", "old")


def test_a_linked_file_or_folder_is_neither_written_nor_removed(tree: Tree, tmp_path: Path) -> None:
    root = tree({})
    publish(root, {"a": b"1", "x/b": b"1"})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/b").write_bytes(b"1")
    (root / "output/a").unlink()
    (root / "output/a").symlink_to(tmp_path / "outside/b")
    shutil.rmtree(root / "output/x")
    (root / "output/x").symlink_to(tmp_path / "outside", target_is_directory=True)
    report = publish(root, {"a": b"2"})
    assert [error.path for error in report.failed] == ["output/a"]
    assert report.findings == (left_alone("x/b"),)
    assert (tmp_path / "outside/b").read_bytes() == b"1"


def test_an_output_folder_that_is_a_link_or_a_file_is_refused(tree: Tree, tmp_path: Path) -> None:
    root = tree({})
    (tmp_path / "outside").mkdir()
    (root / "output").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert [error.path for error in publish(root, {"a": b"1"}).failed] == ["output/a"]
    assert list((tmp_path / "outside").iterdir()) == []
    (root / "output").unlink()
    (root / "output").write_bytes(b"file")
    assert [error.path for error in publish(root, {"a": b"1"}).failed] == ["output/a"]


def test_a_file_whose_name_changed_in_case_only_is_not_removed_where_both_are_one(tree: Tree) -> None:
    root = tree({"output/a.html": "1"})
    with contextlib.suppress(FileExistsError):  # two names of one file, as such systems have by themselves
        os.link(root / "output/a.html", root / "output/A.html")
    project = Project(root, Settings())
    assert remove_files(project, ["A.html"], {"a.html"}) == (("A.html",), ())
    assert (root / "output/A.html").samefile(root / "output/a.html")


def test_the_output_folder_stays_even_when_its_last_file_goes(tree: Tree) -> None:
    root = tree({"output/x/a": "1"})
    assert remove_files(Project(root, Settings()), ["x/a"], set()) == (("x/a",), ())
    assert folders_of(root) == {"output"}


def test_what_cannot_be_removed_is_an_error_and_stays_ours(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({})
    publish(root, {"a": b"1", "b": b"1"})
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.name == "a":
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    report = publish(root, {})
    assert report.removed == ("b",)
    assert [(error.path, error.message) for error in report.failed] == [
        ("output/a", "cannot remove the file: permission denied")
    ]
    assert manifest_of(root) == {"a": digest_of(b"1")}


def test_the_digest_of_what_is_no_plain_file_is_empty(tree: Tree) -> None:
    root = tree({"output/a": "1", "output/folder/x": "", "output/file": ""})
    (root / "output/link").symlink_to("a")
    found = current_digests(Project(root, Settings()), ["a", "folder", "link", "none", "file/x", "../../x"])
    assert found == {"a": digest_of(b"1"), "folder": "", "link": "", "../../x": ""}


def test_the_manifest_is_written_only_when_it_changes(tree: Tree) -> None:
    root = tree({})
    publish(root, {"a": b"1"})
    path = root / "output/.manifest"
    assert path.read_bytes() == format_manifest({"a": digest_of(b"1")})
    os.utime(path, ns=(1, 1))
    publish(root, {"a": b"1"})
    assert path.stat().st_mtime_ns == 1


def test_only_templates_inside_the_project_are_removed(tree: Tree, tmp_path: Path) -> None:
    root = tree({"locales/a.pot": "1", "locales/es/LC_MESSAGES/a.po": "2", "locales/folder.pot/x": ""})
    (tmp_path / "outside.pot").touch()
    (root / "locales/link.pot").symlink_to(tmp_path / "outside.pot")
    remove_template(root, "locales/a.pot")
    remove_template(root, "locales/a.pot")
    assert not (root / "locales/a.pot").exists()
    for path in (
        "locales/es/LC_MESSAGES/a.po",
        "locales/folder.pot",
        "locales/link.pot",
        "../outside.pot",
    ):
        with pytest.raises(OutputError) as caught:
            remove_template(root, path)
        assert caught.value.path == path
    assert (root / "locales/es/LC_MESSAGES/a.po").exists()
    assert (root / "locales/link.pot").is_symlink()
    assert (tmp_path / "outside.pot").exists()
