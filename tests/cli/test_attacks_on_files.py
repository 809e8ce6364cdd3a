"""Attacks that are no translations: PO files, articles, names, links on disk, configuration, theme."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.cli.project import MakeProject, Project, first_lines

FOLDER = Path(__file__).parents[1] / "fixtures/attacks/files"
PO = "locales/es/LC_MESSAGES/a.po"
_REPEATED = re.compile(r"^(.*)REPEATED (\d+)\n", re.MULTILINE)


def fixtures(name: str) -> dict[str, dict[str, Any]]:
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    return {one["id"]: one for one in tomllib.loads(text)["attack"]}


PO_ATTACKS = fixtures("po")
SOURCE_ATTACKS = fixtures("sources")


def repeated(text: str) -> str:
    def written(match: re.Match[str]) -> str:
        line = match[1]
        return (f"{line}x\n" if line.startswith("#") else line) * int(match[2]) + (
            "" if "#" in line else "x\n"
        )

    return _REPEATED.sub(written, text)


@pytest.fixture
def honest(project: MakeProject) -> Project:
    made = project({"source/a.md": "# A text.\n\nMore.\n", "source/honest.md": "An honest text.\n"}, "es")
    made.done("extract")
    made.translate(PO, {"A text.": "Texto.", "More.": "Más."})
    made.translate("locales/es/LC_MESSAGES/honest.po", {"An honest text.": "Un texto honesto."})
    return made


def inputs(project: Project) -> dict[str, bytes]:
    return {path: data for path, data in project.contents().items() if not path.startswith("output/")}


OUR_SCRIPT = '<script src="assets/languages.js" defer></script>'


def harmless_output(project: Project) -> None:
    """Assert that no page holds what the attacks would put there, and that the honest one is published."""
    for path, content in project.contents("output").items():
        if path.endswith((".html", ".md")):
            text = content.decode().replace(OUR_SCRIPT, "")
            assert "<script" not in text.lower(), path
            assert "root:" not in text, path
        if path.endswith(".html"):
            assert not re.search(r"(?:href|src)=\"(?:javascript|vbscript|data):", text), path
    assert "Un texto honesto." in project.read("output/html/es/honest.html")
    assert "Un texto honesto." in project.read("output/markdown/es/honest.md")


def reported(project: Project, path: str) -> list[str]:
    ran = project.run("check", "--format", "json")
    return sorted({one["rule"] for one in json.loads(ran.out)["findings"] if one["path"] == path})


@pytest.mark.parametrize("name", PO_ATTACKS)
def test_a_po_file_does_no_harm_and_keeps_its_bytes(honest: Project, name: str) -> None:
    attack = PO_ATTACKS[name]
    text = honest.read(PO)
    if "replace" in attack:
        old, new = attack["replace"]
        assert old in text
        text = text.replace(old, new)
    honest.write(PO, repeated(text) + attack.get("append", ""))
    before = inputs(honest)
    built = honest.run("build")
    rules = reported(honest, PO)
    assert (built.code, rules) == (attack.get("code", 0), attack.get("rules", []))
    assert inputs(honest) == before
    harmless_output(honest)
    if built.code < 3:
        assert '<html lang="es" dir="ltr">' in honest.read("output/html/es/a.html")


@pytest.mark.parametrize("name", SOURCE_ATTACKS)
def test_an_article_does_no_harm_to_others(honest: Project, name: str) -> None:
    attack = SOURCE_ATTACKS[name]
    honest.write("source/evil.md", repeated(attack["content"].removeprefix("\n")))
    before = inputs(honest)
    built = honest.run("build")
    rules = reported(honest, "source/evil.md")
    assert (built.code, rules) == (attack.get("code", 0), attack.get("rules", []))
    assert inputs(honest) == before
    harmless_output(honest)
    assert (honest.root / "output/html/en/evil.html").exists() == (built.code == 0)


NAMES = (
    'x"><img src=y onerror=z>',
    "it's & <b>",
    "a b%20c",
    "-rf",
    "100%25 {lang}",
    "..evil",
    "a#b?c",
    "%2e%2e%2fx",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(honest: Project, name: str) -> None:
    honest.write(f"source/{name}.md", f"A [link]({quote(name)}.md).\n")
    before = inputs(honest)
    ran = honest.run("build")
    assert ran.code in (0, 2)
    assert inputs(honest) == before
    for path, content in honest.contents("output").items():
        if path.endswith(".html"):
            assert b"onerror=z>" not in content
            assert b"<b>" not in content
        assert ".." not in path.split("/")
    assert "Un texto honesto." in honest.read("output/html/es/honest.html")


@pytest.mark.parametrize("name", ["..evil", "..", "...", "es..", ".git"])
def test_a_locale_folder_leads_nowhere_else(honest: Project, name: str) -> None:
    (honest.root / "locales" / name / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    (honest.root / "locales" / name / "LC_MESSAGES/a.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    before = inputs(honest)
    honest.run("build")
    honest.run("extract")
    assert inputs(honest) == before
    assert {path.name for path in (honest.root / "output/html").iterdir()} == {
        "en",
        "es",
        "assets",
        ".nojekyll",
        "404.html",
        "index.html",
    }


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_an_image_that_is_a_link_out_of_the_project_is_not_published(honest: Project) -> None:
    secret = honest.root.parent / "secret.png"
    secret.write_text("root:x", "utf-8")
    (honest.root / "source/picture.png").symlink_to(secret)
    (honest.root / "source/folder").symlink_to(honest.root.parent, target_is_directory=True)
    honest.write("source/a.md", "# A text.\n\n![x](picture.png) ![y](folder/secret.png)\n")
    ran = honest.run("build")
    assert ran.code == 0
    assert ran.err.count("the file is a link that leads out of the project") == 2
    assert not [path for path, content in honest.contents("output").items() if b"root:x" in content]


TEMPLATES = {
    "page.html": (
        "{% include '../../../etc/passwd' %}",
        1,
        "it names '../../../etc/passwd', which is no template",
    ),
    "base.html": ("\n{% extends '/etc/passwd' %}", 2, "it names '/etc/passwd', which is no template"),
    "index.html": ("\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError: division by zero"),
    "languages.html": ("{{ [].pop() }}", 1, "IndexError: pop from empty list"),
    "language_menu.html": (
        "{% macro language_menu(a, b) %}\n{{ a.x.y }}{% endmacro %}",
        2,
        "'tuple object' has no",
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_fails_is_one_line(honest: Project, name: str) -> None:
    text, line, message = TEMPLATES[name]
    honest.write(f"theme/templates/{name}", text)
    ran = honest.run("build")
    assert ran.code == 2
    (said,) = first_lines(ran.err)
    assert said.startswith(
        f"theme/templates/{name}:{line}: error[theme-template] the template is wrong: {message}"
    )


LAYOUTS = (
    "../{locale}/{path}",
    "/{locale}/{path}",
    "{locale}/../../{path}",
    "{locale}\\\\..\\\\{path}",
    "{path}",
    "C:/{locale}/{path}",
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_stays_in_the_output(honest: Project, layout: str) -> None:
    honest.write("toolkit.toml", f'layout = "{layout}"\n')
    before = honest.contents()
    ran = honest.run("build")
    assert ran.code == 2
    assert "error[config] layout: " in first_lines(ran.err)[0]
    assert honest.contents() == before
