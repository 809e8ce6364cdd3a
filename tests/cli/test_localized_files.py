"""Files that a language has of its own are found, copied and shown."""

from __future__ import annotations

from tests.cli.project import MakeProject, first_lines


def test_a_language_has_images_of_its_own_in_both_editions(project: MakeProject) -> None:
    text = "# A\n\n![x](img/x.png) ![y](../our%20art/y.svg) ![z](z.png)\n"
    made = project(
        {
            "source/a.md": text,
            "source/img/x.png": b"x",
            "source/img/x.fr.png": b"x fr",
            "source/img/x.pt.png": b"x pt",
            "our art/y.svg": b"y",
            "our art/y.pt_BR.svg": b"y br",
            "source/z.png": b"z",
            "source/.hidden/z.fr.png": b"no",
            "unseen/z.fr.png": b"no",
        },
        *("fr", "pt_BR"),
    )
    made.done("extract")
    for locale in ("fr", "pt_BR"):
        made.translate(f"locales/{locale}/LC_MESSAGES/a.po", {"A": "Á"})
    made.done("build")
    for edition in ("html", "markdown"):
        files = made.contents(f"output/{edition}")
        images = {
            path.removeprefix(f"output/{edition}/"): content
            for path, content in files.items()
            if path.endswith((".png", ".svg")) and "/assets/" not in path
        }
        assert images == {
            "en/img/x.png": b"x",
            "en/z.png": b"z",
            "fr/img/x.fr.png": b"x fr",
            "fr/z.png": b"z",
            "pt-BR/img/x.pt.png": b"x pt",
            "pt-BR/z.png": b"z",
            "our art/y.svg": b"y",
            "our art/y.pt_BR.svg": b"y br",
        }
    assert "![x](img/x.pt.png) ![y](../our%20art/y.pt_BR.svg) ![z](z.png)" in made.read(
        "output/markdown/pt-BR/a.md"
    )
    assert '<img src="img/x.fr.png" alt="x">' in made.read("output/html/fr/a.html")
    before = made.state()
    assert " 0 files written," in made.done("build")
    assert made.state() == before
    (made.root / "source/img/x.fr.png").unlink()
    made.done("build")
    assert "![x](img/x.png)" in made.read("output/markdown/fr/a.md")
    assert not (made.root / "output/html/fr/img/x.fr.png").exists()


def test_two_files_with_one_place_are_told_and_the_first_is_shown(project: MakeProject) -> None:
    made = project(
        {
            "babel.cfg": "[markdown: docs/**.md]\n[markdown: blog/**.md]\n",
            "docs/a.md": "# A\n\n![x](x.png)\n",
            "docs/x.png": b"docs",
            "blog/b.md": "# B\n\n![x](x.png)\n",
            "blog/x.png": b"blog",
        }
    )
    made.run("extract")
    ran = made.run("build")
    problem = 'warning[dead-link] "docs/x.png" is not there for the page: its place has "blog/x.png"'
    assert (ran.code, first_lines(ran.err)) == (0, [f"docs/a.md:3:6: {problem}"])
    assert made.contents("output")["output/html/en/x.png"] == b"blog"
