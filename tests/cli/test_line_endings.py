"""Line endings, byte order marks and last lines: what is not translated keeps its bytes."""

from __future__ import annotations

import re

import pytest

from tests.cli.project import MakeProject, Project
from tests.pseudo import pseudo_text

SPACES = "  "
ARTICLE = f"""\
---
title: Stem cells
description: "What they are"
---

# Heading *one*

A paragraph that goes
over two lines.

Setext
heading
===

> A quote that goes
> over two lines,\\
> with a hard break.

- item
  over two lines
  - nested item

| A | B |
|---|---|
| c | d |

Two spaces{SPACES}
make a break.

```
code
```
"""
MIXED = "".join(
    line + ending
    for line, ending in zip(ARTICLE.split("\n")[:-1], ["\r\n", "\n", "\r", "\n", "\r\n"] * 7, strict=False)
)
TEXTS = {
    "LF": ARTICLE,
    "CRLF": ARTICLE.replace("\n", "\r\n"),
    "CR": ARTICLE.replace("\n", "\r"),
    "mixed": MIXED,
    "line separator": ARTICLE.replace("over two", "over\u2028two").replace("item\n", "it\u2029e\x85m\n"),
    "form feed": ARTICLE.replace("over two", "over\x0ctwo\x0b"),
    "byte order mark": "\ufeff" + ARTICLE,
    "byte order mark, CRLF": "\ufeff" + ARTICLE.replace("\n", "\r\n"),
    "no last line ending": ARTICLE.removesuffix("\n"),
    "text at the end": ARTICLE + "\nLast words",
    "text at the end, CRLF": (ARTICLE + "\nLast words").replace("\n", "\r\n"),
    "blank lines at the end": ARTICLE + "\n \n\t\n",
    "spaces at the ends": ARTICLE.replace("two lines.", "two lines.   ").replace(
        "# Heading *one*", "# Heading *one*  #  "
    ),
}
PO = "locales/es/LC_MESSAGES/article.po"
EDITION = "output/markdown/es/article.md"


@pytest.fixture(params=TEXTS)
def extracted(project: MakeProject, request: pytest.FixtureRequest) -> Project:
    made = project({"source/article.md": TEXTS[request.param]}, "es")
    made.done("extract")
    return made


def test_a_second_run_changes_nothing(extracted: Project) -> None:
    before = extracted.state()
    extracted.done("extract")
    assert extracted.state() == before


def test_line_endings_make_no_messages_of_their_own(project: MakeProject) -> None:
    same = ("LF", "CRLF", "CR", "mixed", "byte order mark", "byte order mark, CRLF", "spaces at the ends")
    made = project({f"source/{name}.md": TEXTS[name] for name in same}, "es")
    made.done("extract")
    for name in same:
        assert list(made.entries(f"locales/es/LC_MESSAGES/{name}.po")) == [
            *("title|Stem cells", "description|What they are", "Heading *one*"),
            *("A paragraph that goes over two lines.", "Setext heading"),
            *("A quote that goes over two lines,\nwith a hard break.", "item over two lines", "nested item"),
            *("A", "B", "c", "d", "Two spaces\nmake a break."),
        ]


def test_the_identity_edition_is_the_source(extracted: Project) -> None:
    source = (extracted.root / "source/article.md").read_bytes()
    extracted.translate(PO, lambda msgid: msgid)
    extracted.done("build")
    assert (extracted.root / EDITION).read_bytes() == source
    assert (extracted.root / EDITION.replace("/es/", "/en/")).read_bytes() == source


def test_an_edition_of_one_word_differs_in_that_word_only(extracted: Project) -> None:
    source = (extracted.root / "source/article.md").read_bytes()
    extracted.translate(PO, {"c": "translated"})
    extracted.done("build")
    assert (extracted.root / EDITION).read_bytes() == source.replace(b"| c |", b"| translated |")


def test_pseudo_translations_change_letters_only(extracted: Project) -> None:
    source = extracted.read("source/article.md")
    extracted.translate(PO, pseudo_text)
    extracted.done("build")
    edition = extracted.read(EDITION)
    # A text over two lines comes out on one; breaks and the lines of code stay.
    joined = re.sub(
        "(goes|Setext|item|it\u2029e\x85m)[ \\t]*(?:\\r\\n|\\n|\\r)(?:> |  )?(?=over|heading)",
        r"\1 ",
        source.removeprefix("\ufeff"),
    )
    bom = source.startswith("\ufeff")
    assert edition.startswith("\ufeff") == bom
    endings = re.findall(r"\r\n|\n|\r", joined)
    assert re.findall(r"\r\n|\n|\r", edition) == endings
    old, new = (re.split(r"\r\n|\n|\r", text) for text in (joined, edition.removeprefix("\ufeff")))
    for before, after in zip(old, new, strict=True):
        code_or_key = re.match(r"code|```|---|===|\|---", before)
        assert after == (before if code_or_key else _pseudo_line(before)), (before, after)


def _pseudo_line(line: str) -> str:
    key, colon, value = line.partition(": ")
    if key in ("title", "description"):
        return key + colon + pseudo_text(value)
    return pseudo_text(line)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_new_lines_have_the_ending_and_the_prefix_of_their_place(project: MakeProject, ending: str) -> None:
    made = project({"source/article.md": "> One\n\n- two\n\nThree\n".replace("\n", ending)}, "es")
    made.done("extract")
    made.translate(PO, {"One": "Una\ncita", "two": "un\npunto", "Three": "Dos\nlíneas"})
    made.done("build")
    expected = "> Una\\\n> cita\n\n- un\\\n  punto\n\nDos\\\nlíneas\n"
    assert made.read(EDITION) == expected.replace("\n", ending)
