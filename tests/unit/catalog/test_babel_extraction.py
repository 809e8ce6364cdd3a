"""``pybabel extract`` with our ``babel.cfg`` finds the messages that ``toolkit extract`` finds."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from toolkit.catalog.babel_extraction import extract_markdown
from toolkit.errors import ConfigError, SourceError

REPOSITORY = Path(__file__).parents[3]
ARTICLE = """\
---
title: 100% of the título
description: "He said: \\"yes\\""
hero:
  alt: A picture
tags: [uno, دو]
date: 2026-01-02
---

# 100 % sure %s %(name)s {brace}

Line one\\
line two with "quotes" and a back\\\\slash\\	tab.

<!-- i18n:context: verb -->
Open

<!-- i18n:comment: What a door is. -->
Open

<!-- i18n:skip -->
Never

<!-- i18n:skip-start -->
Neither this

- nor this
<!-- i18n:skip-end -->

العربية 日本語 \U0001f600

| a \\| b | c |
|--------|---|
| Open   | ``co|de`` |

Term
: Definition[^1]

[^1]: A note with [a link][ref]

[ref]: https://example.org/
"""
OPTIONS = "front_matter = title description hero.alt tags[]\n"


def _run(root: Path, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def _keys(*paths: Path) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for path in paths for entry in polib.pofile(str(path))}


def _both(root: Path) -> tuple[set[tuple[str | None, str]], set[tuple[str | None, str]]]:
    """Return the messages that Babel and we find in a project."""
    _run(root, "toolkit", "extract", "--pot-only")
    ours = _keys(*(root / "locales").glob("*.pot"))
    _run(root, "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg", "-o", "out.pot", ".")
    return _keys(root / "out.pot"), ours


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def test_pybabel_finds_the_messages_and_contexts_that_we_find(tmp_path: Path) -> None:
    guide = "# Guide\r\n\r\nOpen\r\n\r\nUna línea\r\nsobre dos.\r\n"
    _write(
        tmp_path,
        {
            "babel.cfg": f"[markdown: source/**.md]\n{OPTIONS}",
            "source/article.md": ARTICLE,
            "source/guides/start.md": guide,
        },
    )
    babel, ours = _both(tmp_path)
    assert babel == ours
    assert {("verb", "Open"), (None, "Open"), ("title", "100% of the título"), ("tags", "دو")} < ours
    assert {(None, 'Line one\nline two with "quotes" and a back\\\\slash\\\ttab.'), (None, "a | b")} < ours
    assert not [text for _, text in ours if text in ("Never", "Neither this", "nor this")]


def test_pybabel_finds_the_messages_of_the_bundled_articles(tmp_path: Path) -> None:
    section = re.search(
        r"^\[markdown: .*\n(?:[^\[\n].*\n)*", (REPOSITORY / "babel.cfg").read_text(), re.MULTILINE
    )
    assert section is not None
    _write(tmp_path, {"babel.cfg": section[0]})
    shutil.copytree(REPOSITORY / "source", tmp_path / "source")
    babel, ours = _both(tmp_path)
    assert len(ours) > 50
    assert babel == ours


def test_pybabel_says_where_a_text_stands_and_what_it_is(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "babel.cfg": "[markdown: source/**.md]\n",
            "source/a.md": "# One\n\n<!-- i18n:comment: Hint. -->\nTwo\n",
        },
    )
    _run(
        tmp_path,
        *("babel.messages.frontend", "-q", "extract", "-F", "babel.cfg", "-o", "out.pot", "-c", "type:", "."),
    )
    two = next(entry for entry in polib.pofile(str(tmp_path / "out.pot")) if entry.msgid == "Two")
    assert two.occurrences == [("source/a.md", "4")]
    assert two.comment == "type: paragraph, under: One\nHint."


def _extracted(text: bytes, **options: str) -> list[tuple[int, str | None, str | tuple[str, str], list[str]]]:
    return list(extract_markdown(io.BytesIO(text), (), (), options))


def test_a_context_comes_as_a_call_of_pgettext() -> None:
    assert _extracted(
        b"---\ntitle: T\n---\n\n# T\n\n<!-- i18n:context: verb -->\nOpen\n\nOpen\n\nOpen\n"
    ) == [
        (2, "pgettext", ("title", "T"), ["type: front matter"]),
        (5, None, "T", ["type: heading 1"]),
        (8, "pgettext", ("verb", "Open"), ["type: paragraph, under: T"]),
        (10, None, "Open", ["type: paragraph, under: T"]),
    ]


def test_what_we_refuse_is_refused_here_too() -> None:
    with pytest.raises(SourceError):
        _extracted(b"caf\xe9")
    with pytest.raises(ConfigError):
        _extracted(b"text", frontmatter="title")
