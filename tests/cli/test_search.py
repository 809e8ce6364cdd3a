"""``toolkit build`` with ``search = true``: the index of each language, made of what is published."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project, first_lines
from tests.tools import require_package
from toolkit.workspace import search_index

INDEX = "output/html/assets/pagefind/"
TEA = """\
---
title: Tea
tags: [drinks]
reviewed: Reviewed by nobody.
---

Green leaves in hot water.

## Kettle

Copper is best.[^1]

[^1]: Silver is better.
"""
WORDS = {
    "ja": {"Tea": "お茶", "Green leaves in hot water.": "緑の葉を熱い湯に入れます。", "Kettle": "やかん"},
    "ar": {"Tea": "شاي", "Green leaves in hot water.": "أوراق خضراء في ماء ساخن.", "Kettle": "غلاية"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built project in three languages; the Arabic ``held`` is held back."""
    require_package("pagefind")
    root = tmp_path_factory.mktemp("built")
    made = Project(root)
    files = {
        "source/tea.md": TEA,
        "source/held.md": "# Held\n\nA secret.\n",
        "babel.cfg": "[markdown: source/**.md]\nfront_matter = title tags[] reviewed\n",
        "toolkit.toml": "search = true\n",
    }
    for path, content in files.items():
        made.write(path, content)
    for locale in WORDS:
        made.add_locale(locale)
    assert made.program("extract").code == 0
    for locale, words in WORDS.items():
        made.translate(f"locales/{locale}/LC_MESSAGES/tea.po", words)
    made.translate("locales/ja/LC_MESSAGES/held.po", {"A secret.": "秘密です。"})
    assert made.program("build").code == 0
    return root


@pytest.fixture
def made(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Project:
    """Return a copy of the project, and go to its folder."""
    root = shutil.copytree(built, tmp_path / "project")
    monkeypatch.chdir(root)
    return Project(root, capsys)


def texts(project: Project) -> dict[str, tuple[str, str]]:
    """Return the title and the text that the index has of each page, by the page's address."""
    found = {}
    for path in (project.root / INDEX / "fragment").iterdir():
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page["meta"]["title"], page["content"].replace("\u200b", "")
    return found


def test_the_text_of_each_page_is_found_in_its_language_alone(made: Project) -> None:
    assert texts(made) == {
        "en/tea.html": ("Tea", "Tea. Green leaves in hot water. Kettle. Copper is best. Silver is better."),
        "en/held.html": ("Held", "Held. A secret."),
        "ja/tea.html": ("お茶", "お茶. 緑の葉を熱い湯に入れます。 やかん."),
        "ja/held.html": ("Held", "秘密です。"),
        "ar/tea.html": ("شاي", "شاي. أوراق خضراء في ماء ساخن. غلاية."),
    }
    entry = json.loads(made.read(f"{INDEX}pagefind-entry.json"))
    counts = {name: one["page_count"] for name, one in entry["languages"].items()}
    assert counts == {"ar": 1, "en": 2, "ja": 2}


def test_only_what_the_search_page_asks_for_is_published(made: Project) -> None:
    names = [path.removeprefix(INDEX) for path in made.contents("output") if path.startswith(INDEX)]
    assert Counter(name.split(".", 1)[1] if "/" not in name else Path(name).suffix for name in names) == {
        "js": 1,
        "json": 1,
        "ar.pagefind": 1,
        "en.pagefind": 1,
        "unknown.pagefind": 1,
        **dict.fromkeys((path.split(".", 1)[1] for path in names if path.endswith(".pf_meta")), 1),
        ".pf_index": 3,
        ".pf_fragment": 5,
    }
    assert sum(name.endswith(".pf_meta") for name in names) == 3
    assert "output/html/assets/toolkit-search.js" in made.contents("output")


def test_the_same_pages_give_the_same_bytes(made: Project) -> None:
    before = made.state("output")
    assert "0 files written" in made.done("build")
    assert made.state("output") == before
    for path in sorted((made.root / "output").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    made.done("build")
    assert made.contents("output") == {path: content for path, (content, _) in before.items()}


def test_an_edit_changes_the_index_of_its_language_alone(made: Project) -> None:
    before = made.contents(INDEX)
    made.translate("locales/ja/LC_MESSAGES/tea.po", {"Kettle": "鉄瓶"})
    made.done("build")
    after = made.contents(INDEX)
    changed = {path.removeprefix(INDEX) for path in before.keys() | after.keys()} - {
        path.removeprefix(INDEX) for path in before if before[path] == after.get(path)
    }
    gone_and_new = Counter(name.partition("_")[0] for name in changed)
    assert gone_and_new == {"fragment/ja": 2, "index/ja": 2, "pagefind.ja": 2, "pagefind-entry.json": 1}
    assert "鉄瓶" in texts(made)["ja/tea.html"][1]


def test_a_page_that_could_not_be_made_again_stays_in_the_index(made: Project) -> None:
    before = made.contents(INDEX)
    made.write("locales/ja/LC_MESSAGES/tea.po", "msgid broken")
    assert made.run("build").code == 3
    assert made.contents(INDEX) == before


def test_without_the_setting_all_of_it_goes(made: Project) -> None:
    made.write("toolkit.toml", "")
    made.done("build")
    assert {path for path in made.contents("output") if "search" in path or "pagefind" in path} == set()
    assert b"<form" not in made.contents("output")["output/html/en/tea.html"]


def test_each_page_has_the_form_and_articles_run_nothing(made: Project) -> None:
    for locale in ("ar", "en", "ja"):
        for name in ("tea", "index", "404", "search"):
            page = made.read(f"output/html/{locale}/{name}.html")
            assert '<form class="search" role="search" action="search.html" method="get">' in page
            assert "form-action &#39;self&#39;" in page
            assert ("script-src &#39;none&#39;" in page) == ("<script" not in page) == (name != "search")
    for name in ("index", "404"):
        assert "<form" not in made.read(f"output/html/{name}.html")


def test_a_document_that_is_called_search_keeps_its_place(made: Project) -> None:
    made.write("source/Search.md", '---\naliases: ["search-2"]\n---\n\n# Quest\n\nWhere is the tea?\n')
    ran = made.run("build")
    assert first_lines(ran.err) == [
        'source/Search.md: warning[alias] nothing can lead from the alias "search-2" to this page: '
        "output/html/en/search-2.html would be in the way of another page or file"
    ]
    assert "Where is the tea?" in made.read("output/html/en/Search.html")
    assert 'action="search-2.html"' in made.read("output/html/en/Search.html")
    assert 'id="toolkit-results"' in made.read("output/html/ja/search-2.html")
    assert not (made.root / "output/html/ja/search.html").exists()


def test_a_file_of_the_theme_is_not_mixed_with_the_index(made: Project) -> None:
    made.write("theme/static/Pagefind/own.css", "p {}")
    before = made.contents("output")
    ran = made.run("build")
    assert (ran.code, ran.err) == (
        2,
        "error[config] search: theme/static/pagefind would stand where the index goes, "
        "in output/html/assets/pagefind\n    give it another name\n",
    )
    assert made.contents("output") == before


def test_a_project_without_pagefind_is_told_what_to_install(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project({"source/tea.md": TEA, "toolkit.toml": "search = true\n"})
    monkeypatch.setattr(search_index, "find_spec", lambda name: None)
    ran = made.run("build")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error[search-extra] search = true, and Pagefind is not installed\n"
        '    install it: pip install "l10n-toolkit[search]"\n'
    )
    assert not (made.root / "output").exists()


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        (None, "its program cannot be run: No such file or directory"),
        ("import sys", "it ended before the index was complete"),
        ("print('garbage,' * 9, flush=True)", "its answer cannot be read"),
        ("import time; time.sleep(600)", "it took more than 0 seconds"),
    ],
)
def test_where_pagefind_fails_the_pages_are_published_and_the_index_stays(
    made: Project, monkeypatch: pytest.MonkeyPatch, script: str | None, problem: str
) -> None:
    before = made.contents(INDEX)
    program = made.root / "pagefind"
    if script is not None:
        program.write_text(f"#!{sys.executable}\n{script}\n", "utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    if "sleep" in (script or ""):
        monkeypatch.setattr(search_index, "_PATIENCE", 0.2)
        monkeypatch.setattr(search_index, "_PATIENCE_PER_PAGE", 0.0)
    made.translate("locales/ja/LC_MESSAGES/tea.po", {"Kettle": "鉄瓶"})
    ran = made.run("build")
    assert ran.code == 3
    assert first_lines(ran.err) == [f"error[search-index] Pagefind made no index for the search: {problem}"]
    assert "鉄瓶" in made.read("output/html/ja/tea.html")
    assert made.contents(INDEX) == before
