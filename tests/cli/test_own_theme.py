"""A theme of a project's own, ``tests/fixtures/themes/plain``, takes the place of files and of blocks."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.html_page import Element, read_page
from tests.cli.project import MakeProject, Project

THEME = Path(__file__).parents[1] / "fixtures/themes/plain"
TEXT = "# The title\n\n## One\n\nText.\n\n## Two\n\n## Three\n"


def built(make: MakeProject) -> Project:
    made = make({"source/a.md": TEXT, "source/b.md": "# Other\n"}, "es")
    shutil.copytree(THEME, made.root / "theme")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", lambda msgid: f"{msgid} (es)")
    made.done("build")
    return made


def page(project: Project, name: str) -> Element:
    return read_page(project.read(f"output/html/{name}.html"))


def test_a_block_takes_the_place_of_a_block_and_keeps_the_rest(project: MakeProject) -> None:
    site = built(project)
    found = page(site, "es/a")
    assert found.one("div", class_="column").one("div", class_="text").one("p").text == "Text. (es)"
    assert found.one("h1").text == "The title (es)"
    assert found.one("nav", class_="languages")
    gone = {"breadcrumb", "contents", "neighbours"}
    assert gone.isdisjoint(nav.attributes.get("class") for nav in found.all("nav"))


def test_the_frame_of_every_page_is_the_themes(project: MakeProject) -> None:
    site = built(project)
    for name in ("index", "404", "es/index", "es/404", "es/a", "en/b"):
        found = page(site, name)
        metas = [meta.attributes for meta in found.all("meta")]
        assert {"name": "theme-color", "content": "#ffffff"} in metas
        assert found.one("a", class_="skip-link")
    assert page(site, "es/404").one("p", class_="banner").text == "Todos los idiomas"


def test_an_included_template_and_the_style_are_replaced_by_name(project: MakeProject) -> None:
    site = built(project)
    assert page(site, "es/a").one("p", class_="short-about").text == "100\xa0%"
    assert site.read("output/html/assets/style.css") == (THEME / "static/style.css").read_text("utf-8")


def test_files_that_only_the_theme_has_are_found_and_copied(project: MakeProject) -> None:
    site = built(project)
    closing = page(site, "es/a").one("p", class_="closing")
    assert closing.one("img").attributes["src"] == "../assets/pictures/mark.svg"
    assert closing.text.strip() == "Más páginas"
    mark = (THEME / "static/pictures/mark.svg").read_text("utf-8")
    assert site.read("output/html/assets/pictures/mark.svg") == mark


def test_the_shipped_templates_are_no_pages_of_their_own(project: MakeProject) -> None:
    site = built(project)
    assert [path for path in site.contents("output") if "shipped" in path] == []


def test_a_mistake_is_told_of_the_template_that_has_it(project: MakeProject) -> None:
    site = built(project)
    text = '{% extends "shipped/page.html" %}\n{% block text %}{{ nothing }}{% endblock %}\n'
    site.write("theme/templates/page.html", text)
    done = site.run("build")
    assert done.code == 2
    assert "templates/page.html:2" in done.err
    assert "'nothing' is undefined" in done.err
