"""The way of a new user: init, import, add-locale, extract, translate, status, build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project, first_lines

PASTED = """\
Stem Cell Therapy for Autoimmune Disease

Stem cells can renew the immune system. This page says how, and for whom it is meant today.

Who can have it

• Adults with severe multiple sclerosis
• People whose treatment no longer works

1. Ask your doctor
2. Read the consent form

50% of the patients had no relapse & felt better.
"""
WINDOWS = "# Mi artículo\r\n\r\nUn párrafo.\r\n\r\n- uno\r\n- dos\r\n"


@pytest.fixture
def empty(project: MakeProject) -> Project:
    made = project({})
    (made.root / "babel.cfg").unlink()
    return made


def test_an_empty_folder_becomes_a_project(empty: Project) -> None:
    out = empty.done("init")
    created = [line.removeprefix("created ") for line in out.split("\n") if line.startswith("created ")]
    assert created == [
        *("babel.cfg", "toolkit.toml", ".gitignore", ".gitattributes"),
        *("source/.gitkeep", "locales/.gitkeep", "output/.gitkeep"),
    ]
    assert sorted(empty.contents()) == sorted(created)
    assert out.endswith(
        "Next: put Markdown into the source folder, or: toolkit import article.txt\n"
        "      then: toolkit add-locale fr && toolkit extract\n"
    )


def test_a_second_init_changes_nothing(empty: Project) -> None:
    empty.done("init")
    before = empty.state()
    out = empty.done("init")
    assert "created" not in out
    assert empty.state() == before


def test_init_writes_a_configuration_that_the_other_commands_read(empty: Project) -> None:
    empty.done("init", "--source-locale", "pt-BR")
    empty.write("source/a.md", "Texto.\n")
    assert "(pt-BR)" in empty.done("status")


def test_what_every_line_of_the_configuration_says_is_allowed(empty: Project) -> None:
    """Every commented default can be uncommented."""
    empty.done("init")
    text = empty.read("toolkit.toml")
    empty.write(
        "toolkit.toml", text.replace("# [", "[").replace("# dir", "dir").replace("# plural", "plural")
    )
    lines = []
    for line in text.split("\n"):
        bare = line.removeprefix("# ")
        lines.append(bare if bare.startswith("[") or " = " in bare else line)
    empty.write("toolkit.toml", "\n".join(lines))
    empty.write("source/a.md", "Text.\n")
    empty.done("status")


def test_init_in_an_existing_folder_keeps_every_byte(empty: Project) -> None:
    empty.write(".gitignore", "node_modules\r\n*.mo\r\nsecret")
    empty.write(".gitattributes", "*.po -text\n*.pot -text\n")
    empty.write("README.md", "# Mine\n")
    empty.write("docs/start.md", "# Start\n")
    out = empty.done("init")
    added = "output/*\r\n!output/.gitkeep\r\n.toolkit-*.tmp\r\n.toolkit.lock\r\n"
    assert empty.read(".gitignore") == f"node_modules\r\n*.mo\r\nsecret\r\n{added}"
    assert empty.read(".gitattributes") == "*.po -text\n*.pot -text\n"
    assert "kept .gitattributes (it has these lines already)\n" in out
    assert "[markdown: docs/**.md]" in empty.read("babel.cfg")
    assert not (empty.root / "source").exists()
    assert empty.read("README.md") == "# Mine\n"
    assert "1 article, 1 message" in empty.done("extract")


def test_init_leaves_a_configured_pyproject_alone(empty: Project) -> None:
    empty.write("pyproject.toml", '[tool.toolkit]\nsource-locale = "de"\n')
    out = empty.done("init")
    assert "kept pyproject.toml (it has a [tool.toolkit] table)\n" in out
    assert not (empty.root / "toolkit.toml").exists()


def test_init_where_a_pyproject_cannot_be_read_creates_nothing(empty: Project) -> None:
    empty.write("pyproject.toml", "[tool\n")
    before = empty.state()
    ran = empty.run("init")
    assert (ran.code, ran.out, empty.state()) == (2, "", before)
    assert "pyproject.toml:1:6: error[config] not TOML: " in ran.err


def test_init_into_a_folder_that_is_not_there_yet(empty: Project) -> None:
    assert "created babel.cfg\n" in empty.done("init", "new/site")
    assert (empty.root / "new/site/babel.cfg").is_file()


def test_init_refuses_nonsense_and_creates_nothing(empty: Project) -> None:
    ran = empty.run("init", "there", "--source-locale", "English!")
    assert (ran.code, empty.contents()) == (2, {})
    assert not (empty.root / "there").exists()
    assert first_lines(ran.err)[0].startswith("error[locale] 'English!' is not a locale")


def test_a_new_user_gets_from_pasted_text_to_pages(empty: Project) -> None:
    empty.done("init")
    empty.write("Stem Cells.txt", PASTED)
    ran = empty.run("import", "Stem Cells.txt")
    assert (ran.code, ran.out.split("\n")[0]) == (0, "created source/stem-cells.md")
    markdown = empty.read("source/stem-cells.md")
    title = "Stem Cell Therapy for Autoimmune Disease"
    assert markdown.startswith(f"---\ntitle: {title}\n---\n\n# {title}\n\nStem cells can renew")
    assert "\n## Who can have it\n\n- Adults with severe multiple sclerosis\n- People whose" in markdown
    assert "\n1. Ask your doctor\n2. Read the consent form\n" in markdown
    empty.write("source/mine.md", "# My article\n\nA *paragraph*.\n")
    empty.write("source/windows.md", WINDOWS)
    out = empty.done("add-locale", "fr", "pt-BR")
    assert out == (
        "fr (French): added, 3 PO files created in locales/fr/LC_MESSAGES/\n"
        "pt-BR (Portuguese (Brazil)): added, 3 PO files created in locales/pt_BR/LC_MESSAGES/\n"
    )
    assert empty.done("extract").endswith("nothing to change in 9 files.\n")
    assert "fr      \u2068français\u2069" in empty.done("status")
    empty.translate("locales/fr/LC_MESSAGES/windows.po", {"Mi artículo": "Mon article", "dos": "deux"})
    empty.translate("locales/pt_BR/LC_MESSAGES/stem-cells.po", lambda msgid: msgid.upper())
    out = empty.done("build")
    assert out.startswith("Built 5 pages in 3 languages: ")
    assert empty.read("output/markdown/fr/windows.md") == (
        WINDOWS.replace("Mi artículo", "Mon article").replace("dos", "deux")
    )
    assert empty.read("output/markdown/en/windows.md") == WINDOWS
    assert "<h1" in empty.read("output/html/pt-BR/stem-cells.html")
    assert empty.done("build").count("0 files written") == 1


def test_import_keeps_what_is_there_unless_told_otherwise(empty: Project) -> None:
    empty.done("init")
    empty.write("a.txt", "Title\n\nSome text of an article that is long enough.\n")
    empty.run("import", "a.txt")
    before = empty.state()
    ran = empty.run("import", "a.txt")
    assert (ran.code, empty.state()) == (2, before)
    assert first_lines(ran.err) == [
        "source/a.md: error[import-exists] there is a document of this name already"
    ]
    assert empty.run("import", "a.txt", "--name", "other/place").code == 0
    assert (empty.root / "source/other/place.md").is_file()
    empty.write("a.txt", "Title\n\nAnother text of an article that is long enough.\n")
    assert empty.run("import", "a.txt", "--force").code == 0
    assert "Another text" in empty.read("source/a.md")


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "..", "a/../../../outside", "", "."])
def test_an_imported_document_stays_in_the_source_folder(empty: Project, name: str) -> None:
    empty.done("init")
    empty.write("article.txt", "Title\n\nSome text.\n")
    before = set(_tree(empty.root.parent))
    ran = empty.run("import", "article.txt", "--name", name)
    added = set(_tree(empty.root.parent)) - before
    assert ran.code in (0, 2, 3)
    assert all(path.is_relative_to(empty.root / "source") for path in added), added
    assert bool(added) == (ran.code == 0)


def _tree(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"caf\xe9", 3, "article.txt:1:4: error[source-encoding] "),
        (b"a\0b", 3, "article.txt:1:2: error[source-nul] "),
        (b"", 3, "article.txt: error["),
        (None, 3, "article.txt: error[source-unreadable] there is no such file"),
    ],
)
def test_import_refuses_what_is_no_text(
    empty: Project, content: bytes | None, code: int, message: str
) -> None:
    empty.done("init")
    if content is not None:
        empty.write("article.txt", content)
    before = empty.state()
    ran = empty.run("import", "article.txt")
    assert (ran.code, empty.state()) == (code, before)
    assert first_lines(ran.err)[0].startswith(message)


@pytest.mark.parametrize(
    ("spelling", "folder"),
    [
        *(("fr", "fr"), ("FR", "fr"), ("pt-BR", "pt_BR"), ("pt_br", "pt_BR"), ("PT-br", "pt_BR")),
        *(("zh-hans", "zh_Hans"), ("sr@latin", "sr@latin"), ("sr-Latn", "sr@latin"), ("es-419", "es_419")),
        *(("de_DE.UTF-8", "de_DE"), ("ca-valencia", "ca@valencia"), ("iw", "he")),
    ],
)
def test_a_locale_may_be_spelled_in_any_way(project: MakeProject, spelling: str, folder: str) -> None:
    made = project({"source/a.md": "Text.\n"})
    out = made.done("add-locale", spelling)
    assert out.endswith(f": added, 1 PO file created in locales/{folder}/LC_MESSAGES/\n")
    assert f'"Language: {folder}\\n"\n' in made.read(f"locales/{folder}/LC_MESSAGES/a.po")
    before = made.state()
    assert made.done("add-locale", folder).endswith(
        f": already there, 0 PO files created in locales/{folder}/LC_MESSAGES/\n"
    )
    assert made.state() == before


@pytest.mark.parametrize(
    "nonsense",
    [
        "french",
        "f",
        "../es",
        "es/../..",
        "-rf",
        "e s",
        "",
        "<script>",
        "es_",
        "en-US-x-private",
        "x" * 300,
        "es\n",
    ],
)
def test_nonsense_is_refused_and_nothing_is_created(project: MakeProject, nonsense: str) -> None:
    made = project({"source/a.md": "Text.\n"})
    before = made.state()
    ran = made.run("add-locale", "fr", "--", nonsense)
    assert (ran.code, ran.out, made.state()) == (2, "", before)
    assert not (made.root / "locales").exists()
    assert "error[locale] " in ran.err


def test_the_source_language_is_no_locale_to_add(project: MakeProject) -> None:
    made = project({"source/a.md": "Text.\n"})
    ran = made.run("add-locale", "en")
    assert (ran.code, ran.err) == (2, "error[locale] en is the language of the sources\n")


def test_a_language_that_nobody_knows_needs_a_name(project: MakeProject) -> None:
    made = project({"source/a.md": "Text.\n", "toolkit.toml": 'project = "x"'})
    ran = made.run("add-locale", "qaa")
    assert ran.code == 2
    assert ran.err == (
        'error[locale] the language "qaa" is not known\n'
        '    if it is right, say what it is called: toolkit add-locale qaa --name "…"\n'
    )
    assert not (made.root / "locales").exists()
    made.done(
        "add-locale", "qaa", "--name", "Qaalisch «ق»", "--dir", "rtl", "--plural", "nplurals=1; plural=0;"
    )
    assert made.read("toolkit.toml") == (
        'project = "x"\n\n[locale."qaa"]\nname = "Qaalisch «ق»"\ndir = "rtl"\n'
        'plural = "nplurals=1; plural=0;"\n'
    )
    assert "Plural-Forms: nplurals=1; plural=0;" in made.read("locales/qaa/LC_MESSAGES/a.po")
    made.translate("locales/qaa/LC_MESSAGES/a.po", {"Text.": "Txt."})
    assert "Qaalisch «ق»" in made.done("status")
    made.done("build")
    assert '<html lang="qaa" dir="rtl">' in made.read("output/html/qaa/a.html")


def test_a_plural_that_is_none_is_refused_before_anything_is_written(project: MakeProject) -> None:
    made = project({"source/a.md": "Text.\n", "toolkit.toml": 'project = "x"\n'})
    before = made.state()
    ran = made.run("add-locale", "qaa", "--name", "Q", "--plural", "__import__('os')")
    assert (ran.code, ran.out) == (2, "")
    assert made.state() == before
    assert "locale.qaa.plural: write it like nplurals=2; plural=(n != 1);" in ran.err


def test_a_broken_babel_cfg_stops_add_locale_before_anything_is_created(project: MakeProject) -> None:
    made = project({"source/a.md": "Text.\n", "babel.cfg": "[markdown: source/**.md]\noption = x\n"})
    before = made.state()
    ran = made.run("add-locale", "fr")
    assert (ran.code, made.state()) == (2, before)
    assert not (made.root / "locales").exists()


def test_a_locale_can_be_added_before_there_is_an_article(empty: Project) -> None:
    empty.done("init")
    assert empty.done("add-locale", "fr") == (
        "fr (French): added, 0 PO files created in locales/fr/LC_MESSAGES/\n"
        "There is no article yet; toolkit extract will create the PO files.\n"
    )
    empty.write("source/a.md", "Text.\n")
    assert "created locales/fr/LC_MESSAGES/a.po (1 message)\n" in empty.done("extract")
