from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.workspace.conftest import Tree
from toolkit.errors import ConfigError, SourceError
from toolkit.model.document import MarkdownOptions
from toolkit.model.finding import Finding, Place, Severity
from toolkit.workspace.project import Project
from toolkit.workspace.settings import Settings
from toolkit.workspace.source_file import SourceFile, SourceList
from toolkit.workspace.sources import discover_sources

DEFAULT = MarkdownOptions()


def listed(root: Path) -> SourceList:
    return discover_sources(Project(root, Settings()))


def names(root: Path) -> dict[str, str]:
    return {source.path: source.name for source in listed(root).sources}


def test_documents_are_named_below_the_literal_folder_and_sorted_by_path(tree: Tree) -> None:
    root = tree(
        {
            "babel.cfg": "[markdown: source/**.md]\nfront_matter =\n"
            "[markdown: docs/*.txt]\n[python: **.py]\n",
            "source/z.md": "",
            "source/guides/a.b.md": "",
            "source/a.py": "",
            "docs/notes.txt": "",
            "docs/deep/notes.txt": "",
            "readme.md": "",
        }
    )
    bare = MarkdownOptions("gfm", ())
    assert listed(root) == SourceList(
        (
            SourceFile("notes", "docs/notes.txt", DEFAULT),
            SourceFile("guides/a.b", "source/guides/a.b.md", bare),
            SourceFile("z", "source/z.md", bare),
        )
    )
    assert [source.domain for source in listed(root).sources] == ["notes", "guides.a.b", "z"]


def test_the_first_matching_section_wins_also_one_of_another_method(tree: Tree) -> None:
    root = tree(
        {
            "babel.cfg": "[ignore: source/draft.md]\n[python: source/code*.md]\n"
            "[markdown: source/guides/**.md]\nfront_matter = x\n[markdown: source/**.md]\n",
            "source/draft.md": "",
            "source/code1.md": "",
            "source/guides/a.md": "",
            "source/b.md": "",
        }
    )
    assert listed(root).sources == (
        SourceFile("b", "source/b.md", DEFAULT),
        SourceFile("a", "source/guides/a.md", MarkdownOptions("gfm", ("x",))),
    )


@pytest.mark.parametrize(
    "method",
    [
        "toolkit.catalog.babel_extraction:extract_markdown",
        "toolkit.catalog.babel_extraction.extract_markdown",
    ],
)
def test_the_extractor_may_be_named_in_full(tree: Tree, method: str) -> None:
    root = tree({"babel.cfg": f"[extractors]\nmd = {method}\n[md: **.md]\n", "a.md": ""})
    assert names(root) == {"a.md": "a"}


def test_folders_of_tools_and_hidden_files_are_left_out(tree: Tree) -> None:
    root = tree(
        {
            "babel.cfg": "[ignore: build]\n[markdown: **.md]\n",
            **dict.fromkeys(
                (".venv/a.md", ".git/b.md", "_drafts/c.md", "node_modules/x/d.md", "x/node_modules/d.md"), ""
            ),
            **dict.fromkeys(("output/markdown/es/e.md", "build/f.md", ".hidden.md", "x/._g.md"), ""),
            **dict.fromkeys(("_kept.md", "docs/output/h.md"), ""),
        }
    )
    assert names(root) == {"_kept.md": "_kept", "docs/output/h.md": "docs/output/h"}


def test_a_pattern_that_matches_nothing_is_one_error_finding(tree: Tree) -> None:
    root = tree({"babel.cfg": "[markdown: a/**.md]\n\n[markdown: docs/**.md]\n", "a/x.md": ""})
    assert listed(root) == SourceList(
        (SourceFile("x", "a/x.md", DEFAULT),),
        (
            Finding(
                "no-sources",
                Severity.ERROR,
                "[markdown: docs/**.md] matches no file",
                Place("babel.cfg", 3),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "the project has no babel.cfg, which says which files are sources"),
        ({"babel.cfg": ""}, "no section is for Markdown"),
        ({"babel.cfg": "[python: **.py]"}, "no section is for Markdown"),
        ({"babel.cfg": "[markdown: docs/**.md]"}, "[markdown: docs/**.md] matches no document"),
        (
            {"babel.cfg": "[markdown: ../x/**.md]\n[markdown: b.md]"},
            "[markdown: ../x/**.md], [markdown: b.md] match no document",
        ),
        (
            {"babel.cfg": "[ignore: *.md]\n[markdown: **.md]", "a.md": ""},
            "[markdown: **.md] matches no document",
        ),
    ],
)
def test_a_project_without_any_document_is_refused(
    tree: Tree, files: Mapping[str, str], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        listed(tree(files))
    assert (caught.value.message, caught.value.rule, caught.value.path) == (
        message,
        "no-sources",
        "babel.cfg",
    )


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("a/x.md", "b/x.md"), 'a/x.md and b/x.md would share the PO file "x.po"'),
        (("a/Good.md", "a/good.md"), 'a/Good.md and a/good.md would share the PO file "good.po"'),
        (("a/x.y.md", "a/x/y.md"), 'a/x.y.md and a/x/y.md would share the PO file "x.y.po"'),
        (("a/é.md", "a/e\u0301.md"), 'a/e\u0301.md and a/é.md would share the PO file "é.po"'),
        (
            ("a/\u03b1\u0345\u0301.md", "a/\u1fb4.md"),
            'a/\u03b1\u0345\u0301.md and a/\u1fb4.md would share the PO file "\u1fb4.po"',
        ),
        (("a/STRASSE.md", "a/straße.md"), 'a/STRASSE.md and a/straße.md would share the PO file "straße.po"'),
        (("a/x.md", "a/X.HTML/y.md"), "a/x.md would be a page where a/X.HTML/y.md needs a folder"),
        (
            ("a/Toolkit-UI.md",),
            'a/Toolkit-UI.md: the name "Toolkit-UI" is reserved for the interface words',
        ),
    ],
)
def test_documents_that_would_share_a_file_are_refused_by_name(
    tree: Tree, paths: tuple[str, ...], message: str
) -> None:
    root = tree({"babel.cfg": "[markdown: a/**.md]\n[markdown: b/**.md]\n", **dict.fromkeys(paths, "")})
    if sum(1 for path in (root / "a").rglob("*.md")) + sum(1 for _ in root.glob("b/*.md")) < len(paths):
        pytest.skip("this file system takes the names for the same")
    with pytest.raises(ConfigError) as caught:
        listed(root)
    assert (caught.value.message, caught.value.rule) == (message, "source-collision")


def test_all_collisions_are_told_at_once(tree: Tree) -> None:
    paths = ("a/x.md", "b/x.md", "a/y.md", "b/y.md")
    root = tree({"babel.cfg": "[markdown: a/*.md]\n[markdown: b/*.md]\n", **dict.fromkeys(paths, "")})
    with pytest.raises(ConfigError) as caught:
        listed(root)
    assert caught.value.message.count("\n") == 1


def test_a_bad_option_is_placed_in_babel_cfg(tree: Tree) -> None:
    root = tree({"babel.cfg": "\n[markdown: **.md]\ndialekt = gfm\n", "a.md": ""})
    with pytest.raises(ConfigError) as caught:
        listed(root)
    error = caught.value
    assert (error.message, error.path, error.line, error.hint) == (
        '[markdown: **.md] unknown option "dialekt"',
        "babel.cfg",
        2,
        'did you mean "dialect"?',
    )


def test_a_name_that_no_po_file_can_hold_is_a_finding(tree: Tree) -> None:
    root = tree({"babel.cfg": "[markdown: **.md]\n", "a.md": ""})
    try:
        (root / "b\nc.md").touch()
    except OSError:
        pytest.skip("this file system refuses such names")
    result = listed(root)
    assert [source.path for source in result.sources] == ["a.md"]
    found = [(finding.rule, finding.severity, finding.place) for finding in result.findings]
    assert found == [("source-name", Severity.ERROR, Place("b\\nc.md"))]


@pytest.mark.usefixtures("permissions")
def test_a_folder_that_cannot_be_listed_is_not_taken_for_empty(tree: Tree) -> None:
    root = tree({"babel.cfg": "[markdown: **.md]\n", "a.md": "", "shut/b.md": ""})
    (root / "shut").chmod(0)
    try:
        with pytest.raises(SourceError, match="cannot be read") as caught:
            listed(root)
    finally:
        (root / "shut").chmod(0o755)
    assert (caught.value.rule, caught.value.path) == ("source-unreadable", "shut")


SECTIONS = st.lists(
    st.sampled_from(
        [
            "[markdown: source/**.md]",
            "[markdown: **.md]\nfront_matter = x",
            "[markdown: ./source/a/*.md]\nfront_matter = y z",
            "[markdown: ^sour*/**.md]",
            "[markdown: source/a?.md]\ndialect = gfm",
            "[markdown: _d/**.md]",
            "[markdown: source/a/one.md]\nfront_matter =",
            "[ignore: source/a]",
            "[ignore: source/a/**]",
            "[ignore: **/b/**]",
            "[python: **/one.md]",
            "[md: **/two.md]\nfront_matter = w",
        ]
    ),
    unique=True,
    min_size=1,
    max_size=5,
)
FILES = st.sets(
    st.sampled_from(
        [
            "one.md",
            "source/a1.md",
            "source/a/one.md",
            "source/a/two.md",
            "source/b/three.md",
            "source/b/a/two.md",
            "sources/four.md",
            "_d/five.md",
            "source/_d/six.md",
            ".h/seven.md",
            "source/eight.MD",
        ]
    )
)


@settings(max_examples=150, deadline=None)
@given(SECTIONS, FILES)
def test_pybabel_takes_the_same_files_with_the_same_options(sections: list[str], files: set[str]) -> None:
    config = (
        "[extractors]\nmd = toolkit.catalog.babel_extraction:extract_markdown\n" + "\n".join(sections) + "\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "babel.cfg").write_text(config, encoding="utf-8")
        for path in files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
        theirs = _babels_list(root, config)
        try:
            ours = {source.path: source.options for source in listed(root).sources}
        except ConfigError as error:
            if error.rule == "source-collision":
                return
            ours = {}
    assert ours == theirs


OURS = ("markdown", "toolkit.catalog.babel_extraction:extract_markdown")


def _babels_list(root: Path, config: str) -> dict[str, MarkdownOptions]:
    """Return the files that ``pybabel extract -F babel.cfg .`` hands to our method, with their options."""
    found: dict[str, MarkdownOptions] = {}

    def ours(*_arguments: object, **_options: object) -> list[object]:
        return []

    def others(*_arguments: object, **_options: object) -> list[object]:
        return []

    def note(path: str, method: object, options: Mapping[str, str]) -> None:
        if method is ours:
            keys = options.get("front_matter")
            found[path] = DEFAULT if keys is None else MarkdownOptions("gfm", tuple(keys.split()))

    methods, options = parse_mapping_cfg(io.StringIO(config), "babel.cfg")  # type: ignore[no-untyped-call]
    stand_ins: Any = [
        (pattern, name if name == "ignore" else ours if name in OURS else others) for pattern, name in methods
    ]
    list(extract_from_dir(str(root), stand_ins, options, callback=note))
    return found
