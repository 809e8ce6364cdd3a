"""``toolkit build`` from end to end: what is published, and what never is."""

from __future__ import annotations

import posixpath
import re
from typing import Any
from urllib.parse import unquote, urlsplit

import polib
import pytest

from tests.cli.html_page import Element, read_page
from tests.cli.project import MakeProject, Project, first_lines
from toolkit.pipeline import build as build_pipeline
from toolkit.publish.page_plan import PagePlan, plan_page

ARTICLE = """\
---
title: The title
date: 2026-01-02
---

# Heading one

See [the guide](guides/start.md#section-two) and ![a picture](images/a.png).

Second text.

| First | Other |
|-------|-------|
| a1    | b1    |

Term
: Meaning

Noted[^1].

- [ ] item one

> [!NOTE]
> A hint

[^1]: The note
"""
GUIDE = """\
# Guide

## Section two

Back to [the article](../article.md#heading-one).

![same](../images/a.png)
"""
PO = "locales/es/LC_MESSAGES/article.po"
GUIDE_PO = "locales/es/LC_MESSAGES/guides.start.po"


def spanish(msgid: str) -> str:
    """Return a translation that changes letters outside links only."""
    return re.sub(r"(?<![\w(/.#])[a-z]+(?![\w)./])|^[A-Z]", lambda match: match[0].upper() + "ñ", msgid)


@pytest.fixture
def translated(project: MakeProject) -> Project:
    made = project(
        {"source/article.md": ARTICLE, "source/guides/start.md": GUIDE, "source/images/a.png": b"\x89PNG\0"},
        "ar",
        "es",
    )
    made.done("extract")
    made.translate(PO, spanish)
    made.translate(GUIDE_PO, spanish)
    return made


def _page(made: Project, path: str) -> Element:
    return read_page(made.read(f"output/html/{path}.html"))


def _text(page: Element) -> Element:
    return page.one("div", class_="text")


def test_both_editions_of_every_locale_and_of_the_source_are_built(translated: Project) -> None:
    out = translated.done("build")
    pages = ["404.html", "article.html", "article.md", "guides/start.html", "guides/start.md"]
    pages += ["images/a.png", "index.html"]
    assert sorted(translated.contents("output")) == [
        "output/.manifest",
        "output/html/.nojekyll",
        "output/html/404.html",
        "output/html/assets/icon.svg",
        "output/html/assets/languages.js",
        "output/html/assets/style.css",
        *(
            f"output/{edition}/{locale}/{name}"
            for edition, locale, names in (
                ("html", "en", pages),
                ("html", "es", pages),
            )
            for name in names
        ),
        "output/html/index.html",
        *(
            f"output/markdown/{locale}/{name}"
            for locale in ("en", "es")
            for name in ("article.md", "guides/start.md", "images/a.png")
        ),
    ]
    assert out == (
        "Built 4 pages in 2 languages: 26 files written, 0 unchanged, 0 removed.\n"
        "Held back: article in ar (0 of 14 messages translated)\n"
        "Held back: guides/start in ar (0 of 4 messages translated)\n"
        f"Open {translated.root.resolve() / 'output/html/index.html'}\n"
    )


def test_the_source_edition_is_the_source(translated: Project) -> None:
    translated.done("build")
    assert translated.read("output/markdown/en/article.md") == ARTICLE
    assert translated.read("output/markdown/en/guides/start.md") == GUIDE


def test_the_markdown_edition_has_every_translation_in_its_place(translated: Project) -> None:
    translated.done("build")
    assert translated.read("output/markdown/es/article.md") == (
        ARTICLE.replace("The title", "Tñhe TITLEñ")
        .replace("Heading one", "Hñeading ONEñ")
        .replace("See [the guide]", "Sñee [THEñ GUIDEñ]")
        .replace(" and ![a picture]", " ANDñ ![Añ PICTUREñ]")
        .replace("Second text.", "Sñecond text.")
        .replace("| First | Other |", "| Fñirst | Oñther |")
        .replace("Term\n: Meaning", "Tñerm\n: Mñeaning")
        .replace("Noted", "Nñoted")
        .replace("item one", "ITEMñ ONEñ")
        .replace("A hint", "Añ HINTñ")
        .replace("The note", "Tñhe NOTEñ")
    )


def test_the_html_edition_says_its_language_and_shows_the_same(translated: Project) -> None:
    translated.done("build")
    page = _page(translated, "es/article")
    html = page.one("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("es", "ltr")
    assert page.one("title").text == "Tñhe TITLEñ"
    heading = page.one("h1")
    assert (heading.text, heading.attributes["id"]) == ("Hñeading ONEñ", "heading-one")
    assert page.one("div", class_="page-facts").one("time").text == "2 de enero de 2026"
    assert [e.attributes for e in page.all() if "untranslated" in e.attributes.get("class", "")] == []
    source = _page(translated, "en/article")
    assert _text(page).blocks() == _text(source).blocks()
    assert "borrador" in page.one("div", class_="notice notice-translation").text


def test_a_page_written_from_right_to_left_says_so(translated: Project) -> None:
    translated.translate("locales/ar/LC_MESSAGES/article.po", {"Second text.": "نص ثان."})
    translated.done("build")
    page = _page(translated, "ar/article")
    assert page.one("html").attributes == {"lang": "ar", "dir": "rtl"}
    marked = [e for e in page.all() if "untranslated" in e.attributes.get("class", "")]
    assert {(e.attributes["lang"], e.attributes["dir"]) for e in marked} == {("en", "ltr")}
    assert "نص ثان." in [e.text for e in page.all("p") if "lang" not in e.attributes]


def test_untranslated_blocks_are_marked_and_counted(translated: Project) -> None:
    translated.translate(PO, {"Second text.": "", "First": "", "Meaning": "", "item one": ""})
    translated.done("build")
    page = _page(translated, "es/article")
    marked = [e for e in _text(page).all() if "untranslated" in e.attributes.get("class", "")]
    assert [(e.text, e.attributes["lang"], e.attributes["dir"]) for e in marked] == [
        ("Second text.", "en", "ltr"),
        ("First", "en", "ltr"),
        ("Meaning", "en", "ltr"),
        ("item one", "en", "ltr"),
    ]
    assert "4 pasajes" in page.one("div", class_="notice notice-translation").text
    markdown = translated.read("output/markdown/es/article.md")
    assert "\nSecond text.\n" in markdown
    assert "lang" not in markdown


def test_fuzzy_and_obsolete_translations_are_never_published(translated: Project) -> None:
    catalog = polib.pofile(str(translated.root / PO))
    fuzzy = catalog.find("Second text.")
    assert fuzzy is not None
    fuzzy.msgstr = "FUZZY"
    fuzzy.flags.append("fuzzy")
    obsolete = catalog.find("Meaning")
    assert obsolete is not None
    obsolete.msgstr = "OBSOLETE"
    obsolete.obsolete = True
    catalog.save()
    translated.done("build")
    for content in translated.contents("output").values():
        assert b"FUZZY" not in content
        assert b"OBSOLETE" not in content
    assert "\nSecond text.\n" in translated.read("output/markdown/es/article.md")
    assert "\n: Meaning\n" in translated.read("output/markdown/es/article.md")


def test_a_stale_po_file_still_gives_a_right_page(translated: Project) -> None:
    before = translated.contents("locales")
    translated.write("source/article.md", ARTICLE.replace("Second text.", "Second text, changed.\n\n> New."))
    translated.done("build")
    assert translated.contents("locales") == before
    markdown = translated.read("output/markdown/es/article.md")
    assert "\nSecond text, changed.\n\n> New.\n" in markdown
    assert "Mñeaning" in markdown


def test_every_link_and_image_leads_to_a_file(translated: Project) -> None:
    translated.translate(GUIDE_PO, lambda msgid: "")
    translated.translate("locales/ar/LC_MESSAGES/guides.start.po", spanish)
    translated.done("build")
    pages = [path for path in translated.contents("output") if path.endswith(".html")]
    assert len(pages) == 12
    ids = {
        path: {e.attributes["id"] for e in read_page(translated.read(path)).all() if "id" in e.attributes}
        for path in pages
    }
    for path in pages:
        for element in read_page(translated.read(path)).all():
            for name in ("href", "src"):
                url = urlsplit(element.attributes.get(name, ""))
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path)))
                target = target if url.path else path
                if name in element.attributes:
                    assert (translated.root / target).is_file(), (path, element)
                    assert not url.fragment or url.fragment in ids[target], (path, element)


def test_a_link_to_a_page_that_is_held_back_leads_to_the_source(translated: Project) -> None:
    translated.translate(GUIDE_PO, lambda msgid: "")
    translated.done("build")
    markdown = translated.read("output/markdown/es/article.md")
    assert "[THEñ GUIDEñ](../en/guides/start.md#section-two)" in markdown
    link = next(e for e in _text(_page(translated, "es/article")).all("a"))
    assert link.attributes == {"href": "../en/guides/start.html#section-two", "hreflang": "en"}


def test_images_are_copied_for_both_editions_and_a_missing_one_is_a_warning(translated: Project) -> None:
    translated.done("build")
    for edition in ("html", "markdown"):
        for locale in ("en", "es"):
            copy = translated.root / f"output/{edition}/{locale}/images/a.png"
            assert copy.read_bytes() == b"\x89PNG\0"
    (translated.root / "source/images/a.png").unlink()
    ran = translated.run("build")
    assert ran.code == 0
    assert {line.split(" ", 1)[1].split(" is")[0] for line in first_lines(ran.err)} == {
        'warning[dead-link] "source/images/a.png"'
    }


def test_languages_link_to_each_other_in_their_own_names(translated: Project) -> None:
    translated.translate("locales/ar/LC_MESSAGES/article.po", {"Second text.": "نص ثان."})
    translated.done("build")
    menus = {}
    for locale in ("en", "es", "ar"):
        menu = _page(translated, f"{locale}/article").one("nav", class_="languages")
        menus[locale] = [
            (e.text, e.attributes.get("href", "")) for e in menu.all() if e.name in ("a", "span")
        ][1:]
    names = {"en": "English", "es": "español", "ar": "العربية"}
    for locale, links in menus.items():
        assert sorted(links) == sorted(
            (name, "" if tag == locale else f"../{tag}/article.html") for tag, name in names.items()
        )
    root = translated.read("output/html/index.html")
    assert all(name in root for name in names.values())


def test_a_second_build_writes_nothing(translated: Project) -> None:
    translated.done("build")
    before = translated.state()
    assert translated.done("build").startswith(
        "Built 4 pages in 2 languages: 0 files written, 26 unchanged, 0 removed.\n"
    )
    assert translated.state() == before


def test_a_small_change_writes_only_what_it_changes(translated: Project) -> None:
    translated.done("build")
    before = translated.contents("output")
    translated.translate(GUIDE_PO, {"Section two": "Sección dos"})
    translated.done("build")
    after = translated.contents("output")
    assert {path for path in after if after[path] != before.get(path)} == {
        "output/.manifest",
        "output/html/es/guides/start.html",
        "output/html/es/guides/start.md",
        "output/markdown/es/guides/start.md",
    }


def test_the_pages_of_a_deleted_document_go(translated: Project) -> None:
    translated.done("build")
    (translated.root / "source/guides/start.md").unlink()
    ran = translated.run("build")
    assert ran.code == 0
    assert "6 removed." in ran.out
    left = translated.contents("output")
    assert not any("guides" in path for path in left)
    assert not (translated.root / "output/html/es/guides").exists()
    assert [line for line in first_lines(ran.err) if "dead-link" not in line] == []


def test_the_pages_of_a_deleted_locale_go(translated: Project) -> None:
    translated.done("build")
    for path in sorted((translated.root / "locales/es").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (translated.root / "locales/es").rmdir()
    translated.done("build")
    assert not any("/es/" in path for path in translated.contents("output"))


def test_a_page_whose_translation_is_withdrawn_goes(translated: Project) -> None:
    translated.done("build")
    translated.translate(GUIDE_PO, lambda msgid: "")
    translated.done("build")
    assert not (translated.root / "output/html/es/guides/start.html").exists()
    assert (translated.root / "output/html/en/guides/start.html").exists()


def test_what_others_changed_stays_with_a_warning(translated: Project) -> None:
    translated.done("build")
    translated.write("output/html/es/guides/start.html", "mine")
    translated.write("output/html/CNAME", "example.org")
    (translated.root / "source/guides/start.md").unlink()
    ran = translated.run("build")
    assert ran.code == 0
    changed = [line for line in first_lines(ran.err) if "[output-changed]" in line]
    assert changed == [
        "output/html/es/guides/start.html: warning[output-changed] the file is no longer published, but was "
        "changed since we wrote it; it stays"
    ]
    assert translated.read("output/html/es/guides/start.html") == "mine"
    assert translated.read("output/html/CNAME") == "example.org"
    again = translated.run("build")
    assert "[output-changed]" not in again.err
    assert translated.read("output/html/es/guides/start.html") == "mine"


def test_a_page_that_others_changed_is_written_again_with_a_warning(translated: Project) -> None:
    translated.done("build")
    page = translated.read("output/html/es/article.html")
    translated.write("output/html/es/article.html", "mine")
    ran = translated.run("build")
    assert ran.code == 0
    assert first_lines(ran.err) == [
        "output/html/es/article.html: warning[output-changed] the file was changed since we wrote it; it is "
        "overwritten"
    ]
    assert translated.read("output/html/es/article.html") == page


def test_a_share_below_min_complete_is_held_back(translated: Project) -> None:
    translated.translate(GUIDE_PO, {"Section two": ""})
    translated.write("toolkit.toml", "min-complete = 0.76\n")
    out = translated.done("build")
    assert "Held back: guides/start in es (3 of 4 messages translated, 75 %; min-complete is 76 %)\n" in out
    assert not (translated.root / "output/html/es/guides").exists()
    translated.write("toolkit.toml", "min-complete = 0.75\n")
    translated.done("build")
    assert (translated.root / "output/html/es/guides/start.html").exists()


def test_a_reviewed_translation_has_no_draft_notice(translated: Project) -> None:
    translated.translate(PO, spanish)
    text = translated.read(PO)
    lines = [line for line in text.split("\n") if "unreviewed draft" not in line]
    assert len(lines) == len(text.split("\n")) - 1
    translated.write(PO, "\n".join(lines))
    translated.done("build")
    assert "borrador" not in translated.read("output/html/es/article.html")
    assert "borrador" in translated.read("output/html/es/guides/start.html")


def test_an_interrupted_build_leaves_whole_files_and_the_next_one_finishes(
    translated: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated.done("build")
    finished = translated.contents("output")
    for path in finished:
        (translated.root / path).unlink()
    pages = iter(range(2))

    def plan(*arguments: Any) -> PagePlan:
        if next(pages, None) is None:
            raise KeyboardInterrupt
        return plan_page(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(build_pipeline, "plan_page", plan)
        ran = translated.run("build")
    assert (ran.code, ran.err.strip()) == (130, "Interrupted; files that were written are complete.")
    half = translated.contents("output")
    assert half.keys() < finished.keys()
    assert {path: data for path, data in half.items() if ".manifest" not in path} == {
        path: finished[path] for path in half if ".manifest" not in path
    }
    translated.done("build")
    assert translated.contents("output") == finished


def test_commands_work_as_a_program(translated: Project) -> None:
    ran = translated.program("build")
    assert (ran.code, ran.err) == (0, "")
    first = translated.state()
    assert translated.program("build").code == 0
    assert translated.state() == first
    assert translated.program("--version").out.startswith("toolkit, version ")


def test_an_index_document_is_the_start_page(translated: Project) -> None:
    translated.write("source/index.md", "# Welcome\n\nTo the site.\n")
    translated.done("extract")
    translated.translate("locales/es/LC_MESSAGES/index.po", {"Welcome": "Bienvenida"})
    translated.done("build")
    assert _page(translated, "es/index").one("h1").text == "Bienvenida"
    assert _page(translated, "en/index").one("h1").text == "Welcome"


def test_the_same_project_gives_the_same_bytes_anywhere(
    translated: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated.done("build")
    first = translated.contents("output")
    for seed, zone, locale in (("1", "Pacific/Kiritimati", "tr_TR.UTF-8"), ("2", "America/Anchorage", "C")):
        for path in first:
            (translated.root / path).unlink()
        assert translated.program("build", PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale).code == 0
        assert translated.contents("output") == first
