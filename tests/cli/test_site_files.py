"""What ``toolkit build`` writes for search engines and feed readers, and that it goes when it should."""

from __future__ import annotations

import pytest

from tests.cli.project import MakeProject, Project, first_lines

ARTICLE = """\
---
title: The title
date: 2026-01-02
tags: [One, Two]
aliases: [old, /older]
---

First text.

Second text.
"""
OTHER = "# Other\n\nSee [it](article.md).\n"
SITE_FILES = {
    *("output/html/sitemap.xml", "output/html/robots.txt"),
    *("output/html/sitemap-en.xml", "output/html/sitemap-es.xml"),
    *("output/html/en/feed.xml", "output/html/es/feed.xml"),
}
TAGS = {f"output/html/{locale}/tags/{tag}.html" for locale in ("de", "en", "es") for tag in ("one", "two")}
REDIRECTS = {"output/html/older.html", *(f"output/html/{locale}/old.html" for locale in ("de", "en", "es"))}


@pytest.fixture
def made(project: MakeProject) -> Project:
    """Return a built project: all of the article is translated into Spanish, a third into German."""
    made = project(
        {
            "source/article.md": ARTICLE,
            "source/other.md": OTHER,
            "toolkit.toml": 'base-url = "https://example.org"\n',
        },
        "de",
        "es",
    )
    made.done("extract")
    texts = {"The title": "El título", "First text.": "Texto uno.", "Second text.": "Texto dos."}
    made.translate("locales/es/LC_MESSAGES/article.po", texts)
    made.translate("locales/de/LC_MESSAGES/article.po", {"The title": "Der Titel"})
    made.done("build")
    return made


def test_they_are_written_once_and_stay(made: Project) -> None:
    before = made.state("output")
    assert before.keys() >= SITE_FILES | REDIRECTS | TAGS
    assert "0 files written" in made.done("build")
    assert made.state("output") == before


def test_without_the_address_of_the_site_only_redirects_stay(made: Project) -> None:
    made.write("toolkit.toml", "")
    made.done("build")
    paths = made.contents("output").keys()
    assert not SITE_FILES & paths
    assert paths > REDIRECTS
    assert "https:" not in made.read("output/html/en/article.html")


def test_a_redirect_goes_with_its_alias(made: Project) -> None:
    made.write("source/article.md", ARTICLE.replace("aliases: [old, /older]\n", ""))
    made.done("build")
    assert not REDIRECTS & made.contents("output").keys()


@pytest.mark.parametrize(
    "path", ["source/article.md", "locales/es/LC_MESSAGES/article.po", "locales/de/LC_MESSAGES/article.po"]
)
def test_they_still_name_pages_that_an_earlier_build_left(made: Project, path: str) -> None:
    before = made.contents("output")
    made.write(path, b"caf\xe9")
    assert made.run("build").code == 3
    # Lists say of a page that was left that it may be a draft, no more how much is translated.
    lists = {"output/.manifest", *(f"output/html/{locale}/index.html" for locale in ("de", "es"))}
    lists |= {path for path in TAGS if "/en/" not in path}
    after = made.contents("output")
    assert {path: data for path, data in after.items() if path not in lists} == {
        path: data for path, data in before.items() if path not in lists
    }


def test_an_alias_that_cannot_be_is_reported_by_build_and_by_check(made: Project) -> None:
    made.write("source/article.md", ARTICLE.replace("/older", "../older"))
    line = (
        "source/article.md: warning[alias] nothing can lead from the alias "
        '"../older" to this page: it leaves the site'
    )
    ran = made.run("build")
    assert (ran.code, first_lines(ran.err)) == (0, [line])
    assert line in made.run("check").out
