"""What each language of front matter has to give: the words shared by YAML, TOML and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

DEEPEST: Final = 100
"""Levels of lists and tables in each other; what lies deeper is refused before a walk runs out of stack."""

Path = tuple[str | int, ...]
"""Keys and numbers of items from the top down to a value."""


class Unreadable(ValueError):
    """The text is not of the language; ``offset`` is the place in it."""

    def __init__(self, problem: str, offset: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.offset = offset


class Disagreement(ValueError):
    """The parser reads the text, and our scanner found other strings in it: nothing there may be edited."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, or any scalar of YAML: its range with its quotes, its value and how it is written."""

    start: int
    stop: int
    tag: str
    """The type that the language resolves it to."""
    value: str
    style: str | None
    """The quotes, ``|`` or ``>``; ``None`` where it is plain."""
    path: Path = ()
    """Where it stands; empty in YAML, whose aliases give a value several places."""

    @property
    def text(self) -> str:
        """The value without outer white space: what becomes a message."""
        return self.value.strip()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says: its strings in their order, and the rest in a form that can be compared."""

    scalars: tuple[Scalar, ...]
    rest: object


@dataclass(frozen=True, slots=True)
class Syntax:
    """A language of front matter."""

    name: str
    read: Callable[[str], Reading]
    """Raises `Unreadable` and `Disagreement`."""
    chosen: Callable[[str, Sequence[str]], Iterator[tuple[str, Scalar]]]
    """The strings at key paths (``title``, ``tags[]``), each with its path; raises as ``read``."""
    spellings: Callable[[str, Scalar, str], Iterator[str]]
    """How a text may be written over a scalar of the source, the best first; never none."""
    values: Callable[[str], Mapping[str, object]]
    """The values at the top; none where the text cannot be read."""
    hint: str
    """How authors most often mend it."""


def at_paths(scalars: Sequence[Scalar], paths: Sequence[str]) -> Iterator[tuple[str, Scalar]]:
    """Yield the scalars that stand at key paths: ``[]`` is any item of a list."""
    wanted = {tuple(path.replace("[]", ".[]").split(".")): path for path in reversed(paths)}
    for scalar in scalars:
        steps = tuple("[]" if isinstance(step, int) else step for step in scalar.path)
        # A key that is spelled [] cannot be told from an item, and no key path can name it.
        if "[]" not in scalar.path and steps in wanted:
            yield wanted[steps], scalar


def around(value: str) -> tuple[str, str]:
    """Return the white space before and after the text of a value: a translation stands between them."""
    before = value[: len(value) - len(value.lstrip())]
    return before, value[len(value.rstrip()) :] if value.strip() else ""
