"""Every attack of ``tests/fixtures/attacks`` through the real commands: harmless in both editions, reported.

Each attack is one document of one project, with a calm text beside it.  What a page holds is read by Python's
own parser, and the Markdown edition by markdown-it as it ships.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tests.cli.project import EPOCH, Project
from tests.html_parts import Parts, html_parts

FOLDER = Path(__file__).parents[1] / "fixtures/attacks"
DOCUMENT = """---
title: A title
description: A description
---

# A heading

A plain text.

A text with a [link](https://good.example/a) and <b>bold</b> words.

![A picture](picture.png) of `code`, see [the guide][guide] and a note[^n].

- An item

> A quote

| A head | Another |
|--------|---------|
| A cell | A last  |

An underlined heading
---------------------

A calm text.

[guide]: https://good.example/guide
[^n]: A footnote
"""
CALM, TRANQUIL = "A calm text.", "Un texto tranquilo."
KEYS = {"id", "source", "translation", "dialect", "code", "document", "rules", "harmless", "written"}
HARMLESS = Parts(
    tags={"em", "strong", "code", "del", "s", "br", "span"},
    attributes={("code", "dir"), ("code", "translate"), ("a", "title"), ("img", "title")},
    values={("code", "dir", "ltr"), ("code", "translate", "no")},
)
_FRONT = re.compile(r"\A(?:---\n.*?\n---\n|\+\+\+\n.*?\n\+\+\+\n|\{\n.*?\n\}\n)", re.DOTALL)
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)


@dataclass(frozen=True, slots=True)
class Attack:
    """A translation that means harm, and what becomes of it."""

    name: str
    fixture: dict[str, Any]

    @property
    def folder(self) -> str:
        return f"{self.fixture.get('dialect', 'gfm')}-{self.fixture.get('code', 'copy')}"

    @property
    def document(self) -> str:
        return str(self.fixture.get("document", DOCUMENT))

    @property
    def po(self) -> str:
        return f"locales/es/LC_MESSAGES/{self.name}.po"


def attacks() -> list[Attack]:
    return [
        Attack(f"{file.stem}-{fixture['id']}", fixture)
        for file in sorted(FOLDER.glob("*.toml"))
        for fixture in tomllib.loads(file.read_text("utf-8"))["attack"]
    ]


ATTACKS = attacks()
EACH = pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])


@dataclass(frozen=True, slots=True)
class Attacked:
    project: Project
    before: dict[str, bytes]
    """All files but the output, before anything was built or checked."""
    build_code: int
    build_err: str
    findings: list[dict[str, Any]]

    def errors(self, attack: Attack) -> list[str]:
        return [
            finding["rule"]
            for finding in self.findings
            if finding["path"] == attack.po and finding["severity"] == "error"
        ]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    project = Project(tmp_path_factory.mktemp("attacks"))
    folders = {attack.folder: attack for attack in ATTACKS}
    project.write(
        "babel.cfg",
        "".join(
            "[markdown: source/{0}-{1}/**.md]\ndialect = {0}\ncode = {1}\n".format(*folder.split("-"))
            for folder in folders
        ),
    )
    project.add_locale("es")
    for folder in folders:
        project.write(f"source/{folder}/picture.png", b"\x89PNG")
    for attack in ATTACKS:
        project.write(f"source/{attack.folder}/{attack.name}.md", attack.document)
    assert project.program("extract", SOURCE_DATE_EPOCH=EPOCH).code == 0
    for attack in ATTACKS:
        _translate(project, attack)
    before = project.contents()
    built = project.program("build")
    checked = project.program("check", "--format", "json")
    return Attacked(project, before, built.code, built.err, json.loads(checked.out)["findings"])


def _translate(project: Project, attack: Attack) -> None:
    path = project.root / attack.po
    catalog = polib.pofile(str(path), wrapwidth=0)
    texts = {CALM: TRANQUIL, attack.fixture["source"]: attack.fixture["translation"]}
    found = [entry for entry in catalog if entry.msgid in texts]
    assert len(found) == 2, f"{attack.name}: no message of the document is the one to be attacked"
    for entry in found:
        # polib writes control characters as they are: they are no other text in a PO file.
        entry.msgstr = texts[entry.msgid]
    path.write_bytes(f"{str(catalog).rstrip()}\n".encode())


@EACH
def test_both_editions_have_nothing_that_the_source_has_not(attacked: Attacked, attack: Attack) -> None:
    source, page = (_page(attacked, tag, attack.name) for tag in ("en", "es"))
    # One in which a translation is withheld: what the theme has on pages of another language.
    other = _page(attacked, "es", "characters-override")
    assert page.beyond(source | other | HARMLESS) == Parts()
    editions = [attacked.project.read(f"output/markdown/{tag}/{attack.name}.md") for tag in ("en", "es")]
    here, there = (html_parts(_READER.render(_FRONT.sub("", text, count=1))) for text in editions)
    assert there.beyond(here | HARMLESS) == Parts()


def _page(attacked: Attacked, tag: str, name: str) -> Parts:
    html = attacked.project.read(f"output/html/{tag}/{name}.html")
    html = html.replace(f"/markdown/{tag}/{name}.md", "/its-markdown.md")
    # Ways to what is withheld lead to another place on each page.
    html = re.sub(r"toolkit-passage-\d+", "toolkit-passage-1", html)
    return html_parts(html.replace(f"/{name}.html", "/the-page.html"))


@EACH
def test_each_attack_is_reported_or_harmless(attacked: Attacked, attack: Attack) -> None:
    markdown = attacked.project.read(f"output/markdown/es/{attack.name}.md")
    if "harmless" in attack.fixture:
        assert attacked.errors(attack) == []
        assert attack.fixture.get("written", "") in markdown
    else:
        assert attacked.errors(attack) == attack.fixture["rules"] != []
        assert markdown == attack.document.replace(CALM, TRANQUIL)


@EACH
def test_the_other_entry_of_the_file_is_published(attacked: Attacked, attack: Attack) -> None:
    assert TRANQUIL in attacked.project.read(f"output/markdown/es/{attack.name}.md")
    assert TRANQUIL in attacked.project.read(f"output/html/es/{attack.name}.html")


def test_nothing_but_the_output_is_written(attacked: Attacked) -> None:
    after = attacked.project.contents()
    assert {path: data for path, data in after.items() if not path.startswith("output/")} == attacked.before
    pages = {f"{attack.name}.{ending}" for attack in ATTACKS for ending in ("md", "html")}
    written = {path.split("/", 3)[3] for path in after if re.match(r"output/(markdown|html)/(en|es)/.", path)}
    assert written - pages == {"404.html", "index.html", "picture.png"}


def test_build_and_check_say_the_same(attacked: Attacked) -> None:
    """Law 8: what check calls an error is withheld from both editions, and the exit code is 1."""
    assert attacked.build_code == 1
    said = re.findall(r"^(locales/\S+\.po):\d+:\d+: error\[([a-z-]+)\]", attacked.build_err, re.MULTILINE)
    errors = {(one["path"], one["rule"]) for one in attacked.findings if one["severity"] == "error"}
    assert set(said) == errors


def test_there_are_many_and_each_says_what_becomes_of_it() -> None:
    assert len(ATTACKS) >= 200
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.fixture.keys() <= KEYS
        assert ("rules" in attack.fixture) != ("harmless" in attack.fixture), attack.name
    assert sum("rules" in attack.fixture for attack in ATTACKS) >= 120
