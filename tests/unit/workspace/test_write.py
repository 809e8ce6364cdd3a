from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.workspace.conftest import Tree
from toolkit.errors import OutputError
from toolkit.model.finding import finding_of
from toolkit.model.output import Output
from toolkit.workspace.write import replace_if_unchanged, write_if_different

REPOSITORY = Path(__file__).parents[3]
LONG_AGO = 1_000_000_000_000_000_000


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def age(path: Path) -> None:
    os.utime(path, ns=(LONG_AGO, LONG_AGO))


def refusal(root: Path, path: str) -> str:
    with pytest.raises(OutputError) as caught:
        write_if_different(root, Output(path, b"new"))
    assert (caught.value.rule, caught.value.path) == ("output-unwritable", path)
    return caught.value.message


PATHS = st.lists(st.sampled_from(["a", "b", "c.d", "é", " ", "-rf"]), min_size=1, max_size=3).map(
    lambda parts: "/".join([f"{part}-folder" for part in parts[:-1]] + parts[-1:])
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PATHS, st.binary(max_size=20), max_size=5))
def test_what_is_written_is_there_and_a_second_time_writes_nothing(planned: dict[str, bytes]) -> None:
    outputs = [Output(path, content) for path, content in planned.items()]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        assert all(write_if_different(root, output) for output in outputs)
        assert files_of(root) == planned
        for path in planned:
            age(root / path)
        assert not any(write_if_different(root, output) for output in outputs)
        assert files_of(root) == planned
        assert all((root / path).stat().st_mtime_ns == LONG_AGO for path in planned)


def test_a_changed_file_keeps_its_mode_and_a_new_one_obeys_the_umask(tree: Tree) -> None:
    root = tree({"a": "old"})
    (root / "a").chmod(0o640)
    before = os.umask(0o027)
    try:
        write_if_different(root, Output("a", b"new"))
        write_if_different(root, Output("b", b"new"))
    finally:
        os.umask(before)
    assert files_of(root) == {"a": b"new", "b": b"new"}
    if os.name == "posix":
        assert [stat.S_IMODE((root / name).stat().st_mode) for name in "ab"] == [0o640, 0o640]
        (root / "a").chmod(0o755)
        write_if_different(root, Output("a", b"newer"))
        assert stat.S_IMODE((root / "a").stat().st_mode) == 0o755


def test_a_file_is_replaced_not_rewritten(tree: Tree) -> None:
    root = tree({"a": "old"})
    with (root / "a").open("rb") as reader:
        assert write_if_different(root, Output("a", b"new")) is True
        assert reader.read() == b"old"


@pytest.mark.parametrize("path", ["", ".", "..", "../a", "/etc/a", "a/../../b", "a/..", "a\0b"])
def test_a_path_never_leaves_the_folder(tree: Tree, path: str) -> None:
    root = tree({"x": ""})
    assert refusal(root, path) == "the path leads out of the project"
    assert files_of(root.parent) == {"project/x": b""}


def test_nothing_is_written_through_a_link(tree: Tree, tmp_path: Path) -> None:
    root = tree({"real/a": "old"})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a").write_bytes(b"old")
    (root / "file").symlink_to("real/a")
    (root / "inside").symlink_to("real", target_is_directory=True)
    (root / "out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (root / "dangling").symlink_to("none")
    for path, name in {"file": "file", "inside/a": "inside", "out/b": "out", "dangling": "dangling"}.items():
        assert refusal(root, path) == f'"{name}" is a link, and nothing is written through links'
    assert files_of(tmp_path) == {"project/real/a": b"old", "outside/a": b"old"}
    assert (root / "file").is_symlink()


def test_the_project_folder_itself_may_be_reached_through_a_link(tree: Tree, tmp_path: Path) -> None:
    root = tree({})
    (tmp_path / "link").symlink_to(root, target_is_directory=True)
    assert write_if_different(tmp_path / "link", Output("a", b"new"))
    assert files_of(root) == {"a": b"new"}


def test_what_is_no_place_for_a_file_is_refused(tree: Tree) -> None:
    root = tree({"b/x": "", "file": ""})
    message = refusal(root, "b")
    assert message == "cannot write the file: there is something that is not a regular file"
    for path in ("file/c", "n" * 300):
        assert refusal(root, path).startswith("cannot write the file: ")
    assert files_of(root) == {"b/x": b"", "file": b""}


FAILING = {
    "make the folder": (Path, "mkdir"),
    "create": (Path, "open"),
    "sync": (os, "fsync"),
    "set the mode": (Path, "chmod"),
    "put in place": (Path, "replace"),
    "put in place, below": (os, "replace"),
}
PROBLEMS = {
    errno.ENOSPC: "no space left on device",
    errno.EROFS: "read-only file system",
    errno.EDQUOT: "disk quota exceeded",
    errno.EIO: "input/output error",
    errno.EACCES: "permission denied",
}


@pytest.mark.parametrize("code", PROBLEMS, ids=errno.errorcode.get)
@pytest.mark.parametrize("failing", FAILING)
def test_a_write_that_the_system_refuses_is_one_line_and_changes_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, failing: str, code: int
) -> None:
    root = tree({"locales/es/a.po": "old", "locales/es/b.po": "other"})

    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*FAILING[failing], refuse)
    with pytest.raises(OutputError) as caught:
        write_if_different(root, Output("locales/es/a.po", b"new"))
    with pytest.raises(OutputError) as caught_too:
        replace_if_unchanged(root, "locales/es/a.po", b"old", b"new")
    monkeypatch.undo()
    for error in (caught.value, caught_too.value):
        finding = finding_of(error)
        assert f"{finding.place}: {finding.severity}[{finding.rule}] {finding.message}" == (
            f"locales/es/a.po: error[output-unwritable] cannot write the file: {PROBLEMS[code]}"
        )
        assert (finding.hint, error.exit_code) == ("", 3)
    assert files_of(root) == {"locales/es/a.po": b"old", "locales/es/b.po": b"other"}


@pytest.mark.parametrize("failing", FAILING)
def test_a_write_that_is_interrupted_leaves_the_old_file_and_nothing_else(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    root = tree({"a": "old"})

    def interrupt(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*FAILING[failing], interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_if_different(root, Output("a", b"new"))
    monkeypatch.undo()
    assert files_of(root) == {"a": b"old"}


def test_a_disk_that_is_full_after_some_bytes_leaves_the_old_file(tree: Tree) -> None:
    """The system itself refuses here: no file of the child may grow beyond ten bytes."""
    pytest.importorskip("resource")
    root = tree({"a": "old"})
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from toolkit.errors import OutputError\n"
        "from toolkit.model.output import Output\n"
        "from toolkit.workspace.write import write_if_different\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "write_if_different(Path(sys.argv[1]), Output('b', b'1234567890'))\n"
        "for size in (11, 100_000):\n"
        "    try:\n"
        "        write_if_different(Path(sys.argv[1]), Output('a', b'x' * size))\n"
        "    except OutputError as error:\n"
        "        print(error.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script, str(root)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "cannot write the file: file too large\n" * 2
    assert files_of(root) == {"a": b"old", "b": b"1234567890"}


def test_bytes_reach_the_disk_before_the_name_and_then_the_name(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({})
    order: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        info = os.fstat(descriptor)
        order.append("folder" if stat.S_ISDIR(info.st_mode) else f"{info.st_size} bytes")
        if stat.S_ISDIR(info.st_mode):
            assert os.path.samestat(info, (root / "a").stat())
        fsync(descriptor)

    def noted_replace(self: Path, target: Path) -> Path:
        assert self.parent == target.parent
        order.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_if_different(root, Output("a/b", b"new"))
    assert order == (["3 bytes", "name", "folder"] if os.name == "posix" else ["3 bytes", "name"])
    order.clear()
    write_if_different(root, Output("a/b", b"newer"), durable=False)
    assert order == ["name"]


def test_a_folder_that_cannot_be_synced_is_no_error(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({"a": "old"})
    fsync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    assert write_if_different(root, Output("a", b"new")) is True
    assert files_of(root) == {"a": b"new"}


@pytest.mark.usefixtures("permissions")
def test_a_folder_without_permission_is_an_error(tree: Tree) -> None:
    root = tree({"shut/a": "old"})
    (root / "shut").chmod(0o555)
    try:
        assert refusal(root, "shut/a") == "cannot write the file: permission denied"
    finally:
        (root / "shut").chmod(0o755)
    assert files_of(root) == {"shut/a": b"old"}


def test_a_po_file_is_replaced_only_while_it_holds_what_was_read(tree: Tree) -> None:
    root = tree({"a.po": "old"})
    assert replace_if_unchanged(root, "a.po", b"other", b"new") is False
    assert replace_if_unchanged(root, "a.po", None, b"new") is False
    assert replace_if_unchanged(root, "b.po", b"old", b"new") is False
    assert replace_if_unchanged(root, "a.po", b"same", b"same") is False
    assert files_of(root) == {"a.po": b"old"}
    assert replace_if_unchanged(root, "a.po", b"old", b"new") is True
    assert replace_if_unchanged(root, "locales/b.po", None, b"new") is True
    assert files_of(root) == {"a.po": b"new", "locales/b.po": b"new"}
    age(root / "a.po")
    assert replace_if_unchanged(root, "a.po", b"new", b"new") is True
    assert (root / "a.po").stat().st_mtime_ns == LONG_AGO


def test_a_save_while_the_new_file_is_being_written_is_not_lost(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({"a.po": "old"})
    fsync = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        fsync(descriptor)
        (root / "a.po").write_bytes(b"saved by a translator")

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    assert replace_if_unchanged(root, "a.po", b"old", b"new") is False
    assert files_of(root) == {"a.po": b"saved by a translator"}
