"""``toolkit check``: what is wrong is named where it can be mended, and nothing is written."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import MakeProject, Project
from toolkit.cli import check_command
from toolkit.pipeline.fix import fix_findings
from toolkit.workspace.settings import Limits

ARTICLE = "# Title\n\nDrink water.\n\nTake a rest after meals.\n"
PO = "locales/fr/LC_MESSAGES/article.po"


@pytest.fixture
def bad(project: MakeProject) -> Project:
    """An article with a translation that has raw HTML of its own."""
    made = project({"source/article.md": ARTICLE}, "fr")
    made.done("extract")
    made.translate(
        PO,
        {
            "Title": "Titre",
            "Drink water.": "Buvez <b>de l'eau</b>.",
            "Take a rest after meals.": "Reposez-vous après les repas.",
        },
    )
    return made


def configured(made: Project, table: str) -> Project:
    """Return the project with this configuration."""
    made.write("toolkit.toml", table)
    return made


def test_a_finding_names_the_line_of_the_po_file_and_of_the_article(bad: Project) -> None:
    ran = bad.run("check", "--select", "raw-html", "--format", "json")
    (finding,) = json.loads(ran.out)["findings"]
    line = bad.read(PO).split("\n").index('msgstr "Buvez <b>de l\'eau</b>."') + 1
    assert (finding["path"], finding["line"]) == (PO, line)
    assert finding["source"] == {"path": "source/article.md", "line": 3, "column": 0}
    assert finding["severity"] == "error"
    assert ran.code == 1


def test_what_check_calls_an_error_build_and_status_withhold(bad: Project) -> None:
    assert "raw-html" in bad.run("build").err
    assert "de l'eau" not in bad.read("output/html/fr/article.html")
    assert "de l'eau" not in bad.read("output/markdown/fr/article.md")
    assert "Drink water." in bad.read("output/markdown/fr/article.md")
    assert json.loads(bad.run("status", "--format", "json").out)["locales"][0]["withheld"] == 1


def test_nothing_is_written(bad: Project) -> None:
    before = bad.state()
    bad.run("check")
    assert bad.state() == before


def test_a_project_may_turn_an_ordinary_rule_down_and_another_one_up(bad: Project) -> None:
    bad.translate(PO, {"Drink water.": "Buvez de l'eau."})
    bad.translate(PO, {"Take a rest after meals.": "Take a rest after meals."})
    found = {
        level: configured(bad, f'[check.rules]\nunchanged = "{level}"\n').run("check", "--format", "concise")
        for level in ("error", "warning", "info", "off")
    }
    assert [ran.code for ran in found.values()] == [1, 0, 0, 0]
    for level in ("error", "warning", "info"):
        assert f"{level}[unchanged]" in found[level].out
    assert "[unchanged]" not in found["off"].out


def test_an_override_counts_for_its_files_and_locales_alone(bad: Project) -> None:
    bad.translate(
        PO, {"Drink water.": "Buvez de l'eau.", "Take a rest after meals.": "Take a rest after meals."}
    )
    table = '[[check.overrides]]\n{}\nrules = {{ unchanged = "off" }}\n'
    for fits in ('paths = ["locales/fr/**"]', 'locales = ["fr"]', 'paths = ["**/article.po"]'):
        assert (
            "[unchanged]" not in configured(bad, table.format(fits)).run("check", "--format", "concise").out
        )
    for other in ('paths = ["locales/de/**"]', 'locales = ["fr_CA"]'):
        assert "[unchanged]" in configured(bad, table.format(other)).run("check", "--format", "concise").out


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ('[check.rules]\nraw-html = "warning"', "check.rules.raw-html: it protects readers and pages"),
        ('[check.rules]\nunchangd = "off"', 'check.rules.unchangd: no such rule; did you mean "unchanged"?'),
        (
            '[check.rules]\nunchanged = "loud"',
            "check.rules.unchanged: expected one of error, warning, info, off",
        ),
        ('[check]\nlink-hosts = ["https://a.b"]', 'check.link-hosts: "https://a.b" is no host'),
        ('[check]\nglossary = "../a.csv"', 'check.glossary: "../a.csv" is no .csv, .tsv or .tbx file below'),
        ("[check]\nsegment-words = 0", "check.segment-words: expected a whole number of 1 or more"),
        ("[check]\noverrides = 3", "check.overrides: expected tables"),
        (
            '[check.rules]\npo-syntax = "off"',
            "check.rules.po-syntax: findings of this name have the severity",
        ),
        (
            '[[check.overrides]]\npaths = ["./a"]',
            'check.overrides 1.paths: "./a" fits no file: write it from',
        ),
        ("[[check.overrides]]\npaths = ['a\\b']", 'check.overrides 1.paths: "a\\b" fits no file'),
        ('[[check.overrides]]\nlocales = ["!"]', "check.overrides 1.locales: '!' is not a locale"),
    ],
)
def test_a_wrong_table_is_told_in_one_line(bad: Project, table: str, problem: str) -> None:
    ran = configured(bad, table).run("check")
    assert problem in ran.err
    assert ran.code == 2


def test_a_comment_of_the_entry_ignores_an_ordinary_rule_but_no_guard(bad: Project) -> None:
    text = bad.read(PO)
    bad.write(PO, text.replace('msgid "Drink water."', '# toolkit: ignore raw-html\nmsgid "Drink water."', 1))
    assert bad.run("check", "--select", "raw-html").code == 1
    bad.translate(
        PO, {"Drink water.": "Buvez de l'eau.", "Take a rest after meals.": "Take a rest after meals."}
    )
    assert "[unchanged]" in bad.run("check", "--format", "concise").out
    text = bad.read(PO)
    ignored = '#  toolkit: ignore unchanged, number - a name\nmsgid "Take a rest after meals."'
    bad.write(PO, text.replace('msgid "Take a rest after meals."', ignored, 1))
    assert "[unchanged]" not in bad.run("check", "--format", "concise").out


def test_a_baseline_leaves_out_what_is_known(bad: Project) -> None:
    assert bad.run("check", "--write-baseline", "known.json").code == 0
    ran = bad.run("check", "--baseline", "known.json")
    assert (ran.out, ran.code) == ("", 0)
    assert "more in the baseline" in ran.err
    bad.translate(PO, {"Take a rest after meals.": "<i>Repos</i>."})
    ran = bad.run("check", "--baseline", "known.json", "--format", "concise")
    assert "the HTML tag <i>" in ran.out
    assert ran.code == 1


def test_the_exit_code_can_be_stricter_and_milder(bad: Project) -> None:
    assert bad.run("check", "--exit-zero").code == 0
    bad.translate(
        PO, {"Drink water.": "Buvez de l'eau.", "Take a rest after meals.": "Take a rest after meals."}
    )
    assert bad.run("check", "--select", "unchanged").code == 0
    assert bad.run("check", "--select", "unchanged", "--strict").code == 1
    assert bad.run("check", "--ignore", "text", "--strict").code == 0


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_looked_at(bad: Project) -> None:
    bad.write("source/other.md", "# Other\n\nMore *text*.\n")
    bad.done("extract")
    bad.write("locales/fr/LC_MESSAGES/other.po", 'msgid "broken\n')
    ran = bad.run("check", "--format", "concise")
    assert "locales/fr/LC_MESSAGES/other.po:1:7: error[po-syntax]" in ran.out
    assert "error[raw-html]" in ran.out
    assert ran.code == 3
    assert bad.run("check", "--exit-zero").code == 3


def test_a_path_restricts_what_is_looked_at(bad: Project) -> None:
    bad.write("source/other.md", "# Other\n\nMore *text*.\n")
    bad.done("extract")
    assert bad.run("check", "source/other.md", "locales/fr/LC_MESSAGES/other.po").code == 0
    assert bad.run("check", PO).code == 1
    assert bad.run("check", "locales").code == 1
    assert bad.run("check", "missing.po").code == 2


def test_any_po_file_can_be_looked_at_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: MakeProject
) -> None:
    made = project({}, "fr")
    path = tmp_path / "elsewhere"
    path.mkdir()
    (path / "words.fr.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#: src/a.md:7\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "une"\nmsgstr[1] "<script>"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(path)
    ran = made.run("check", "words.fr.po", "--select", "raw-html")
    assert ran.out.startswith("words.fr.po:8:")
    assert "error[raw-html] the translation has the HTML tag <script>, which its source does not" in ran.out
    assert "    source: src/a.md:7\n" in ran.out
    assert ran.code == 1


def test_a_report_goes_to_a_file(bad: Project) -> None:
    ran = bad.run("check", "--format", "sarif", "-o", "report.sarif")
    assert ran.out == ""
    assert json.loads(bad.read("report.sarif"))["version"] == "2.1.0"


def test_a_rule_is_explained(bad: Project) -> None:
    ran = bad.run("explain", "raw-html")
    assert ran.out.startswith(
        "raw-html (error, cannot be switched off): A translation has only the HTML tags"
    )
    assert ran.code == 0
    assert "unchanged" in bad.run("explain", "--list").out
    assert 'did you mean "raw-html"?' in bad.run("explain", "raw-htm").err
    assert "po-syntax" in bad.run("explain", "po-syntax").out


def test_fix_mends_what_needs_no_thinking_and_leaves_every_other_byte(bad: Project) -> None:
    bad.translate(
        PO, {"Drink water.": "Buvez  de l'eau. ", "Take a rest after meals.": "Reposez-vous\u200b bien."}
    )
    before = bad.read(PO)
    found = bad.run("check", "--format", "concise").out
    assert "double-space" in found
    ran = bad.run("check", "--fix", "--format", "concise")
    assert f"mended {PO} (3 places)" in ran.err
    assert "double-space" not in ran.out
    expected = before.replace("Buvez  de l'eau. ", "Buvez de l'eau.").replace("\u200b", "")
    assert bad.read(PO) == expected
    state = bad.state()
    bad.run("check", "--fix")
    assert bad.state() == state


def test_several_processes_find_what_one_finds(bad: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        bad.write(f"source/a{number}.md", f"# How to drink\n\nTake {number} mg twice.\n")
    bad.done("extract")
    for number in range(5):
        po = f"locales/fr/LC_MESSAGES/a{number}.po"
        bad.translate(
            po,
            {
                "How to drink": "Comment boire" + " bien" * (number % 2),
                f"Take {number} mg twice.": "Prenez 77 mg <b>.",
            },
        )
    found = {}
    for workers in (1, 3):
        monkeypatch.setattr("toolkit.pipeline.check.workers_for", lambda _, count=workers: count)
        found[workers] = (
            bad.run("check", "--format", "json"),
            bad.run("check", "locales/fr/LC_MESSAGES/a1.po"),
        )
    assert found[1] == found[3]
    assert found[1][0].out.count('"rule": "raw-html"') == 6
    assert '"rule": "inconsistent"' in found[1][0].out


def alone(text: str, header: str = "Language: fr\\n") -> str:
    """Return a PO file of no project with one entry."""
    header = f"Content-Type: text/plain; charset=UTF-8\\n{header}"
    return f'msgid ""\nmsgstr "{header}"\n\nmsgid "one"\nmsgstr "{text}"\n'


def test_fix_leaves_an_entry_alone_that_somebody_has_changed_since(
    bad: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad.translate(PO, {"Drink water.": "Buvez  de l'eau.", "Title": "Titre  un"})

    def saved_before(*arguments: Any) -> dict[str, int]:
        bad.translate(PO, {"Drink water.": "De la bonne eau  fraîche."})
        return fix_findings(*arguments)

    monkeypatch.setattr(check_command, "fix_findings", saved_before)
    ran = bad.run("check", "--fix", "--format", "concise")
    assert f"mended {PO} (1 place)" in ran.err
    assert bad.entries(PO)["Drink water."][0] == "De la bonne eau  fraîche."
    assert bad.entries(PO)["Title"][0] == "Titre un"
    assert "double-space" in ran.out


def test_fix_reads_as_large_files_as_the_project_allows(bad: Project) -> None:
    bad.translate(PO, {"Drink water.": "Buvez  de l'eau."})
    size = len(bad.read(PO).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("toolkit.pipeline.check_paths.Limits", lambda: Limits(po_bytes=size - 1))
        configured(bad, f"[limits]\npo-bytes = {size}\n")
        assert f"mended {PO} (1 place)" in bad.run("check", "--fix").err


def test_fix_keeps_to_its_lines_whatever_the_line_ends_and_the_mark_at_the_beginning(bad: Project) -> None:
    bad.translate(PO, {"Drink water.": "Buvez  de l'eau."})
    text = "\ufeff" + bad.read(PO).replace("\n", "\r\n")
    before = text.replace('msgid "Drink water."', '#, fuzzy\r\nmsgid "Drink water."')
    before = before.replace('msgstr "Titre"', 'msgstr "Titre  un "')
    bad.write(PO, before)
    assert bad.run("check", "--fix").code == 0
    assert bad.read(PO) == before.replace("Titre  un ", "Titre un")


def test_paths_lead_from_the_current_folder_to_their_files(
    bad: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad.write("parts/deep/words.fr.po", alone("Deux  mots"))
    monkeypatch.chdir(bad.root / "parts")
    for style in ("concise", "full", "github"):
        ran = bad.run("check", "--select", "raw-html", "--format", style)
        assert f"../{PO}" in ran.out
    assert "    source: ../source/article.md:3\n" in bad.run("check", "--select", "raw-html").out
    report = json.loads(bad.run("check", "--format", "json").out)
    assert {finding["path"] for finding in report["findings"]} == {PO}
    for given in ("deep/words.fr.po", "deep", str(bad.root / "parts/deep")):
        ran = bad.run("check", given, "--format", "concise")
        assert ran.out.startswith("deep/words.fr.po:5:13: info[double-space]")
    ran = bad.run("check", "deep/words.fr.po", "--fix")
    assert "mended deep/words.fr.po (1 place)" in ran.err
    assert bad.read("parts/deep/words.fr.po") == alone("Deux mots")


def test_a_po_file_of_another_locale_is_not_looked_at_as_if_it_were_of_no_project(bad: Project) -> None:
    bad.add_locale("de")
    assert bad.run("check", PO, "--locale", "de").out == ""
    assert "Looked at 0 files." in bad.run("check", PO, "--locale", "de").err


def test_words_of_the_pages_are_translations_from_english_also_where_they_are_named(bad: Project) -> None:
    words = "locales/fr/LC_MESSAGES/toolkit-ui.po"
    configured(bad, 'source-locale = "de"\n[locale.fr]\nplural = "nplurals=3; plural=(n > 2);"\n')
    bad.write(words, alone("une", "Language: fr\\nPlural-Forms: nplurals=3; plural=(n > 2);\\n"))
    by_name = bad.run("check", words)
    assert (by_name.out, by_name.code) == ("", 0)
    assert "plural-forms" not in bad.run("check").out


def test_a_path_that_holds_nothing_to_look_at_is_a_mistake(bad: Project) -> None:
    (bad.root / "empty").mkdir()
    ran = bad.run("check", "empty")
    assert "empty: error[config] the folder has neither articles of this project nor PO files" in ran.err
    assert ran.code == 2
    for path, problem in (
        ("a" * 300, "the path cannot be used: "),
        ("babel.cfg", "the file is neither a PO file nor an article of this project"),
    ):
        ran = bad.run("check", path)
        assert problem in ran.err
        assert ran.code == 2
    (bad.root / "babel.cfg").unlink()
    assert (
        "source/article.md: error[config] the file is no PO file" in bad.run("check", "source/article.md").err
    )


def test_the_name_of_a_file_is_its_language_only_if_there_is_such_a_language(bad: Project) -> None:
    bad.write("po/web.po", alone("une"))
    bad.write("po/de.po", alone("une"))
    assert "[language]" not in bad.run("check", "po/web.po").out
    assert "[language]" in bad.run("check", "po/de.po", "--format", "concise").out


def test_a_file_named_like_a_language_has_the_language_of_its_folder_or_its_neighbours(bad: Project) -> None:
    bad.write("library/os.po", alone("une"))
    assert "[language]" in bad.run("check", "library/os.po", "--format", "concise").out
    bad.write("library/functions.po", alone("une"))
    bad.write("words/fr/LC_MESSAGES/os.po", alone("une"))
    assert "[language]" not in bad.run("check", "library/os.po", "words", "--format", "concise").out


def test_a_finding_without_a_rule_of_its_own_can_be_selected_and_ignored(bad: Project) -> None:
    bad.write("source/article.md", ARTICLE + "\nSee [it](gone.md).\n")
    assert "dead-link" in bad.run("check").out
    assert "dead-link" not in bad.run("check", "--select", "number").out
    assert "dead-link" not in bad.run("check", "--ignore", "dead-link").out
    (line,) = bad.run("check", "--select", "dead-link", "--format", "json-lines").out.splitlines()
    assert json.loads(line)["rule"] == "dead-link"


def test_what_could_not_be_used_is_never_left_out(bad: Project) -> None:
    bad.write("locales/fr/LC_MESSAGES/article.po", 'msgid "broken\n')
    for arguments in (["--select", "number"], ["--ignore", "po-syntax"], ["--write-baseline", "b.json"]):
        ran = bad.run("check", *arguments)
        assert "po-syntax" in ran.out
        assert ran.code == 3


def test_a_wrong_setting_is_a_wrong_setting_here_too(bad: Project) -> None:
    bad.write("babel.cfg", "[markdown: source/**.md]\n[markdown: docs/**.md]\n")
    assert bad.run("build").code == 2
    assert bad.run("check", "--exit-zero").code == 2
    assert "no-sources" in bad.run("check", "locales").out


def test_a_text_at_several_places_has_each_finding_once(bad: Project) -> None:
    bad.write("source/article.md", "# Title\n\nDrink water.\n\n- Drink water.\n\n> Drink water.\n")
    bad.translate(PO, {"Drink water.": "Buvez  de l'eau."})
    (line,) = bad.run("check", "--select", "double-space", "--format", "json-lines").out.splitlines()
    assert json.loads(line)["source"]["line"] == 3


def test_an_error_of_emphasis_says_that_it_withholds(bad: Project) -> None:
    bad.write("source/article.md", "# Title\n\nIt is **important** now.\n")
    bad.done("extract")
    bad.translate(PO, {"It is **important** now.": "今は**「重要」**で**「大切」**です。"})
    configured(bad, '[check.rules]\nemphasis-flanking = "error"\n')
    (found,) = json.loads(bad.run("check", "--select", "emphasis-flanking", "--format", "json").out)[
        "findings"
    ]
    assert found["message"].endswith("; the page shows the source text")
    assert found["source"] == {"path": "source/article.md", "line": 3, "column": 0}


def test_reports_for_programs_are_utf_8_whatever_the_terminal_speaks(bad: Project) -> None:
    bad.translate(PO, {"Drink water.": "L’été  <b>ß𝕏</b>"})
    for encoding in ("ascii", "latin-1"):
        ran = bad.program("check", "--format", "json", PYTHONIOENCODING=encoding)
        (error,) = [one for one in json.loads(ran.out)["findings"] if one["severity"] == "error"]
        assert error["piece"] == "<b>"
        ET.fromstring(bad.program("check", "--format", "junit", PYTHONIOENCODING=encoding).out)


def test_a_report_goes_to_standard_output_by_its_usual_name(bad: Project) -> None:
    assert json.loads(bad.run("check", "--format", "json", "--output", "-").out)["summary"]["error"] == 1
    assert not (bad.root / "-").exists()
    (bad.root / "file").write_text("")
    ran = bad.run("check", "--output", "file/report.json")
    assert ran.err.startswith("file/report.json: error[output-unwritable]")
    assert ran.code == 3


def test_a_line_number_without_end_is_no_line_number(bad: Project) -> None:
    bad.write(
        "x.fr.po", alone("<b>").replace("msgid", f"#: a.md:{'7' * 5000}\nmsgid", 2).replace("#: a.md", "#", 1)
    )
    ran = bad.run("check", "x.fr.po", "--format", "concise")
    assert "error[raw-html]" in ran.out


def test_a_project_says_how_severe_a_dead_link_is(bad: Project) -> None:
    bad.translate(PO, {"Drink water.": "Buvez de l'eau."})
    bad.write("source/article.md", ARTICLE + "\nSee [it](gone.md).\n")
    bad.done("extract", "--no-carry")
    found = {
        level: configured(bad, f'[check.rules]\ndead-link = "{level}"\n').run("check", "--format", "concise")
        for level in ("error", "info", "off")
    }
    assert [ran.code for ran in found.values()] == [1, 0, 0]
    assert ["[dead-link]" in ran.out for ran in found.values()] == [True, True, False]
    assert configured(bad, '[check.rules]\ndead-link = "error"\n').run("build").code == 1
    assert "dead-link" not in configured(bad, '[check.rules]\ndead-link = "off"\n').run("build").err
