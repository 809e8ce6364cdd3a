"""Regular expressions mean the same on every Python that is supported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.test_layers import modules

# Escapes and character classes are passed over, in which these characters stand for themselves.
_PIECES = re.compile(
    r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|(?P<refused>[*+?]\+|\{[0-9]*,?[0-9]*\}\+|\(\?>)|.", re.DOTALL
)


def refused(pattern: str) -> list[str]:
    """Return the possessive quantifiers and the openings of atomic groups in a regular expression."""
    return [piece["refused"] for piece in _PIECES.finditer(pattern) if piece["refused"]]


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and value of each string but docstrings, with ``x`` for what an f-string puts in."""
    passed = {
        id(part)
        for node in ast.walk(tree)
        for part in (
            [node.value]
            if isinstance(node, ast.Expr)
            else node.values
            if isinstance(node, ast.JoinedStr)
            else []
        )
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "x" for part in node.values]
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in passed:
            if isinstance(node.value, str):
                yield node.lineno, node.value
            elif isinstance(node.value, bytes):
                yield node.lineno, node.value.decode("latin-1")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('r"a*+"', ["*+"]),
        ('r"(?:ab?c)++"', ["++"]),
        ('r"[ab]?+"', ["?+"]),
        ('rb"a{2,}+"', ["{2,}+"]),
        ('rf"{string}*+"', ["*+"]),
        ('rf"a{{3}}+"', ["{3}+"]),
        ('r"(?>a)"', ["(?>"]),
        (r'r"[\]a]*+"', ["*+"]),
        (r'r"\*+|[*+]|[]*+]|\(?>|a+b+|a{1}b+"', []),
        ('"""a*+"""; x = 1', []),
    ],
)
def test_they_are_found_in_patterns_and_not_in_what_looks_like_them(source: str, found: list[str]) -> None:
    tree = ast.parse(source if source.startswith('"""') else f"p = {source}")
    assert [piece for _, text in texts(tree) for piece in refused(text)] == found


def test_no_pattern_is_possessive_or_atomic() -> None:
    """Before 3.11.5, CPython lets a possessive group and an atomic one keep what its last, failed round took.

    There ``re.match(r"(?:ab?c)*+", "abcab")`` spans four characters instead of three: a damaged PO
    file was read as a sound one. Debian 12 has Python 3.11.2. Let the alternatives exclude one another
    instead, as in ``[^"\\\\]*(?:\\\\.[^"\\\\]*)*``: that is as quick.
    """
    found = [
        f"{name}:{line}: {piece}"
        for name, tree in modules()
        for line, text in texts(tree)
        for piece in refused(text)
    ]
    assert found == []
