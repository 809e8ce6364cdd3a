"""The house stands: imports go downwards, each library has one owner, and no circle within a layer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import toolkit

PACKAGE = Path(toolkit.__file__).parent

LAYERS = (
    ("errors",),
    ("model",),
    ("languages", "untrusted_xml"),
    ("markdown",),
    ("catalog",),
    ("check", "status"),
    ("assemble",),
    ("publish",),
    ("workspace", "jobs"),
    ("pipeline",),
    ("preview",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

OWNERS = {
    "babel": ("toolkit.languages",),
    "babel.util": ("toolkit.workspace.mapping",),
    "babel.messages": ("toolkit.workspace",),
    "click": ("toolkit.cli",),
    "filelock": ("toolkit.workspace",),
    "http.server": ("toolkit.preview.server",),
    "jinja2": ("toolkit.publish",),
    "markupsafe": ("toolkit.publish",),
    "markdown_it": ("toolkit.markdown",),
    "mdit_py_plugins": ("toolkit.markdown",),
    "nh3": ("toolkit.check.rules.guards.sanitizer",),
    "pagefind": ("toolkit.workspace.search_index",),
    "pygments": ("toolkit.markdown",),
    "rapidfuzz": ("toolkit.catalog.matching",),
    "unicode_segmentation_rs": ("toolkit.catalog.po.wrapping",),
    "xml": (
        *("toolkit.untrusted_xml", "toolkit.check.formats.junit"),
        *("toolkit.publish.feed", "toolkit.publish.sitemap", "toolkit.publish.xml_document"),
    ),
    "yaml": ("toolkit.markdown",),
    "socketserver": ("toolkit.preview.server",),
    "subprocess": ("toolkit.workspace.git", "toolkit.workspace.search_index"),
    "tomllib": ("toolkit.workspace", "toolkit.markdown.front_matter"),
}

SHELL = (
    *("toolkit.workspace", "toolkit.jobs", "toolkit.pipeline", "toolkit.preview", "toolkit.cli"),
    "toolkit.__main__",
)
IMPURE = {"logging", "os", "pathlib", "random", "shutil", "socket", "subprocess", "tempfile", "time"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module in ("toolkit", "babel", "markdown_it"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield node.module


def part(module: str) -> str | None:
    """Return the layer's part that a module of ours belongs to; none for the package itself."""
    names = module.split(".")
    return names[1] if names[0] == "toolkit" and len(names) > 1 else None


def test_every_module_has_a_layer() -> None:
    homeless = {part(name) for name, _ in modules()} - RANK.keys() - {None}
    assert homeless == set()


def test_imports_go_downwards() -> None:
    upwards = [
        f"{name} imports {target}"
        for name, tree in modules()
        for target in imports(tree)
        if part(target) in RANK
        and part(name) in RANK
        and part(name) != part(target)
        and RANK[str(part(target))] >= RANK[str(part(name))]
    ]
    assert upwards == []


def test_each_library_has_one_owner() -> None:
    strangers = []
    for name, tree in modules():
        for target in imports(tree):
            owned = max((lib for lib in OWNERS if f"{target}.".startswith(f"{lib}.")), key=len, default="")
            if owned and not any(f"{name}.".startswith(f"{owner}.") for owner in OWNERS[owned]):
                strangers.append(f"{name} imports {target}")
    assert strangers == []


def test_no_module_imports_in_a_circle() -> None:
    known = {name for name, _ in modules()}
    graph = {name: {t for t in imports(tree) if t in known and t != name} for name, tree in modules()}
    assert set(TopologicalSorter(graph).static_order()) >= known


def test_the_core_touches_no_disk_clock_or_environment() -> None:
    impure = [
        f"{name} imports {target}"
        for name, tree in modules()
        if not f"{name}.".startswith(tuple(f"{shell}." for shell in SHELL))
        for target in imports(tree)
        if target.split(".")[0] in IMPURE
    ]
    assert impure == []


def test_the_core_neither_prints_nor_opens_nor_exits() -> None:
    calls = [
        f"{name}:{node.lineno} calls {node.func.id}"
        for name, tree in modules()
        if not f"{name}.".startswith(tuple(f"{shell}." for shell in SHELL))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "open", "input", "exit"}
    ]
    assert calls == []


def test_only_the_workspace_reads_and_writes_files() -> None:
    verbs = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "unlink"}
    calls = [
        f"{name}:{node.lineno} calls {node.func.attr}"
        for name, tree in modules()
        if not name.startswith("toolkit.workspace")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in verbs
    ]
    assert calls == []


def test_a_help_page_imports_no_library_but_click() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from toolkit.cli.main import run; run(['--help']);"
        "print(sorted({m.split('.')[0] for m in sys.modules}"
        " & {'babel', 'jinja2', 'markdown_it', 'yaml', 'mdit_py_plugins'}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.endswith("[]\n")
