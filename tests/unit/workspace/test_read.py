from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.errors import CatalogError, SourceError
from toolkit.model.document import Document, MarkdownOptions
from toolkit.workspace.read import read_bytes_or_none, read_source
from toolkit.workspace.settings import Limits
from toolkit.workspace.source_file import SourceFile

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
A = SourceFile("a", "source/a.md", MarkdownOptions("gfm", ("x",)))


def source_error(root: Path, limits: Limits | None = None) -> tuple[str, str, str]:
    with pytest.raises(SourceError) as caught:
        read_source(root, A, limits or Limits())
    return caught.value.rule, caught.value.path, caught.value.message


def po_error(root: Path, path: str = "locales/es/a.po", limits: Limits | None = None) -> tuple[str, str]:
    with pytest.raises(CatalogError) as caught:
        read_bytes_or_none(root, path, limits or Limits())
    assert caught.value.path == path
    return caught.value.rule, caught.value.message


def test_a_document_is_read_exactly_as_it_stands(tree: Tree) -> None:
    root = tree({"source/a.md": b"\xef\xbb\xbf# A \r\n\x0c\xe2\x80\xa8\r"})
    expected = Document("a", "source/a.md", "\ufeff# A \r\n\x0c\u2028\r", MarkdownOptions("gfm", ("x",)))
    assert read_source(root, A, Limits()) == expected


def test_the_limit_of_a_document_is_the_last_size_accepted(tree: Tree) -> None:
    root = tree({"source/a.md": "12345"})
    assert read_source(root, A, Limits(source_bytes=5)).text == "12345"
    message = "the file has 5 bytes; the limit is 4"
    assert source_error(root, Limits(source_bytes=4)) == ("source-limit", "source/a.md", message)


def test_a_document_that_is_gone_or_a_folder_is_unreadable(tree: Tree) -> None:
    root = tree({})
    rule, path = "source-unreadable", "source/a.md"
    assert source_error(root) == (rule, path, "the file is gone, or a link that leads nowhere")
    (root / "source/a.md").mkdir(parents=True)
    assert source_error(root) == (rule, path, "the file is a folder")


@PIPES
def test_a_pipe_is_never_opened(tree: Tree) -> None:
    root = tree({"source/b.md": "", "locales/es/b.po": ""})
    os.mkfifo(root / "source/a.md")
    os.mkfifo(root / "locales/es/a.po")
    assert source_error(root)[2] == "the file is not a regular file"
    assert po_error(root) == ("po-unreadable", "the file is not a regular file")


def test_bytes_that_are_no_text_are_refused(tree: Tree) -> None:
    assert source_error(tree({"source/a.md": b"\xff"}))[0] == "source-encoding"
    assert source_error(tree({"source/a.md": b"a\0"}))[0] == "source-nul"


@pytest.mark.usefixtures("permissions")
def test_a_file_without_permission_is_unreadable(tree: Tree) -> None:
    root = tree({"source/a.md": "x", "locales/es/a.po": "x"})
    (root / "source/a.md").chmod(0)
    (root / "locales/es/a.po").chmod(0)
    message = "the file cannot be read: permission denied"
    assert source_error(root) == ("source-unreadable", "source/a.md", message)
    assert po_error(root) == ("po-unreadable", message)


def test_a_po_file_is_read_as_bytes_and_may_be_absent(tree: Tree) -> None:
    root = tree({"locales/es/a.po": b"\xff\r\n", "file": ""})
    assert read_bytes_or_none(root, "locales/es/a.po", Limits()) == b"\xff\r\n"
    assert read_bytes_or_none(root, "locales/fr/a.po", Limits()) is None
    assert read_bytes_or_none(root, "file/a.po", Limits()) is None


def test_the_limit_of_a_po_file(tree: Tree) -> None:
    root = tree({"locales/es/a.po": "12345"})
    assert po_error(root, limits=Limits(po_bytes=4)) == ("po-limit", "the file has 5 bytes; the limit is 4")


def test_links_of_po_files_stay_inside_the_project(tree: Tree, tmp_path: Path) -> None:
    root = tree({"locales/es/real.po": "x"})
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    es = root / "locales/es"
    (es / "in.po").symlink_to("real.po")
    (es / "out.po").symlink_to(tmp_path / "secret")
    (es / "nowhere.po").symlink_to("none.po")
    (es / "loop.po").symlink_to("loop.po")
    (root / "locales/fr").symlink_to(tmp_path, target_is_directory=True)
    assert read_bytes_or_none(root, "locales/es/in.po", Limits()) == b"x"
    for path, message in {
        "locales/es/out.po": "the file is a link that leads out of the project",
        "locales/fr/secret": "the file is a link that leads out of the project",
        "../secret": "the file is a link that leads out of the project",
        "locales/es/nowhere.po": "the file is a link that leads nowhere",
    }.items():
        assert po_error(root, path) == ("po-unreadable", message)
    assert po_error(root, "locales/es/loop.po")[0] == "po-unreadable"


def test_a_document_may_be_a_link(tree: Tree, tmp_path: Path) -> None:
    root = tree({"source/b.md": ""})
    (tmp_path / "README.md").write_text("r", encoding="utf-8")
    (root / "source/a.md").symlink_to(tmp_path / "README.md")
    assert read_source(root, A, Limits()).text == "r"
