"""The project's documentation as tests see it: its pages, their fenced blocks, links and heading ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from toolkit.markdown.headings import unique_ids

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
UPDATE = "the page is not what the commands print; write it anew: UPDATE_DOCS=1 scripts/test tests/docs"


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its info string, its content, and the heading above it."""

    info: str
    content: str
    line: int
    """Line of its first fence, from 1."""
    heading: str

    @property
    def language(self) -> str:
        """The first word of the info string."""
        return self.info.partition(" ")[0]


def pages() -> tuple[Path, ...]:
    """Return all pages of the documentation: those of ``docs/`` and those in the project's folder."""
    names = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
    return tuple(sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in names if (ROOT / name).exists())]))


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    """Return the parsed page."""
    parser = MarkdownIt("commonmark").enable("table")
    return tuple(parser.parse(page.read_text(encoding="utf-8")))


def fences(page: Path) -> Iterator[Fence]:
    """Yield the fenced blocks of a page in order."""
    heading = ""
    for before, token in zip((None, *tokens(page)), tokens(page), strict=False):
        if before is not None and before.type == "heading_open":
            heading = _plain(token)
        if token.type == "fence":
            yield Fence(token.info.strip(), token.content, (token.map or [0])[0] + 1, heading)


def headings(page: Path, level: int) -> Iterator[str]:
    """Yield the plain texts of the headings of a level."""
    for before, token in zip((None, *tokens(page)), tokens(page), strict=False):
        if before is not None and before.type == "heading_open" and before.tag == f"h{level}":
            yield _plain(token)


def heading_ids(page: Path) -> frozenset[str]:
    """Return the ids that GitHub gives the headings of a page."""
    found = [text for level in range(1, 7) for text in headings(page, level)]
    return frozenset(unique_ids((None, text) for text in found))


def links(page: Path) -> Iterator[str]:
    """Yield the destinations of the links and images of a page."""
    for token in tokens(page):
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                yield str(child.attrs.get("href") or child.attrs.get("src") or "")


def tables(page: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the tables of a page: the heading above each, and its rows as Markdown."""
    heading = ""
    rows: list[list[str]] = []
    for before, token in zip((None, *tokens(page)), tokens(page), strict=False):
        if before is not None and before.type == "heading_open":
            heading = _plain(token)
        elif token.type == "tr_open":
            rows.append([])
        elif before is not None and before.type in ("th_open", "td_open"):
            rows[-1].append(token.content)
        elif token.type == "table_close":
            yield heading, rows
            rows = []


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in ("text", "code_inline"))
