"""Whole sites on disk, of every kind of page, for tests that read what was built as a stranger would."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.bundled import bundled_project
from tests.cli.project import EPOCH, Project
from tests.cli.repository import Repository
from tests.unit.markdown.dialect_cases import CASES, FILES
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.cli.main import run

BASE = "https://example.org/texts"
SETTINGS = f'base-url = "{BASE}"\nmin-complete = 0.2\n'
BABEL_CFG = "[markdown: source/**.md]\nfront_matter = title description tags[]\n"
IMAGE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'

HEAD = """\
---
title: The title
description: What it is & what not
date: 2026-01-02
tags: [Open questions, Cells]
aliases: [old, /older/place/]
---

"""
OLD = f"""\
{HEAD}# The title

The old text leads to [the guide](guides/start.md#second) and to [its folder](guides/).

## A heading

The same text.[^1]

### Another heading

More text.

## The last heading

Last text.

[^1]: A note.
"""
NEW = OLD.replace("The old text", "The new text").replace("More text.", "More text.\n\nA new passage.")
GUIDE = """\
---
title: The guide
date: 2026-01-03
tags: [cells]
---

## First

Back to [the title](../article.md#a-heading).

## Second

[The others](index.md) and [the note](../article.md#fn1).
"""
GUIDES = "# Guides\n\n- [The guide](start.md)\n- [The title](../article.md)\n"
ODD = """\
# Odd

<p id="raw">Raw <a href="../../guides/start.md#first">link</a> <img src="../../images/one.svg" alt="One"></p>

[there](#raw) ![one](../../images/one.svg)

| a | b |
| - | -: |
| 1 | [2](../../article.md#fnref1) |

> [!NOTE]
> Box

- [ ] task

Term
: Meaning[^n]

[^n]: Note with [link](../../article.md)
"""
WORDS = {
    "es": {
        **{"The title": "El título", "What it is & what not": "Lo que es", "Cells": "Células"},
        **{"Open questions": "Preguntas abiertas", "cells": "células", "A heading": "Un título"},
        "The old text leads to [the guide](guides/start.md#second) and to [its folder](guides/).": (
            "El texto viejo lleva a [la guía](guides/start.md#second) y a [su carpeta](guides/)."
        ),
        **{"The same text.[^1]": "El mismo texto.[^1]", "Another heading": "Otro título"},
        **{"More text.": "Más texto.", "The last heading": "El último", "Last text.": "Fin."},
        **{"A note.": "Una nota.", "The guide": "La guía", "First": "Primero", "Second": "Segundo"},
        **{"Guides": "Guías", "[The guide](start.md)": "[La guía](start.md)"},
        "Back to [the title](../article.md#a-heading).": "Vuelva [allí](../article.md#a-heading).",
        "[The others](index.md) and [the note](../article.md#fn1).": (
            "[Los otros](index.md) y [la nota](../article.md#fn1)."
        ),
    },
    # A bit more than half of the article; the guide has too little to be listed, and no list of guides.
    "ar": {
        **{"The title": "العنوان", "Cells": "خلايا", "A heading": "عنوان", "More text.": "نص آخر."},
        **{"The same text.[^1]": "النص نفسه.[^1]", "Last text.": "نهاية.", "A note.": "ملاحظة."},
        **{"Another heading": "عنوان آخر", "The last heading": "الأخير", "The guide": "الدليل"},
        "First": "أولا",
    },
    "de": {"The title": "Der Titel", "Cells": "Zellen", "A note.": "Notiz.", "Last text.": "Ende."},
    "fr": {"The title": "Le titre"},
}
"""Words of ``es``, ``ar`` and ``de``; in ``fr`` nothing reaches the share that is published."""

_NOT_OURS = re.compile(
    r"<[A-Za-z/!?]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\A(?:---|\+\+\+)|\{#id\}.*\{#id\}", re.DOTALL
)
"""In an example: HTML, a control character, an id twice, or front matter, which may be wrong on purpose."""


def own_site(root: Path) -> None:
    """Write the project's own articles."""
    bundled_project(root, 'base-url = "https://example.org"\n')


def partly_translated(root: Path, fallback: str) -> None:
    """Write articles whose text has changed since they were translated, each text in a commit."""
    files = {"article.md": OLD, "guides/start.md": GUIDE, "guides/index.md": GUIDES}
    made = written(root, files, WORDS, f'{SETTINGS}fallback = "{fallback}"\n')
    repository = Repository(root, root)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.environment["GIT_COMMITTER_DATE"] = "2026-02-01T12:00:00Z"
    repository.commit("translated")
    made.write("source/article.md", NEW)
    assert run(["extract"]) == 0
    repository.environment["GIT_COMMITTER_DATE"] = "2026-02-02T12:00:00Z"
    repository.commit("changed")


def start_pages(root: Path) -> None:
    """Write articles with a start page and a page for what is missing, which not every language has."""
    start = "---\ntitle: Welcome\ntags: [cells]\n---\n\nRead [the title](article.md).\n"
    words = {locale: dict(texts) for locale, texts in WORDS.items()}
    words["es"] |= {"Welcome": "Hola", "Read [the title](article.md).": "Lea [el título](article.md)."}
    missing = "# Not here\n\n[Welcome](index.md)\n"
    files = {"article.md": OLD, "guides/start.md": GUIDE, "guides/index.md": GUIDES}
    written(root, files | {"index.md": start, "404.md": missing}, words)


def furnished(root: Path) -> None:
    """Write articles with folders, images, raw HTML, footnotes, boxes, tables and odd names."""
    files: dict[str, str | bytes] = {
        "article.md": NEW,
        "guides/start.md": GUIDE,
        "guides/index.md": GUIDES,
        "a/b c/é & ü.md": ODD,
        "images/one.svg": IMAGE,
        "images/one.es.svg": IMAGE,
    }
    written(root, files, WORDS | {"es": WORDS["es"] | {"Odd": "Raro", "Note with": "Nota"}})


def dialects(root: Path) -> None:
    """Write the examples of every dialect as articles, about half of their texts translated.

    Those whose authors are to blame for what a page holds are left out.
    """
    config = ""
    files: dict[str, str | bytes] = {}
    for name, options in FILES.items():
        math = {None: "auto", True: "yes", False: "no"}[options.math]
        config += f"[markdown: source/{name}/**.md]\ndialect = {options.dialect}\nmath = {math}\n\n"
    examples = [(case.name.partition(":")[0], case.source) for case in CASES]
    for name in ("segments.md", "placement.md"):
        examples += [("plain", unsigned(source)) for _, source, _ in fixtures(name)]
    config += "[markdown: source/**.md]\n"
    for number, (folder, text) in enumerate(examples):
        if not _NOT_OURS.search(text):
            files[f"{folder}/{number}.md"] = text
    written(root, files, {"ar": lambda text: text if len(text) % 2 else None}, config=config)


def written(
    root: Path,
    files: Mapping[str, str | bytes],
    words: Mapping[str, Mapping[str, str] | Callable[[str], str | None]],
    settings: str = SETTINGS,
    config: str = BABEL_CFG,
) -> Project:
    """Write a project into the current folder, extract it, and translate what there are words for."""
    made = Project(root)
    made.write("babel.cfg", config)
    made.write("toolkit.toml", settings)
    for path, content in files.items():
        made.write(f"source/{path}", content)
    for locale in words:
        made.add_locale(locale)
    assert run(["extract"]) == 0
    for locale, texts in words.items():
        for po in sorted((root / f"locales/{locale}/LC_MESSAGES").glob("*.po")):
            made.translate(po.relative_to(root).as_posix(), texts)
    return made


SITES: Mapping[str, Callable[[Path], None]] = {
    "own": own_site,
    "source": lambda root: partly_translated(root, "source"),
    "stale": lambda root: partly_translated(root, "stale"),
    "last-good": lambda root: partly_translated(root, "last-good"),
    "start-pages": start_pages,
    "furnished": furnished,
    "dialects": dialects,
}
"""By name: what writes the project."""


def built_site(name: str, root: Path) -> Path:
    """Write a project into an empty folder, build it, and return its output folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        SITES[name](root)
        assert run(["build"]) in (0, 1)
    return root / "output"
