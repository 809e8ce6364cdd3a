"""What pages show where they are not translated: ``fallback`` and ``min-complete``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project, first_lines
from tests.cli.repository import Repository

PO = "locales/es/LC_MESSAGES/a.po"
OLD = "# Title\n\nThe old text.\n\nThe same text.\n"
NEW = "# Title\n\nThe new text.\n\nThe same text.\n\nAnother text.\n"
SPANISH = {"Title": "Título", "The old text.": "El texto viejo.", "The same text.": "El mismo texto."}
WHOLE = "# Título\n\nEl texto viejo.\n\nEl mismo texto.\n"
PAGE, EDITION = "output/html/es/a.html", "output/markdown/es/a.md"


@pytest.fixture
def changed(project: MakeProject) -> Project:
    """An article that was translated completely, and has changed since."""
    made = project({"source/a.md": OLD}, "es")
    made.done("extract")
    made.translate(PO, SPANISH)
    made.write("source/a.md", NEW)
    made.done("extract")
    return made


@pytest.fixture
def committed(project: MakeProject, tmp_path: Path) -> tuple[Project, Repository]:
    """The same in git, each text in a commit of its day; no page can be complete but that of the 3rd."""
    made = project({"toolkit.toml": 'fallback = "last-good"\n'}, "es")
    repository = Repository(made.root, tmp_path)
    repository.git("init", "--quiet", "--initial-branch=main")
    texts = ["# Title\n", OLD, OLD.replace("same", "odd"), NEW]
    for day, text in zip((1, 3, 5, 7), texts, strict=True):
        repository.environment["GIT_COMMITTER_DATE"] = f"2026-11-0{day}T23:30:00-05:00"
        made.write("source/a.md", text)
        made.done("extract")
        if text == OLD:
            made.translate(PO, SPANISH)
        repository.commit(f"day {day}")
    return made, repository


def test_by_default_a_changed_text_stands_in_the_source_language(changed: Project) -> None:
    changed.done("build")
    assert changed.read(EDITION) == "# Título\n\nThe new text.\n\nEl mismo texto.\n\nAnother text.\n"


def test_an_old_translation_stays_with_what_changed(changed: Project) -> None:
    changed.write("toolkit.toml", '[locale.es]\nfallback = "stale"\n')
    changed.done("build")
    assert changed.read(EDITION) == "# Título\n\nEl texto viejo.\n\nEl mismo texto.\n\nAnother text.\n"
    page = changed.read(PAGE)
    assert page.count('class="stale"') == page.count('class="stale-note"') == 1
    assert "The <del>old</del><ins>new</ins> text." in page
    assert "Another text." in page


def test_readers_find_what_waits_and_where_to_help(changed: Project) -> None:
    changed.write(
        "toolkit.toml",
        'fallback = "stale"\ntranslate-url = "https://example.org/{tag}/{domain}"\n'
        '[locale.es]\ntranslate-url = "https://example.org/{locale}?f={path}"\n',
    )
    changed.done("build")
    page = changed.read(PAGE)
    assert '<a href="https://example.org/es?f=locales/es/LC_MESSAGES/a.po">Ayudar a traducir' in page
    assert '<p><a href="#toolkit-passage-2">1 pasaje de esta página traduce' in page
    assert '<p><a href="#toolkit-passage-4">1 pasaje de esta página aún no' in page
    assert "toolkit-passage" not in changed.read("output/html/en/a.html")
    changed.write("toolkit.toml", 'translate-url = "https://example.org/{language}"\n')
    ran = changed.run("build")
    assert ran.code == 2
    assert first_lines(ran.err) == [
        f"{changed.root}/toolkit.toml: error[config] translate-url: {{language}} is not known; "
        "known are {locale}, {tag}, {domain}, {path}"
    ]


def test_status_counts_old_translations_as_fuzzy_and_says_that_they_are_shown(changed: Project) -> None:
    changed.write("toolkit.toml", 'fallback = "stale"\n')
    out = changed.done("status")
    assert out.endswith("\n\nShown as translated earlier: 1 fuzzy message in es\n")
    (locale,) = json.loads(changed.done("status", "--format", "json"))["locales"]
    counts = {name: locale[name] for name in ("translated", "fuzzy", "untranslated", "stale", "blocks_stale")}
    assert counts == {"translated": 2, "fuzzy": 1, "untranslated": 1, "stale": 1, "blocks_stale": 1}
    assert changed.run("check").code == 0


def test_what_others_made_fuzzy_is_not_shown(changed: Project) -> None:
    changed.write("toolkit.toml", 'fallback = "stale"\n')
    changed.write(PO, changed.read(PO).replace("# toolkit: changed\n", ""))
    changed.done("build")
    assert "The new text." in changed.read(EDITION)


def test_a_page_with_only_old_translations_is_published(project: MakeProject) -> None:
    made = project({"source/a.md": "The old text.\n", "toolkit.toml": 'fallback = "stale"\n'}, "es")
    made.done("extract")
    made.translate(PO, SPANISH)
    made.write("source/a.md", "The new text.\n")
    made.done("extract")
    made.done("build")
    assert made.read(EDITION) == "El texto viejo.\n"
    made.write("toolkit.toml", 'fallback = "stale"\nmin-complete = 0.1\n')
    assert "Held back: a in es (0 of 1 messages translated, 0 %; min-complete is 10 %)" in made.done("build")


def test_the_last_complete_text_is_shown_with_its_day(committed: tuple[Project, Repository]) -> None:
    made, _ = committed
    out = made.done("build")
    assert "Shown as of 2026-11-03: a in es\n" in out
    assert made.read(EDITION) == WHOLE
    page = made.read(PAGE)
    assert '<time datetime="2026-11-03">3 de noviembre de 2026</time>' in page
    assert "untranslated" not in page
    assert made.done("status").endswith("\n\nShown as of 2026-11-03: a in es\n")
    (locale,) = json.loads(made.done("status", "--format", "json"))["locales"]
    (document,) = locale["documents"]
    assert (document["messages"], document["translated"]) == (4, 2)
    assert (document["published"], document["as_of"]) == (True, "2026-11-03")
    assert "0 files written" in made.done("build")


def test_it_is_published_whatever_the_share_of_the_present_text(
    committed: tuple[Project, Repository],
) -> None:
    made, _ = committed
    made.write("toolkit.toml", 'min-complete = 1.0\n[locale.es]\nfallback = "last-good"\n')
    assert "Held back" not in made.done("build")
    assert made.read(EDITION) == WHOLE


def test_when_the_translation_is_complete_again_the_page_is_of_today(
    committed: tuple[Project, Repository],
) -> None:
    made, _ = committed
    made.write(
        PO, re.sub(r"^(?:# toolkit: changed|#, fuzzy|#\| .*)\n", "", made.read(PO), flags=re.MULTILINE)
    )
    made.translate(PO, {"The new text.": "Nuevo.", "The same text.": "Mismo.", "Another text.": "Otro."})
    assert "Shown as of" not in made.done("build")
    assert made.read(EDITION) == "# Título\n\nNuevo.\n\nMismo.\n\nOtro.\n"


def test_the_project_may_be_a_folder_of_its_repository(
    committed: tuple[Project, Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, repository = committed
    (made.root / "sub").mkdir()
    for name in ("babel.cfg", "toolkit.toml", "source", "locales"):
        (made.root / name).rename(made.root / "sub" / name)
    repository.environment["GIT_COMMITTER_DATE"] = "2026-11-09T12:00:00Z"
    inside = Project(made.root / "sub")
    inside.write("source/a.md", OLD)
    repository.commit("a folder")
    inside.write("source/a.md", NEW)
    ran = inside.program("build")
    assert "Shown as of 2026-11-09: a in es\n" in ran.out
    assert inside.read(EDITION) == WHOLE


def test_a_shallow_clone_says_so_and_shows_the_source_text(
    committed: tuple[Project, Repository], tmp_path: Path
) -> None:
    made, repository = committed
    repository.git("clone", "--quiet", "--depth=1", made.root.as_uri(), str(tmp_path / "clone"))
    clone = Project(tmp_path / "clone")
    ran = clone.program("build")
    assert ran.code == 0
    assert first_lines(ran.err) == [
        f"{PO}: info[no-last-good] there is no earlier text to show: the clone is shallow: git has not "
        "fetched the earlier texts; what is not translated stands in the source language"
    ]
    assert "git fetch --unshallow" in ran.err
    assert "The new text." in clone.read(EDITION)


def test_without_a_repository_or_without_git_it_says_so(
    changed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed.write("toolkit.toml", 'fallback = "last-good"\n')
    for reason in ("the folder is in no git repository", "git is not installed, or not on the PATH"):
        ran = changed.run("build")
        assert ran.code == 0
        (line,) = first_lines(ran.err)
        assert line.startswith(f"{PO}: info[no-last-good] there is no earlier text to show: {reason}")
        assert line.endswith("; what is not translated stands in the source language")
        monkeypatch.setenv("PATH", "")
    assert "The new text." in changed.read(EDITION)


def test_a_renamed_article_is_found_under_its_earlier_name(committed: tuple[Project, Repository]) -> None:
    made, repository = committed
    repository.git("mv", "source/a.md", "source/Tea and more.md")
    repository.git("mv", PO, PO.replace("a.po", "Tea and more.po"))
    assert "Shown as of 2026-11-03: Tea and more in es\n" in made.done("build")
    repository.commit("a new name")
    assert "Shown as of 2026-11-03: Tea and more in es\n" in made.done("build")
    assert made.read("output/markdown/es/Tea and more.md") == WHOLE


def test_the_repository_asked_is_that_of_the_project_in_a_hook_too(
    committed: tuple[Project, Repository], tmp_path: Path
) -> None:
    made, _ = committed
    (tmp_path / "other").mkdir()
    other = Repository(tmp_path / "other", tmp_path)
    other.git("init", "--quiet")
    folder = f"{other.root}/.git"
    ran = made.program(
        "build", GIT_DIR=folder, GIT_WORK_TREE=str(other.root), GIT_INDEX_FILE=f"{folder}/index"
    )
    assert "Shown as of 2026-11-03: a in es\n" in ran.out


def test_an_older_text_is_shown_where_the_newer_one_is_not_complete(
    committed: tuple[Project, Repository],
) -> None:
    made, _ = committed
    made.write(PO, made.read(PO).replace('#~ msgstr "El texto viejo."', '#~ msgstr ""'))
    assert "Shown as of 2026-11-01: a in es\n" in made.done("build")
    assert made.read(EDITION) == "# Título\n"


def test_where_no_text_is_complete_it_says_so_once(committed: tuple[Project, Repository]) -> None:
    made, _ = committed
    made.translate(PO, {"Title": ""})
    for command in ("build", "status"):
        assert first_lines(made.run(command).err) == [
            f"{PO}: info[no-last-good] none of the last 50 committed texts of the article is fully "
            "translated; what is not translated stands in the source language"
        ]
    assert made.read(EDITION) == "# Title\n\nThe new text.\n\nEl mismo texto.\n\nAnother text.\n"


def test_texts_that_cannot_be_read_are_passed_over(committed: tuple[Project, Repository]) -> None:
    made, repository = committed
    for content in (b"\xff", b"# Title\n\n" + 101 * b"> " + b"deep\n", None, NEW.encode()):
        if content is None:
            (made.root / "source/a.md").unlink()
        else:
            made.write("source/a.md", content)
        repository.commit("no article")
    assert "Shown as of 2026-11-03: a in es\n" in made.done("build")


def test_of_a_language_without_any_translation_nothing_is_said(project: MakeProject) -> None:
    made = project({"source/a.md": OLD, "toolkit.toml": 'fallback = "last-good"\n'}, "es")
    made.done("extract")
    assert "Held back: a in es (0 of 3 messages translated)" in made.done("build")


def test_a_language_has_a_threshold_of_its_own(changed: Project) -> None:
    changed.write("toolkit.toml", "min-complete = 0.2\n[locale.es]\nmin-complete = 0.6\n")
    line = "Held back: a in es (2 of 4 messages translated, 50 %; min-complete is 60 %)\n"
    assert line in changed.done("build")
    assert not (changed.root / PAGE).exists()
    assert changed.done("status").endswith(f"\n\n{line}")
    changed.write("toolkit.toml", "min-complete = 0.6\n[locale.es]\nmin-complete = 0.5\n")
    assert "Held back" not in changed.done("build") + changed.done("status")
