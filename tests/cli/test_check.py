"""``toolkit check``: what is wrong is named where it can be mended, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import MakeProject, Project

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
