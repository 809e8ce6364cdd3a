"""``toolkit merge-driver`` and ``toolkit init --git`` in real repositories."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project, first_lines
from tests.cli.repository import Repository
from tests.tools import require_tool

PO = "locales/fr/LC_MESSAGES/roses.po"
POT = "locales/roses.pot"
ARTICLE = "\n\n".join(["# Roses", "One.", "Two.", "Three.", "Four.", "Five."]) + "\n"
HEAD = """\
# French roses
# toolkit: unreviewed draft
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: \\n"
"""


def entry(text: str, msgstr: str = "", *comments: str) -> str:
    """Return the text of an entry, a blank line before it."""
    return "".join(["\n", *[f"{comment}\n" for comment in comments], f'msgid "{text}"\nmsgstr "{msgstr}"\n'])


BASE = HEAD + entry("One.") + entry("Two.") + entry("Three.")


@pytest.fixture
def site(project: MakeProject, tmp_path: Path) -> tuple[Project, Repository]:
    """Return a project with an article and French, committed to a repository with the driver."""
    made = project({"source/roses.md": ARTICLE}, "fr")
    made.done("extract")
    (made.root / ".gitignore").write_text(".toolkit*\n")
    return made, started(made, tmp_path)


def started(made: Project, tmp_path: Path, *options: str) -> Repository:
    home = tmp_path / "home"
    home.mkdir()
    repository = Repository(made.root, home)
    repository.start(*options)
    return repository


@pytest.fixture
def single(tmp_path: Path) -> tuple[Project, Repository]:
    """Return a folder with one PO file, committed to a repository with the driver."""
    made = Project(tmp_path / "project")
    made.write("fr.po", BASE)
    return made, started(made, tmp_path)


def save(made: Project, translations: dict[str, str], date: str, name: str) -> None:
    """Save the French file as an editor does: texts, date, name."""
    made.translate(PO, translations)
    text = re.sub(r"(PO-Revision-Date: )[^\\]*", rf"\g<1>{date}", made.read(PO))
    made.write(PO, re.sub(r"(Last-Translator: )[^\\]*", rf"\g<1>{name}", text))


def checked(made: Project, path: str) -> None:
    """Let gettext check a file."""
    file = str(made.root / path)
    done = subprocess.run(
        [require_tool("msgfmt"), "-c", "-o", os.devnull, file], capture_output=True, check=False, timeout=30
    )
    assert (done.returncode, b"error" in done.stderr) == (0, False), done.stderr


def test_two_translators_meet_without_a_conflict(site: tuple[Project, Repository]) -> None:
    made, repository = site
    repository.branch("ann")
    save(made, {"One.": "Un.", "Two.": "Deux."}, "2026-03-02 10:00+0100", "Ann")
    repository.commit("ann")
    repository.branch("bob")
    save(made, {"Two.": "Deux.", "Three.": "Trois."}, "2026-03-01 10:00+0000", "Bob")
    repository.commit("bob")
    without = repository.run("-c", "merge.toolkit-po.driver=false", "merge", "ann")
    assert (without.code, repository.unmerged()) == (1, [PO])
    repository.git("merge", "--abort")
    ran = repository.run("merge", "--no-edit", "ann")
    assert (ran.code, ran.err) == (0, "")
    said = {text: state[0] for text, state in made.entries(PO).items()}
    assert said == {
        "Roses": "",
        "One.": "Un.",
        "Two.": "Deux.",
        "Three.": "Trois.",
        "Four.": "",
        "Five.": "",
    }
    assert '"PO-Revision-Date: 2026-03-02 10:00+0100\\n"\n"Last-Translator: Ann\\n"' in made.read(PO)
    checked(made, PO)


def test_two_authors_who_both_ran_extract_meet_without_a_conflict(
    site: tuple[Project, Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, repository = site
    save(made, {"One.": "Un.", "Five.": "Cinq."}, "2026-03-01 10:00+0000", "Ann")
    repository.commit("translated")
    for name, old, new, seconds in (
        ("ann", "One.", "One rose in the garden.", "1700100000"),
        ("bob", "Five.", "A hundred lilies.", "1700200000"),
    ):
        repository.branch(name)
        made.write("source/roses.md", ARTICLE.replace(old, new))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        made.done("extract")
        made.translate(PO, {"Three.": "Trois."} if name == "ann" else {"Four.": "Quatre."})
        repository.commit(name)
    ran = repository.run("merge", "--no-edit", "ann")
    assert (ran.code, ran.err) == (0, "")
    for path in (PO, POT):
        checked(made, path)
        assert "POT-Creation-Date: 2023-11-17 05:46+0000" in made.read(path)
    merged = made.entries(PO)
    active = [text for text, (_msgstr, _fuzzy, obsolete) in merged.items() if not obsolete]
    assert active == ["Roses", "One rose in the garden.", "Two.", "Three.", "Four.", "A hundred lilies."]
    assert (merged["Three."][0], merged["Four."][0]) == ("Trois.", "Quatre.")
    assert {(merged[text][0], merged[text][2]) for text in ("One.", "Five.")} == {
        ("Un.", True),
        ("Cinq.", True),
    }
    assert made.run("extract", "--check", "--pot-only").code == 0


@pytest.mark.parametrize("way", ["rebase", "cherry-pick"])
def test_a_rebase_and_a_cherry_pick_use_the_driver(site: tuple[Project, Repository], way: str) -> None:
    made, repository = site
    repository.branch("ann")
    save(made, {"One.": "Un."}, "2026-03-02 10:00+0100", "Ann")
    repository.commit("ann 1")
    save(made, {"Two.": "Deux."}, "2026-03-04 10:00+0100", "Ann")
    repository.commit("ann 2")
    repository.branch("bob")
    save(made, {"Three.": "Trois."}, "2026-03-03 10:00+0000", "Bob")
    repository.commit("bob")
    if way == "rebase":
        repository.switch("ann")
        ran = repository.run("rebase", "bob")
    else:
        ran = repository.run("cherry-pick", "main..ann")
    assert ran.code == 0, ran
    said = {text: state[0] for text, state in made.entries(PO).items() if state[0]}
    assert said == {"One.": "Un.", "Two.": "Deux.", "Three.": "Trois."}
    assert "Last-Translator: Ann" in made.read(PO)
    assert repository.git("rev-list", "--count", "HEAD") == "4\n"


def both_translate(made: Project, repository: Repository) -> None:
    repository.branch("ann")
    made.write("fr.po", BASE.replace(entry("Two."), entry("Two.", "Deux, dit Ann.")))
    repository.commit("ann")
    repository.branch("bob")
    made.write("fr.po", BASE.replace(entry("Two."), entry("Two.", 'Deux, "dit" Bob.'.replace('"', '\\"'))))
    repository.commit("bob")


CONTESTED = entry("Two.", 'Deux, \\"dit\\" Bob.', "# other translation: Deux, dit Ann.", "#, fuzzy")
PROBLEM = '[merge-conflict] two translations of "Two.": theirs stands in a comment, and the entry is fuzzy'


def test_two_translations_of_one_text_are_both_kept(single: tuple[Project, Repository]) -> None:
    made, repository = single
    both_translate(made, repository)
    ran = repository.run("merge", "--no-edit", "ann")
    assert ran.code == 0
    assert f"fr.po:16:1: warning{PROBLEM}\n" in ran.err
    assert made.read("fr.po") == BASE.replace(entry("Two."), CONTESTED)
    checked(made, "fr.po")


def test_the_option_conflict_leaves_the_path_to_a_person(single: tuple[Project, Repository]) -> None:
    made, repository = single
    repository.use_driver("--conflict")
    both_translate(made, repository)
    ran = repository.run("merge", "--no-edit", "ann")
    assert ran.code == 1
    assert f"fr.po:16:1: error{PROBLEM}\n" in ran.err
    assert repository.unmerged() == ["fr.po"]
    assert made.read("fr.po") == BASE.replace(entry("Two."), CONTESTED)


def test_the_option_conflict_says_nothing_where_there_is_none(single: tuple[Project, Repository]) -> None:
    made, repository = single
    repository.use_driver("--conflict")
    repository.branch("ann")
    made.write("fr.po", BASE.replace(entry("Two."), entry("Two.", "Deux.")))
    repository.commit("ann")
    repository.branch("bob")
    made.write("fr.po", BASE.replace(entry("Two."), entry("Two.", "Due.", "#, fuzzy")))
    repository.commit("bob")
    ran = repository.run("merge", "--no-edit", "ann")
    assert (ran.code, ran.err) == (0, "")
    assert entry("Two.", "Deux.") in made.read("fr.po")


def test_a_file_that_both_sides_added_is_merged(single: tuple[Project, Repository]) -> None:
    made, repository = single
    for name, text, msgstr in (("ann", "One.", "Uno."), ("bob", "Three.", "Tres.")):
        repository.branch(name)
        made.write("a folder/ñ 'es'.po", BASE.replace(entry(text), entry(text, msgstr)))
        repository.commit(name)
    ran = repository.run("merge", "--no-edit", "ann")
    assert (ran.code, ran.err) == (0, "")
    both = HEAD + entry("One.", "Uno.") + entry("Two.") + entry("Three.", "Tres.")
    assert made.read("a folder/ñ 'es'.po") == both


def test_the_mark_of_a_draft_that_one_side_removed_stays_removed(single: tuple[Project, Repository]) -> None:
    made, repository = single
    repository.branch("ann")
    made.write("fr.po", BASE.replace("# toolkit: unreviewed draft\n", ""))
    repository.commit("ann")
    repository.branch("bob")
    named = BASE.replace("# French roses\n", "# French roses\n# Bob, 2026\n").replace(": \\n", ": Bob\\n")
    made.write("fr.po", named + entry("Four.", "Quatre."))
    repository.commit("bob")
    assert repository.run("merge", "--no-edit", "ann").code == 0
    assert made.read("fr.po") == named.replace("# toolkit: unreviewed draft\n", "") + entry(
        "Four.", "Quatre."
    )


def test_a_file_that_cannot_be_read_is_merged_as_text_and_left_to_a_person(
    single: tuple[Project, Repository],
) -> None:
    made, repository = single
    marks = f"<<<<<<< HEAD{entry('Two.', 'Deux.')}=======\n>>>>>>> other\n"
    repository.branch("ann")
    made.write("fr.po", BASE + marks)
    repository.commit("ann")
    repository.branch("bob")
    made.write("fr.po", BASE.replace(entry("One."), entry("One.", "Un.")))
    repository.commit("bob")
    ran = repository.run("merge", "--no-edit", "ann")
    assert ran.code == 1
    assert (
        "fr.po:18:1: error[po-conflict] their version cannot be merged by entry: an unresolved merge"
        " conflict; git merged the file as text\n    mend the file, then git add it\n"
    ) in ran.err
    assert repository.unmerged() == ["fr.po"]
    assert made.read("fr.po") == BASE.replace(entry("One."), entry("One.", "Un.")) + marks


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    """Return a folder with three versions of a file, in no repository."""
    made = Project(tmp_path / "files", capsys)
    made.write("base", BASE)
    made.write("ours", BASE.replace(entry("One."), entry("One.", "Un.")))
    made.write("theirs", BASE.replace(entry("Three."), entry("Three.", "Trois.")))
    monkeypatch.chdir(made.root)
    return made


MERGED = HEAD + entry("One.", "Un.") + entry("Two.") + entry("Three.", "Trois.")


def test_the_result_stands_in_ours_and_nothing_else_is_written(files: Project) -> None:
    before = files.contents()
    assert files.done("merge-driver", "base", "ours", "theirs", "locales/fr.po") == ""
    assert files.contents() == before | {"ours": MERGED.encode()}


@pytest.mark.parametrize("base", [b"", None])
def test_a_base_may_be_empty_or_missing(files: Project, base: bytes | None) -> None:
    (files.root / "base").unlink()
    if base is not None:
        files.write("base", base)
    files.done("merge-driver", "base", "ours", "theirs")
    assert files.read("ours") == MERGED


def test_a_template_is_merged_too(files: Project) -> None:
    for name in ("base", "ours", "theirs"):
        text = files.read(name).replace(" Un.", " Un").replace('msgstr "Un."', 'msgstr ""')
        files.write(name, text.replace('msgstr "Trois."', 'msgstr ""').replace("# French", "#, fuzzy\n# "))
    files.write("ours", files.read("ours") + entry("Four.", "", "#. type: paragraph", "#: a.md"))
    files.write("theirs", files.read("theirs").replace(entry("Two."), entry("Two.", "", "#: b.md")))
    files.done("merge-driver", "base", "ours", "theirs", "locales/roses.pot")
    merged = files.read("ours")
    assert merged.endswith(
        entry("One.")
        + entry("Two.", "", "#: b.md")
        + entry("Three.")
        + entry("Four.", "", "#. type: paragraph", "#: a.md")
    )


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        (
            "ours",
            b"",
            "fr.po:1:1: error[po-syntax] our version cannot be merged by entry: the file is empty",
        ),
        ("theirs", b'msgid "a"\nmsgstr "b\n', "fr.po:2:8: error[po-syntax] their version "),
        ("base", b"caf\xe9\n", "fr.po:1:4: error[po-encoding] the version before both "),
        ("theirs", b'msgid "a"\nmsgstr ""\n' * 2, "fr.po:3:1: error[po-duplicate] their version "),
        ("ours", b"\0", "fr.po:1:1: error[po-encoding] our version "),
    ],
)
def test_what_is_no_po_file_is_one_problem_and_keeps_what_both_sides_have(
    files: Project, name: str, content: bytes, problem: str
) -> None:
    files.write(name, content)
    ran = files.run("merge-driver", "base", "ours", "theirs", "fr.po")
    (line,) = first_lines(ran.err)
    assert (ran.code, ran.out, line.startswith(problem)) == (1, "", True), ran
    if b"\0" in content:
        assert line.endswith("; our version is left as it is")
        assert (files.root / "ours").read_bytes() == content
    else:
        assert line.endswith("; git merged the file as text")
        ours = files.read("ours")
        assert all(
            part in ours for part in ("Trois.", "Un.") if part.encode() not in content and name == "base"
        )


def test_without_git_our_version_stays_as_it_is(files: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(files.root))
    files.write("theirs", "no PO file\n")
    before = files.contents()
    ran = files.run("merge-driver", "base", "ours", "theirs", "fr.po")
    assert (ran.code, files.contents()) == (1, before)
    assert first_lines(ran.err)[0].endswith("; our version is left as it is")


def test_headers_that_disagree_about_plural_forms_are_a_problem(files: Project) -> None:
    for name, forms in (("base", 2), ("ours", 3), ("theirs", 4)):
        text = files.read(name).replace('"Last', f'"Plural-Forms: nplurals={forms}; plural=0;\\n"\n"Last')
        files.write(name, text)
    ran = files.run("merge-driver", "--conflict", "base", "ours", "theirs", "fr.po")
    assert ran.code == 1
    assert first_lines(ran.err) == [
        'fr.po:4:1: error[merge-conflict] Plural-Forms is "nplurals=3; plural=0;" in our version, which is'
        ' kept, and "nplurals=4; plural=0;" in theirs'
    ]
    assert files.run("merge-driver", "base", "ours", "theirs", "fr.po").code == 0


@pytest.mark.parametrize(
    "arguments", [(), ("base", "ours"), ("base", "gone", "theirs"), ("base", ".", "theirs")]
)
def test_a_wrong_call_is_a_question_of_usage(files: Project, arguments: tuple[str, ...]) -> None:
    before = files.contents()
    ran = files.run("merge-driver", *arguments)
    assert (ran.code, files.contents()) == (2, before)
    assert "Usage: toolkit merge-driver" in ran.err


ATTRIBUTES = (
    "# PO files keep the line endings that their editors wrote, and are merged entry by entry.\n"
    "*.po -text merge=toolkit-po\n*.pot -text merge=toolkit-po\n"
)


@pytest.fixture
def empty(
    project: MakeProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Project, Repository]:
    """Return an empty folder, and a repository that is not made yet."""
    made = project({})
    (made.root / "babel.cfg").unlink()
    home = tmp_path / "home"
    home.mkdir()
    repository = Repository(made.root, home)
    for name, value in repository.environment.items():
        monkeypatch.setenv(name, value)
    for name in [name for name in os.environ if name not in repository.environment]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return made, repository


def test_init_git_sets_up_the_driver(empty: tuple[Project, Repository]) -> None:
    made, repository = empty
    repository.git("init", "--quiet")
    out = made.done("init", "--git")
    assert "updated the configuration of this repository (merge.toolkit-po)\n" in out
    assert made.read(".gitattributes") == ATTRIBUTES
    assert ".toolkit.lock\n" in made.read(".gitignore")
    settings = repository.git("config", "--local", "--get-regexp", r"^merge\.")
    assert settings == (
        "merge.toolkit-po.name PO files, entry by entry\n"
        "merge.toolkit-po.driver toolkit merge-driver %O %A %B %P\n"
    )
    shown = repository.git(
        "check-attr", "text", "merge", "--", "locales/fr/LC_MESSAGES/a.po", "locales/a.pot"
    )
    assert re.findall(r": (\w+: .*)", shown) == ["text: unset", "merge: toolkit-po"] * 2


def test_a_second_init_with_and_without_git_changes_nothing(empty: tuple[Project, Repository]) -> None:
    made, repository = empty
    repository.git("init", "--quiet")
    made.done("init", "--git")
    before = made.state()
    out = made.done("init", "--git")
    assert "kept the configuration of this repository (it has merge.toolkit-po already)\n" in out
    assert "configuration of this repository" not in made.done("init")
    assert made.state() == before


def test_init_git_adds_to_the_lines_of_an_earlier_init(empty: tuple[Project, Repository]) -> None:
    made, repository = empty
    repository.git("init", "--quiet")
    made.done("init")
    earlier = made.read(".gitattributes")
    made.done("init", "--git")
    assert made.read(".gitattributes") == earlier + ATTRIBUTES


def test_init_git_outside_a_repository_does_the_rest_and_says_so(empty: tuple[Project, Repository]) -> None:
    made, _ = empty
    ran = made.run("init", "--git")
    assert ran.code == 2
    assert ": error[git] the folder is in no git repository: fatal: " in ran.err
    assert "created output/.gitkeep\n" in ran.out
    assert made.read(".gitattributes") == ATTRIBUTES


def test_init_git_without_git_does_the_rest_and_says_so(
    empty: tuple[Project, Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = empty
    monkeypatch.setenv("PATH", str(made.root))
    ran = made.run("init", "--git")
    assert (ran.code, first_lines(ran.err)) == (2, ["error[git] git is not installed, or not on the PATH"])
    assert (made.root / "toolkit.toml").is_file()


def test_two_branches_meet_through_the_installed_command(
    empty: tuple[Project, Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver as ``init --git`` writes it, found on the PATH."""
    made, repository = empty
    programs = str(Path(require_tool("toolkit")).parent)
    repository.environment["PATH"] = f"{programs}{os.pathsep}{repository.environment['PATH']}"
    repository.git("init", "--quiet", "--initial-branch=main")
    made.done("init", "--git")
    made.write("fr.po", BASE)
    repository.commit("base")
    both_translate(made, repository)
    assert repository.run("merge", "--no-edit", "ann").code == 0
    assert made.read("fr.po") == BASE.replace(entry("Two."), CONTESTED)
