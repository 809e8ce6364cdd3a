"""The articles that ship: four languages complete, Russian on its way, and nothing said of it untruly."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.html_page import read_page
from tests.cli.project import REPOSITORY, MakeProject, Project
from tests.tools import require_tool

COMPLETE = ["ar", "es", "hi", "ja"]
"""The languages that the articles are completely translated into."""
HELD_BACK = "Held back: guides/translating in ru (12 of 38 messages translated, 31 %; min-complete is 60 %)\n"
ARTICLE = "output/html/ru/stem-cell-therapy-autoimmune.html"
PO_FILES = sorted(path.relative_to(REPOSITORY) for path in REPOSITORY.glob("locales/*/LC_MESSAGES/*.po"))


@pytest.fixture
def bundled(project: MakeProject) -> Project:
    made = project({})
    for name in ("babel.cfg", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, made.root / name)
    for name in ("source", "locales"):
        shutil.copytree(REPOSITORY / name, made.root / name)
    return made


def test_templates_and_po_files_are_up_to_date(bundled: Project) -> None:
    ran = bundled.run("extract", "--diff", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_no_rule_finds_anything(bundled: Project) -> None:
    ran = bundled.run("check")
    assert (ran.code, ran.out, ran.err) == (0, "", f"Looked at {len(PO_FILES) + 3} files. Found nothing.\n")


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_gettext_reads_each_po_file_and_would_write_the_same(bundled: Project, path: Path) -> None:
    file = bundled.root / path
    template = bundled.root / "locales" / f"{file.stem}.pot"

    def said(program: str, *arguments: str) -> tuple[bytes, bytes]:
        done = subprocess.run(
            [require_tool(program), *arguments], cwd=bundled.root, capture_output=True, check=True
        )
        return done.stdout, done.stderr

    assert said("msgfmt", "--check", "--output-file=-", str(file))[1] == b""
    assert said("msgcat", "--no-wrap", str(file)) == (file.read_bytes(), b"")
    merged = said("msgmerge", "--quiet", "--previous", "--no-wrap", str(file), str(template))
    assert merged == (file.read_bytes(), b"")


def test_every_message_is_translated_into_four_languages(bundled: Project) -> None:
    chosen = [word for locale in COMPLETE for word in ("-l", locale)]
    out = bundled.done("status", *chosen, "--fail-under", "100")
    assert [line.split()[0] for line in out.split("\n")[3:-1]] == COMPLETE


def test_russian_is_on_its_way(bundled: Project) -> None:
    (russian,) = json.loads(bundled.done("status", "-l", "ru", "--format", "json"))["locales"]
    keys = ("document", "translated", "fuzzy", "untranslated", "stale", "percent", "published")
    assert [tuple(one[key] for key in keys) for one in russian["documents"]] == [
        ("about-these-translations", 14, 0, 0, 0, 100, True),
        ("guides/translating", 12, 0, 26, 0, 31, False),
        ("stem-cell-therapy-autoimmune", 62, 7, 18, 7, 71, True),
    ]
    assert bundled.done("status").endswith(HELD_BACK)


def test_every_page_but_one_is_built_without_a_warning(bundled: Project) -> None:
    out = bundled.done("build")
    sources = sorted((bundled.root / "source").rglob("*.md"))
    languages = ["en", *COMPLETE, "ru"]
    assert out.startswith(f"Built {len(languages) * len(sources) - 1} pages in {len(languages)} languages: ")
    assert [line for line in out.split("\n") if line.startswith("Held back")] == [HELD_BACK[:-1]]
    for path in sources:
        name = path.relative_to(bundled.root / "source").as_posix()
        assert bundled.read(f"output/markdown/en/{name}") == path.read_bytes().decode()


def test_the_russian_article_marks_what_is_english_and_what_is_old(bundled: Project) -> None:
    bundled.done("build")
    page = read_page(bundled.read(ARTICLE))
    notice = page.one("div", class_="notice notice-translation")
    assert [one.text.strip() for one in notice.all("p")] == [
        "Этот перевод\xa0— черновик, который ещё никто не проверил.",
        "18 фрагментов этой страницы ещё не переведены и показаны на языке оригинала (English).",
        "7 фрагментов этой страницы переведены по более ранней версии оригинала и отмечены.",
        "Читать оригинал (English)",
    ]
    marked = [(one, one.attributes.get("class", "").split()) for one in page.all()]
    english = [one for one, classes in marked if "untranslated" in classes]
    assert [(one.attributes["lang"], one.attributes["dir"]) for one in english] == [("en", "ltr")] * 18
    assert english[0].text == (
        "Do not stop or change your treatment because of this article. Talk to your doctor first."
    )
    assert [one.text for one in english if one.name == "h2"] == [
        "Safety and ethics",
        "Conclusion",
        "Glossary of terms",
    ]
    stale = [one for one, classes in marked if "stale" in classes]
    assert [one.name for one in stale] == ["p", "span", "p", "h2", "p", "span", "span"]
    notes = [one for one, classes in marked if "stale-note" in classes]
    assert len(notes) == 6, "a heading says in its title what changed"
    assert stale[3].attributes["title"] == "[-Where-]{+Diseases in which+} it is being studied"
    assert all(list(note.all("ins")) for note in notes)
    assert '<meta name="robots"' not in bundled.read(ARTICLE)


def test_nothing_leads_to_the_page_that_is_held_back(bundled: Project) -> None:
    settings = bundled.read("pyproject.toml")
    table = "[tool.toolkit]\n"
    assert settings.count(table) == 1
    bundled.write("pyproject.toml", settings.replace(table, f'{table}base-url = "https://example.org"\n'))
    bundled.done("build")
    site = bundled.root / "output/html"
    written = bundled.contents("output")
    assert [path for path in written if "ru/guides" in path] == []
    assert [path for path, content in written.items() if b"ru/guides" in content] == []
    guide = read_page((site / "en/guides/translating.html").read_bytes().decode())
    offered = {
        one.attributes["hreflang"]
        for name in ("a", "link")
        for one in guide.all(name)
        if "hreflang" in one.attributes
    }
    assert offered == {"en", *COMPLETE, "x-default"}
    for page in site.rglob("*.html"):
        for link in read_page(page.read_bytes().decode()).all("a"):
            target = unquote(link.attributes["href"].partition("#")[0])
            # What servers show at any address has its links from the top of the host.
            place = site / target[1:] if page.name == "404.html" else page.parent / target
            assert place.exists(), (page, target)
    links = {
        one.attributes["href"]: one.attributes.get("hreflang")
        for one in read_page(bundled.read(ARTICLE)).one("div", class_="text").all("a")
    }
    assert links["../en/guides/translating.html"] == "en"
