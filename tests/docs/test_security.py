"""The page about security names tests and attacks that exist, and leaves no attack out."""

from __future__ import annotations

import ast
import re
import tomllib
from fnmatch import fnmatchcase

from tests.docs.pages import DOCS, ROOT, tables

PAGE = DOCS / "explanation/security.md"
ATTACKS = ROOT / "tests/fixtures/attacks"
_SPAN = re.compile(r"`([^`]+)`")
_ITEMS = (
    *(
        "script",
        "event handler",
        "javascript:",
        "data:",
        "vbscript:",
        "svg",
        "style",
        "frame",
        "meta refresh",
    ),
    *("form", "beacon", "host", "definition", "block", "comment", "fence", "front matter", "id", "template"),
    *("header", "tags, anchors", "aliases", "control and bidirectional", "locale names", "domains", "links"),
    *("images", "layout", "symbolic links", "huge files", "deep nesting", "plural-forms", "configuration"),
)
"""What the page must speak of."""


def cells() -> list[str]:
    return [
        row[-1] for _, rows in tables(PAGE) for row in rows if rows[0][-1] == "Tests" and row is not rows[0]
    ]


def names() -> list[str]:
    return [name for cell in cells() for name in _SPAN.findall(cell)]


def attacks() -> set[str]:
    found = set()
    for file in ATTACKS.rglob("*.toml"):
        for attack in tomllib.loads(file.read_text("utf-8"))["attack"]:
            found.add(f"{file.relative_to(ATTACKS).with_suffix('').as_posix()}/{attack['id']}")
    return found


def test_every_threat_names_a_test() -> None:
    assert len(cells()) > 40
    assert [cell for cell in cells() if not _SPAN.search(cell)] == []


def test_every_test_that_is_named_exists() -> None:
    missing = []
    for name in {name for name in names() if name.startswith("tests/")}:
        path, _, function = name.partition("::")
        file = ROOT / path
        if not file.exists():
            missing.append(name)
        elif function:
            tree = ast.parse(file.read_text("utf-8"))
            if function not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
                missing.append(name)
    assert missing == []


def test_every_attack_that_is_named_exists() -> None:
    patterns = {name for name in names() if not name.startswith("tests/")}
    assert [one for one in patterns if not any(fnmatchcase(name, one) for name in attacks())] == []


def test_the_page_speaks_of_every_kind_of_attack() -> None:
    text = PAGE.read_text("utf-8").lower()
    assert [item for item in _ITEMS if item not in text] == []
