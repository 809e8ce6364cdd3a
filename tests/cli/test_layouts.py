"""The Markdown editions stand where the configuration says, or nothing is written."""

from __future__ import annotations

import re

from tests.cli.project import MakeProject, Project, first_lines

SOURCES = {
    "source/a.md": "# A\n\nSee [b](guides/b.md) and ![i](i.png).\n",
    "source/guides/b.md": "# B\n",
    "source/i.png": b"i",
}


def test_a_layout_moves_the_editions_and_removes_the_old_ones(project: MakeProject) -> None:
    made = project(SOURCES, "pt_BR")
    made.done("extract")
    made.translate("locales/pt_BR/LC_MESSAGES/a.po", {"A": "Á"})
    made.done("build")
    assert sorted(made.contents("output/markdown")) == [
        *("output/markdown/en/a.md", "output/markdown/en/guides/b.md", "output/markdown/en/i.png"),
        *("output/markdown/pt-BR/a.md", "output/markdown/pt-BR/i.png"),
    ]
    html = _html(made)
    made.write("toolkit.toml", 'layout = "docusaurus"\n')
    made.done("build")
    translated = "output/markdown/i18n/pt-BR/docusaurus-plugin-content-docs/current"
    assert sorted(made.contents("output/markdown")) == [
        *("output/markdown/docs/a.md", "output/markdown/docs/guides/b.md", "output/markdown/docs/i.png"),
        *(f"{translated}/a.md", f"{translated}/i.png"),
    ]
    assert "(../../../../docs/guides/b.md)" in made.read(f"{translated}/a.md")
    assert _html(made) == html
    before = made.state()
    assert " 0 files written," in made.done("build")
    assert made.state() == before


def _html(made: Project) -> dict[str, bytes]:
    """Return the HTML editions without the one line that leads to the Markdown edition."""
    line = re.compile(rb'<link rel="alternate" type="text/markdown" .*\n')
    return {path: line.sub(b"", content) for path, content in made.contents("output/html").items()}


def test_a_layout_that_is_none_is_a_configuration_error(project: MakeProject) -> None:
    made = project(SOURCES, "fr")
    made.write("toolkit.toml", 'layout = "../{locale}/{path}"\n')
    ran = made.run("build")
    assert ran.code == 2
    assert ran.err.split("error[config] ")[1].startswith(
        'layout: "../{locale}/{path}" would leave the output folder'
    )
    assert made.contents("output") == {}


def test_pages_that_would_be_one_file_are_refused(project: MakeProject) -> None:
    made = project(
        {
            "source/a.md": "# A\n",
            "source/a-fr.md": "# B\n",
            "source/c/fr.md/d.md": "# D\n",
            "source/c.md": "# C\n",
        },
        "fr",
    )
    made.write("toolkit.toml", 'layout = "{path}/{locale}"\n')
    ran = made.run("build")
    assert (ran.code, first_lines(ran.err)) == (
        2,
        [
            f"error[source-collision] source/c.md in fr would be a page where source/c/fr.md/d.md in {tag}"
            " needs a folder"
            for tag in ("en", "fr")
        ],
    )
    made.write("toolkit.toml", 'layout = "{locale}{path}"\n')
    (made.root / "source/c.md").unlink()
    made.write("source/Fra.md", "# F\n")
    made.write("source/a.md", "# A\n")
    made.add_locale("enf")
    made.write("source/ra.md", "# R\n")
    ran = made.run("build")
    assert (ran.code, first_lines(ran.err)) == (
        2,
        ["error[source-collision] source/Fra.md in en and source/ra.md in enf would both be enfra.md"],
    )
    assert made.contents("output") == {}


def test_what_cannot_be_made_now_stays_in_every_layout(project: MakeProject) -> None:
    made = project(SOURCES, "fr")
    made.write("toolkit.toml", 'layout = "{path}.{locale}.md"\n')
    made.done("extract")
    made.translate("locales/fr/LC_MESSAGES/a.po", {"A": "À"})
    made.done("build")
    before = made.contents("output/markdown")
    made.write("locales/fr/LC_MESSAGES/a.po", "broken")
    ran = made.run("build")
    assert ran.code == 3
    assert made.contents("output/markdown") == before


def test_hugo_gets_an_index_with_neighbours_as_a_section(project: MakeProject) -> None:
    made = project(
        {
            "source/index.md": "# Start\n\n[g](guides/) [l](leaf/index.md#leaf)\n",
            "source/guides/index.md": "# Guides\n\n[up](../)\n",
            "source/guides/b.md": "# B\n\n[all](index.md)\n",
            "source/leaf/index.md": "# Leaf\n",
        },
        "fr",
    )
    made.write("toolkit.toml", 'layout = "hugo"\n')
    made.done("build")
    assert {
        path.removeprefix("output/markdown/"): made.read(path) for path in made.contents("output/markdown")
    } == {
        "_index.en.md": "# Start\n\n[g](guides/_index.en.md) [l](leaf/index.en.md#leaf)\n",
        "guides/_index.en.md": "# Guides\n\n[up](../_index.en.md)\n",
        "guides/b.en.md": "# B\n\n[all](_index.en.md)\n",
        "leaf/index.en.md": "# Leaf\n",
    }
    (made.root / "source/guides/b.md").unlink()
    made.done("build")
    assert sorted(made.contents("output/markdown")) == [
        "output/markdown/_index.en.md",
        "output/markdown/guides/index.en.md",
        "output/markdown/leaf/index.en.md",
    ]
