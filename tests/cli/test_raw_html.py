"""Files that the author's raw HTML shows: both editions find them, and nothing is written twice."""

from __future__ import annotations

import posixpath

from tests.cli.html_page import read_page
from tests.cli.project import MakeProject, first_lines

BLOCK = """\
<figure>
  <img src="images/logo.png" srcset="images/logo.png 1x, images/large.png 2x" alt="Logo">
  <video poster="../common/poster.jpg"><source src="v%20o.mp4"></video>
  <object data="o.svg"></object>
</figure>
"""
INLINE = 'Take <a href="data.csv" title="All">the data</a> and <img src="images/dot.png" alt="a dot">.'
SPANISH = 'Tome <a href="data.csv" title="Todos">los datos</a> y <img src="images/dot.png" alt="un punto">.'
FILES = {
    f"source/{path}": f"bytes of {path}".encode()
    for path in (
        "guide/images/logo.png",
        "guide/images/large.png",
        "common/poster.jpg",
        "guide/v o.mp4",
        "guide/o.svg",
        "guide/data.csv",
        "guide/images/dot.png",
    )
}
ADDRESSES = ("src", "href", "poster", "data")


def test_files_of_raw_html_are_found_from_both_editions_by_their_unchanged_addresses(
    project: MakeProject,
) -> None:
    made = project({"source/guide/a.md": f"# A\n\n{BLOCK}\n{INLINE}\n", **FILES}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/guide.a.po", {INLINE: SPANISH})
    made.done("build")
    copies = {path: data for path, data in made.contents("output").items() if "/assets/" not in path}
    for locale, inline in (("en", INLINE), ("es", SPANISH)):
        markdown = made.read(f"output/markdown/{locale}/guide/a.md")
        assert markdown == f"# A\n\n{BLOCK}\n{inline}\n"
        html = made.read(f"output/html/{locale}/guide/a.html")
        assert BLOCK in html
        assert inline in html
        for edition, text in (("html", html), ("markdown", markdown)):
            folder = f"output/{edition}/{locale}/guide"
            values = [
                value
                for e in read_page(text).all()
                for key, value in e.attributes.items()
                if key in ADDRESSES and "/assets/" not in value
            ]
            files = {
                posixpath.normpath(posixpath.join(folder, value.replace("%20", " ")))
                for value in (*values, "images/large.png")
                if value.endswith((".png", ".jpg", ".mp4", ".svg", ".csv"))
            }
            assert {
                path.replace(f"output/{edition}/{locale}", "source"): copies[path] for path in files
            } == FILES
    before = made.state()
    assert " 0 files written," in made.done("build")
    assert made.state() == before


def test_a_missing_file_is_reported_once_for_each_document_at_its_most_precise_place(
    project: MakeProject,
) -> None:
    text = "See ![a dot](no.png).\n"
    made = project({"source/a.md": f"# A\n\n{text}", "source/b.md": '<img src="no.png">\n\n# B\n'}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", {"See ![a dot](no.png).": "Vea ![un punto](no.png)."})
    made.translate("locales/es/LC_MESSAGES/b.po", {"B": "Be"})
    ran = made.run("build")
    assert ran.code == 0
    problem = 'warning[dead-link] "source/no.png" is not there for the page: there is no such file'
    assert first_lines(ran.err) == [f"source/a.md:3:14: {problem}", f"source/b.md:1:1: {problem}"]


def test_a_link_to_an_article_in_raw_html_leads_to_its_page(project: MakeProject) -> None:
    link = '<a href="b.md#b">b</a>'
    made = project({"source/a.md": f"<p>\n{link}\n</p>\n\nSee {link}.\n", "source/b.md": "# B\n"}, "es")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", {"b": "b", f"See {link}.": f"Vea {link}."})
    made.done("build")
    page = made.read("output/html/es/a.html")
    assert page.count('<a href="../en/b.html#b" hreflang="en">b</a>') == 2
    assert made.read("output/markdown/es/a.md").count('<a href="../en/b.md#b">b</a>') == 2
    made.translate("locales/es/LC_MESSAGES/b.po", {"B": "Be"})
    made.done("build")
    assert made.read("output/html/es/a.html").count('<a href="b.html#b">b</a>') == 2
    assert made.read("output/markdown/es/a.md").count(link) == 2
