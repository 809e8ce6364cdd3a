"""Bad input: one clear line each, the other files done, the right exit code, and nothing harmed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.project import REPOSITORY, MakeProject, Project, first_lines
from tests.tools import require_tool
from toolkit.cli import status_command

OTHER = "# Other\n\nAnother document.\n"
PO = "locales/es/LC_MESSAGES/bad.po"
LINE = re.compile(r"[^:]+(:\d+(:\d+)?)?: (error|warning)\[[a-z-]+\] .+")


@pytest.fixture
def built(project: MakeProject) -> Project:
    """A project whose document ``bad`` is still good: translated, extracted, built."""
    made = project({"source/bad.md": "# Title\n\nText.\n", "source/other.md": OTHER}, "es")
    made.done("extract")
    made.translate(PO, {"Title": "Título", "Text.": "Texto."})
    made.translate("locales/es/LC_MESSAGES/other.po", {"Other": "Otro"})
    made.done("build")
    made.write("source/other.md", OTHER + "\nA new text.\n")
    return made


def _everything_but_bad(made: Project) -> dict[str, bytes]:
    return {path: data for path, data in made.contents().items() if "other" not in path}


def _goes_on(made: Project, code: int, *messages: str) -> None:
    """Run the commands; each says ``messages`` and does the other file, and all else keeps its bytes."""
    made.translate("locales/es/LC_MESSAGES/other.po", {"Another document.": "Otro documento."})
    kept = _everything_but_bad(made)
    for command in ("status", "extract", "build"):
        ran = made.run(command)
        lines = first_lines(ran.err)
        assert (ran.code, len(lines)) == (code, len(messages)), ran.err
        for line, message in zip(lines, messages, strict=True):
            assert line.startswith(message)
            assert LINE.fullmatch(line)
    assert "A new text." in made.entries("locales/es/LC_MESSAGES/other.po")
    assert "Otro documento.\n" in made.read("output/markdown/es/other.md")
    after = _everything_but_bad(made)
    listed = {"output/.manifest", "output/html/es/index.html"}  # they name the other document
    assert {path: data for path, data in after.items() if path not in listed} == {
        path: data for path, data in kept.items() if path not in listed
    }


@pytest.mark.parametrize("path", ["source/bad.md", PO])
def test_one_bad_file_changes_no_byte_of_the_site(project: MakeProject, path: str) -> None:
    """Other pages still lead to what an earlier build made of it, and their lists still name it."""
    bad = "---\ntitle: Bad\n---\n\n# Title\n\n## Part\n\n![Picture](a.png)\n"
    other = "See [it](bad.md#part).\n"
    made = project({"source/bad.md": bad, "source/other.md": other, "source/a.png": b"P"}, "es")
    made.done("extract")
    made.translate(
        PO, {"Bad": "Mal", "Title": "Título", "Part": "Parte", "![Picture](a.png)": "![Foto](a.png)"}
    )
    made.translate("locales/es/LC_MESSAGES/other.po", {other.rstrip(): "Véase [eso](bad.md#part)."})
    made.done("build")
    before = made.state("output")
    made.write(path, b"caf\xe9")
    ran = made.run("build")
    assert ran.code == 3
    assert "Kept as an earlier build left it: bad in es\n" in ran.out
    assert len(first_lines(ran.err)) == 1
    assert made.state("output") == before


NESTED = "> " * 101 + "deep\n"
SOURCES = {
    "Latin-1": (b"A caf\xe9\n", "source/bad.md:1:6: error[source-encoding] the file has a byte 0xE9"),
    "cut in a character": (
        b"A\n\ncaf\xc3",
        "source/bad.md:3:4: error[source-encoding] the file has a byte 0xC3",
    ),
    "UTF-16": (
        "A\n".encode("utf-16"),
        "source/bad.md:1:1: error[source-encoding] the file looks like UTF-16",
    ),
    "NUL": (b"A\n\nb\0c\n", "source/bad.md:3:2: error[source-nul] the file holds a NUL"),
    "broken YAML": (b"---\ntitle: [a\n---\n\nText.\n", "source/bad.md:3:1: error[front-matter] "),
    "broken TOML": (b"+++\ntitle = a\n+++\n\nText.\n", "source/bad.md:2:9: error[front-matter] "),
    "unclosed TOML": (b'+++\ntitle = "a"\n\nText.\n', "source/bad.md:1:1: error[front-matter] "),
    "broken JSON": (b'{\n  "title": a\n}\n\nText.\n', "source/bad.md:2:12: error[front-matter] "),
    "nesting": (NESTED.encode(), "source/bad.md:1: error[nesting] blocks are nested more than 100 deep"),
    "nested lists": (
        "".join(f"{' ' * 2 * level}- a\n" for level in range(60)).encode(),
        "source/bad.md:50: error[nesting] blocks are nested more than 100 deep",
    ),
}


@pytest.mark.parametrize("case", SOURCES)
def test_a_document_that_cannot_be_used_is_named_and_the_others_are_done(built: Project, case: str) -> None:
    content, message = SOURCES[case]
    built.write("source/bad.md", content)
    _goes_on(built, 3, message)


def test_a_document_above_the_limit_is_refused(built: Project) -> None:
    built.write("toolkit.toml", "[limits]\nsource-bytes = 50\n")
    built.write("source/bad.md", "x" * 51)
    message = "source/bad.md: error[source-limit] the file has 51 bytes; the limit is 50"
    _goes_on(built, 3, message)


def test_a_pipe_in_the_place_of_a_document_is_not_opened(built: Project) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    (built.root / "source/bad.md").unlink()
    os.mkfifo(built.root / "source/bad.md")
    _goes_on(built, 3, "source/bad.md: error[source-unreadable] the file is not a regular file")


def test_a_link_that_leads_nowhere_is_named(built: Project) -> None:
    (built.root / "source/bad.md").unlink()
    (built.root / "source/bad.md").symlink_to("nowhere.md")
    _goes_on(
        built, 3, "source/bad.md: error[source-unreadable] the file is gone, or a link that leads nowhere"
    )


def test_a_document_without_permission_is_named(built: Project) -> None:
    path = built.root / "source/bad.md"
    path.chmod(0)
    try:
        if os.access(path, os.R_OK):
            pytest.skip("permissions do not bind this user (root, or Windows)")
        kept = {path: data for path, data in built.contents("locales").items() if "bad" in path}
        ran = built.run("extract")
        assert ran.code == 3
        assert first_lines(ran.err)[0].startswith("source/bad.md: error[source-unreadable] ")
        assert kept == {path: data for path, data in built.contents("locales").items() if "bad" in path}
    finally:
        path.chmod(0o600)


def test_a_folder_whose_name_ends_as_a_document_is_a_folder(built: Project) -> None:
    built.write("source/folder.md/inner.md", "Inner.\n")
    assert "created locales/folder.md.inner.pot (1 message)\n" in built.done("extract")


def test_a_name_with_control_characters_is_left_out(built: Project) -> None:
    built.write("source/new\nline.md", "x\n")
    ran = built.run("extract")
    assert ran.code == 2
    assert first_lines(ran.err) == [
        "source/new\\nline.md: error[source-name] the name of the file holds control characters or is not "
        "UTF-8; it is left out"
    ]


def _po(built: Project, change: Callable[[bytes], bytes]) -> None:
    path = built.root / PO
    path.write_bytes(change(path.read_bytes()))


CONFLICT = b'\n<<<<<<< HEAD\nmsgid "x"\n=======\nmsgid "y"\n>>>>>>> theirs\nmsgstr ""\n'
CATALOGS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut in a string": (
        lambda data: data[: data.rindex(b'xto."')],
        r"\d+:8: error\[po-syntax\] a text that is",
    ),
    "cut after a msgid": (
        lambda data: data[: data.rindex(b"msgstr")],
        r"\d+:1: error\[po-syntax\] the file ends where msgstr",
    ),
    "cut in a keyword": (
        lambda data: data[: data.rindex(b"gstr")],
        r"\d+:1: error\[po-syntax\] ms where msgstr",
    ),
    "syntax": (
        lambda data: data + b'\nmsgxx "y"\n',
        r"\d+:1: error\[po-syntax\] msgxx where msgid is expected",
    ),
    "Latin-1 bytes": (
        lambda data: data.decode().encode("latin-1"),
        r"\d+:\d+: error\[po-encoding\] byte 0x\w\w is not UTF-8",
    ),
    "Latin-1 declared": (
        lambda data: data.replace(b"charset=UTF-8", b"charset=ISO-8859-1"),
        r"\d+:\d+: error\[po-charset\] the header declares the character set 'ISO-8859-1'",
    ),
    "Latin-1, both": (
        lambda data: data.replace(b"charset=UTF-8", b"charset=ISO-8859-1").decode().encode("latin-1"),
        r"\d+:\d+: error\[po-charset\] the file declares the character set 'ISO-8859-1' and is not UTF-8",
    ),
    "UTF-7": (
        lambda data: data.replace(b"charset=UTF-8", b"charset=UTF-7"),
        r"\d+:\d+: error\[po-charset\] the header declares the character set 'UTF-7'",
    ),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), r"1:1: error\[po-encoding\] "),
    "NUL": (lambda data: data + b"\0", r"\d+:1: error\[po-encoding\] a NUL character"),
    "conflict": (lambda data: data + CONFLICT, r"\d+:1: error\[po-conflict\] an unresolved merge conflict"),
    "duplicate": (
        lambda data: data + b'\nmsgid "Title"\nmsgstr "Otro"\n',
        r"\d+:1: error\[po-duplicate\] a second entry with the msgid of line \d+",
    ),
    "HTML": (lambda data: b"<!DOCTYPE html>\n<p>Not found</p>\n", r"1:1: error\[po-syntax\] '<' where"),
    "nothing": (lambda data: b"", r"1:1: error\[po-syntax\] the file is empty"),
    "archive": (lambda data: b"PK\x03\x04\x14\0\0\0\x08\0", r"1:6: error\[po-encoding\] a NUL"),
}


@pytest.mark.parametrize("case", CATALOGS)
def test_a_po_file_that_cannot_be_used_is_named_and_keeps_its_bytes(built: Project, case: str) -> None:
    change, message = CATALOGS[case]
    _po(built, change)
    ran = built.run("status")
    (line,) = first_lines(ran.err)
    assert re.match(rf"{re.escape(PO)}:{message}", line), line
    _goes_on(built, 3, f"{PO}:")


def test_a_po_file_above_the_limits_is_refused(built: Project) -> None:
    built.write("toolkit.toml", "[limits]\npo-entries = 4\n")
    _po(built, lambda data: data + b'\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n')
    _goes_on(built, 3, f"{PO}:")
    built.write("toolkit.toml", "[limits]\npo-bytes = 1_000_000\n")
    _po(built, lambda data: data + b"#" * 1_000_000)
    assert first_lines(built.run("status").err)[0].startswith(f"{PO}: error[po-limit] the file has 1,00")


def test_a_folder_in_the_place_of_a_po_file_is_named(built: Project) -> None:
    (built.root / PO).unlink()
    (built.root / PO).mkdir()
    _goes_on(built, 3, f"{PO}: error[po-unreadable] the file is a folder")


def test_a_link_out_of_the_project_is_neither_read_nor_written_through(built: Project) -> None:
    outside = built.root.parent / "outside.po"
    (built.root / PO).rename(outside)
    (built.root / PO).symlink_to(outside)
    before = outside.read_bytes()
    built.write("source/bad.md", "# Title\n\nText, changed.\n")
    ran = built.run("extract")
    assert ran.code == 3
    assert first_lines(ran.err) == [
        f"{PO}: error[po-unreadable] the file is a link that leads out of the project"
    ]
    assert outside.read_bytes() == before
    assert (built.root / PO).is_symlink()


@pytest.mark.parametrize("name", ["images", 'de"><script>', "en US", "-rf", "xx_yy_zz_"])
def test_a_folder_that_is_no_locale_is_a_warning_only(built: Project, name: str) -> None:
    (built.root / "locales" / name / "LC_MESSAGES").mkdir(parents=True)
    for command in ("status", "extract", "build"):
        ran = built.run(command)
        assert ran.code == 0
        (line,) = first_lines(ran.err)
        assert line == (
            f'locales/{name}: warning[locale-folder] the folder "{name}" is not a locale; it is left alone'
        )
    assert not any((built.root / "locales" / name / "LC_MESSAGES").iterdir())


CONFIGURATIONS = {
    "unknown key": ('souce-locale = "en"\n', "", 'souce-locale: unknown key; did you mean "source-locale"?'),
    "unknown table": ("[limit]\nnesting = 3\n", "", 'limit: unknown key; did you mean "limits"?'),
    "unknown key in a table": (
        "[limits]\nnestin = 3\n",
        "",
        'limits.nestin: unknown key; did you mean "nesting"?',
    ),
    "no TOML": ("a = [\n", ":2:1", "not TOML: Invalid value"),
    "key twice": ('project = "a"\nproject = "b"\n', ":2:14", "not TOML: Cannot overwrite a value"),
    "text for a number": ('min-complete = "much"\n', "", "min-complete: expected a number, found text"),
    "number for a text": ("source-locale = 3\n", "", "source-locale: expected text, found a whole number"),
    "no locale": ('source-locale = "English"\n', "", "source-locale: 'English' is not a locale"),
    "no share": ("min-complete = 80\n", "", "min-complete: must be from 0 to 1, found 80"),
    "no choice": ('references = "lines"\n', "", 'references: "lines" is not one of file, line, never'),
    "outside": ('theme = "../theme"\n', "", 'theme: "../theme" is not a folder below the project\'s'),
}


@pytest.mark.parametrize("case", CONFIGURATIONS)
@pytest.mark.parametrize("command", ["status", "extract", "build"])
def test_a_wrong_configuration_is_one_line_and_nothing_is_done(
    built: Project, command: str, case: str
) -> None:
    text, place, message = CONFIGURATIONS[case]
    path = built.write("toolkit.toml", text).resolve().as_posix()
    before = built.state()
    ran = built.run(command)
    assert (ran.code, ran.out, built.state()) == (2, "", before)
    (line,) = first_lines(ran.err)
    assert line.startswith(f"{path}{place}: error[config] {message}")


def test_every_problem_of_a_configuration_is_said_at_once(built: Project) -> None:
    built.write("toolkit.toml", "a = 1\nb = 2\n")
    assert len(first_lines(built.run("status").err)) == 2


MAPPINGS = {
    "no file": (None, "babel.cfg: error[no-sources] the project has no babel.cfg"),
    "no section": ("x\n", "babel.cfg:1: error[babel-cfg] the file does not begin with a [section]"),
    "empty": ("", "babel.cfg: error[no-sources] no section is for Markdown"),
    "no pattern": ("\n[markdown]\n", "babel.cfg:2: error[babel-cfg] [markdown] names no method and pattern"),
    "no match": (
        "[markdown: docs/**.md]\n",
        "babel.cfg:1: error[no-sources] [markdown: docs/**.md] matches no",
    ),
    "option": (
        "[markdown: source/**.md]\nfrontmatter = a\n",
        'babel.cfg:1: error[babel-cfg] [markdown: source/**.md] unknown option "frontmatter"',
    ),
    "twice": (
        "[markdown: source/**.md]\n" * 2,
        "babel.cfg:2: error[babel-cfg] [markdown: source/**.md] stands",
    ),
    "no option": ("[markdown: source/**.md]\nx\n", "babel.cfg:2: error[babel-cfg] the line is neither"),
    "bytes": (b"\xff\xfe", "babel.cfg: error[babel-cfg] the file is not UTF-8"),
}


@pytest.mark.parametrize("case", MAPPINGS)
def test_a_wrong_babel_cfg_is_one_line_and_nothing_is_done(built: Project, case: str) -> None:
    text, message = MAPPINGS[case]
    built.write("toolkit.toml", "")
    (built.root / "babel.cfg").unlink()
    if text is not None:
        built.write("babel.cfg", text)
    before = built.state()
    for command in ("status", "extract", "build"):
        ran = built.run(command)
        assert (ran.code, ran.out, built.state()) == (2, "", before)
        (line,) = first_lines(ran.err)
        assert line.startswith(message)


def test_one_pattern_without_a_file_does_not_stop_the_others(built: Project) -> None:
    built.write("babel.cfg", "[markdown: source/**.md]\n[markdown: docs/**.md]\n")
    _goes_on(built, 2, "babel.cfg:2: error[no-sources] [markdown: docs/**.md] matches no file")


def test_documents_that_would_share_a_po_file_are_refused(built: Project) -> None:
    built.write("source/a/b.md", "x\n")
    built.write("source/a.b.md", "y\n")
    before = built.state()
    ran = built.run("extract")
    assert (ran.code, built.state()) == (2, before)
    assert first_lines(ran.err) == [
        "source/a/b.md: error[source-collision] source/a.b.md and source/a/b.md would share the PO file "
        '"a.b.po"'
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["exract"], "No such command 'exract'. Did you mean \"extract\"?"),
        (["nonsense"], "No such command 'nonsense'."),
        (["extract", "--chekc"], "--chekc"),
        (["extract", "more"], "Got unexpected extra argument (more)"),
        (["status", "--by", "word"], "'word' is not one of 'locale', 'document'"),
        (["status", "--fail-under", "101"], "101"),
        (["add-locale"], "Missing argument 'TAG...'"),
        (["status", "-l", "en_"], "'en_' is not a locale"),
    ],
)
def test_a_wrong_command_line_says_what_was_meant(built: Project, arguments: list[str], message: str) -> None:
    before = built.state()
    ran = built.run(*arguments)
    assert (ran.code, ran.out, built.state()) == (2, "", before)
    assert message in ran.err


def test_toolkit_toml_wins_over_pyproject_in_the_same_folder(built: Project) -> None:
    built.write("pyproject.toml", '[tool.toolkit]\nsource-locale = "de"\n')
    assert "(de)" in built.done("status").split("\n")[0]
    built.write("toolkit.toml", 'source-locale = "fr"\n')
    assert "(fr)" in built.done("status").split("\n")[0]
    assert "(de)" in built.done("status", "--config", "pyproject.toml").split("\n")[0]


def test_a_pyproject_without_our_table_is_passed_over(built: Project) -> None:
    built.write("pyproject.toml", '[project]\nname = "x"\n')
    assert "(en)" in built.done("status").split("\n")[0]


def test_commands_find_the_project_from_a_folder_below_it(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.root / "source")
    built.done("extract")
    assert "A new text." in built.entries("locales/es/LC_MESSAGES/other.po")


def test_without_a_project_a_hint_says_how_to_begin(tmp_path: Path, project: MakeProject) -> None:
    made = project({})
    (made.root / "babel.cfg").unlink()
    (made.root / ".git").mkdir()
    ran = made.run("status")
    assert ran.code == 2
    assert ran.err == (
        f"{made.root.resolve().as_posix()}: error[no-project] found no toolkit.toml, no pyproject.toml with "
        "[tool.toolkit] and no babel.cfg here or above\n"
        "    go to the folder of your project, or begin one here: toolkit init\n"
    )


@pytest.mark.parametrize("nonsense", ["yesterday", "-1", "1e9", "99999999999999", "1 "])
def test_a_date_that_is_none_stops_extract_before_anything_is_written(
    built: Project, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    before = built.state()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    ran = built.run("extract")
    assert (ran.code, ran.out, built.state()) == (2, "", before)
    assert first_lines(ran.err) == [
        f"error[source-date-epoch] SOURCE_DATE_EPOCH is {nonsense!r}, which is no number of seconds "
        "since 1970"
    ]


def test_a_file_in_the_place_of_output_is_named_and_kept(built: Project) -> None:
    subprocess.run(["rm", "-r", str(built.root / "output")], check=True)
    built.write("output", "mine\n")
    ran = built.run("build")
    assert ran.code == 3
    for line in first_lines(ran.err):
        assert re.match(r"output/[^:]+: error\[output-unwritable\] cannot write the file: ", line), line
    assert built.read("output") == "mine\n"


def test_a_link_in_the_place_of_output_is_not_written_through(built: Project) -> None:
    outside = built.root.parent / "outside"
    (built.root / "output").rename(outside)
    (built.root / "output").symlink_to(outside)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    ran = built.run("build")
    assert ran.code == 3
    assert 'error[output-unwritable] "output" is a link, and nothing is written through links' in ran.err
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


def test_output_without_permission_is_named(built: Project) -> None:
    folder = built.root / "output/html/en"
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("permissions do not bind this user (root, or Windows)")
        ran = built.run("build")
        assert ran.code == 3
        assert "output/html/en/other.html: error[output-unwritable] cannot write the file: " in ran.err
        assert "A new text." in built.read("output/markdown/en/other.md")
    finally:
        folder.chmod(0o700)


def test_a_folder_in_the_place_of_a_page_is_named_and_the_rest_is_written(built: Project) -> None:
    (built.root / "output/html/en/other.html").unlink()
    (built.root / "output/html/en/other.html").mkdir()
    ran = built.run("build")
    assert ran.code == 3
    assert first_lines(ran.err) == [
        "output/html/en/other.html: error[output-unwritable] cannot write the file: there is something that "
        "is not a regular file"
    ]
    assert "A new text." in built.read("output/markdown/en/other.md")


def test_a_reader_that_goes_away_is_told_from_findings_and_from_success(project: MakeProject) -> None:
    made = project({f"source/a-document-with-a-long-name-{n}.md": f"Text {n}.\n" for n in range(700)}, "es")
    command = f'"{sys.executable}" -m toolkit status --by document | head -n 1; echo "${{PIPESTATUS[@]}}"'
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [require_tool("bash"), "-c", command], cwd=made.root, env=environment, capture_output=True, check=True
    )
    first, codes = done.stdout.decode().rstrip("\n").split("\n")
    assert first == "Source: 700 articles, 700 messages, 1,400 words (en)"
    assert (codes, done.stderr) == ("141 0", b"")


def test_an_output_without_room_is_one_line(built: Project) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C"}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "toolkit", "extract"],
            cwd=built.root,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (
        3,
        "error[output-unwritable] cannot write to the standard output: No space left on device\n",
    )
    assert "A new text." in built.entries("locales/es/LC_MESSAGES/other.po")


def test_names_of_every_script_pass_where_the_terminal_claims_ascii(project: MakeProject) -> None:
    made = project({"source/مقالة.md": "Text.\n", "source/ascii.md": "Text.\n"}, "es", "ar")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    ran = made.program("extract", **plain)
    assert (ran.code, ran.err) == (0, "")
    assert "created locales/مقالة.pot (1 message)\n" in ran.out
    assert made.read("locales/ar/LC_MESSAGES/مقالة.po").startswith("# Arabic translation of مقالة\n")
    ran = made.program("status", **plain)
    assert (ran.code, ran.err) == (0, "")
    assert "العربية" in ran.out
    ran = made.program("build", **plain)
    assert (ran.code, ran.err) == (0, "")
    assert (made.root / "output/html/en/مقالة.html").is_file()


def test_where_names_cannot_be_read_no_translation_is_retired(project: MakeProject) -> None:
    made = project({"source/مقالة.md": "Text.\n", "source/ascii.md": "Text.\n"}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/مقالة.po", {"Text.": "Texto."})
    before = made.state()
    ran = made.program("extract", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    if "source-name" not in ran.err:
        pytest.skip("this system reads file names as UTF-8 in any locale")
    assert (ran.code, made.state()) == (2, before)


def test_an_interruption_says_so_with_its_exit_code(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(files: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(status_command, "status", interrupted)
    ran = built.run("status")
    assert (ran.code, ran.err.strip()) == (130, "Interrupted; files that were written are complete.")
