"""``toolkit tm export`` and ``toolkit tm import`` in a project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project, first_lines
from toolkit import __version__
from toolkit.cli.main import run
from toolkit.workspace.write import replace_if_unchanged

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SPANISH = """\
msgid "Tea"
msgstr "Té"

#, fuzzy
msgid "Milk"
msgstr "Leche"

#~ msgid "Old"
#~ msgstr "Viejo"
"""
MEMORY = "locales/es/memory.po"


@pytest.fixture
def garden(project: MakeProject) -> Project:
    return project(
        {
            "source/tea.md": "Tea\n",
            "locales/es/LC_MESSAGES/tea.po": HEADER + SPANISH,
            "locales/es/LC_MESSAGES/gone.po": HEADER + 'msgctxt "title"\nmsgid "Tea"\nmsgstr "El té"\n',
            "locales/es/LC_MESSAGES/toolkit-ui.po": HEADER + 'msgid "Contents"\nmsgstr "Contenido"\n',
            "locales/pt_BR/LC_MESSAGES/tea.po": HEADER + 'msgid "Tea"\nmsgstr "Chá"\n',
        }
    )


def tmx(*units: str, srclang: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>{"".join(units)}</body></tmx>\n'


def unit(*variants: tuple[str, str], context: str = "") -> str:
    prop = f'<prop type="x-context">{context}</prop>' if context else ""
    written = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    return f"<tu>{prop}{written}</tu>"


EXPORTED = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="l10n-toolkit" creationtoolversion="{__version__}" segtype="block" o-tmf="po"\
 adminlang="en" srclang="en" datatype="plaintext"/>
<body>
<tu>
<prop type="x-domain">gone</prop>
<prop type="x-context">title</prop>
<tuv xml:lang="en"><seg>Tea</seg></tuv>
<tuv xml:lang="es"><seg>El té</seg></tuv>
</tu>
<tu>
<prop type="x-domain">tea</prop>
<tuv xml:lang="en"><seg>Tea</seg></tuv>
<tuv xml:lang="es"><seg>Té</seg></tuv>
<tuv xml:lang="pt-BR"><seg>Chá</seg></tuv>
</tu>
<tu>
<prop type="x-domain">tea</prop>
<tuv xml:lang="en"><seg>Old</seg></tuv>
<tuv xml:lang="es"><seg>Viejo</seg></tuv>
</tu>
<tu>
<tuv xml:lang="en"><seg>Sugar</seg></tuv>
<tuv xml:lang="es"><seg>Azúcar</seg></tuv>
</tu>
</body>
</tmx>
"""


def test_an_export_holds_all_that_is_translated_and_the_same_project_gives_the_same_bytes(
    garden: Project,
) -> None:
    garden.write(MEMORY, HEADER + 'msgid "Tea"\nmsgstr "Té"\n\nmsgid "Sugar"\nmsgstr "Azúcar"\n')
    assert garden.done("tm", "export") == "created memory.tmx (5 translations: es 4, pt-BR 1)\n"
    assert garden.read("memory.tmx") == EXPORTED
    before = garden.state()
    assert garden.done("tm", "export") == "unchanged memory.tmx (5 translations: es 4, pt-BR 1)\n"
    assert garden.state() == before
    garden.write("memory.tmx", "old")
    assert garden.done("tm", "export").startswith("updated memory.tmx ")


def test_an_export_can_be_of_one_locale_in_another_file_or_on_standard_output(garden: Project) -> None:
    assert garden.done("tm", "export", "-l", "pt-BR", "-o", "out/pt.tmx") == (
        "created out/pt.tmx (1 translation: pt-BR 1)\n"
    )
    written = garden.read("out/pt.tmx")
    assert "Chá" in written
    assert "Té" not in written
    before = garden.state()
    assert garden.done("tm", "export", "-l", "pt-BR", "-o", "-") == written
    assert garden.state() == before


def test_what_cannot_be_exported_is_named_and_the_rest_is_exported(garden: Project) -> None:
    garden.write("locales/es/LC_MESSAGES/bad.po", 'msgid "a\n')
    garden.write("locales/es/LC_MESSAGES/bell.po", HEADER + 'msgid "Bell"\nmsgstr "\\a"\n')
    ran = garden.run("tm", "export")
    assert (ran.code, ran.out) == (3, "created memory.tmx (4 translations: es 3, pt-BR 1)\n")
    assert [line[:70] for line in first_lines(ran.err)] == [
        "locales/es/LC_MESSAGES/bad.po:1:7: error[po-syntax] a text that is not",
        "locales/es/LC_MESSAGES/bell.po:5:1: warning[tmx-character] the transla",
    ]


def test_an_export_goes_nowhere_through_a_link(garden: Project, tmp_path: Path) -> None:
    (garden.root / "memory.tmx").symlink_to(tmp_path / "elsewhere")
    ran = garden.run("tm", "export")
    assert (ran.code, ran.out) == (3, "")
    assert first_lines(ran.err)[0].startswith('memory.tmx: error[output-unwritable] "memory.tmx" is a link')
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_cannot_be_written_is_named(garden: Project) -> None:
    garden.write("out", "a file")
    ran = garden.run("tm", "export", "-o", "out/memory.tmx")
    assert (ran.code, ran.out) == (3, "")
    assert first_lines(ran.err)[0].startswith(
        "out/memory.tmx: error[output-unwritable] cannot write the file: "
    )


IMPORTED = """\
# Spanish translation memory, filled by: toolkit tm import
# Its translations are suggested for new texts; nothing is published from here.
msgid ""
msgstr ""
"Project-Id-Version: project\\n"
"PO-Revision-Date: 2023-11-14 22:13+0000\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Source-Language: en\\n"
"X-Generator: l10n-toolkit VERSION\\n"

# other translation: Infusión
msgid "Tea"
msgstr "Té"

msgctxt "title"
msgid "Cup"
msgstr "Taza"
""".replace("VERSION", __version__)

CLIENT = tmx(
    unit(("en-US", "Tea"), ("es-ES", "Té"), ("es-ES", "Infusión"), ("pt-PT", "Chá")),
    unit(("en-US", "Cup"), ("es", "Taza"), ("es-ES", "La taza"), context="title"),
    unit(("de", "Milch"), ("es", "Leche")),
    srclang="en-US",
)


def test_an_import_fills_the_memories_and_a_second_one_changes_nothing(garden: Project) -> None:
    garden.write("client.tmx", CLIENT)
    before = garden.contents()
    assert garden.done("tm", "import", "client.tmx") == (
        f"created {MEMORY} (2 new, 1 other translation; from es-ES)\n"
    )
    assert garden.contents() == {**before, MEMORY: IMPORTED.encode()}
    after = garden.state()
    assert garden.done("tm", "import", "client.tmx") == f"unchanged {MEMORY} (3 known; from es-ES)\n"
    assert garden.state() == after


def test_what_was_exported_can_be_imported_elsewhere(garden: Project) -> None:
    garden.done("tm", "export")
    exported = garden.read("memory.tmx")
    for path in garden.root.glob("locales/*/LC_MESSAGES/*.po"):
        path.unlink()
    assert garden.done("tm", "import", "memory.tmx") == (
        f"created {MEMORY} (3 new)\ncreated locales/pt_BR/memory.po (1 new)\n"
    )
    assert garden.entries(MEMORY) == {
        "title|Tea": ("El té", False, False),
        "Tea": ("Té", False, False),
        "Old": ("Viejo", False, False),
    }
    assert garden.done("tm", "export") == "updated memory.tmx (4 translations: es 3, pt-BR 1)\n"
    domains = ('<prop type="x-domain">gone</prop>\n', '<prop type="x-domain">tea</prop>\n')
    assert garden.read("memory.tmx") == exported.replace(domains[0], "").replace(domains[1], "")


def test_a_po_file_is_a_memory_too(garden: Project) -> None:
    said = HEADER.replace("UTF-8\\n", "UTF-8\\nLanguage: pt\\n")
    garden.write("said.po", said + 'msgid "Cup"\nmsgstr "Xícara"\n\n#, fuzzy\nmsgid "Milk"\nmsgstr "?"\n')
    assert garden.done("tm", "import", "said.po") == "created locales/pt_BR/memory.po (1 new; from pt)\n"
    garden.write("unsaid.po", HEADER + 'msgid "Cup"\nmsgstr "Taza"\n')
    assert garden.done("tm", "import", "-l", "es", "unsaid.po") == f"created {MEMORY} (1 new)\n"
    ran = garden.run("tm", "import", "unsaid.po", "said.po")
    assert (ran.code, ran.out) == (3, "unchanged locales/pt_BR/memory.po (1 known; from pt)\n")
    assert first_lines(ran.err) == [
        "unsaid.po: error[tm-language] the header does not say which language the translations are in"
    ]


@pytest.mark.parametrize(
    ("name", "content", "code", "line"),
    [
        ("no.tmx", None, 3, "no.tmx: error[tm-unreadable] there is no such file"),
        ("locales", None, 3, "locales: error[tm-unreadable] the file is a folder"),
        ("a.tmx", "<tmx>\n<tu></tmx>", 3, "a.tmx:2:7: error[tmx-syntax] not XML: mismatched tag"),
        ("a.xlf", "<xliff/>", 3, "a.xlf:1:1: error[tmx-syntax] no TMX file: its first element is <xliff>"),
        (
            "a.po",
            'msgid "a',
            3,
            "a.po:1:7: error[po-syntax] a text that is not closed with a quotation mark on its line",
        ),
        ("a.tmx", tmx(), 0, "a.tmx: warning[tm-language] no translation from en into es, pt-BR"),
        (
            "a.tmx",
            tmx(unit(("en", "Tea"), ("es", "Té")), unit(("en", "Tea"), ("it", "Tè")), srclang="es"),
            0,
            "a.tmx: warning[tm-language] no translation from en into es, pt-BR",
        ),
        (
            "a.po",
            'msgid ""\nmsgstr "Language: es\\nX-Source-Language: de\\n"\n\nmsgid "a"\nmsgstr "b"\n',
            0,
            "a.po: warning[tm-language] no translation from en into es, pt-BR",
        ),
        (
            "a.tmx",
            tmx(*[unit(("en", f"{n}"), ("es", "x")) for n in range(7)]),
            3,
            "a.tmx:1: error[tmx-limit] more than 6 units",
        ),
        ("a.tmx", " " * 2000, 3, "a.tmx: error[tmx-limit] the file has 2,000 bytes; the limit is 1,900"),
        ("a.po", " " * 2000, 3, "a.po: error[po-limit] the file has 2,000 bytes; the limit is 1,900"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_the_others_are_taken_in(
    garden: Project, name: str, content: str | None, code: int, line: str
) -> None:
    garden.write("toolkit.toml", "[limits]\npo-entries = 6\npo-bytes = 1900\n")
    if content is not None:
        garden.write(name, content)
    garden.write("good.tmx", tmx(unit(("en", "Tea"), ("pt-BR", "Chá"))))
    ran = garden.run("tm", "import", name, "good.tmx")
    assert (ran.code, ran.out) == (code, "created locales/pt_BR/memory.po (1 new)\n")
    assert first_lines(ran.err) == [line]


def test_a_memory_that_could_not_be_read_again_is_not_written(garden: Project) -> None:
    garden.write("client.tmx", tmx(*[unit(("en", f"{n}"), ("es", '"' * 200)) for n in range(4)]))
    for limits, what in (("po-entries = 4", "5 entries; the limit is 4"), ("po-bytes = 1400", "2,")):
        garden.write("toolkit.toml", f"[limits]\n{limits}\n")
        before = garden.state()
        ran = garden.run("tm", "import", "client.tmx")
        assert (ran.code, ran.out) == (3, "")
        assert first_lines(ran.err)[0].startswith(f"{MEMORY}: error[po-limit] the memory would have {what}")
        assert garden.state() == before


def test_a_damaged_memory_is_left_alone_and_the_other_locales_go_on(garden: Project) -> None:
    garden.write(MEMORY, 'msgid "a\n')
    garden.write("client.tmx", tmx(unit(("en", "Tea"), ("es", "Té"), ("pt", "Chá"))))
    ran = garden.run("tm", "import", "client.tmx")
    assert (ran.code, ran.out) == (3, "created locales/pt_BR/memory.po (1 new; from pt)\n")
    assert first_lines(ran.err) == [
        f"{MEMORY}:1:7: error[po-syntax] a text that is not closed with a quotation mark on its line"
    ]
    assert garden.read(MEMORY) == 'msgid "a\n'


def test_a_memory_that_somebody_saves_meanwhile_is_added_to_again(
    garden: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    garden.write("client.tmx", tmx(unit(("en", "Tea"), ("es", "Té"))))
    garden.write(MEMORY, HEADER)
    saved = HEADER + 'msgid "Cup"\nmsgstr "Taza"\n'

    def interrupted(root: Path, path: str, old: bytes | None, new: bytes) -> bool:
        if garden.read(MEMORY) == HEADER:
            garden.write(MEMORY, saved)
        return replace_if_unchanged(root, path, old, new)

    monkeypatch.setattr("toolkit.pipeline.tm_import.replace_if_unchanged", interrupted)
    assert garden.done("tm", "import", "client.tmx") == f"updated {MEMORY} (1 new)\n"
    assert garden.read(MEMORY) == f'{saved}\nmsgid "Tea"\nmsgstr "Té"\n'


def test_a_folder_that_cannot_be_written_is_named_and_nothing_changes(garden: Project) -> None:
    garden.write("client.tmx", tmx(unit(("en", "Tea"), ("es", "Té"))))
    (garden.root / MEMORY).mkdir()
    before = garden.contents()
    ran = garden.run("tm", "import", "client.tmx")
    assert (ran.code, ran.out) == (3, "")
    assert len(first_lines(ran.err)) == 1
    assert garden.contents() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(garden: Project) -> None:
    garden.write("client.tmx", tmx(unit(("en", "Tea"), ("es", "Té"))))
    folder = garden.root / "locales"
    folder.chmod(0o500)
    try:
        ran = garden.run("tm", "import", "client.tmx")
    finally:
        folder.chmod(0o700)
    assert ran.code == 3
    assert "output-unwritable" in ran.err


def test_a_locale_that_is_not_there_is_a_wrong_command(garden: Project) -> None:
    garden.write("client.tmx", CLIENT)
    before = garden.state()
    for arguments in (["export"], ["import", "client.tmx"]):
        ran = garden.run("tm", *arguments, "-l", "de")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith('error[locale] the locale "de" has no PO files (known: es, pt_BR)\n')
    assert garden.state() == before


def test_a_project_without_locales_has_no_memory(project: MakeProject) -> None:
    made = project({"source/a.md": "A\n", "client.tmx": CLIENT})
    for arguments in (["export"], ["import", "client.tmx"]):
        ran = made.run("tm", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert first_lines(ran.err) == ["error[locale] the project has no PO files yet"]


@pytest.mark.parametrize(
    "arguments", [["tm", "exprot"], ["tm", "import"], ["tm", "export", "x"], ["tm", "export", "-o", "."]]
)
def test_a_command_line_that_makes_no_sense_is_refused(garden: Project, arguments: list[str]) -> None:
    assert run(arguments) == 2
