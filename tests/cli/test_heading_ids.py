"""The Markdown editions say the ids of their headings where the configuration wants that."""

from __future__ import annotations

from tests.cli.project import MakeProject, Project

SOURCE = "# Start\n\n## Usual treatment\n\nSee [here](#usual-treatment).\n\n## [Own](b.md) {#own}\n"
FRENCH = {"Start": "Début", "Usual treatment": "Traitement", "[Own](b.md)": "[Propre](b.md)"}
EN, FR = "output/markdown/en/a.md", "output/markdown/fr/a.md"


def _built(project: MakeProject, babel_cfg: str = "") -> Project:
    made = project({"source/a.md": SOURCE, "source/b.md": "B\n=\n"}, "fr")
    if babel_cfg:
        made.write("babel.cfg", babel_cfg)
    made.done("extract")
    made.translate("locales/fr/LC_MESSAGES/a.po", FRENCH)
    made.done("build")
    return made


def test_by_default_no_mark_is_written(project: MakeProject) -> None:
    made = _built(project)
    assert made.read(EN) == SOURCE
    before = made.state()
    made.write("toolkit.toml", 'heading-ids = "none"\n')
    assert " 0 files written," in made.done("build")
    made.root.joinpath("toolkit.toml").unlink()
    assert made.state() == before


def test_each_edition_says_the_ids_of_the_source_and_html_stays(project: MakeProject) -> None:
    made = _built(project)
    html, po = made.contents("output/html"), made.contents("locales")
    editions = {path for path in html if path.endswith(".md")}
    made.write("toolkit.toml", 'heading-ids = "dialect"\n')
    made.done("build")
    assert made.read(EN) == (
        '# Start<a id="start"></a>\n\n## Usual treatment<a id="usual-treatment"></a>\n\n'
        "See [here](#usual-treatment).\n\n## [Own](b.md) {#own}\n"
    )
    assert made.read(FR) == (
        '# Début<a id="start"></a>\n\n## Traitement<a id="usual-treatment"></a>\n\n'
        "See [here](#usual-treatment).\n\n## [Propre](../en/b.md) {#own}\n"
    )
    assert made.read("output/markdown/en/b.md") == 'B<a id="b"></a>\n=\n'
    after = made.contents("output/html")
    assert {path for path in html if html[path] != after[path]} == editions
    assert all(after[path] == made.contents()[path.replace("/html/", "/markdown/")] for path in editions)
    before = made.state()
    assert " 0 files written," in made.done("build")
    made.done("extract")
    assert made.state() == before
    assert made.contents("locales") == po


def test_a_dialect_with_attribute_lists_has_them(project: MakeProject) -> None:
    made = _built(project, "[markdown: source/**.md]\ndialect = hugo\n")
    made.write("toolkit.toml", 'heading-ids = "dialect"\n')
    made.done("build")
    assert made.read(FR) == (
        "# Début {#start}\n\n## Traitement {#usual-treatment}\n\n"
        "See [here](#usual-treatment).\n\n## [Propre](../en/b.md) {#own}\n"
    )


def test_the_ids_of_a_page_that_stays_are_known(project: MakeProject) -> None:
    made = _built(project)
    made.write("source/b.md", "B\n=\n\n[a](a.md#usual-treatment) [own](a.md#own)\n")
    made.write("toolkit.toml", 'heading-ids = "dialect"\n')
    made.done("build")
    page = made.read(EN)
    made.write("source/a.md", b"\xff")
    ran = made.run("build")
    assert "dead-fragment" not in ran.err
    assert made.read(EN) == page


def test_another_value_is_a_configuration_error(project: MakeProject) -> None:
    made = project({"source/a.md": SOURCE}, "fr")
    made.write("toolkit.toml", "heading-ids = true\n")
    ran = made.run("build")
    assert ran.code == 2
    assert "heading-ids: expected text, found true or false" in ran.err


def test_the_ids_of_a_page_in_mdx_that_stays_are_known(project: MakeProject) -> None:
    made = _built(project, "[markdown: source/**.md]\ndialect = docusaurus\n")
    made.write("source/b.md", "[a](a.md#under-lined)\n")
    made.write("source/a.md", "# A\n\nUnder\nlined\n---\n")
    made.write("toolkit.toml", 'heading-ids = "dialect"\n')
    made.done("build")
    assert made.read(EN) == "# A {#a}\n\nUnder\nlined \\{#under-lined}\n---\n"
    made.write("source/a.md", b"\xff")
    assert "link-fragment" not in made.run("build").err
