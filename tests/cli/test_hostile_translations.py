"""Translations that would open, close or change a block: escaped or withheld, and the page is built.

Each hostile text has three documents, with the text in every third container; the program builds all at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

import pytest

from tests.cli.html_page import read_page
from tests.cli.project import BABEL_CFG, EPOCH, MakeProject, Project, Ran
from tests.laws.oracle import parsed, signature

DOCUMENT = """\
---
title: In front matter
---

# In an atx heading

In a setext
heading
------------

In a paragraph.

- In a list item
  - In a nested item

1. In an ordered item

> In a quote

> [!NOTE]
> In an alert

| In a first cell | In another cell |
|-----------------|-----------------|
| In a body cell  | At the end      |

See[^n].

[^n]: In a footnote

In a term
: In a definition

- [ ] In a task

In the last paragraph.
"""
CONTAINERS = (
    "In front matter",
    "In an atx heading",
    "In a setext heading",
    "In a paragraph.",
    "In a list item",
    "In a nested item",
    "In an ordered item",
    "In a quote",
    "In an alert",
    "In a first cell",
    "In another cell",
    "In a body cell",
    "At the end",
    "In a footnote",
    "In a term",
    "In a definition",
    "In a task",
    "In the last paragraph.",
)
HOSTILE = {
    "number": "1. uno",
    "lone number": "1.",
    "other number": "7) siete",
    "bullet": "- guion",
    "lone bullet": "-",
    "other bullet": "* a",
    "heading": "# título",
    "lone heading": "#",
    "quote": "> cita",
    "lone quote": ">",
    "four spaces": "    cuatro",
    "tab": "\tcuatro",
    "pipe": "|",
    "row": "| a | b |",
    "delimiter row": "|---|---|",
    "fence": "```",
    "fence with code": "```\ncode\n```",
    "other fence": "~~~",
    "underline": "===",
    "dashes": "---",
    "definition": "[x]: y",
    "footnote": "[^n]: otra nota",
    "term": ": significado",
    "task": "[x] hecho",
    "alert": "[!WARNING]",
    "line break": "una\nlínea",
    "break and bullet": "una\n- línea",
    "break and underline": "una\n===",
    "blank line": "una\n\nlínea",
    "blank line and code": "una\n\n    código",
    "div": "<div>",
    "comment": "<!-- a",
    "script": "<script>alert(1)</script>",
    "backslash": "una\\",
    "attributes": "una {#id}",
    "front matter": "---\nlayout: evil\n---",
    "key": "a: b # c",
}
_ONE_LINE = {"In an atx heading", "In a first cell", "In another cell", "In a body cell", "At the end"}


def _withheld(hostile: str, container: str) -> bool:
    """Say which translations cannot be made safe: those with raw HTML or footnotes of their own.

    The front matter is plain text.  A comment that is not closed is text, too, but where it opens a block.
    """
    if container == "In front matter":
        return False
    return hostile in ("div", "script", "footnote") or (hostile == "comment" and container not in _ONE_LINE)


@dataclass(frozen=True, slots=True)
class Site:
    project: Project
    ran: Ran
    signature: list[object]
    """What the blocks of the source's Markdown are."""
    blocks: list[object]
    """What the blocks of the source's page are."""


def _calm(msgid: str) -> str:
    return msgid.replace("In ", "Dentro de ").replace("See", "Véase").replace("At the end", "Al final")


def _name(hostile: str, third: int) -> str:
    return f"{hostile.replace(' ', '-')}-{third}"


def _po(hostile: str, third: int) -> str:
    return f"locales/es/LC_MESSAGES/{_name(hostile, third)}.po"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = Project(tmp_path_factory.mktemp("hostile"))
    project.write("babel.cfg", BABEL_CFG)
    project.add_locale("es")
    for hostile, third in product(HOSTILE, range(3)):
        project.write(f"source/{_name(hostile, third)}.md", DOCUMENT)
    assert project.program("extract", SOURCE_DATE_EPOCH=EPOCH).code == 0
    for hostile, third in product(HOSTILE, range(3)):
        texts = {segment.key.text: _calm(segment.key.text) for segment in parsed(DOCUMENT).segments}
        texts |= dict.fromkeys(CONTAINERS[third::3], HOSTILE[hostile])
        project.translate(_po(hostile, third), texts)
    ran = project.program("build")
    source = project.read(f"output/html/en/{_name('number', 0)}.html")
    return Site(
        project,
        ran,
        signature(_body(DOCUMENT)),
        read_page(source).one("div", class_="text").blocks(),
    )


def _body(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def _named(site: Site, path: str) -> set[str]:
    """Return the messages whose msgstr the findings name, by the lines of the PO file."""
    lines = site.project.read(path).split("\n")
    found = set()
    for number in re.findall(rf"^{re.escape(path)}:(\d+):\d+: error\[[a-z-]+\] ", site.ran.err, re.MULTILINE):
        assert lines[int(number) - 1].startswith("msgstr ")
        found.add(lines[int(number) - 2].removeprefix('msgid "').removesuffix('"'))
    return found


@pytest.mark.parametrize("third", range(3))
@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_structure_of_both_editions_stays_and_the_rest_is_translated(
    site: Site, hostile: str, third: int
) -> None:
    markdown = site.project.read(f"output/markdown/es/{_name(hostile, third)}.md")
    assert signature(_body(markdown)) == site.signature
    page = read_page(site.project.read(f"output/html/es/{_name(hostile, third)}.html"))
    assert page.one("div", class_="text").blocks() == site.blocks
    withheld = {container for container in CONTAINERS[third::3] if _withheld(hostile, container)}
    assert _named(site, _po(hostile, third)) == withheld
    marked = [e for e in page.all() if "untranslated" in e.attributes.get("class", "")]
    assert {e.text.removesuffix("↩︎").strip().replace("\n", " ") for e in marked} == withheld
    texts = {segment.key.text for segment in parsed(markdown).segments}
    calm = {_calm(s.key.text) for s in parsed(DOCUMENT).segments if s.key.text not in CONTAINERS[third::3]}
    assert calm | withheld <= texts
    shown = page.one("article").text + page.one("title").text
    words = re.findall(r"[^\W_]+", HOSTILE[hostile])
    assert len(withheld) == len(CONTAINERS[third::3]) or [word for word in words if word not in shown] == []


def test_every_finding_names_its_place_and_the_exit_code_is_1(site: Site) -> None:
    assert site.ran.code == 1
    lines = [line for line in site.ran.err.split("\n") if ".po:" in line]
    assert len(lines) == sum(_withheld(hostile, container) for hostile in HOSTILE for container in CONTAINERS)
    for line in lines:
        assert re.match(
            r"locales/es/LC_MESSAGES/[^:]+\.po:\d+:\d+: error\[[a-z-]+\] .+; the page shows", line
        )


def test_no_page_has_a_script(site: Site) -> None:
    for path in sorted((site.project.root / "output/html/es").glob("*.html")):
        assert "<script" not in path.read_text("utf-8")


def test_what_can_be_escaped_is_no_finding(project: MakeProject) -> None:
    made = project({"source/a.md": DOCUMENT}, "es")
    made.done("extract")
    texts = [text for name, text in HOSTILE.items() if name not in ("div", "script", "footnote", "comment")]
    made.translate("locales/es/LC_MESSAGES/a.po", dict(zip(CONTAINERS, texts, strict=False)))
    made.done("build")
    assert signature(_body(made.read("output/markdown/es/a.md"))) == signature(_body(DOCUMENT))


DANGERS = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNj)",
    "<javascript:alert(1)>",
    "![x](javascript:x)",
    '![" onerror="x](picture.png)',
    '[x](there.md "t\\" onclick=x")',
    "**x**{onclick=x}",
    "x{{ 7 * 7 }}{% include '/etc/passwd' %}%(name)s{0}",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!-- <script>alert(1)</script> -->",
    "</title><script>alert(1)</script>",
    "![x](../babel.cfg)",
)


@pytest.mark.parametrize("danger", DANGERS)
def test_a_translation_brings_no_script_and_no_file_to_a_page(project: MakeProject, danger: str) -> None:
    made = project({"source/a.md": "---\ntitle: A title\n---\n\n# A heading\n\nSome text.\n\nMore.\n"}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", {"More.": "Más."})
    made.done("build")
    names = made.contents("output").keys()
    made.translate(
        "locales/es/LC_MESSAGES/a.po", dict.fromkeys(("A title", "A heading", "Some text."), danger)
    )
    made.run("build")
    assert made.contents("output").keys() == names
    for path in ("output/html/es/a.html", "output/html/es/index.html"):
        page = read_page(made.read(path))
        assert not {"script", "svg"} & {element.name for element in page.all()}
        for element in page.all():
            assert not [name for name in element.attributes if name.startswith("on")]
            for name in ("href", "src"):
                url = element.attributes.get(name, "").lower()
                assert not url.startswith(("javascript:", "vbscript:", "data:"))
    assert "<p>Más.</p>" in made.read("output/html/es/a.html")
    assert "49" not in made.read("output/html/es/a.html")
